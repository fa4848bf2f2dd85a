/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/lines.h"

#include "base/arena.h"
#include "sheet/rows.h"
#include "suite.h"

static struct lines begin(uint32_t cols)
{
	return (struct lines){ .arena = arena_new(),
			       .glyphs = { .repertoire = CHARS_UNICODE },
			       .cols = cols };
}

START_TEST(a_paragraph_fills_its_lines)
{
	struct lines lines = begin(10);

	lines_add(&lines, STR("ett två tre fyra fem"), SHEET_TEXT);
	lines_end(&lines, 2, SHEET_NONE);
	ck_str(rows_made(&lines), "ett två\n  tre fyra\n  fem");
	lines_done(&lines);
	arena_drop(lines.arena);
}
END_TEST

START_TEST(what_is_whole_is_not_broken)
{
	struct lines lines = begin(16);

	lines_add(&lines, STR("Ring "), SHEET_TEXT);
	lines_add_whole(&lines, STR("0582-68 50 00"), SHEET_TEXT);
	lines_end(&lines, 0, SHEET_NONE);
	ck_str(rows_made(&lines), "Ring\n0582-68 50 00");
	lines_done(&lines);
	arena_drop(lines.arena);
}
END_TEST

START_TEST(soft_hyphens_show_only_where_a_line_ends)
{
	struct lines lines = begin(14);

	lines_add(&lines,
		  STR("kvalitets\xC2\xAD"
		      "utveckling och mera"),
		  SHEET_TEXT);
	lines_end(&lines, 0, SHEET_NONE);
	ck_str(rows_made(&lines), "kvalitets-\nutveckling och\nmera");
	lines_done(&lines);
	arena_drop(lines.arena);
}
END_TEST

START_TEST(gaps_are_due_once_and_never_first)
{
	struct lines lines = begin(20);

	lines_gap(&lines);
	lines_add(&lines, STR("a"), SHEET_TEXT);
	lines_end(&lines, 0, SHEET_NONE);
	lines_gap(&lines);
	lines_gap(&lines);
	lines_end(&lines, 0, SHEET_NONE); /* nothing: no row */
	lines_add(&lines, STR("b"), SHEET_TEXT);
	lines_end(&lines, 0, SHEET_NONE);
	ck_str(rows_made(&lines), "a\n\nb");
	lines.tight = true;
	lines_gap(&lines);
	lines_add(&lines, STR("c"), SHEET_TEXT);
	lines_end(&lines, 0, SHEET_NONE);
	ck_str(rows_made(&lines), "a\n\nb\nc");
	lines_done(&lines);
	arena_drop(lines.arena);
}
END_TEST

START_TEST(places_name_block_paragraph_and_byte)
{
	struct lines lines = begin(6);
	int32_t item;

	lines_at(&lines, 7);
	lines_add(&lines, STR("ett två"), SHEET_TEXT);
	lines_end(&lines, 0, SHEET_NONE);
	item = lines_item(&lines, (struct sheet_item){ .digit = 1 });
	lines_add(&lines, STR("tre"), SHEET_ITEM);
	lines_end(&lines, 0, item);
	ck_assert_uint_eq(lines.rows[1].place.block, 7);
	ck_assert_uint_eq(lines.rows[1].place.unit, 0);
	ck_assert_uint_eq(lines.rows[1].place.byte, 4);
	ck_assert_uint_eq(lines.rows[2].place.unit, 1);
	ck_assert_int_eq(lines.rows[2].item, item);
	ck_assert_uint_eq(lines.items[item].row, 2);
	lines_done(&lines);
	arena_drop(lines.arena);
}
END_TEST

SUITE("sheet/lines", a_paragraph_fills_its_lines, what_is_whole_is_not_broken,
      soft_hyphens_show_only_where_a_line_ends,
      gaps_are_due_once_and_never_first, places_name_block_paragraph_and_byte)
