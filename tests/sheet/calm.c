/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/calm.h"

#include "base/arena.h"
#include "real.h"
#include "sheet/rows.h"
#include "suite.h"

static struct sheet_window window;

/* The rows in so many columns; there is no book. */
static struct making begin(uint32_t cols)
{
	struct making making = { .arena = arena_new(), .window = &window };

	making.lines = (struct lines){ .arena = making.arena,
				       .glyphs = window.glyphs,
				       .cols = cols };
	calm_rows(&making);
	return making;
}

static void end(struct making *making)
{
	lines_done(&making->lines);
	arena_drop(making->arena);
}

START_TEST(both_languages_stand_there_swedish_first)
{
	struct making making;

	window = real_window(80, 24);
	making = begin(60);
	ck_str(rows_made(&making.lines),
	       "Kiosken har inget att visa just nu.\n"
	       "Det är inte ditt fel. Fråga i receptionen.\n"
	       "Vid nödläge: ring 112.\n"
	       "\n"
	       "The kiosk has nothing to show now.\n"
	       "It is not your fault. Please ask at reception.\n"
	       "In an emergency call 112.");
	end(&making);
}
END_TEST

START_TEST(without_a_catalogue_english_stands_for_both)
{
	static const struct catalog none[FORMAT_LANGUAGES];
	struct making making;

	window = real_window(80, 24);
	window.catalogs = none;
	making = begin(60);
	ck_str(rows_made(&making.lines),
	       "The kiosk has nothing to show now.\n"
	       "It is not your fault. Please ask at reception.\n"
	       "In an emergency call 112.\n"
	       "\n"
	       "The kiosk has nothing to show now.\n"
	       "It is not your fault. Please ask at reception.\n"
	       "In an emergency call 112.");
	end(&making);
}
END_TEST

/* A reader says it as a page: a title first, the number of 112 marked. */
START_TEST(it_has_a_title_and_112_is_strong)
{
	struct making making;
	const struct sheet_row *rows;

	window = real_window(80, 24);
	making = begin(60);
	rows = making.lines.rows;
	ck_assert_uint_eq(rows[0].place.block, SHEET_AT_TITLE);
	ck_assert_uint_ge(rows[4].place.block, SHEET_AT_BLOCKS);
	ck_assert_int_eq(rows_role(&making.lines, "Kiosken"), SHEET_TITLE);
	ck_assert_int_eq(rows_role(&making.lines, "The kiosk"), SHEET_HEADING);
	ck_assert_int_eq(rows_role(&making.lines, "Vid nöd"), SHEET_STRONG);
	ck_assert_int_eq(rows_role(&making.lines, "In an"), SHEET_STRONG);
	end(&making);
}
END_TEST

/* There is nothing to choose: no key leads anywhere. */
START_TEST(it_has_no_items)
{
	struct making making;

	window = real_window(80, 24);
	making = begin(60);
	ck_assert_uint_eq(making.lines.item_count, 0);
	ck_assert_uint_eq(making.digits, 0);
	end(&making);
}
END_TEST

START_TEST(narrow_windows_get_all_of_it)
{
	struct making making;

	window = real_window(SHEET_LEAST_COLS, 24);
	making = begin(SHEET_LEAST_COLS);
	ck_assert_uint_gt(making.lines.row_count, 7);
	for (size_t i = 0; i < making.lines.run_count; i++)
		ck_assert_uint_le(making.lines.runs[i].col +
					  making.lines.runs[i].cols,
				  SHEET_LEAST_COLS);
	end(&making);
}
END_TEST

SUITE("sheet/calm", both_languages_stand_there_swedish_first,
      without_a_catalogue_english_stands_for_both,
      it_has_a_title_and_112_is_strong, it_has_no_items,
      narrow_windows_get_all_of_it)
