/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten rows, three of them empty; three to a screenful. */
#include "sheet/sheet.h"

#include "suite.h"

enum { FIRST = SHEET_AT_BLOCKS };

static const struct sheet_run runs[] = {
	{ .col = 0, .cols = 6, .text = { "Bygden", 6 } },
	{ .col = 2, .cols = 3, .text = { "å4 ", 4 } },
	{ .col = 7, .cols = 3, .text = { "Mer", 3 } },
};

#define ROW(block, unit, byte)                                                 \
	{                                                                      \
		0, 1, SHEET_NONE,                                              \
		{                                                              \
			block, unit, byte                                      \
		}                                                              \
	}

static const struct sheet_row rows[] = {
	{ .item = SHEET_NONE },		       /* 0: empty */
	ROW(SHEET_AT_NOTICES, 0, 0),	       /* 1 */
	ROW(SHEET_AT_TITLE, 0, 0),	       /* 2 */
	ROW(FIRST, 0, 0),		       /* 3 */
	ROW(FIRST, 0, 30),		       /* 4 */
	ROW(FIRST, 2, 0),		       /* 5 */
	{ .item = SHEET_NONE },		       /* 6: empty */
	ROW(FIRST + 4, 0, 0),		       /* 7 */
	{ 1, 2, 1, { SHEET_AT_LINKS, 0, 0 } }, /* 8: two runs */
	{ .item = SHEET_NONE },		       /* 9: empty */
};

static const struct sheet_item items[] = { { .digit = 0 },
					   { .digit = 4, .row = 8 } };

static const struct sheet sheet = {
	.rows = rows,
	.row_count = sizeof rows / sizeof *rows,
	.runs = runs,
	.run_count = sizeof runs / sizeof *runs,
	.items = items,
	.item_count = 2,
	.height = 3,
};

static uint32_t row_of(uint32_t block, uint32_t unit, uint32_t byte)
{
	return sheet_row_of(&sheet, (struct sheet_place){ block, unit, byte });
}

START_TEST(a_place_is_found_in_its_row)
{
	ck_assert_uint_eq(row_of(SHEET_AT_NOTICES, 0, 0), 1);
	ck_assert_uint_eq(row_of(FIRST, 0, 0), 3);
	ck_assert_uint_eq(row_of(FIRST, 0, 30), 4);
	ck_assert_uint_eq(row_of(FIRST, 2, 0), 5);
}
END_TEST

START_TEST(else_in_the_nearest_before_it)
{
	ck_assert_uint_eq(row_of(FIRST, 0, 29), 3);
	ck_assert_uint_eq(row_of(FIRST, 0, 999), 4);
	ck_assert_uint_eq(row_of(FIRST, 1, 0), 4);
	ck_assert_uint_eq(row_of(FIRST, 9, 9), 5);
}
END_TEST

/* A section without a title has no rows: its place is where the next begins. */
START_TEST(a_block_without_rows_is_where_the_next_begins)
{
	ck_assert_uint_eq(row_of(FIRST + 2, 0, 0), 7);
}
END_TEST

START_TEST(a_place_that_is_gone_is_the_title)
{
	ck_assert_uint_eq(sheet_row_of(&sheet, (struct sheet_place){ 0 }), 2);
	ck_assert_uint_eq(row_of(FIRST + 5, 0, 0), 2);
	ck_assert_uint_eq(row_of(SHEET_AT_LOOKUP, 0, 0), 2);
}
END_TEST

START_TEST(a_digit_finds_its_item_and_none_finds_nothing)
{
	ck_assert_int_eq(sheet_item_with(&sheet, 4), 1);
	ck_assert_int_eq(sheet_item_with(&sheet, 5), SHEET_NONE);
	ck_assert_int_eq(sheet_item_with(&sheet, 0), SHEET_NONE);
}
END_TEST

START_TEST(empty_rows_hold_nothing_and_are_no_end)
{
	ck_assert(!sheet_holds(&sheet, 0));
	ck_assert(sheet_holds(&sheet, 1));
	ck_assert(!sheet_holds(&sheet, sheet.row_count));
	ck_assert_uint_eq(sheet_first(&sheet), 1);
	ck_assert_uint_eq(sheet_last(&sheet), 8);
}
END_TEST

/* The empty row 9 makes no screenful of its own. */
START_TEST(screenfuls_end_with_the_last_row_that_holds)
{
	ck_assert_uint_eq(sheet_screens(&sheet), 3);
	ck_assert_uint_eq(sheet_screen_of(&sheet, 2), 0);
	ck_assert_uint_eq(sheet_screen_of(&sheet, 3), 1);
}
END_TEST

START_TEST(a_rows_text_has_its_runs_in_their_columns)
{
	struct buf out = { 0 };

	sheet_row_text(&sheet, 8, &out);
	ck_str(buf_str(&out), "  å4   Mer");
	sheet_row_text(&sheet, 9, &out);
	ck_str(buf_str(&out), "  å4   Mer");
	buf_free(&out);
}
END_TEST

SUITE("sheet/sheet", a_place_is_found_in_its_row, else_in_the_nearest_before_it,
      a_block_without_rows_is_where_the_next_begins,
      a_place_that_is_gone_is_the_title,
      a_digit_finds_its_item_and_none_finds_nothing,
      empty_rows_hold_nothing_and_are_no_end,
      screenfuls_end_with_the_last_row_that_holds,
      a_rows_text_has_its_runs_in_their_columns)
