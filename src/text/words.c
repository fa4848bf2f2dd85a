/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/words.h"

/* For xgettext; po/Makevars names them as keywords. */
#define N_(words)                                                              \
	{                                                                      \
		NULL, words, NULL                                              \
	}
#define NC_(context, words)                                                    \
	{                                                                      \
		context, words, NULL                                           \
	}
#define NP_(one, many)                                                         \
	{                                                                      \
		NULL, one, many                                                \
	}

static const struct {
	const char *context;
	const char *words; /* the msgid; of a plural the form for one */
	const char *many;  /* NULL: no plural */
} said[WORDS_COUNT] = {
	/* TRANSLATORS: the name of this very language, as a choice. */
	[WORDS_IN_THIS_LANGUAGE] = N_("In English"),
	[WORDS_CHOOSE_LANGUAGE] = N_("Language"),
	[WORDS_PROMPT] = N_("Press a number:"),
	/* TRANSLATORS: an item. %1$s is the title of another screen. */
	[WORDS_READ_MORE] = N_("Read more: %1$s"),
	/* TRANSLATORS: … and %2$s the number to type to get there, "041". */
	[WORDS_READ_MORE_NUMBER] = N_("Read more: %1$s, %2$s"),
	/* TRANSLATORS: %1$s is a web address; the kiosk cannot open it. */
	[WORDS_OUTSIDE] = N_("On the web: %1$s - or ask at reception."),
	/* TRANSLATORS: behind a text that has no translation yet. */
	[WORDS_NOT_TRANSLATED] = N_("[in Swedish]"),
	/* TRANSLATORS: the age of a text. %1$s a web site, %2$s a month,
	   %3$s a year. */
	[WORDS_SOURCE] = N_("Text from %1$s, %2$s %3$s."),
	[WORDS_AND_MORE] = NP_("and %1$s more", "and %1$s more"),
	[WORDS_NOTICES] = N_("Notices"),
	[WORDS_NO_NOTICES] = N_("There are no notices now."),
	/* TRANSLATORS: the whole screen while the content is missing. */
	[WORDS_CALM] = N_("The kiosk has nothing to show now."),
	[WORDS_CALM_ASK] = N_("It is not your fault. Please ask at reception."),
	/* TRANSLATORS: at most 18 columns. */
	[WORDS_LARGER_WINDOW] = N_("Enlarge window."),

	/* TRANSLATORS: at most 24 lines of at most 79 columns. */
	[WORDS_USAGE] = N_(
		"Usage: textkiosk [OPTION]... [BOOK|FOLDER]\n"
		"Show a municipality's page in a terminal, one short screen at "
		"a "
		"time.\n"
		"BOOK is made by textkiosk-compile; a FOLDER of content is "
		"compiled first.\n"
		"\n"
		"  --kiosk            public profile: no way to quit, begins "
		"anew when idle\n"
		"  --reader           for screen readers and braille\n"
		"  --line             line by line, for speech and simple "
		"terminals\n"
		"  --lang=sv|en       language to begin with\n"
		"  --charset=NAME     utf-8 or ascii\n"
		"  --keypad           name the keys of a keypad\n"
		"  --debounce=MS      ignore the same key again within MS "
		"milliseconds\n"
		"  --idle=SECONDS     begin anew (kiosk) or end after SECONDS "
		"without a key\n"
		"  --now=TIME         as if it were TIME: 2026-12-21T10:00\n"
		"  --dump[=NUMBER]    print all screens, or one by number or "
		"id, "
		"as text\n"
		"  --width=COLUMNS    of --dump\n"
		"  --hours            print the state of each table of hours, "
		"tab-separated\n"
		"  --find=WORDS       print what the look-up finds: number, "
		"tab, text\n"
		"  --help, --version\n"
		"\n"
		"In the kiosk: a number opens a choice, 0 is the start, 9 the "
		"other language,\n"
		"? help. In a session q quits.\n"),
	[WORDS_NO_OPTION] =
		N_("textkiosk has no option %1$s, or its value is missing.\n"),
	[WORDS_WRONG_VALUE] = N_("The value does not fit here: %1$s.\n"),
	[WORDS_ONE_BOOK] =
		N_("One book or one folder can be shown, not %1$s too.\n"),
	[WORDS_NOT_FOR_KIOSK] =
		N_("--now and --unconfined do not go with --kiosk.\n"),
	[WORDS_TRY_HELP] = N_("Try textkiosk --help.\n"),
	[WORDS_NO_TERMINAL] = N_("textkiosk needs a terminal; without one use "
				 "--dump.\n"),
	/* TRANSLATORS: %1$s is the name of the terminal (TERM). */
	[WORDS_DUMB_TERMINAL] =
		N_("The terminal \"%1$s\" cannot show a screen, so it goes "
		   "line by line.\n"),
	[WORDS_NO_CONFINEMENT] =
		N_("This kernel cannot confine the program (seccomp is "
		   "missing); --kiosk does not start without.\n"),
	[WORDS_NO_BOOK] = N_("There is no book: %1$s.\n"),
	[WORDS_BAD_BOOK] = N_("This is no book that can be shown: %1$s.\n"),
	[WORDS_SYSTEM] = N_("%1$s cannot be opened: %2$s.\n"),
	[WORDS_NO_SCREEN] = N_("There is no screen %1$s.\n"),

	[WORDS_READER_TURN_ON] = N_("Turn on reader style"),
	[WORDS_READER_TURN_OFF] = N_("Ordinary screen"),
	[WORDS_EASY_TURN_ON] = N_("Turn on easy to read"),
	[WORDS_EASY_TURN_OFF] = N_("Turn off easy to read"),
	[WORDS_EASY_READ] = N_("Easy to read"),
	[WORDS_EASY_LEAVE] = N_("The whole text"),
	[WORDS_DONE] = N_("Done: start again"),
	[WORDS_QUIT] = N_("Quit"),

	/* TRANSLATORS: at most 38 columns with one digit. */
	[WORDS_NO_CHOICE] = N_("There is no choice %1$s here."),
	[WORDS_READER_IS_ON] = N_("Reader style is on."),
	[WORDS_READER_IS_OFF] = N_("Reader style is off."),
	[WORDS_STILL_THERE] = N_("Are you still there? Press any key."),

	/* TRANSLATORS: the footer: a key's name, then what it does. */
	[WORDS_KEY_NEXT_ROW] = N_("Down Next row"),
	[WORDS_KEY_NEXT_ROW_KEYPAD] = N_("+ Next row"),
	[WORDS_KEY_OPEN] = N_("Enter Open"),
	/* TRANSLATORS: %1$s of %2$s screenfuls. */
	[WORDS_KEY_MORE] = N_("Enter More, %1$s of %2$s"),
	[WORDS_KEY_START] = N_("0 Home"),
	[WORDS_KEY_BACK] = N_("Backspace Back"),
	[WORDS_KEY_BACK_KEYPAD] = N_("Comma Back"),
	[WORDS_KEY_READER] = N_("* Reader style"),
	[WORDS_KEY_ERASE] = N_("Backspace Erase"),

	/* TRANSLATORS: three rows of help, each at most 38 columns. */
	[WORDS_KEYS_NUMBERS] = N_("Number: opens. 0: start. *: reader."),
	[WORDS_KEYS_ROWS] = N_("Down, Up: row. Enter: opens. ?: help."),
	[WORDS_KEYS_ROWS_KEYPAD] = N_("+, -: row. Enter: opens. 9: language."),
	/* TRANSLATORS: the same in the line dialogue, by lines typed. */
	[WORDS_KEYS_WORDS_LINES] = N_("Word: search. 9: language. ?: again."),
	[WORDS_KEYS_BACK] = N_("Backspace: back. Letters: search."),
	[WORDS_KEYS_BACK_KEYPAD] = N_("Comma: back. 07: search."),
	[WORDS_KEYS_BACK_LINES] = N_("Enter alone: back."),

	/* TRANSLATORS: the prompt of the line dialogue. */
	[WORDS_CHOICE] = N_("Choice: "),
	[WORDS_NO_ENTRY] = N_("Type a number or a word."),

	/* TRANSLATORS: %1$s are letters, "A B C"; %2$s a number. */
	[WORDS_LETTER_ROW] = NP_("%1$s, %2$s word", "%1$s, %2$s words"),
	[WORDS_LETTER_EMPTY] = N_("%1$s: no words"),
	[WORDS_SEE] = N_("%1$s, see %2$s"),
	/* TRANSLATORS: %1$s is what was typed; %2$s a number. */
	[WORDS_HITS] = NP_("%1$s, %2$s hit", "%1$s, %2$s hits"),
	[WORDS_NO_HITS] = N_("%1$s, no hits"),
	/* TRANSLATORS: a word of A-Z in another language: %2$s its name. */
	[WORDS_OTHER_LANGUAGE_TERM] = N_("%1$s (%2$s)"),
	[WORDS_EMERGENCY] = N_("In an emergency call 112."),

	/* TRANSLATORS: as a screen reader is to say "8-17": "8 to 17". */
	[WORDS_SPOKEN_RANGE] = NC_("range", "to"),
	/* TRANSLATORS: as the signs of an e-mail address are said. */
	[WORDS_SPOKEN_AT] = NC_("e-mail address", "at"),
	[WORDS_SPOKEN_DOT] = NC_("e-mail address", "dot"),

	/* TRANSLATORS: a time on the hour: 8:00. Swedish writes 8. */
	[WORDS_TIME_HOUR] = N_("%1$s:00"),
	/* TRANSLATORS: other times: 8:30. Swedish writes 8.30. */
	[WORDS_TIME_MINUTES] = N_("%1$s:%2$s"),
	[WORDS_RANGE] = N_("%1$s–%2$s"),
	/* TRANSLATORS: "Summer opening hours, weeks 25-32". */
	[WORDS_SEASON_WEEKS] = N_("%1$s, weeks %2$s–%3$s"),
	/* TRANSLATORS: "15 June". */
	[WORDS_DAY_MONTH] = N_("%1$s %2$s"),
	/* TRANSLATORS: "15 June 2026". */
	[WORDS_DAY_MONTH_YEAR] = N_("%1$s %2$s %3$s"),
	[WORDS_AND] = N_("%1$s and %2$s"),

	[WORDS_JANUARY] = N_("January"),
	[WORDS_JANUARY + 1] = N_("February"),
	[WORDS_JANUARY + 2] = N_("March"),
	[WORDS_JANUARY + 3] = N_("April"),
	[WORDS_JANUARY + 4] = N_("May"),
	[WORDS_JANUARY + 5] = N_("June"),
	[WORDS_JANUARY + 6] = N_("July"),
	[WORDS_JANUARY + 7] = N_("August"),
	[WORDS_JANUARY + 8] = N_("September"),
	[WORDS_JANUARY + 9] = N_("October"),
	[WORDS_JANUARY + 10] = N_("November"),
	[WORDS_DECEMBER] = N_("December"),

	[WORDS_MONDAY] = N_("Monday"),
	[WORDS_MONDAY + 1] = N_("Tuesday"),
	[WORDS_MONDAY + 2] = N_("Wednesday"),
	[WORDS_MONDAY + 3] = N_("Thursday"),
	[WORDS_MONDAY + 4] = N_("Friday"),
	[WORDS_MONDAY + 5] = N_("Saturday"),
	[WORDS_SUNDAY] = N_("Sunday"),

	[WORDS_MONDAY_FIRST] = NC_("first word", "Monday"),
	[WORDS_MONDAY_FIRST + 1] = NC_("first word", "Tuesday"),
	[WORDS_MONDAY_FIRST + 2] = NC_("first word", "Wednesday"),
	[WORDS_MONDAY_FIRST + 3] = NC_("first word", "Thursday"),
	[WORDS_MONDAY_FIRST + 4] = NC_("first word", "Friday"),
	[WORDS_MONDAY_FIRST + 5] = NC_("first word", "Saturday"),
	[WORDS_SUNDAY_FIRST] = NC_("first word", "Sunday"),

	[WORDS_STATE_UNKNOWN] = N_("The kiosk does not know the time."),
	[WORDS_STATE_OPEN] = N_("Open now."),
	[WORDS_STATE_CLOSES] = N_("Open now. Closes today at %1$s."),
	/* TRANSLATORS: this and other short forms: at most 38 columns. */
	[WORDS_STATE_CLOSES_SHORT] = N_("Open now. Closes at %1$s."),
	[WORDS_STATE_CLOSES_SOON] = N_("Open now. Closes soon, at %1$s."),
	[WORDS_STATE_GAP] =
		N_("Open now. Closes at %1$s, opens again at %2$s."),
	[WORDS_STATE_GAP_SHORT] = N_("Open until %1$s, again from %2$s."),
	[WORDS_STATE_OPEN_DATE] = N_("Open now. Today %1$s."),
	[WORDS_STATE_OPEN_DATE_REASON] = N_("Open now. Today %1$s (%2$s)."),
	[WORDS_STATE_CLOSED] = N_("Closed now."),
	[WORDS_STATE_CLOSED_DATE] = N_("Closed today."),
	[WORDS_STATE_CLOSED_DATE_REASON] = N_("Closed today (%1$s)."),
	[WORDS_STATE_OPENS_TODAY] = N_("Opens today at %1$s."),
	[WORDS_STATE_OPENS_TOMORROW] = N_("Opens tomorrow, %1$s, at %2$s."),
	[WORDS_STATE_OPENS_TOMORROW_SHORT] = N_("Opens tomorrow at %1$s."),
	/* TRANSLATORS: %1$s is a weekday, or weekday and date. */
	[WORDS_STATE_OPENS_ON] = N_("Opens on %1$s at %2$s."),
	/* TRANSLATORS: %1$s is a weekday, or a date. */
	[WORDS_STATE_CLOSED_UNTIL] = N_("Closed until %1$s at %2$s."),
	/* TRANSLATORS: %1$s is a day ("Tomorrow, Friday,"), %2$s what it is ("a
	   bridge day"). */
	[WORDS_STATE_NEXT_NEAR] =
		N_("%1$s is %2$s: normally open from %3$s, but call first."),
	[WORDS_STATE_NEXT_HOLIDAY] =
		N_("%1$s is %2$s: expect it to be closed."),
	[WORDS_STATE_AGAIN] = N_("Normally open again on %1$s at %2$s."),
	[WORDS_STATE_AGAIN_NEAR] =
		N_("Normally open again on %1$s at %2$s, but call first."),
	/* TRANSLATORS: %1$s: "tomorrow", "on Monday". */
	[WORDS_STATE_NEXT_NEAR_SHORT] = N_("Closed. Call first %1$s."),
	[WORDS_STATE_NEXT_HOLIDAY_SHORT] = N_("Closed. Expect closed %1$s."),
	[WORDS_STATE_NEAR] = N_("Normally open until %1$s, but today is %2$s "
				"and the hours may be limited."),
	/* TRANSLATORS: %1$s is a telephone number. */
	[WORDS_STATE_NEAR_CALL] = N_("Call %1$s."),
	[WORDS_STATE_NEAR_SHORT] = N_("Hours are uncertain today. Call first."),
	[WORDS_STATE_HOLIDAY] = N_("Today is %1$s. Expect it to be closed."),
	[WORDS_STATE_HOLIDAY_SHORT] = N_("Expect it to be closed today."),

	[WORDS_DAY_TODAY] = NC_("first word", "Today"),
	/* TRANSLATORS: %1$s is a weekday. */
	[WORDS_DAY_TOMORROW] = NC_("first word", "Tomorrow, %1$s,"),
	/* TRANSLATORS: a weekday that begins a sentence: "Monday is …". */
	[WORDS_DAY_WEEKDAY] = NC_("first word", "%1$s"),
	[WORDS_ON_TODAY] = N_("today"),
	[WORDS_ON_TOMORROW] = N_("tomorrow"),
	/* TRANSLATORS: %1$s is a weekday. */
	[WORDS_ON_WEEKDAY] = NC_("weekday", "on %1$s"),
	/* TRANSLATORS: %1$s is a date. */
	[WORDS_ON_DATE] = NC_("date", "on %1$s"),
	/* TRANSLATORS: "Monday 4 January". */
	[WORDS_WEEKDAY_DATE] = NC_("weekday and date", "%1$s %2$s"),

	/* TRANSLATORS: %1$s is weekday and date, %2$s what is known of it. */
	[WORDS_LINE_TODAY] = N_("Today, %1$s: %2$s"),
	[WORDS_LINE_TOMORROW] = N_("Tomorrow, %1$s: %2$s"),
	[WORDS_LINE_DAY] = N_("%1$s: %2$s"),
	[WORDS_LINE_CLOSED] = N_("closed"),
	[WORDS_LINE_CLOSED_NAME] = N_("closed (%1$s)"),
	/* TRANSLATORS: hours and why they are others. */
	[WORDS_LINE_OPEN_NAME] = NC_("hours", "%1$s (%2$s)"),
	[WORDS_LINE_NEAR] = N_("%1$s, uncertain (%2$s)"),
	[WORDS_LINE_HOLIDAY] = N_("expect closed (%1$s)"),

	/* TRANSLATORS: three classes of days; behind each, after a colon, is
	   said what to expect of them. */
	[WORDS_HOLIDAYS] = N_("Public holidays"),
	[WORDS_EVES] = N_("Eves"),
	[WORDS_NEAR_DAYS] = N_("Days near a holiday"),
	[WORDS_EXPECT_CLOSED] = N_("expect closed"),
	[WORDS_CALL_FIRST] = N_("hours uncertain, call first"),
	[WORDS_USUAL_HOURS] = N_("usual hours"),
	/* TRANSLATORS: %1$s is a list of names of days. */
	[WORDS_APPLIES_TO] = N_("This applies to %1$s."),
	/* TRANSLATORS: a heading over a list of days; %1$s is a number. */
	[WORDS_COMING] = N_("In the next %1$s days"),
	[WORDS_COMING_NONE] = N_("No such day."),

	[WORDS_NEW_YEARS_DAY + 0] = N_("New Year's Day"),
	[WORDS_NEW_YEARS_DAY + 1] = N_("Epiphany"),
	[WORDS_NEW_YEARS_DAY + 2] = N_("Good Friday"),
	[WORDS_NEW_YEARS_DAY + 3] = N_("Easter Sunday"),
	[WORDS_NEW_YEARS_DAY + 4] = N_("Easter Monday"),
	[WORDS_NEW_YEARS_DAY + 5] = N_("May Day"),
	[WORDS_NEW_YEARS_DAY + 6] = N_("Ascension Day"),
	[WORDS_NEW_YEARS_DAY + 7] = N_("the National Day of Sweden"),
	[WORDS_NEW_YEARS_DAY + 8] = N_("Whit Sunday"),
	[WORDS_NEW_YEARS_DAY + 9] = N_("Midsummer Day"),
	[WORDS_NEW_YEARS_DAY + 10] = N_("All Saints' Day"),
	[WORDS_NEW_YEARS_DAY + 11] = N_("Christmas Day"),
	[WORDS_NEW_YEARS_DAY + 12] = N_("Boxing Day"),
	[WORDS_NEW_YEARS_DAY + 13] = N_("Midsummer Eve"),
	[WORDS_NEW_YEARS_DAY + 14] = N_("Christmas Eve"),
	[WORDS_NEW_YEARS_DAY + 15] = N_("New Year's Eve"),
	[WORDS_MAUNDY_THURSDAY] = N_("Maundy Thursday"),
	[WORDS_WALPURGIS_NIGHT] = N_("Walpurgis Night"),
	[WORDS_TWELFTH_NIGHT] = N_("Twelfth Night"),
	[WORDS_DAYS_BEFORE] = N_("the day before a holiday or eve"),
	[WORDS_BRIDGE_DAYS] =
		N_("bridge days (a working day between two days off)"),
	[WORDS_DAYS_BETWEEN] = N_("the days between the holidays (27 to 30 "
				  "December and 2 to 5 January)"),
	/* TRANSLATORS: as in "today is …". */
	[WORDS_BRIDGE_DAY] = N_("a bridge day"),
	[WORDS_BETWEEN_DAYS] = N_("one of the days between the holidays"),
	[WORDS_BRIDGE_DAY_ALONE] = N_("bridge day"),
	[WORDS_BETWEEN_DAYS_ALONE] = N_("between the holidays"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 0] = N_("the day before New Year's Day"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 1] = N_("the day before Epiphany"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 2] = N_("the day before Good Friday"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 3] = N_("the day before Easter Sunday"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 4] = N_("the day before Easter Monday"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 5] = N_("the day before May Day"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 6] = N_("the day before Ascension Day"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 7] =
		N_("the day before the National Day of Sweden"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 8] = N_("the day before Whit Sunday"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 9] = N_("the day before Midsummer Day"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 10] =
		N_("the day before All Saints' Day"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 11] = N_("the day before Christmas Day"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 12] = N_("the day before Boxing Day"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 13] = N_("the day before Midsummer Eve"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 14] = N_("the day before Christmas Eve"),
	[WORDS_BEFORE_NEW_YEARS_DAY + 15] = N_("the day before New Year's Eve"),
};

