/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/hours.h"

#include "book/make.h"
#include "real.h"
#include "suite.h"

#include <stdio.h>
#include <string.h>

static struct book plain, special;

static void open_books(void)
{
	struct str bytes = real_file("tests/hours/plain.book");

	ck_assert_int_eq(book_open(&plain, bytes.at, bytes.bytes), BOOK_GOOD);
	bytes = real_file("tests/hours/special.book");
	ck_assert_int_eq(book_open(&special, bytes.at, bytes.bytes), BOOK_GOOD);
}

static int64_t at(const char *time)
{
	int64_t instant;

	ck_assert_msg(calendar_read(str_of(time), &instant), "%s", time);
	return instant;
}

static const char *status_name(enum hours_status status)
{
	static const char *const names[] = { "CLOSED", "OPEN", "CHECK",
					     "UNKNOWN" };

	return names[status];
}

/* The municipality's own hours at 296 moments that matter. */
START_TEST(every_case_of_the_reference_agrees)
{
	char path[1024], text[512], when[32], wanted[32];
	unsigned cases = 0;
	FILE *file;

	open_books();
	snprintf(path, sizeof path, "%s/tests/hours/opening-hours-cases.tsv",
		 getenv("srcdir"));
	file = fopen(path, "r");
	ck_assert_ptr_nonnull(file);
	ck_assert_ptr_nonnull(fgets(text, sizeof text, file));
	while (fgets(text, sizeof text, file)) {
		struct hours_answer answer;

		sscanf(text, "%31[^\t]\t%*[^\t]\t%*[^\t]\t%31[^\t]", when,
		       wanted);
		answer = hours_at(&plain, 0, at(when));
		ck_assert_msg(strncmp(wanted, status_name(answer.status),
				      strlen(status_name(answer.status))) == 0,
			      "%s is %s, not %s", when,
			      status_name(answer.status), wanted);
		cases++;
	}
	fclose(file);
	ck_assert_uint_eq(cases, 296);
}
END_TEST

static void expect(const struct book *book, const char *when,
		   enum hours_status status, enum hours_reason reason,
		   const char *next, enum hours_status then)
{
	struct hours_answer answer = hours_at(book, 0, at(when));

	ck_assert_msg(answer.status == status, "%s is %s", when,
		      status_name(answer.status));
	ck_assert_msg(answer.today.reason == reason, "%s by %d", when,
		      (int)answer.today.reason);
	if (!next) {
		ck_assert(!answer.changes);
		return;
	}
	ck_assert_msg(answer.changes && answer.next == at(next),
		      "%s changes at %lld", when, (long long)answer.next);
	ck_assert_int_eq(answer.then, then);
}

START_TEST(the_next_change_is_the_next_other_status)
{
	open_books();
	expect(&plain, "2026-11-24T10:00", HOURS_OPEN, HOURS_BY_WEEK,
	       "2026-11-24T17:00", HOURS_CLOSED);
	expect(&plain, "2026-11-24T17:00", HOURS_CLOSED, HOURS_BY_WEEK,
	       "2026-11-25T08:00", HOURS_OPEN);
	/* Over a weekend; a weekend's reason is that it is one. */
	expect(&plain, "2026-11-28T10:00", HOURS_CLOSED, HOURS_BY_WEEKEND,
	       "2026-11-30T08:00", HOURS_OPEN);
	/* Into an uncertain day. */
	expect(&plain, "2026-12-22T17:30", HOURS_CLOSED, HOURS_BY_WEEK,
	       "2026-12-23T08:00", HOURS_UNCERTAIN);
	expect(&plain, "2026-12-24T09:00", HOURS_UNCERTAIN, HOURS_BY_EVE,
	       "2026-12-24T17:00", HOURS_CLOSED);
	expect(&plain, "2026-06-19T09:00", HOURS_UNCERTAIN, HOURS_BY_EVE,
	       "2026-06-19T15:00", HOURS_CLOSED);
	expect(&plain, "2026-07-01T09:00", HOURS_OPEN, HOURS_BY_SEASON,
	       "2026-07-01T16:00", HOURS_CLOSED);
	/* The day the clock goes back has 25 hours. */
	expect(&plain, "2026-10-24T12:00", HOURS_CLOSED, HOURS_BY_WEEKEND,
	       "2026-10-26T08:00", HOURS_OPEN);
	/* Holidays on a weekend are a weekend first. */
	expect(&plain, "2026-12-26T09:00", HOURS_CLOSED, HOURS_BY_WEEKEND,
	       "2026-12-28T08:00", HOURS_UNCERTAIN);
}
END_TEST

