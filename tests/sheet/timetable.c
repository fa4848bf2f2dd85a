/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of hours as they stand on a screen: days, week, seasons, how days
 * about holidays are treated, and what stands when the clock is wrong.
 */
#include "sheet/timetable.h"

#include "base/arena.h"
#include "book/make.h"
#include "real.h"
#include "sheet/flow.h"
#include "suite.h"

/* ------------------------------------------------------------------------
 * Tables.
 */

static struct make *begin(void)
{
	struct make *make = make_new();

	make_site(make, "Bygden", NULL, make_day(2024, 1, 1));
	make_page(make, "start", 0, "Bygden", "The Place");
	return make;
}

/* The municipality's own hours; nothing has been said of any holiday. */
static struct make *plain(void)
{
	struct make *make = begin();

	make_town_hall(make);
	return make;
}

/* The same, with what reception may add. */
static struct make *said(void)
{
	struct make *make = plain();

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
	return make;
}

/* Everything near a holiday has been decided. */
static struct make *decided(void)
{
	struct make *make = plain();

	make_policies(make, FORMAT_CLOSED, FORMAT_CLOSED, FORMAT_ORDINARY);
	return make;
}

/* The same, the other way round. */
static struct make *near_closed(void)
{
	struct make *make = plain();

	make_policies(make, FORMAT_ORDINARY, FORMAT_UNCERTAIN, FORMAT_CLOSED);
	return make;
}

/* ------------------------------------------------------------------------
 * One day.
 */

struct line {
	struct make *(*table)(void);
	int month, day; /* of 2026 */
	const char *sv, *en;
};

static struct dates_how in(const struct book *book, uint32_t language)
{
	static const struct catalog english;

	return (struct dates_how){
		.book = book,
		.catalog =
			language ? &english : &real_window(80, 24).catalogs[0],
		.language = language,
	};
}

static void hold_line(const struct line *line, int32_t ahead)
{
	struct make *make = line->table();
	struct book book = make_book(make);
	int32_t day = make_day(2026, line->month, line->day);

	for (uint32_t language = 0; language < 2; language++) {
		struct dates_how how = in(&book, language);
		struct buf out = { 0 };

		timetable_day(&out, &how, 0, day, day - ahead);
		ck_str(buf_str(&out), language ? line->en : line->sv);
		buf_free(&out);
	}
	make_free(make);
}

