/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/line.h"

#include "base/arena.h"
#include "sheet/flow.h"
#include "text/chars.h"
#include "text/order.h"
#include "text/words.h"
#include "view/message.h"

#include <string.h>

static void flow(struct line *line)
{
	struct sheet_how how = visit_how(line->book, &line->visit);

	arena_reset(line->arena);
	line->sheet = flow_sheet(line->arena, line->book, &line->window, &how);
}

static void step(struct line *line, struct intent intent)
{
	struct visit before = line->visit;

	line->visit = visit_step(line->book, line->sheet, before, intent);
	if (!visit_same_sheet(&before, &line->visit))
		flow(line);
}

static void press(struct line *line, uint32_t c)
{
	step(line, intent_of_character(c));
}

/* ------------------------------------------------------------------------
 * What is said.
 */

static const struct catalog *catalog(const struct line *line)
{
	return &line->window.catalogs[line->visit.language];
}

/* Program words, as this terminal can show them. */
static void say(const struct line *line, struct buf *out, struct str words)
{
	struct chars_glyphs glyphs = line->window.glyphs;

	glyphs.braille = line->visit.style == SHEET_READER;
	chars_show(out, words, &glyphs);
}

static void say_prompt(const struct line *line, struct buf *out)
{
	say(line, out, words_say(catalog(line), WORDS_CHOICE));
}

static void say_message(const struct line *line, struct buf *out)
{
	struct buf words = { 0 };

	message_add(&words, catalog(line), &line->visit);
	say(line, out, buf_str(&words));
	buf_byte(out, '\n');
	buf_free(&words);
}

static bool heads_page(const struct sheet_row *row)
{
	return row->place.block <= SHEET_AT_LONG_TITLE;
}

/* The title, and the rows from `first` on. */
static void say_page(const struct line *line, uint32_t first, struct buf *out)
{
	for (uint32_t row = 0; row < line->sheet->row_count; row++) {
		if (!sheet_holds(line->sheet, row))
			continue;
		if (row < first && !heads_page(&line->sheet->rows[row]))
			continue;
		sheet_row_text(line->sheet, row, out);
		buf_byte(out, '\n');
	}
}

/* Whoever is led to a section hears that; on the way back, the whole page. */
static uint32_t first_row(const struct line *line, const struct visit *before)
{
	const struct visit *now = &line->visit;
	bool onward = now->trail_count >= before->trail_count &&
		      !str_equal(str_of(now->at.page), str_of(before->at.page));

	return onward ? visit_row(line->sheet, now) : 0;
}

/* A message alone where the page is the same: say what is new, no more. */
static void say_answer(const struct line *line, const struct visit *before,
		       struct buf *out)
{
	if (line->visit.over)
		return;
	if (message_is(&line->visit))
		say_message(line, out);
	if (!message_is(&line->visit) ||
	    !visit_same_sheet(before, &line->visit))
		say_page(line, first_row(line, before), out);
	say_prompt(line, out);
}

/* ------------------------------------------------------------------------
 * What an entry means.
 */

/* "041" is what the keys 0 4 1 are, as far as there is a way. */
static void go_by_number(struct line *line, struct str digits)
{
	for (size_t i = 0; i < digits.bytes; i++) {
		press(line, (unsigned char)digits.at[i]);
		if (message_is(&line->visit))
			return;
	}
}