struct str words_say(const struct catalog *catalog, enum words words)
{
	struct str found =
		catalog_find(catalog, said[words].context, said[words].words);

	return found.at ? found : str_of(said[words].words);
}

struct str words_say_number(const struct catalog *catalog, enum words words,
			    unsigned long n)
{
	struct str found =
		catalog_find_plural(catalog, said[words].context,
				    said[words].words, said[words].many, n);

	if (found.at)
		return found;
	return str_of(n == 1 ? said[words].words : said[words].many);
}

/* The argument that "%N$s" at the head of `text` names, from 0; else -1. */
static int argument_at(struct str text)
{
	if (text.bytes < 4 || text.at[0] != '%' || text.at[2] != '$' ||
	    text.at[3] != 's')
		return -1;
	return text.at[1] >= '1' && text.at[1] <= '9' ? text.at[1] - '1' : -1;
}

void words_fill(struct buf *out, struct str pattern, const struct str *args,
		size_t count)
{
	while (pattern.bytes) {
		int argument = argument_at(pattern);
		size_t taken = 1;

		if (argument >= 0 && (size_t)argument < count) {
			buf_add(out, args[argument]);
			taken = 4;
		} else if (str_starts(pattern, STR("%%"))) {
			buf_byte(out, '%');
			taken = 2;
		} else {
			buf_byte(out, pattern.at[0]);
		}
		pattern = str_from(pattern, taken);
	}
}

void words_fill_say(struct buf *out, const struct catalog *catalog,
		    enum words words, struct str one, struct str two,
		    struct str three)
{
	const struct str args[] = { one, two, three };

	words_fill(out, words_say(catalog, words), args, 3);
}
