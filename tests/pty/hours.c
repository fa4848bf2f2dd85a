/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The opening state on a screen that nobody touches: it changes at its very
 * minute, and when the clock of the machine is set. Nothing here sleeps or
 * measures: the program must speak by itself, or the test ends as stuck.
 */
#include "pty/hand.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define START_STATE 3 /* its row on the start screen of 80x24 */
#define HOURS_STATE 4 /* … and on screen 01 */

enum { HOUR = 3600, DAY = 24 * HOUR, TRIES = 10 };

static unsigned number;

static void verdict(bool good, const char *what)
{
	printf("%s %u - %s\n", good ? "ok" : "not ok", ++number, what);
}

static struct pty *start(const char *program, const char *now,
			 const char *style)
{
	const char *const argv[] = { program,	     "--sync-marks",
				     "--unconfined", now,
				     "--lang=sv",    "textkiosk.book",
				     style,	     NULL };
	struct pty *pty = pty_start(argv, "xterm-256color", 80, 24);

	if (!pty) {
		printf("Bail out! %s does not start\n", program);
		exit(1);
	}
	return pty;
}

static bool row_is(const struct pty *pty, unsigned row, const char *text)
{
	struct buf buf = { 0 };
	bool same;

	pty_row(pty, row, &buf);
	same = str_equal(buf_str(&buf), str_of(text));
	if (!same)
		printf("# row %u is \"%.*s\"\n", row, (int)buf.bytes, buf.at);
	buf_free(&buf);
	return same;
}

struct minute {
	const char *style; /* an option; NULL: as usual */
	unsigned row;
	const char *before, *after;
	unsigned bytes; /* at most so many show it */
};

static bool changed(const struct minute *minute, struct pty *pty)
{
	uint64_t bytes = pty_bytes(pty);
	unsigned row, col, now_row, now_col;

	pty_cursor(pty, &row, &col);
	hand_wait(pty);
	verdict(row_is(pty, minute->row, minute->after),
		"the state changes at its minute");
	printf("# %u bytes\n", (unsigned)(pty_bytes(pty) - bytes));
	verdict(pty_bytes(pty) - bytes <= minute->bytes,
		"its row alone is written");
	pty_cursor(pty, &now_row, &now_col);
	verdict(row == now_row && col == now_col, "the cursor stays");
	return true;
}

/*
 * Started two seconds before the minute. A machine so slow that the minute is
 * over in the first frame has shown nothing; it gets another try.
 */
static void changes_at_its_minute(const struct minute *minute)
{
	bool tried = false;

	for (int i = 0; i < TRIES && !tried; i++) {
		struct pty *pty =
			start("./textkiosk", "--now=2026-11-24T16:29:58",
			      minute->style);

		tried = row_is(pty, minute->row, minute->before) &&
			changed(minute, pty);
		pty_stop(pty);
	}
	if (!tried)
		verdict(false, "the program starts within a second");
}

static void follows_the_clock(void)
{
	struct pty *pty;

	hand_open();
	pty = start("./textkiosk-clock", "--now=2026-11-24T10:00", NULL);
	verdict(row_is(pty, START_STATE,
		       " Kommunhuset: Öppet nu. Stänger i dag kl. 17."),
		"before the clock is set");
	hand_move(pty, 7 * HOUR);
	verdict(row_is(pty, START_STATE,
		       " Kommunhuset: Stängt nu. Öppnar i morgon, onsdag, "
		       "kl. 8."),
		"a step forward is followed");
	hand_move(pty, -7 * HOUR);
	verdict(row_is(pty, START_STATE,
		       " Kommunhuset: Öppet nu. Stänger i dag kl. 17."),
		"a step back is followed");
	hand_move(pty, INT64_C(-4000) * DAY);
	verdict(row_is(pty, START_STATE, " Kiosken vet inte vad klockan är."),
		"a clock before the content's date is no clock");
	hand_move(pty, INT64_C(4030) * DAY);
	verdict(row_is(pty, START_STATE,
		       " Kommunhuset: I dag är det julafton. Räkna med att "
		       "det är stängt."),
		"and one that was mended is believed");
	pty_type(pty, STR("1"));
	hand_move(pty, -30 * (int64_t)DAY);
	verdict(row_is(pty, HOURS_STATE,
		       " Kommunhuset: Öppet nu. Stänger i dag kl. 17."),
		"the visitor stays where he is");
	pty_send(pty, STR("q"));
	verdict(pty_end(pty) == 0, "and it ends as always");
	pty_stop(pty);
	hand_close();
}

int main(void)
{
	static const struct minute screen = {
		.row = START_STATE,
		.before = " Kommunhuset: Öppet nu. Stänger i dag kl. 17.",
		.after = " Kommunhuset: Öppet nu. Stänger snart, kl. 17.",
		.bytes = 80,
	};
	static const struct minute reader = {
		.style = "--reader",
		.row = 1,
		.before = "Öppet nu. Stänger kl. 17.",
		.after = "Öppet nu. Stänger snart, kl. 17.",
		.bytes = 60,
	};

	changes_at_its_minute(&screen);
	changes_at_its_minute(&reader);
	follows_the_clock();
	printf("1..%u\n", number);
	return 0;
}
