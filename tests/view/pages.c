/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prints every screen of the real book as it is read, for the goldens in
 * tests/pages: pages LANGUAGE WAY, where WAY is a window as COLSxROWS, "reader"
 * for reader style at 40x12, or "line" for the line dialogue. In a window each
 * screenful is a frame, with the focus on its first row.
 */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "view/frame.h"
#include "view/line.h"
#include "visit/step.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct book *book;
static struct sheet_window window;
static bool by_lines;

static void print_frame(const struct frame *frame)
{
	struct buf out = { 0 };

	for (uint32_t row = 0; row < frame->rows; row++) {
		buf_add(&out, STR("|"));
		frame_row_text(&frame->row[row], &out);
		buf_byte(&out, '\n');
	}
	fwrite(out.at, 1, out.bytes, stdout);
	buf_free(&out);
}

static void print_lines(const struct visit *visit, const char *title)
{
	struct buf said = { 0 };
	struct line line;

	line_begin(&line, book, &window, visit, &said);
	printf("--- %s\n%.*s\n", title, (int)said.bytes, said.at);
	line_end(&line);
	buf_free(&said);
}

static void print_frames(struct visit visit, const char *title)
{
	struct arena *arena = arena_new();
	struct sheet_how how = visit_how(book, &visit);
	const struct sheet *sheet = flow_sheet(arena, book, &window, &how);
	uint32_t screens = sheet_screens(sheet);

	for (uint32_t screen = 0; screen < screens; screen++) {
		const struct frame *frame =
			frame_compose(arena, sheet, &window, &visit, NULL);

		printf("--- %s %u/%u cursor %u,%u\n", title, screen + 1,
		       screens, frame->cursor_row, frame->cursor_col);
		print_frame(frame);
		visit = visit_step(
			book, sheet, visit,
			(struct intent){ .kind = INTENT_SCREEN_DOWN });
	}
	arena_drop(arena);
}

static void print_screens(const struct visit *visit, const char *title)
{
	if (by_lines)
		print_lines(visit, title);
	else
		print_frames(*visit, title);
}

/* Of the look-up also what it holds and what it finds. */
static void print_lookup(struct visit visit)
{
	static const char *const queries[] = { "orgnr", "mål", "open", "zzz" };

	visit.at.view = SHEET_LETTERS;
	for (uint32_t row = 0; row < FORMAT_LETTER_ROWS; row++) {
		visit.at.letters = row;
		print_screens(&visit, "… letters");
	}
	visit.at.view = SHEET_HITS;
	visit.at.letters = 0;
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		struct str query = str_of(queries[i]);

		memset(visit.query, 0, sizeof visit.query);
		memcpy(visit.query, query.at, query.bytes);
		visit.query_bytes = (uint32_t)query.bytes;
		print_screens(&visit, "… hits");
	}
}

static void print_page(uint32_t index, uint32_t language,
		       enum sheet_style style)
{
	struct visit visit = visit_new(true, language, style);
	struct str id = book_text(book, book_page(book, index).id);

	memset(visit.at.page, 0, sizeof visit.at.page);
	memcpy(visit.at.page, id.at, id.bytes);
	print_screens(&visit, visit.at.page);
	if (book_page(book, index).easy.count) {
		visit.easy = 1;
		print_screens(&visit, "… easy");
		visit.easy = 0;
	}
	if (str_equal(id, STR("index")))
		print_lookup(visit);
}

int main(int argc, char **argv)
{
	unsigned cols = 40, rows = 12;
	enum sheet_style style = SHEET_READER;
	uint32_t language;

	if (argc != 3)
		return 64;
	by_lines = strcmp(argv[2], "line") == 0;
	if (sscanf(argv[2], "%ux%u", &cols, &rows) == 2)
		style = SHEET_SCREEN;
	book = real_book();
	window = real_window(cols, rows);
	window.kiosk = true;
	language = book_find_language(book, str_of(argv[1]));
	for (uint32_t i = 0; i < book_count(book, FORMAT_PAGE); i++)
		print_page(book_nth_page(book, i), language, style);
	return 0;
}
