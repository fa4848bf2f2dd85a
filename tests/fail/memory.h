/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that runs out when a test says so. memory.c is linked into a program
 * in libc's place and counts what is asked for from main() on; the file
 * memory.tmp in the current folder, mapped by both, holds the plan and what
 * came of it. Without that file nothing fails.
 */
#ifndef TEXTKIOSK_TESTS_FAIL_MEMORY_H
#define TEXTKIOSK_TESTS_FAIL_MEMORY_H

#define MEMORY_FILE "memory.tmp"

struct memory_plan {
	unsigned from, to; /* these requests fail, counted from 1 */
	unsigned asked;	   /* how many there have been */
	unsigned failed;   /* how many of them failed */
	char by[400];	   /* who asked last in vain: functions, inner first */
};

#endif
