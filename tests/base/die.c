/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each last word is said by a child: how it ended, and what came out. */
#include "base/die.h"

#include "suite.h"

#include <pty.h>
#include <string.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

static char said[512];

/* Before any words: the terminal is put back first. */
static void restore(void)
{
	ck_assert_int_eq(write(STDERR_FILENO, "restored ", 9), 9);
}

/* All up to the "|" that ends it: a terminal may pass it on in parts. */
static void hear(int from)
{
	size_t heard = 0;
	ssize_t got;

	do {
		got = read(from, said + heard, sizeof said - 1 - heard);
		heard += got > 0 ? (size_t)got : 0;
	} while (got > 0 && said[heard - 1] != '|');
	said[heard] = '\0';
}

/* The child's exit code; what it wrote to `fd` is to be read from `from`. */
static int end_on(int fd, int from, void (*act)(void))
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		dup2(fd, STDERR_FILENO);
		die_set_restore(restore);
		act();
		_exit(EX_OK);
	}
	waitpid(child, &status, 0);
	/* Never nothing, or reading would wait. */
	ck_assert_int_eq(write(fd, "|", 1), 1);
	hear(from);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int end_of(void (*act)(void))
{
	int ends[2], code;

	ck_assert_int_eq(pipe(ends), 0);
	code = end_on(ends[1], ends[0], act);
	close(ends[0]);
	close(ends[1]);
	return code;
}

static void die_of_something(void)
{
	die("the book is upside down");
}

static void keep_a_promise(void)
{
	die_unless(1 + 1 == 2);
}

static void break_a_promise(void)
{
	die_unless(1 + 1 == 3);
}

static void die_without_hook(void)
{
	die_set_restore(NULL);
	die("why");
}

static void run_the_hook_alone(void)
{
	die_run_restore();
	die_set_restore(NULL);
	die_run_restore();
}

START_TEST(the_terminal_is_put_back_then_one_line_is_said)
{
	ck_assert_int_eq(end_of(die_of_something), EX_SOFTWARE);
	ck_assert_str_eq(said,
			 "restored textkiosk: the book is upside down\n|");
}
END_TEST

START_TEST(out_of_memory_is_the_machines_fault)
{
	ck_assert_int_eq(end_of(die_out_of_memory), EX_OSERR);
	ck_assert_str_eq(said, "restored textkiosk: out of memory\n|");
}
END_TEST

START_TEST(a_broken_promise_says_where_it_stands)
{
	ck_assert_int_eq(end_of(keep_a_promise), EX_OK);
	ck_assert_str_eq(said, "|");
	ck_assert_int_eq(end_of(break_a_promise), EX_SOFTWARE);
	ck_assert_ptr_nonnull(strstr(said, "tests/base/die.c:"));
	ck_assert_ptr_nonnull(strstr(said, ": broken promise: 1 + 1 == 3\n|"));
}
END_TEST

START_TEST(the_hook_can_be_taken_away_or_run_alone)
{
	ck_assert_int_eq(end_of(die_without_hook), EX_SOFTWARE);
	ck_assert_str_eq(said, "textkiosk: why\n|");
	ck_assert_int_eq(end_of(run_the_hook_alone), EX_OK);
	ck_assert_str_eq(said, "restored |");
}
END_TEST

static void die_as_editors_program(void)
{
	die_set_program("textkiosk-compile", 2);
	die_out_of_memory();
}

START_TEST(a_program_without_visitors_speaks_for_itself)
{
	int ours, theirs;

	ck_assert_int_eq(end_of(die_as_editors_program), 2);
	ck_assert_str_eq(said, "restored textkiosk-compile: out of memory\n|");
	ck_assert_int_eq(openpty(&ours, &theirs, NULL, NULL, NULL), 0);
	ck_assert_int_eq(end_on(theirs, ours, die_as_editors_program), 2);
	ck_assert_ptr_nonnull(strstr(said, "compile: out of memory"));
}
END_TEST

static void exit_as_a_library(void)
{
	die_guard(true);
	exit(1);
}

static void exit_ourselves(void)
{
	die_guard(true);
	die_guard(false);
	exit(1);
}

START_TEST(a_library_does_not_choose_the_exit_code)
{
	ck_assert_int_eq(end_of(exit_as_a_library), EX_OSERR);
	ck_assert_str_eq(said, "restored |");
	ck_assert_int_eq(end_of(exit_ourselves), 1);
	ck_assert_str_eq(said, "|");
}
END_TEST

/* A visitor's screen never carries program text. */
START_TEST(a_terminal_gets_no_words)
{
	int ours, theirs;

	ck_assert_int_eq(openpty(&ours, &theirs, NULL, NULL, NULL), 0);
	ck_assert_int_eq(end_on(theirs, ours, die_of_something), EX_SOFTWARE);
	ck_assert_ptr_null(strstr(said, "upside"));
	ck_assert_ptr_nonnull(strstr(said, "restored"));
}
END_TEST

SUITE("base/die", the_terminal_is_put_back_then_one_line_is_said,
      out_of_memory_is_the_machines_fault,
      a_broken_promise_says_where_it_stands,
      the_hook_can_be_taken_away_or_run_alone,
      a_program_without_visitors_speaks_for_itself,
      a_library_does_not_choose_the_exit_code, a_terminal_gets_no_words)
