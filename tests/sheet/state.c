/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is said of the opening state: every situation of design section 8,
 * word for word, and that no sentence outlives its truth.
 */
#include "sheet/state.h"

#include "book/make.h"
#include "real.h"
#include "suite.h"

#include <stdio.h>
#include <string.h>

/* ------------------------------------------------------------------------
 * Tables of hours.
 */

static struct make *begin(void)
{
	struct make *make = make_new();

	make_site(make, "Hallsbergs kommun", NULL, make_day(2024, 1, 1));
	make_page(make, "start", 0, "Hallsbergs kommun", "Hallsbergs kommun");
	make_town_hall(make);
	return make;
}

/* The municipality's own hours; nothing has been said of any holiday. */
static struct make *plain(void)
{
	return begin();
}

/* The same, with what reception may add. */
static struct make *said(void)
{
	struct make *make = begin();

	make_date(make, make_day(2026, 4, 2), make_day(2026, 4, 2),
		  FORMAT_DATE_INTERVALS, "dag före påsk", "day before Easter");
	make_open(make, MAKE_ALL_DAYS, 480, 720);
	make_date(make, make_day(2026, 10, 30), make_day(2026, 10, 30),
		  FORMAT_DATE_INTERVALS, "kort dag", NULL);
	make_open(make, MAKE_ALL_DAYS, 480, 720);
	make_open(make, MAKE_ALL_DAYS, 780, 840);
	make_date(make, make_day(2026, 11, 27), make_day(2026, 11, 27),
		  FORMAT_DATE_CLOSED, NULL, NULL);
	make_date(make, make_day(2026, 12, 24), make_day(2026, 12, 24),
		  FORMAT_DATE_CLOSED, "julafton", "Christmas Eve");
	make_date(make, make_day(2026, 12, 28), make_day(2026, 12, 30),
		  FORMAT_DATE_ORDINARY, NULL, NULL);
	make_date(make, make_day(2027, 2, 1), make_day(2027, 2, 12),
		  FORMAT_DATE_CLOSED, "ombyggnad", NULL);
	return make;
}

/* Lunch; half hours; two intervals that touch; until midnight and past it. */
static struct make *gaps(void)
{
	struct make *make = begin();
	uint32_t contact = 0;

	make_hours(make, "badet", "Badet", "The pool", contact);
	make_open(make, 1 << 0, 480, 720); /* Monday: lunch at 12 */
	make_open(make, 1 << 0, 780, 1020);
	make_open(make, 1 << 1, 510, 750); /* Tuesday: half hours */
	make_open(make, 1 << 1, 810, 990);
	make_open(make, 1 << 2, 480, 720); /* Wednesday: no gap at 12 */
	make_open(make, 1 << 2, 720, 1020);
	make_open(make, 1 << 3, 1200, 1440); /* Thursday: till midnight */
	make_open(make, 1 << 4, 1200, 1440); /* Friday: past midnight */
	make_open(make, 1 << 5, 0, 120);
	return make;
}

/* Everything near a holiday has been decided. */
static struct make *decided(void)
{
	struct make *make = begin();

	make_policies(make, FORMAT_CLOSED, FORMAT_CLOSED, FORMAT_ORDINARY);
	return make;
}

/* Days near a holiday are closed days too; nobody to call. */
static struct make *bridges_closed(void)
{
	struct make *make = make_new();

	make_page(make, "start", 0, "Start", "Start");
	make_hours(make, "hus", "Huset", "The house", FORMAT_NONE);
	make_open(make, MAKE_WEEKDAYS, 480, 1020);
	make_policies(make, FORMAT_UNCERTAIN, FORMAT_UNCERTAIN, FORMAT_CLOSED);
	return make;
}

/* The same with days near a holiday left open to doubt. */
static struct make *nobody_to_call(void)
{
	struct make *make = bridges_closed();

	make_policies(make, FORMAT_UNCERTAIN, FORMAT_UNCERTAIN,
		      FORMAT_UNCERTAIN);
	return make;
}

/* Always open, but for a night in which the clock changes. */
static struct make *nights(void)
{
	struct make *make = make_new();

