/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A book in the making: records are added to its sections and text to its
 * pool, and at the end all of it is laid behind the header. What the records
 * mean is left to bind.c and index.c.
 */
#ifndef TEXTKIOSK_COMPILE_IMAGE_H
#define TEXTKIOSK_COMPILE_IMAGE_H

#include "base/str.h"
#include "book/format.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* A section in the making: words in the machine's own order. */
struct image_section {
	uint32_t *words;
	size_t count, room; /* words */
	uint32_t records;
};

/* The pool's memory of what it holds: an open hash of (offset, bytes). */
struct image_pool {
	struct buf bytes;
	struct format_text *slots; /* bytes 0: free */
	size_t slot_count;	   /* a power of two */
	size_t used;
};

/* {.arena = …} is empty; image_done() it. */
struct image {
	struct arena *arena;
	struct image_section sections[FORMAT_SECTIONS];
	struct image_pool pool;
	bool too_large;
};

/* Adds a record of `bytes` bytes, all of them words; returns its index. */
uint32_t image_add(struct image *image, enum format_section section,
		   const void *record, size_t bytes);

/* The same for a variable that holds the record. */
#define IMAGE_ADD(image, section, record)                                      \
	image_add((image), (section), &(record), sizeof(record))

/* How many records a section has so far: the index of the next one. */
uint32_t image_count(const struct image *image, enum format_section section);

/* Text in the pool; equal texts are one. */
struct format_text image_text(struct image *image, struct str text);

/* Text in the pool behind all that is there, whatever that holds. */
struct format_text image_append(struct image *image, struct str text);

/* The bytes of a text; good until the next is added. */
struct str image_bytes(const struct image *image, struct format_text text);

/* A record that was added, to be copied out. */
void image_record(const struct image *image, enum format_section section,
		  uint32_t index, void *record, size_t bytes);

/*
 * Appends the book. False when it would be larger than a book can be; then
 * nothing is appended.
 */
bool image_write(const struct image *image, struct buf *out);

/* Frees what is not the arena's. */
void image_done(struct image *image);

#endif
