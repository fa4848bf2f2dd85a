/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/keys.h"

#include "suite.h"
#include "text/chars.h"

#include <stdio.h>
#include <string.h>

static const int64_t NOW = 1000000;

static struct keys fresh(void)
{
	return (struct keys){ .utf8 = true };
}

/* The intents of some bytes that come at once, as "down digit4 letterx". */
static const char *intents_of(struct keys *keys, struct str bytes)
{
	static char text[512];
	struct intent intent;
	size_t used = 0;

	text[0] = '\0';
	for (size_t i = 0; i < bytes.bytes; i++) {
		struct str name;

		if (!keys_byte(keys, (unsigned char)bytes.at[i], NOW, &intent))
			continue;
		name = intent_name(intent.kind);
		used += (size_t)snprintf(text + used, sizeof text - used,
					 "%s%.*s", used ? " " : "",
					 (int)name.bytes, name.at);
		if (intent.kind == INTENT_DIGIT)
			used += (size_t)snprintf(text + used,
						 sizeof text - used, "%u",
						 intent.number);
	}
	return text;
}

/* Bytes and what they mean, alone and in pieces, then a key that must act. */
static void means(bool utf8, const char *bytes, size_t count,
		  const char *wanted)
{
	struct str all = { bytes, count };
	struct keys keys = { .utf8 = utf8 };
	char both[512];
	const char *is = intents_of(&keys, all);

	ck_assert_msg(strcmp(is, wanted) == 0, "%zu bytes \"%s\": %s, not %s",
		      count, bytes + 1, is, wanted);
	ck_assert_int_eq(keys_wait_ms(&keys, NOW), -1);
	ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	for (size_t cut = 1; cut < count; cut++) {
		keys = (struct keys){ .utf8 = utf8 };
		snprintf(both, sizeof both, "%s",
			 intents_of(&keys, str_first(all, cut)));
		is = intents_of(&keys, str_from(all, cut));
		snprintf(both + strlen(both), sizeof both - strlen(both),
			 "%s%s", both[0] && is[0] ? " " : "", is);
		ck_assert_str_eq(both, wanted);
	}
}

#define MEANS(bytes, wanted) means(true, bytes, sizeof(bytes) - 1, wanted)
#define MEANS_LATIN(bytes, wanted)                                             \
	means(false, bytes, sizeof(bytes) - 1, wanted)

START_TEST(characters_are_what_they_say)
{
	MEANS("0", "start");
	MEANS("18", "digit1 digit8");
	MEANS("9", "language");
	MEANS("+-", "down up");
	MEANS(" ", "screen-down");
	MEANS(".,", "back back");
	MEANS("*", "style");
	MEANS("/", "lookup");
	MEANS("?", "help");
	MEANS("q", "quit");
	MEANS("x\xC3\xB6", "letter letter");
	MEANS("\r\n", "open open");
	MEANS("\b\x7F", "erase erase");
	MEANS("\t", "next-item");
	MEANS("\x03\x04", "end end");
	/* Other controls do nothing, NUL and Ctrl-Z among them. */
	MEANS("\x00\x01\x02\x1A\x1C\x11\x13", "");
}
END_TEST

START_TEST(every_terminals_arrows)
{
	static const char *const downs[] = { "\033[B", "\033OB", "\033[1;5B",
					     "\033[1;2B", "\033O5B" };

	for (size_t i = 0; i < sizeof downs / sizeof *downs; i++)
		means(true, downs[i], strlen(downs[i]), "down");
	MEANS("\033[A", "up");
	MEANS("\033[C\033[D\033OC\033OD", "");
	MEANS("\033[H\033OH\033[1~\033[7~", "first first first first");
	MEANS("\033[F\033OF\033[4~\033[8~", "last last last last");
	MEANS("\033[5~\033[6~", "screen-up screen-down");
	MEANS("\033[3~", "back");
	MEANS("\033[2~\033[E\033[G", "");
	MEANS("\033[Z", "previous-item");
	MEANS("\033OP\033[11~\033[[A", "help help help");
	MEANS("\033OQ\033[12~\033[[B\033[24~", "");
	/* rxvt with shift, with control, with both. */
	MEANS("\033[a\033[b\033Oa\033Ob", "up down up down");
	MEANS("\033[5$\033[6^\033[6@", "screen-up screen-down screen-down");
	MEANS("\033[7$4", "first digit4");
}
END_TEST

