/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The opening state as a sentence: the table of design section 8 in every
 * language, long and short, and days in words. "Öppet"/"open" never stands in
 * an uncertain day's sentence without "normalt"/"normally". Pure.
 */
#ifndef TEXTKIOSK_SHEET_STATE_H
#define TEXTKIOSK_SHEET_STATE_H

#include "base/str.h"
#include "book/book.h"
#include "book/hours.h"
#include "text/catalog.h"

#include <stdbool.h>
#include <stdint.h>

/* In which words, from which book. */
struct state_how {
	const struct book *book;
	const struct catalog *catalog;
	uint32_t language; /* for reasons and telephone numbers */
	bool spoken;	   /* reader style: "8 till 17" for a range */
};

enum state_length {
	STATE_LONG,
	STATE_SHORT /* at most 38 columns, and stands alone */
};

/* Appends the sentence of an hours table at an instant. */
void state_sentence(struct buf *out, const struct state_how *how,
		    uint32_t hours, int64_t now, enum state_length length);

/*
 * The first instant after `now` at which the long or the short sentence is
 * another: a next change, midnight, half an hour before closing. INT64_MAX
 * when it never is.
 */
int64_t state_until(const struct book *book, uint32_t hours, int64_t now);

/*
 * Appends one day of the table in words, as the next seven days are shown:
 * "I dag, fredag 15 maj: 8–16, osäkert (klämdag)". `today` is the day now.
 */
void state_day(struct buf *out, const struct state_how *how, uint32_t hours,
	       int32_t day, int32_t today);

/* Appends the name of a day, "klämdag", "dagen före Kristi …"; or nothing. */
void state_special(struct buf *out, const struct state_how *how,
		   struct calendar_special special);

/*
 * Appends the intervals of one group of days: "8–17", "8–12 och 13–17", or
 * "stängt" where there are none.
 */
void state_intervals(struct buf *out, const struct state_how *how,
		     const struct format_interval *interval, unsigned count);

/* Appends a time of day: "kl."-less 8, 8.30; 8:00, 8:30. */
void state_time(struct buf *out, const struct state_how *how, uint32_t minute);

/* Appends "15 juni 2026", or "15 juni" with year 0. */
void state_date(struct buf *out, const struct state_how *how, int year,
		int month, int day);

#endif
