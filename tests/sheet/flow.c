/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whole screens, flowed from small books that stand beside what is expected
 * of them. The real book's screens are goldens in tests/pages.
 */
#include "sheet/flow.h"

#include "base/arena.h"
#include "book/make.h"
#include "sheet/rows.h"
#include "suite.h"

static struct make *make;
static struct arena *arena;
static struct book book;
static struct sheet_window window;
static struct sheet_how how;

/* ------------------------------------------------------------------------
 * Books.
 */

static void new_book(void)
{
	arena = NULL;
	window = (struct sheet_window){ 0 };
	how = (struct sheet_how){ 0 };
	make = make_new();
	make_site(make, "Bygden", "Nära till allt", 0);
	make_page(make, "start", 0, "Bygden", "The Place");
}

/* A page of one kind of block each, as far as prose goes. */
static void add_prose(void)
{
	make_page(make, "prose", 3, "Prosa", "Prose");
	make_text(make, FORMAT_PARAGRAPH, "Ett stycke.", "A paragraph.");
	make_text(make, FORMAT_HEADING, "Rubrik", "Heading");
	make_text(make, FORMAT_BULLET, "en punkt", "a point");
	make_text(make, FORMAT_BULLET, "en till", "another");
	make_block(make, (struct format_block){
				 .kind = FORMAT_NUMBERED,
				 .unit = make_unit(make, "först", "first"),
				 .a = 9,
				 .prose = 1 });
	make_block(make, (struct format_block){
				 .kind = FORMAT_NUMBERED,
				 .unit = make_unit(make, "sedan", "then"),
				 .a = 10,
				 .prose = 1 });
	make_text(make, FORMAT_DEFINED, "112", "112");
	make_text(make, FORMAT_DEFINITION, "Nödnummer", "Emergency");
}

static const struct sheet *flow(const char *page)
{
	static const struct catalog catalogs[MAKE_LANGUAGES];

	if (!arena) {
		arena = arena_new();
		book = make_book(make);
		window.glyphs.repertoire = CHARS_UNICODE;
		window.catalogs = catalogs;
	}
	how.page = book_find_page(&book, str_of(page));
	return flow_sheet(arena, &book, &window, &how);
}

static void size(uint32_t cols, uint32_t rows)
{
	window.cols = cols;
	window.rows = rows;
}

static void end(void)
{
	arena_drop(arena);
	make_free(make);
}

/* The sheet first: flowing it makes the arena. */
#define ck_rows(flowed, text)                                                  \
	do {                                                                   \
		const struct sheet *ck_rows_is = (flowed);                     \
                                                                               \
		ck_str(rows_of(arena, ck_rows_is), text);                      \
	} while (0)

/* The role of the first run of a row. */
static enum sheet_role role(const struct sheet *sheet, uint32_t row)
{
	return sheet->runs[sheet->rows[row].first_run].role;
}

/* ------------------------------------------------------------------------
 * Blocks.
 */

START_TEST(blocks_stand_apart_and_lists_together)
{
	const struct sheet *sheet;

	new_book();
	add_prose();
	size(40, 24);
	sheet = flow("prose");
	ck_rows(sheet, "Prosa\n"
		       "\n"
		       "Ett stycke.\n"
		       "\n"
		       "Rubrik\n"
		       "- en punkt\n"
		       "- en till\n"
		       "9. först\n"
		       "10. sedan\n"
		       "\n"
		       "112\n"
		       "Nödnummer");
	ck_assert_int_eq(role(sheet, 0), SHEET_TITLE);
	ck_assert_int_eq(role(sheet, 4), SHEET_HEADING);
	ck_assert_int_eq(role(sheet, 10), SHEET_STRONG);
	size(40, 12);
	sheet = flow("prose");
	for (uint32_t row = 0; row < sheet->row_count; row++)
		ck_assert(sheet_holds(sheet, row));
	end();
}
END_TEST

