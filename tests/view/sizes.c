/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * At every size a town hall or an SSH client may have, on every screen, in
 * both languages and styles: no word is cut, no row is wider than the window,
 * rows of an item are whole, and the words are the same as at any other size.
 */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "text/chars.h"
#include "view/frame.h"
#include "visit/step.h"

#include <stdio.h>
#include <string.h>

static const struct {
	uint32_t cols, rows;
} sizes[] = {
	{ 40, 12 },  { 64, 24 },   { 80, 24 },	 { 80, 25 },
	{ 132, 43 }, { 300, 100 }, { 500, 300 }, { 20, 6 },
	{ 21, 7 },   { 38, 9 },	   { 40, 10 },	 { 50, 13 },
};

static const struct book *book;
static unsigned long wrong;

static void complain(const char *what, const struct sheet_window *window,
		     const struct sheet_how *how, struct str text)
{
	struct str id = book_text(book, book_page(book, how->page).id);

	if (wrong++ < 10)
		printf("# %s: %ux%u %.*s language %u: %.*s\n", what,
		       window->cols, window->rows, (int)id.bytes, id.at,
		       how->language, (int)text.bytes,
		       text.bytes ? text.at : "");
}

/* The words of a sheet in order, one space between them. */
static void add_words(const struct sheet *sheet, struct buf *words)
{
	struct buf row = { 0 };

	for (uint32_t i = 0; i < sheet->row_count; i++) {
		buf_clear(&row);
		sheet_row_text(sheet, i, &row);
		for (size_t j = 0; j < row.bytes; j++) {
			bool space = row.at[j] == ' ';
			bool after = words->bytes == 0 ||
				     words->at[words->bytes - 1] == ' ';

			if (!space || !after)
				buf_byte(words, row.at[j]);
		}
		if (words->bytes && words->at[words->bytes - 1] != ' ')
			buf_byte(words, ' ');
	}
	buf_free(&row);
}

/* A word of the narrow sheet that the wide one does not have was cut. */
static bool has_words(struct str wide, struct str narrow, struct str *missing)
{
	size_t at = 0;

	while (at < narrow.bytes) {
		size_t end = at, found = 0;

		while (end < narrow.bytes && narrow.at[end] != ' ')
			end++;
		*missing = str_first(str_from(narrow, at), end - at);
		/* "decision-" may end a line. */
		if (missing->bytes && missing->at[missing->bytes - 1] == '-')
			missing->bytes -= missing->bytes > 1;
		while (found < wide.bytes &&
		       !str_starts(str_from(wide, found), *missing))
			found++;
		if (found == wide.bytes)
			return false;
		/* … as a whole word. */
		if (end < narrow.bytes && narrow.at[end - 1] != '-' &&
		    !memmem(wide.at, wide.bytes, missing->at,
			    missing->bytes + 1))
			return false;
		at = end + 1;
	}
	return true;
}

static void check_frames(struct arena *arena, const struct sheet_window *window,
			 const struct sheet_how *how, const struct sheet *sheet)
{
	struct visit visit = visit_new(true, how->language, how->style);
	struct buf text = { 0 };

	for (uint32_t row = 0; row < sheet->row_count; row++) {
		const struct frame *frame;

		if (!sheet_holds(sheet, row))
			continue;
		visit.at.place = sheet->rows[row].place;
		frame = frame_compose(arena, sheet, window, &visit, NULL);
		if (frame->cursor_row >= window->rows)
			complain("cursor outside", window, how, STR(""));
		for (uint32_t i = 0; i < frame->rows; i++) {
			buf_clear(&text);
			frame_row_text(&frame->row[i], &text);
			if (chars_cols(buf_str(&text)) > window->cols)
				complain("row too wide", window, how,
					 buf_str(&text));
		}
	}
	buf_free(&text);
}

static void check(const struct sheet_window *window,
		  const struct sheet_how *how)
{
	struct arena *arena = arena_new();
	struct sheet_window wide = real_window(500, 24);
	const struct sheet *sheet = flow_sheet(arena, book, window, how);
	const struct sheet *whole = flow_sheet(arena, book, &wide, how);
	struct buf words = { 0 }, all = { 0 };
	struct str missing = { 0 };

	add_words(sheet, &words);
	add_words(whole, &all);
	/* Narrow windows have the menu's words as title. */
	buf_add(&all, book_unit_text(book, book_page(book, how->page).menu,
				     how->language));
	buf_byte(&all, ' ');
	/* Below 38 columns an address may have to be cut. */
	if (window->cols >= 38 && !sheet->start &&
	    !has_words(buf_str(&all), buf_str(&words), &missing))
		complain("a word is cut", window, how, missing);
	check_frames(arena, window, how, sheet);
	buf_free(&words);
	buf_free(&all);
	arena_drop(arena);
}

int main(void)
{
	int count = sizeof sizes / sizeof *sizes;

	book = real_book();
	for (int i = 0; i < count; i++) {
		struct sheet_window window =
			real_window(sizes[i].cols, sizes[i].rows);
		unsigned long before = wrong;

		window.kiosk = true;
		for (uint32_t page = 0; page < book_count(book, FORMAT_PAGE);
		     page++)
			for (unsigned how = 0; how < 8; how++) {
				struct sheet_how as = { .page = page,
							.language = how & 1,
							.style = how >> 1 & 1,
							.easy = how >> 2 };

				check(&window, &as);
			}
		printf("%s %d - %ux%u\n", wrong == before ? "ok" : "not ok",
		       i + 1, sizes[i].cols, sizes[i].rows);
	}
	printf("1..%d\n", count);
	return 0;
}