START_TEST(a_keypad_in_every_form)
{
	MEANS("\033Op\033Oq\033Ox\033Oy", "start digit1 digit8 language");
	MEANS("\033Ok\033Om\033Oj\033Oo", "down up style lookup");
	MEANS("\033On\033Ol\033OM\033O ", "back back open screen-down");
	MEANS("\033OE\033[E\033OX", "nothing");
	/* kitty: functional codes of the keypad. */
	MEANS("\033[57400u\033[57407u\033[57414u", "digit1 digit8 open");
	MEANS("\033[57413u\033[57412u\033[57420u", "down up down");
	MEANS("\033[57403;129;52u", "digit4"); /* with Num Lock */
	MEANS("\033[57417u\033[57418u\033[57425u\033[57427u", "");
	MEANS("\033[57426u\033[57416u\033[57409u", "back back back");
}
END_TEST

/* What the digits of a keypad mean, from 0 to 9. */
static const char *const digits[] = {
	"start",  "digit1", "digit2", "digit3", "digit4",
	"digit5", "digit6", "digit7", "digit8", "language",
};

/* Every terminal's way to send them: %c, from the form's first letter, or %d,
   from its first number. */
START_TEST(a_keypads_digits_in_every_form)
{
	static const struct {
		const char *form;
		int first;
	} forms[] = {
		{ "%c", '0' },		   /* Num Lock, normal mode: all */
		{ "\033O%c", 'p' },	   /* application mode: VT100, xterm */
		{ "\033O2%c", 'p' },	   /* ... with a modifier */
		{ "\033[%du", '0' },	   /* kitty: as the key is labelled */
		{ "\033[%du", 57399 },	   /* kitty: as the keypad's */
		{ "\033[%d;129u", 57399 }, /* ... with Num Lock */
		{ "\033[%d;193u", 57399 }, /* ... and Caps Lock */
		{ "\033[%d;1:1u", 57399 }, /* ... pressed */
		{ "\033[%d;1:2u", 57399 }, /* ... held */
		{ "\033[27;1;%d~", '0' },  /* modifyOtherKeys */
	};
	char bytes[32];

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		for (int digit = 0; digit < 10; digit++) {
			snprintf(bytes, sizeof bytes, forms[i].form,
				 forms[i].first + digit);
			means(true, bytes, strlen(bytes), digits[digit]);
			means(false, bytes, strlen(bytes), digits[digit]);
		}
}
END_TEST

/* Without Num Lock they move, and 5 and 0 (Insert) do nothing. */
START_TEST(a_keypad_without_num_lock_moves)
{
	/* 7 8 9 1 2 3 and the decimal key, then 4 5 6 0. */
	static const char moves[] =
		"first up screen-up last down screen-down back";

	MEANS("\033[H\033[A\033[5~\033[F\033[B\033[6~\033[3~"
	      "\033[D\033[E\033[C\033[2~",
	      moves); /* xterm, vte, kitty */
	MEANS("\033OH\033OA\033[5~\033OF\033OB\033[6~\033[3~"
	      "\033OD\033OE\033OC\033[2~",
	      moves); /* ... cursor keys in application mode */
	MEANS("\033[1~\033[A\033[5~\033[4~\033[B\033[6~\033[3~"
	      "\033[D\033[G\033[C\033[2~",
	      moves); /* the Linux console, PuTTY */
	MEANS("\033[7~\033[A\033[5~\033[8~\033[B\033[6~\033[3~"
	      "\033[D\033Ou\033[C\033[2~",
	      "first up screen-up last down screen-down back digit5"); /* rxvt
									*/
	MEANS("\033[57423u\033[57419u\033[57421u\033[57424u\033[57420u"
	      "\033[57422u\033[57426u\033[57417u\033[57427u\033[57418u"
	      "\033[57425u",
	      moves); /* kitty: as the keypad's */
	MEANS("\033[1;1H\033[1;1A\033[5;1~\033[1;1F\033[1;1B\033[6;1~"
	      "\033[3;1~\033[1;1D\033[1;1E\033[1;1C\033[2;1~",
	      moves); /* a modifier that is none */
}
END_TEST

