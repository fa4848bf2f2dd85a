/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pty/hand.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char name[32]; /* as clock.c spells it */
static int clock_fd = -1;

void hand_open(void)
{
	snprintf(name, sizeof name, "clock-%d.tmp", (int)getpid());
	unlink(name);
	if (mkfifo(name, 0600) < 0)
		abort();
	/* For both, or a reader that came first would see its end. */
	clock_fd = open(name, O_RDWR | O_CLOEXEC);
	if (clock_fd < 0)
		abort();
}

/* A file that others move into the folder of the book wakes the program too. */
void hand_wait(struct pty *pty)
{
	uint64_t bytes = pty_bytes(pty);

	while (!pty_ended(pty) && pty_bytes(pty) == bytes)
		pty_wait(pty);
}

static void set_clock(int64_t seconds)
{
	if (write(clock_fd, &seconds, sizeof seconds) != sizeof seconds)
		abort();
}

void hand_move(struct pty *pty, int64_t seconds)
{
	set_clock(seconds);
	hand_wait(pty);
}

/* The clock is looked at before the keys are; Right does nothing. */
void hand_pass(struct pty *pty, int64_t seconds)
{
	set_clock(seconds);
	pty_type(pty, STR("\033[C"));
}

void hand_close(void)
{
	close(clock_fd);
	unlink(name);
}
