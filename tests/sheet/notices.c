/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notices are said from their first minute to their last and no longer, on
 * every screen, in at most two rows, and never by a clock that is wrong.
 */
#include "sheet/notices.h"

#include "base/arena.h"
#include "book/make.h"
#include "real.h"
#include "sheet/flow.h"
#include "suite.h"

static struct make *make;
static struct book book;
static struct arena *arena;
static struct sheet_window window;
static struct sheet_how how;
static const struct sheet *sheet;

static uint32_t local(int year, int month, int day, int hour, int minute)
{
	return (uint32_t)(make_day(year, month, day) * 1440 + hour * 60 +
			  minute);
}

static void begin(void)
{
	make = make_new();
	arena = arena_new();
	window = real_window(80, 12);
	how = (struct sheet_how){ 0 };
	make_site(make, "Bygden", NULL, make_day(2026, 1, 1));
	make_page(make, "start", 0, "Bygden", "The Place");
	make_text(make, FORMAT_PARAGRAPH, "Hej!", "Hello!");
}

static void flow(const char *time)
{
	calendar_read(str_of(time), &window.now);
	sheet = flow_sheet(arena, &book, &window, &how);
}

/* The rows at a time, those that hold something, "|" between them. */
static struct str rows_at(const char *time)
{
	struct buf text = { 0 };
	struct str kept;

	flow(time);
	for (uint32_t row = 0; row < sheet->row_count; row++) {
		if (!sheet_holds(sheet, row))
			continue;
		if (text.bytes)
			buf_byte(&text, '|');
		sheet_row_text(sheet, row, &text);
	}
	kept = buf_keep(&text, arena);
	buf_free(&text);
	return kept;
}

static void end(void)
{
	arena_drop(arena);
	make_free(make);
}

START_TEST(a_notice_holds_from_its_first_minute_to_its_last)
{
	begin();
	make_notice(make, local(2026, 12, 1, 8, 0), local(2026, 12, 5, 16, 0),
		    "Hissen är trasig.", "The lift is out of order.");
	book = make_book(make);
	ck_str(rows_at("2026-12-01T07:59:59"), "Bygden|Hej!");
	ck_str(rows_at("2026-12-01T08:00"), "Hissen är trasig.|Bygden|Hej!");
	ck_str(rows_at("2026-12-05T15:59:59"), "Hissen är trasig.|Bygden|Hej!");
	ck_str(rows_at("2026-12-05T16:00"), "Bygden|Hej!");
	end();
}
END_TEST

/* The one timer wakes for the next beginning or end. */
START_TEST(a_sheet_holds_until_a_notice_begins_or_ends)
{
	int64_t instant;

	begin();
	make_notice(make, local(2026, 12, 1, 8, 0), local(2026, 12, 5, 16, 0),
		    "Ett.", "One.");
	make_notice(make, local(2026, 12, 4, 8, 0), FORMAT_NONE, "Två.",
		    "Two.");
	book = make_book(make);
	flow("2026-11-30T12:00");
	calendar_read(STR("2026-12-01T08:00"), &instant);
	ck_assert_int_eq(sheet->until, instant);
	flow("2026-12-01T08:00");
	calendar_read(STR("2026-12-04T08:00"), &instant);
	ck_assert_int_eq(sheet->until, instant);
	flow("2026-12-04T08:00");
	calendar_read(STR("2026-12-05T16:00"), &instant);
	ck_assert_int_eq(sheet->until, instant);
	flow("2026-12-05T16:00");
	ck_assert_int_eq(sheet->until, INT64_MAX);
	end();
}
END_TEST

START_TEST(there_are_at_most_two_rows)
{
	begin();
	make_notice(make, 0, FORMAT_NONE, "Ett.", "One.");
	make_notice(make, local(2026, 12, 2, 0, 0), FORMAT_NONE, "Två.",
		    "Two.");
	make_notice(make, local(2026, 12, 3, 0, 0), FORMAT_NONE, "Tre.",
		    "Three.");
	make_notice(make, local(2026, 12, 4, 0, 0), FORMAT_NONE, "Fyra.",
		    "Four.");
	book = make_book(make);
	ck_str(rows_at("2026-12-01T12:00"), "Ett.|Bygden|Hej!");
	ck_str(rows_at("2026-12-02T12:00"), "Ett.|Två.|Bygden|Hej!");
	ck_str(rows_at("2026-12-03T12:00"), "Ett.|och 2 till|Bygden|Hej!");
	how.language = MAKE_ENGLISH;
	ck_str(rows_at("2026-12-04T12:00"), "One.|and 3 more|The Place|Hello!");
	end();
}
END_TEST