START_TEST(keys_by_their_code)
{
	MEANS("\033[27;5;99~", "end"); /* modifyOtherKeys, Ctrl-C */
	MEANS("\033[99;5u", "end");    /* kitty, Ctrl-C */
	MEANS("\033[97;3u", "");       /* Alt-a */
	MEANS("\033[97u", "letter");
	MEANS("\033[97;1:3u", ""); /* its release */
	MEANS("\033[9;2u", "previous-item");
	MEANS("\033[13u\033[127u\033[27u", "open erase back");
	MEANS("\033[52u", "digit4");
	/* The release of a key, in the old forms too. */
	MEANS("\033[1;1:3A\033[3;1:3~\033[1;1:1B\033[1;1:2B", "down down");
	/* Shift and 7 is "/" on a Swedish keyboard. */
	MEANS("\033[55:47;2u\033[55;2;47u\033[55:47:55;2u",
	      "lookup lookup lookup");
	MEANS("\033[55:47u", "digit7");
	MEANS("\033[27;2;63~\033[27;2;13~\033[27;2;9~",
	      "help open previous-item");
	/* Super, hyper, meta and Alt do nothing; the locks change nothing. */
	MEANS("\033[52;9u\033[52;17u\033[52;33u\033[52;3u\033[52;7u", "");
	MEANS("\033[52;65u\033[52;129u", "digit4 digit4");
	MEANS("\033[27;5;113~\033[27;3;52~\033[27;5;122~", "");
	MEANS("\033[0u\033[u\033[1u\033[27~\033[1114112u\033[99999999999u", "");
}
END_TEST

/* Answers and reports, real or forged, with keys hidden inside. */
START_TEST(nothing_inside_a_sequence_acts)
{
	MEANS("\033[?62;1;4c", "");	       /* DA */
	MEANS("\033[12;40R", "");	       /* cursor position */
	MEANS("\033[?1;2$y", "");	       /* DECRPM */
	MEANS("\033P1$r0m\033\\", "");	       /* DECRQSS */
	MEANS("\033P!|00000000q4\033\\", "");  /* tertiary DA */
	MEANS("\033]11;rgb:00/00/00\007", ""); /* OSC, by BEL */
	MEANS("\033]0;q4q\033\\", "");
	MEANS("\033_4q4\033\\\033^4\033\\\033X4\033\\", "");
	MEANS("\033[<0;10;10M\033[<0;10;10m", "");
	MEANS("\033[M 44", "");	       /* X10 mouse: three bytes */
	MEANS("\033[I\033[O", "");     /* focus */
	MEANS("\033[M\033[B", "down"); /* cut off */
	MEANS("\033[[\033[B", "down");
	MEANS("\033[35;10;10M", ""); /* urxvt mouse */
	MEANS("\033[201~", "");	     /* the end of a paste that was none */
	MEANS("\033(B\033#8\033 F\033%G\033$(C", ""); /* ECMA-35 */
	MEANS("\033P1+r544e=787465726d\033\\", "");   /* XTGETTCAP */
	MEANS("\033P>|XTerm(370)\033\\", "");
	MEANS("\033]52;c;cTQ=\033\\\033]0;\033\033\\", "");
	MEANS("\033]0;\033\007\033]0;\0334\007", "");
	MEANS("\033[0n\033[>0;276;0c\033[8;24;80t\033[4;2$y", "");
	MEANS("\033[4\x18\033]4\x1A", ""); /* cancelled */
	MEANS("\033]q\033[Bq\033\\", "");
	MEANS("\033a\033q\0334", ""); /* Alt and a key */
}
END_TEST

