/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program gives up before the first byte of a visitor is read: from
 * then on it starts no process, opens no connection, writes to no file, and
 * reads none but a new book and its own words. Whoever finds a fault in it or
 * in curses has gained a terminal and nothing else.
 *
 * Two layers of the kernel, each enough for most of it: seccomp(2) lets a
 * short list of system calls through, landlock(7) two folders. A call that is
 * not on the list raises SIGSYS, which run/signals makes a clean end.
 */
#ifndef TEXTKIOSK_RUN_CONFINE_H
#define TEXTKIOSK_RUN_CONFINE_H

#include <stdbool.h>

/* What holds, or could hold, on this machine. */
struct confine_layers {
	bool seccomp;
	int landlock; /* version of its interface (ABI); 0: there is none */
};

/* What the kernel offers. Changes nothing. */
struct confine_layers confine_offered(void);

/*
 * Limits on memory, descriptors, files and processes (setrlimit(2)); for
 * good. No child can be started after it but by root.
 */
void confine_limits(void);

/*
 * Confines the process for good, as far as the kernel can: reading is
 * allowed in two folders only: `book`, where a new one appears, and `words`,
 * where the catalogues are; NULL: none. Says which layers hold now. Files
 * that are open stay open.
 */
struct confine_layers confine(const char *book, const char *words);

#endif
