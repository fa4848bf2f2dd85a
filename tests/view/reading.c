/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reader style as it is heard: how many words until what is wanted. */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "suite.h"
#include "visit/step.h"

#include <ctype.h>

/* Most words of the start screen on an ordinary day (design section 7). */
enum { START_WORDS = 45 };

static struct arena *arena;
static struct sheet_window window;
static struct visit visit;
static const struct sheet *sheet;

static void flow(void)
{
	struct sheet_how how = visit_how(real_book(), &visit);

	sheet = flow_sheet(arena, real_book(), &window, &how);
}

static void begin(bool kiosk, uint32_t language)
{
	arena = arena_new();
	window = real_window(40, 12);
	window.kiosk = kiosk;
	visit = visit_new(kiosk, language, SHEET_READER);
	flow();
}

static void press(const char *keys)
{
	for (; *keys; keys++) {
		visit = visit_step(real_book(), sheet, visit,
				   intent_of_character((unsigned char)*keys));
		flow();
	}
}

/* Words of a row, an item's digit not counted; a sign alone is none. */
static unsigned words_of(uint32_t row)
{
	bool item = sheet->rows[row].item != SHEET_NONE;
	struct buf text = { 0 };
	unsigned words = 0;
	bool inside = false;

	sheet_row_text(sheet, row, &text);
	for (size_t i = 0; i < text.bytes; i++) {
		bool word = isalnum((unsigned char)text.at[i]) ||
			    (unsigned char)text.at[i] >= 0x80;

		words += word && !inside;
		inside = text.at[i] != ' ' && (inside || word);
	}
	words -= item && text.bytes && isdigit((unsigned char)text.at[0]);
	buf_free(&text);
	return words;
}

static unsigned words_until(uint32_t row)
{
	unsigned words = 0;

	for (uint32_t i = 0; i <= row; i++)
		words += words_of(i);
	return words;
}

static bool begins(uint32_t row, const char *with)
{
	struct buf text = { 0 };
	bool so;

	sheet_row_text(sheet, row, &text);
	so = str_starts(buf_str(&text), str_of(with));
	buf_free(&text);
	return so;
}

START_TEST(start_is_short)
{
	for (uint32_t i = 0; i < 4; i++) {
		begin(i & 1, i >> 1);
		ck_assert_uint_le(words_until(sheet->row_count - 1),
				  START_WORDS);
		arena_drop(arena);
	}
}
END_TEST

/* The phone is first on its screen: 8 words with the title. */
START_TEST(the_phone_is_said_first)
{
	begin(true, 0);
	press("2");
	ck_assert(begins(1, "Telefon: "));
	ck_assert_uint_le(words_until(1), 8);
	arena_drop(arena);
}
END_TEST

START_TEST(the_state_is_said_before_the_table)
{
	begin(true, 0);
	press("1");
	ck_assert(begins(1, "Öppet nu."));
	ck_assert_uint_le(words_until(1), 10);
	arena_drop(arena);
}
END_TEST

START_TEST(a_value_is_said_at_once)
{
	unsigned words;

	begin(true, 0);
	press("4");
	words = words_of(0);
	press("3");
	ck_assert(begins(1, "I dialog med"));
	ck_assert_uint_le(words + words_until(1), 14);
	arena_drop(arena);
}
END_TEST

/* Every screen opens with its title, and the focus on it. */
START_TEST(the_title_is_first_everywhere)
{
	static const char *const ways[] = {
		"",   "1", "11", "2",  "21", "3",  "4",	 "41", "42",
		"43", "5", "51", "52", "53", "6",  "61", "62", "63",
		"64", "7", "71", "8",  "81", "82", "83", "84", "zzz",
	};

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		begin(true, 0);
		press(ways[i]);
		ck_assert_uint_eq(visit_row(sheet, &visit), 0);
		ck_assert_uint_eq(sheet->rows[0].place.block, SHEET_AT_TITLE);
		ck_assert_int_eq(sheet->rows[0].item, SHEET_NONE);
		arena_drop(arena);
	}
}
END_TEST

SUITE("reading", start_is_short, the_phone_is_said_first,
      the_state_is_said_before_the_table, a_value_is_said_at_once,
      the_title_is_first_everywhere)
