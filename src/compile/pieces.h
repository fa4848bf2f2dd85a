/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes that only grow, and never move: a list of pieces. A book is made and
 * written so, without ever standing in one run of memory. All memory is an
 * arena's.
 */
#ifndef TEXTKIOSK_COMPILE_PIECES_H
#define TEXTKIOSK_COMPILE_PIECES_H

#include "base/str.h"

#include <stddef.h>

struct arena;

struct piece {
	size_t start; /* bytes of all pieces before this one */
	char *at;
	size_t bytes, room;
};

/* {0} is empty. */
struct pieces {
	struct piece *at;
	size_t count, room;
	size_t bytes; /* of all pieces */
};

/* Appends the bytes, all in one piece; where they now stand. */
struct str pieces_add(struct pieces *pieces, struct arena *arena,
		      struct str bytes);

/* Appends all of `more`, which is not to be grown any further. */
void pieces_join(struct pieces *pieces, struct arena *arena,
		 const struct pieces *more);

/* Bytes that were added in one, by their offset from the first of all. */
struct str pieces_find(const struct pieces *pieces, size_t offset,
		       size_t bytes);

#endif
