/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/calendar.h"

#include "base/die.h"

#include <stddef.h>

enum {
	FIRST_YEAR = 1990,
	LAST_YEAR = 2199,
	DAY_MINUTES = 1440,
	MONDAY_OF_1970 = 3 /* 1 January 1970 was a Thursday */
};

/* Rounds down, where C rounds towards zero. */
static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* ------------------------------------------------------------------------
 * Civil dates. Years are counted from 1 March, so that the leap day is the
 * last one; 400 of them have 146 097 days.
 */

int32_t calendar_day(struct calendar_date date)
{
	int year = date.month <= 2 ? date.year - 1 : date.year;
	int era = (int)floor_div(year, 400);
	int in_era = year - era * 400;
	int in_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;

	return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 +
	       in_year - 719468;
}

struct calendar_date calendar_date(int32_t day)
{
	int shifted = day + 719468;
	int era = (int)floor_div(shifted, 146097);
	int in_era = shifted - era * 146097;
	int year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) /
		   365;
	int in_year = in_era - (365 * year + year / 4 - year / 100);
	int month = (5 * in_year + 2) / 153; /* 0: March */
	struct calendar_date date;

	date.day = in_year - (153 * month + 2) / 5 + 1;
	date.month = month < 10 ? month + 3 : month - 9;
	date.year = year + era * 400 + (date.month <= 2);
	return date;
}

static bool leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };

	return days[month - 1] + (month == 2 && leap(year));
}

bool calendar_exists(struct calendar_date date)
{
	return date.year >= FIRST_YEAR && date.year <= LAST_YEAR &&
	       date.month >= 1 && date.month <= 12 && date.day >= 1 &&
	       date.day <= month_days(date.year, date.month);
}

enum calendar_weekday calendar_weekday(int32_t day)
{
	int from_monday = (int)((day + MONDAY_OF_1970) % 7);

	return (enum calendar_weekday)(from_monday < 0 ? from_monday + 7
						       : from_monday);
}

/* ------------------------------------------------------------------------
 * ISO weeks: week 1 is the one with 4 January (ISO 8601).
 */

static int32_t first_monday(int year)
{
	int32_t fourth = calendar_day((struct calendar_date){ year, 1, 4 });

	return fourth - (int32_t)calendar_weekday(fourth);
}

struct calendar_week calendar_week(int32_t day)
{
	int year = calendar_date(day).year;

	if (day >= first_monday(year + 1))
		year++;
	else if (day < first_monday(year))
		year--;
	return (struct calendar_week){ year,
				       (day - first_monday(year)) / 7 + 1 };
}

int32_t calendar_monday(struct calendar_week week)
{
	return first_monday(week.year) + 7 * (week.week - 1);
}

int calendar_weeks(int year)
{
	return (first_monday(year + 1) - first_monday(year)) / 7;
}

/* ------------------------------------------------------------------------
 * Swedish time.
 */

/* The last Sunday of March or October, 01:00 UTC, as an instant. */
static int64_t change(int year, int month)
{
	int32_t last = calendar_day((struct calendar_date){ year, month, 31 });
	int32_t sunday = last - (calendar_weekday(last) + 1) % 7;

	return (int64_t)sunday * 86400 + 3600;
}

int32_t calendar_today(int64_t instant)
{
	return (int32_t)floor_div(calendar_local(instant), DAY_MINUTES);
}

int calendar_offset(int64_t instant)
{
	int year = calendar_date((int32_t)floor_div(instant, 86400)).year;
	bool summer = instant >= change(year, 3) && instant < change(year, 10);

	return summer ? 120 : 60;
}

int64_t calendar_local(int64_t instant)
{
	return floor_div(instant, 60) + calendar_offset(instant);
}

bool calendar_instant(int64_t local, int64_t *instant)
{
	int64_t summer = (local - 120) * 60;
	int64_t winter = (local - 60) * 60;
	int year = calendar_date((int32_t)floor_div(local, DAY_MINUTES)).year;

	/* Summer time is tried first: of two it is the earlier one. */
	if (calendar_offset(summer) == 120) {
		*instant = summer;
		return true;
	}
	if (calendar_offset(winter) == 60) {
		*instant = winter;
		return true;
	}
	*instant = change(year, 3);
	return false;
}

/* ------------------------------------------------------------------------
 * Reading.
 */

/* Digits at the head of *text and the sign behind them, which are taken. */
static bool take_number(struct str *text, size_t digits, struct str sign,
			int *number)
{
	unsigned long value;

	if (!str_number(str_first(*text, digits), 9999, &value) ||
	    text->bytes < digits || !str_starts(str_from(*text, digits), sign))
		return false;
	*text = str_from(*text, digits + sign.bytes);
	*number = (int)value;
	return true;
}

