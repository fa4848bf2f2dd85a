/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/head.h"

#include "base/arena.h"
#include "text/chars.h"

/* Fold of a short text, in the arena. */
static struct str shown(const struct making *making, struct str text)
{
	struct buf folded = { 0 };
	struct str kept;

	chars_show(&folded, text, &making->window->glyphs);
	kept = buf_keep(&folded, making->arena);
	buf_free(&folded);
	return kept;
}

/* The pages above a page, the nearest last; none above start. */
static uint32_t parent_of(const struct making *making, uint32_t page)
{
	uint32_t start = book_start(making->book);
	uint32_t parent = book_page(making->book, page).parent;

	if (page == start)
		return FORMAT_NONE;
	return parent == FORMAT_NONE || parent == page ? start : parent;
}

static struct str title_of(const struct making *making, uint32_t page)
{
	if (page == book_start(making->book))
		return making_label(making, page);
	return book_unit_text(making->book, book_page(making->book, page).title,
			      making->how->language);
}

/* "Start > Värdeord", without the first ones where it is too wide. */
struct str head_path(const struct making *making, uint32_t cols)
{
	bool inside = making->how->view != SHEET_PAGE;
	uint32_t page = inside ? making->how->page
			       : parent_of(making, making->how->page);
	struct str path = { 0 };

	/* A number has few digits; a damaged book may go round in circles. */
	for (unsigned i = 0; i < FORMAT_NUMBER_DIGITS && page != FORMAT_NONE;
	     i++) {
		struct str longer = shown(making, title_of(making, page));

		if (path.bytes) {
			longer = str_join(making->arena, longer, STR(" > "));
			longer = str_join(making->arena, longer, path);
		}
		if (chars_cols(longer) > cols)
			break;
		path = longer;
		page = parent_of(making, page);
	}
	return path;
}

/* The number as it is typed; a row of letters is one digit longer. */
struct str head_number(const struct making *making)
{
	struct buf number = { 0 };
	struct str kept;

	if (making->how->view == SHEET_PAGE ||
	    making->how->view == SHEET_LETTERS)
		making_number(making, making->how->page, &number);
	if (number.bytes && making->how->view == SHEET_LETTERS)
		buf_number(&number, making->how->letters + 1);
	kept = buf_keep(&number, making->arena);
	buf_free(&number);
	return kept;
}

/* "9 In English", in the language it leads to; a list where there are more. */
struct str head_language(const struct making *making)
{
	bool list = making->book->languages > 2;
	uint32_t next = making->how->language + 1;
	struct str words;

	if (making->book->languages < 2)
		return STR("");
	next %= making->book->languages;
	words = words_say(
		list ? making->catalog : &making->window->catalogs[next],
		list ? WORDS_CHOOSE_LANGUAGE : WORDS_IN_THIS_LANGUAGE);
	return shown(making, str_join(making->arena, STR("9 "), words));
}

struct str head_name(const struct making *making)
{
	return shown(making,
		     book_unit_text(making->book, book_site(making->book).name,
				    making->how->language));
}
