/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/words.h"

#include "suite.h"
#include "text/chars.h"

#include <stdio.h>
#include <string.h>

static struct catalog swedish(void)
{
	static char bytes[1 << 20];
	static size_t count;
	struct catalog catalog;
	FILE *file = fopen("catalogs/sv.mo", "rb");

	ck_assert_ptr_nonnull(file);
	count = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	ck_assert(catalog_open(&catalog, bytes, count));
	return catalog;
}

START_TEST(patterns_are_filled_by_position)
{
	const struct str args[] = { STR("a"), STR("%2$s"), STR("") };
	struct buf out = { 0 };

	words_fill(&out, STR("%2$s-%1$s-%1$s %% 100% %s %n %9$s %3$s|"), args,
		   3);
	ck_str(buf_str(&out), "%2$s-a-a % 100% %s %n %9$s |");
	buf_free(&out);
}
END_TEST

/* The same places are filled in every language, or somebody is not told. */
START_TEST(every_string_is_translated_with_its_arguments)
{
	struct catalog catalog = swedish();
	struct catalog none = { 0 };

	for (unsigned i = 0; i < WORDS_COUNT; i++) {
		bool plural = i == WORDS_AND_MORE || i == WORDS_LETTER_ROW ||
			      i == WORDS_HITS;
		struct str en = plural ? words_say_number(&none, i, 2)
				       : words_say(&none, i);
		struct str sv = plural ? words_say_number(&catalog, i, 2)
				       : words_say(&catalog, i);

		ck_assert_msg(sv.bytes && chars_valid(sv), "string %u", i);
		ck_assert_msg(sv.at != en.at, "\"%.*s\" is not translated",
			      (int)en.bytes, en.at);
		for (char n = '1'; n <= '3'; n++) {
			char place[] = { '%', n, '$', 's', 0 };

			ck_assert_msg(
				!memmem(en.at, en.bytes, place, 4) ==
					!memmem(sv.at, sv.bytes, place, 4),
				"\"%.*s\" and %s", (int)sv.bytes, sv.at, place);
		}
	}
}
END_TEST

START_TEST(plurals_are_those_of_the_language)
{
	struct catalog catalog = swedish();
	struct catalog none = { 0 };

	ck_str(words_say_number(&none, WORDS_HITS, 1), "%1$s, %2$s hit");
	ck_str(words_say_number(&none, WORDS_HITS, 0), "%1$s, %2$s hits");
	ck_str(words_say_number(&catalog, WORDS_HITS, 1), "%1$s, %2$s träff");
	ck_str(words_say_number(&catalog, WORDS_HITS, 5), "%1$s, %2$s träffar");
}
END_TEST

/* Rows that must fit a braille display, with what stands in them. */
START_TEST(short_rows_are_short)
{
	static const enum words rows[] = {
		WORDS_KEYS_NUMBERS,	WORDS_KEYS_ROWS,
		WORDS_KEYS_ROWS_KEYPAD, WORDS_KEYS_BACK,
		WORDS_KEYS_BACK_KEYPAD, WORDS_NO_CHOICE,
		WORDS_READER_IS_ON,	WORDS_READER_IS_OFF,
		WORDS_STILL_THERE,
	};
	struct catalog languages[] = { { 0 }, swedish() };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t j = 0; j < 2; j++) {
			struct buf out = { 0 };

			words_fill_say(&out, &languages[j], rows[i], STR("8"),
				       STR(""), STR(""));
			ck_assert_msg(chars_cols(buf_str(&out)) <= 38, "%.*s",
				      (int)out.bytes, out.at);
			buf_free(&out);
		}
	for (size_t j = 0; j < 2; j++)
		ck_assert_uint_le(chars_cols(words_say(&languages[j],
						       WORDS_LARGER_WINDOW)),
				  18);
}
END_TEST

/* --help: at most 24 lines of 79 columns. */
START_TEST(help_fits_a_screen)
{
	struct catalog languages[] = { { 0 }, swedish() };

	for (size_t i = 0; i < 2; i++) {
		struct str help = words_say(&languages[i], WORDS_USAGE);
		unsigned lines = 0;

		while (help.bytes) {
			const char *end = memchr(help.at, '\n', help.bytes);
			size_t bytes = (size_t)(end - help.at);

			ck_assert_msg(chars_cols(str_first(help, bytes)) <= 79,
				      "%.*s", (int)bytes, help.at);
			help = str_from(help, bytes + 1);
			lines++;
		}
		ck_assert_uint_le(lines, 24);
	}
}
END_TEST

SUITE("text/words", patterns_are_filled_by_position,
      every_string_is_translated_with_its_arguments,
      plurals_are_those_of_the_language, short_rows_are_short,
      help_fits_a_screen)
