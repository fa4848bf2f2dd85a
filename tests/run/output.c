/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A pseudo-terminal, or two pipes, stand at descriptors 0 and 1 of each test.
 */
#include "run/output.h"

#include "base/die.h"
#include "suite.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum { MUCH = 1 << 20 }; /* more than a terminal or a pipe holds */

/* What a visitor has: keys, and what is seen. Of a terminal both are one. */
static int keys, seen;

static void on_terminal(void)
{
	int theirs;

	ck_assert_int_eq(openpty(&keys, &theirs, NULL, NULL, NULL), 0);
	seen = keys;
	dup2(theirs, STDIN_FILENO);
	dup2(theirs, STDOUT_FILENO);
	close(theirs);
}

static void on_pipes(void)
{
	int in[2], out[2];

	ck_assert(pipe(in) == 0 && pipe(out) == 0);
	dup2(in[0], STDIN_FILENO);
	dup2(out[1], STDOUT_FILENO);
	close(in[0]);
	close(out[1]);
	keys = in[1];
	seen = out[0];
}

static void type(const char *bytes)
{
	size_t count = strlen(bytes);

	ck_assert_int_eq(write(keys, bytes, count), count);
}

static void wait_for(int fd)
{
	struct pollfd source = { .fd = fd, .events = POLLIN };

	ck_assert_int_eq(poll(&source, 1, -1), 1);
}

/* What the program reads next, up to `count` bytes; until then it waits. */
static const char *read_in(size_t count)
{
	static char text[256];
	size_t bytes = 0;

	while (bytes < count) {
		ssize_t got;

		wait_for(output_in());
		got = read(output_in(), text + bytes, count - bytes);
		if (got <= 0)
			break;
		bytes += (size_t)got;
	}
	text[bytes] = '\0';
	return text;
}

/* What has come out and was not read yet, in `out`. */
static void see(struct buf *out)
{
	char bytes[4096];
	ssize_t got;

	fcntl(seen, F_SETFL, O_NONBLOCK);
	while ((got = read(seen, bytes, sizeof bytes)) > 0)
		buf_add(out, (struct str){ bytes, (size_t)got });
}

/* It ends in these bytes, however long they take through the terminal. */
static void see_until(struct buf *out, const char *end)
{
	size_t count = strlen(end);

	while (out->bytes < count ||
	       memcmp(out->at + out->bytes - count, end, count) != 0) {
		wait_for(seen);
		see(out);
	}
}

static struct termios modes(void)
{
	struct termios modes;

	ck_assert_int_eq(tcgetattr(keys, &modes), 0);
	return modes;
}

static bool same_modes(struct termios a, struct termios b)
{
	return a.c_iflag == b.c_iflag && a.c_oflag == b.c_oflag &&
	       a.c_lflag == b.c_lflag && a.c_cflag == b.c_cflag &&
	       memcmp(a.c_cc, b.c_cc, sizeof a.c_cc) == 0;
}

/* A test ends by exit(3), which in the program only a library does. */
static bool taken(void)
{
	bool good = output_take();

	die_guard(false);
	return good;
}

static void take_lines(bool endless)
{
	output_take_lines(endless);
	die_guard(false);
}

START_TEST(no_terminal_is_not_taken)
{
	on_pipes();
	errno = 0;
	ck_assert(!output_take());
	ck_assert_int_eq(errno, ENOTTY);
}
END_TEST

/* Ctrl-C, Ctrl-S, Ctrl-Z, carriage return: keys like any other. */
START_TEST(every_byte_comes_as_it_is)
{
	on_terminal();
	ck_assert(taken());
	ck_assert_int_eq(modes().c_lflag & (ICANON | ECHO | ISIG), 0);
	type("\003\023\032\r");
	ck_assert_str_eq(read_in(4), "\003\023\032\r");
}
END_TEST

START_TEST(modes_and_flags_are_given_back)
{
	struct termios before;
	int flags;
	struct buf out = { 0 };

	on_terminal();
	before = modes();
	flags = fcntl(STDIN_FILENO, F_GETFL);
	ck_assert(taken());
	/* A shell shares this description, and would see it. */
	ck_assert_int_eq(fcntl(STDIN_FILENO, F_GETFL), flags);
	output_send(STR("frame"));
	output_give_back(STR(" and end"), 10000);
	see_until(&out, "frame and end");
	ck_str(buf_str(&out), "frame and end");
	ck_assert(same_modes(before, modes()));
	buf_free(&out);
}
END_TEST

START_TEST(a_crash_puts_the_terminal_back_with_the_last_words)
{
	struct termios before;
	struct buf out = { 0 };

	on_terminal();
	before = modes();
	ck_assert(taken());
	output_set_last_words(STR("last"));
	die_run_restore();
	see_until(&out, "last");
	ck_assert(same_modes(before, modes()));
	buf_free(&out);
}
END_TEST

