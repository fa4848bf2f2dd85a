/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The loop on two pipes and a small book; what is answered is view/line's.
 * Where somebody types between two answers, the loop runs in a child.
 */
#include "run/dialogue.h"

#include "run/output.h"
#include "run/published.h"
#include "run/shelf.h"
#include "run/signals.h"
#include "run/surroundings.h"
#include "suite.h"

#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int entries, answers;
static struct buf heard;

static void begin(void)
{
	int in[2], out[2];

	published_begin();
	published_book("Bygden");
	ck_assert(pipe(in) == 0 && pipe(out) == 0);
	dup2(in[0], STDIN_FILENO);
	dup2(out[1], STDOUT_FILENO);
	close(in[0]);
	close(out[1]);
	entries = in[1];
	answers = out[0];
}

static void end(void)
{
	buf_free(&heard);
	published_end();
}

/* A visit from its first page to its end, in English. */
static void converse(bool kiosk, bool utf8)
{
	struct dialogue_how how = {
		.visit = visit_new(kiosk, 1, SHEET_READER),
		.window = { .glyphs = { .repertoire = CHARS_UNICODE },
			    .keys = SHEET_LINES,
			    .kiosk = kiosk },
		.utf8 = utf8,
	};

	ck_assert_int_eq(shelf_open(published_path()), SHELF_GOOD);
	how.window.catalogs = surroundings_catalogs(shelf_book());
	signals_take();
	output_take_lines(kiosk);
	dialogue_run(&how);
}

static void enter(const char *bytes)
{
	size_t count = strlen(bytes);

	ck_assert_int_eq(write(entries, bytes, count), count);
}

/* All that is answered to `bytes`, behind which the input ends. */
static void hear_all(const char *bytes, bool kiosk, bool utf8)
{
	char answer[4096];
	ssize_t got;

	enter(bytes);
	close(entries);
	converse(kiosk, utf8);
	/* Its last writer: now the answers have an end. */
	dup2(STDERR_FILENO, STDOUT_FILENO);
	while ((got = read(answers, answer, sizeof answer)) > 0)
		buf_add(&heard, (struct str){ answer, (size_t)got });
}

/* The prompt is the last thing that is said. */
static void hear_prompt(void)
{
	const size_t count = strlen("Choice: ");
	char byte;

	buf_clear(&heard);
	while (heard.bytes < count ||
	       memcmp(heard.at + heard.bytes - count, "Choice: ", count) != 0) {
		ck_assert_int_eq(read(answers, &byte, 1), 1);
		buf_byte(&heard, byte);
	}
}

static unsigned times(const char *words)
{
	const char *at = heard.at, *stop = heard.at + heard.bytes;
	unsigned count = 0;

	while (at &&
	       (at = memmem(at, (size_t)(stop - at), words, strlen(words)))) {
		at += strlen(words);
		count++;
	}
	return count;
}

/* The child that converses with whoever has `entries` and `answers`. */
static pid_t converse_in_child(bool kiosk)
{
	pid_t child = fork();

	if (child == 0) {
		close(entries);
		close(answers);
		converse(kiosk, true);
		_exit(0);
	}
	close(STDIN_FILENO);
	close(STDOUT_FILENO);
	return child;
}

static int end_of(pid_t child)
{
	int status;

	waitpid(child, &status, 0);
	return status;
}

START_TEST(the_first_page_stands_before_any_entry)
{
	begin();
	hear_all("", false, true);
	ck_assert(str_starts(buf_str(&heard), STR("Bygden")));
	ck_assert_uint_eq(times("Hello!"), 1);
	ck_assert_uint_eq(times("Choice: "), 1);
	ck_assert_int_eq(heard.at[heard.bytes - 1], '\n');
	end();
}
END_TEST

START_TEST(every_line_is_answered_the_last_without_end_too)
{
	begin();
	hear_all("0\r\n0\n0", true, true);
	ck_assert_uint_eq(times("Choice: "), 4);
	ck_assert_uint_eq(times("Hello!"), 4);
	end();
}
END_TEST

START_TEST(a_visitor_who_quits_is_heard_no_more)
{
	begin();
	hear_all("q\n0\n", false, true);
	ck_assert_uint_eq(times("Choice: "), 1);
	end();
}
END_TEST

