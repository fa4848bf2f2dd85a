/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Replays the visits named as arguments; see README. Compiled for each stage:
 * the pure core (stage_core.c), the real program (stage_pty.c), and the line
 * dialogue (stage_line.c).
 */
#include "text/chars.h"
#include "visits/stage.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	const char *bytes;
} names[] = {
	{ "up", "\033[A" },	 { "down", "\033[B" },
	{ "right", "\033[C" },	 { "left", "\033[D" },
	{ "home", "\033[H" },	 { "end", "\033[F" },
	{ "pgup", "\033[5~" },	 { "pgdn", "\033[6~" },
	{ "tab", "\t" },	 { "backtab", "\033[Z" },
	{ "enter", "\r" },	 { "esc", "\033" },
	{ "backspace", "\177" }, { "delete", "\033[3~" },
	{ "space", " " },	 { "f1", "\033OP" },
	{ "ctrl-c", "\003" },	 { "ctrl-d", "\004" },
	{ "kp0", "\033Op" },	 { "kp1", "\033Oq" },
	{ "kp2", "\033Or" },	 { "kp3", "\033Os" },
	{ "kp4", "\033Ot" },	 { "kp5", "\033Ou" },
	{ "kp6", "\033Ov" },	 { "kp7", "\033Ow" },
	{ "kp8", "\033Ox" },	 { "kp9", "\033Oy" },
	{ "kp+", "\033Ok" },	 { "kp-", "\033Om" },
	{ "kp*", "\033Oj" },	 { "kp.", "\033On" },
	{ "kpenter", "\033OM" },
};

struct replay {
	struct stage_how how;
	char now[32];
	bool begun;
	unsigned rang;	  /* bells before the last line of keys */
	char wrong[1024]; /* the first thing that was not as said */
};

static void begin(struct replay *replay)
{
	replay->how.now = replay->now;
	if (!replay->begun)
		stage_begin(&replay->how);
	replay->begun = true;
}

static struct str bytes_of(const char *name)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].name, name) == 0)
			return str_of(names[i].bytes);
	return str_of(name);
}

static void press(struct replay *replay, char *keys)
{
	begin(replay);
	replay->rang = stage_bells();
	for (char *key = strtok(keys, " "); key; key = strtok(NULL, " "))
		stage_type(bytes_of(key));
}

static void enter(struct replay *replay, const char *entry)
{
	begin(replay);
	stage_type(str_of(entry));
}

/* A row without margin and without white space at its end. */
static const char *row_text(unsigned row)
{
	static struct buf text;

	buf_clear(&text);
	stage_row(row, &text);
	while (text.bytes && text.at[text.bytes - 1] == ' ')
		text.bytes--;
	buf_byte(&text, '\0');
	return text.at + (text.at[0] == ' ');
}

static void expect(struct replay *replay, bool good, const char *line)
{
	unsigned row = 0, col;

	if (good || replay->wrong[0])
		return;
	stage_cursor(&row, &col);
	snprintf(replay->wrong, sizeof replay->wrong,
		 "%.300s; the focus is on \"%.300s\"", line, row_text(row));
}

static bool sees(const struct replay *replay, const char *text)
{
	for (unsigned row = 0; row < replay->how.rows; row++)
		if (strstr(row_text(row), text))
			return true;
	return false;
}

static const char *focused(void)
{
	unsigned row, col;

	stage_cursor(&row, &col);
	return row_text(row);
}

/* What is said before the first key. */
static bool setting(struct replay *replay, const char *word, const char *rest)
{
	if (strcmp(word, "size") == 0)
		sscanf(rest, "%u %u", &replay->how.cols, &replay->how.rows);
	else if (strcmp(word, "kiosk") == 0)
		replay->how.kiosk = true;
	else if (strcmp(word, "keypad") == 0)
		replay->how.keypad = true;
	else if (strcmp(word, "reader") == 0)
		replay->how.reader = true;
	else if (strcmp(word, "lang") == 0)
		replay->how.english = strcmp(rest, "en") == 0;
	else if (strcmp(word, "clock") == 0)
		replay->how.clock = true;
	else if (strcmp(word, "notices") == 0)
		replay->how.book = "notices.book";
	else if (strcmp(word, "now") == 0)
		snprintf(replay->now, sizeof replay->now, "%s", rest);
	else
		return false;
	return true;
}