START_TEST(any_window_is_clamped)
{
	static const struct {
		struct winsize claimed;
		uint32_t cols, rows;
	} windows[] = {
		{ { .ws_col = 40, .ws_row = 12 }, 40, 12 },
		{ { .ws_col = 1, .ws_row = 1 }, 1, 1 },
		{ { .ws_col = 0, .ws_row = 0 }, 80, 24 },
		{ { .ws_col = 501, .ws_row = 301 }, 500, 300 },
		{ { .ws_col = 65535, .ws_row = 65535 }, 500, 300 },
	};
	uint32_t cols, rows;

	on_terminal();
	ck_assert(taken());
	for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
		ioctl(keys, TIOCSWINSZ, &windows[i].claimed);
		output_size(&cols, &rows);
		ck_assert_uint_eq(cols, windows[i].cols);
		ck_assert_uint_eq(rows, windows[i].rows);
	}
}
END_TEST

START_TEST(a_frame_is_sent_whole_as_it_is_taken)
{
	struct buf frame = { 0 }, out = { 0 };

	on_pipes();
	take_lines(false);
	for (unsigned i = 0; frame.bytes < MUCH; i++)
		buf_number(&frame, i);
	output_send(buf_str(&frame));
	ck_assert(output_busy());
	ck_assert(output_push());
	ck_assert(output_busy());
	while (output_busy()) {
		see(&out);
		ck_assert(output_push());
	}
	see(&out);
	ck_assert(str_equal(buf_str(&out), buf_str(&frame)));
	buf_free(&frame);
	buf_free(&out);
}
END_TEST

START_TEST(a_terminal_that_is_gone_is_told)
{
	signal(SIGPIPE, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	on_terminal();
	ck_assert(taken());
	output_send(STR("frame"));
	close(keys);
	ck_assert(!output_push());
}
END_TEST

/* Nobody reads: what it has not taken is dropped, the end is heard. */
START_TEST(a_terminal_that_stands_still_gets_the_last_words)
{
	struct termios before;
	struct buf frame = { 0 }, out = { 0 };

	on_terminal();
	before = modes();
	ck_assert(taken());
	output_set_last_words(STR("last"));
	while (frame.bytes < MUCH)
		buf_add(&frame, STR("frame "));
	output_send(buf_str(&frame));
	ck_assert(output_push());
	output_give_back(STR(" and end"), 0);
	see_until(&out, "last");
	ck_assert_uint_lt(out.bytes, MUCH);
	ck_assert_ptr_null(memmem(out.at, out.bytes, "and end", 7));
	ck_assert(same_modes(before, modes()));
	buf_free(&frame);
	buf_free(&out);
}
END_TEST

START_TEST(what_was_typed_is_forgotten)
{
	on_terminal();
	ck_assert(taken());
	type("a");
	wait_for(output_in());
	output_forget_typed();
	type("b");
	ck_assert_str_eq(read_in(1), "b");
}
END_TEST

START_TEST(pipes_do_not_block_until_they_are_given_back)
{
	int flags;

	on_pipes();
	flags = fcntl(STDOUT_FILENO, F_GETFL);
	take_lines(false);
	ck_assert_int_eq(fcntl(STDOUT_FILENO, F_GETFL), flags | O_NONBLOCK);
	output_give_back(STR(""), 0);
	ck_assert_int_eq(fcntl(STDOUT_FILENO, F_GETFL), flags);
}
END_TEST

START_TEST(lines_are_echoed_and_end_by_enter_or_ctrl_c)
{
	struct buf out = { 0 };

	on_terminal();
	take_lines(false);
	type("04x\1774\r");
	ck_assert_str_eq(read_in(4), "044\n");
	type("1\003");
	ck_assert_str_eq(read_in(2), "1\003");
	see_until(&out, "1^C");
	ck_assert(str_starts(buf_str(&out), STR("04x")));
	type("\004");
	ck_assert_str_eq(read_in(1), "");
	buf_free(&out);
}
END_TEST

START_TEST(an_endless_terminal_has_no_key_that_ends_input)
{
	on_terminal();
	take_lines(true);
	type("\004\r");
	ck_assert_str_eq(read_in(2), "\004\n");
}
END_TEST

SUITE("run/output", no_terminal_is_not_taken, every_byte_comes_as_it_is,
      modes_and_flags_are_given_back,
      a_crash_puts_the_terminal_back_with_the_last_words, any_window_is_clamped,
      a_frame_is_sent_whole_as_it_is_taken, a_terminal_that_is_gone_is_told,
      a_terminal_that_stands_still_gets_the_last_words,
      what_was_typed_is_forgotten, pipes_do_not_block_until_they_are_given_back,
      lines_are_echoed_and_end_by_enter_or_ctrl_c,
      an_endless_terminal_has_no_key_that_ends_input)
