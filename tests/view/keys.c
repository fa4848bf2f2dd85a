/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/keys.h"

#include "suite.h"

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
static void means(const char *bytes, size_t count, const char *wanted)
{
	struct str all = { bytes, count };
	struct keys keys = fresh();
	char both[512];
	const char *is = intents_of(&keys, all);

	ck_assert_msg(strcmp(is, wanted) == 0, "%zu bytes \"%s\": %s, not %s",
		      count, bytes + 1, is, wanted);
	ck_assert_int_eq(keys_wait_ms(&keys, NOW), -1);
	ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	for (size_t cut = 1; cut < count; cut++) {
		keys = fresh();
		snprintf(both, sizeof both, "%s",
			 intents_of(&keys, str_first(all, cut)));
		is = intents_of(&keys, str_from(all, cut));
		snprintf(both + strlen(both), sizeof both - strlen(both),
			 "%s%s", both[0] && is[0] ? " " : "", is);
		ck_assert_str_eq(both, wanted);
	}
}

#define MEANS(bytes, wanted) means(bytes, sizeof(bytes) - 1, wanted)

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
		means(downs[i], strlen(downs[i]), "down");
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
}
END_TEST

START_TEST(a_keypad_in_every_form)
{
	MEANS("\033Op\033Oq\033Ox\033Oy", "start digit1 digit8 language");
	MEANS("\033Ok\033Om\033Oj\033Oo", "down up style lookup");
	MEANS("\033On\033Ol\033OM", "back back open");
	/* kitty: functional codes of the keypad. */
	MEANS("\033[57400u\033[57407u\033[57414u", "digit1 digit8 open");
	MEANS("\033[57413u\033[57412u\033[57420u", "down up down");
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
	MEANS("\033[M 44", "");	   /* X10 mouse: three bytes */
	MEANS("\033[I\033[O", ""); /* focus */
	MEANS("\033[200~q4\033[B\r\003\033[201~", "");
	MEANS("\033]q\033[Bq\033\\", "");
	MEANS("\033a\033q\0334", ""); /* Alt and a key */
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
	/* A string without end is given up, too. */
	intents_of(&keys, STR("\033P"));
	for (int i = 0; i <= KEYS_STRING_BYTES; i++)
		intents_of(&keys, STR("z"));
	ck_assert_str_eq(intents_of(&keys, STR("4")), "digit4");
	buf_free(&endless);
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

/*
 * Every string of up to three bytes: the decoder ends in the ground state by
 * itself or in time, and after that a digit is a digit.
 */
START_TEST(every_short_string_is_survived)
{
	struct intent intent;
	struct keys keys;

	for (unsigned a = 0; a < 256; a++)
		for (unsigned b = 0; b < 256; b++)
			for (unsigned c = 0; c < 256; c++) {
				int64_t at = NOW + 10 * KEYS_STRING_MS;

				keys.state = 0;
				keys = (struct keys){ .utf8 = true };
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
END_TEST

/* The keys of the terminals that Debian knows, from their own entries. */
START_TEST(every_known_terminals_keys)
{
	static const struct {
		const char *name;
		const char *means;
	} wanted[] = {
		{ "kcud1", "down" },	{ "kcuu1", "up" },
		{ "kpp", "screen-up" }, { "knp", "screen-down" },
		{ "khome", "first" },	{ "kend", "last" },
		{ "kdch1", "back" },	{ "kcbt", "previous-item" },
	};
	static const char *const terms[] = { "xterm-256color",
					     "xterm",
					     "linux",
					     "vt100",
					     "vt220",
					     "screen",
					     "screen-256color",
					     "tmux",
					     "tmux-256color",
					     "rxvt-unicode",
					     "rxvt",
					     "putty",
					     "konsole",
					     "vte",
					     "gnome",
					     "alacritty",
					     "foot",
					     "xterm-kitty",
					     "st",
					     "Eterm",
					     "mlterm",
					     "kterm",
					     "cygwin",
					     "ansi",
					     "iterm2",
					     "mosh" };
	unsigned checked = 0;

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		char command[128], line[256];
		FILE *file;

		snprintf(command, sizeof command, "infocmp -1 %s 2>/dev/null",
			 terms[i]);
		file = popen(command, "r");
		while (file && fgets(line, sizeof line, file))
			for (size_t j = 0; j < sizeof wanted / sizeof *wanted;
			     j++) {
				size_t length = strlen(wanted[j].name);
				char *from = line + 1, *to = line;
				struct keys keys = fresh();

				if (strncmp(from, wanted[j].name, length) ||
				    from[length] != '=' ||
				    strncmp(from + length + 1, "\\E", 2) ||
				    strchr("[O", from[length + 3]) == NULL)
					continue;
				from += length + 3;
				for (*to++ = '\033'; *from && *from != ',';)
					*to++ = *from++;
				ck_assert_msg(
					strcmp(intents_of(
						       &keys,
						       (struct
							str){ line,
							      (size_t)(to -
								       line) }),
					       wanted[j].means) == 0,
					"%s: %s", terms[i], wanted[j].name);
				checked++;
			}
		if (file)
			pclose(file);
	}
	/* Without infocmp or ncurses-term there is less to look at. */
	printf("# %u keys of known terminals\n", checked);
}
END_TEST

SUITE("view/keys", characters_are_what_they_say, every_terminals_arrows,
      a_keypad_in_every_form, keys_by_their_code,
      nothing_inside_a_sequence_acts, broken_utf8_does_nothing,
      a_lone_escape_is_back_after_a_while, a_late_tail_is_eaten,
      unfinished_and_over_long_sequences_are_given_up,
      the_same_key_too_soon_is_no_key, what_a_terminal_teaches_is_known,
      every_short_string_is_survived, every_known_terminals_keys)