	make_page(make, "start", 0, "Start", "Start");
	make_hours(make, "natt", "Natten", "The night", FORMAT_NONE);
	make_policies(make, FORMAT_ORDINARY, FORMAT_ORDINARY, FORMAT_ORDINARY);
	make_open(make, MAKE_ALL_DAYS, 0, 195); /* 3.15 */
	make_open(make, MAKE_ALL_DAYS, 1380, 1440);
	return make;
}

/* No hours at all. */
static struct make *never(void)
{
	struct make *make = make_new();

	make_page(make, "start", 0, "Start", "Start");
	make_hours(make, "aldrig", "Aldrig", "Never", FORMAT_NONE);
	return make;
}

/* ------------------------------------------------------------------------
 * Saying.
 */

static struct dates_how how_in(const struct book *book, uint32_t language)
{
	static const struct catalog english;

	return (struct dates_how){
		.book = book,
		.catalog =
			language ? &english : &real_window(80, 24).catalogs[0],
		.language = language,
	};
}

static int64_t at(const char *time)
{
	int64_t instant;

	ck_assert_msg(calendar_read(str_of(time), &instant), "%s", time);
	return instant;
}

/* The table that a book is about: the last one. */
static uint32_t table_of(const struct book *book)
{
	return book_count(book, FORMAT_HOURS) - 1;
}

/* What is said; good until the fourth sentence after it. */
static struct str say(const struct book *book, uint32_t language,
		      enum state_length length, int64_t now)
{
	static struct buf said_last[4];
	static unsigned turn;
	struct buf *out = &said_last[turn++ % 4];
	struct dates_how how = how_in(book, language);

	buf_clear(out);
	state_sentence(out, &how, table_of(book), now, length);
	return buf_str(out);
}

/* Columns: these languages have one a character. */
static size_t columns(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.bytes; i++)
		count += (text.at[i] & 0xC0) != 0x80;
	return count;
}

struct golden {
	struct make *(*table)(void);
	const char *time;
	const char *sv, *sv_short;
	const char *en, *en_short;
};

static void hold(const struct golden *golden)
{
	struct make *make = golden->table();
	struct book book = make_book(make);
	int64_t now = at(golden->time);
	struct str said_short[] = { say(&book, 0, STATE_SHORT, now),
				    say(&book, 1, STATE_SHORT, now) };

	ck_str(say(&book, 0, STATE_LONG, now), golden->sv);
	ck_str(say(&book, 1, STATE_LONG, now), golden->en);
	ck_str(said_short[0], golden->sv_short);
	ck_str(said_short[1], golden->en_short);
	ck_assert_uint_le(columns(said_short[0]), 38);
	ck_assert_uint_le(columns(said_short[1]), 38);
	make_free(make);
}

#define HOLD(goldens)                                                          \
	for (size_t i = 0; i < sizeof(goldens) / sizeof *(goldens); i++)       \
	hold(&(goldens)[i])

/* ------------------------------------------------------------------------
 * Ordinary days.
 */

START_TEST(open)
{
	static const struct golden goldens[] = {
		{ plain, "2026-11-24T10:00", "Öppet nu. Stänger i dag kl. 17.",
		  "Öppet nu. Stänger kl. 17.",
		  "Open now. Closes today at 17:00.",
		  "Open now. Closes at 17:00." },
		{ plain, "2026-11-24T08:00", "Öppet nu. Stänger i dag kl. 17.",
		  "Öppet nu. Stänger kl. 17.",
		  "Open now. Closes today at 17:00.",
		  "Open now. Closes at 17:00." },
		{ plain, "2026-07-03T10:00", "Öppet nu. Stänger i dag kl. 15.",
		  "Öppet nu. Stänger kl. 15.",
		  "Open now. Closes today at 15:00.",
		  "Open now. Closes at 15:00." },
		{ plain, "2026-11-24T16:29:59",
		  "Öppet nu. Stänger i dag kl. 17.",
		  "Öppet nu. Stänger kl. 17.",
		  "Open now. Closes today at 17:00.",
		  "Open now. Closes at 17:00." },
		{ plain, "2026-11-24T16:30", "Öppet nu. Stänger snart, kl. 17.",
		  "Öppet nu. Stänger snart, kl. 17.",
		  "Open now. Closes soon, at 17:00.",
		  "Open now. Closes soon, at 17:00." },
		{ plain, "2026-11-24T16:59:59",
		  "Öppet nu. Stänger snart, kl. 17.",
		  "Öppet nu. Stänger snart, kl. 17.",
		  "Open now. Closes soon, at 17:00.",
		  "Open now. Closes soon, at 17:00." },
		/* Of days near a holiday it was said that they are ordinary. */
		{ decided, "2026-05-15T10:00",
		  "Öppet nu. Stänger i dag kl. 16.",
		  "Öppet nu. Stänger kl. 16.",
		  "Open now. Closes today at 16:00.",
		  "Open now. Closes at 16:00." },
	};

	HOLD(goldens);
}
END_TEST

