/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every screen of the real book is reached in the real program on a real
 * terminal: by its digits from the start screen; by 0 and its digits from
 * every other screen; by arrows, Enter and Backspace alone; by a keypad
 * alone, with its digits or with its rows. In both languages, in a large and
 * in a small window. A screen is known by the number in its second row and
 * the title under it.
 */
#include "pty/pty.h"

#include "real.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is pressed; each a key of its own. */
struct keys {
	const char *digit[9]; /* 0-8 */
	const char *down;
	const char *open;
	const char *back;
};

static const struct keys keyboard = {
	.digit = { "0", "1", "2", "3", "4", "5", "6", "7", "8" },
	.down = "\033[B",
	.open = "\r",
	.back = "\177",
};

/* In application mode: what it sends in the other one are characters. */
static const struct keys keypad = {
	.digit = { "\033Op", "\033Oq", "\033Or", "\033Os", "\033Ot", "\033Ou",
		   "\033Ov", "\033Ow", "\033Ox" },
	.down = "\033Ok",
	.open = "\033OM",
	.back = "\033On",
};

enum { TITLE_ROW = 2, DIGITS = 8, MOST_ROWS = 100 };

static const struct book *book;
static struct pty *pty;
static uint32_t language;
static unsigned screens; /* shown and looked at */
static unsigned number;	 /* of the test */
static const char *window;

/* ------------------------------------------------------------------------
 * What is on the screen.
 */

static void press(const char *key)
{
	pty_type(pty, str_of(key));
}

/* A row without the margin. */
static struct str row_text(unsigned row)
{
	static struct buf text;

	buf_clear(&text);
	pty_row(pty, row, &text);
	return text.bytes ? str_from(buf_str(&text), 1) : buf_str(&text);
}

static struct str focused(void)
{
	unsigned row, col;

	pty_cursor(pty, &row, &col);
	return row_text(row);
}

static bool ends_with(struct str text, struct str end)
{
	return text.bytes >= end.bytes &&
	       str_equal(str_from(text, text.bytes - end.bytes), end);
}

static struct str words_of(uint32_t unit)
{
	return book_unit_text(book, unit, language);
}

/* "041"; a space before it, for the path stands to its left. */
static struct str typed(uint32_t page)
{
	static struct buf text;

	buf_clear(&text);
	buf_add(&text, STR(" 0"));
	buf_number(&text, book_page(book, page).number);
	return buf_str(&text);
}

/* Whether the page is what is shown. A long title fills more than a row. */
static bool shows(uint32_t page)
{
	struct format_page record = book_page(book, page);
	struct str title;

	screens++;
	if (page == book_start(book))
		return str_starts(row_text(0), words_of(record.title));
	if (!ends_with(row_text(1), typed(page)))
		return false;
	title = row_text(TITLE_ROW);
	return title.bytes && (str_starts(words_of(record.title), title) ||
			       str_starts(words_of(record.menu), title));
}

static bool complain(uint32_t from, uint32_t to)
{
	struct str here = book_text(book, book_page(book, from).id);
	struct str there = book_text(book, book_page(book, to).id);

	printf("# from %.*s no way to %.*s\n", (int)here.bytes, here.at,
	       (int)there.bytes, there.at);
	return false;
}

/* ------------------------------------------------------------------------
 * Ways.
 */

/* The digits of a page's number, first to last; how many. */
static unsigned digits_of(uint32_t page, unsigned digits[DIGITS])
{
	uint32_t left = book_page(book, page).number;
	unsigned count = 0;

	for (uint32_t rest = left; rest; rest /= 10)
		count++;
	for (unsigned i = count; i > 0; i--, left /= 10)
		digits[i - 1] = left % 10;
	return count;
}

static bool by_digits(const struct keys *keys, uint32_t page)
{
	unsigned digits[DIGITS];
	unsigned count = digits_of(page, digits);

	for (unsigned i = 0; i < count; i++)
		press(keys->digit[digits[i]]);
	return shows(page);
}

/* Down to the row that begins with the digit. */
static bool go_down(const struct keys *keys, unsigned digit)
{
	const char begin[] = { (char)('0' + digit), ' ', '\0' };

	for (unsigned i = 0; i < MOST_ROWS; i++) {
		if (str_starts(focused(), str_of(begin)))
			return true;
		press(keys->down);
	}
	return false;
}

