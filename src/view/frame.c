/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/frame.h"

#include "base/arena.h"
#include "text/chars.h"
#include "text/words.h"
#include "view/message.h"

#include <string.h>

/* Runs of one row at most: margin, text, something at the right edge. */
enum { RUNS_BESIDE_TEXT = 3 };

/* A frame in the making. */
struct composing {
	struct arena *arena;
	const struct sheet *sheet;
	const struct sheet_window *window;
	const struct visit *visit;
	const struct frame *before;
	const struct catalog *catalog;
	struct frame *frame;
	struct frame_row *rows;
	uint32_t focus; /* row of the sheet */
	uint32_t first; /* row of the window in which the text begins */
};

static bool reader(const struct composing *composing)
{
	return composing->sheet->style == SHEET_READER;
}

/* Screen style has a margin: its cell shows the focus. */
static uint32_t margin(const struct composing *composing)
{
	return reader(composing) ? 0 : 1;
}

static struct frame_run *add_run(struct composing *composing, uint32_t row,
				 uint32_t col, struct str text,
				 enum sheet_role role)
{
	struct frame_row *at = &composing->rows[row];
	struct frame_run *runs = (struct frame_run *)at->runs;

	runs[at->count] = (struct frame_run){ col, (uint32_t)chars_cols(text),
					      text, role };
	return &runs[at->count++];
}

static void room_for(struct composing *composing, uint32_t row, uint32_t runs)
{
	composing->rows[row].runs = arena_array(
		composing->arena, runs, sizeof *composing->rows[row].runs);
}

static bool too_small(const struct sheet_window *window)
{
	return window->cols < SHEET_LEAST_COLS ||
	       window->rows < SHEET_LEAST_ROWS;
}

/* What fits of a text in so many columns. */
static struct str cut(struct str text, uint32_t cols)
{
	size_t bytes = 0;

	while (bytes < text.bytes) {
		size_t more = chars_cluster(str_from(text, bytes));

		if (chars_cols(str_first(text, bytes + more)) > cols)
			break;
		bytes += more;
	}
	return str_first(text, bytes);
}

static struct str folded(const struct composing *composing, struct buf *text)
{
	struct chars_glyphs glyphs = composing->window->glyphs;
	struct buf shown = { 0 };
	struct str kept;

	glyphs.braille = reader(composing);
	chars_show(&shown, buf_str(text), &glyphs);
	kept = buf_keep(&shown, composing->arena);
	buf_free(&shown);
	buf_clear(text);
	return kept;
}

/* ------------------------------------------------------------------------
 * The text.
 */

/* An item in the focused row is reversed as far as its words go. */
static enum sheet_role role_in(const struct composing *composing, uint32_t row,
			       enum sheet_role role)
{
	bool focused = row == composing->focus && !reader(composing);

	if (reader(composing))
		return SHEET_TEXT;
	return focused && role == SHEET_ITEM ? SHEET_ITEM_FOCUS : role;
}

static void text_row(struct composing *composing, uint32_t row, uint32_t at)
{
	const struct sheet_row *from = &composing->sheet->rows[row];
	bool focused = row == composing->focus;

	room_for(composing, at, from->runs + RUNS_BESIDE_TEXT);
	if (!reader(composing))
		add_run(composing, at, 0, STR(" "),
			focused ? SHEET_FOCUS : SHEET_TEXT);
	for (uint32_t i = 0; i < from->runs; i++) {
		const struct sheet_run *run =
			&composing->sheet->runs[from->first_run + i];

		add_run(composing, at, run->col + margin(composing), run->text,
			role_in(composing, row, run->role));
	}
}

static void text(struct composing *composing)
{
	uint32_t top = composing->frame->top;

	for (uint32_t i = 0; i < composing->sheet->height; i++)
		if (top + i < composing->sheet->row_count)
			text_row(composing, top + i, composing->first + i);
}

/* ------------------------------------------------------------------------
 * What stands around it in screen style.
 */

