/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory runs out in the kiosk on its screen, anywhere in a visit: pages, the
 * look-up, the other language, reader style, reset. It shows what it should,
 * in ASCII where the locale found no memory, or ends with one sentence, and
 * in every case the terminal has its modes back.
 */
#include "fail/attempt.h"
#include "pty/pty.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>
#include <termios.h>
#include <unistd.h>

enum { COLS = 80, ROWS = 24 };

static const char *const visit[] = {
	"4", "1", "t", "i", "\177", "\177", "9", "*", "0", "\033[F", "\r",
};
enum { STEPS = sizeof visit / sizeof *visit };

/* How a visit looked: all its screens, one after the other. */
static struct buf seen, whole, ascii;
static bool modes_are_back;

static const char *const *arguments(const char *charset)
{
	static const char *argv[] = {
		"/bin/sh",
		"-c",
		"exec build/textkiosk-memory \"$@\" 2>" ATTEMPT_ERR,
		"-",
		"--kiosk",
		"--sync-marks",
		"--unconfined",
		"--lang=sv",
		"--now=2026-11-24T10:00",
		NULL,
		"build/textkiosk.book",
		NULL,
	};

	argv[9] = charset;
	return argv;
}

static void look(const struct pty *pty)
{
	for (unsigned row = 0; row < ROWS; row++) {
		pty_row(pty, row, &seen);
		buf_byte(&seen, '\n');
	}
}

static void pay_visit(struct pty *pty)
{
	pty_wait(pty);
	for (size_t i = 0; i < STEPS && !pty_ended(pty); i++) {
		look(pty);
		pty_type(pty, str_of(visit[i]));
	}
	look(pty);
}

/* A terminal that lines are typed at. */
static bool usual_modes(const struct pty *pty)
{
	const tcflag_t usual = ECHO | ICANON | ISIG;
	int line = pty_line(pty);
	struct termios modes = { 0 };

	tcgetattr(line, &modes);
	close(line);
	return (modes.c_lflag & usual) == usual && (modes.c_oflag & OPOST);
}

static int run(void *about)
{
	/* A name that cannot be read is tried again as xterm. */
	struct pty *pty =
		pty_begin(arguments(about), "xterm-256color", COLS, ROWS);
	int code;

	buf_clear(&seen);
	pay_visit(pty);
	if (!pty_ended(pty))
		kill(pty_process(pty), SIGTERM);
	code = pty_end(pty);
	modes_are_back = usual_modes(pty);
	pty_stop(pty);
	return code;
}

static void keep(struct buf *kept)
{
	buf_clear(kept);
	buf_add(kept, buf_str(&seen));
}

static const char *judge(void *about, int code, bool first)
{
	(void)about;
	if (first)
		keep(&whole);
	if (!modes_are_back)
		return "leaves the terminal raw";
	if (code == 0 && !str_equal(buf_str(&seen), buf_str(&whole)) &&
	    !str_equal(buf_str(&seen), buf_str(&ascii)))
		return "shows something else";
	return NULL;
}

int main(int argc, char **argv)
{
	const struct attempt attempt = {
		.name = "a visit",
		.step = argc > 1 ? (unsigned)atoi(argv[1]) : 1,
		.scarce = EX_OSERR,
		.run = run,
		.judge = judge,
		.about = (void *)"--charset=utf-8",
	};

	attempt_begin();
	run((void *)"--charset=ascii");
	keep(&ascii);
	attempt_all(&attempt);
	attempt_end();
	buf_free(&seen);
	buf_free(&whole);
	buf_free(&ascii);
	return 0;
}