/* What is pasted may hold the mark that ends a paste, or a part of it. */
START_TEST(a_paste_does_nothing_until_a_pause)
{
	static const char *const pastes[] = {
		"q4\033[B\r\003\033[201~",	    "\033[20\033[201\033[201~",
		"q\033[201~4\033[B\r\003\033[201~", "\033[201~\033[201~q",
		"\033[201~\033[200~q\033[201~",	    "\033[201~\033",
	};
	struct intent intent;

	for (size_t i = 0; i < sizeof pastes / sizeof *pastes; i++) {
		struct keys keys = fresh();
		int64_t at = NOW;

		intents_of(&keys, STR("\033[200~"));
		for (const char *byte = pastes[i]; *byte; byte++) {
			at += KEYS_PAUSE_MS - 1;
			ck_assert(!keys_late(&keys, at, &intent));
			ck_assert(!keys_byte(&keys, (unsigned char)*byte, at,
					     &intent));
		}
		at += KEYS_STRING_MS;
		ck_assert(!keys_late(&keys, at, &intent));
		ck_assert_int_eq(keys_wait_ms(&keys, at), -1);
		ck_assert(keys_byte(&keys, '4', at, &intent));
	}
}
END_TEST

/* Who does not call keys_late() in time is told by the next byte's. */
START_TEST(a_key_after_a_paste_acts)
{
	struct keys keys = fresh();
	struct intent intent;

	intents_of(&keys, STR("\033[200~q\033[201~"));
	ck_assert_int_eq(keys_wait_ms(&keys, NOW), KEYS_PAUSE_MS);
	ck_assert(!keys_byte(&keys, '4', NOW + KEYS_PAUSE_MS - 1, &intent));
	ck_assert(keys_byte(&keys, '4', NOW + 2 * KEYS_PAUSE_MS, &intent));
}
END_TEST

START_TEST(broken_utf8_does_nothing)
{
	MEANS("\xC3q", "quit");
	MEANS("\xE2\x82q", "quit");
	MEANS("\xFF\xFE\x80", "");
	MEANS("\xC0\xAF\xED\xA0\x80", "");
	MEANS("\xEF\xBF\xBE", "");
	/* A bidi control that somebody pastes. */
	MEANS("\xE2\x80\xAE", "");
}
END_TEST

START_TEST(a_lone_escape_is_back_after_a_while)
{
	struct keys keys = fresh();
	struct intent intent;

	ck_assert_str_eq(intents_of(&keys, STR("\033")), "");
	ck_assert_int_eq(keys_wait_ms(&keys, NOW), KEYS_ESC_MS);
	ck_assert(!keys_late(&keys, NOW + KEYS_ESC_MS - 1, &intent));
	ck_assert(keys_late(&keys, NOW + KEYS_ESC_MS, &intent));
	ck_assert_int_eq(intent.kind, INTENT_BACK);
	ck_assert_int_eq(keys_wait_ms(&keys, NOW), -1);
}
END_TEST

/* A slow line: the tail of an arrow key comes after its Esc was taken. */
START_TEST(a_late_tail_is_eaten)
{
	struct keys keys = fresh();
	struct intent intent;
	int64_t later = NOW + KEYS_ESC_MS + 1;

	intents_of(&keys, STR("\033"));
	keys_late(&keys, later, &intent);
	ck_assert(!keys_byte(&keys, '[', later + 10, &intent));
	ck_assert(!keys_byte(&keys, 'B', later + 10, &intent));
	ck_assert(keys_byte(&keys, 'x', later + 10, &intent));
	/* A second later "[" is only a character without a meaning. */
	ck_assert(keys_byte(&keys, '[', later + 2 * KEYS_STRAY_MS, &intent));
	ck_assert_int_eq(intent.kind, INTENT_NOTHING);
}
END_TEST