/* The column in which a text ends that stands at the right edge. */
static uint32_t right_edge(const struct composing *composing)
{
	uint32_t most = 1 + SHEET_COLS;

	return composing->window->cols < most ? composing->window->cols : most;
}

static void add_right(struct composing *composing, uint32_t row,
		      struct str text, enum sheet_role role)
{
	uint32_t edge = right_edge(composing);
	const struct frame_row *at = &composing->rows[row];
	const struct frame_run *last =
		at->count ? &at->runs[at->count - 1] : NULL;
	uint32_t taken = last ? last->col + last->cols + 1 : 0;
	uint32_t cols = (uint32_t)chars_cols(text);

	if (cols && taken + cols <= edge)
		add_run(composing, row, edge - cols, text, role);
}

/* On start the title is the name row, as long as it is in sight. */
static void name_row(struct composing *composing)
{
	const struct sheet *sheet = composing->sheet;
	uint32_t title = sheet_row_of(sheet, (struct sheet_place){ 0 });
	bool title_in_sight = sheet->start && composing->frame->top == 0 &&
			      title < sheet->height && !reader(composing);
	uint32_t row = title_in_sight ? title : 0;

	if (sheet->name_row) {
		room_for(composing, 0, RUNS_BESIDE_TEXT);
		add_run(composing, 0, 1,
			cut(sheet->name, composing->window->cols - 1),
			SHEET_NAME);
	}
	if (sheet->name_row || title_in_sight)
		add_right(composing, row, sheet->language, SHEET_NAME);
}

static void path_row(struct composing *composing)
{
	uint32_t row = composing->sheet->name_row;

	if (!composing->sheet->path_row)
		return;
	room_for(composing, row, RUNS_BESIDE_TEXT);
	if (composing->sheet->path.bytes)
		add_run(composing, row, 1, composing->sheet->path, SHEET_PATH);
	add_right(composing, row, composing->sheet->number, SHEET_PATH);
}

/* ------------------------------------------------------------------------
 * The footer: the keys that work now, in words.
 */

/* The footer in the making. */
struct footer {
	struct buf words;
	bool full; /* one did not fit: the rest is dropped */
};

/* Words are dropped from the right: the most needed are added first. */
static void add_key(const struct composing *composing, struct footer *footer,
		    struct str key)
{
	struct str gap = footer->words.bytes ? STR("   ") : STR("");
	size_t cols = chars_cols(buf_str(&footer->words)) + gap.bytes +
		      chars_cols(key);

	if (cols + 1 > right_edge(composing))
		footer->full = true;
	if (footer->full)
		return;
	buf_add(&footer->words, gap);
	buf_add(&footer->words, key);
}

static void add_words_key(const struct composing *composing,
			  struct footer *footer, enum words words)
{
	add_key(composing, footer, words_say(composing->catalog, words));
}

static bool on_item(const struct composing *composing)
{
	return composing->sheet->rows[composing->focus].item != SHEET_NONE;
}

/* Enter opens the item, or goes on to the next screenful. */
static void add_enter(const struct composing *composing, struct footer *footer)
{
	uint32_t screens = sheet_screens(composing->sheet);
	uint32_t screen = sheet_screen_of(composing->sheet, composing->focus);
	struct buf now = { 0 }, all = { 0 }, more = { 0 };

	if (!on_item(composing) && screen + 1 < screens) {
		buf_number(&now, screen + 1);
		buf_number(&all, screens);
		words_fill_say(&more, composing->catalog, WORDS_KEY_MORE,
			       buf_str(&now), buf_str(&all), STR(""));
		add_key(composing, footer, buf_str(&more));
	} else if (composing->sheet->item_count) {
		add_words_key(composing, footer, WORDS_KEY_OPEN);
	}
	buf_free(&now);
	buf_free(&all);
	buf_free(&more);
}

static void add_next_row(const struct composing *composing,
			 struct footer *footer)
{
	if (composing->focus < sheet_last(composing->sheet))
		add_words_key(composing, footer,
			      composing->window->keys == SHEET_KEYPAD
				      ? WORDS_KEY_NEXT_ROW_KEYPAD
				      : WORDS_KEY_NEXT_ROW);
}

