/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notices: what the municipality says for a while. Those in force stand on
 * every screen, in screen style above the title and in reader style below
 * it, in at most two rows; each row opens the screen that has all of them in
 * full. They begin and end at their minute. While the clock is wrong only
 * those without a time are in force: nothing is said that may be past.
 */
#ifndef TEXTKIOSK_SHEET_NOTICES_H
#define TEXTKIOSK_SHEET_NOTICES_H

#include "sheet/making.h"

/* The first notice in force from this index on, or FORMAT_NONE. */
uint32_t notices_next(const struct making *making, uint32_t from);

/* The sheet holds until a notice begins or ends. */
void notices_hold(struct making *making);

/* Their rows, to be called before the title is made … */
void notices_above_title(struct making *making);

/* … and after it: one of the two does nothing. */
void notices_below_title(struct making *making);

#endif