START_TEST(unfinished_and_over_long_sequences_are_given_up)
{
	struct keys keys = fresh();
	struct intent intent;
	struct buf endless = { 0 };
	static const char *const begins[] = { "\033P", "\033]", "\033_",
					      "\033[200~" };

	intents_of(&keys, STR("\033]0;abc"));
	ck_assert(!keys_late(&keys, NOW + KEYS_STRING_MS, &intent));
	ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	/* A CSI of any length is swallowed to its end. */
	buf_add(&endless, STR("\033["));
	for (int i = 0; i < 1000; i++)
		buf_byte(&endless, '1');
	buf_byte(&endless, 'B');
	ck_assert_str_eq(intents_of(&keys, buf_str(&endless)), "");
	ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	/* A string or paste without end does nothing until a pause. */
	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
		keys = fresh();
		intents_of(&keys, str_of(begins[i]));
		for (int j = 0; j <= KEYS_STRING_BYTES + 1000; j++)
			if (intents_of(&keys, STR("4"))[0])
				ck_abort_msg("byte %d", j);
		ck_assert_int_eq(keys_wait_ms(&keys, NOW), KEYS_PAUSE_MS);
		ck_assert(!keys_late(&keys, NOW + KEYS_PAUSE_MS, &intent));
		ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	}
	buf_free(&endless);
}
END_TEST

/* A serial line of 9600 baud: an answer takes longer than a second. */
START_TEST(a_slow_string_is_swallowed_to_its_end)
{
	static const char *const begins[] = { "\033]", "\033[200~", "\033[" };
	struct intent intent;

	for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
		struct keys keys = fresh();
		int64_t at = NOW;

		intents_of(&keys, str_of(begins[i]));
		for (int j = 0; j < 50; j++) {
			at += KEYS_STRING_MS - 1;
			ck_assert(!keys_late(&keys, at, &intent));
			ck_assert(!keys_byte(&keys, '4', at, &intent));
		}
		ck_assert_int_eq(keys_wait_ms(&keys, at), KEYS_STRING_MS);
		ck_assert(!keys_late(&keys, at + KEYS_STRING_MS, &intent));
		ck_assert_int_eq(keys_wait_ms(&keys, at + KEYS_STRING_MS), -1);
	}
}
END_TEST

/* What hangs on a late "[" is as dangerous as behind a timely one. */
START_TEST(a_late_paste_or_mouse_is_eaten_whole)
{
	static const char *const tails[] = { "[M444", "[[A", "[5~",	"[6$",
					     "O5B",   "OB",  "[<0;1;1M" };
	struct intent intent;

	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		struct keys keys = fresh();

		ck_assert(!keys_byte(&keys, '\033', NOW - 100, &intent));
		ck_assert(keys_late(&keys, NOW - 50, &intent));
		ck_assert_str_eq(intents_of(&keys, str_of(tails[i])), "");
		ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	}
	{
		struct keys keys = fresh();

		keys_byte(&keys, '\033', NOW - 100, &intent);
		ck_assert(keys_late(&keys, NOW - 50, &intent));
		ck_assert_str_eq(intents_of(&keys, STR("[200~q4\r\033[201~q")),
				 "");
		keys_late(&keys, NOW + KEYS_STRING_MS, &intent);
		ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	}
}
END_TEST

START_TEST(eight_bit_controls_only_without_utf8)
{
	MEANS_LATIN("\x9B"
		    "A\x9B"
		    "5~\x9BH\x8FP\x8Fq",
		    "up screen-up first help digit1");
	MEANS_LATIN("\x9BM444\x9B[A", "help");
	MEANS_LATIN("\x9D"
		    "0;q4\x9C\x90q\x9C\x98q\x9C\x9Eq\x9C\x9Fq\033\\",
		    "");
	MEANS_LATIN("\033\x9B"
		    "4~",
		    "last");
	MEANS_LATIN("\x84\x85\x8D\x9A", "");
	MEANS_LATIN("\xE5\xF6q", "letter letter quit");
	/* Under UTF-8 the same bytes are broken characters. */
	MEANS("\x9BM4\x8Fq\x9D"
	      "4",
	      "letter digit4 quit digit4");
	MEANS("\xC2\x9B"
	      "4",
	      "digit4");
	/* 0x9C is in many characters: it ends no string. */
	MEANS("\033]0;\xE2\x9C\x93"
	      "4\007",
	      "");
}
END_TEST

