/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/breaks.h"

#include "suite.h"
#include "text/chars.h"

#include <stdio.h>
#include <string.h>
#include <unilbrk.h>

enum { TEXT_BYTES = 4096 };

static const struct chars_glyphs unicode = { .repertoire = CHARS_UNICODE };
static const struct chars_glyphs ascii = { .repertoire = CHARS_ASCII };

/* The lines of a text as rows, each ended by "|". */
static void lines_of(struct buf *out, struct str text, size_t cols)
{
	unsigned char marks[TEXT_BYTES];

	ck_assert_uint_le(text.bytes, sizeof marks);
	breaks_mark(text, marks);
	for (size_t from = 0; from < text.bytes;) {
		struct breaks_line line = breaks_line(text, marks, from, cols);

		chars_row(out,
			  str_first(str_from(text, line.from), line.bytes));
		buf_add(out, line.hyphen ? STR("-|") : STR("|"));
		from = line.next;
	}
}

static void assert_lines(const char *text, size_t cols, const char *wanted)
{
	struct buf lines = { 0 };

	lines_of(&lines, str_of(text), cols);
	buf_byte(&lines, '\0');
	ck_assert_str_eq(lines.at, wanted);
	buf_free(&lines);
}

/* No line that begins or ends within the word, at any width it fits in. */
static void assert_whole(const char *before, const char *word,
			 const char *behind)
{
	size_t least = chars_cols(str_of(word)) + strlen("().");

	for (size_t cols = least; cols < 60; cols++) {
		struct buf text = { 0 }, lines = { 0 };

		buf_add(&text, str_of(before));
		buf_add(&text, str_of(word));
		buf_add(&text, str_of(behind));
		lines_of(&lines, buf_str(&text), cols);
		buf_byte(&lines, '\0');
		ck_assert_msg(strstr(lines.at, word), "%zu columns: %s", cols,
			      lines.at);
		buf_free(&text);
		buf_free(&lines);
	}
}

START_TEST(lines_end_at_spaces)
{
	assert_lines("", 10, "");
	assert_lines("en", 10, "en|");
	assert_lines("en två tre", 6, "en två|tre|");
	assert_lines("en två tre", 10, "en två tre|");
	assert_lines("en   två", 3, "en|två|");
	assert_lines("en två  ", 6, "en två|");
	assert_lines("  en", 10, "  en|");
	assert_lines("  förvaltning", 6, "  förv|altnin|g|");
}
END_TEST

START_TEST(a_newline_ends_a_line)
{
	assert_lines("en\ntvå", 10, "en|två|");
	assert_lines("en \n två\n", 10, "en| två|");
	assert_lines("en\n\ntvå", 10, "en||två|");
	assert_lines("\nen", 10, "|en|");
}
END_TEST

START_TEST(a_soft_hyphen_is_shown_where_the_line_ends)
{
	assert_lines("kom\u00ADmun", 7, "kommun|");
	assert_lines("kom\u00ADmun", 6, "kommun|");
	assert_lines("kom\u00ADmun", 5, "kom-|mun|");
	assert_lines("kom\u00ADmun", 4, "kom-|mun|");
	/* The hyphen has a column of its own, also where the word is cut. */
	assert_lines("kom\u00ADmun", 3, "kom|mun|");
	assert_lines("en kom\u00ADmun", 6, "en|kommun|");
	assert_lines("en kom\u00ADmun", 7, "en kom-|mun|");
	assert_lines("8\u00AD17 -\u00ADx", 3, "817|-x|");
}
END_TEST

START_TEST(hyphens_and_slashes_between_words_end_a_line)
{
	assert_lines("PDF-format", 8, "PDF-|format|");
	assert_lines("måndag–torsdag", 10, "måndag–|torsdag|");
	assert_lines("och/eller", 6, "och/|eller|");
	assert_lines("måndag-torsdag", 6, "måndag|-|torsda|g|");
}
END_TEST

START_TEST(what_belongs_together_stays_together)
{
	static const char *const words[] = {
		"0582-68 50 00", "+46 582 68 50 00",
		"694 80",	 "212000-1926",
		"A–Ö",		 "8–16",
		"8-17",

		"e-post",	 "E-post",
		"t.ex.",	 "www.hallsberg.se",
		"km/h",		 "2014/2015",
		"§ 5",		 "25 %",
		"5 ‰",		 "1:a",
		"10 000",	 "kommun@hallsberg.se",
		"”ja”",		 "( ja )",
		"kl.\u00A0åtta", "e\u2011post",
		"ja !",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct buf row = { 0 };

		chars_row(&row, str_of(words[i]));
		buf_byte(&row, '\0');
		if (strcmp(words[i], row.at) == 0)
			assert_whole("Detta är ", words[i], " och mer.");
		assert_whole("(", row.at, ").");
		buf_free(&row);
	}
}
END_TEST

START_TEST(years_and_lists_of_numbers_may_end_a_line)
{
	assert_lines("år 2014 2015", 8, "år 2014|2015|");
	assert_lines("rum 1 2 3", 6, "rum 1|2 3|");
}
END_TEST

