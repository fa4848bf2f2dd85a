/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The look-up as rows: eight rows of letters, the words of one of them, and
 * what a query finds. There is never an empty screen.
 */
#ifndef TEXTKIOSK_SHEET_HITS_H
#define TEXTKIOSK_SHEET_HITS_H

#include "sheet/making.h"

/* "1 A B, 12 ord" … "8 … Å Ä Ö": each row an item that opens its words. */
void hits_rows(struct making *making);

/* "A B", the title of a row of letters. */
void hits_letters_title(struct making *making, uint32_t row);

/* The words of a row, letter by letter. */
void hits_letters(struct making *making, uint32_t row);

/* What how->query finds: title and rows. */
void hits_query(struct making *making);

#endif