/* Each of the 32, and a key behind it. */
START_TEST(only_introducers_introduce)
{
	static const char introducers[] = "\x8F\x90\x98\x9B\x9D\x9E\x9F";
	struct intent intent;

	for (int byte = 0x80; byte < 0xA0; byte++) {
		struct keys latin = { .utf8 = false };
		struct keys utf8 = { .utf8 = true };
		bool begins = strchr(introducers, byte) != NULL;

		ck_assert(
			!keys_byte(&latin, (unsigned char)byte, NOW, &intent));
		ck_assert_int_eq(keys_wait_ms(&latin, NOW) >= 0, begins);
		ck_assert_int_eq(keys_byte(&latin, '4', NOW, &intent), !begins);
		ck_assert(!keys_byte(&utf8, (unsigned char)byte, NOW, &intent));
		ck_assert_int_eq(keys_wait_ms(&utf8, NOW), -1);
		ck_assert(keys_byte(&utf8, '4', NOW, &intent));
	}
}
END_TEST

START_TEST(the_same_key_too_soon_is_no_key)
{
	struct keys keys = fresh();
	struct intent intent;

	keys.debounce_ms = 200;
	ck_assert(keys_byte(&keys, '4', NOW, &intent));
	ck_assert(!keys_byte(&keys, '4', NOW + 199, &intent));
	ck_assert(keys_byte(&keys, '5', NOW + 200, &intent));
	ck_assert(keys_byte(&keys, '5', NOW + 400, &intent));
	/* A key that is held down acts once. */
	for (int i = 1; i < 30; i++)
		ck_assert(!keys_byte(&keys, '5', NOW + 400 + i * 33, &intent));
	/* A trembling hand on Esc and on an arrow. */
	ck_assert(!keys_byte(&keys, '\033', NOW + 5000, &intent));
	ck_assert(keys_late(&keys, NOW + 5025, &intent));
	ck_assert(!keys_byte(&keys, '\033', NOW + 5100, &intent));
	ck_assert(!keys_late(&keys, NOW + 5125, &intent));
}
END_TEST

/* Whatever the key, and in whatever form: twice is once, later is twice. */
START_TEST(every_kind_of_key_is_debounced)
{
	static const char *const pressed[] = {
		"0",	    "4",	   "9",
		"x",	    "\xC3\xB6",	   "*",
		"/",	    "?",	   " ",
		"+",	    "-",	   ".",
		"\r",	    "\t",	   "\177",
		"\003",	    "\033[A",	   "\033[B",
		"\033OB",   "\033[Z",	   "\033[H",
		"\033[F",   "\033[5~",	   "\033[6~",
		"\033[3~",  "\033OP",	   "\033Ot",
		"\033Ok",   "\033OM",	   "\033[52u",
		"\033[13u", "\033[57403u", "\033[27;2;63~",
	};
	struct intent intent;

	for (size_t i = 0; i < sizeof pressed / sizeof *pressed; i++) {
		struct keys keys = { .utf8 = true, .debounce_ms = 300 };
		int64_t at[] = { NOW, NOW + 299, NOW + 600 };
		unsigned acted[3] = { 0 };

		for (size_t time = 0; time < 3; time++)
			for (const char *byte = pressed[i]; *byte; byte++)
				acted[time] +=
					keys_byte(&keys, (unsigned char)*byte,
						  at[time], &intent);
		ck_assert_msg(acted[0] == 1 && acted[1] == 0 && acted[2] == 1,
			      "\"%s\" acts %u, %u, %u times", pressed[i] + 1,
			      acted[0], acted[1], acted[2]);
	}
}
END_TEST

/* Two fingers: it is not the same key, however fast. */
START_TEST(another_key_is_not_debounced)
{
	struct keys keys = { .utf8 = true, .debounce_ms = 500 };

	ck_assert_str_eq(intents_of(&keys, STR("4545+\033[B+ab\033[Aba")),
			 "digit4 digit5 digit4 digit5 down down down letter "
			 "letter up letter letter");
	ck_assert_str_eq(intents_of(&keys, STR("a")), "");
}
END_TEST

