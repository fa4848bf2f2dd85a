/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A book in the making: records are added to its sections and text to its
 * pool, and at the end all of it is laid behind the header. What the records
 * mean is left to bind, index and sought.
 */
#ifndef TEXTKIOSK_COMPILE_IMAGE_H
#define TEXTKIOSK_COMPILE_IMAGE_H

#include "book/format.h"
#include "compile/pieces.h"
#include "compile/pool.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct image {
	struct arena *arena;
	struct pool *pool;
	struct pieces sections[FORMAT_SECTIONS]; /* as in the file */
	uint32_t counts[FORMAT_SECTIONS];	 /* records */
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

/*
 * Appends the book; the image is part of it and not to be added to. False
 * when it would be larger than a book can be; then nothing is appended.
 */
bool image_write(struct image *image, struct pieces *book);

#endif
