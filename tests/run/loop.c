/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The loop in a child, on a pseudo-terminal, with a small book. After every
 * frame stands a mark, so nothing is waited for but what is promised; what
 * the frames look like is view/screen's and tests/pty's.
 */
#include "run/loop.h"

#include "run/log.h"
#include "run/output.h"
#include "run/published.h"
#include "run/shelf.h"
#include "run/signals.h"
#include "run/surroundings.h"
#include "suite.h"
#include "view/screen.h"

#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static const struct winsize window = { .ws_col = 80, .ws_row = 24 };

static int terminal, theirs; /* both ends; ours is `terminal` */
static int operator;	     /* what the loop logs comes out here */
static pid_t child;
static struct buf shown; /* up to the last mark */

/* In English; a book that is not there yet may come. */
static void run(bool kiosk)
{
	struct loop_how how = {
		.visit = visit_new(kiosk, 1, SHEET_SCREEN),
		.language = "en",
		.window = { .glyphs = { .repertoire = CHARS_UNICODE },
			    .kiosk = kiosk },
		.keys = { .utf8 = true },
		.marks = true,
	};
	struct buf first = { 0 };

	log_open();
	surroundings_set_locale(true);
	shelf_open(published_path());
	how.window.catalogs = surroundings_catalogs(shelf_book());
	if (!loop_open())
		_exit(1);
	signals_take();
	if (!output_take() || screen_open("xterm", window.ws_col, window.ws_row,
					  &first) != SCREEN_GOOD)
		_exit(2);
	buf_add(&first, STR("first"));
	how.first = buf_str(&first);
	loop_run(&how);
	_exit(0);
}

static void begin(bool kiosk)
{
	int error[2];

	ck_assert_int_eq(openpty(&terminal, &theirs, NULL, NULL, &window), 0);
	ck_assert_int_eq(pipe(error), 0);
	operator= error[0];
	child = fork();
	if (child == 0) {
		dup2(theirs, STDIN_FILENO);
		dup2(theirs, STDOUT_FILENO);
		dup2(error[1], STDERR_FILENO);
		close(terminal);
		close(theirs);
		run(kiosk);
	}
	close(error[1]);
}

static void begin_with_book(bool kiosk)
{
	published_begin();
	published_book("Bygden");
	begin(kiosk);
}

/* Reads to the mark behind so many bytes of input. */
static void see_mark(unsigned consumed)
{
	char mark[32], byte;
	int count = snprintf(mark, sizeof mark, "\033_textkiosk;%u\033\\",
			     consumed);

	buf_clear(&shown);
	while (shown.bytes < (size_t)count ||
	       memcmp(shown.at + shown.bytes - count, mark, (size_t)count)) {
		ck_assert_int_eq(read(terminal, &byte, 1), 1);
		buf_byte(&shown, byte);
	}
}

/* A larger window is painted whole: what is there, not what is new. */
static void see_whole(unsigned consumed)
{
	static struct winsize larger = { .ws_col = 80, .ws_row = 24 };

	larger.ws_row++;
	ck_assert_int_eq(ioctl(terminal, TIOCSWINSZ, &larger), 0);
	kill(child, SIGWINCH);
	see_mark(consumed);
}

static bool saw(const char *words)
{
	return memmem(shown.at, shown.bytes, words, strlen(words)) != NULL;
}

/* Whatever else wakes the loop leaves a mark, too: one of the next has them. */
static void see_soon(const char *words)
{
	for (unsigned marks = 0; marks < 100; marks++) {
		see_whole(0);
		if (saw(words))
			return;
	}
	ck_abort_msg("\"%s\" is not shown", words);
}

static void type(const char *bytes)
{
	size_t count = strlen(bytes);

	ck_assert_int_eq(write(terminal, bytes, count), count);
}