START_TEST(ctrl_c_ends_a_session_amid_a_line)
{
	begin();
	hear_all("04\003?\n0\n", false, true);
	ck_assert_uint_eq(times("Choice: "), 1);
	ck_assert_int_eq(heard.at[heard.bytes - 1], '\n');
	end();
}
END_TEST

START_TEST(a_kiosk_goes_on_after_either)
{
	begin();
	hear_all("q\n\003\n0\n", true, true);
	ck_assert_uint_eq(times("Choice: "), 4);
	end();
}
END_TEST

/* It is said back as it was understood. */
START_TEST(what_is_typed_is_utf_8_or_latin_1)
{
	begin();
	hear_all("q\xC3\xA5q\n", true, true);
	ck_assert_uint_gt(times("q\xC3\xA5q"), 0);
	end();
	begin();
	hear_all("q\xE5q\n", true, false);
	ck_assert_uint_gt(times("q\xC3\xA5q"), 0);
	end();
}
END_TEST

START_TEST(of_a_long_line_the_rest_is_not_heard)
{
	char line[2100];

	memset(line, ' ', sizeof line);
	strcpy(line + sizeof line - 8, "zzz\n");
	begin();
	hear_all(line, true, true);
	ck_assert_uint_eq(times("zzz"), 0);
	ck_assert_uint_eq(times("Choice: "), 2);
	end();
	begin();
	hear_all(line + 1500, true, true);
	ck_assert_uint_gt(times("zzz"), 0);
	end();
}
END_TEST

START_TEST(a_new_book_is_there_at_the_next_line)
{
	pid_t child;

	begin();
	child = converse_in_child(false);
	hear_prompt();
	ck_assert_uint_eq(times("Staden"), 0);
	published_book("Staden");
	enter("0\n");
	hear_prompt();
	ck_assert_uint_gt(times("Staden"), 0);
	ck_assert_uint_eq(times("Bygden"), 0);
	close(entries);
	ck_assert_int_eq(end_of(child), 0);
	end();
}
END_TEST

/* In place of the pipes a terminal of four rows. */
static void on_terminal(void)
{
	struct winsize size = { .ws_row = 4, .ws_col = 80 };
	int ours, theirs;

	ck_assert_int_eq(openpty(&ours, &theirs, NULL, NULL, &size), 0);
	dup2(theirs, STDIN_FILENO);
	dup2(theirs, STDOUT_FILENO);
	dup2(ours, entries);
	dup2(ours, answers);
	close(ours);
	close(theirs);
}

/* No byte is sent that clears the window, so its rows are moved out of it. */
START_TEST(a_kiosk_that_begins_anew_leaves_the_window)
{
	pid_t child;

	begin();
	on_terminal();
	child = converse_in_child(true);
	hear_prompt();
	enter("0\n");
	hear_prompt();
	ck_assert_uint_eq(times("\r\n\r\n"), 0);
	enter("Done: start again\n");
	hear_prompt();
	ck_assert_uint_eq(times("again\r\n\r\n\r\n\r\n\r\nBygden\r\n"), 1);
	kill(child, SIGTERM);
	ck_assert_int_eq(end_of(child), 0);
	close(entries);
	end();
}
END_TEST

START_TEST(sigterm_ends_it_while_it_waits)
{
	pid_t child;

	begin();
	child = converse_in_child(true);
	hear_prompt();
	kill(child, SIGTERM);
	ck_assert_int_eq(end_of(child), 0);
	close(entries);
	end();
}
END_TEST

SUITE("run/dialogue", the_first_page_stands_before_any_entry,
      every_line_is_answered_the_last_without_end_too,
      a_visitor_who_quits_is_heard_no_more, ctrl_c_ends_a_session_amid_a_line,
      a_kiosk_goes_on_after_either, what_is_typed_is_utf_8_or_latin_1,
      of_a_long_line_the_rest_is_not_heard,
      a_new_book_is_there_at_the_next_line,
      a_kiosk_that_begins_anew_leaves_the_window,
      sigterm_ends_it_while_it_waits)
