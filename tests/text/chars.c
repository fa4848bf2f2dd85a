/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/chars.h"

#include "suite.h"

#include <locale.h>
#include <string.h>
#include <uniwidth.h>
#include <wchar.h>

enum { LAST = 0x10FFFF };

static const struct chars_glyphs unicode = { .repertoire = CHARS_UNICODE };
static const struct chars_glyphs ascii = { .repertoire = CHARS_ASCII };
static const struct chars_glyphs reader = { .repertoire = CHARS_UNICODE,
					    .braille = true };
static const struct chars_glyphs ascii_reader = { .repertoire = CHARS_ASCII,
						  .braille = true };

/* The Linux console's own font: Latin-1, a bullet and two arrows. */
static uint8_t console_list[CHARS_LISTED_BYTES];
static const struct chars_glyphs console = { .repertoire = CHARS_LISTED,
					     .listed = console_list };

static const struct chars_glyphs *const all_glyphs[] = { &unicode, &ascii,
							 &reader, &ascii_reader,
							 &console };

static void list(uint32_t c)
{
	console_list[c >> 3] |= (uint8_t)(1 << (c & 7));
}

static bool is_listed(uint32_t c)
{
	return c <= 0xFFFF && console_list[c >> 3] >> (c & 7) & 1;
}

static void make_console_list(void)
{
	for (uint32_t c = 0x20; c < 0x100; c++)
		list(c);
	list(0x2022);
	list(0x2190);
	list(0x2192);
	list(0x0301); /* a console shows a mark in a cell of its own */
}

/*
 * For loops over all characters: Check tells its runner of every assertion,
 * which takes longer than what is tested.
 */
static void must(bool holds, uint32_t c)
{
	if (!holds)
		ck_abort_msg("U+%04X", (unsigned)c);
}

static bool scalar(uint32_t c)
{
	return c <= LAST && (c < 0xD800 || c > 0xDFFF);
}

static void assert_is(struct buf *found, const char *wanted)
{
	buf_byte(found, '\0');
	ck_assert_str_eq(found->at, wanted);
	buf_free(found);
}

static void assert_shows(const char *text, const struct chars_glyphs *glyphs,
			 const char *wanted)
{
	struct buf row = { 0 };

	chars_show(&row, str_of(text), glyphs);
	assert_is(&row, wanted);
}

static void assert_folds(const char *text, const struct chars_glyphs *glyphs,
			 const char *wanted)
{
	struct buf folded = { 0 };

	chars_fold(&folded, str_of(text), glyphs);
	assert_is(&folded, wanted);
}

/* What a fold may leave: what the terminal has, and what says line ends. */
static void assert_shown(struct str text, const struct chars_glyphs *glyphs)
{
	while (text.bytes) {
		uint32_t c;

		text = str_from(text, chars_first(text, &c));
		if (c == '\n' || c == 0xA0 || c == 0xAD || c == 0x2011)
			continue;
		must(!chars_forbidden(c), c);
		if (glyphs->repertoire == CHARS_ASCII)
			must(c >= 0x20 && c < 0x7F, c);
		if (glyphs->braille)
			must(chars_braille(c), c);
		if (glyphs->repertoire == CHARS_LISTED)
			must(is_listed(c), c);
	}
}

static void assert_folds_once(struct str text,
			      const struct chars_glyphs *glyphs)
{
	struct buf once = { 0 }, twice = { 0 };

	chars_fold(&once, text, glyphs);
	chars_fold(&twice, buf_str(&once), glyphs);
	if (!str_equal(buf_str(&once), buf_str(&twice)))
		ck_abort_msg("\"%.*s\" folds to \"%.*s\"", (int)once.bytes,
			     once.at, (int)twice.bytes, twice.at);
	assert_shown(buf_str(&once), glyphs);
	buf_free(&once);
	buf_free(&twice);
}