/* It has returned by itself; the operator reads why. */
static void ends_because(const char *why)
{
	char log[512];
	size_t bytes = 0;
	ssize_t got;
	int status;

	waitpid(child, &status, 0);
	ck_assert_int_eq(status, 0);
	while ((got = read(operator, log + bytes, sizeof log - 1 - bytes)) > 0)
		bytes += (size_t)got;
	log[bytes] = '\0';
	ck_assert_msg(strstr(log, why) != NULL, "%s", log);
	buf_free(&shown);
	published_end();
}

START_TEST(the_first_frame_comes_before_any_key)
{
	begin_with_book(false);
	see_mark(0);
	ck_assert(saw("first"));
	ck_assert(saw("Bygden"));
	ck_assert(saw("Hello!"));
	kill(child, SIGTERM);
	ends_because("end: SIGTERM; began anew 0 times\n");
}
END_TEST

START_TEST(keys_lead_on_and_back)
{
	begin_with_book(true);
	see_mark(0);
	type("4");
	see_mark(1);
	see_whole(1);
	ck_assert(saw("Joy."));
	type("\177");
	see_mark(2);
	see_whole(2);
	ck_assert(saw("Hello!"));
	ck_assert(!saw("Joy."));
	kill(child, SIGHUP);
	ends_because("end: SIGHUP; began anew 0 times\n");
}
END_TEST

/* A mark is all that is sent: nothing was changed, nothing is painted. */
START_TEST(what_is_no_key_changes_nothing)
{
	begin_with_book(true);
	see_mark(0);
	type("\033[99~");
	see_mark(5);
	ck_assert_uint_eq(shown.bytes, strlen("\033_textkiosk;5\033\\"));
	kill(child, SIGTERM);
	ends_because("end: SIGTERM");
}
END_TEST

START_TEST(a_session_ends_when_the_visitor_quits)
{
	struct termios after;

	begin_with_book(false);
	see_mark(0);
	type("q");
	ends_because("end: the visitor quit; began anew 0 times\n");
	tcgetattr(theirs, &after);
	ck_assert_int_ne(after.c_lflag & ECHO, 0);
	ck_assert_int_eq(after.c_oflag & OPOST, OPOST);
}
END_TEST

START_TEST(a_terminal_that_is_gone_is_an_end)
{
	begin_with_book(true);
	see_mark(0);
	close(theirs);
	close(terminal);
	ends_because("end: ");
}
END_TEST

START_TEST(another_window_is_painted_whole)
{
	const struct winsize tiny = { .ws_col = 19, .ws_row = 5 };

	begin_with_book(true);
	see_mark(0);
	see_whole(0);
	ck_assert(saw("Bygden"));
	ck_assert(saw("Hello!"));
	ioctl(terminal, TIOCSWINSZ, &tiny);
	kill(child, SIGWINCH);
	see_mark(0);
	ck_assert(saw("Enlarge window."));
	ck_assert(!saw("Hello!"));
	kill(child, SIGTERM);
	ends_because("end: SIGTERM");
}
END_TEST

START_TEST(a_new_book_is_shown_without_a_key)
{
	begin_with_book(true);
	see_mark(0);
	published_book("Staden");
	see_soon("Staden");
	ck_assert(!saw("Bygden"));
	kill(child, SIGTERM);
	ends_because("book taken: ");
}
END_TEST

START_TEST(without_a_book_it_is_calm_until_one_comes)
{
	published_begin();
	begin(true);
	see_mark(0);
	ck_assert(saw("112"));
	ck_assert(saw("It is not your fault."));
	published_book("Bygden");
	see_soon("Bygden");
	ck_assert(saw("Hello!"));
	ck_assert(!saw("fault"));
	kill(child, SIGTERM);
	ends_because("end: SIGTERM");
}
END_TEST

SUITE("run/loop", the_first_frame_comes_before_any_key, keys_lead_on_and_back,
      what_is_no_key_changes_nothing, a_session_ends_when_the_visitor_quits,
      a_terminal_that_is_gone_is_an_end, another_window_is_painted_whole,
      a_new_book_is_shown_without_a_key,
      without_a_book_it_is_calm_until_one_comes)
