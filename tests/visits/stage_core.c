/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"
#include "base/die.h"
#include "book/calendar.h"
#include "real.h"
#include "sheet/flow.h"
#include "view/frame.h"
#include "view/keys.h"
#include "visit/step.h"
#include "visits/stage.h"

static struct arena *arena;
static const struct book *book;
static struct sheet_window window;
static struct visit visit;
static struct keys keys;
static const struct sheet *sheet;
static const struct frame *frame;
static unsigned bells;
static int64_t now_ms;

static void show(void)
{
	struct sheet_how how = visit_how(book, &visit);

	sheet = flow_sheet(arena, book, &window, &how);
	frame = frame_compose(arena, sheet, &window, &visit, frame);
	bells += frame->bell;
}

void stage_begin(const struct stage_how *how)
{
	arena = arena_new();
	book = real_book_named(how->book);
	window = real_window(how->cols, how->rows);
	calendar_read(str_of(how->now), &window.now);
	window.kiosk = how->kiosk;
	window.keys = how->keypad ? SHEET_KEYPAD : SHEET_KEYBOARD;
	visit = visit_new(how->kiosk, how->english,
			  how->reader ? SHEET_READER : SHEET_SCREEN);
	keys = (struct keys){ .utf8 = true };
	frame = NULL;
	bells = 0;
	show();
}

static void step(struct intent intent)
{
	visit = visit_step(book, sheet, visit, intent);
	show();
}

/* Keys are pressed a second apart: a lone Esc is one by then. */
void stage_type(struct str bytes)
{
	struct intent intent;

	now_ms += 2000;
	for (size_t i = 0; i < bytes.bytes; i++)
		if (keys_byte(&keys, (unsigned char)bytes.at[i], now_ms,
			      &intent))
			step(intent);
	if (keys_late(&keys, now_ms + 500, &intent))
		step(intent);
}

void stage_resize(unsigned cols, unsigned rows)
{
	window.cols = cols;
	window.rows = rows;
	frame = NULL;
	step((struct intent){ .kind = INTENT_LOOK });
}

void stage_at(const char *time)
{
	calendar_read(str_of(time), &window.now);
	die_unless(sheet->until <= window.now); /* or nobody would look */
	show();
}

void stage_row(unsigned row, struct buf *out)
{
	if (row < frame->rows)
		frame_row_text(&frame->row[row], out);
}

void stage_cursor(unsigned *row, unsigned *col)
{
	*row = frame->cursor_row;
	*col = frame->cursor_col;
}

unsigned stage_bells(void)
{
	return bells;
}

bool stage_over(void)
{
	return visit.over;
}

void stage_end(void)
{
	arena_drop(arena);
}