START_TEST(list_items_hang_behind_their_mark)
{
	new_book();
	make_page(make, "list", 3, "Lista", "List");
	make_text(make, FORMAT_BULLET, "ett två tre fyra fem sex", NULL);
	make_block(make,
		   (struct format_block){
			   .kind = FORMAT_NUMBERED,
			   .unit = make_unit(make, "ett två tre fyra fem sex",
					     NULL),
			   .a = 10 });
	size(22, 24);
	ck_rows(flow("list"), "Lista\n"
			      "\n"
			      "- ett två tre fyra\n"
			      "  fem sex\n"
			      "10. ett två tre fyra\n"
			      "    fem sex");
	end();
}
END_TEST

START_TEST(notes_are_shown_as_ours)
{
	new_book();
	make_page(make, "note", 3, "Not", "Note");
	make_block(make, (struct format_block){
				 .kind = FORMAT_PARAGRAPH,
				 .unit = make_unit(make, "Våra ord.", NULL),
				 .note = 1 });
	size(40, 24);
	ck_assert_int_eq(role(flow("note"), 2), SHEET_NOTE);
	end();
}
END_TEST

/* A section without a title takes no row, but a link can lead to it. */
START_TEST(a_section_without_title_is_a_place_alone)
{
	struct sheet_place place = { .block = SHEET_AT_BLOCKS + 1 };
	const struct sheet *sheet;

	new_book();
	make_page(make, "place", 3, "Plats", "Place");
	make_text(make, FORMAT_PARAGRAPH, "Före.", NULL);
	make_text(make, FORMAT_HEADING, NULL, NULL);
	make_text(make, FORMAT_PARAGRAPH, "Efter.", NULL);
	size(40, 24);
	sheet = flow("place");
	ck_rows(sheet, "Plats\n\nFöre.\n\nEfter.");
	ck_assert_uint_eq(sheet_row_of(sheet, place), 4);
	end();
}
END_TEST

START_TEST(prose_is_never_wider_than_is_good_to_read)
{
	struct buf text = { 0 };
	const struct sheet *sheet;

	for (int i = 0; i < 60; i++)
		buf_add(&text, STR("ord å "));
	buf_add(&text, STR("slut"));
	buf_byte(&text, '\0');
	new_book();
	make_page(make, "wide", 3, "Bred", "Wide");
	make_text(make, FORMAT_PARAGRAPH, text.at, NULL);
	size(300, 100);
	sheet = flow("wide");
	for (uint32_t row = 0; row < sheet->row_count; row++)
		ck_assert_uint_le(chars_cols(rows_at(arena, sheet, row)),
				  SHEET_COLS);
	buf_free(&text);
	end();
}
END_TEST

/* ------------------------------------------------------------------------
 * Choices.
 */

static void add_tree(void)
{
	make_page(make, "parent", 5, "Över", "Above");
	make_text(make, FORMAT_PARAGRAPH, "Före.", NULL);
	make_block(make, (struct format_block){ .kind = FORMAT_CHILDREN,
						.unit = FORMAT_NONE });
	make_text(make, FORMAT_PARAGRAPH, "Efter.", NULL);
	make_page(make, "b", 52, "Två", "Two");
	make_page(make, "a", 51, "En lång titel", "A long title");
	make_menu(make, "Ett", "One");
	make_page(make, "deep", 511, "För djupt", "Too deep");
}

START_TEST(children_stand_where_the_page_says_by_number)
{
	const struct sheet *sheet;

	new_book();
	add_tree();
	size(40, 24);
	sheet = flow("parent");
	ck_rows(sheet, "Över\n\nFöre.\n\n1 Ett\n2 Två\n\nEfter.");
	ck_assert_uint_eq(sheet->items[1].page,
			  book_find_page(&book, STR("b")));
	end();
}
END_TEST

