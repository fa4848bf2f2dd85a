/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates as people in Sweden have them: civil dates, ISO weeks, public
 * holidays, and Swedish time. All of it is computed; TZ, tzdata and the
 * locale are never asked. Years 1990 to 2199.
 *
 * A day is the number of days since 1 January 1970, proleptic Gregorian.
 * An instant is seconds since 1970-01-01T00:00:00Z without leap seconds.
 * Local minutes are day * 1440 + minute of that day on a Swedish clock.
 */
#ifndef TEXTKIOSK_BOOK_CALENDAR_H
#define TEXTKIOSK_BOOK_CALENDAR_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct calendar_date {
	int year;
	int month; /* 1-12 */
	int day;   /* 1-31 */
};

/* Weekdays as ISO 8601 numbers them, from 0. */
enum calendar_weekday {
	CALENDAR_MONDAY,
	CALENDAR_TUESDAY,
	CALENDAR_WEDNESDAY,
	CALENDAR_THURSDAY,
	CALENDAR_FRIDAY,
	CALENDAR_SATURDAY,
	CALENDAR_SUNDAY
};

/* The day of a date that exists. */
int32_t calendar_day(struct calendar_date date);

/* The date of a day. */
struct calendar_date calendar_date(int32_t day);

/* Whether there is such a date in the years 1990 to 2199. */
bool calendar_exists(struct calendar_date date);

enum calendar_weekday calendar_weekday(int32_t day);

/* The ISO 8601 week: 1-53, and the year it belongs to. */
struct calendar_week {
	int year;
	int week;
};

struct calendar_week calendar_week(int32_t day);

/* The Monday of an ISO week of a year. */
int32_t calendar_monday(struct calendar_week week);

/* Weeks in an ISO year: 52 or 53. */
int calendar_weeks(int year);

/*
 * Swedish time: CET, and CEST from the last Sunday of March to the last of
 * October, 01:00 UTC (SFS 2001:127; Directive 2000/84/EC).
 */
int64_t calendar_local(int64_t instant); /* local minutes, rounded down */

/* The day it is in Sweden at an instant. */
int32_t calendar_today(int64_t instant);

/* Minutes that a Swedish clock is ahead of UTC at an instant: 60 or 120. */
int calendar_offset(int64_t instant);

/*
 * The instant of local minutes. An ambiguous one (the hour in October that
 * comes twice) is the first of the two. False for one that does not exist
 * (the hour in March): *instant is then that of the jump.
 */
bool calendar_instant(int64_t local, int64_t *instant);

/*
 * Reads an instant: "2026-12-21T10:00" is Swedish time, "…Z" and "…+02:00"
 * are as ISO 8601 says; seconds may stand behind the minutes. False, and
 * *instant untouched, for anything else and for a Swedish time that does
 * not exist.
 */
bool calendar_read(struct str text, int64_t *instant);

/* Appends an instant as it is here: "2026-12-23T08:00+01:00". */
void calendar_write(struct buf *out, int64_t instant);

/*
 * What a day is beside its weekday, for opening hours (design: limited days).
 * Public holidays by Act 1989:253; eves as 7 § of the Annual Leave Act;
 * the others are the days on which hours are often shortened.
 */
enum calendar_class {
	CALENDAR_PLAIN,
	CALENDAR_HOLIDAY,
	CALENDAR_EVE, /* Midsummer's, Christmas and New Year's Eve */
	CALENDAR_NEAR
};

/*
 * The names of those days. "The day before X" has a name for each X. One
 * table in calendar.c has the ASCII slug of each; words.c has them as words.
 */
enum calendar_name {
	CALENDAR_NO_NAME,
	/* Public holidays, in the order of the year. */
	CALENDAR_NEW_YEARS_DAY,
	CALENDAR_EPIPHANY,
	CALENDAR_GOOD_FRIDAY,
	CALENDAR_EASTER_DAY,
	CALENDAR_EASTER_MONDAY,
	CALENDAR_MAY_DAY,
	CALENDAR_ASCENSION_DAY,
	CALENDAR_NATIONAL_DAY,
	CALENDAR_WHIT_SUNDAY,
	CALENDAR_MIDSUMMER_DAY,
	CALENDAR_ALL_SAINTS_DAY,
	CALENDAR_CHRISTMAS_DAY,
	CALENDAR_BOXING_DAY,
	/* Eves that count as Sundays. */
	CALENDAR_MIDSUMMER_EVE,
	CALENDAR_CHRISTMAS_EVE,
	CALENDAR_NEW_YEARS_EVE,
	/* Days near them, first those with a name of their own. */
	CALENDAR_MAUNDY_THURSDAY,
	CALENDAR_WALPURGIS_NIGHT,
	CALENDAR_TWELFTH_NIGHT,
	CALENDAR_DAY_BEFORE, /* the day before `of` */
	CALENDAR_BRIDGE_DAY,
	CALENDAR_BETWEEN_DAYS, /* 27-30 December, 2-5 January */
	CALENDAR_NAMES
};

struct calendar_special {
	enum calendar_class class_;
	enum calendar_name name; /* the first of several, in the order above */
	enum calendar_name of;	 /* CALENDAR_DAY_BEFORE: before what */
};

/* What a day is, whatever its weekday. */
struct calendar_special calendar_special(int32_t day);

/* "good-friday"; the same for ever, as --hours prints it. */
const char *calendar_slug(enum calendar_name name);

/* Easter Day of a year (anonymous Gregorian computus). */
int32_t calendar_easter(int year);

#endif
