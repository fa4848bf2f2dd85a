/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times, dates and names, as each language writes and says them. */
#include "sheet/dates.h"

#include "book/make.h"
#include "real.h"
#include "suite.h"

/* The words of a language; no book. */
static struct dates_how in(uint32_t language)
{
	static const struct catalog english;

	return (struct dates_how){
		.catalog =
			language ? &english : &real_window(80, 24).catalogs[0],
		.language = language,
	};
}

static void hold_time(uint32_t minute, const char *sv, const char *en)
{
	for (uint32_t language = 0; language < 2; language++) {
		struct dates_how how = in(language);
		struct buf out = { 0 };

		dates_time(&out, &how, minute);
		ck_str(buf_str(&out), language ? en : sv);
		buf_free(&out);
	}
}

START_TEST(times_are_written_as_the_language_does)
{
	hold_time(480, "8", "8:00");
	hold_time(510, "8.30", "8:30");
	hold_time(0, "0", "0:00");
	hold_time(5, "0.05", "0:05");
	hold_time(1440, "24", "24:00");
}
END_TEST

static void hold_date(int year, const char *sv, const char *en)
{
	for (uint32_t language = 0; language < 2; language++) {
		struct dates_how how = in(language);
		struct buf out = { 0 };

		dates_date(&out, &how, year, 6, 15);
		ck_str(buf_str(&out), language ? en : sv);
		buf_free(&out);
	}
}

START_TEST(dates_have_a_year_or_none)
{
	hold_date(2026, "15 juni 2026", "15 June 2026");
	hold_date(0, "15 juni", "15 June");
}
END_TEST

START_TEST(weekdays_begin_a_line_with_a_capital)
{
	struct dates_how how = in(0);
	struct buf out = { 0 };

	dates_weekday_date(&out, &how, make_day(2027, 1, 4), true);
	ck_str(buf_str(&out), "Måndag 4 januari");
	buf_clear(&out);
	dates_weekday_date(&out, &how, make_day(2027, 1, 3), false);
	ck_str(buf_str(&out), "söndag 3 januari");
	buf_free(&out);
}
END_TEST

START_TEST(every_special_day_has_a_name)
{
	static const struct {
		int month, day;
		const char *sv, *en;
	} names[] = {
		{ 1, 1, "nyårsdagen", "New Year's Day" },
		{ 1, 2, "klämdag", "bridge day" },
		{ 1, 5, "trettondagsafton", "Twelfth Night" },
		{ 1, 6, "trettondedag jul", "Epiphany" },
		{ 4, 2, "skärtorsdagen", "Maundy Thursday" },
		{ 4, 3, "långfredagen", "Good Friday" },
		{ 4, 4, "dagen före påskdagen",
		  "the day before Easter Sunday" },
		{ 4, 5, "påskdagen", "Easter Sunday" },
		{ 4, 6, "annandag påsk", "Easter Monday" },
		{ 4, 30, "valborgsmässoafton", "Walpurgis Night" },
		{ 5, 1, "första maj", "May Day" },
		{ 5, 13, "dagen före Kristi himmelsfärdsdag",
		  "the day before Ascension Day" },
		{ 5, 14, "Kristi himmelsfärdsdag", "Ascension Day" },
		{ 5, 24, "pingstdagen", "Whit Sunday" },
		{ 6, 5, "dagen före nationaldagen",
		  "the day before the National Day of Sweden" },
		{ 6, 6, "nationaldagen", "the National Day of Sweden" },
		{ 6, 18, "dagen före midsommarafton",
		  "the day before Midsummer Eve" },
		{ 6, 19, "midsommarafton", "Midsummer Eve" },
		{ 6, 20, "midsommardagen", "Midsummer Day" },
		{ 10, 30, "dagen före alla helgons dag",
		  "the day before All Saints' Day" },
		{ 10, 31, "alla helgons dag", "All Saints' Day" },
		{ 12, 23, "dagen före julafton",
		  "the day before Christmas Eve" },
		{ 12, 24, "julafton", "Christmas Eve" },
		{ 12, 25, "juldagen", "Christmas Day" },
		{ 12, 26, "annandag jul", "Boxing Day" },
		{ 12, 28, "mellandag", "between the holidays" },
		{ 12, 30, "dagen före nyårsafton",
		  "the day before New Year's Eve" },
		{ 12, 31, "nyårsafton", "New Year's Eve" },
		{ 11, 24, "", "" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (uint32_t language = 0; language < 2; language++) {
			struct dates_how how = in(language);
			int32_t day =
				make_day(2026, names[i].month, names[i].day);

			ck_str(dates_name(&how, calendar_special(day), true),
			       language ? names[i].en : names[i].sv);
		}
}
END_TEST

START_TEST(intervals_are_joined)
{
	static const struct format_interval both[] = { { 127, 480, 720 },
						       { 127, 780, 990 } };
	struct dates_how how = in(0);
	struct buf out = { 0 };

	dates_intervals(&out, &how, both, 2);
	ck_str(buf_str(&out), "8–12 och 13–16.30");
	buf_clear(&out);
	how = in(1);
	dates_intervals(&out, &how, both, 2);
	ck_str(buf_str(&out), "8:00–12:00 and 13:00–16:30");
	buf_clear(&out);
	dates_intervals(&out, &how, NULL, 0);
	ck_str(buf_str(&out), "closed");
	buf_free(&out);
}
END_TEST

SUITE("sheet/dates", times_are_written_as_the_language_does,
      dates_have_a_year_or_none, weekdays_begin_a_line_with_a_capital,
      every_special_day_has_a_name, intervals_are_joined)
