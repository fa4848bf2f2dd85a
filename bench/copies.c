/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench/copies.h"

#include "bench/kernel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { END_MS = 3000 };

static struct copy *copies;
static int count;
static struct pollfd *sources; /* in the order of the copies */
static VTerm *screen;

static void die(const char *what)
{
	perror(what);
	copies_kill();
	exit(1);
}

double copies_now_ms(void)
{
	struct timespec at;
	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

/* Starting. */

static void allow_files(int wanted)
{
	struct rlimit limit;
	if (getrlimit(RLIMIT_NOFILE, &limit) != 0 ||
	    limit.rlim_cur >= (rlim_t)wanted)
		return;
	limit.rlim_cur = (rlim_t)wanted;
	if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
		die("too few open files are allowed (ulimit -Hn)");
}

static void start(struct copy *copy, const char *term, char *const argv[])
{
	struct winsize size = { .ws_row = ROWS, .ws_col = COLS };
	copy->pid = forkpty(&copy->terminal, NULL, NULL, &size);
	if (copy->pid < 0)
		die("no pseudo-terminal (see /proc/sys/kernel/pty/max)");
	if (copy->pid == 0) {
		setenv("TERM", term, 1);
		execvp(argv[0], argv);
		_exit(127);
	}
	fcntl(copy->terminal, F_SETFD, FD_CLOEXEC);
	fcntl(copy->terminal, F_SETFL, O_NONBLOCK);
}

static void make_screen(void)
{
	screen = vterm_new(ROWS, COLS);
	vterm_set_utf8(screen, 1);
	vterm_screen_enable_altscreen(vterm_obtain_screen(screen), 1);
	vterm_screen_reset(vterm_obtain_screen(screen), 1);
}

struct copy *copies_start(int wanted, const char *term, char *const argv[])
{
	copies = calloc((size_t)wanted, sizeof *copies);
	sources = calloc((size_t)wanted, sizeof *sources);
	if (copies == NULL || sources == NULL)
		die("no memory");
	allow_files(wanted + 32);
	make_screen();
	for (count = 0; count < wanted; count++) {
		start(&copies[count], term, argv);
		sources[count].fd = copies[count].terminal;
		sources[count].events = POLLIN;
	}
	return copies;
}

VTerm *copies_screen(void)
{
	return screen;
}

/* Listening. */

static void let_go(int which)
{
	close(copies[which].terminal);
	copies[which].terminal = -1;
	sources[which].fd = -1;
}

static void show(const char *bytes, size_t size)
{
	char answer[256];
	vterm_input_write(screen, bytes, size);
	size_t asked = vterm_output_read(screen, answer, sizeof answer - 1);
	answer[asked] = '\0';
	if (asked > 0)
		copies_type(&copies[0], answer);
}

static void take(int which)
{
	struct copy *copy = &copies[which];
	char bytes[65536];
	ssize_t got = read(copy->terminal, bytes, sizeof bytes);

	if (got <= 0) {
		if (got == 0 || (errno != EAGAIN && errno != EINTR))
			let_go(which);
		return;
	}
	copy->bytes += (size_t)got;
	copy->last_ms = copies_now_ms();
	if (which == 0)
		show(bytes, (size_t)got);
}

bool copies_listen(int milliseconds)
{
	int ready = poll(sources, (nfds_t)count, milliseconds);

	for (int i = 0; i < count && ready > 0; i++)
		if (sources[i].fd >= 0 && sources[i].revents != 0)
			take(i);
	return ready > 0;
}

/* How many still run and have sent nothing since then. */
static int silent(double since_ms)
{
	int found = 0;
	for (int i = 0; i < count; i++)
		found +=
			copies[i].terminal >= 0 && copies[i].last_ms < since_ms;
	return found;
}

static bool at_work(void)
{
	for (int i = 0; i < count; i++)
		if (copies[i].terminal >= 0 && kernel_runs(copies[i].pid))
			return true;
	return false;
}

void copies_settle(double since_ms, int patience_ms, int quiet_ms)
{
	double until = copies_now_ms() + patience_ms;

	while (silent(since_ms) > 0 && copies_now_ms() < until)
		copies_listen(quiet_ms);
	while (copies_listen(quiet_ms) || at_work())
		;
}

void copies_type(struct copy *copy, const char *bytes)
{
	if (copy->terminal >= 0 &&
	    write(copy->terminal, bytes, strlen(bytes)) < 0)
		return; /* it has ended, as the next read will tell */
}

/* Ending. */

void copies_kill(void)
{
	for (int i = 0; i < count; i++)
		if (copies[i].pid > 0)
			kill(copies[i].pid, SIGKILL);
}

static int exit_status(int status)
{
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Whether it has ended; then its status is told if it was the first. */
static bool ended(int which, int *first)
{
	int status;
	if (copies[which].pid == 0)
		return true;
	if (waitpid(copies[which].pid, &status, WNOHANG) != copies[which].pid)
		return false;
	copies[which].pid = 0;
	if (which == 0)
		*first = exit_status(status);
	return true;
}

static bool all_ended(int *first)
{
	bool all = true;
	for (int i = 0; i < count; i++)
		all = ended(i, first) && all;
	return all;
}

int copies_end(void)
{
	double until = copies_now_ms() + END_MS;
	int first = 128 + SIGKILL;

	while (!all_ended(&first) && (copies_now_ms() < until || at_work()))
		if (!copies_listen(10))
			usleep(1000);
	copies_kill();
	while (!all_ended(&first))
		usleep(1000);
	return first;
}