START_TEST(their_rows_are_items_without_a_digit)
{
	begin();
	make_notice(make, 0, FORMAT_NONE, "Ett.", "One.");
	book = make_book(make);
	flow("2026-12-01T12:00");
	ck_assert_int_eq(sheet->rows[0].item, 0);
	ck_assert_int_eq(sheet->items[0].act, SHEET_ALL_NOTICES);
	ck_assert_uint_eq(sheet->items[0].digit, 0);
	/* The focus begins on the title all the same. */
	ck_assert_uint_eq(sheet_row_of(sheet, (struct sheet_place){ 0 }), 1);
	end();
}
END_TEST

START_TEST(in_reader_style_they_stand_below_the_title)
{
	begin();
	make_notice(make, 0, FORMAT_NONE, "Ett.", "One.");
	book = make_book(make);
	how.style = SHEET_READER;
	ck_assert(str_starts(rows_at("2026-12-01T12:00"), STR("Bygden|Ett.|")));
	end();
}
END_TEST

START_TEST(without_translation_they_say_so)
{
	begin();
	make_notice(make, 0, FORMAT_NONE, "Ett.", NULL);
	make_text(make, FORMAT_BULLET, "Punkt.", "Point.");
	book = make_book(make);
	how.language = MAKE_ENGLISH;
	ck_str(rows_at("2026-12-01T12:00"),
	       "Ett. [in Swedish]|The Place|Hello!");
	how.view = SHEET_NOTICES;
	ck_str(rows_at("2026-12-01T12:00"),
	       "Notices|Ett. [in Swedish]|- Point.");
	end();
}
END_TEST

START_TEST(their_screen_has_them_in_full)
{
	begin();
	make_notice(make, 0, local(2026, 12, 2, 0, 0), "Ett.", "One.");
	make_text(make, FORMAT_PARAGRAPH, "Mer om ett.", "More of one.");
	make_notice(make, local(2026, 12, 1, 0, 0), local(2026, 12, 3, 0, 0),
		    "Två.", "Two.");
	book = make_book(make);
	how.view = SHEET_NOTICES;
	ck_str(rows_at("2026-12-01T12:00"),
	       "Meddelanden|Ett.|Mer om ett.|Två.");
	ck_str(rows_at("2026-12-02T12:00"), "Meddelanden|Två.");
	ck_str(rows_at("2026-12-03T12:00"),
	       "Meddelanden|Det finns inga meddelanden just nu.");
	end();
}
END_TEST

/* The hour that comes twice neither ends nor brings a notice twice. */
START_TEST(they_live_once_when_the_clock_goes_back)
{
	begin();
	make_notice(make, local(2026, 10, 25, 2, 10),
		    local(2026, 10, 25, 2, 40), "Ett.", "One.");
	book = make_book(make);
	ck_str(rows_at("2026-10-25T02:09:59+02:00"), "Bygden|Hej!");
	ck_str(rows_at("2026-10-25T02:10+02:00"), "Ett.|Bygden|Hej!");
	ck_str(rows_at("2026-10-25T02:40+02:00"), "Bygden|Hej!");
	ck_str(rows_at("2026-10-25T02:15+01:00"), "Bygden|Hej!");
	end();
}
END_TEST

START_TEST(a_wrong_clock_says_only_what_has_no_time)
{
	begin();
	make_notice(make, 0, FORMAT_NONE, "Alltid.", "Always.");
	make_notice(make, 0, local(2026, 12, 1, 0, 0), "Till.", "Until.");
	book = make_book(make);
	ck_str(rows_at("2025-12-01T12:00"), "Alltid.|Bygden|Hej!");
	ck_assert_int_eq(sheet->until, INT64_MAX);
	end();
}
END_TEST

SUITE("sheet/notices", a_notice_holds_from_its_first_minute_to_its_last,
      a_sheet_holds_until_a_notice_begins_or_ends, there_are_at_most_two_rows,
      their_rows_are_items_without_a_digit,
      in_reader_style_they_stand_below_the_title,
      without_translation_they_say_so, their_screen_has_them_in_full,
      they_live_once_when_the_clock_goes_back,
      a_wrong_clock_says_only_what_has_no_time)