START_TEST(no_line_begins_or_ends_with_the_wrong_sign)
{
	assert_lines("ett ”två” tre", 6, "ett|”två”|tre|");
	assert_lines("ett »två« tre", 6, "ett|»två«|tre|");
	assert_lines("ett … två", 5, "ett …|två|");
	assert_lines("ett ( två", 7, "ett|( två|");
}
END_TEST

START_TEST(a_word_wider_than_the_line_is_cut_between_clusters)
{
	assert_lines("arbetsmarknad", 5, "arbet|smark|nad|");
	assert_lines("en arbetsmarknad", 5, "en|arbet|smark|nad|");
	assert_lines("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301|");
	assert_lines("12 34 56 78", 7, "12 34|56 78|");
	assert_lines("日本語", 3, "日|本|語|");
	assert_lines("a日本", 2, "a|日|本|");
	/* A cluster of many columns: nothing is wider than the line. */
	assert_lines("\u1100\u1100\u1161", 2, "\u1100|\u1100\u1161|");
}
END_TEST

START_TEST(wide_characters_are_words_that_unicode_keeps_in_order)
{
	assert_lines("日本。語", 4, "日|本。|語|");
	assert_lines("ja 日本", 4, "ja|日本|");
}
END_TEST

static char *seed;

static void read_seed(void)
{
	char path[4096];
	const char *srcdir = getenv("srcdir");
	FILE *file;

	snprintf(path, sizeof path, "%s/tests/seed/page.txt",
		 srcdir ? srcdir : ".");
	file = fopen(path, "r");
	seed = calloc(1, 16384);
	if (!file || !seed || fread(seed, 1, 16383, file) == 0)
		ck_abort_msg("%s cannot be read", path);
	fclose(file);
}

/* The next paragraph of the seed, which becomes the rest of it. */
static struct str next_paragraph(struct str *left)
{
	const char *end = memchr(left->at, '\n', left->bytes);
	size_t bytes = end ? (size_t)(end - left->at) : left->bytes;
	struct str paragraph = str_first(*left, bytes);

	*left = str_from(*left, bytes + 1);
	return paragraph;
}

static bool a_letter_at(struct str text, size_t at)
{
	uint32_t c;

	if (at >= text.bytes)
		return false;
	chars_first(str_from(text, at), &c);
	return chars_letter(c);
}

START_TEST(no_word_of_the_seed_is_cut)
{
	static const size_t widths[] = { 38, 40, 62, 74, 78 };

	read_seed();
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		struct str left = str_of(seed);

		while (left.bytes) {
			struct str text = next_paragraph(&left);
			unsigned char marks[TEXT_BYTES];
			struct breaks_line line = { 0 };

			breaks_mark(text, marks);
			for (; line.next < text.bytes;) {
				line = breaks_line(text, marks, line.next,
						   widths[i]);
				ck_assert_uint_le(
					chars_cols(str_first(
						str_from(text, line.from),
						line.bytes)),
					widths[i]);
				ck_assert(!a_letter_at(text, line.next) ||
					  !chars_letter(
						  (unsigned char)text
							  .at[line.next - 1]));
			}
		}
	}
	free(seed);
}
END_TEST

/* The seed's lines are these, whichever libunistring there is. */
START_TEST(the_seed_has_the_same_lines_everywhere)
{
	assert_lines("Hallsbergs kommuns styrsystem finns i PDF-format "
		     "här.PDF",
		     38,
		     "Hallsbergs kommuns styrsystem finns i|PDF-format "
		     "här.PDF|");
	assert_lines("Telefon: 0582-68 50 00 E-post: kommun@hallsberg.se", 20,
		     "Telefon:|0582-68 50 00|E-post:|kommun@hallsberg.se|");
	assert_lines("Hallsbergs kommun - Hallsberg... nära till - "
		     "www.hallsberg.se",
		     38,
		     "Hallsbergs kommun - Hallsberg... nära|till - "
		     "www.hallsberg.se|");
}
END_TEST

/* ------------------------------------------------------------------------
 * Any text.
 */

static const char *const pieces[] = {
	"a",	  "b",	    "ö",      "É",	"Д",  "Ω",   "1",
	"2",	  "34",	    " ",      " ",	" ",  "-",   "–",
	"—",	  "/",	    "(",      ")",	"[",  "]",   "!",
	"?",	  ",",	    ".",      ":",	";",  "\"",  "'",
	"”",	  "“",	    "‘",      "’",	"«",  "»",   "‹",
	"›",	  "%",	    "‰",      "§",	"…",  "•",   "→",
	"€",	  "+",	    "=",      "*",	"&",  "@",   "#",
	"_",	  "|",	    "~",      "°",	"×",  "¡",   "¿",
	"\u00A0", "\u00AD", "\u0301", "\u2011", "日", "。",  "「",
	"م",	  "،",	    "ไ",      "א",	"\n", "och", "eller",
	"\u2044", "\u203C", "■",      "$",	"£",  "kr",  "\\",
};

