/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Units with their markup, links and items, as every part of a sheet writes
 * them. The program's words are English here: there is no catalogue.
 */
#include "sheet/making.h"

#include "base/arena.h"
#include "book/make.h"
#include "sheet/rows.h"
#include "suite.h"

static struct make *make;
static struct book book;
static struct sheet_window window;
static struct sheet_how how;

/* A making of the start screen of what has been made, so wide. */
static struct making begin(uint32_t cols)
{
	static const struct catalog catalogs[MAKE_LANGUAGES];
	struct arena *arena = arena_new();

	book = make_book(make);
	window.catalogs = catalogs;
	how = (struct sheet_how){ .page = book_start(&book) };
	return (struct making){
		.arena = arena,
		.book = &book,
		.window = &window,
		.how = &how,
		.catalog = catalogs,
		.until = INT64_MAX,
		.lines = { .arena = arena,
			   .glyphs = { .repertoire = CHARS_UNICODE },
			   .cols = cols },
	};
}

static void end(struct making *making)
{
	lines_done(&making->lines);
	arena_drop(making->arena);
	make_free(make);
}

static uint32_t page_with_id(const char *id)
{
	return book_find_page(&book, str_of(id));
}

static void new_book(void)
{
	make = make_new();
	make_page(make, "start", 0, "Bygden", "The Place");
}

START_TEST(digits_are_given_once_from_the_lowest)
{
	struct making making = { .digits = 1u << 1 | 1u << 3 };
	const uint32_t free[] = { 2, 4, 5, 6, 7, 8, 0, 0 };

	for (size_t i = 0; i < sizeof free / sizeof *free; i++)
		ck_assert_uint_eq(making_digit(&making), free[i]);
}
END_TEST

START_TEST(a_sheet_holds_until_the_first_change)
{
	struct making making = { .until = INT64_MAX };

	making_holds_until(&making, 200);
	making_holds_until(&making, 100);
	making_holds_until(&making, 300);
	ck_assert_int_eq(making.until, 100);
}
END_TEST

START_TEST(markup_becomes_roles_the_inner_one_wins)
{
	struct making making;
	uint32_t unit;

	new_book();
	unit = make_unit(make, "Ring nu, absolut genast, ja", NULL);
	make_span(make, unit, MAKE_SWEDISH, "nu, absolut genast",
		  (struct format_span){ .kind = FORMAT_STRONG }, NULL);
	make_span(make, unit, MAKE_SWEDISH, "absolut",
		  (struct format_span){ .kind = FORMAT_EM }, NULL);
	making = begin(60);
	making_add_unit(&making, unit, SHEET_NOTE);
	making_end(&making);
	ck_str(rows_made(&making.lines), "Ring nu, absolut genast, ja");
	ck_assert_int_eq(rows_role(&making.lines, "Ring"), SHEET_NOTE);
	ck_assert_int_eq(rows_role(&making.lines, "nu,"), SHEET_STRONG);
	ck_assert_int_eq(rows_role(&making.lines, "absolut"), SHEET_EM);
	ck_assert_int_eq(rows_role(&making.lines, " genast"), SHEET_STRONG);
	ck_assert_int_eq(rows_role(&making.lines, ", ja"), SHEET_NOTE);
	end(&making);
}
END_TEST

/* It may lead: bold letters in the middle do not make a word two. */
START_TEST(markup_is_no_place_to_end_a_line)
{
	struct making making;
	uint32_t unit;

	new_book();
	unit = make_unit(make, "Se kommunhuset nu", NULL);
	make_span(make, unit, MAKE_SWEDISH, "kommun",
		  (struct format_span){ .kind = FORMAT_STRONG }, NULL);
	making = begin(12);
	making_add_unit(&making, unit, SHEET_TEXT);
	making_end(&making);
	ck_str(rows_made(&making.lines), "Se\nkommunhuset\nnu");
	end(&making);
}
END_TEST

START_TEST(a_datum_is_never_broken_over_two_lines)
{
	struct making making;
	uint32_t unit;

	new_book();
	unit = make_unit(make, "Ring oss 0582 nu", NULL);
	make_span(make, unit, MAKE_SWEDISH, "oss 0582",
		  (struct format_span){ .kind = FORMAT_DATUM_REF }, NULL);
	making = begin(10);
	making_add_unit(&making, unit, SHEET_TEXT);
	making_end(&making);
	ck_str(rows_made(&making.lines), "Ring\noss 0582\nnu");
	end(&making);
}
END_TEST

START_TEST(what_is_not_translated_says_so)
{
	struct making making;
	uint32_t only_swedish, both;

	new_book();
	only_swedish = make_unit(make, "Hej!", NULL);
	both = make_unit(make, "Hej!", "Hello!");
	making = begin(40);
	making_add_unit(&making, only_swedish, SHEET_TEXT);
	making_end(&making);
	how.language = MAKE_ENGLISH;
	making_add_unit(&making, only_swedish, SHEET_TEXT);
	making_end(&making);
	making_add_unit(&making, both, SHEET_TEXT);
	making_end(&making);
	ck_str(rows_made(&making.lines), "Hej!\nHej! [in Swedish]\nHello!");
	ck_assert_int_eq(rows_role(&making.lines, "[in Swedish]"), SHEET_NOTE);
	end(&making);
}
END_TEST

