/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reader style, rule 3, for every ordered pair of pages, whichever row the
 * cursor was in: the whole screen is painted, the cursor is in another row
 * than before; and shown by curses, title after title, the title is sent whole.
 * For every row: the next one takes at most 16 bytes and changes nothing.
 */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "view/frame.h"
#include "view/screen.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

enum { COLS = 40, ROWS = 12, MOST_PAGES = 64, MOVE_BYTES = 16 };

/* A page as a visitor comes to it. */
struct scene {
	struct visit visit;
	const struct sheet *sheet;
};

static const struct book *book;
static struct sheet_window window;
static struct scene scenes[MOST_PAGES];
static uint32_t count;
static struct arena *kept, *scratch;
static struct buf bytes;
static unsigned wrong, repaints, shown, moves;

static void complain(const char *what, const struct scene *from,
		     const struct scene *to)
{
	if (wrong++ < 10)
		printf("# %s: %s to %s, language %u\n", what,
		       from->visit.at.page, to->visit.at.page,
		       to->visit.language);
}

static void make_scenes(uint32_t language)
{
	count = book_count(book, FORMAT_PAGE);
	for (uint32_t i = 0; i < count; i++) {
		struct scene *scene = &scenes[i];
		struct str id = book_text(book, book_page(book, i).id);
		struct sheet_how how;

		scene->visit = visit_new(true, language, SHEET_READER);
		memset(scene->visit.at.page, 0, sizeof scene->visit.at.page);
		memcpy(scene->visit.at.page, id.at, id.bytes);
		how = visit_how(book, &scene->visit);
		scene->sheet = flow_sheet(kept, book, &window, &how);
	}
}

/* The page with the focus in this row of its sheet. */
static const struct frame *frame_at(const struct scene *scene, uint32_t row,
				    const struct frame *before)
{
	struct visit visit = scene->visit;

	visit.at.place = scene->sheet->rows[row].place;
	return frame_compose(scratch, scene->sheet, &window, &visit, before);
}

static void show(const struct frame *before, const struct frame *frame)
{
	buf_clear(&bytes);
	screen_show(before, frame, &bytes);
}

static bool sent(const struct frame *frame)
{
	struct buf row = { 0 };
	bool found;

	frame_row_text(&frame->row[frame->cursor_row], &row);
	while (row.bytes && row.at[row.bytes - 1] == ' ')
		row.bytes--;
	found = row.bytes &&
		memmem(bytes.at, bytes.bytes, row.at, row.bytes) != NULL;
	buf_free(&row);
	return found;
}

static const struct frame *check_pair(const struct scene *from,
				      const struct frame *before,
				      const struct scene *to, uint32_t row)
{
	const struct frame *frame = frame_at(to, row, before);

	repaints++;
	if (frame->paint != FRAME_ALL)
		complain("not painted whole", from, to);
	if (frame->cursor_row == before->cursor_row)
		complain("the cursor stays in its row", from, to);
	if (frame->cursor_col)
		complain("the cursor is not in the first cell", from, to);
	return frame;
}

static void check_shown(const struct scene *from, const struct frame *before,
			const struct scene *to)
{
	show(NULL, before);
	show(before, check_pair(from, before, to, 0));
	if (!sent(frame_at(to, 0, before)))
		complain("the title is not sent whole", from, to);
	shown++;
}

/* To the title of every other page, and back to each of its items. */
static void check_from(const struct scene *from, const struct frame *before)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct scene *to = &scenes[i];

		if (to == from)
			continue;
		if (before->visit.at.place.block == SHEET_AT_TITLE)
			check_shown(from, before, to);
		else
			check_pair(from, before, to, 0);
		for (uint32_t j = 0; j < to->sheet->item_count; j++)
			check_pair(from, before, to, to->sheet->items[j].row);
	}
}

static void check_move(const struct scene *scene, const struct frame *before,
		       uint32_t row)
{
	const struct frame *frame = frame_at(scene, row, before);

	if (frame->top != before->top)
		return;
	moves++;
	for (uint32_t i = 0; i < ROWS; i++)
		if (!frame_same(&before->row[i], &frame->row[i]))
			complain("a move changes a cell", scene, scene);
	show(NULL, before);
	show(before, frame);
	if (bytes.bytes > MOVE_BYTES)
		complain("a move takes too many bytes", scene, scene);
}

/* Every row in which the cursor may have been left, higher and lower. */
static void check_page(const struct scene *scene)
{
	static struct frame other;

	for (uint32_t row = 0; row < scene->sheet->row_count; row++) {
		const struct frame *high, *low;

		arena_reset(scratch);
		high = frame_at(scene, row, NULL);
		other = *high;
		other.edition++;
		low = frame_at(scene, row, &other);
		if (low->cursor_row == high->cursor_row)
			complain("both in one row", scene, scene);
		check_from(scene, high);
		check_from(scene, low);
		if (row + 1 < scene->sheet->row_count)
			check_move(scene, high, row + 1);
	}
}

int main(void)
{
	book = real_book();
	window = real_window(COLS, ROWS);
	window.kiosk = true;
	kept = arena_new();
	scratch = arena_new();
	setlocale(LC_CTYPE, "C.UTF-8");
	if (screen_open("linux", COLS, ROWS, &bytes) != SCREEN_GOOD) {
		puts("1..0 # SKIP the terminal linux is unknown here");
		return 0;
	}
	for (uint32_t language = 0; language < 2; language++) {
		make_scenes(language);
		for (uint32_t i = 0; i < count; i++)
			check_page(&scenes[i]);
	}
	printf("%s 1 - %u repaints, %u of them shown, %u moves\n1..1\n",
	       wrong ? "not ok" : "ok", repaints, shown, moves);
	buf_free(&bytes);
	arena_drop(kept);
	arena_drop(scratch);
	return 0;
}
