/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/frame.h"

#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "suite.h"

static struct arena *arena;
static struct sheet_window window;
static struct visit visit;
static const struct sheet *sheet;

static const struct frame *compose(const struct frame *before)
{
	struct sheet_how how = visit_how(real_book(), &visit);

	sheet = flow_sheet(arena, real_book(), &window, &how);
	return frame_compose(arena, sheet, &window, &visit, before);
}

static void begin(enum sheet_style style)
{
	arena = arena_new();
	window = real_window(80, 24);
	visit = visit_new(false, 0, style);
}

static void press(enum intent_kind kind, uint32_t number)
{
	visit = visit_step(real_book(), sheet, visit,
			   (struct intent){ .kind = kind, .number = number });
}

/* A focus move changes looks and nothing else. */
START_TEST(a_move_changes_no_character_in_screen_style)
{
	const struct frame *before, *after;

	begin(SHEET_SCREEN);
	compose(NULL);
	press(INTENT_DIGIT, 4);
	before = compose(NULL);
	for (int i = 0; i < 4; i++) {
		press(INTENT_DOWN, 0);
		after = compose(before);
		ck_assert_int_eq(after->paint, FRAME_CHANGES);
		ck_assert_uint_eq(after->cursor_col, 0);
		for (uint32_t row = 0; row + 1 < after->rows; row++)
			ck_assert(frame_same_text(&before->row[row],
						  &after->row[row]));
		ck_assert(!frame_same(&before->row[after->cursor_row],
				      &after->row[after->cursor_row]));
		before = after;
	}
	arena_drop(arena);
}
END_TEST

/* Reader style: nothing changes at all but the cursor. */
START_TEST(a_move_changes_nothing_in_reader_style)
{
	const struct frame *before, *after;

	begin(SHEET_READER);
	before = compose(NULL);
	for (int i = 0; i < 8; i++) {
		press(INTENT_DOWN, 0);
		after = compose(before);
		ck_assert_int_eq(after->paint, FRAME_CHANGES);
		ck_assert_uint_eq(after->cursor_row, before->cursor_row + 1);
		for (uint32_t row = 0; row < after->rows; row++)
			ck_assert(frame_same(&before->row[row],
					     &after->row[row]));
		before = after;
	}
	arena_drop(arena);
}
END_TEST

/* … and every repaint leaves the cursor in another row than before. */
START_TEST(a_repaint_moves_the_cursor_to_another_row)
{
	const struct frame *before, *after;
	static const uint32_t digits[] = { 4, 1, 0, 3, 0, 5, 2, 0 };

	begin(SHEET_READER);
	before = compose(NULL);
	for (size_t i = 0; i < sizeof digits / sizeof *digits; i++) {
		press(digits[i] ? INTENT_DIGIT : INTENT_START, digits[i]);
		after = compose(before);
		ck_assert_int_eq(after->paint, FRAME_ALL);
		ck_assert_uint_ne(after->cursor_row, before->cursor_row);
		before = after;
	}
	arena_drop(arena);
}
END_TEST

START_TEST(the_footer_drops_words_from_the_right)
{
	struct buf wide = { 0 }, narrow = { 0 };
	const struct frame *frame;

	begin(SHEET_SCREEN);
	compose(NULL);
	press(INTENT_DIGIT, 4);
	frame = compose(NULL);
	frame_row_text(&frame->row[23], &wide);
	window = real_window(40, 24);
	frame = compose(NULL);
	frame_row_text(&frame->row[23], &narrow);
	ck_assert_uint_lt(narrow.bytes, wide.bytes);
	ck_assert(str_starts(buf_str(&wide), buf_str(&narrow)));
	buf_free(&wide);
	buf_free(&narrow);
	arena_drop(arena);
}
END_TEST

SUITE("view/frame", a_move_changes_no_character_in_screen_style,
      a_move_changes_nothing_in_reader_style,
      a_repaint_moves_the_cursor_to_another_row,
      the_footer_drops_words_from_the_right)
