/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies of a terminal program, each on a pseudo-terminal of its own. The
 * first one's screen is kept by libvterm, which also answers what the program
 * asks of its terminal; of the others only bytes are counted, so that a
 * thousand cost the measurer next to nothing. All are ended before it ends.
 */
#ifndef BENCH_COPIES_H
#define BENCH_COPIES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <vterm.h>

enum { ROWS = 24, COLS = 80 };

/* One copy of the program. */
struct copy {
	pid_t pid;
	int terminal;	 /* our side of it; -1: the program has let go of it */
	size_t bytes;	 /* that it has sent */
	double last_ms;	 /* when the last of them came, by copies_now_ms() */
	double asked_ms; /* for whoever sends it keys: when it got the last */
};

/* Milliseconds of a clock that only goes forward. */
double copies_now_ms(void);

/*
 * Starts so many copies with this TERM, beyond the soft limit of open files if
 * need be. Ends the measurer, with a sentence, where the system refuses.
 */
struct copy *copies_start(int count, const char *term, char *const argv[]);

/* The first copy's screen. */
VTerm *copies_screen(void);

/*
 * Takes what comes from any of them within so many milliseconds, or nothing;
 * false if nothing has come.
 */
bool copies_listen(int milliseconds);

/*
 * Takes all that comes until every copy that still runs has sent something
 * since `since_ms`, or `patience_ms` have passed, and until nothing has come
 * for `quiet_ms` while no copy was at work: a program that loads on in silence
 * is not done.
 */
void copies_settle(double since_ms, int patience_ms, int quiet_ms);

/* Types into one copy; one that has ended takes nothing. */
void copies_type(struct copy *copy, const char *bytes);

/*
 * Waits three seconds for all to end, or longer while they are at work, then
 * ends them. The first one's exit status; 128 and its signal, if that ended it.
 */
int copies_end(void);

/* Ends all at once. May be called by a signal's handler. */
void copies_kill(void);

#endif
