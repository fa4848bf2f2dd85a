/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Many sessions of a terminal program side by side, as on a host that people
 * reach over SSH: what they cost the whole machine.
 *
 *   sessions COUNT SECONDS KEY... -- PROGRAM [ARGUMENT]...
 *
 * Each starts on a pseudo-terminal of its own; then each gets a key a second,
 * the KEYs in turn, no two sessions at the same moment; then all are hung up.
 * One line a figure, name and value, tab-separated:
 *
 *   painted-ms      from the first start to the last byte of the last screen
 *   machine-kib     what the kernel can no longer give away, a session
 *   used-kib        the same, added up from what sessions can make grow
 *   proportional-kib, private-kib    what it says of the processes, a session
 *   core-percent    of one processor, by all sessions while keys came
 *   answer-ms       median, from a key to the last byte of its answer
 *   answer-ms-99    that of the slowest in a hundred
 *   silent          keys that nothing answered
 *   ended-ms        from the hang-up to the last one's end
 */
#include "bench/copies.h"
#include "bench/kernel.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATIENCE_MS = 60000, QUIET_MS = 300 };

static struct copy *copies;
static int count;

/* KiB of all sessions, by one of the kernel's figures. */
static long sum(long (*figure)(pid_t))
{
	long value = 0;
	for (int i = 0; i < count; i++)
		value += figure(copies[i].pid);
	return value;
}

static double busy_ms(void)
{
	double value = 0;
	for (int i = 0; i < count; i++)
		value += kernel_busy_ms(copies[i].pid);
	return value;
}

static double last_byte_ms(void)
{
	double last = 0;
	for (int i = 0; i < count; i++)
		last = copies[i].last_ms > last ? copies[i].last_ms : last;
	return last;
}

static void open_all(char *const argv[])
{
	long available = kernel_available();
	long used = kernel_used();
	double begun = copies_now_ms();

	copies = copies_start(count, "xterm-256color", argv);
	copies_settle(begun, PATIENCE_MS, QUIET_MS);
	printf("painted-ms\t%.0f\n", last_byte_ms() - begun);
	printf("machine-kib\t%ld\n", (available - kernel_available()) / count);
	printf("used-kib\t%ld\n", (kernel_used() - used) / count);
	printf("proportional-kib\t%ld\n", sum(kernel_proportional) / count);
	printf("private-kib\t%ld\n", sum(kernel_private) / count);
}

/* Answers, and how long they took. */

static double *answers;
static int answered;
static int silent;

static void note_answer(const struct copy *copy)
{
	if (copy->asked_ms > 0 && copy->last_ms > copy->asked_ms)
		answers[answered++] = copy->last_ms - copy->asked_ms;
	else
		silent += copy->asked_ms > 0;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;
	return (x > y) - (x < y);
}

static void say_answers(void)
{
	qsort(answers, (size_t)answered, sizeof *answers, compare);
	if (answered > 0) {
		printf("answer-ms\t%.2f\n", answers[answered / 2]);
		printf("answer-ms-99\t%.2f\n", answers[answered * 99 / 100]);
	}
	printf("silent\t%d\n", silent);
}

/* Session number i gets its key i/COUNT into each second. */
static void press_all(int seconds, char **keys, int key_count)
{
	double begun = copies_now_ms();

	for (int press = 0; press < seconds * count; press++) {
		struct copy *copy = &copies[press % count];
		double due = begun + press * 1000.0 / count;
		for (double left; (left = due - copies_now_ms()) > 0;)
			copies_listen((int)left + 1);
		copies_listen(0);
		note_answer(copy);
		copy->asked_ms = copies_now_ms();
		copies_type(copy, keys[press / count % key_count]);
	}
	copies_settle(0, 0, QUIET_MS);
	for (int i = 0; i < count; i++)
		note_answer(&copies[i]);
}

static void work_all(int seconds, char **keys, int key_count)
{
	answers = calloc((size_t)count * (size_t)seconds, sizeof *answers);
	if (answers == NULL)
		exit(1);
	double before = busy_ms();
	press_all(seconds, keys, key_count);
	printf("core-percent\t%.1f\n", (busy_ms() - before) / seconds / 10);
	say_answers();
}

static void hang_up_all(void)
{
	double begun = copies_now_ms();
	for (int i = 0; i < count; i++)
		kill(copies[i].pid, SIGHUP);
	copies_end();
	printf("ended-ms\t%.0f\n", copies_now_ms() - begun);
}

static void give_up(int signal)
{
	copies_kill();
	_exit(128 + signal);
}

int main(int argc, char **argv)
{
	int program = 3;
	while (program < argc && strcmp(argv[program], "--") != 0)
		program++;
	if (program < 4 || program + 1 >= argc || atoi(argv[1]) < 1 ||
	    atoi(argv[2]) < 1) {
		fputs("usage: sessions COUNT SECONDS KEY... "
		      "-- PROGRAM [ARGUMENT]...\n",
		      stderr);
		return 64;
	}
	signal(SIGPIPE, SIG_IGN);
	signal(SIGINT, give_up);
	signal(SIGTERM, give_up);
	count = atoi(argv[1]);
	open_all(&argv[program + 1]);
	work_all(atoi(argv[2]), &argv[3], program - 3);
	hang_up_all();
	return 0;
}