START_TEST(children_stand_last_where_the_page_does_not_say)
{
	new_book();
	make_page(make, "parent", 5, "Över", "Above");
	make_text(make, FORMAT_PARAGRAPH, "Text.", NULL);
	make_source(make, "hallsberg.se", 2014, 12);
	make_page(make, "c", 53, "Tre", "Three");
	size(60, 24);
	ck_rows(flow("parent"),
		"Över\n\nText.\n\n"
		"Text from hallsberg.se, December 2014.\n\n3 Tre");
	end();
}
END_TEST

/* It is reached by links and the look-up, and leads on by links alone. */
START_TEST(a_page_without_number_has_no_children)
{
	const struct sheet *sheet;

	new_book();
	make_page(make, "one", 1, "Ett", "One");
	make_page(make, "apart", 0, "För sig", "Apart");
	size(40, 24);
	sheet = flow("apart");
	ck_rows(sheet, "För sig");
	ck_assert_int_eq(sheet_item_with(sheet, 1), SHEET_NONE);
	end();
}
END_TEST

/* A child's digit is its number, so a link above it takes another. */
START_TEST(links_never_take_a_childs_digit)
{
	uint32_t unit, away;

	new_book();
	make_page(make, "parent", 5, "Över", "Above");
	unit = make_text(make, FORMAT_PARAGRAPH, "Se bort.", NULL);
	make_page(make, "a", 51, "Ett", "One");
	away = make_page(make, "away", 0, "Bort", "Away");
	make_span(make, unit, MAKE_SWEDISH, "bort",
		  (struct format_span){
			  .kind = FORMAT_LINK, .a = away, .b = FORMAT_NONE },
		  NULL);
	size(60, 24);
	ck_rows(flow("parent"), "Över\n\nSe bort.\n2 Read more: Bort\n\n1 Ett");
	end();
}
END_TEST

START_TEST(settings_are_items_in_the_free_digits)
{
	const enum format_setting settings[] = { FORMAT_SET_LANGUAGE,
						 FORMAT_SET_READER,
						 FORMAT_SET_EASY,
						 FORMAT_SET_DONE };

	new_book();
	make_page(make, "set", 8, "Val", "Settings");
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
		make_block(make, (struct format_block){ .kind = FORMAT_SET,
							.unit = FORMAT_NONE,
							.a = settings[i] });
	size(60, 24);
	ck_rows(flow("set"), "Val\n\n"
			     "1 Svenska\n"
			     "2 English\n"
			     "3 Turn on reader style\n"
			     "4 Turn on easy to read\n"
			     "Quit");
	window.kiosk = true;
	how.easy = true;
	how.style = SHEET_READER;
	ck_rows(flow("set"), "Val\n"
			     "1 Svenska\n"
			     "2 English\n"
			     "3 Ordinary screen\n"
			     "4 Turn off easy to read\n"
			     "Done: start again");
	end();
}
END_TEST

/* ------------------------------------------------------------------------
 * Easy to read.
 */

static void add_easy(void)
{
	uint32_t unit, away;

	away = make_page(make, "away", 7, "Bort", "Away");
	make_page(make, "hard", 3, "Svårt", "Hard");
	make_text(make, FORMAT_PARAGRAPH, "Ett svårt stycke.", NULL);
	make_block(make, (struct format_block){ .kind = FORMAT_STATE,
						.unit = FORMAT_NONE });
	unit = make_text(make, FORMAT_PARAGRAPH, "Svårt om bort.", NULL);
	make_span(make, unit, MAKE_SWEDISH, "bort",
		  (struct format_span){
			  .kind = FORMAT_LINK, .a = away, .b = FORMAT_NONE },
		  NULL);
	make_easy(make);
	make_text(make, FORMAT_PARAGRAPH, "Lätt.", NULL);
	make_page(make, "plain", 4, "Vanlig", "Plain");
	make_text(make, FORMAT_PARAGRAPH, "Vanlig text.", NULL);
	make_hours(make, "hus", "Huset", "House", FORMAT_NONE);
	make_open(make, MAKE_ALL_DAYS, 0, 1440);
}