START_TEST(before_a_gap)
{
	static const struct golden goldens[] = {
		{ gaps, "2026-11-23T09:00",
		  "Öppet nu. Stänger kl. 12, öppnar igen kl. 13.",
		  "Öppet till kl. 12, igen kl. 13.",
		  "Open now. Closes at 12:00, opens again at 13:00.",
		  "Open until 12:00, again from 13:00." },
		{ gaps, "2026-11-23T11:45",
		  "Öppet nu. Stänger kl. 12, öppnar igen kl. 13.",
		  "Öppet till kl. 12, igen kl. 13.",
		  "Open now. Closes at 12:00, opens again at 13:00.",
		  "Open until 12:00, again from 13:00." },
		{ gaps, "2026-11-23T12:00", "Stängt nu. Öppnar i dag kl. 13.",
		  "Stängt nu. Öppnar i dag kl. 13.",
		  "Closed now. Opens today at 13:00.",
		  "Closed now. Opens today at 13:00." },
		{ gaps, "2026-11-23T13:00", "Öppet nu. Stänger i dag kl. 17.",
		  "Öppet nu. Stänger kl. 17.",
		  "Open now. Closes today at 17:00.",
		  "Open now. Closes at 17:00." },
		{ gaps, "2026-11-24T08:30",
		  "Öppet nu. Stänger kl. 12.30, öppnar igen kl. 13.30.",
		  "Öppet till kl. 12.30, igen kl. 13.30.",
		  "Open now. Closes at 12:30, opens again at 13:30.",
		  "Open until 12:30, again from 13:30." },
		{ gaps, "2026-11-24T08:29", "Stängt nu. Öppnar i dag kl. 8.30.",
		  "Stängt nu. Öppnar i dag kl. 8.30.",
		  "Closed now. Opens today at 8:30.",
		  "Closed now. Opens today at 8:30." },
		/* Intervals that touch are one. */
		{ gaps, "2026-11-25T09:00", "Öppet nu. Stänger i dag kl. 17.",
		  "Öppet nu. Stänger kl. 17.",
		  "Open now. Closes today at 17:00.",
		  "Open now. Closes at 17:00." },
		{ gaps, "2026-11-25T11:45", "Öppet nu. Stänger i dag kl. 17.",
		  "Öppet nu. Stänger kl. 17.",
		  "Open now. Closes today at 17:00.",
		  "Open now. Closes at 17:00." },
	};

	HOLD(goldens);
}
END_TEST

