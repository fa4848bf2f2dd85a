/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each signal is raised in a child of its own, so that what it leaves behind
 * is known: how the child ended, and whether the terminal was put back.
 */
#include "run/signals.h"

#include "base/die.h"
#include "suite.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

static int restored = -1; /* the end of a pipe: one byte a restoring */

/* Stands for run/output's, which writes as well. */
static void restore(void)
{
	ck_assert_int_eq(write(restored, "r", 1), 1);
}

/*
 * A child takes faults and does `act` with `signal`. Its exit code, or minus
 * the signal that ended it; *times is how often the terminal was put back.
 */
static int end_of(void (*act)(int signal), int signal, ssize_t *times)
{
	char bytes[8];
	int ends[2], status;
	pid_t child;

	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		restored = ends[1];
		die_set_restore(restore);
		signals_take_faults();
		act(signal);
		_exit(EX_OK);
	}
	close(ends[1]);
	waitpid(child, &status, 0);
	*times = read(ends[0], bytes, sizeof bytes);
	close(ends[0]);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static void raise_it(int signal)
{
	raise(signal);
}

/* What the loop does: signals come now, or not at all. */
static bool interrupted(void)
{
	const struct timespec none = { 0 };

	return ppoll(NULL, 0, &none, signals_while_waiting()) < 0 &&
	       errno == EINTR;
}

START_TEST(a_fault_puts_the_terminal_back_and_ends_with_70)
{
	static const int faults[] = { SIGSEGV, SIGBUS, SIGABRT,
				      SIGFPE,  SIGILL, SIGSYS };
	ssize_t times;

	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		int end = end_of(raise_it, faults[i], &times);

		ck_assert_msg(end == EX_SOFTWARE, "%s: %d",
			      strsignal(faults[i]), end);
		ck_assert_int_eq(times, 1);
	}
}
END_TEST

/* A page at a time; what it returns keeps each of them in use. */
static int go_down(const volatile char *above, int pages)
{
	volatile char here[4096];

	here[0] = *above;
	here[1] = 1;
	return pages ? go_down(here, pages - 1) + here[0] + here[1] : 0;
}

static void use_up_the_stack(int none)
{
	const struct rlimit small = { 1 << 20, 1 << 20 };
	const volatile char top = 0;

	(void)none;
	setrlimit(RLIMIT_STACK, &small);
	_exit(go_down(&top, 1 << 16) != 0);
}

START_TEST(a_stack_that_ran_out_is_a_fault_like_others)
{
	ssize_t times;

	ck_assert_int_eq(end_of(use_up_the_stack, 0, &times), EX_SOFTWARE);
	ck_assert_int_eq(times, 1);
}
END_TEST

/* A file that shrank and is neither a book's nor a catalogue's. */
static void read_behind_the_end(int none)
{
	int fd = memfd_create("short", MFD_CLOEXEC);
	volatile char *at;

	(void)none;
	if (fd < 0 || ftruncate(fd, 4096) < 0)
		return;
	at = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);
	if (ftruncate(fd, 0) == 0)
		(void)*at;
}

START_TEST(only_files_of_ours_are_mended)
{
	ssize_t times;

	ck_assert_int_eq(end_of(read_behind_the_end, 0, &times), EX_SOFTWARE);
	ck_assert_int_eq(times, 1);
}
END_TEST

static void take_and_raise(int signal)
{
	signals_take();
	raise(signal);
	if (interrupted() || signals_ended() || signals_resized())
		_exit(1);
}

START_TEST(what_keys_and_timers_send_does_nothing)
{
	static const int idle[] = { SIGINT,  SIGQUIT, SIGTSTP, SIGTTIN,
				    SIGTTOU, SIGPIPE, SIGUSR1, SIGUSR2,
				    SIGXFSZ, SIGALRM, SIGPROF, SIGVTALRM };
	ssize_t times;

	for (size_t i = 0; i < sizeof idle / sizeof *idle; i++) {
		int end = end_of(take_and_raise, idle[i], &times);

		ck_assert_msg(end == EX_OK, "%s: %d", strsignal(idle[i]), end);
		ck_assert_int_eq(times, 0);
	}
}
END_TEST

/* Half of something is never done: the signal waits until the loop does. */
static void end_while_waiting(int signal)
{
	signals_take();
	raise(signal);
	if (signals_ended() || !interrupted() || !signals_ended())
		_exit(1);
	if (strcmp(signals_ended(), signal == SIGTERM ? "SIGTERM" : "SIGHUP") !=
	    0)
		_exit(2);
}

START_TEST(an_end_is_heard_while_waiting_and_named)
{
	ssize_t times;

	ck_assert_int_eq(end_of(end_while_waiting, SIGTERM, &times), EX_OK);
	ck_assert_int_eq(end_of(end_while_waiting, SIGHUP, &times), EX_OK);
	ck_assert_int_eq(times, 0);
}
END_TEST

static void resize_while_waiting(int signal)
{
	signals_take();
	raise(signal);
	raise(signal);
	if (signals_resized() || !interrupted())
		_exit(1);
	if (!signals_resized() || signals_resized() || signals_ended())
		_exit(2);
}

START_TEST(a_new_size_is_told_once)
{
	ssize_t times;

	ck_assert_int_eq(end_of(resize_while_waiting, SIGWINCH, &times), EX_OK);
}
END_TEST

/* A mask that whoever started us left behind would make it deaf. */
static void end_though_blocked(int signal)
{
	sigset_t all;

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	signals_take();
	sigprocmask(SIG_SETMASK, NULL, &all);
	if (sigismember(&all, SIGSEGV) || !sigismember(&all, signal))
		_exit(1);
	raise(signal);
	if (!interrupted() || !signals_ended())
		_exit(2);
}

START_TEST(an_inherited_mask_is_not_kept)
{
	ssize_t times;

	ck_assert_int_eq(end_of(end_though_blocked, SIGTERM, &times), EX_OK);
}
END_TEST

SUITE("run/signals", a_fault_puts_the_terminal_back_and_ends_with_70,
      a_stack_that_ran_out_is_a_fault_like_others,
      only_files_of_ours_are_mended, what_keys_and_timers_send_does_nothing,
      an_end_is_heard_while_waiting_and_named, a_new_size_is_told_once,
      an_inherited_mask_is_not_kept)
