/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/calendar.h"

#include "real.h"
#include "suite.h"

#include <stdio.h>
#include <string.h>

static int32_t day_of(int year, int month, int day)
{
	return calendar_day((struct calendar_date){ year, month, day });
}

START_TEST(dates_and_days_are_each_others_reverse)
{
	struct calendar_date date = { 1990, 1, 1 };
	int32_t day = day_of(1990, 1, 1);

	ck_assert_int_eq(day_of(1970, 1, 1), 0);
	ck_assert_int_eq(calendar_weekday(0), CALENDAR_THURSDAY);
	for (; date.year < 2200; day++) {
		struct calendar_date found = calendar_date(day);

		ck_assert(calendar_exists(found));
		ck_assert_int_eq(calendar_day(found), day);
		ck_assert_int_eq((int)calendar_weekday(day + 1),
				 ((int)calendar_weekday(day) + 1) % 7);
		date = calendar_date(day + 1);
	}
}
END_TEST

START_TEST(only_dates_that_exist_exist)
{
	ck_assert(calendar_exists((struct calendar_date){ 2028, 2, 29 }));
	ck_assert(!calendar_exists((struct calendar_date){ 2027, 2, 29 }));
	ck_assert(!calendar_exists((struct calendar_date){ 2100, 2, 29 }));
	ck_assert(calendar_exists((struct calendar_date){ 2000, 2, 29 }));
	ck_assert(!calendar_exists((struct calendar_date){ 2027, 4, 31 }));
	ck_assert(!calendar_exists((struct calendar_date){ 2027, 13, 1 }));
	ck_assert(!calendar_exists((struct calendar_date){ 2027, 0, 1 }));
	ck_assert(!calendar_exists((struct calendar_date){ 1989, 12, 31 }));
	ck_assert(!calendar_exists((struct calendar_date){ 2200, 1, 1 }));
}
END_TEST

/* ISO 8601: 28 December 2026 to 3 January 2027 is week 53. */
START_TEST(weeks_are_those_of_iso_8601)
{
	struct calendar_week week = calendar_week(day_of(2027, 1, 1));

	ck_assert_int_eq(week.year, 2026);
	ck_assert_int_eq(week.week, 53);
	week = calendar_week(day_of(2024, 12, 30));
	ck_assert_int_eq(week.year, 2025);
	ck_assert_int_eq(week.week, 1);
	ck_assert_int_eq(calendar_weeks(2026), 53);
	ck_assert_int_eq(calendar_weeks(2027), 52);
	for (int year = 1990; year < 2199; year++)
		for (int n = 1; n <= calendar_weeks(year); n++) {
			struct calendar_week at = { year, n };
			int32_t monday = calendar_monday(at);

			ck_assert_int_eq(calendar_weekday(monday),
					 CALENDAR_MONDAY);
			ck_assert_int_eq(calendar_week(monday + 6).week, n);
			ck_assert_int_eq(calendar_week(monday + 6).year, year);
		}
}
END_TEST

/* Every minute of the two days of change, ten years. */
START_TEST(swedish_time_goes_over_the_changes_of_the_clock)
{
	for (int year = 2024; year < 2034; year++)
		for (int month = 3; month <= 10; month += 7) {
			int32_t last = day_of(year, month, 31);
			int32_t sunday =
				last - (calendar_weekday(last) + 1) % 7;
			int64_t change = (int64_t)sunday * 86400 + 3600;
			int before = month == 3 ? 60 : 120;

			for (int64_t at = change - 86400; at < change + 86400;
			     at += 60) {
				int offset =
					at < change ? before : 180 - before;
				int64_t back;

				ck_assert_int_eq(calendar_offset(at), offset);
				ck_assert_int_eq(calendar_local(at),
						 at / 60 + offset);
				ck_assert(calendar_instant(calendar_local(at),
							   &back));
				/* Of two the first. */
				ck_assert(back == at || back == at - 3600);
			}
		}
}
END_TEST

START_TEST(an_hour_that_does_not_exist_is_no_instant)
{
	int64_t instant;
	int64_t local = (int64_t)day_of(2027, 3, 28) * 1440 + 150;

	ck_assert(!calendar_instant(local, &instant));
	ck_assert_int_eq(calendar_local(instant), local + 30);
	local = (int64_t)day_of(2026, 10, 25) * 1440 + 150;
	ck_assert(calendar_instant(local, &instant));
	ck_assert_int_eq(calendar_offset(instant), 120);
}
END_TEST