START_TEST(about_midnight)
{
	static const struct golden goldens[] = {
		{ gaps, "2026-11-26T21:00", "Öppet nu. Stänger i dag kl. 24.",
		  "Öppet nu. Stänger kl. 24.",
		  "Open now. Closes today at 24:00.",
		  "Open now. Closes at 24:00." },
		{ gaps, "2026-11-26T23:30", "Öppet nu. Stänger snart, kl. 24.",
		  "Öppet nu. Stänger snart, kl. 24.",
		  "Open now. Closes soon, at 24:00.",
		  "Open now. Closes soon, at 24:00." },
		{ gaps, "2026-11-27T00:00", "Stängt nu. Öppnar i dag kl. 20.",
		  "Stängt nu. Öppnar i dag kl. 20.",
		  "Closed now. Opens today at 20:00.",
		  "Closed now. Opens today at 20:00." },
		/* When it does not close today, no time of today is named. */
		{ gaps, "2026-11-27T23:45", "Öppet nu.", "Öppet nu.",
		  "Open now.", "Open now." },
		/* Nor when it goes on into a day of which nothing was said. */
		{ gaps, "2026-05-22T23:45", "Öppet nu.", "Öppet nu.",
		  "Open now.", "Open now." },
		{ gaps, "2026-05-15T21:00",
		  "Tiderna är osäkra i dag. Ring först.",
		  "Tiderna är osäkra i dag. Ring först.",
		  "Hours are uncertain today. Call first.",
		  "Hours are uncertain today. Call first." },
		{ gaps, "2026-11-28T00:15", "Öppet nu. Stänger i dag kl. 2.",
		  "Öppet nu. Stänger kl. 2.", "Open now. Closes today at 2:00.",
		  "Open now. Closes at 2:00." },
	};

	HOLD(goldens);
}
END_TEST

START_TEST(closed)
{
	static const struct golden goldens[] = {
		{ plain, "2026-11-24T07:59", "Stängt nu. Öppnar i dag kl. 8.",
		  "Stängt nu. Öppnar i dag kl. 8.",
		  "Closed now. Opens today at 8:00.",
		  "Closed now. Opens today at 8:00." },
		{ plain, "2026-11-23T17:00",
		  "Stängt nu. Öppnar i morgon, tisdag, kl. 8.",
		  "Stängt nu. Öppnar i morgon kl. 8.",
		  "Closed now. Opens tomorrow, Tuesday, at 8:00.",
		  "Closed now. Opens tomorrow at 8:00." },
		/* Over a weekend. */
		{ plain, "2026-11-27T16:00", "Stängt nu. Öppnar måndag kl. 8.",
		  "Stängt till måndag kl. 8.",
		  "Closed now. Opens on Monday at 8:00.",
		  "Closed until Monday at 8:00." },
		{ plain, "2026-11-29T12:00",
		  "Stängt nu. Öppnar i morgon, måndag, kl. 8.",
		  "Stängt nu. Öppnar i morgon kl. 8.",
		  "Closed now. Opens tomorrow, Monday, at 8:00.",
		  "Closed now. Opens tomorrow at 8:00." },
		{ gaps, "2026-11-28T02:00", "Stängt nu. Öppnar måndag kl. 8.",
		  "Stängt till måndag kl. 8.",
		  "Closed now. Opens on Monday at 8:00.",
		  "Closed until Monday at 8:00." },
		/* A day that begins tomorrow at 0:00 is tomorrow. */
		{ nights, "2026-11-24T03:15", "Stängt nu. Öppnar i dag kl. 23.",
		  "Stängt nu. Öppnar i dag kl. 23.",
		  "Closed now. Opens today at 23:00.",
		  "Closed now. Opens today at 23:00." },
		/* Nothing follows that could be named. */
		{ never, "2026-11-24T10:00", "Stängt nu.", "Stängt nu.",
		  "Closed now.", "Closed now." },
	};

	HOLD(goldens);
}
END_TEST

START_TEST(unknown)
{
	static const struct golden goldens[] = {
		{ plain, "2023-12-31T23:59", "Kiosken vet inte vad klockan är.",
		  "Kiosken vet inte vad klockan är.",
		  "The kiosk does not know the time.",
		  "The kiosk does not know the time." },
		{ plain, "1990-01-01T10:00", "Kiosken vet inte vad klockan är.",
		  "Kiosken vet inte vad klockan är.",
		  "The kiosk does not know the time.",
		  "The kiosk does not know the time." },
		{ plain, "2024-01-01T00:00",
		  "Stängt nu. I dag är det nyårsdagen: räkna med stängt. "
		  "Normalt öppet igen tisdag 2 januari kl. 8, men ring först.",
		  "Stängt. Räkna med stängt i dag.",
		  "Closed now. Today is New Year's Day: expect it to be "
		  "closed. Normally open again on Tuesday 2 January at 8:00, "
		  "but call first.",
		  "Closed. Expect closed today." },
	};

	HOLD(goldens);
}
END_TEST