START_TEST(what_a_terminal_teaches_is_known)
{
	struct keys keys = fresh();
	struct intent up = { .kind = INTENT_UP };

	keys_learn(&keys, STR("\033Z"), up);
	keys_learn(&keys, STR("\033[99~"), up);
	keys_learn(&keys, STR("x"), up);
	keys_learn(&keys, STR("\033[an over-long sequence~"), up);
	ck_assert_uint_eq(keys.learned_count, 2);
	ck_assert_str_eq(intents_of(&keys, STR("\033Z\033[99~4")),
			 "up up digit4");
}
END_TEST

/* What a terminal says of itself goes before what most of them mean. */
START_TEST(a_terminals_own_word_goes_first)
{
	struct keys keys = fresh();
	struct intent help = { .kind = INTENT_HELP };
	struct intent back = { .kind = INTENT_BACK };

	keys_learn(&keys, STR("\033[4~"), back); /* teraterm */
	keys_learn(&keys, STR("\033[4~"), help);
	keys_learn(&keys, STR("\033[M"), help); /* SCO */
	keys_learn(&keys, STR("\033P"), back);
	keys_learn(&keys, STR("\033[?5i"), help);
	/* A keypad's digits are digits, and prefixes are no keys. */
	keys_learn(&keys, STR("\033Ow"), help);
	keys_learn(&keys, STR("\033O"), help);
	keys_learn(&keys, STR("\033["), help);
	ck_assert_uint_eq(keys.learned_count, 4);
	ck_assert_str_eq(intents_of(&keys, STR("\033[4~\033[M\033P\033[?5i"
					       "\033Ow\033[A4")),
			 "back help back help digit7 up digit4");
	for (char c = 'a'; c <= 'z'; c++)
		for (char d = 'a'; d <= 'z'; d++) {
			const char more[] = { '\033', c, d };

			keys_learn(&keys, (struct str){ more, 3 }, help);
		}
	ck_assert_uint_eq(keys.learned_count, KEYS_LEARNED);
}
END_TEST

/*
 * Every string of up to three bytes: the decoder ends in the ground state by
 * itself or in time, and after that a digit is a digit.
 */
static void survive_short_strings(bool utf8)
{
	struct intent intent;
	struct keys keys;

	for (unsigned a = 0; a < 256; a++)
		for (unsigned b = 0; b < 256; b++)
			for (unsigned c = 0; c < 256; c++) {
				int64_t at = NOW + 10 * KEYS_STRING_MS;

				/* {0} costs more than what is tested. */
				keys.state = 0;
				keys.stray_until_ms = 0;
				keys.learned_count = 0;
				keys.debounce_ms = 0;
				keys.utf8 = utf8;
				keys_byte(&keys, (unsigned char)a, NOW,
					  &intent);
				keys_byte(&keys, (unsigned char)b, NOW,
					  &intent);
				keys_byte(&keys, (unsigned char)c, NOW,
					  &intent);
				keys_late(&keys, at, &intent);
				if (keys_wait_ms(&keys, at) != -1 ||
				    !keys_byte(&keys, '4', at, &intent) ||
				    intent.kind != INTENT_DIGIT)
					ck_abort_msg("%02x %02x %02x", a, b, c);
			}
}

START_TEST(every_short_string_is_survived)
{
	survive_short_strings(true);
	survive_short_strings(false);
}
END_TEST

