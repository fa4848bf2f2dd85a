/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What Linux says of a process and of the machine, in /proc. Figures of a
 * process include those of every process that it has started. What cannot be
 * read is 0: a process that has just ended is no failure of a measure.
 */
#ifndef BENCH_KERNEL_H
#define BENCH_KERNEL_H

#include <stdbool.h>
#include <sys/types.h>

/* Whether it is at work: running, or waiting for a disk. */
bool kernel_runs(pid_t pid);

/* KiB of memory, what it shares divided by those that share it. */
long kernel_proportional(pid_t pid);

/* KiB of memory that only it has written. */
long kernel_private(pid_t pid);

/* How often it has been given the processor. */
long kernel_woken(pid_t pid);

/* Milliseconds of processor that it has used. */
double kernel_busy_ms(pid_t pid);

/*
 * KiB of the whole machine that a new program could still have, by the
 * kernel's estimate.
 */
long kernel_available(void);

/*
 * KiB of the whole machine that sessions can make grow: memory of programs
 * with no file behind it, memory files, and the kernel's own.
 */
long kernel_used(void);

#endif
