/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/log.h"

#include "suite.h"

#include <fcntl.h>
#include <pty.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What comes out of a descriptor now. */
static const char *read_now(int fd)
{
	static char text[8192];
	ssize_t got;

	fcntl(fd, F_SETFL, O_NONBLOCK);
	got = read(fd, text, sizeof text - 1);
	text[got > 0 ? got : 0] = '\0';
	return text;
}

/* Standard error becomes `fd`; before it the end of a pipe is made. */
static int pipe_as_error(void)
{
	int ends[2];

	ck_assert_int_eq(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[1]);
	return ends[0];
}

START_TEST(a_line_goes_to_standard_error)
{
	int from = pipe_as_error();
	char wanted[128];

	log_open();
	log_line(STR("book taken: "), STR("x\033]0;y\007\xC3\xA5\n"));
	snprintf(wanted, sizeof wanted,
		 "textkiosk[%d]: book taken: x?]0;y????\n", (int)getpid());
	ck_assert_str_eq(read_now(from), wanted);
}
END_TEST

START_TEST(before_it_is_opened_nothing_is_said)
{
	int from = pipe_as_error();

	log_line(STR("start"), STR(""));
	ck_assert_str_eq(read_now(from), "");
}
END_TEST

START_TEST(a_full_pipe_is_not_waited_for)
{
	pipe_as_error();
	log_open();
	for (int i = 0; i < 10000; i++)
		log_line(STR("end: "), STR("0123456789abcdef0123456789abcdef"));
}
END_TEST

START_TEST(a_terminal_is_a_visitors_and_gets_nothing)
{
	int ours, theirs;

	ck_assert_int_eq(openpty(&ours, &theirs, NULL, NULL, NULL), 0);
	dup2(theirs, STDERR_FILENO);
	log_open();
	log_line(STR("start"), STR(""));
	ck_assert_str_eq(read_now(ours), "");
}
END_TEST

SUITE("run/log", a_line_goes_to_standard_error,
      before_it_is_opened_nothing_is_said, a_full_pipe_is_not_waited_for,
      a_terminal_is_a_visitors_and_gets_nothing)
