/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every character of the content and of the program's words, in every
 * language: in reader style it has a braille cell of its own in BRLTTY's
 * Swedish table (braille-sv.tsv), and on a Linux console it is in Debian's
 * fonts (lat15.txt) or in the fold table, so that no "?" stands for it.
 */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "text/chars.h"
#include "text/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHARACTERS = 0x10000, CELLS = 256 };

static const struct book *book;
static int cell[CHARACTERS]; /* dots as bits, + 1; 0: not in the table */
static uint8_t font[CHARS_LISTED_BYTES];
static bool used[CHARACTERS]; /* in reader style */
static unsigned wrong;

static void complain(const char *what, uint32_t c, struct str text)
{
	if (wrong++ < 20)
		printf("# %s: U+%04X in \"%.*s\"\n", what, c, (int)text.bytes,
		       text.at);
}

/* ------------------------------------------------------------------------
 * The two lists.
 */

static FILE *list(const char *name)
{
	const char *srcdir = getenv("srcdir");
	char path[4096];
	FILE *file;

	snprintf(path, sizeof path, "%s/tests/readers/%s",
		 srcdir ? srcdir : ".", name);
	file = fopen(path, "r");
	if (!file) {
		printf("Bail out! %s is not there\n", path);
		exit(1);
	}
	return file;
}

static int dots(const char *digits)
{
	int bits = 0;

	for (; *digits >= '0' && *digits <= '8'; digits++)
		if (*digits > '0')
			bits |= 1 << (*digits - '1');
	return bits;
}

static void read_lists(void)
{
	FILE *braille = list("braille-sv.tsv"), *lat15 = list("lat15.txt");
	char line[200], digits[20];
	unsigned c;

	while (fgets(line, sizeof line, braille))
		if (sscanf(line, "U+%4X %19s", &c, digits) == 2)
			cell[c] = dots(digits) + 1;
	while (fgets(line, sizeof line, lat15))
		if (sscanf(line, "U+%4X", &c) == 1)
			font[c >> 3] |= (uint8_t)(1u << (c & 7));
	fclose(braille);
	fclose(lat15);
}

/* ------------------------------------------------------------------------
 * What is written.
 */

static void look_braille(struct str text)
{
	struct str rest = text;
	uint32_t c;

	while (rest.bytes) {
		rest = str_from(rest, chars_first(rest, &c));
		if (c >= CHARACTERS || !cell[c])
			complain("no cell of its own", c, text);
		else
			used[c] = true;
	}
}

static unsigned questions(struct str text)
{
	unsigned count = 0;

	for (size_t i = 0; i < text.bytes; i++)
		count += text.at[i] == '?';
	return count;
}

static void look_font(struct str text)
{
	const struct chars_glyphs console = { .repertoire = CHARS_LISTED,
					      .listed = font };
	struct buf shown = { 0 };

	chars_show(&shown, text, &console);
	if (questions(buf_str(&shown)) != questions(text))
		complain("neither in the fonts nor folded", 0, text);
	buf_free(&shown);
}

static void look_at_words(const struct catalog *catalog)
{
	const struct chars_glyphs reader = { .repertoire = CHARS_UNICODE,
					     .braille = true };

	for (unsigned words = 0; words < WORDS_COUNT; words++) {
		struct str said = words_say(catalog, (enum words)words);
		struct buf shown = { 0 };

		chars_show(&shown, said, &reader);
		look_braille(buf_str(&shown));
		look_font(said);
		buf_free(&shown);
	}
}

static void look_at_sheet(const struct sheet_window *window,
			  const struct sheet_how *how)
{
	struct arena *arena = arena_new();
	const struct sheet *sheet = flow_sheet(arena, book, window, how);

	for (uint32_t i = 0; i < sheet->run_count; i++) {
		if (how->style == SHEET_READER)
			look_braille(sheet->runs[i].text);
		else
			look_font(sheet->runs[i].text);
	}
	arena_drop(arena);
}

static void look_at_page(uint32_t page, uint32_t language)
{
	struct sheet_window window = real_window(80, 24);
	bool index = str_equal(book_text(book, book_page(book, page).id),
			       STR("index"));

	for (unsigned way = 0; way < 4; way++) {
		struct sheet_how how = { .page = page,
					 .language = language,
					 .style = way & 1,
					 .easy = way >> 1 };

		look_at_sheet(&window, &how);
		how.view = SHEET_LETTERS;
		for (; index && how.letters < FORMAT_LETTER_ROWS; how.letters++)
			look_at_sheet(&window, &how);
	}
}

/* ------------------------------------------------------------------------ */

static void verdict(int number, const char *what)
{
	printf("%s %d - %s\n", wrong ? "not ok" : "ok", number, what);
	wrong = 0;
}

/* The program's own list of such characters is the table's. */
static void compare_lists(void)
{
	for (uint32_t c = 0x20; c < CHARACTERS; c++)
		if (chars_braille(c) && !cell[c])
			complain("the program believes it has", c, STR(""));
}

static void find_twins(void)
{
	uint32_t owner[CELLS] = { 0 };

	for (uint32_t c = 0; c < CHARACTERS; c++) {
		if (!used[c] && !chars_braille(c))
			continue;
		if (owner[cell[c] - 1])
			complain("shares its cell", c, STR(""));
		owner[cell[c] - 1] = c;
	}
}

int main(void)
{
	struct sheet_window window = real_window(80, 24);

	book = real_book();
	read_lists();
	for (uint32_t language = 0; language < 2; language++) {
		look_at_words(&window.catalogs[language]);
		for (uint32_t i = 0; i < book_count(book, FORMAT_PAGE); i++)
			look_at_page(i, language);
	}
	verdict(1, "every character of content and words can be shown");
	compare_lists();
	verdict(2, "what is let through in reader style has a cell");
	find_twins();
	verdict(3, "... and shares it with no other");
	puts("1..3");
	return 0;
}
