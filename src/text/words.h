/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every string the visitor's program can say, once. The English stands in
 * words.c and is the msgid; other languages come from a catalogue. Words of
 * the content are not here: they are the book's.
 *
 * A pattern names its arguments by position ("%1$s"), as gettext's c-format
 * does, and is filled by words_fill(), never by printf: a catalogue is
 * somebody's file.
 */
#ifndef TEXTKIOSK_TEXT_WORDS_H
#define TEXTKIOSK_TEXT_WORDS_H

#include "base/str.h"
#include "text/catalog.h"

#include <stddef.h>

/* What can be said. Where arguments are taken, words.c says which. */
enum words {
	/* Screens. */
	WORDS_IN_THIS_LANGUAGE,
	WORDS_CHOOSE_LANGUAGE,
	WORDS_PROMPT,
	WORDS_READ_MORE,
	WORDS_READ_MORE_NUMBER,
	WORDS_OUTSIDE,
	WORDS_NOT_TRANSLATED,
	WORDS_SOURCE,
	WORDS_AND_MORE,
	WORDS_NOTICES,
	WORDS_LARGER_WINDOW,

	/* Settings as items. */
	WORDS_READER_TURN_ON,
	WORDS_READER_TURN_OFF,
	WORDS_EASY_TURN_ON,
	WORDS_EASY_TURN_OFF,
	WORDS_EASY_READ,
	WORDS_EASY_LEAVE,
	WORDS_DONE,
	WORDS_QUIT,

	/* Messages in the last row. */
	WORDS_NO_CHOICE,
	WORDS_READER_IS_ON,
	WORDS_READER_IS_OFF,
	WORDS_STILL_THERE,

	/* The footer. */
	WORDS_KEY_NEXT_ROW,
	WORDS_KEY_NEXT_ROW_KEYPAD,
	WORDS_KEY_OPEN,
	WORDS_KEY_MORE,
	WORDS_KEY_START,
	WORDS_KEY_BACK,
	WORDS_KEY_BACK_KEYPAD,
	WORDS_KEY_READER,
	WORDS_KEY_ERASE,

	/* The table of keys on the help screen. */
	WORDS_KEYS_NUMBERS,
	WORDS_KEYS_ROWS,
	WORDS_KEYS_ROWS_KEYPAD,
	WORDS_KEYS_BACK,
	WORDS_KEYS_BACK_KEYPAD,

	/* The look-up. */
	WORDS_LETTER_ROW,
	WORDS_LETTER_EMPTY,
	WORDS_SEE,
	WORDS_HITS,
	WORDS_NO_HITS,
	WORDS_OTHER_LANGUAGE_TERM,
	WORDS_EMERGENCY,

	/* Hours and dates. */
	WORDS_TIME_HOUR,
	WORDS_TIME_MINUTES,
	WORDS_RANGE,
	WORDS_RANGE_SPOKEN,
	WORDS_SEASON_WEEKS,
	WORDS_SEASON_WEEKS_SPOKEN,
	WORDS_DAY_MONTH,
	WORDS_DAY_MONTH_YEAR,
	WORDS_LIST,
	WORDS_AND,
	WORDS_JANUARY,
	WORDS_DECEMBER = WORDS_JANUARY + 11,
	WORDS_MONDAY,
	WORDS_SUNDAY = WORDS_MONDAY + 6,
	/* … as the first word of a line. */
	WORDS_MONDAY_FIRST,
	WORDS_SUNDAY_FIRST = WORDS_MONDAY_FIRST + 6,

	WORDS_COUNT
};

/* The words in the catalogue's language; English where it has none. */
struct str words_say(const struct catalog *catalog, enum words words);

/* The same for words that have a plural, by n. */
struct str words_say_number(const struct catalog *catalog, enum words words,
			    unsigned long n);

/*
 * Appends the pattern with %1$s … %9$s replaced by args[0] … args[8] and %%
 * by %. What names no argument stays as it stands.
 */
void words_fill(struct buf *out, struct str pattern, const struct str *args,
		size_t count);

/* words_fill() of words_say(), with up to three arguments. */
void words_fill_say(struct buf *out, const struct catalog *catalog,
		    enum words words, struct str one, struct str two,
		    struct str three);

#endif