/* From start down the tree row by row; as many steps back lead to start. */
static bool by_rows(const struct keys *keys, uint32_t page)
{
	unsigned digits[DIGITS];
	unsigned count = digits_of(page, digits);
	bool there;

	for (unsigned i = 0; i < count; i++) {
		if (!go_down(keys, digits[i]))
			return false;
		press(keys->open);
	}
	there = shows(page);
	for (unsigned i = 0; i < count; i++)
		press(keys->back);
	return there && shows(book_start(book));
}

/* ------------------------------------------------------------------------
 * Proofs. Each begins and ends on the start screen.
 */

static uint32_t pages(void)
{
	return book_count(book, FORMAT_PAGE);
}

static bool digits_lead_from_start(const struct keys *keys)
{
	bool good = true;

	for (uint32_t page = 0; page < pages(); page++) {
		if (!by_digits(keys, page))
			good = complain(book_start(book), page);
		press(keys->digit[0]);
		good = good && shows(book_start(book));
	}
	return good;
}

static bool zero_leads_from_anywhere(const struct keys *keys)
{
	bool good = true;

	for (uint32_t from = 0; from < pages(); from++)
		for (uint32_t to = 0; to < pages(); to++) {
			press(keys->digit[0]);
			if (!by_digits(keys, from))
				good = complain(book_start(book), from);
			press(keys->digit[0]);
			if (!by_digits(keys, to))
				good = complain(from, to);
		}
	press(keys->digit[0]);
	return good;
}

/*
 * In the order of numbers, so that the way goes down alone: going back leads
 * to the item that was left.
 */
static bool rows_lead_down_and_back(const struct keys *keys)
{
	bool good = true;

	for (uint32_t i = 0; i < pages(); i++)
		if (!by_rows(keys, book_nth_page(book, i)))
			good = complain(book_start(book),
					book_nth_page(book, i));
	return good;
}

static bool other_language_is_a_key_away(const struct keys *keys)
{
	bool good = true;

	for (uint32_t page = 0; page < pages(); page++) {
		by_digits(keys, page);
		press("9");
		language = !language;
		if (!shows(page))
			good = complain(page, page);
		press("9");
		language = !language;
		good = good && shows(page);
		press(keys->digit[0]);
	}
	return good;
}

static void prove(const char *what, bool (*proof)(const struct keys *keys),
		  const struct keys *keys)
{
	bool good;

	press("0");
	good = shows(book_start(book)) && proof(keys);
	printf("%s %u - %s, %s in %s\n", good ? "ok" : "not ok", ++number, what,
	       window, language ? "English" : "Swedish");
}

static void open_window(unsigned cols, unsigned rows)
{
	const char *const argv[] = { "./textkiosk",
				     "--kiosk",
				     "--sync-marks",
				     "--now=2026-11-24T10:00",
				     language ? "--lang=en" : "--lang=sv",
				     "textkiosk.book",
				     NULL };

	pty = pty_start(argv, "xterm-256color", cols, rows);
	if (!pty) {
		puts("Bail out! the program does not start");
		exit(1);
	}
}

static void walk(unsigned cols, unsigned rows)
{
	open_window(cols, rows);
	prove("digits lead to every screen", digits_lead_from_start, &keyboard);
	prove("so does 0 and they from every other", zero_leads_from_anywhere,
	      &keyboard);
	prove("so do arrows, Enter and Backspace", rows_lead_down_and_back,
	      &keyboard);
	prove("so do a keypad's digits", digits_lead_from_start, &keypad);
	prove("so do its +, Enter and decimal key", rows_lead_down_and_back,
	      &keypad);
	prove("the other language is a key away", other_language_is_a_key_away,
	      &keyboard);
	pty_stop(pty);
}

int main(void)
{
	book = real_book();
	for (language = 0; language < book->languages; language++) {
		window = "80x24";
		walk(80, 24);
		window = "40x12";
		walk(40, 12);
	}
	printf("# %u screens\n1..%u\n", screens, number);
	return 0;
}
