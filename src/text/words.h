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
	WORDS_NO_NOTICES,
	WORDS_CALM,
	WORDS_CALM_ASK,
	WORDS_LARGER_WINDOW,

	/* The command line. */
	WORDS_USAGE,
	WORDS_NO_OPTION,
	WORDS_WRONG_VALUE,
	WORDS_ONE_BOOK,
	WORDS_NOT_FOR_KIOSK,
	WORDS_TRY_HELP,
	WORDS_NO_TERMINAL,
	WORDS_DUMB_TERMINAL,
	WORDS_NO_CONFINEMENT,
	WORDS_NO_BOOK,
	WORDS_BAD_BOOK,
	WORDS_SYSTEM,
	WORDS_NO_SCREEN,

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
	WORDS_KEYS_WORDS_LINES,
	WORDS_KEYS_BACK,
	WORDS_KEYS_BACK_KEYPAD,
	WORDS_KEYS_BACK_LINES,

	/* The line dialogue. */
	WORDS_CHOICE,
	WORDS_NO_ENTRY,

	/* The look-up. */
	WORDS_LETTER_ROW,
	WORDS_LETTER_EMPTY,
	WORDS_SEE,
	WORDS_HITS,
	WORDS_NO_HITS,
	WORDS_OTHER_LANGUAGE_TERM,
	WORDS_EMERGENCY,

	/* Spoken forms. */
	WORDS_SPOKEN_RANGE,
	WORDS_SPOKEN_AT,
	WORDS_SPOKEN_DOT,

	/* Hours and dates. */
	WORDS_TIME_HOUR,
	WORDS_TIME_MINUTES,
	WORDS_RANGE,
	WORDS_SEASON_WEEKS,
	WORDS_DAY_MONTH,
	WORDS_DAY_MONTH_YEAR,
	WORDS_AND,
	WORDS_JANUARY,
	WORDS_DECEMBER = WORDS_JANUARY + 11,
	WORDS_MONDAY,
	WORDS_SUNDAY = WORDS_MONDAY + 6,
	/* … as the first word of a line. */
	WORDS_MONDAY_FIRST,
	WORDS_SUNDAY_FIRST = WORDS_MONDAY_FIRST + 6,

	/* The opening state (design section 8). */
	WORDS_STATE_UNKNOWN,
	WORDS_STATE_OPEN,
	WORDS_STATE_CLOSES,
	WORDS_STATE_CLOSES_SHORT,
	WORDS_STATE_CLOSES_SOON,
	WORDS_STATE_GAP,
	WORDS_STATE_GAP_SHORT,
	WORDS_STATE_OPEN_DATE,
	WORDS_STATE_OPEN_DATE_REASON,
	WORDS_STATE_CLOSED,
	WORDS_STATE_CLOSED_DATE,
	WORDS_STATE_CLOSED_DATE_REASON,
	WORDS_STATE_OPENS_TODAY,
	WORDS_STATE_OPENS_TOMORROW,
	WORDS_STATE_OPENS_TOMORROW_SHORT,
	WORDS_STATE_OPENS_ON,
	WORDS_STATE_CLOSED_UNTIL,
	WORDS_STATE_NEXT_NEAR,
	WORDS_STATE_NEXT_HOLIDAY,
	WORDS_STATE_AGAIN,
	WORDS_STATE_AGAIN_NEAR,
	WORDS_STATE_NEXT_NEAR_SHORT,
	WORDS_STATE_NEXT_HOLIDAY_SHORT,
	WORDS_STATE_NEAR,
	WORDS_STATE_NEAR_CALL,
	WORDS_STATE_NEAR_SHORT,
	WORDS_STATE_HOLIDAY,
	WORDS_STATE_HOLIDAY_SHORT,

	/* Days as the beginning of a sentence, and at its end. */
	WORDS_DAY_TODAY,
	WORDS_DAY_TOMORROW,
	WORDS_DAY_WEEKDAY,
	WORDS_ON_TODAY,
	WORDS_ON_TOMORROW,
	WORDS_ON_WEEKDAY,
	WORDS_ON_DATE,
	WORDS_WEEKDAY_DATE,

	/* A day in the list of days. */
	WORDS_LINE_TODAY,
	WORDS_LINE_TOMORROW,
	WORDS_LINE_DAY,
	WORDS_LINE_CLOSED,
	WORDS_LINE_CLOSED_NAME,
	WORDS_LINE_OPEN_NAME,
	WORDS_LINE_NEAR,
	WORDS_LINE_HOLIDAY,

	/* How classes of days are treated, and which of them are coming. */
	WORDS_HOLIDAYS,
	WORDS_EVES,
	WORDS_NEAR_DAYS,
	WORDS_EXPECT_CLOSED,
	WORDS_CALL_FIRST,
	WORDS_USUAL_HOURS,
	WORDS_APPLIES_TO,
	WORDS_COMING,
	WORDS_COMING_NONE,

	/* Names of days, in the order of enum calendar_name. */
	WORDS_NEW_YEARS_DAY,
	WORDS_BOXING_DAY = WORDS_NEW_YEARS_DAY + 12,
	WORDS_MIDSUMMER_EVE,
	WORDS_NEW_YEARS_EVE = WORDS_NEW_YEARS_DAY + 15,
	WORDS_MAUNDY_THURSDAY,
	WORDS_WALPURGIS_NIGHT,
	WORDS_TWELFTH_NIGHT,
	/* … and all days of a kind. */
	WORDS_DAYS_BEFORE,
	WORDS_BRIDGE_DAYS,
	WORDS_DAYS_BETWEEN,
	/* … as in "today is …". */
	WORDS_BRIDGE_DAY,
	WORDS_BETWEEN_DAYS,
	/* … alone, in brackets. */
	WORDS_BRIDGE_DAY_ALONE,
	WORDS_BETWEEN_DAYS_ALONE,
	/* The day before each of the first sixteen. */
	WORDS_BEFORE_NEW_YEARS_DAY,
	WORDS_BEFORE_NEW_YEARS_EVE = WORDS_BEFORE_NEW_YEARS_DAY + 15,

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
