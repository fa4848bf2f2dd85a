/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times, dates and days in words, in every language: the pieces of which the
 * opening state and the tables of hours are made. Pure.
 */
#ifndef TEXTKIOSK_SHEET_DATES_H
#define TEXTKIOSK_SHEET_DATES_H

#include "base/str.h"
#include "book/book.h"
#include "book/calendar.h"
#include "book/hours.h"
#include "text/catalog.h"

#include <stdbool.h>
#include <stdint.h>

/* In which words, from which book. */
struct dates_how {
	const struct book *book;
	const struct catalog *catalog;
	uint32_t language; /* for reasons and telephone numbers */
};

/* Appends a time of day: "kl."-less 8, 8.30; 8:00, 8:30. */
void dates_time(struct buf *out, const struct dates_how *how, uint32_t minute);

/* Appends "8–17" of whatever stands at both ends. */
void dates_range(struct buf *out, const struct dates_how *how, struct str from,
		 struct str to);

/*
 * Appends the intervals of one group of days: "8–17", "8–12 och 13–17", or
 * "stängt" where there are none.
 */
void dates_intervals(struct buf *out, const struct dates_how *how,
		     const struct format_interval *interval, unsigned count);

/* Appends "15 juni 2026", or "15 juni" with year 0. */
void dates_date(struct buf *out, const struct dates_how *how, int year,
		int month, int day);

/* "måndag", or "Måndag" as the first word of a line. */
struct str dates_weekday(const struct dates_how *how,
			 enum calendar_weekday weekday, bool first);

/* Appends "måndag 4 januari", or "Måndag 4 januari". */
void dates_weekday_date(struct buf *out, const struct dates_how *how,
			int32_t day, bool first);

/*
 * The name of a day as in "i dag är det …": "klämdag", "dagen före Kristi
 * himmelsfärdsdag"; or, `alone`, as it stands in brackets. Empty for a day
 * without one.
 */
struct str dates_name(const struct dates_how *how,
		      struct calendar_special special, bool alone);

/*
 * Why a day is other than usual: what was said, else the calendar's name. A
 * reason without translation is left out of the other language.
 */
struct str dates_reason(const struct dates_how *how,
			const struct hours_day *plan);

#endif
