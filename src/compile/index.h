/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A–Ö of a book: its languages, their terms in order, and their letters in
 * the rows of the look-up.
 */
#ifndef TEXTKIOSK_COMPILE_INDEX_H
#define TEXTKIOSK_COMPILE_INDEX_H

#include "compile/draft.h"
#include "compile/image.h"

/* Words under one row of letters that still fit a screen. */
enum { INDEX_ROW_TERMS = 24 };

/*
 * Adds languages, terms and letters to the image. Tells FAULT_ROW_FULL and
 * FAULT_TERM_LETTER.
 */
void index_bind(struct draft *draft, struct image *image);

#endif