/* ------------------------------------------------------------------------
 * Days of which nothing has been said.
 */

START_TEST(uncertain_now)
{
	static const struct golden goldens[] = {
		{ plain, "2026-05-15T10:00",
		  "Normalt öppet till kl. 16, men i dag är det klämdag och "
		  "tiderna kan vara begränsade. Ring 0582-68 50 00.",
		  "Tiderna är osäkra i dag. Ring först.",
		  "Normally open until 16:00, but today is a bridge day and "
		  "the hours may be limited. Call +46 582 68 50 00.",
		  "Hours are uncertain today. Call first." },
		{ plain, "2026-05-15T15:45",
		  "Normalt öppet till kl. 16, men i dag är det klämdag och "
		  "tiderna kan vara begränsade. Ring 0582-68 50 00.",
		  "Tiderna är osäkra i dag. Ring först.",
		  "Normally open until 16:00, but today is a bridge day and "
		  "the hours may be limited. Call +46 582 68 50 00.",
		  "Hours are uncertain today. Call first." },
		{ plain, "2026-05-13T10:00",
		  "Normalt öppet till kl. 17, men i dag är det dagen före "
		  "Kristi himmelsfärdsdag och tiderna kan vara begränsade. "
		  "Ring 0582-68 50 00.",
		  "Tiderna är osäkra i dag. Ring först.",
		  "Normally open until 17:00, but today is the day before "
		  "Ascension Day and the hours may be limited. Call "
		  "+46 582 68 50 00.",
		  "Hours are uncertain today. Call first." },
		{ nobody_to_call, "2026-12-29T10:00",
		  "Normalt öppet till kl. 17, men i dag är det mellandag och "
		  "tiderna kan vara begränsade.",
		  "Tiderna är osäkra i dag. Ring först.",
		  "Normally open until 17:00, but today is one of the days "
		  "between the holidays and the hours may be limited.",
		  "Hours are uncertain today. Call first." },
		{ plain, "2026-04-06T10:00",
		  "I dag är det annandag påsk. Räkna med att det är stängt.",
		  "Räkna med stängt i dag.",
		  "Today is Easter Monday. Expect it to be closed.",
		  "Expect it to be closed today." },
		{ plain, "2026-12-24T10:00",
		  "I dag är det julafton. Räkna med att det är stängt.",
		  "Räkna med stängt i dag.",
		  "Today is Christmas Eve. Expect it to be closed.",
		  "Expect it to be closed today." },
	};

	HOLD(goldens);
}
END_TEST