static void add_back(const struct composing *composing, struct footer *footer)
{
	bool keypad = composing->window->keys == SHEET_KEYPAD;
	enum words words = keypad ? WORDS_KEY_BACK_KEYPAD : WORDS_KEY_BACK;

	if (composing->sheet->view == SHEET_HITS)
		words = WORDS_KEY_ERASE;
	add_words_key(composing, footer, words);
}

static struct str footer(const struct composing *composing)
{
	struct footer keys = { 0 };
	struct str kept;

	if (composing->sheet->start) {
		add_next_row(composing, &keys);
		add_enter(composing, &keys);
	} else {
		add_enter(composing, &keys);
		add_words_key(composing, &keys, WORDS_KEY_START);
		add_back(composing, &keys);
		add_next_row(composing, &keys);
	}
	add_words_key(composing, &keys, WORDS_KEY_READER);
	kept = folded(composing, &keys.words);
	buf_free(&keys.words);
	return kept;
}

/* ------------------------------------------------------------------------
 * The message.
 */

static struct str message(const struct composing *composing)
{
	struct buf text = { 0 };
	struct str kept;

	message_add(&text, composing->catalog, composing->visit);
	kept = cut(folded(composing, &text),
		   composing->window->cols - margin(composing));
	buf_free(&text);
	return kept;
}

/* ------------------------------------------------------------------------
 * The cursor, and how much is painted.
 */

/* Nothing but the focus and the message can differ from the frame before. */
static bool same_page(const struct composing *composing)
{
	const struct frame *before = composing->before;

	return before && before->cols == composing->window->cols &&
	       before->rows == composing->window->rows &&
	       before->top == composing->frame->top &&
	       before->edition == composing->window->edition &&
	       visit_same_sheet(&before->visit, composing->visit);
}

/*
 * The row of a message: the last, whatever stands there. In reader style a
 * message that follows another is told in another row, else BRLTTY says only
 * what differs between the two.
 */
static uint32_t message_row(const struct composing *composing)
{
	uint32_t last = composing->window->rows - 1;
	const struct frame *before = composing->before;

	return last -
	       (reader(composing) && before && before->cursor_row == last);
}

/*
 * In reader style a message stands until the next repaint: taking it away
 * would be spoken as a change instead of the row that is moved to.
 */
static void keep_message(struct composing *composing)
{
	const struct frame *before = composing->before;
	uint32_t row = before->message_row;

	composing->rows[row] = (struct frame_row){ 0 };
	room_for(composing, row, 1);
	add_run(composing, row, 0,
		str_copy(composing->arena, before->row[row].runs[0].text),
		SHEET_TEXT);
	composing->frame->message_row = row;
}

static void new_message(struct composing *composing)
{
	uint32_t row = message_row(composing);

	composing->rows[row] = (struct frame_row){ 0 };
	room_for(composing, row, 1);
	add_run(composing, row, margin(composing), message(composing),
		reader(composing) ? SHEET_TEXT : SHEET_MESSAGE);
	if (reader(composing))
		composing->frame->message_row = row;
}

static void last_row(struct composing *composing)
{
	uint32_t row = composing->window->rows - 1;

	if (message_is(composing->visit)) {
		new_message(composing);
	} else if (reader(composing) && same_page(composing) &&
		   composing->before->message_row) {
		keep_message(composing);
	} else if (composing->sheet->footer_row) {
		room_for(composing, row, 1);
		add_run(composing, row, 1, footer(composing), SHEET_FOOTER);
	}
}

/* A message that must go to another row than the one before it. */
static bool message_again(const struct composing *composing)
{
	return message_is(composing->visit) &&
	       message_row(composing) + 1 < composing->window->rows;
}

/*
 * Reader style: every repaint leaves the cursor in another row than before,
 * else BRLTTY says only what differs between two titles.
 */