START_TEST(what_was_said_of_a_day_is_certain)
{
	open_books();
	expect(&special, "2026-12-24T10:00", HOURS_CLOSED, HOURS_BY_DATE,
	       "2026-12-28T09:00", HOURS_OPEN);
	expect(&special, "2026-12-28T10:00", HOURS_OPEN, HOURS_BY_DATE,
	       "2026-12-28T15:00", HOURS_CLOSED);
	expect(&special, "2026-10-30T12:30", HOURS_CLOSED, HOURS_BY_DATE,
	       "2026-10-30T13:00", HOURS_OPEN);
	expect(&special, "2026-10-30T13:59", HOURS_OPEN, HOURS_BY_DATE,
	       "2026-10-30T14:00", HOURS_CLOSED);
}
END_TEST

START_TEST(policies_seasons_and_gaps)
{
	open_books();
	/* A lunch gap. */
	expect(&special, "2026-11-24T11:00", HOURS_OPEN, HOURS_BY_WEEK,
	       "2026-11-24T12:00", HOURS_CLOSED);
	expect(&special, "2026-11-24T12:00", HOURS_CLOSED, HOURS_BY_WEEK,
	       "2026-11-24T13:00", HOURS_OPEN);
	/* holidays="closed", near="ordinary", a season over New Year. */
	expect(&special, "2027-01-06T10:00", HOURS_CLOSED, HOURS_BY_HOLIDAY,
	       "2027-01-07T09:00", HOURS_OPEN);
	expect(&special, "2027-01-05T10:00", HOURS_OPEN, HOURS_BY_NEAR,
	       "2027-01-05T15:00", HOURS_CLOSED);
	expect(&special, "2027-01-11T08:30", HOURS_OPEN, HOURS_BY_WEEK,
	       "2027-01-11T12:00", HOURS_CLOSED);
	/* Until 24:00 and from 00:00: open through midnight. */
	expect(&special, "2027-02-06T23:00", HOURS_OPEN, HOURS_BY_DATE,
	       "2027-02-07T02:00", HOURS_CLOSED);
}
END_TEST

START_TEST(before_the_contents_date_nothing_is_known)
{
	open_books();
	expect(&plain, "2023-12-31T23:59", HOURS_UNKNOWN, HOURS_BY_CLOCK, NULL,
	       HOURS_UNKNOWN);
	expect(&plain, "2024-01-02T10:00", HOURS_UNCERTAIN, HOURS_BY_NEAR,
	       "2024-01-02T17:00", HOURS_CLOSED);
	ck_assert_int_eq(hours_at(&plain, 0, 0).status, HOURS_UNKNOWN);
	ck_assert_int_eq(hours_at(&plain, 0, -1000000000).status,
			 HOURS_UNKNOWN);
}
END_TEST

START_TEST(the_time_zone_of_the_machine_does_not_matter)
{
	static const char *const zones[] = { "UTC", "America/New_York",
					     "garbage", ":/nowhere" };

	open_books();
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
		setenv("TZ", zones[i], 1);
		expect(&plain, "2026-11-24T10:00", HOURS_OPEN, HOURS_BY_WEEK,
		       "2026-11-24T17:00", HOURS_CLOSED);
	}
	unsetenv("TZ");
}
END_TEST

/* Open from `from` to `to` every day, whatever the day. */
static struct make *every_day(uint32_t from, uint32_t to)
{
	struct make *make = make_new();

	make_page(make, "start", 0, "Start", "Start");
	make_hours(make, "natt", "Natten", "The night", FORMAT_NONE);
	make_policies(make, FORMAT_ORDINARY, FORMAT_ORDINARY, FORMAT_ORDINARY);
	make_open(make, MAKE_ALL_DAYS, from, to);
	return make;
}

/* The times are in UTC: on the wall some of them come twice, or never. */
START_TEST(the_hour_that_comes_twice_comes_twice)
{
	struct make *make = every_day(135, 165); /* 2.15 to 2.45 */
	struct book book = make_book(make);

	expect(&book, "2026-10-24T12:00Z", HOURS_CLOSED, HOURS_BY_WEEK,
	       "2026-10-25T00:15Z", HOURS_OPEN);
	expect(&book, "2026-10-25T00:15Z", HOURS_OPEN, HOURS_BY_WEEK,
	       "2026-10-25T00:45Z", HOURS_CLOSED);
	expect(&book, "2026-10-25T00:45Z", HOURS_CLOSED, HOURS_BY_WEEK,
	       "2026-10-25T01:15Z", HOURS_OPEN);
	expect(&book, "2026-10-25T01:15Z", HOURS_OPEN, HOURS_BY_WEEK,
	       "2026-10-25T01:45Z", HOURS_CLOSED);
	expect(&book, "2026-10-25T01:45Z", HOURS_CLOSED, HOURS_BY_WEEK,
	       "2026-10-26T01:15Z", HOURS_OPEN);
	make_free(make);
	/* Closed until 2.15, and again when the clock goes back to 2. */
	make = every_day(135, 300);
	book = make_book(make);
	expect(&book, "2026-10-25T00:30Z", HOURS_OPEN, HOURS_BY_WEEK,
	       "2026-10-25T01:00Z", HOURS_CLOSED);
	make_free(make);
}
END_TEST

