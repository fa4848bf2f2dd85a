/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One text, however it is read (design section 7): on every screen, in every
 * language, plain and easy to read, the screen has the words of the dump;
 * reader style, the line dialogue and dump --reader have the same words; and
 * the two differ only by reader style's rules 2 and 5 and by the table of
 * spoken forms, tests/sheet/spoken.tsv, which is applied here as a table.
 *
 * Compared are the body's words in order. A hyphen inside a word may stand at
 * the end of a line, so it is left out on both sides.
 */
#include "base/arena.h"
#include "phrases.h"
#include "real.h"
#include "sheet/flow.h"
#include "sheet/state.h"
#include "text/words.h"
#include "view/dump.h"
#include "view/frame.h"
#include "view/line.h"

#include <stdio.h>
#include <string.h>

static struct phrase phrases[PHRASES_MOST];
static size_t phrase_count;
static const struct book *book;
static struct sheet_window wide, narrow;
static unsigned tests, wrong;

/* ------------------------------------------------------------------------
 * Words in order.
 */

static bool letter_at(struct str text, size_t at)
{
	unsigned char c = at < text.bytes ? (unsigned char)text.at[at] : ' ';

	return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* White space runs as one space; no hyphen inside a word. */
static void add_plainly(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.bytes; i++) {
		bool inside = i && letter_at(text, i - 1) &&
			      (letter_at(text, i + 1) ||
			       (str_starts(str_from(text, i + 1), STR("\n")) &&
				letter_at(text, i + 2)));
		bool space = text.at[i] == ' ' || text.at[i] == '\n';

		if (text.at[i] == '-' && inside) {
			i += i + 1 < text.bytes && text.at[i + 1] == '\n';
			continue;
		}
		if (!space)
			buf_byte(out, text.at[i]);
		else if (out->bytes && out->at[out->bytes - 1] != ' ')
			buf_byte(out, ' ');
	}
	while (out->bytes && out->at[out->bytes - 1] == ' ')
		out->bytes--;
}

/* A row that begins with its indent ends the row before it by a newline. */
static void add_row(struct buf *out, struct str row)
{
	while (row.bytes && row.at[0] == ' ')
		row = str_from(row, 1);
	if (row.bytes == 0)
		return;
	buf_add(out, row);
	buf_byte(out, '\n');
}

static void hold(const char *what, const struct visit *visit,
		 const struct buf *one, const struct buf *other)
{
	struct buf a = { 0 }, b = { 0 };
	size_t same = 0;

	add_plainly(&a, buf_str(one));
	add_plainly(&b, buf_str(other));
	while (same < a.bytes && same < b.bytes && a.at[same] == b.at[same])
		same++;
	same -= same < 20 ? same : 20;
	if (!str_equal(buf_str(&a), buf_str(&b)) && wrong++ < 20)
		printf("# %s, %s, language %u, easy %u: \"%.70s\" is not "
		       "\"%.70s\"\n",
		       what, visit->at.page, visit->language, visit->easy,
		       a.at + same, b.at + same);
	tests++;
	buf_free(&a);
	buf_free(&b);
}

/* ------------------------------------------------------------------------
 * The ways to read.
 */

/* The body of one frame: without name row, path, margin and last row. */
static void add_body(struct buf *out, const struct sheet *sheet,
		     const struct frame *frame)
{
	uint32_t first = sheet->name_row + sheet->path_row + frame->lower;

	for (uint32_t i = 0; i < sheet->height; i++) {
		const struct frame_row *row = &frame->row[first + i];
		struct buf text = { 0 };

		for (uint32_t j = 0; j < row->count; j++)
			if (row->runs[j].role != SHEET_NAME)
				buf_add(&text, row->runs[j].text);
		add_row(out, buf_str(&text));
		buf_free(&text);
	}
}

/* All screenfuls of a page, as a visitor goes through them. */
static void by_frames(struct buf *out, const struct sheet_window *window,
		      struct visit visit)
{
	struct arena *arena = arena_new();
	struct sheet_how how = visit_how(book, &visit);
	const struct sheet *sheet = flow_sheet(arena, book, window, &how);
	const struct frame *frame = NULL;

	for (uint32_t i = 0; i < sheet_screens(sheet); i++) {
		frame = frame_compose(arena, sheet, window, &visit, frame);
		add_body(out, sheet, frame);
		visit = visit_step(
			book, sheet, visit,
			(struct intent){ .kind = INTENT_SCREEN_DOWN });
	}
	arena_drop(arena);
}