/* "Z", "+02:00", "-01:30" as minutes ahead of UTC. */
static bool read_offset(struct str text, int *minutes)
{
	bool west = str_starts(text, STR("-"));
	int hour, minute;

	if (str_equal(text, STR("Z"))) {
		*minutes = 0;
		return true;
	}
	if (!west && !str_starts(text, STR("+")))
		return false;
	text = str_from(text, 1);
	if (!take_number(&text, 2, STR(":"), &hour) ||
	    !take_number(&text, 2, STR(""), &minute) || text.bytes ||
	    hour > 14 || minute > 59)
		return false;
	*minutes = (hour * 60 + minute) * (west ? -1 : 1);
	return true;
}

bool calendar_read(struct str text, int64_t *instant)
{
	struct calendar_date date;
	int hour, minute, second = 0, offset;
	int64_t local, found;

	if (!take_number(&text, 4, STR("-"), &date.year) ||
	    !take_number(&text, 2, STR("-"), &date.month) ||
	    !take_number(&text, 2, STR("T"), &date.day) ||
	    !take_number(&text, 2, STR(":"), &hour) ||
	    !take_number(&text, 2, STR(""), &minute))
		return false;
	if (str_starts(text, STR(":"))) {
		text = str_from(text, 1);
		if (!take_number(&text, 2, STR(""), &second))
			return false;
	}
	if (!calendar_exists(date) || hour > 23 || minute > 59 || second > 59)
		return false;
	local = (int64_t)calendar_day(date) * DAY_MINUTES + hour * 60 + minute;
	if (text.bytes) {
		if (!read_offset(text, &offset))
			return false;
		found = (local - offset) * 60;
	} else if (!calendar_instant(local, &found)) {
		return false;
	}
	*instant = found + second;
	return true;
}

/* ------------------------------------------------------------------------
 * Writing.
 */

/* Two digits or more, and the sign behind them. */
static void write_number(struct buf *out, int number, char sign)
{
	if (number < 10)
		buf_byte(out, '0');
	buf_number(out, (unsigned long)number);
	buf_byte(out, sign);
}

void calendar_write(struct buf *out, int64_t instant)
{
	struct calendar_date date = calendar_date(calendar_today(instant));
	int64_t local = calendar_local(instant);
	int minute = (int)(local - floor_div(local, DAY_MINUTES) * DAY_MINUTES);

	write_number(out, date.year, '-');
	write_number(out, date.month, '-');
	write_number(out, date.day, 'T');
	write_number(out, minute / 60, ':');
	write_number(out, minute % 60, '+');
	write_number(out, calendar_offset(instant) / 60, ':');
	buf_add(out, STR("00"));
}

/* ------------------------------------------------------------------------
 * Holidays.
 */

int32_t calendar_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int month = (h + l - 7 * m + 114) / 31;
	int day = (h + l - 7 * m + 114) % 31 + 1;

	return calendar_day((struct calendar_date){ year, month, day });
}

/* The Saturday on or after a date: Midsummer Day, All Saints' Day. */
static int32_t saturday_from(int year, int month, int day)
{
	int32_t from = calendar_day((struct calendar_date){ year, month, day });

	return from + (CALENDAR_SATURDAY - (int)calendar_weekday(from) + 7) % 7;
}

/* Days that fall on one date every year. */
static const struct {
	int month;
	int day;
	enum calendar_name name;
} fixed[] = {
	{ 1, 1, CALENDAR_NEW_YEARS_DAY },   { 1, 6, CALENDAR_EPIPHANY },
	{ 5, 1, CALENDAR_MAY_DAY },	    { 6, 6, CALENDAR_NATIONAL_DAY },
	{ 12, 24, CALENDAR_CHRISTMAS_EVE }, { 12, 25, CALENDAR_CHRISTMAS_DAY },
	{ 12, 26, CALENDAR_BOXING_DAY },    { 12, 31, CALENDAR_NEW_YEARS_EVE },
};

/* Days counted from Easter Day. */
static const struct {
	int days;
	enum calendar_name name;
} movable[] = {
	{ -2, CALENDAR_GOOD_FRIDAY },  { 0, CALENDAR_EASTER_DAY },
	{ 1, CALENDAR_EASTER_MONDAY }, { 39, CALENDAR_ASCENSION_DAY },
	{ 49, CALENDAR_WHIT_SUNDAY },
};

/* 6 June is a public holiday since 2005, and Whit Monday no longer (SFS
   2004:1320). */
enum { NATIONAL_DAY_FROM = 2005 };

/*
 * A public holiday (Act 1989:253) or an eve that counts as a Sunday. Where two
 * fall on one day (May Day and Ascension Day in 2008), the first in the order
 * of the year.
 */
