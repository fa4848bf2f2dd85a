/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The opening state as a sentence: the table of design section 8 in every
 * language, long and short. "Öppet"/"open" never stands in an uncertain day's
 * sentence without "normalt"/"normally". Pure.
 */
#ifndef TEXTKIOSK_SHEET_STATE_H
#define TEXTKIOSK_SHEET_STATE_H

#include "sheet/dates.h"

#include <stdint.h>

enum state_length {
	STATE_LONG,
	STATE_SHORT /* at most 38 columns, and stands alone */
};

/* Appends the sentence of an hours table at an instant. */
void state_sentence(struct buf *out, const struct dates_how *how,
		    uint32_t hours, int64_t now, enum state_length length);

/*
 * The first instant after `now` at which the long or the short sentence is
 * another: a next change, half an hour before closing, at the latest midnight.
 */
int64_t state_until(const struct book *book, uint32_t hours, int64_t now);

#endif
