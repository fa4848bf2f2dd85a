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

static void resize(uint32_t cols, uint32_t rows)
{
	window = real_window(cols, rows);
}

/* The text of a row, in the arena. */
static struct str row_of(const struct frame *frame, uint32_t row)
{
	struct buf out = { 0 };
	struct str text;

	frame_row_text(&frame->row[row], &out);
	text = buf_keep(&out, arena);
	buf_free(&out);
	return text;
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
	/* All of this page stands a row lower than start. */
	press(INTENT_DIGIT, 3);
	before = compose(before);
	ck_assert_uint_eq(before->lower, 1);
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

START_TEST(name_path_and_title_stand_above_the_text)
{
	const struct frame *frame;

	begin(SHEET_SCREEN);
	compose(NULL);
	press(INTENT_DIGIT, 4);
	compose(NULL);
	press(INTENT_DIGIT, 1);
	frame = compose(NULL);
	ck_str(row_of(frame, 0), " Hallsbergs kommun                       "
				 "                      9 In English");
	ck_str(row_of(frame, 1), " Start > Värdeord                        "
				 "                               041");
	ck_str(row_of(frame, 2), " Glädje");
	ck_assert_uint_eq(frame->cursor_row, 2);
	arena_drop(arena);
}
END_TEST

/* On start the title is the name row; it is not said twice. */
START_TEST(start_has_one_row_with_the_name)
{
	const struct frame *frame;

	begin(SHEET_SCREEN);
	frame = compose(NULL);
	ck_assert(str_starts(row_of(frame, 0), STR(" Hallsbergs kommun  ")));
	ck_str(row_of(frame, 1), " Hallsberg... nära till");
	ck_assert_uint_eq(frame->cursor_row, 0);
	arena_drop(arena);
}
END_TEST

static enum sheet_role role_at(const struct frame *frame, uint32_t row,
			       uint32_t run)
{
	ck_assert_uint_lt(run, frame->row[row].count);
	return frame->row[row].runs[run].role;
}

/* From the margin to the end of an item's words; of other rows the margin. */
START_TEST(the_focus_is_seen_from_the_margin_on)
{
	const struct frame *frame;
	uint32_t row;

	begin(SHEET_SCREEN);
	frame = compose(NULL);
	ck_assert_int_eq(role_at(frame, 0, 0), SHEET_FOCUS);
	ck_assert_int_eq(role_at(frame, 0, 1), SHEET_TITLE);
	press(INTENT_NEXT_ITEM, 0);
	frame = compose(frame);
	row = frame->cursor_row;
	ck_str(row_of(frame, row), " 1 Öppettider");
	ck_assert_int_eq(role_at(frame, row, 0), SHEET_FOCUS);
	for (uint32_t run = 1; run < frame->row[row].count; run++)
		ck_assert_int_eq(role_at(frame, row, run), SHEET_ITEM_FOCUS);
	ck_assert_int_eq(role_at(frame, row + 1, 0), SHEET_TEXT);
	ck_assert_int_eq(role_at(frame, row + 1, 1), SHEET_ITEM);
	arena_drop(arena);
}
END_TEST

/* Its second screenful begins with a row of text like any other. */
START_TEST(the_language_key_stands_beside_the_name_alone)
{
	const struct frame *frame;

	begin(SHEET_SCREEN);
	resize(40, 12);
	frame = compose(NULL);
	ck_str(row_of(frame, 0), " Hallsbergs kommun          9 In English");
	press(INTENT_LAST, 0);
	frame = compose(frame);
	ck_str(row_of(frame, 0), " Hallsberg... nära till");
	arena_drop(arena);
}
END_TEST

/* A jump repaints its row, so that it is spoken; a style is a new page. */
START_TEST(more_is_painted_where_a_screen_reader_must_notice)
{
	const struct frame *frame;

	begin(SHEET_READER);
	frame = compose(NULL);
	press(INTENT_LAST, 0);
	frame = compose(frame);
	ck_assert_int_eq(frame->paint, FRAME_JUMP);
	press(INTENT_UP, 0);
	frame = compose(frame);
	ck_assert_int_eq(frame->paint, FRAME_CHANGES);
	press(INTENT_FIRST, 0);
	frame = compose(frame);
	ck_assert_int_eq(frame->paint, FRAME_JUMP);
	press(INTENT_STYLE, 0);
	frame = compose(frame);
	ck_assert_int_eq(frame->paint, FRAME_ALL);
	press(INTENT_LAST, 0);
	frame = compose(frame);
	ck_assert_int_eq(frame->paint, FRAME_CHANGES);
	arena_drop(arena);
}
END_TEST

/* Another book may say something else in every row. */
START_TEST(a_new_book_is_painted_whole_in_reader_style)
{
	const struct frame *before, *frame;

	begin(SHEET_READER);
	compose(NULL);
	press(INTENT_DIGIT, 4);
	before = compose(NULL);
	window.edition++;
	frame = compose(before);
	ck_assert_int_eq(frame->paint, FRAME_ALL);
	ck_assert_uint_ne(frame->cursor_row, before->cursor_row);
	ck_assert_int_eq(compose(frame)->paint, FRAME_CHANGES);
	arena_drop(arena);
}
END_TEST

/* A wrong digit changes the last row and rings, once. */
START_TEST(a_message_takes_the_last_row_until_the_next_key)
{
	const struct frame *before, *frame;

	begin(SHEET_SCREEN);
	compose(NULL);
	press(INTENT_DIGIT, 4);
	before = compose(NULL);
	press(INTENT_DIGIT, 8);
	frame = compose(before);
	ck_str(row_of(frame, 23), " Här finns inget val 8.");
	ck_assert(frame->bell);
	ck_assert_int_eq(frame->paint, FRAME_CHANGES);
	ck_assert_uint_eq(frame->cursor_row, before->cursor_row);
	for (uint32_t row = 0; row < 23; row++)
		ck_assert(frame_same(&before->row[row], &frame->row[row]));
	press(INTENT_NOTHING, 0);
	frame = compose(frame);
	ck_assert(!frame->bell);
	ck_assert(frame_same(&before->row[23], &frame->row[23]));
	arena_drop(arena);
}
END_TEST

/* Reader style: the cursor goes to the message, and back with the next key. */
START_TEST(a_message_is_read_aloud)
{
	const struct frame *before, *frame;

	begin(SHEET_READER);
	before = compose(NULL);
	press(INTENT_DOWN, 0);
	before = compose(before);
	press(INTENT_DIGIT, 4);
	before = compose(before);
	press(INTENT_DIGIT, 8);
	frame = compose(before);
	ck_str(row_of(frame, 23), "Här finns inget val 8.");
	ck_assert_uint_eq(frame->cursor_row, 23);
	press(INTENT_NOTHING, 0);
	frame = compose(frame);
	ck_assert_uint_eq(frame->cursor_row, before->cursor_row);
	/* Its going would be spoken: it stays until the next repaint. */
	ck_str(row_of(frame, 23), "Här finns inget val 8.");
	press(INTENT_START, 0);
	frame = compose(frame);
	ck_str(row_of(frame, 23), "");
	arena_drop(arena);
}
END_TEST

/* … and a second one in another row, or BRLTTY would say "9" for "val 9". */
START_TEST(a_message_after_a_message_is_read_aloud_whole)
{
	const struct frame *before, *frame = NULL;

	begin(SHEET_READER);
	resize(40, 12);
	before = compose(NULL);
	press(INTENT_DIGIT, 4);
	before = compose(before);
	for (uint32_t i = 0; i < 4; i++) {
		press(INTENT_DIGIT, 5 + i);
		frame = compose(before);
		ck_assert_uint_ne(frame->cursor_row, before->cursor_row);
		ck_assert(str_starts(row_of(frame, frame->cursor_row),
				     STR("Här finns inget val ")));
		ck_assert_int_eq(frame->paint == FRAME_ALL, i % 2);
		before = frame;
	}
	/* It stays where it is when the cursor has gone back. */
	press(INTENT_NOTHING, 0);
	frame = compose(before);
	ck_str(row_of(frame, before->cursor_row), "Här finns inget val 8.");
	ck_assert_uint_eq(frame->cursor_row, frame->lower);
	arena_drop(arena);
}
END_TEST

START_TEST(a_long_screen_is_turned_a_screenful_at_a_time)
{
	const struct frame *frame;

	begin(SHEET_SCREEN);
	compose(NULL);
	press(INTENT_DIGIT, 3);
	frame = compose(NULL);
	ck_assert_uint_eq(frame->top, 0);
	ck_assert(str_starts(row_of(frame, 23), STR(" Enter Mer, 1 av 2 ")));
	press(INTENT_OPEN, 0);
	frame = compose(frame);
	ck_assert_uint_eq(frame->top, sheet->height);
	ck_assert_uint_eq(frame->cursor_row, 2);
	arena_drop(arena);
}
END_TEST

/* The window decides the frame, even one without room for anything. */
START_TEST(a_window_too_small_asks_for_a_larger_one)
{
	const struct frame *frame;

	begin(SHEET_SCREEN);
	resize(19, 24);
	frame = compose(NULL);
	ck_str(row_of(frame, 0), "Förstora fönstret.");
	ck_str(row_of(frame, 1), "");
	ck_assert_int_eq(frame->paint, FRAME_ALL);
	resize(80, 5);
	frame = compose(frame);
	ck_str(row_of(frame, 0), "Förstora fönstret.");
	resize(1, 1);
	frame = compose(frame);
	ck_str(row_of(frame, 0), "F");
	resize(20, 6);
	frame = compose(frame);
	ck_assert(str_starts(row_of(frame, 0), STR(" Hallsbergs kommun")));
	arena_drop(arena);
}
END_TEST

START_TEST(the_footer_names_the_keys_there_are)
{
	const struct frame *frame;

	begin(SHEET_SCREEN);
	compose(NULL);
	press(INTENT_DIGIT, 4);
	frame = compose(NULL);
	ck_str(row_of(frame, 23), " Enter Öppna   0 Start   "
				  "Backsteg Tillbaka   Pil ned Nästa rad");
	window.keys = SHEET_KEYPAD;
	frame = compose(NULL);
	ck_str(row_of(frame, 23), " Enter Öppna   0 Start   "
				  "Komma Tillbaka   + Nästa rad   * Läsarstil");
	/* In the last row there is no next one. */
	press(INTENT_LAST, 0);
	frame = compose(NULL);
	ck_str(row_of(frame, 23), " Enter Öppna   0 Start   "
				  "Komma Tillbaka   * Läsarstil");
	arena_drop(arena);
}
END_TEST

START_TEST(in_the_look_up_backspace_erases)
{
	const struct frame *frame;

	begin(SHEET_SCREEN);
	compose(NULL);
	visit = visit_step(real_book(), sheet, visit, intent_of_character('v'));
	frame = compose(NULL);
	ck_assert(str_starts(row_of(frame, 23),
			     STR(" Enter Öppna   0 Start   Backsteg Sudda")));
	arena_drop(arena);
}
END_TEST

START_TEST(the_footer_drops_words_from_the_right)
{
	struct str wide, narrow;

	begin(SHEET_SCREEN);
	compose(NULL);
	press(INTENT_DIGIT, 4);
	wide = row_of(compose(NULL), 23);
	resize(40, 24);
	narrow = row_of(compose(NULL), 23);
	ck_assert_uint_lt(narrow.bytes, wide.bytes);
	ck_assert(str_starts(wide, narrow));
	arena_drop(arena);
}
END_TEST

SUITE("view/frame", a_move_changes_no_character_in_screen_style,
      a_move_changes_nothing_in_reader_style,
      a_repaint_moves_the_cursor_to_another_row,
      name_path_and_title_stand_above_the_text, start_has_one_row_with_the_name,
      the_focus_is_seen_from_the_margin_on,
      the_language_key_stands_beside_the_name_alone,
      more_is_painted_where_a_screen_reader_must_notice,
      a_new_book_is_painted_whole_in_reader_style,
      a_message_takes_the_last_row_until_the_next_key, a_message_is_read_aloud,
      a_message_after_a_message_is_read_aloud_whole,
      a_long_screen_is_turned_a_screenful_at_a_time,
      a_window_too_small_asks_for_a_larger_one,
      the_footer_names_the_keys_there_are, in_the_look_up_backspace_erases,
      the_footer_drops_words_from_the_right)
