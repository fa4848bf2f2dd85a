/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether it is open, and until when that holds: a pure function of an
 * instant, an hours table of the book and the day from which the content
 * holds. It never says open or closed where the municipality has not said so.
 *
 * For a date the first that applies: a date of the table (certain) · the
 * policy of a limited day · a season · the week. Intervals are half-open.
 * Outside them it is closed, certainly; inside them it is open, or on a
 * limited day what the policy says.
 */
#ifndef TEXTKIOSK_BOOK_HOURS_H
#define TEXTKIOSK_BOOK_HOURS_H

#include "book/book.h"
#include "book/calendar.h"

#include <stdbool.h>
#include <stdint.h>

enum hours_status {
	HOURS_CLOSED,
	HOURS_OPEN,
	HOURS_UNCERTAIN,
	HOURS_UNKNOWN /* the clock is before the content's date */
};

/* Why; the first that holds, in this order. */
enum hours_reason {
	HOURS_BY_CLOCK,
	HOURS_BY_DATE,
	HOURS_BY_WEEKEND, /* a Saturday or Sunday without hours */
	HOURS_BY_HOLIDAY, /* `name` says which; so the next two */
	HOURS_BY_EVE,
	HOURS_BY_NEAR,
	HOURS_BY_SEASON,
	HOURS_BY_WEEK
};

/* At most this many intervals of one day are told. */
enum { HOURS_INTERVALS = 8 };

/* One day of a table. */
struct hours_day {
	enum hours_reason reason;
	struct calendar_special special; /* what the calendar says of it */
	bool limited; /* inside its intervals the policy decides, not `open` */
	enum format_policy policy; /* of a limited day */
	uint32_t date;		   /* the record that decided, or FORMAT_NONE */
	uint32_t season;	   /* likewise */
	unsigned intervals;
	struct format_interval interval[HOURS_INTERVALS]; /* by minute */
};

struct hours_answer {
	enum hours_status status;
	struct hours_day today;
	bool changes; /* there is a next change within 400 days */
	int64_t next; /* instant of it: the status differs from then */
	enum hours_status then; /* the status from `next` on */
};

/* The day's plan; `day` as in calendar.h. */
struct hours_day hours_day(const struct book *book, uint32_t hours,
			   int32_t day);

/* Whether the clock can be believed: not before the content's date. */
bool hours_known(const struct book *book, int64_t instant);

/* "open"; the same for ever, as --hours prints it; so the next. */
const char *hours_slug(enum hours_status status);

/* Appends the reason of a day: "regular", "holiday:good-friday". */
void hours_add_reason(struct buf *out, const struct hours_day *day);

/* The answer at an instant. */
struct hours_answer hours_at(const struct book *book, uint32_t hours,
			     int64_t instant);

/*
 * The first and last day of a season in the year that `day` is in, by the
 * ISO year for seasons of weeks. False when that year does not have it.
 */
bool hours_season(const struct format_season *season, int year, int32_t *first,
		  int32_t *last);

#endif