static uint32_t random_bits(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* Every second one of those that mean something in sequences. */
static unsigned char random_byte(uint32_t *seed)
{
	static const char likely[] = "\033\033\033[[O]P_^X\\~$;:?<>u"
				     "MAB0123456789\007\x18\x9B\x9C\xC3\xB6";
	uint32_t bits = random_bits(seed);

	return bits & 1 ? (unsigned char)(bits >> 8)
			: (unsigned char)
				  likely[(bits >> 8) % (sizeof likely - 1)];
}

static bool is_sound(const struct keys *keys, int64_t now,
		     const struct intent *intent)
{
	int wait = keys_wait_ms(keys, now);

	if (wait < -1 || wait > KEYS_STRING_MS ||
	    keys->bytes > KEYS_SEQUENCE_BYTES + 1)
		return false;
	if (!intent)
		return true;
	return intent->kind < INTENT_IDLE &&
	       (!intent->typed || !chars_forbidden(intent->typed)) &&
	       (intent->kind != INTENT_NOTHING || intent->typed) &&
	       (intent->kind != INTENT_DIGIT ||
		(intent->number >= 1 && intent->number <= 8));
}

START_TEST(random_bytes_give_sound_intents)
{
	uint32_t seed = 20261124;
	int64_t now = NOW;

	for (int utf8 = 0; utf8 < 2; utf8++) {
		struct keys keys = { .utf8 = utf8 };
		struct intent intent;

		for (int i = 0; i < 1000000; i++) {
			bool acts;

			now += random_bits(&seed) % 64 ? 0 : 40;
			if (random_bits(&seed) % 512 == 0)
				now += KEYS_STRING_MS;
			acts = keys_late(&keys, now, &intent);
			if (!is_sound(&keys, now, acts ? &intent : NULL))
				ck_abort_msg("byte %d", i);
			acts = keys_byte(&keys, random_byte(&seed), now,
					 &intent);
			if (!is_sound(&keys, now, acts ? &intent : NULL))
				ck_abort_msg("byte %d", i);
		}
	}
}
END_TEST

/* Whatever stands in a string or a paste, but what ends it. */
START_TEST(random_bytes_inside_do_nothing)
{
	static const struct {
		const char *begin, *end;
	} around[] = {
		{ "\033]", "\033\\" },	      { "\033]", "\007" },
		{ "\033P", "\033\\" },	      { "\033_", "\033\\" },
		{ "\033^", "\033\\" },	      { "\033X", "\033\\" },
		{ "\033[200~", "\033[201~" },
	};
	uint32_t seed = 4711;

	for (int i = 0; i < 20000; i++) {
		size_t which = (size_t)i % (sizeof around / sizeof *around);
		bool pasted = around[which].begin[1] == '[';
		struct keys keys = fresh();

		intents_of(&keys, str_of(around[which].begin));
		for (uint32_t j = random_bits(&seed) % 200; j; j--) {
			char byte = (char)random_byte(&seed);

			if (byte == (pasted ? '~' : '\\') ||
			    (!pasted && strchr("\007\x18\x1A", byte) && byte))
				continue;
			ck_assert_str_eq(
				intents_of(&keys, (struct str){ &byte, 1 }),
				"");
		}
		ck_assert_str_eq(intents_of(&keys, str_of(around[which].end)),
				 "");
		if (pasted) {
			struct intent intent;

			keys_late(&keys, NOW + KEYS_PAUSE_MS, &intent);
		}
		ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	}
}
END_TEST

SUITE("view/keys", characters_are_what_they_say, every_terminals_arrows,
      a_keypad_in_every_form, a_keypads_digits_in_every_form,
      a_keypad_without_num_lock_moves, keys_by_their_code,
      nothing_inside_a_sequence_acts, a_paste_does_nothing_until_a_pause,
      a_key_after_a_paste_acts, broken_utf8_does_nothing,
      a_lone_escape_is_back_after_a_while, a_late_tail_is_eaten,
      unfinished_and_over_long_sequences_are_given_up,
      a_slow_string_is_swallowed_to_its_end,
      a_late_paste_or_mouse_is_eaten_whole,
      eight_bit_controls_only_without_utf8, only_introducers_introduce,
      a_terminals_own_word_goes_first, random_bytes_give_sound_intents,
      random_bytes_inside_do_nothing, the_same_key_too_soon_is_no_key,
      every_kind_of_key_is_debounced, another_key_is_not_debounced,
      what_a_terminal_teaches_is_known, every_short_string_is_survived)
