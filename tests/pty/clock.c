/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A clock that a test can set, linked into the program in libc's place. The
 * timer is a FIFO named by the process that started this one (hand.c): who
 * writes seconds into it (an int64_t) sets the clock by as many, and the
 * program learns of it as the kernel would tell it: the timer becomes readable,
 * and reading it fails with ECANCELED. Only the timer that asks to be told is
 * told.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static int timer = -1;
static int64_t ahead; /* seconds that the clock has been set by */

int clock_gettime(clockid_t clock, struct timespec *now)
{
	int result = (int)syscall(SYS_clock_gettime, clock, now);

	if (clock == CLOCK_REALTIME)
		now->tv_sec += (time_t)ahead;
	return result;
}

int timerfd_create(int clock, int flags)
{
	char name[32];

	(void)flags;
	snprintf(name, sizeof name, "clock-%d.tmp", (int)getppid());
	if (clock == CLOCK_REALTIME)
		timer = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	return timer;
}

int timerfd_settime(int fd, int flags, const struct itimerspec *at,
		    struct itimerspec *before)
{
	const int both = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;

	(void)at;
	(void)before;
	if (fd == timer && (flags & both) != both)
		_exit(99); /* it would sleep through a step */
	return 0;
}

ssize_t read(int fd, void *bytes, size_t count)
{
	int64_t step;

	if (fd != timer)
		return syscall(SYS_read, fd, bytes, count);
	if (syscall(SYS_read, fd, &step, sizeof step) != sizeof step)
		return -1;
	ahead += step;
	errno = ECANCELED;
	return -1;
}