static bool all_digits(struct str text)
{
	for (size_t i = 0; i < text.bytes; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return text.bytes > 0;
}

/* The words of an item, its rows joined, without its digit. */
static void add_words(const struct sheet *sheet, uint32_t item, struct buf *out)
{
	struct buf words = { 0 };
	uint32_t row = sheet->items[item].row;

	for (; row < sheet->row_count && sheet->rows[row].item == (int32_t)item;
	     row++) {
		sheet_row_text(sheet, row, &words);
		buf_byte(&words, ' ');
	}
	order_form(out, ORDER_EXACT_BARE,
		   str_from(buf_str(&words), sheet->items[item].digit ? 2 : 0));
	buf_free(&words);
}

/*
 * The item of these very words, whatever their case; SHEET_NONE: none. The
 * words on the page are as the terminal can show them, so the entry is, too.
 */
static int32_t item_of_words(const struct line *line, struct str entry)
{
	struct buf shown = { 0 }, wanted = { 0 }, words = { 0 };
	int32_t found = SHEET_NONE;

	say(line, &shown, entry);
	order_form(&wanted, ORDER_EXACT_BARE, buf_str(&shown));
	for (uint32_t i = 0; i < line->sheet->item_count && found < 0; i++) {
		buf_clear(&words);
		add_words(line->sheet, i, &words);
		if (str_equal(buf_str(&words), buf_str(&wanted)))
			found = (int32_t)i;
	}
	buf_free(&shown);
	buf_free(&wanted);
	buf_free(&words);
	return found;
}

/* So items past the eighth, which have no digit, are reached as well. */
static bool open_by_words(struct line *line, struct str entry)
{
	int32_t item = item_of_words(line, entry);

	if (item == SHEET_NONE)
		return false;
	line->visit.at.place =
		line->sheet->rows[line->sheet->items[item].row].place;
	step(line, (struct intent){ .kind = INTENT_OPEN });
	return true;
}

/* A query begins anew: what stands of the last one is taken back. */
static void leave_query(struct line *line)
{
	while (line->visit.at.view == SHEET_HITS && line->visit.query_bytes)
		step(line, (struct intent){ .kind = INTENT_ERASE });
}

/*
 * What is exactly a word of A-Ö opens it, as turning to it in a book does; of
 * a number the best hit is opened, so 112 is one entry away.
 */
static void look_up(struct line *line, struct str entry)
{
	struct str rest = entry;

	if (open_by_words(line, entry))
		return;
	leave_query(line);
	while (rest.bytes) {
		struct intent letter = { .kind = INTENT_LETTER };

		rest = str_from(rest, chars_first(rest, &letter.typed));
		step(line, letter);
	}
	if (all_digits(entry) && line->sheet->item_count)
		press(line, '1');
	else
		open_by_words(line, entry);
}

static void one_character(struct line *line, struct str entry)
{
	char c = entry.at[0];

	if (c == '?')
		step(line, (struct intent){ .kind = INTENT_NOTHING });
	else if ((c == 'q' || c == 'Q') && !line->visit.kiosk)
		step(line, (struct intent){ .kind = INTENT_END });
	else if (c == '*' || c == '/' || all_digits(entry))
		press(line, (unsigned char)c);
	else
		look_up(line, entry);
}

static void enter(struct line *line, struct str entry)
{
	/* "Är du kvar?" is answered by any line, which does no more. */
	if (line->visit.message == VISIT_STILL_THERE)
		step(line, (struct intent){ .kind = INTENT_NOTHING });
	else if (entry.bytes == 0)
		step(line, (struct intent){ .kind = INTENT_BACK });
	else if (entry.bytes == 1)
		one_character(line, entry);
	else if (entry.at[0] == '0' && all_digits(entry))
		go_by_number(line, entry);
	else
		look_up(line, entry);
}

static struct str trimmed(struct str text)
{
	while (text.bytes && text.at[0] == ' ')
		text = str_from(text, 1);
	while (text.bytes && text.at[text.bytes - 1] == ' ')
		text.bytes--;
	return text;
}

/* An arrow key, say, is echoed by the terminal but is no entry. */
void line_enter(struct line *line, struct str entry, struct buf *out)
{
	struct visit before = line->visit;

	if (chars_clean(entry)) {
		enter(line, trimmed(entry));
		say_answer(line, &before, out);
		return;
	}
	say(line, out, words_say(catalog(line), WORDS_NO_ENTRY));
	buf_byte(out, '\n');
	say_prompt(line, out);
}

void line_idle(struct line *line, uint32_t seconds, struct buf *out)
{
	struct visit before = line->visit;

	step(line, (struct intent){ .kind = INTENT_IDLE, .number = seconds });
	/* It begins on a line of its own: the prompt was left standing. */
	if (memcmp(&before, &line->visit, sizeof before) == 0)
		return;
	buf_byte(out, '\n');
	say_answer(line, &before, out);
}

/* ------------------------------------------------------------------------
 * From the beginning to the end.
 */

void line_begin(struct line *line, const struct book *book,
		const struct sheet_window *window, const struct visit *visit,
		struct buf *out)
{
	*line = (struct line){ .book = book,
			       .window = *window,
			       .visit = *visit,
			       .arena = arena_new() };
	line->window.keys = SHEET_LINES;
	flow(line);
	say_page(line, 0, out);
	say_prompt(line, out);
}

void line_look(struct line *line, const struct book *book,
	       const struct sheet_window *window)
{
	line->book = book;
	line->window = *window;
	line->window.keys = SHEET_LINES;
	line->visit = visit_settle(book, line->visit);
	flow(line);
}

void line_end(struct line *line)
{
	arena_drop(line->arena);
}