START_TEST(valid_text_is_well_formed_utf_8)
{
	ck_assert(chars_valid(STR("")));
	ck_assert(chars_valid(STR("Åäö – \U0001F600")));
	ck_assert(!chars_valid(STR("\xC0\xAF")));	  /* overlong */
	ck_assert(!chars_valid(STR("\xE0\x80\xAF")));	  /* overlong */
	ck_assert(!chars_valid(STR("\xED\xA0\x80")));	  /* a surrogate */
	ck_assert(!chars_valid(STR("\xF4\x90\x80\x80"))); /* past the end */
	ck_assert(!chars_valid(STR("a\xC3")));		  /* cut short */
	ck_assert(!chars_valid(STR("\x80")));
	ck_assert(!chars_valid(STR("\xC3(")));
}
END_TEST

START_TEST(every_character_is_read_as_it_was_written)
{
	for (uint32_t c = 0; c <= LAST; c++) {
		struct buf text = { 0 };
		uint32_t found;

		chars_add(&text, c);
		if (scalar(c))
			must(chars_first(buf_str(&text), &found) ==
					     text.bytes &&
				     found == c,
			     c);
		else
			must(text.bytes == 0, c);
		buf_free(&text);
	}
}
END_TEST

START_TEST(bytes_that_are_no_text_are_read_one_by_one)
{
	static const char *const bad[] = { "\x80",	   "\xC3",
					   "\xC3(",	   "\xFF\xFE",
					   "\xED\xA0\x80", "\xE2\x80" };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		uint32_t c;

		ck_assert_uint_eq(chars_first(str_of(bad[i]), &c), 1);
		ck_assert_uint_eq(c, 0xFFFD);
	}
}
END_TEST

START_TEST(controls_and_tricks_are_forbidden)
{
	static const uint32_t bad[] = {
		0x00,	 0x09,	  0x0A,	   0x1B,   0x7F,   0x80,    0x9B,
		0x9F,	 0x061C,  0x200E,  0x200F, 0x2028, 0x2029,  0x202A,
		0x202E,	 0x2066,  0x2069,  0xD800, 0xDFFF, 0xE000,  0xF8FF,
		0xFDD0,	 0xFEFF,  0xFFF9,  0xFFFE, 0xFFFF, 0xE0001, 0xE007F,
		0xF0000, 0x1FFFE, 0x10FFFF
	};
	static const uint32_t good[] = { ' ',	 '~',	 0xA0,	 0xAD,
					 0xE5,	 0x0301, 0x2013, 0x2022,
					 0x20AC, 0xFFFD, 0x1F600 };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		must(chars_forbidden(bad[i]), bad[i]);
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		must(!chars_forbidden(good[i]), good[i]);
}
END_TEST

START_TEST(clean_text_is_valid_and_holds_nothing_forbidden)
{
	ck_assert(chars_clean(STR("")));
	ck_assert(chars_clean(STR("Öppet 8–17\nЁ日\U0001F600\u00AD\u00A0")));
	ck_assert(!chars_clean(STR("a\tb")));
	ck_assert(!chars_clean(STR("\xC2\x9B")));
	ck_assert(!chars_clean(STR("\u202E")));
	ck_assert(!chars_clean(STR("\xC3")));
	ck_assert(!chars_clean(STR("\xC3(")));
	for (uint32_t c = 0; c <= LAST; c++) {
		struct buf text = { 0 };

		chars_add(&text, c);
		if (scalar(c))
			must(chars_clean(buf_str(&text)) ==
				     (c == '\n' || !chars_forbidden(c)),
			     c);
		buf_free(&text);
	}
}
END_TEST