static uint32_t lower(const struct composing *composing)
{
	const struct frame *before = composing->before;

	/* A second message takes the row that is free then. */
	if (!reader(composing) || !before || message_again(composing))
		return 0;
	if (same_page(composing))
		return before->lower;
	return composing->focus - composing->frame->top == before->cursor_row;
}

static enum frame_paint paint(const struct composing *composing)
{
	const struct frame *frame = composing->frame;
	const struct frame *before = composing->before;

	if (!before)
		return FRAME_ALL;
	if (!reader(composing) && before->visit.style == frame->visit.style)
		return FRAME_CHANGES;
	if (!same_page(composing) || message_again(composing))
		return FRAME_ALL;
	if (frame->cursor_row > before->cursor_row + 1 ||
	    before->cursor_row > frame->cursor_row + 1)
		return FRAME_JUMP;
	return FRAME_CHANGES;
}

/* In reader style the cursor goes to the message, so that it is spoken. */
static uint32_t cursor_row(const struct composing *composing)
{
	if (reader(composing) && message_is(composing->visit))
		return message_row(composing);
	return composing->first + composing->focus - composing->frame->top;
}

static void compose(struct composing *composing)
{
	const struct sheet *sheet = composing->sheet;
	struct frame *frame = composing->frame;

	composing->focus = visit_row(sheet, composing->visit);
	frame->top = composing->focus / sheet->height * sheet->height;
	frame->lower = lower(composing);
	composing->first = sheet->name_row + sheet->path_row + frame->lower;
	text(composing);
	name_row(composing);
	path_row(composing);
	last_row(composing);
	frame->cursor_row = cursor_row(composing);
	frame->paint = paint(composing);
}

static void compose_too_small(struct composing *composing)
{
	struct buf words = { 0 };

	buf_add(&words, words_say(composing->catalog, WORDS_LARGER_WINDOW));
	room_for(composing, 0, 1);
	add_run(composing, 0, 0,
		cut(folded(composing, &words), composing->window->cols),
		SHEET_TEXT);
	composing->frame->paint = FRAME_ALL;
	buf_free(&words);
}

const struct frame *frame_compose(struct arena *arena,
				  const struct sheet *sheet,
				  const struct sheet_window *window,
				  const struct visit *visit,
				  const struct frame *before)
{
	struct composing composing = {
		.arena = arena,
		.sheet = sheet,
		.window = window,
		.visit = visit,
		.before = before,
		.catalog = &window->catalogs[visit->language],
		.frame = arena_one(arena, struct frame),
		.rows = arena_array(arena, window->rows,
				    sizeof *composing.rows),
	};

	composing.frame->cols = window->cols;
	composing.frame->rows = window->rows;
	composing.frame->row = composing.rows;
	composing.frame->bell = visit->bell;
	composing.frame->visit = *visit;
	composing.frame->edition = window->edition;
	if (too_small(window))
		compose_too_small(&composing);
	else
		compose(&composing);
	return composing.frame;
}

static bool same_rows(const struct frame_row *a, const struct frame_row *b,
		      bool roles)
{
	if (a->count != b->count)
		return false;
	for (uint32_t i = 0; i < a->count; i++)
		if (a->runs[i].col != b->runs[i].col ||
		    !str_equal(a->runs[i].text, b->runs[i].text) ||
		    (roles && a->runs[i].role != b->runs[i].role))
			return false;
	return true;
}

bool frame_same_text(const struct frame_row *a, const struct frame_row *b)
{
	return same_rows(a, b, false);
}

bool frame_same(const struct frame_row *a, const struct frame_row *b)
{
	return same_rows(a, b, true);
}

void frame_row_text(const struct frame_row *row, struct buf *out)
{
	uint32_t col = 0;

	for (uint32_t i = 0; i < row->count; i++) {
		const struct frame_run *run = &row->runs[i];

		for (; col < run->col; col++)
			buf_byte(out, ' ');
		buf_add(out, run->text);
		col += run->cols;
	}
}