START_TEST(easy_text_takes_the_place_of_prose_alone)
{
	const struct sheet *sheet;
	struct sheet_item wish;

	new_book();
	add_easy();
	size(60, 24);
	sheet = flow("hard");
	ck_str(rows_at(arena, sheet, 2), "Ett svårt stycke.");
	ck_str(rows_at(arena, sheet, sheet_last(sheet)), "2 Easy to read");
	wish = sheet->items[sheet_item_with(sheet, 2)];
	ck_assert_int_eq(wish.act, SHEET_EASY);
	how.easy = true;
	sheet = flow("hard");
	ck_str(rows_at(arena, sheet, 2), "Lätt.");
	/* What is no prose, the links and their digits have stayed. */
	ck_assert(str_starts(rows_at(arena, sheet, 4), STR("Huset: ")));
	ck_str(rows_at(arena, sheet, 5), "1 Read more: Bort, 07");
	ck_str(rows_at(arena, sheet, sheet_last(sheet)), "2 The whole text");
	end();
}
END_TEST

START_TEST(a_page_without_easy_text_stays_as_it_is)
{
	new_book();
	add_easy();
	size(60, 24);
	how.easy = true;
	ck_rows(flow("plain"), "Vanlig\n\nVanlig text.");
	end();
}
END_TEST

/* ------------------------------------------------------------------------
 * Titles and start.
 */

START_TEST(a_long_title_is_short_first_where_it_is_narrow)
{
	const char *title = "En titel som är längre än 38 kolumner ska";
	const struct sheet *sheet;

	new_book();
	make_page(make, "long", 3, title, NULL);
	make_menu(make, "Kort", "Short");
	size(50, 24);
	sheet = flow("long");
	ck_str(rows_at(arena, sheet, 0), title);
	size(49, 24);
	sheet = flow("long");
	ck_rows(sheet, "Kort\nEn titel som är längre än 38 kolumner ska");
	ck_assert_int_eq(role(sheet, 1), SHEET_STRONG);
	end();
}
END_TEST

static void add_choices(void)
{
	make_block(make, (struct format_block){ .kind = FORMAT_CHILDREN,
						.unit = FORMAT_NONE });
	make_block(make, (struct format_block){ .kind = FORMAT_SET,
						.unit = FORMAT_NONE,
						.a = FORMAT_SET_DONE });
	make_page(make, "one", 1, "Ett", "One");
}

START_TEST(start_has_its_slogan_first_and_last_where_it_is_low)
{
	new_book();
	add_choices();
	size(60, 24);
	ck_rows(flow("start"), "Bygden\n"
			       "Nära till allt\n"
			       "\n"
			       "Press a number:\n"
			       "1 Ett\n"
			       "\n"
			       "Quit");
	size(60, 13);
	ck_rows(flow("start"), "Bygden\n1 Ett\nQuit\nNära till allt");
	end();
}
END_TEST

/* What the name row says elsewhere are items there. */
START_TEST(start_in_reader_style_names_language_and_style)
{
	const struct sheet *sheet;

	new_book();
	add_choices();
	size(60, 24);
	how.style = SHEET_READER;
	sheet = flow("start");
	ck_rows(sheet, "Bygden\n"
		       "1 Ett\n"
		       "9 In English\n"
		       "* Ordinary screen\n"
		       "Quit\n"
		       "Nära till allt");
	ck_assert_int_eq(sheet->items[1].act, SHEET_LANGUAGE);
	ck_assert_uint_eq(sheet->items[1].number, MAKE_ENGLISH);
	ck_assert_uint_eq(sheet->items[1].digit, 0);
	ck_assert_int_eq(sheet->items[2].act, SHEET_STYLE);
	end();
}
END_TEST

START_TEST(the_age_of_a_text_is_told_if_it_is_known)
{
	new_book();
	make_page(make, "old", 3, "Gammal", "Old");
	make_source(make, "hallsberg.se", 2014, 12);
	make_page(make, "odd", 4, "Udda", "Odd");
	make_source(make, "hallsberg.se", 2014, 13); /* a damaged book */
	size(60, 24);
	ck_rows(flow("old"),
		"Gammal\n\nText from hallsberg.se, December 2014.");
	ck_rows(flow("odd"), "Udda");
	end();
}
END_TEST

