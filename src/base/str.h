/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text as counted bytes: a slice that points into somebody's memory, and a
 * buffer that grows. Neither knows what a character is; that is the floor
 * above. Out of memory ends in die().
 */
#ifndef TEXTKIOSK_BASE_STR_H
#define TEXTKIOSK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* A slice. Lives as long as what it points into. No NUL behind it. */
struct str {
	const char *at;
	size_t bytes;
};

/* A literal as a slice. */
#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })

/* A C string as a slice; NULL is the empty slice. */
struct str str_of(const char *text);

bool str_equal(struct str a, struct str b);

bool str_starts(struct str text, struct str start);

bool str_holds(struct str text, char byte);

/* Order by bytes, a shorter slice before its continuations: <0, 0, >0. */
int str_compare(struct str a, struct str b);

/* Without its first `bytes` bytes (all, if there are fewer). */
static inline struct str str_from(struct str text, size_t bytes)
{
	if (bytes >= text.bytes)
		return (struct str){ text.at, 0 };
	return (struct str){ text.at + bytes, text.bytes - bytes };
}

/* Its first `bytes` bytes (all, if there are fewer). */
static inline struct str str_first(struct str text, size_t bytes)
{
	if (bytes < text.bytes)
		text.bytes = bytes;
	return text;
}

/* A copy that lives in the arena, with a NUL behind it. */
struct str str_copy(struct arena *arena, struct str text);

/* Everything of a, then b, in the arena. */
struct str str_join(struct arena *arena, struct str a, struct str b);

/*
 * The whole slice as a number without sign. False when it is no run of
 * digits 0-9, or larger than `most`; *number is then untouched.
 */
bool str_number(struct str text, unsigned long most, unsigned long *number);

/*
 * A growing buffer. {0} is empty. buf_free() it, or buf_keep() its text. The
 * memory it leaves is wiped.
 */
struct buf {
	char *at;
	size_t bytes; /* of text */
	size_t room;  /* bytes that `at` holds */
};

void buf_grow(struct buf *buf, size_t more); /* what buf_room() falls back on */
void buf_free(struct buf *buf);
void buf_clear(struct buf *buf); /* empty, but keeps its memory */
void buf_add(struct buf *buf, struct str text);
void buf_byte(struct buf *buf, char byte);
void buf_number(struct buf *buf, unsigned long number); /* in digits */

/* Room for so many bytes behind the text; who fills it counts them. */
static inline void buf_room(struct buf *buf, size_t bytes)
{
	if (bytes > buf->room - buf->bytes)
		buf_grow(buf, bytes);
}

/* What it holds now; good until the buffer is next changed. */
struct str buf_str(const struct buf *buf);

/* A copy in the arena of what it holds; the buffer is cleared. */
struct str buf_keep(struct buf *buf, struct arena *arena);

#endif