/* And all of it is: else it would cost what it saves. */
START_TEST(usual_text_holds_nothing_forbidden_and_is_normal)
{
	for (uint32_t c = 1; c < 0x11000; c++) {
		bool letter = c < 0x80 || (c >= 0xC0 && c < 0x300);
		bool usual = letter && (!chars_forbidden(c) || c == '\t' ||
					c == '\n' || c == '\r');
		struct buf text = { 0 };

		if (c >= 0xD800 && c < 0xE000)
			continue;
		buf_add(&text, STR("aå"));
		chars_add(&text, c);
		buf_byte(&text, 'b');
		ck_assert_msg(chars_usual(buf_str(&text)) ==
				      (usual ? text.bytes : 3),
			      "U+%04X", (unsigned)c);
		buf_free(&text);
	}
	ck_assert_uint_eq(chars_usual(STR("")), 0);
}
END_TEST

START_TEST(letters_are_letters)
{
	static const uint32_t letters[] = { 'a',    'Z',    0xE5,   0xC5,  0xFF,
					    0x017F, 0x01C0, 0x0301, 0x0414 };
	static const uint32_t others[] = { '0',	 '-',  ' ',    '_',  '@',
					   0xD7, 0xF7, 0x2013, 0xA7, 0xBF };

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		must(chars_letter(letters[i]), letters[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		must(!chars_letter(others[i]), others[i]);
}
END_TEST

START_TEST(columns_are_those_of_a_western_terminal)
{
	ck_assert_uint_eq(chars_cols(STR("")), 0);
	ck_assert_uint_eq(chars_cols(STR("Öppet 8–17")), 10);
	ck_assert_uint_eq(chars_cols(STR("e\u0301")), 1);
	ck_assert_uint_eq(chars_cols(STR("kom\u00ADmun")), 6);
	ck_assert_uint_eq(chars_cols(STR("日本")), 4);
	ck_assert_uint_eq(chars_cols(STR("a\x1B[1m\n")), 4);
	ck_assert_uint_eq(chars_cols(STR("§ • – ” …")), 9);
}
END_TEST

/*
 * Whatever a fold leaves has the width that libc's wcwidth() and libunistring
 * agree on: these two stand for all the terminals and libraries.
 */
START_TEST(what_is_shown_has_a_width_that_all_agree_on)
{
	ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8"));
	for (uint32_t c = 0x20; c <= LAST; c++) {
		struct buf text = { 0 }, folded = { 0 };

		if (!scalar(c) || c == 0xAD)
			continue;
		chars_add(&text, c);
		chars_fold(&folded, buf_str(&text), &unicode);
		if (str_equal(buf_str(&text), buf_str(&folded))) {
			int cols = (int)chars_cols(buf_str(&text));

			must(wcwidth((wchar_t)c) == cols, c);
			must(uc_width(c, "UTF-8") == cols, c);
		}
		buf_free(&text);
		buf_free(&folded);
	}
}
END_TEST

START_TEST(a_cluster_is_what_a_reader_takes_for_one_character)
{
	ck_assert_uint_eq(chars_cluster(STR("a")), 1);
	ck_assert_uint_eq(chars_cluster(STR("ab")), 1);
	ck_assert_uint_eq(chars_cluster(STR("åb")), 2);
	ck_assert_uint_eq(chars_cluster(STR("åä")), 2);
	ck_assert_uint_eq(chars_cluster(STR("e\u0301x")), 3);
	ck_assert_uint_eq(chars_cluster(STR("é\u0323x")), 4);
	ck_assert_uint_eq(chars_cluster(STR("a\u00ADb")), 1);
	ck_assert_uint_eq(chars_cluster(STR("\u00ADb")), 2);
	ck_assert_uint_eq(chars_cluster(STR("\r\n")), 2);
	ck_assert_uint_eq(chars_cluster(STR("– b")), 3);
}
END_TEST

START_TEST(normal_text_is_composed_and_has_no_soft_hyphens)
{
	static const char *const texts[][2] = {
		{ "", "" },
		{ "Öppettider", "Öppettider" },
		{ "O\u0308ppettider", "Öppettider" },
		{ "kom\u00ADmun", "kommun" },
		{ "a\u00AD\u030Ar", "år" },
		{ "A\u0323\u030A", "\u1EA0\u030A" },
		{ "\u212B", "Å" },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct buf normal = { 0 };

		chars_normalise(&normal, str_of(texts[i][0]));
		assert_is(&normal, texts[i][1]);
	}
}
END_TEST

START_TEST(lower_case_is_composed_too)
{
	struct buf low = { 0 };

	chars_lower(&low, STR("ÅÄÖ ÉÜ Ð Ł × ẞ 08-17 –"));
	assert_is(&low, "åäö éü ð ł × ß 08-17 –");
	chars_lower(&low, STR("H\u0331\u0419"));
	assert_is(&low, "\u1E96\u0439");
}
END_TEST

START_TEST(a_terminal_shows_what_it_has)
{
	static const char text[] = "Öppet 8–17: ”Välkommen!” • § 5 … é € ₂";

	assert_folds(text, &unicode, text);
	assert_folds("日本 Київ", &unicode, "日本 Київ");
}
END_TEST

START_TEST(what_a_terminal_lacks_is_replaced)
{
	assert_shows("Öppet 8–17: ”Välkommen!” • § 5 … é €", &ascii,
		     "Oppet 8-17: \"Valkommen!\" - par. 5 ... e EUR");
	assert_shows("ÅÄÖåäö Łódź Ærø ßø", &ascii, "AAOaao Lodz AEro sso");
	assert_shows("m² ½ ⅓ ﬁn № ± ≤", &ascii, "m2 1/2 1/3 fin No +/- <=");
	assert_shows("日本 Київ", &ascii, "?? ????");
	assert_shows("e\u0301 o\u0308", &ascii, "e o");
}
END_TEST

START_TEST(the_console_gets_its_own_glyphs)
{
	make_console_list();
	assert_shows("Ö • → – ” ● ł ≤", &console, "Ö • → - \" • l <=");
	console_list[0x2022 >> 3] &= (uint8_t) ~(1 << (0x2022 & 7));
	assert_shows("● •", &console, "- -");
	list(0x2022);
	assert_shows("e\u0301", &console, "e");
}
END_TEST

START_TEST(reader_style_has_only_cells_of_its_own)
{
	assert_shows("• A–Ö: ”ja” … ’90 → € ł ô", &reader,
		     "- A-Ö: \"ja\" ... '90 -> EUR l ô");
	assert_shows("Ö § é", &ascii_reader, "O par. e");
}
END_TEST

/* Falsehoods: a sign without its stroke, a fraction without its half. */
START_TEST(nothing_is_replaced_by_its_contrary)
{
	assert_folds("≠ ∉ ¾", &ascii, "!= ? 3/4");
}
END_TEST

START_TEST(tricks_are_dropped)
{
	assert_folds("a\x1B[2Jb\xC2\x9B"
		     "31mc\u202Ed\u2066\u200Be\uFE0Ff",
		     &unicode, "a[2Jb31mcdef");
	assert_folds("a\tb\rc\x7F", &unicode, "a bc");
	assert_folds("e\u0301\u0302\u0303\u0304\u0305\u0306", &unicode,
		     "e\u0301\u0302\u0303\u0304");
	/* Dropped characters between do not make room for more. */
	assert_folds("e\u0301\u0302\u0303\u0304\u200D\u0305", &unicode,
		     "e\u0301\u0302\u0303\u0304");
	assert_folds("\U0001F600\U0001D400\u0600", &unicode, "?A?");
}
END_TEST

START_TEST(what_says_where_a_line_may_end_stays_until_the_row)
{
	static const char text[] = "kl.\u00A08 kom\u00ADmun\ne\u2011post";
	struct buf row = { 0 };

	make_console_list();
	for (size_t i = 0; i < sizeof all_glyphs / sizeof *all_glyphs; i++)
		assert_folds(text, all_glyphs[i], text);
	assert_folds("a\u2007b\u202Fc\u2009d\u2010e\u2012f", &unicode,
		     "a\u00A0b\u00A0c d-e–f");
	chars_row(&row, str_of(text));
	assert_is(&row, "kl. 8 kommune-post");
	chars_row(&row, STR("Åäö – \u0101•"));
	assert_is(&row, "Åäö – \u0101•");
	chars_show(&row, str_of(text), &ascii);
	assert_is(&row, "kl. 8 kommune-post");
}
END_TEST

START_TEST(every_character_folds_once_and_is_shown)
{
	make_console_list();
	for (uint32_t c = 0; c <= LAST; c++) {
		struct buf text = { 0 };

		if (!scalar(c))
			continue;
		chars_add(&text, c);
		for (size_t i = 0; i < sizeof all_glyphs / sizeof *all_glyphs;
		     i++)
			assert_folds_once(buf_str(&text), all_glyphs[i]);
		buf_free(&text);
	}
}
END_TEST

/* Characters from where trouble comes: marks, spaces, hyphens, controls. */
static uint32_t any_character(void)
{
	static const struct {
		uint32_t from, count;
	} blocks[] = { { 0x00, 0x100 },	  { 0x20, 0x60 },   { 0x100, 0x200 },
		       { 0x300, 0x70 },	  { 0x2000, 0x70 }, { 0x2190, 0x80 },
		       { 0x2500, 0x100 }, { 0xFB00, 0x10 }, { 0xFE00, 0x20 },
		       { 0x1D400, 0x80 }, { 0x0, LAST } };
	size_t block = (size_t)rand() % (sizeof blocks / sizeof *blocks);
	uint32_t c =
		blocks[block].from + (uint32_t)rand() % blocks[block].count;

	return scalar(c) ? c : '-';
}

START_TEST(any_text_folds_once_and_is_shown)
{
	make_console_list();
	srand(1);
	for (int n = 0; n < 20000; n++) {
		struct buf text = { 0 };

		for (int i = rand() % 24; i > 0; i--)
			chars_add(&text, any_character());
		for (size_t i = 0; i < sizeof all_glyphs / sizeof *all_glyphs;
		     i++)
			assert_folds_once(buf_str(&text), all_glyphs[i]);
		buf_free(&text);
	}
}
END_TEST

START_TEST(braille_has_a_cell_for_latin_1)
{
	unsigned cells = 0;

	for (uint32_t c = 0; c <= LAST; c++)
		cells += chars_braille(c);
	/* sv-1996.ttb: U+0020 to U+00FF without controls, A0 and AD. */
	ck_assert_uint_eq(cells, 95 + 94);
	ck_assert(chars_braille(0xE5));
	ck_assert(!chars_braille(0x2022));
	ck_assert(!chars_braille(0xAD));
}
END_TEST

SUITE("text/chars", valid_text_is_well_formed_utf_8,
      every_character_is_read_as_it_was_written,
      bytes_that_are_no_text_are_read_one_by_one,
      controls_and_tricks_are_forbidden,
      clean_text_is_valid_and_holds_nothing_forbidden,
      usual_text_holds_nothing_forbidden_and_is_normal, letters_are_letters,
      columns_are_those_of_a_western_terminal,
      what_is_shown_has_a_width_that_all_agree_on,
      a_cluster_is_what_a_reader_takes_for_one_character,
      normal_text_is_composed_and_has_no_soft_hyphens,
      lower_case_is_composed_too, a_terminal_shows_what_it_has,
      what_a_terminal_lacks_is_replaced, the_console_gets_its_own_glyphs,
      reader_style_has_only_cells_of_its_own,
      nothing_is_replaced_by_its_contrary, tricks_are_dropped,
      what_says_where_a_line_may_end_stays_until_the_row,
      every_character_folds_once_and_is_shown, any_text_folds_once_and_is_shown,
      braille_has_a_cell_for_latin_1)