START_TEST(uncertain_next)
{
	static const struct golden goldens[] = {
		/* Tomorrow, the same day, on Monday, later. */
		{ plain, "2027-05-06T17:00",
		  "Stängt nu. I morgon, fredag, är det klämdag: normalt "
		  "öppet från kl. 8, men ring först.",
		  "Stängt. Ring först i morgon.",
		  "Closed now. Tomorrow, Friday, is a bridge day: normally "
		  "open from 8:00, but call first.",
		  "Closed. Call first tomorrow." },
		{ plain, "2027-05-07T06:00",
		  "Stängt nu. I dag är det klämdag: normalt öppet från "
		  "kl. 8, men ring först.",
		  "Stängt. Ring först i dag.",
		  "Closed now. Today is a bridge day: normally open from "
		  "8:00, but call first.",
		  "Closed. Call first today." },
		{ plain, "2026-12-26T10:00",
		  "Stängt nu. På måndag är det mellandag: normalt öppet från "
		  "kl. 8, men ring först.",
		  "Stängt. Ring först på måndag.",
		  "Closed now. Monday is one of the days between the "
		  "holidays: normally open from 8:00, but call first.",
		  "Closed. Call first on Monday." },
		/* A holiday, and the first day after it with hours. */
		{ plain, "2026-04-02T17:00",
		  "Stängt nu. I morgon, fredag, är det långfredagen: räkna "
		  "med stängt. Normalt öppet igen tisdag 7 april kl. 8.",
		  "Stängt. Räkna med stängt i morgon.",
		  "Closed now. Tomorrow, Friday, is Good Friday: expect it to "
		  "be closed. Normally open again on Tuesday 7 April at 8:00.",
		  "Closed. Expect closed tomorrow." },
		{ plain, "2026-04-05T10:00",
		  "Stängt nu. I morgon, måndag, är det annandag påsk: räkna "
		  "med stängt. Normalt öppet igen tisdag 7 april kl. 8.",
		  "Stängt. Räkna med stängt i morgon.",
		  "Closed now. Tomorrow, Monday, is Easter Monday: expect it "
		  "to be closed. Normally open again on Tuesday 7 April at "
		  "8:00.",
		  "Closed. Expect closed tomorrow." },
		{ plain, "2026-05-13T17:00",
		  "Stängt nu. I morgon, torsdag, är det Kristi "
		  "himmelsfärdsdag: räkna med stängt. Normalt öppet igen "
		  "fredag 15 maj kl. 8, men ring först.",
		  "Stängt. Räkna med stängt i morgon.",
		  "Closed now. Tomorrow, Thursday, is Ascension Day: expect "
		  "it to be closed. Normally open again on Friday 15 May at "
		  "8:00, but call first.",
		  "Closed. Expect closed tomorrow." },
		{ plain, "2026-12-23T18:00",
		  "Stängt nu. I morgon, torsdag, är det julafton: räkna med "
		  "stängt. Normalt öppet igen måndag 28 december kl. 8, men "
		  "ring först.",
		  "Stängt. Räkna med stängt i morgon.",
		  "Closed now. Tomorrow, Thursday, is Christmas Eve: expect "
		  "it to be closed. Normally open again on Monday 28 December "
		  "at 8:00, but call first.",
		  "Closed. Expect closed tomorrow." },
		/* Friday night: the holiday is on Monday. */
		{ nobody_to_call, "2026-04-03T17:00",
		  "Stängt nu. På måndag är det annandag påsk: räkna med "
		  "stängt. Normalt öppet igen tisdag 7 april kl. 8.",
		  "Stängt. Räkna med stängt på måndag.",
		  "Closed now. Monday is Easter Monday: expect it to be "
		  "closed. Normally open again on Tuesday 7 April at 8:00.",
		  "Closed. Expect closed on Monday." },
	};

	HOLD(goldens);
}
END_TEST

/* ------------------------------------------------------------------------
 * Days of which something has been said.
 */

START_TEST(exceptions_open)
{
	static const struct golden goldens[] = {
		{ said, "2026-04-02T09:00",
		  "Öppet nu. I dag 8–12 (dag före påsk).",
		  "Öppet nu. Stänger kl. 12.",
		  "Open now. Today 8:00–12:00 (day before Easter).",
		  "Open now. Closes at 12:00." },
		{ said, "2026-04-02T11:45",
		  "Öppet nu. I dag 8–12 (dag före påsk).",
		  "Öppet nu. Stänger snart, kl. 12.",
		  "Open now. Today 8:00–12:00 (day before Easter).",
		  "Open now. Closes soon, at 12:00." },
		/* A reason without translation is left out. */
		{ said, "2026-10-30T09:00",
		  "Öppet nu. I dag 8–12 och 13–14 (kort dag).",
		  "Öppet till kl. 12, igen kl. 13.",
		  "Open now. Today 8:00–12:00 and 13:00–14:00.",
		  "Open until 12:00, again from 13:00." },
		{ said, "2026-10-30T12:30", "Stängt nu. Öppnar i dag kl. 13.",
		  "Stängt nu. Öppnar i dag kl. 13.",
		  "Closed now. Opens today at 13:00.",
		  "Closed now. Opens today at 13:00." },
		{ said, "2026-12-28T10:00", "Öppet nu. Stänger i dag kl. 17.",
		  "Öppet nu. Stänger kl. 17.",
		  "Open now. Closes today at 17:00.",
		  "Open now. Closes at 17:00." },
	};

	HOLD(goldens);
}
END_TEST