/* ------------------------------------------------------------------------
 * The window.
 */

START_TEST(low_windows_give_their_rows_to_the_text)
{
	static const struct {
		uint32_t rows;
		bool name, path, footer; /* of a page */
		uint32_t height, start;	 /* … and of start */
	} heights[] = {
		{ 24, true, true, true, 21, 23 },
		{ 12, true, true, true, 9, 12 },
		{ 11, true, true, true, 8, 11 },
		{ 10, true, true, false, 8, 10 },
		{ 9, true, false, false, 8, 9 },
		{ 8, false, false, false, 8, 8 },
		{ 6, false, false, false, 6, 6 },
	};

	new_book();
	add_prose();
	for (size_t i = 0; i < sizeof heights / sizeof *heights; i++) {
		const struct sheet *sheet;

		size(60, heights[i].rows);
		sheet = flow("prose");
		ck_assert(sheet->name_row == heights[i].name);
		ck_assert(sheet->path_row == heights[i].path);
		ck_assert(sheet->footer_row == heights[i].footer);
		ck_assert_uint_eq(sheet->height, heights[i].height);
		ck_assert_uint_eq(flow("start")->height, heights[i].start);
	}
	end();
}
END_TEST

/* Rule 2 of reader style, and a row for messages, and one to begin lower. */
START_TEST(reader_style_has_rows_of_text_and_nothing_else)
{
	const struct sheet *sheet;

	new_book();
	add_prose();
	make_page(make, "row", 6, "Rad", "Row");
	make_text(make, FORMAT_PARAGRAPH,
		  "En mening som är mycket längre än trettioåtta kolumner.",
		  NULL);
	size(80, 24);
	how.style = SHEET_READER;
	sheet = flow("prose");
	ck_assert(!sheet->name_row && !sheet->path_row && !sheet->footer_row);
	ck_assert_uint_eq(sheet->height, 22);
	for (uint32_t row = 0; row < sheet->row_count; row++)
		ck_assert(sheet_holds(sheet, row));
	sheet = flow("row");
	ck_rows(sheet, "Rad\n"
		       "En mening som är mycket längre än\n"
		       "trettioåtta kolumner.");
	end();
}
END_TEST

START_TEST(words_are_counted_for_the_time_they_take)
{
	new_book();
	add_prose();
	size(60, 24);
	/* Title and blocks; marks and numbers of lists are words too. */
	ck_assert_uint_eq(flow("prose")->words, 16);
	end();
}
END_TEST

/* However damaged the book, there is a row to stand on. */
START_TEST(a_sheet_is_never_empty)
{
	new_book();
	make_page(make, "void", 3, "", NULL);
	size(60, 24);
	ck_rows(flow("void"), "-");
	end();
}
END_TEST

SUITE("sheet/flow", blocks_stand_apart_and_lists_together,
      list_items_hang_behind_their_mark, notes_are_shown_as_ours,
      a_section_without_title_is_a_place_alone,
      prose_is_never_wider_than_is_good_to_read,
      children_stand_where_the_page_says_by_number,
      children_stand_last_where_the_page_does_not_say,
      a_page_without_number_has_no_children, links_never_take_a_childs_digit,
      settings_are_items_in_the_free_digits,
      easy_text_takes_the_place_of_prose_alone,
      a_page_without_easy_text_stays_as_it_is,
      a_long_title_is_short_first_where_it_is_narrow,
      start_has_its_slogan_first_and_last_where_it_is_low,
      start_in_reader_style_names_language_and_style,
      the_age_of_a_text_is_told_if_it_is_known,
      low_windows_give_their_rows_to_the_text,
      reader_style_has_rows_of_text_and_nothing_else,
      words_are_counted_for_the_time_they_take, a_sheet_is_never_empty)
