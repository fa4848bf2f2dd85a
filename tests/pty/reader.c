/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reader style on a real terminal, where nobody presses a key: a screen reader
 * says what is written, so nothing is but the opening state at its minute, and
 * in a window of another size the row that has the focus, once.
 */
#include "pty/hand.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MINUTE = 60, MINUTES = 10, CHANGES_AFTER = 5, STATE_BYTES = 60 };

static unsigned number;

static void verdict(bool good, const char *what)
{
	printf("%s %u - %s\n", good ? "ok" : "not ok", ++number, what);
}

static struct pty *start(const char *program, const char *now)
{
	const char *const argv[] = { program,	       "--sync-marks",
				     "--unconfined",   now,
				     "--lang=sv",      "--reader",
				     "textkiosk.book", NULL };
	struct pty *pty = pty_start(argv, "xterm-256color", 80, 24);

	if (!pty) {
		printf("Bail out! %s does not start\n", program);
		exit(1);
	}
	return pty;
}

static unsigned focus(const struct pty *pty)
{
	unsigned row, col;

	pty_cursor(pty, &row, &col);
	return row;
}

/* The row of the focus; it stays until the next is asked for. */
static struct str focused(const struct pty *pty)
{
	static struct buf text;

	buf_clear(&text);
	pty_row(pty, focus(pty), &text);
	return buf_str(&text);
}

static unsigned times(struct str text, struct str part)
{
	unsigned count = 0;

	for (size_t i = 0; part.bytes && i + part.bytes <= text.bytes; i++)
		count += memcmp(text.at + i, part.at, part.bytes) == 0;
	return count;
}

static struct str sent_since(const struct pty *pty, size_t sent)
{
	return str_from(pty_sent(pty), sent);
}

/* ------------------------------------------------------------------------
 * Ten minutes without a key.
 */

/* From 16:25 on; at 16:30 the town hall is about to close. */
static void ten_minutes(const char *keys, const char *state)
{
	struct pty *pty;
	unsigned row;
	bool silent = true;

	hand_open();
	pty = start("./textkiosk-clock", "--now=2026-11-24T16:25");
	pty_type(pty, str_of(keys));
	row = focus(pty);
	for (int minute = 1; minute <= MINUTES; minute++) {
		uint64_t bytes = pty_bytes(pty);
		size_t sent = pty_sent(pty).bytes;

		hand_pass(pty, MINUTE);
		bytes = pty_bytes(pty) - bytes;
		if (state && minute == CHANGES_AFTER) {
			verdict(times(sent_since(pty, sent), str_of(state)) ==
					1,
				"the state is written whole at its minute");
			verdict(bytes <= STATE_BYTES && focus(pty) == row,
				"and nothing else, and the cursor stays");
		} else if (bytes) {
			printf("# minute %d: %u bytes\n", minute,
			       (unsigned)bytes);
			silent = false;
		}
	}
	verdict(silent, "otherwise no byte is written in ten minutes");
	pty_stop(pty);
	hand_close();
}

/* ------------------------------------------------------------------------
 * Another size.
 */

struct size {
	unsigned cols, rows;
};

/* What a narrow window has of a row is how the wide one's begins. */
static bool resized(struct pty *pty, const struct size *size,
		    const struct buf *wanted)
{
	size_t sent = pty_sent(pty).bytes;
	struct str row;
	bool good;

	pty_resize(pty, size->cols, size->rows);
	row = focused(pty);
	good = row.bytes && str_starts(buf_str(wanted), row) &&
	       times(sent_since(pty, sent), row) == 1;
	if (!good)
		printf("# %ux%u: \"%.*s\", not \"%.*s\"\n", size->cols,
		       size->rows, (int)row.bytes, row.at, (int)wanted->bytes,
		       wanted->at);
	return good;
}

static void keeps_its_place(const char *keys, const char *what)
{
	static const struct size sizes[] = {
		{ 40, 12 },   { 20, 6 },   { 132, 43 },	 { 80, 24 },
		{ 500, 300 }, { 38, 100 }, { 65535, 6 }, { 64, 24 },
	};
	struct pty *pty = start("./textkiosk", "--now=2026-11-24T10:00");
	struct buf wanted = { 0 };
	bool good = true;

	pty_type(pty, str_of(keys));
	buf_add(&wanted, focused(pty));
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		good &= resized(pty, &sizes[i], &wanted);
	verdict(good, what);
	pty_resize(pty, 19, 5);
	verdict(str_equal(focused(pty), STR("Förstora fönstret.")),
		"a window too small says so");
	verdict(resized(pty, &(struct size){ 80, 24 }, &wanted),
		"and large again, the place is what it was");
	buf_free(&wanted);
	pty_stop(pty);
}

int main(void)
{
	ten_minutes("", "Öppet nu. Stänger snart, kl. 17.");
	ten_minutes("++++", "Öppet nu. Stänger snart, kl. 17.");
	ten_minutes("1", "Öppet nu. Stänger snart, kl. 17.");
	ten_minutes("4", NULL);
	ten_minutes("kom", NULL);
	keeps_its_place("++++++", "on start the item stays in focus");
	keeps_its_place("63", "a title stays in focus");
	keeps_its_place("3++++++++++", "a row inside a text stays in focus");
	keeps_its_place("75++++++++++++", "a word of the look-up does");
	keeps_its_place("81+++", "a setting does");
	printf("1..%u\n", number);
	return 0;
}