START_TEST(exceptions_closed)
{
	static const struct golden goldens[] = {
		{ said, "2026-11-27T10:00",
		  "Stängt i dag. Öppnar måndag kl. 8.", "Stängt i dag.",
		  "Closed today. Opens on Monday at 8:00.", "Closed today." },
		{ said, "2026-11-27T23:00",
		  "Stängt i dag. Öppnar måndag kl. 8.", "Stängt i dag.",
		  "Closed today. Opens on Monday at 8:00.", "Closed today." },
		{ said, "2026-12-24T10:00",
		  "Stängt i dag (julafton). I morgon, fredag, är det "
		  "juldagen: räkna med stängt. Normalt öppet igen måndag "
		  "28 december kl. 8.",
		  "Stängt i dag.",
		  "Closed today (Christmas Eve). Tomorrow, Friday, is "
		  "Christmas Day: expect it to be closed. Normally open again "
		  "on Monday 28 December at 8:00.",
		  "Closed today." },
		/* Closed for many days; the reason is not translated. */
		{ said, "2027-02-01T10:00",
		  "Stängt i dag (ombyggnad). Öppnar måndag 15 februari kl. 8.",
		  "Stängt i dag.",
		  "Closed today. Opens on Monday 15 February at 8:00.",
		  "Closed today." },
		{ said, "2027-01-29T17:00",
		  "Stängt nu. Öppnar måndag 15 februari kl. 8.",
		  "Stängt till 15 februari kl. 8.",
		  "Closed now. Opens on Monday 15 February at 8:00.",
		  "Closed until 15 February at 8:00." },
		/* A policy is as good as a date. */
		{ decided, "2026-04-06T10:00",
		  "Stängt i dag (annandag påsk). Öppnar i morgon, tisdag, "
		  "kl. 8.",
		  "Stängt i dag.",
		  "Closed today (Easter Monday). Opens tomorrow, Tuesday, at "
		  "8:00.",
		  "Closed today." },
		{ decided, "2026-04-02T17:00",
		  "Stängt nu. Öppnar tisdag kl. 8.",
		  "Stängt till tisdag kl. 8.",
		  "Closed now. Opens on Tuesday at 8:00.",
		  "Closed until Tuesday at 8:00." },
		{ bridges_closed, "2026-05-15T10:00",
		  "Stängt i dag (klämdag). Öppnar måndag kl. 8.",
		  "Stängt i dag.",
		  "Closed today (bridge day). Opens on Monday at 8:00.",
		  "Closed today." },
		/* Eleven days of which one is uncertain: it is named. */
		{ bridges_closed, "2026-12-23T12:00",
		  "Stängt i dag (dagen före julafton). I morgon, torsdag, är "
		  "det julafton: räkna med stängt. Normalt öppet igen torsdag "
		  "7 januari kl. 8.",
		  "Stängt i dag.",
		  "Closed today (the day before Christmas Eve). Tomorrow, "
		  "Thursday, is Christmas Eve: expect it to be closed. "
		  "Normally open again on Thursday 7 January at 8:00.",
		  "Closed today." },
	};

	HOLD(goldens);
}
END_TEST

/* ------------------------------------------------------------------------
 * Promises over years.
 */

/* Part of a word, here. */
static bool letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c & 0x80);
}

/* Whether `word` stands in the text, whole, without `before` before it. */
static bool says_without(struct str text, struct str word, struct str before)
{
	for (size_t i = 0; i + word.bytes <= text.bytes; i++) {
		bool whole = (i == 0 || !letter(text.at[i - 1])) &&
			     (i + word.bytes == text.bytes ||
			      !letter(text.at[i + word.bytes]));

		if (!whole || memcmp(text.at + i, word.at, word.bytes) != 0)
			continue;
		if (i < before.bytes || memcmp(text.at + i - before.bytes,
					       before.at, before.bytes) != 0)
			return true;
	}
	return false;
}