START_TEST(the_hour_that_never_comes_is_left_out)
{
	struct make *make = every_day(135, 165);
	struct book book = make_book(make);

	expect(&book, "2026-03-28T12:00", HOURS_CLOSED, HOURS_BY_WEEK,
	       "2026-03-30T02:15", HOURS_OPEN);
	make_free(make);
	make = every_day(135, 210); /* 2.15 to 3.30 */
	book = make_book(make);
	expect(&book, "2026-03-29T00:59Z", HOURS_CLOSED, HOURS_BY_WEEK,
	       "2026-03-29T01:00Z", HOURS_OPEN);
	expect(&book, "2026-03-29T01:00Z", HOURS_OPEN, HOURS_BY_WEEK,
	       "2026-03-29T01:30Z", HOURS_CLOSED);
	make_free(make);
}
END_TEST

START_TEST(two_intervals_that_touch_are_one)
{
	struct make *make = every_day(480, 720);
	struct book book;

	make_open(make, MAKE_ALL_DAYS, 720, 1440);
	make_open(make, MAKE_ALL_DAYS, 0, 60);
	book = make_book(make);
	expect(&book, "2026-11-24T09:00", HOURS_OPEN, HOURS_BY_WEEK,
	       "2026-11-25T01:00", HOURS_CLOSED);
	make_free(make);
}
END_TEST

static void expect_season(uint32_t from, uint32_t until, int year,
			  int32_t first, int32_t last)
{
	struct format_season season = { .in_weeks = 1,
					.from = from,
					.until = until };
	int32_t is_first, is_last;

	if (!hours_season(&season, year, &is_first, &is_last)) {
		ck_assert_int_eq(first, 0);
		return;
	}
	ck_assert_int_eq(is_first, first);
	ck_assert_int_eq(is_last, last);
}

/* 2026 has a week 53, from 28 December; 2027 and 2028 have none. */
START_TEST(a_season_of_weeks_minds_week_53)
{
	expect_season(25, 32, 2026, make_day(2026, 6, 15),
		      make_day(2026, 8, 9));
	expect_season(52, 53, 2026, make_day(2026, 12, 21),
		      make_day(2027, 1, 3));
	expect_season(52, 53, 2027, make_day(2027, 12, 27),
		      make_day(2028, 1, 2));
	expect_season(53, 53, 2026, make_day(2026, 12, 28),
		      make_day(2027, 1, 3));
	expect_season(53, 53, 2027, 0, 0);
	expect_season(53, 2, 2026, make_day(2026, 12, 28),
		      make_day(2027, 1, 17));
	expect_season(53, 2, 2027, make_day(2028, 1, 3), make_day(2028, 1, 16));
}
END_TEST

/* A bath that is open one day a year, and one that never is. */
START_TEST(the_next_change_is_found_within_400_days)
{
	struct make *make = make_new();
	struct book book;

	make_page(make, "start", 0, "Start", "Start");
	make_hours(make, "bad", "Badet", "The pool", FORMAT_NONE);
	make_season(make, false, 701, 701, "En dag", "One day");
	make_open(make, MAKE_ALL_DAYS, 600, 720);
	make_hours(make, "stängt", "Aldrig", "Never", FORMAT_NONE);
	book = make_book(make);
	expect(&book, "2026-07-01T12:00", HOURS_CLOSED, HOURS_BY_SEASON,
	       "2027-07-01T10:00", HOURS_OPEN);
	ck_assert(!hours_at(&book, 1, at("2026-07-01T12:00")).changes);
	/* No table at all: closed, and nothing is read outside. */
	ck_assert(!hours_at(&book, 2, at("2026-07-01T12:00")).changes);
	make_free(make);
}
END_TEST

SUITE("book/hours", every_case_of_the_reference_agrees,
      the_next_change_is_the_next_other_status,
      what_was_said_of_a_day_is_certain, policies_seasons_and_gaps,
      before_the_contents_date_nothing_is_known,
      the_time_zone_of_the_machine_does_not_matter,
      the_hour_that_comes_twice_comes_twice,
      the_hour_that_never_comes_is_left_out, two_intervals_that_touch_are_one,
      a_season_of_weeks_minds_week_53, the_next_change_is_found_within_400_days)