START_TEST(an_item_is_its_digit_and_words_hanging)
{
	struct making making;
	int32_t item;

	new_book();
	making = begin(12);
	item = making_item(
		&making, (struct sheet_item){ .act = SHEET_EASY, .digit = 7 });
	lines_add(&making.lines, STR("ett par ord till"), SHEET_ITEM);
	making_end_item(&making, item);
	making_words_item(&making, (struct sheet_item){ .act = SHEET_DONE },
			  WORDS_QUIT);
	ck_str(rows_made(&making.lines), "7 ett par\n  ord till\nQuit");
	ck_assert_int_eq(making.lines.rows[0].item, item);
	ck_assert_int_eq(making.lines.rows[1].item, item);
	ck_assert_int_eq(making.lines.rows[2].item, item + 1);
	ck_assert_uint_eq(making.lines.items[item + 1].digit, 0);
	ck_assert_uint_eq(making.lines.items[item + 1].row, 2);
	end(&making);
}
END_TEST

START_TEST(a_page_is_labelled_by_menu_and_typed_by_number)
{
	struct making making;
	struct buf number = { 0 };

	make = make_new();
	make_page(make, "start", 0, "Bygden", "The Place");
	make_page(make, "a", 41, "En lång titel", "A long title");
	make_menu(make, "Kort", "Short");
	make_page(make, "b", 0, "Utan nummer", "No number");
	making = begin(40);
	ck_str(making_label(&making, page_with_id("a")), "Kort");
	ck_str(making_label(&making, page_with_id("b")), "Utan nummer");
	how.language = MAKE_ENGLISH;
	ck_str(making_label(&making, page_with_id("a")), "Short");
	making_number(&making, page_with_id("b"), &number);
	ck_assert_uint_eq(number.bytes, 0);
	making_number(&making, page_with_id("a"), &number);
	buf_byte(&number, ' ');
	making_number(&making, page_with_id("start"), &number);
	ck_str(buf_str(&number), "041 0");
	buf_free(&number);
	end(&making);
}
END_TEST

/* "Läs mer: Styrsystem, 05": a row never holds two items. */
START_TEST(links_become_rows_after_their_block)
{
	struct making making;
	const struct sheet_item *items;
	uint32_t unit, areas, away;

	new_book();
	areas = make_page(make, "areas", 51, "Områden", "Areas");
	away = make_page(make, "away", 0, "Långt bort", "Far away");
	unit = make_unit(make, "Läs om områden och annat.", NULL);
	make_span(
		make, unit, MAKE_SWEDISH, "områden",
		(struct format_span){ .kind = FORMAT_LINK, .a = areas, .b = 3 },
		NULL);
	make_span(make, unit, MAKE_SWEDISH, "annat",
		  (struct format_span){
			  .kind = FORMAT_LINK, .a = away, .b = FORMAT_NONE },
		  NULL);
	making = begin(60);
	making.digits = 1u << 1;
	making_add_unit(&making, unit, SHEET_TEXT);
	making_end(&making);
	making_links(&making, unit);
	ck_str(rows_made(&making.lines), "Läs om områden och annat.\n"
					 "2 Read more: Områden, 051\n"
					 "3 Read more: Långt bort");
	ck_assert_uint_eq(making.lines.item_count, 2);
	items = making.lines.items;
	ck_assert_int_eq(items[0].act, SHEET_OPEN);
	ck_assert_uint_eq(items[0].page, page_with_id("areas"));
	ck_assert_uint_eq(items[0].block, 3);
	ck_assert_uint_eq(items[1].page, page_with_id("away"));
	ck_assert_uint_eq(items[1].block, FORMAT_NONE);
	end(&making);
}
END_TEST

/* The kiosk cannot go there, so it is no item; its address is whole. */
START_TEST(a_link_to_the_outside_is_a_row_and_no_item)
{
	struct making making;
	uint32_t unit;

	new_book();
	unit = make_unit(make, "Läs mer på webben.", NULL);
	make_span(make, unit, MAKE_SWEDISH, "webben",
		  (struct format_span){ .kind = FORMAT_OUTSIDE },
		  "https://www.example.se/a/b");
	making = begin(26);
	making_links(&making, unit);
	ck_str(rows_made(&making.lines), "On the web:\n"
					 "https://www.example.se/a/b\n"
					 "- or ask at reception.");
	ck_assert_uint_eq(making.lines.item_count, 0);
	ck_assert_uint_eq(making.digits, 0);
	end(&making);
}
END_TEST

SUITE("sheet/making", digits_are_given_once_from_the_lowest,
      a_sheet_holds_until_the_first_change,
      markup_becomes_roles_the_inner_one_wins, markup_is_no_place_to_end_a_line,
      a_datum_is_never_broken_over_two_lines, what_is_not_translated_says_so,
      an_item_is_its_digit_and_words_hanging,
      a_page_is_labelled_by_menu_and_typed_by_number,
      links_become_rows_after_their_block,
      a_link_to_the_outside_is_a_row_and_no_item)
