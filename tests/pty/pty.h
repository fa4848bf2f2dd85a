/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The real program on a real pseudo-terminal, watched through a libvterm
 * screen. Nothing sleeps: the program, run with --sync-marks, puts a private
 * mark with the number of bytes it has taken behind everything it sends, so
 * when the mark has been read the screen is complete.
 */
#ifndef TEXTKIOSK_TESTS_PTY_PTY_H
#define TEXTKIOSK_TESTS_PTY_PTY_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <termios.h>

struct pty;

/* What a cell looks like, beside its character. */
struct pty_looks {
	bool bold;
	bool reverse;
};

/*
 * Starts argv[0] with arguments on a terminal of this name and size, with an
 * environment of TERM and LC_ALL=C.UTF-8 alone (PTY_LC_ALL says another locale,
 * empty: none); waits for the first frame. NULL when the program ended before
 * it.
 */
struct pty *pty_start(const char *const argv[], const char *term, unsigned cols,
		      unsigned rows);

/* The same, without waiting: it may never come to a frame. */
struct pty *pty_begin(const char *const argv[], const char *term, unsigned cols,
		      unsigned rows);

/*
 * As pty_start(), in 80 x 24, below a shell, as it were: the terminal has
 * these modes before it, and is not the program's own, so that the kernel does
 * not reset it when the program ends.
 */
struct pty *pty_start_below(const char *const argv[], const char *term,
			    const struct termios *modes);

/* Ends the program by SIGKILL; the terminal and what it shows stay. */
void pty_kill(struct pty *pty);

/*
 * Starts a program on the terminal where one has ended, as a service manager
 * does; waits for its first frame. False when it ended before it.
 */
bool pty_start_again(struct pty *pty, const char *const argv[],
		     const char *term);

/* Sends bytes as if typed, and waits until they have been taken. */
void pty_type(struct pty *pty, struct str bytes);

/* Sends bytes and waits for nothing. */
void pty_send(struct pty *pty, struct str bytes);

/* Another size; waits for the frame that follows. */
void pty_resize(struct pty *pty, unsigned cols, unsigned rows);

/* Waits for a frame that nobody's key brings: time or a new book does. */
void pty_wait(struct pty *pty);

/* Another size, of whatever numbers; waits for nothing. */
void pty_claim_size(struct pty *pty, unsigned cols, unsigned rows);

/* A row as text, white space at its end left out, into `out`. */
void pty_row(const struct pty *pty, unsigned row, struct buf *out);

struct pty_looks pty_looks(const struct pty *pty, unsigned row, unsigned col);

void pty_cursor(const struct pty *pty, unsigned *row, unsigned *col);

/* Bells rung, and bytes sent by the program without its marks, so far. */
unsigned pty_bells(const struct pty *pty);
uint64_t pty_bytes(const struct pty *pty);

/* Everything the program has sent, marks and all. */
struct str pty_sent(const struct pty *pty);

/* Waits for the program's end: its exit code, or 128 and the signal. */
int pty_end(struct pty *pty);

/* Whether it has ended. */
bool pty_ended(const struct pty *pty);

/* Its process. */
int pty_process(const struct pty *pty);

/* The terminal as the program sees it, opened; to be closed by the caller. */
int pty_line(const struct pty *pty);

/* Ends the program if it runs, and frees all. */
void pty_stop(struct pty *pty);

#endif