enum { PIECES = sizeof pieces / sizeof *pieces };

static void any_text(struct buf *text, int most)
{
	for (int i = rand() % most; i >= 0; i--)
		buf_add(text, str_of(pieces[rand() % PIECES]));
}

static void assert_lines_hold(struct str text, size_t cols)
{
	unsigned char marks[TEXT_BYTES];
	size_t next = 0;

	breaks_mark(text, marks);
	while (next < text.bytes) {
		struct breaks_line line = breaks_line(text, marks, next, cols);
		struct str inked =
			str_first(str_from(text, line.from), line.bytes);

		if (line.from != next || line.next <= next ||
		    line.next > text.bytes ||
		    line.from + line.bytes > line.next ||
		    chars_cols(inked) + line.hyphen > cols)
			ck_abort_msg("%zu columns, byte %zu of \"%.*s\"", cols,
				     next, (int)text.bytes, text.at);
		for (next = line.from + line.bytes; next < line.next; next++)
			if (text.at[next] != ' ' && text.at[next] != '\n')
				ck_abort_msg("lost at byte %zu", next);
	}
}

START_TEST(no_line_of_any_text_is_wider_than_asked)
{
	srand(2);
	for (int n = 0; n < 20000; n++) {
		struct buf text = { 0 };

		any_text(&text, 40);
		for (size_t cols = 2; cols < 24; cols += 3)
			assert_lines_hold(buf_str(&text), cols);
		buf_free(&text);
	}
}
END_TEST

static void assert_unicode_allows(struct str text)
{
	unsigned char marks[TEXT_BYTES];
	char unicode_marks[TEXT_BYTES];

	breaks_mark(text, marks);
	u8_possible_linebreaks((const uint8_t *)text.at, text.bytes, "UTF-8",
			       unicode_marks);
	for (size_t i = 0; i < text.bytes; i++)
		if (marks[i] != BREAKS_NEVER && marks[i] != BREAKS_MUST &&
		    unicode_marks[i] == UC_BREAK_PROHIBITED)
			ck_abort_msg("byte %zu of \"%.*s\"", i, (int)text.bytes,
				     text.at);
}

START_TEST(every_place_is_one_of_unicodes_too)
{
	srand(3);
	for (int n = 0; n < 100000; n++) {
		struct buf text = { 0 };

		any_text(&text, 12);
		assert_unicode_allows(buf_str(&text));
		buf_free(&text);
	}
}
END_TEST

/*
 * Where every character has one of its own width in ASCII, the lines are the
 * same: a screen in ASCII is the folded screen, cell by cell.
 */
START_TEST(lines_end_at_the_same_places_in_ascii)
{
	static const char *const same[] = {
		"ord", "två", "é",	" ",	  " ", " ", "-", "–",
		"—",   "”",   "’",	"12",	  "/", "(", ")", ".",
		",",   "!",   "\u00AD", "\u00A0", "%", "•", "»", "«",
		":",   "?",   "\u2011", "\u2009", "−",
	};

	srand(4);
	for (int n = 0; n < 20000; n++) {
		struct buf text = { 0 }, shown = { 0 }, plain = { 0 };
		struct buf lines = { 0 }, folded = { 0 }, wanted = { 0 };

		for (int i = rand() % 30; i >= 0; i--)
			buf_add(&text,
				str_of(same[(size_t)rand() %
					    (sizeof same / sizeof *same)]));
		chars_fold(&shown, buf_str(&text), &unicode);
		chars_fold(&plain, buf_str(&text), &ascii);
		lines_of(&lines, buf_str(&shown), 14);
		chars_show(&wanted, buf_str(&lines), &ascii);
		lines_of(&folded, buf_str(&plain), 14);
		if (!str_equal(buf_str(&folded), buf_str(&wanted)))
			ck_abort_msg("%.*s\n%.*s", (int)wanted.bytes, wanted.at,
				     (int)folded.bytes, folded.at);
		buf_free(&text);
		buf_free(&shown);
		buf_free(&plain);
		buf_free(&lines);
		buf_free(&folded);
		buf_free(&wanted);
	}
}
END_TEST

SUITE("text/breaks", lines_end_at_spaces, a_newline_ends_a_line,
      a_soft_hyphen_is_shown_where_the_line_ends,
      hyphens_and_slashes_between_words_end_a_line,
      what_belongs_together_stays_together,
      years_and_lists_of_numbers_may_end_a_line,
      no_line_begins_or_ends_with_the_wrong_sign,
      a_word_wider_than_the_line_is_cut_between_clusters,
      wide_characters_are_words_that_unicode_keeps_in_order,
      no_word_of_the_seed_is_cut, the_seed_has_the_same_lines_everywhere,
      no_line_of_any_text_is_wider_than_asked,
      every_place_is_one_of_unicodes_too, lines_end_at_the_same_places_in_ascii)
