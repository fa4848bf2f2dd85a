/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/line.h"

#include "real.h"
#include "suite.h"
#include "text/chars.h"

#include <stdio.h>
#include <string.h>

static struct line line;
static struct buf said;

static void begin(bool kiosk)
{
	struct sheet_window window = real_window(80, 24);
	struct visit visit = visit_new(kiosk, 0, SHEET_READER);

	window.kiosk = kiosk;
	buf_clear(&said);
	line_begin(&line, real_book(), &window, &visit, &said);
}

static void enter(const char *entry)
{
	buf_clear(&said);
	line_enter(&line, str_of(entry), &said);
}

static void end(void)
{
	line_end(&line);
	buf_free(&said);
}

static bool says(const char *words)
{
	return memmem(said.at, said.bytes, words, strlen(words)) != NULL;
}

/* Valid, nothing below U+0020 but U+000A, and a prompt at the end. */
static void check_said(void)
{
	struct str all = buf_str(&said);

	ck_assert(chars_clean(all));
	ck_assert_uint_gt(all.bytes, 5);
	ck_assert(str_equal(str_from(all, all.bytes - 5), STR("Val: ")) ||
		  str_equal(str_from(all, all.bytes - 8), STR("Choice: ")));
	/* No empty line, nor one wider than a braille display. */
	ck_assert(memmem(all.at, all.bytes, "\n\n", 2) == NULL);
	while (all.bytes) {
		const char *stop = memchr(all.at, '\n', all.bytes);
		size_t bytes = stop ? (size_t)(stop - all.at) : all.bytes;

		if (line.visit.style == SHEET_READER)
			ck_assert_uint_le(chars_cols(str_first(all, bytes)),
					  SHEET_READER_COLS);
		all = str_from(all, bytes + (stop != NULL));
	}
}

/* Every page by its number from wherever the last one was. */
START_TEST(every_page_is_lines)
{
	char entry[16];

	begin(true);
	check_said();
	for (unsigned language = 0; language < 2; language++) {
		for (unsigned number = 0; number < 100; number++) {
			if (number % 10 == 9 || number / 10 == 9)
				continue;
			snprintf(entry, sizeof entry, "0%u", number);
			enter(entry);
			check_said();
		}
		enter("9");
	}
	end();
}
END_TEST

/* What people come for takes two entries at most, from start. */
START_TEST(tasks_take_two_entries_at_most)
{
	static const struct {
		const char *first, *second; /* NULL: one is enough */
		const char *answer;
	} tasks[] = {
		{ "2", NULL, "Telefon: 0582 68 50 00\n" },
		{ "1", NULL, "Öppet nu. Stänger kl. 17.\n" },
		{ "4", "3", "I dialog med invånare och näringsliv" },
		{ "043", NULL, "I dialog med invånare och näringsliv" },
		{ "öppenhet", NULL, "I dialog med invånare och näringsliv" },
		{ "9", NULL, "Choice: " },
		{ "7", "8", "V W X Y Z Å Ä Ö, " },
		{ "078", NULL, "V W X Y Z Å Ä Ö, " },
		{ "112", NULL, "112 Nödnummer\n" },
	};

	for (size_t i = 0; i < sizeof tasks / sizeof *tasks; i++) {
		begin(true);
		enter(tasks[i].first);
		if (tasks[i].second)
			enter(tasks[i].second);
		ck_assert_msg(says(tasks[i].answer), "%s: %.*s", tasks[i].first,
			      (int)said.bytes, said.at);
		check_said();
		end();
	}
}
END_TEST

static void enter_any(unsigned *random)
{
	static const char *const entries[] = {
		"",    "0",	 "1",	   "2",	 "3",	"7",	    "8",
		"9",   "?",	 "/",	   "*",	 "a",	"Ö",	    "q",
		"tid", "vision", "041",	   "q",	 "zzz", "  2  ",    "112",
		"+",   "-",	 "\033[A", "\t", " ",	"\xFF\xFE", "\x7F",
		"0",   "kommun", "e-post", "(",
	};
	size_t count = sizeof entries / sizeof *entries;

	*random = *random * 1103515245u + 12345u;
	enter(entries[(*random >> 16) % count]);
}

START_TEST(a_long_walk_stays_lines)
{
	unsigned random = 1;

	begin(true);
	for (unsigned i = 0; i < 5000; i++) {
		enter_any(&random);
		check_said();
		ck_assert(!line.visit.over);
	}
	end();
}
END_TEST

/* What a terminal echoes for an arrow key is no entry. */
START_TEST(control_characters_are_no_entry)
{
	begin(false);
	enter("4");
	enter("\033[A");
	ck_str(buf_str(&said), "Skriv en siffra eller ett ord.\n"
			       "Val: ");
	enter("\xC3");
	ck_assert(says("Skriv en siffra"));
	enter("?");
	ck_assert(str_starts(buf_str(&said), STR("Värdeord\n")));
	end();
}
END_TEST

/* A query holds what a visit has room for; the rest is not looked up. */
START_TEST(a_long_entry_is_cut)
{
	char entry[500];

	memset(entry, 'x', sizeof entry);
	entry[sizeof entry - 1] = '\0';
	begin(false);
	enter(entry);
	check_said();
	ck_assert(says("träffar\n"));
	enter("");
	ck_assert(says("Hallsbergs kommun"));
	end();
}
END_TEST

START_TEST(idle_asks_and_begins_anew)
{
	begin(true);
	enter("4");
	buf_clear(&said);
	line_idle(&line, 60, &said);
	ck_assert_uint_eq(said.bytes, 0);
	line_idle(&line, 3600, &said);
	ck_assert(str_starts(buf_str(&said), STR("\nHallsbergs kommun\n")));
	ck_assert_uint_eq(line.visit.trail_count, 0);
	end();
}
END_TEST

START_TEST(any_line_answers_and_does_no_more)
{
	begin(false);
	line.visit.idle_seconds = 60;
	enter("4");
	buf_clear(&said);
	line_idle(&line, 45, &said);
	ck_str(buf_str(&said), "\nÄr du kvar? Tryck på en tangent.\nVal: ");
	enter("041");
	ck_assert(str_starts(buf_str(&said), STR("Värdeord\n")));
	line_idle(&line, 60, &said);
	ck_assert(line.visit.over);
	end();
}
END_TEST

/* A page is of the width at which it is asked for. */
START_TEST(a_narrow_terminal_has_narrow_lines)
{
	struct sheet_window window = real_window(24, 24);

	begin(false);
	line_look(&line, real_book(), &window);
	enter("3");
	for (size_t i = 0, from = 0; i < said.bytes; i++)
		if (said.at[i] == '\n') {
			ck_assert_uint_le(chars_cols((struct str){
						  said.at + from, i - from }),
					  24);
			from = i + 1;
		}
	end();
}
END_TEST

SUITE("view/line", every_page_is_lines, tasks_take_two_entries_at_most,
      a_long_walk_stays_lines, control_characters_are_no_entry,
      a_long_entry_is_cut, idle_asks_and_begins_anew,
      any_line_answers_and_does_no_more, a_narrow_terminal_has_narrow_lines)