START_TEST(instants_are_read)
{
	static const struct {
		const char *text;
		int64_t instant; /* -1: refused */
	} cases[] = {
		{ "2026-11-24T10:00", REAL_NOW },
		{ "2026-11-24T10:00:30", REAL_NOW + 30 },
		{ "2026-11-24T09:00Z", REAL_NOW },
		{ "2026-11-24T11:30+02:30", REAL_NOW },
		{ "2026-11-24T04:00-05:00", REAL_NOW },
		{ "2026-07-01T12:00", 1782900000 },
		{ "2026-10-25T02:30", 1792888200 },
		{ "2026-03-29T02:30", -1 },
		{ "2026-02-30T10:00", -1 },
		{ "2026-11-24T24:00", -1 },
		{ "2026-11-24 10:00", -1 },
		{ "2026-11-24T10:00x", -1 },
		{ "2026-11-24T10:00+2", -1 },
		{ "2026-11-24", -1 },
		{ "", -1 },
		{ "26-11-24T10:00", -1 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t instant = -1;

		calendar_read(str_of(cases[i].text), &instant);
		ck_assert_msg(instant == cases[i].instant, "%s gives %lld",
			      cases[i].text, (long long)instant);
	}
}
END_TEST

static void hold_written(int64_t instant, const char *text)
{
	struct buf out = { 0 };

	calendar_write(&out, instant);
	ck_str(buf_str(&out), text);
	buf_free(&out);
}

START_TEST(instants_are_written)
{
	hold_written(REAL_NOW, "2026-11-24T10:00+01:00");
	hold_written(1782900000, "2026-07-01T12:00+02:00");
	/* Half past two, and an hour later again. */
	hold_written(1792888200, "2026-10-25T02:30+02:00");
	hold_written(1792888200 + 3600, "2026-10-25T02:30+01:00");
	hold_written(-3600, "1970-01-01T00:00+01:00");
}
END_TEST

START_TEST(easter_is_where_the_church_has_it)
{
	ck_assert_int_eq(calendar_easter(2026), day_of(2026, 4, 5));
	ck_assert_int_eq(calendar_easter(2008), day_of(2008, 3, 23));
	ck_assert_int_eq(calendar_easter(2038), day_of(2038, 4, 25));
	ck_assert_int_eq(calendar_easter(2160), day_of(2160, 3, 23));
}
END_TEST

/* The names of tests/hours/holidays-se.tsv, and ours. */
static const struct {
	const char *name;
	const char *slug;
} names[] = {
	{ "dag före", "day-before" },
	{ "dagen före", "day-before" },
	{ "klämdag", "bridge-day" },
	{ "mellandag", "between-days" },
	{ "skärtorsdagen", "maundy-thursday" },
	{ "trettondagsafton", "twelfth-night" },
	{ "valborgsmässoafton", "walpurgis-night" },
	{ "julafton", "christmas-eve" },
	{ "midsommarafton", "midsummer-eve" },
	{ "nyårsafton", "new-years-eve" },
	{ "alla helgons dag", "all-saints-day" },
	{ "annandag jul", "boxing-day" },
	{ "annandag påsk", "easter-monday" },
	{ "första maj", "may-day" },
	{ "juldagen", "christmas-day" },
	{ "midsommardagen", "midsummer-day" },
	{ "nationaldagen", "national-day" },
	{ "nyårsdagen", "new-years-day" },
	{ "pingstdagen", "whit-sunday" },
	{ "påskdagen", "easter-day" },
	{ "trettondedag jul", "epiphany" },
	{ "långfredagen", "good-friday" },
	{ "Kristi himmelsfärdsdag", "ascension-day" },
};

static const char *slug_of(const char *name)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strncmp(names[i].name, name, strlen(names[i].name)) == 0)
			return names[i].slug;
	return "?";
}

static char letter_of(enum calendar_class class_)
{
	return "-HEC"[class_];
}

/* 2026 to 2040: each row of the file, and no other working day. */
START_TEST(every_special_day_is_that_of_the_reference)
{
	char path[1024], text[256], name[128];
	int32_t day = day_of(2026, 1, 1);
	unsigned rows = 0;
	FILE *file;

	snprintf(path, sizeof path, "%s/tests/hours/holidays-se.tsv",
		 getenv("srcdir"));
	file = fopen(path, "r");
	ck_assert_ptr_nonnull(file);
	ck_assert_ptr_nonnull(fgets(text, sizeof text, file));
	while (fgets(text, sizeof text, file)) {
		struct calendar_special special;
		struct calendar_date date;
		char class_;

		ck_assert_int_eq(sscanf(text,
					"%d-%d-%d\t%*[^\t]\t%*d\t%c%*[^\t]",
					&date.year, &date.month, &date.day,
					&class_) >= 4,
				 1);
		sscanf(text, "%*[^\t]\t%*[^\t]\t%*[^\t]\t%*[^\t]\t%127[^\t]",
		       name);
		for (; day < calendar_day(date); day++)
			ck_assert(calendar_weekday(day) >= CALENDAR_SATURDAY ||
				  calendar_special(day).class_ ==
					  CALENDAR_PLAIN);
		special = calendar_special(day++);
		ck_assert_msg(letter_of(special.class_) == class_ &&
				      strcmp(calendar_slug(special.name),
					     slug_of(name)) == 0,
			      "%.60s is %c %s", text, letter_of(special.class_),
			      calendar_slug(special.name));
		rows++;
	}
	fclose(file);
	ck_assert_uint_eq(rows, 431);
}
END_TEST

/* Where two holidays fall on one day, the first in the order of the year. */
START_TEST(a_day_has_the_first_of_its_names)
{
	ck_assert_int_eq(calendar_special(day_of(2008, 5, 1)).name,
			 CALENDAR_MAY_DAY);
	ck_assert_int_eq(calendar_special(day_of(2049, 6, 6)).name,
			 CALENDAR_NATIONAL_DAY);
	/* 6 June is a holiday since 2005. */
	ck_assert_int_eq(calendar_special(day_of(2004, 6, 6)).class_,
			 CALENDAR_PLAIN);
	/* Week 26: 2032. */
	ck_assert_int_eq(calendar_special(day_of(2032, 6, 25)).name,
			 CALENDAR_MIDSUMMER_EVE);
	ck_assert_int_eq(calendar_week(day_of(2032, 6, 25)).week, 26);
}
END_TEST

SUITE("book/calendar", dates_and_days_are_each_others_reverse,
      only_dates_that_exist_exist, weeks_are_those_of_iso_8601,
      swedish_time_goes_over_the_changes_of_the_clock,
      an_hour_that_does_not_exist_is_no_instant, instants_are_read,
      instants_are_written, easter_is_where_the_church_has_it,
      a_day_has_the_first_of_its_names,
      every_special_day_is_that_of_the_reference)