/* The dump's rows without its head; it has no easy text. */
static void by_dump(struct buf *out, const struct sheet_window *window,
		    const struct visit *visit)
{
	struct dump_how how = { .book = book,
				.window = window,
				.language = visit->language,
				.style = visit->style };
	struct buf whole = { 0 };
	struct str rest;

	dump_one(&how, str_of(visit->at.page), &whole);
	rest = buf_str(&whole);
	while (!str_starts(rest, STR("\n\n")))
		rest = str_from(rest, 1);
	for (rest = str_from(rest, 2); rest.bytes;) {
		const char *end = memchr(rest.at, '\n', rest.bytes);

		add_row(out, str_first(rest, (size_t)(end - rest.at)));
		rest = str_from(rest, (size_t)(end - rest.at) + 1);
	}
	buf_free(&whole);
}

/* What the line dialogue says of it, without its prompt. */
static void by_lines(struct buf *out, const struct visit *visit)
{
	struct buf said = { 0 };
	struct line line;
	struct str rest;

	line_begin(&line, book, &narrow, visit, &said);
	for (rest = buf_str(&said); rest.bytes;) {
		const char *end = memchr(rest.at, '\n', rest.bytes);

		if (!end)
			break;
		add_row(out, str_first(rest, (size_t)(end - rest.at)));
		rest = str_from(rest, (size_t)(end - rest.at) + 1);
	}
	line_end(&line);
	buf_free(&said);
}

/* ------------------------------------------------------------------------
 * From the screen to reader style.
 */

/* Replaces the first `from` by `to`. */
static void replace(struct buf *text, struct str from, struct str to)
{
	struct buf out = { 0 };
	const char *at =
		from.bytes ? memmem(text->at, text->bytes, from.at, from.bytes)
			   : NULL;
	size_t before = at ? (size_t)(at - text->at) : 0;

	if (!at)
		return;
	buf_add(&out, str_first(buf_str(text), before));
	buf_add(&out, to);
	buf_add(&out, str_from(buf_str(text), before + from.bytes));
	buf_free(text);
	*text = out;
}

static const struct phrase *longest_at(struct str text, struct str language)
{
	const struct phrase *longest = NULL;

	for (size_t i = 0; i < phrase_count; i++)
		if (str_equal(phrases[i].language, language) &&
		    str_starts(text, phrases[i].written) &&
		    (!longest ||
		     phrases[i].written.bytes > longest->written.bytes))
			longest = &phrases[i];
	return longest;
}

/* The table, at every place where one of its phrases stands. */
static void speak(struct buf *text, struct str language)
{
	struct buf out = { 0 };
	struct str rest = buf_str(text);

	while (rest.bytes) {
		const struct phrase *phrase = longest_at(rest, language);

		if (!phrase) {
			buf_byte(&out, rest.at[0]);
			rest = str_from(rest, 1);
			continue;
		}
		for (size_t i = 0; i < phrase->spoken.bytes; i++)
			buf_byte(&out, phrase->spoken.at[i] == '_'
					       ? ' '
					       : phrase->spoken.at[i]);
		rest = str_from(rest, phrase->written.bytes);
	}
	buf_free(text);
	*text = out;
}

static struct str unit(uint32_t at, uint32_t language)
{
	return book_unit_text(book, at, language);
}

/* The e-mail of a contact has its words behind it; the table knows them. */
static void speak_email(struct buf *text, struct str language, uint32_t in)
{
	for (uint32_t i = 0; i < book_count(book, FORMAT_DATUM); i++) {
		struct format_datum datum = book_datum(book, i);
		struct buf row = { 0 }, key = { 0 }, both = { 0 };

		if (datum.part != FORMAT_PART_EMAIL)
			continue;
		buf_add(&row, unit(datum.label, in));
		buf_add(&row, STR(": "));
		buf_add(&row, unit(datum.value, in));
		buf_add(&key, STR("@ "));
		buf_add(&key, unit(datum.value, in));
		buf_add(&both, buf_str(&row));
		buf_byte(&both, '\n');
		speak(&key, language);
		buf_add(&both, buf_str(&key));
		replace(text, buf_str(&row), buf_str(&both));
		buf_free(&row);
		buf_free(&key);
		buf_free(&both);
	}
}

/* "Kommunhuset: " and the long sentence is the short one. */
static void shorten_state(struct buf *text, uint32_t language)
{
	for (uint32_t i = 0; i < book_count(book, FORMAT_HOURS); i++) {
		struct dates_how how = { .book = book,
					 .catalog = &wide.catalogs[language],
					 .language = language };
		struct buf whole = { 0 }, brief = { 0 };

		buf_add(&whole, unit(book_hours(book, i).short_name, language));
		buf_add(&whole, STR(": "));
		state_sentence(&whole, &how, i, wide.now, STATE_LONG);
		state_sentence(&brief, &how, i, wide.now, STATE_SHORT);
		replace(text, buf_str(&whole), buf_str(&brief));
		buf_free(&whole);
		buf_free(&brief);
	}
}

