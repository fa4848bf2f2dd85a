/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands on a screen of libvterm, and an estimate of the least bytes that
 * turn one such picture into another. It is no limit: a terminal that erases
 * or scrolls in ways not thought of here can do with less.
 */
#ifndef BENCH_LEAST_H
#define BENCH_LEAST_H

#include "bench/copies.h"

#include <stdint.h>
#include <vterm.h>

/* One place on the screen. */
struct cell {
	uint32_t glyph[VTERM_MAX_CHARS_PER_CELL];
	uint32_t looks; /* attributes and colours, as one number */
};

/* The whole screen at one moment. */
struct picture {
	struct cell cell[ROWS][COLS];
};

/* What the screen shows now. */
void least_look(VTerm *vterm, struct picture *picture);

/*
 * The least bytes from one picture to the other: row by row as they stand, or
 * on a cleared screen, or with one region scrolled, whatever is cheapest.
 */
unsigned least_bytes(const struct picture *before, const struct picture *after);

#endif