static void resize(struct replay *replay, const char *rest)
{
	begin(replay);
	sscanf(rest, "%u %u", &replay->how.cols, &replay->how.rows);
	stage_resize(replay->how.cols, replay->how.rows);
}

static bool row_is(const char *rest)
{
	char *text;
	unsigned row = (unsigned)strtoul(rest, &text, 10);

	return strcmp(row_text(row), text + (*text == ' ')) == 0;
}

static void line(struct replay *replay, char *text)
{
	char whole[512];
	char *word = text;
	char *rest = text + strcspn(text, " ");

	snprintf(whole, sizeof whole, "%s", text);
	if (*rest)
		*rest++ = '\0';
	if (!*word || *word == '#' || setting(replay, word, rest))
		return;
	begin(replay);
	if (strcmp(word, "key") == 0)
		press(replay, rest);
	else if (strcmp(word, "resize") == 0)
		resize(replay, rest);
	else if (strcmp(word, "at") == 0)
		stage_at(rest);
	else if (strcmp(word, "entry") == 0)
		enter(replay, rest);
	else if (strcmp(word, "row") == 0)
		expect(replay, row_is(rest), whole);
	else if (strcmp(word, "focus") == 0)
		expect(replay, strcmp(focused(), rest) == 0, whole);
	else if (strcmp(word, "begins") == 0)
		expect(replay, strncmp(focused(), rest, strlen(rest)) == 0,
		       whole);
	else if (strcmp(word, "sees") == 0)
		expect(replay, sees(replay, rest), whole);
	else if (strcmp(word, "misses") == 0)
		expect(replay, !sees(replay, rest), whole);
	else if (strcmp(word, "bell") == 0)
		expect(replay, stage_bells() > replay->rang, whole);
	else if (strcmp(word, "no") == 0)
		expect(replay, stage_bells() == replay->rang, whole);
	else if (strcmp(word, "over") == 0)
		expect(replay, stage_over(), whole);
	else
		expect(replay, false, whole);
}

/* VISITS_ASCII: what is expected, as a terminal of another codeset shows it. */
static void fold(char *text, size_t size)
{
	const struct chars_glyphs ascii = { .repertoire = CHARS_ASCII };
	struct buf shown = { 0 };

	if (getenv("VISITS_ASCII")) {
		chars_show(&shown, str_of(text), &ascii);
		buf_byte(&shown, '\0');
		snprintf(text, size, "%s", shown.at);
	}
	buf_free(&shown);
}

static bool replay_file(const char *path, struct replay *replay)
{
	FILE *file = fopen(path, "r");
	char text[512];

	if (!file) {
		snprintf(replay->wrong, sizeof replay->wrong, "cannot be read");
		return false;
	}
	while (fgets(text, sizeof text, file)) {
		text[strcspn(text, "\n")] = '\0';
		fold(text, sizeof text);
		line(replay, text);
	}
	fclose(file);
	if (replay->begun)
		stage_end();
	return !replay->wrong[0];
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct replay replay = { .how = { .cols = 80,
						  .rows = 24,
						  .book = "textkiosk.book" },
					 .now = "2026-11-24T10:00" };
		const char *name = strrchr(argv[i], '/');

		name = name ? name + 1 : argv[i];
		if (replay_file(argv[i], &replay))
			printf("ok %d - %s\n", i, name);
		else
			printf("not ok %d - %s\n# %s\n", i, name, replay.wrong);
	}
	printf("1..%d\n", argc - 1);
	return 0;
}