/* Rule 2 on the start screen: settings after item 8, the slogan last. */
static void settle_start(struct buf *text, uint32_t language)
{
	const struct catalog *words = &wide.catalogs[language];
	struct str slogan = unit(book_site(book).slogan, language);
	struct str done = words_say(words, WORDS_DONE);
	struct buf settings = { 0 };

	replace(text, slogan, STR(""));
	replace(text, words_say(words, WORDS_PROMPT), STR(""));
	buf_add(&settings, STR("9 "));
	buf_add(&settings,
		words_say(&wide.catalogs[!language], WORDS_IN_THIS_LANGUAGE));
	buf_add(&settings, STR("\n* "));
	buf_add(&settings, words_say(words, WORDS_READER_TURN_OFF));
	buf_byte(&settings, '\n');
	buf_add(&settings, done);
	replace(text, done, buf_str(&settings));
	buf_add(text, slogan);
	buf_free(&settings);
}

/* Where a title is long, its menu stands above it. */
static void settle_title(struct buf *text, uint32_t page, uint32_t language)
{
	struct format_page record = book_page(book, page);
	struct buf both = { 0 };

	if (record.menu != FORMAT_NONE &&
	    chars_cols(unit(record.title, language)) > 38) {
		buf_add(&both, unit(record.menu, language));
		buf_byte(&both, '\n');
		buf_add(&both, buf_str(text));
		buf_free(text);
		*text = both;
	}
}

/* The rows of an item that turns reader style on say how to leave it. */
static void settle_style(struct buf *text, uint32_t language)
{
	const struct catalog *words = &wide.catalogs[language];

	replace(text, words_say(words, WORDS_READER_TURN_ON),
		words_say(words, WORDS_READER_TURN_OFF));
}

/* Newlines as spaces, so that a sentence is found over the end of a line. */
static void unbroken(struct buf *text)
{
	for (size_t i = 0; i < text->bytes; i++)
		if (text->at[i] == '\n' && text->at[i ? i - 1 : 0] != '-')
			text->at[i] = ' ';
}

static void to_reader(struct buf *text, uint32_t page,
		      const struct visit *visit)
{
	struct chars_glyphs glyphs = { .repertoire = CHARS_UNICODE,
				       .braille = true };
	struct str code =
		book_text(book, book_language(book, visit->language).code);
	struct buf folded = { 0 };

	unbroken(text);
	shorten_state(text, visit->language);
	if (page == book_start(book))
		settle_start(text, visit->language);
	else
		settle_title(text, page, visit->language);
	settle_style(text, visit->language);
	speak_email(text, code, visit->language);
	speak(text, code);
	chars_fold(&folded, buf_str(text), &glyphs);
	buf_free(text);
	*text = folded;
}

/* ------------------------------------------------------------------------ */

static void check(uint32_t page, struct visit visit)
{
	struct buf screen = { 0 }, dump = { 0 }, reader = { 0 };
	struct buf reader_dump = { 0 }, lines = { 0 }, keys = { 0 };

	by_frames(&screen, &wide, visit);
	by_dump(&dump, &wide, &visit);
	visit.style = SHEET_READER;
	by_frames(&reader, &narrow, visit);
	by_dump(&reader_dump, &narrow, &visit);
	by_lines(&lines, &visit);
	/* Help names what it is answered with: keys, or lines. */
	narrow.keys = SHEET_LINES;
	by_frames(&keys, &narrow, visit);
	narrow.keys = SHEET_KEYBOARD;
	if (!visit.easy) {
		hold("screen and dump", &visit, &screen, &dump);
		hold("reader style and dump", &visit, &reader, &reader_dump);
	}
	hold("line dialogue and reader style", &visit, &lines, &keys);
	to_reader(&screen, page, &visit);
	hold("reader style and screen", &visit, &reader, &screen);
	buf_free(&screen);
	buf_free(&dump);
	buf_free(&reader);
	buf_free(&reader_dump);
	buf_free(&lines);
	buf_free(&keys);
}

int main(void)
{
	book = real_book();
	wide = real_window(80, 24);
	narrow = real_window(40, 12);
	wide.kiosk = narrow.kiosk = true;
	phrase_count = phrases_read(phrases);
	for (uint32_t page = 0; page < book_count(book, FORMAT_PAGE); page++)
		for (uint32_t way = 0; way < 4; way++) {
			struct visit visit =
				visit_new(true, way & 1, SHEET_SCREEN);
			struct str id =
				book_text(book, book_page(book, page).id);

			memset(visit.at.page, 0, sizeof visit.at.page);
			memcpy(visit.at.page, id.at, id.bytes);
			visit.easy = way >> 1;
			check(page, visit);
		}
	printf("%s 1 - %u comparisons of words\n1..1\n",
	       wrong ? "not ok" : "ok", tests);
	return 0;
}