static enum calendar_name great_day(int32_t day)
{
	struct calendar_date date = calendar_date(day);
	int32_t from_easter = day - calendar_easter(date.year);
	int32_t midsummer = saturday_from(date.year, 6, 20);

	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (fixed[i].month == date.month && fixed[i].day == date.day &&
		    (fixed[i].name != CALENDAR_NATIONAL_DAY ||
		     date.year >= NATIONAL_DAY_FROM))
			return fixed[i].name;
	for (size_t i = 0; i < sizeof movable / sizeof *movable; i++)
		if (from_easter == movable[i].days)
			return movable[i].name;
	if (day == midsummer)
		return CALENDAR_MIDSUMMER_DAY;
	if (day == midsummer - 1)
		return CALENDAR_MIDSUMMER_EVE;
	if (day == saturday_from(date.year, 10, 31))
		return CALENDAR_ALL_SAINTS_DAY;
	return CALENDAR_NO_NAME;
}

static bool is_eve(enum calendar_name name)
{
	return name >= CALENDAR_MIDSUMMER_EVE && name <= CALENDAR_NEW_YEARS_EVE;
}

static bool non_working(int32_t day)
{
	return calendar_weekday(day) >= CALENDAR_SATURDAY ||
	       great_day(day) != CALENDAR_NO_NAME;
}

static bool bridge(int32_t day)
{
	return !non_working(day) && non_working(day - 1) &&
	       non_working(day + 1);
}

static bool between_days(struct calendar_date date)
{
	return (date.month == 12 && date.day >= 27 && date.day <= 30) ||
	       (date.month == 1 && date.day >= 2 && date.day <= 5);
}

/* Days near a great day that have a name of their own. */
static enum calendar_name named_near(int32_t day, struct calendar_date date)
{
	if (day == calendar_easter(date.year) - 3)
		return CALENDAR_MAUNDY_THURSDAY;
	if (date.month == 4 && date.day == 30)
		return CALENDAR_WALPURGIS_NIGHT;
	if (date.month == 1 && date.day == 5)
		return CALENDAR_TWELFTH_NIGHT;
	return CALENDAR_NO_NAME;
}

static struct calendar_special near(int32_t day)
{
	struct calendar_date date = calendar_date(day);
	struct calendar_special special = { .class_ = CALENDAR_NEAR };
	enum calendar_name tomorrow = great_day(day + 1);

	special.name = named_near(day, date);
	if (special.name != CALENDAR_NO_NAME)
		return special;
	special.of = tomorrow;
	if (tomorrow != CALENDAR_NO_NAME)
		special.name = CALENDAR_DAY_BEFORE;
	else if (bridge(day))
		special.name = CALENDAR_BRIDGE_DAY;
	else if (between_days(date))
		special.name = CALENDAR_BETWEEN_DAYS;
	else
		special.class_ = CALENDAR_PLAIN;
	return special;
}

struct calendar_special calendar_special(int32_t day)
{
	enum calendar_name name = great_day(day);

	if (name == CALENDAR_NO_NAME)
		return near(day);
	return (struct calendar_special){
		.class_ = is_eve(name) ? CALENDAR_EVE : CALENDAR_HOLIDAY,
		.name = name,
	};
}

static const char *const slugs[CALENDAR_NAMES] = {
	[CALENDAR_NO_NAME] = "",
	[CALENDAR_NEW_YEARS_DAY] = "new-years-day",
	[CALENDAR_EPIPHANY] = "epiphany",
	[CALENDAR_GOOD_FRIDAY] = "good-friday",
	[CALENDAR_EASTER_DAY] = "easter-day",
	[CALENDAR_EASTER_MONDAY] = "easter-monday",
	[CALENDAR_MAY_DAY] = "may-day",
	[CALENDAR_ASCENSION_DAY] = "ascension-day",
	[CALENDAR_NATIONAL_DAY] = "national-day",
	[CALENDAR_WHIT_SUNDAY] = "whit-sunday",
	[CALENDAR_MIDSUMMER_DAY] = "midsummer-day",
	[CALENDAR_ALL_SAINTS_DAY] = "all-saints-day",
	[CALENDAR_CHRISTMAS_DAY] = "christmas-day",
	[CALENDAR_BOXING_DAY] = "boxing-day",
	[CALENDAR_MIDSUMMER_EVE] = "midsummer-eve",
	[CALENDAR_CHRISTMAS_EVE] = "christmas-eve",
	[CALENDAR_NEW_YEARS_EVE] = "new-years-eve",
	[CALENDAR_MAUNDY_THURSDAY] = "maundy-thursday",
	[CALENDAR_WALPURGIS_NIGHT] = "walpurgis-night",
	[CALENDAR_TWELFTH_NIGHT] = "twelfth-night",
	[CALENDAR_DAY_BEFORE] = "day-before",
	[CALENDAR_BRIDGE_DAY] = "bridge-day",
	[CALENDAR_BETWEEN_DAYS] = "between-days",
};

const char *calendar_slug(enum calendar_name name)
{
	die_unless(name < CALENDAR_NAMES);
	return slugs[name];
}
