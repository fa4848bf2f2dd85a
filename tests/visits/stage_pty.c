/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/calendar.h"
#include "pty/hand.h"
#include "visits/stage.h"

#include <stdio.h>
#include <stdlib.h>

static struct pty *pty;
static bool by_hand;
static int64_t now; /* where the hand has set the clock */

void stage_begin(const struct stage_how *how)
{
	const char *term = getenv("VISITS_TERM");
	char begun[64];
	const char *argv[12] = { "./textkiosk", "--sync-marks", begun,
				 "--lang=sv" };
	int count = 4;

	snprintf(begun, sizeof begun, "--now=%s", how->now);
	calendar_read(str_of(how->now), &now);
	by_hand = how->clock;
	if (by_hand) {
		argv[0] = "./textkiosk-clock";
		hand_open();
	}
	if (how->english)
		argv[3] = "--lang=en";
	if (how->kiosk)
		argv[count++] = "--kiosk";
	if (how->keypad)
		argv[count++] = "--keypad";
	if (how->reader)
		argv[count++] = "--reader";
	argv[count] = how->book;
	pty = pty_start(argv, term ? term : "xterm-256color", how->cols,
			how->rows);
	if (!pty) {
		puts("Bail out! the program does not start");
		exit(1);
	}
}

void stage_type(struct str bytes)
{
	pty_type(pty, bytes);
}

void stage_resize(unsigned cols, unsigned rows)
{
	pty_resize(pty, cols, rows);
}

void stage_at(const char *time)
{
	int64_t before = now;

	calendar_read(str_of(time), &now);
	hand_move(pty, now - before);
}

void stage_row(unsigned row, struct buf *out)
{
	pty_row(pty, row, out);
}

void stage_cursor(unsigned *row, unsigned *col)
{
	pty_cursor(pty, row, col);
}

unsigned stage_bells(void)
{
	return pty_bells(pty);
}

bool stage_over(void)
{
	return pty_end(pty) == 0;
}

void stage_end(void)
{
	pty_stop(pty);
	if (by_hand)
		hand_close();
}