START_TEST(days_in_a_list)
{
	static const struct line lines[] = {
		{ plain, 11, 24, "Tisdag 24 november: 8–17",
		  "Tuesday 24 November: 8:00–17:00" },
		{ plain, 11, 28, "Lördag 28 november: stängt",
		  "Saturday 28 November: closed" },
		{ plain, 5, 15, "Fredag 15 maj: 8–16, osäkert (klämdag)",
		  "Friday 15 May: 8:00–16:00, uncertain (bridge day)" },
		{ plain, 12, 24,
		  "Torsdag 24 december: räkna med stängt "
		  "(julafton)",
		  "Thursday 24 December: expect closed (Christmas Eve)" },
		{ plain, 12, 26, "Lördag 26 december: stängt (annandag jul)",
		  "Saturday 26 December: closed (Boxing Day)" },
		{ plain, 4, 4, "Lördag 4 april: stängt",
		  "Saturday 4 April: closed" },
		{ said, 12, 24, "Torsdag 24 december: stängt (julafton)",
		  "Thursday 24 December: closed (Christmas Eve)" },
		{ said, 12, 28, "Måndag 28 december: 8–17",
		  "Monday 28 December: 8:00–17:00" },
		{ said, 10, 30, "Fredag 30 oktober: 8–12 och 13–14 (kort dag)",
		  "Friday 30 October: 8:00–12:00 and 13:00–14:00" },
		{ said, 11, 27, "Fredag 27 november: stängt",
		  "Friday 27 November: closed" },
		{ decided, 4, 6, "Måndag 6 april: stängt (annandag påsk)",
		  "Monday 6 April: closed (Easter Monday)" },
		{ decided, 5, 15, "Fredag 15 maj: 8–16",
		  "Friday 15 May: 8:00–16:00" },
		{ near_closed, 5, 15, "Fredag 15 maj: stängt (klämdag)",
		  "Friday 15 May: closed (bridge day)" },
	};
	static const struct line today = { plain, 5, 15,
					   "I dag, fredag 15 maj: 8–16, "
					   "osäkert (klämdag)",
					   "Today, Friday 15 May: 8:00–16:00, "
					   "uncertain (bridge day)" };
	static const struct line tomorrow = {
		plain, 11, 24, "I morgon, tisdag 24 november: 8–17",
		"Tomorrow, Tuesday 24 November: 8:00–17:00"
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		hold_line(&lines[i], 2);
	hold_line(&today, 0);
	hold_line(&tomorrow, 1);
}
END_TEST

/* ------------------------------------------------------------------------
 * Rows of a screen.
 */

/* The rows of one part of the table on a page of its own, "/" between. */
static void hold_rows(struct make *make, enum format_part part,
		      const char *time, uint32_t language, const char *wanted)
{
	struct arena *arena = arena_new();
	struct sheet_window window = real_window(80, 24);
	struct sheet_how how = { .language = language, .style = SHEET_SCREEN };
	const struct sheet *sheet;
	struct buf out = { 0 };
	struct book book;

	make_page(make, "table", 1, "T", "T");
	make_block(make, (struct format_block){ .kind = FORMAT_TABLE,
						.unit = FORMAT_NONE,
						.b = part });
	book = make_book(make);
	ck_assert(calendar_read(str_of(time), &window.now));
	how.page = book_find_page(&book, STR("table"));
	sheet = flow_sheet(arena, &book, &window, &how);
	for (uint32_t row = 2; row < sheet->row_count; row++) {
		if (row > 2)
			buf_byte(&out, '/');
		sheet_row_text(sheet, row, &out);
	}
	ck_str(buf_str(&out), wanted);
	buf_free(&out);
	arena_drop(arena);
	make_free(make);
}

START_TEST(seven_days_from_today)
{
	hold_rows(plain(), FORMAT_PART_DAYS, "2026-05-12T10:00", 0,
		  "I dag, tisdag 12 maj: 8–17/"
		  "I morgon, onsdag 13 maj: 8–17, osäkert (dagen före Kristi "
		  "himmelsfärdsdag)/"
		  "Torsdag 14 maj: räkna med stängt (Kristi himmelsfärdsdag)/"
		  "Fredag 15 maj: 8–16, osäkert (klämdag)/"
		  "Lördag 16 maj: stängt/Söndag 17 maj: stängt/"
		  "Måndag 18 maj: 8–17");
	/* Midnight in Sweden is 22:00 UTC in summer. */
	hold_rows(decided(), FORMAT_PART_DAYS, "2026-05-12T22:00Z", 1,
		  "Today, Wednesday 13 May: 8:00–17:00/"
		  "Tomorrow, Thursday 14 May: closed (Ascension Day)/"
		  "Friday 15 May: 8:00–16:00/Saturday 16 May: closed/"
		  "Sunday 17 May: closed/Monday 18 May: 8:00–17:00/"
		  "Tuesday 19 May: 8:00–17:00");
}
END_TEST

START_TEST(a_season_has_its_dates_of_this_year)
{
	struct make *winter = begin();

	hold_rows(plain(), FORMAT_PART_SEASON, "2026-11-24T10:00", 0,
		  "Sommaröppettider vecka 25–32/15 juni–9 augusti 2026/"
		  "Måndag–torsdag 8–16, fredag 8–15");
	hold_rows(plain(), FORMAT_PART_SEASON, "2032-01-01T00:00", 1,
		  "Summer hours, weeks 25–32/14 June–8 August 2032/"
		  "Monday–Thursday 8:00–16:00, Friday 8:00–15:00");
	/* On 5 January the one that began last year still holds. */
	make_hours(winter, "hus", "Huset", "The house", FORMAT_NONE);
	make_season(winter, false, 1215, 110, "Vinter", "Winter");
	make_open(winter, MAKE_WEEKDAYS, 540, 900);
	hold_rows(winter, FORMAT_PART_SEASON, "2027-01-05T10:00", 0,
		  "Vinter/15 december 2026–10 januari 2027/"
		  "Måndag–fredag 9–15");
}
END_TEST

#define ALL_HOLIDAYS                                                             \
	"Det gäller nyårsdagen, trettondedag jul, långfredagen, påskdagen, " \
	"annandag/påsk, första maj, Kristi himmelsfärdsdag, nationaldagen, "  \
	"pingstdagen,/midsommardagen, alla helgons dag, juldagen och "           \
	"annandag jul."
#define ALL_EVES "Det gäller midsommarafton, julafton och nyårsafton."
#define ALL_NEAR                                                                \
	"Det gäller skärtorsdagen, valborgsmässoafton, trettondagsafton, "   \
	"dagen före/en helgdag eller afton, klämdagar (en arbetsdag mellan "  \
	"två lediga dagar)/och mellandagarna (27 till 30 december och 2 till " \
	"5 januari)."

START_TEST(each_class_of_days_by_name_and_the_coming_ones)
{
	hold_rows(plain(), FORMAT_PART_HOLIDAYS, "2026-04-01T10:00", 0,
		  "Helgdagar: räkna med stängt/" ALL_HOLIDAYS
		  "/Helgaftnar: räkna med stängt/" ALL_EVES
		  "/Dagar nära en helg: osäkra tider, ring först/" ALL_NEAR
		  "//De närmaste 60 dagarna/"
		  "I morgon, torsdag 2 april: 8–17, osäkert (skärtorsdagen)/"
		  "Fredag 3 april: räkna med stängt (långfredagen)/"
		  "Söndag 5 april: stängt (påskdagen)/"
		  "Måndag 6 april: räkna med stängt (annandag påsk)/"
		  "Torsdag 30 april: 8–17, osäkert (valborgsmässoafton)/"
		  "Fredag 1 maj: räkna med stängt (första maj)/"
		  "Onsdag 13 maj: 8–17, osäkert (dagen före Kristi "
		  "himmelsfärdsdag)/"
		  "Torsdag 14 maj: räkna med stängt (Kristi himmelsfärdsdag)/"
		  "Fredag 15 maj: 8–16, osäkert (klämdag)/"
		  "Söndag 24 maj: stängt (pingstdagen)");
	hold_rows(near_closed(), FORMAT_PART_HOLIDAYS, "2026-08-20T10:00", 0,
		  "Helgdagar: vanliga tider/" ALL_HOLIDAYS
		  "/Helgaftnar: räkna med stängt/" ALL_EVES
		  "/Dagar nära en helg: stängt/" ALL_NEAR
		  "//De närmaste 60 dagarna/Ingen sådan dag.");
	/* What reception has said stands there too, whatever day it is. */
	hold_rows(said(), FORMAT_PART_HOLIDAYS, "2026-10-29T10:00", 0,
		  "Helgdagar: räkna med stängt/" ALL_HOLIDAYS
		  "/Helgaftnar: räkna med stängt/" ALL_EVES
		  "/Dagar nära en helg: osäkra tider, ring först/" ALL_NEAR
		  "//De närmaste 60 dagarna/"
		  "I morgon, fredag 30 oktober: 8–12 och 13–14 (kort dag)/"
		  "Lördag 31 oktober: stängt (alla helgons dag)/"
		  "Fredag 27 november: stängt/"
		  "Onsdag 23 december: 8–17, osäkert (dagen före julafton)/"
		  "Torsdag 24 december: stängt (julafton)/"
		  "Fredag 25 december: räkna med stängt (juldagen)/"
		  "Lördag 26 december: stängt (annandag jul)");
}
END_TEST

START_TEST(without_a_clock_only_what_holds_on_any_day)
{
	const char *early = "2023-12-31T23:59";

	hold_rows(plain(), FORMAT_PART_DAYS, early, 0, "");
	hold_rows(plain(), FORMAT_PART_WEEK, early, 0,
		  "Måndag–torsdag 8–17, fredag 8–16");
	hold_rows(plain(), FORMAT_PART_SEASON, early, 0,
		  "Sommaröppettider vecka 25–32/"
		  "Måndag–torsdag 8–16, fredag 8–15");
	hold_rows(plain(), FORMAT_PART_HOLIDAYS, early, 0,
		  "Helgdagar: räkna med stängt/" ALL_HOLIDAYS
		  "/Helgaftnar: räkna med stängt/" ALL_EVES
		  "/Dagar nära en helg: osäkra tider, ring först/" ALL_NEAR
		  "//De närmaste 60 dagarna/"
		  "Kiosken vet inte vad klockan är.");
}
END_TEST

SUITE("sheet/timetable", days_in_a_list, seven_days_from_today,
      a_season_has_its_dates_of_this_year,
      each_class_of_days_by_name_and_the_coming_ones,
      without_a_clock_only_what_holds_on_any_day)