static void hold_doubt(const struct book *book, int64_t now)
{
	for (enum state_length length = STATE_LONG; length <= STATE_SHORT;
	     length++) {
		struct str sv = say(book, 0, length, now);
		struct str en = say(book, 1, length, now);

		ck_assert_msg(
			!says_without(sv, STR("Öppet"), STR("")) &&
				!says_without(sv, STR("öppet"), STR("ormalt ")),
			"%.*s", (int)sv.bytes, sv.at);
		ck_assert_msg(
			!says_without(en, STR("Open"), STR("")) &&
				!says_without(en, STR("open"), STR("ormally ")),
			"%.*s", (int)en.bytes, en.at);
		if (length == STATE_SHORT) {
			ck_assert_uint_le(columns(sv), 38);
			ck_assert_uint_le(columns(en), 38);
		}
	}
}

/* Every half hour of the uncertain days of fifteen years. */
START_TEST(an_uncertain_day_is_never_said_to_be_open)
{
	struct make *make = plain();
	struct book book = make_book(make);
	unsigned days = 0;

	for (int32_t day = make_day(2026, 1, 1); day < make_day(2041, 1, 1);
	     day++) {
		if (!hours_day(&book, 0, day).limited)
			continue;
		days++;
		for (int half = 0; half < 48; half++) {
			int64_t now;

			calendar_instant((int64_t)day * 1440 + half * 30, &now);
			hold_doubt(&book, now);
		}
	}
	ck_assert_uint_gt(days, 400);
	make_free(make);
}
END_TEST

static void hold_length(const struct book *book, int64_t now)
{
	for (uint32_t language = 0; language < 2; language++) {
		struct str text = say(book, language, STATE_SHORT, now);

		ck_assert_msg(columns(text) <= 38, "%.*s", (int)text.bytes,
			      text.at);
	}
}

START_TEST(short_forms_are_at_most_38_columns)
{
	static struct make *(*const tables[])(void) = { plain, said, gaps,
							decided };

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		struct make *make = tables[i]();
		struct book book = make_book(make);

		for (int64_t now = at("2026-01-01T00:00");
		     now < at("2027-03-01T00:00"); now += 1800)
			hold_length(&book, now);
		make_free(make);
	}
}
END_TEST

/* No sentence changes before it said it would, to the minute. */
static void hold_until(const struct book *book, int64_t from, int64_t to)
{
	int64_t until = from;
	struct buf last[4] = { { 0 } };

	for (int64_t now = from; now < to; now += 60) {
		bool due = now >= until;

		if (due)
			until = state_until(book, table_of(book), now);
		ck_assert_int_gt(until, now);
		for (unsigned i = 0; i < 4; i++) {
			struct str text = say(book, i & 1, i >> 1, now);

			ck_assert_msg(due || str_equal(text, buf_str(&last[i])),
				      "too early: %.*s", (int)text.bytes,
				      text.at);
			buf_clear(&last[i]);
			buf_add(&last[i], text);
		}
	}
	for (unsigned i = 0; i < 4; i++)
		buf_free(&last[i]);
}

START_TEST(no_sentence_outlives_its_time)
{
	static const struct {
		struct make *(*table)(void);
		const char *from, *to;
	} spans[] = {
		{ plain, "2026-03-28T00:00", "2026-04-08T00:00" },
		{ plain, "2026-12-22T00:00", "2027-01-08T00:00" },
		{ said, "2026-12-22T00:00", "2027-01-08T00:00" },
		{ gaps, "2026-11-23T00:00", "2026-11-30T00:00" },
		{ nights, "2026-03-28T00:00", "2026-03-31T00:00" },
		{ nights, "2026-10-24T00:00", "2026-10-27T00:00" },
		{ plain, "2023-12-31T00:00", "2024-01-03T00:00" },
		{ never, "2026-11-23T00:00", "2026-11-25T00:00" },
	};

	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		struct make *make = spans[i].table();
		struct book book = make_book(make);

		hold_until(&book, at(spans[i].from), at(spans[i].to));
		make_free(make);
	}
}
END_TEST

SUITE("sheet/state", open, before_a_gap, about_midnight, closed, unknown,
      uncertain_now, uncertain_next, exceptions_open, exceptions_closed,
      an_uncertain_day_is_never_said_to_be_open,
      short_forms_are_at_most_38_columns, no_sentence_outlives_its_time)
