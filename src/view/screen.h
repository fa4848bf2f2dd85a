/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only file that knows curses. It paints frames with curses into a
 * memory file, so that a frame comes out as bytes in one piece: run/output
 * sends them, and a terminal that stops reading cannot hang the program.
 * Only rows that differ are painted; where only the role differs, only
 * attributes are changed.
 *
 * termios is never touched here, the terminal is never asked anything, and
 * the size is what the caller says.
 */
#ifndef TEXTKIOSK_VIEW_SCREEN_H
#define TEXTKIOSK_VIEW_SCREEN_H

#include "base/str.h"
#include "view/frame.h"
#include "view/keys.h"

#include <stdbool.h>
#include <stdint.h>

/* Whether a screen can be shown on a terminal of this name. */
enum screen_fault {
	SCREEN_GOOD,
	SCREEN_UNKNOWN, /* the machine does not know the name */
	SCREEN_DUMB	/* it cannot address the cursor */
};

/*
 * Makes curses ready for the terminal `name`. Once in a process; on a fault
 * nothing has been written. Appends what the terminal is to be sent first.
 */
enum screen_fault screen_open(const char *name, uint32_t cols, uint32_t rows,
			      struct buf *out);

/* Teaches the decoder the keys that the terminal's description names. */
void screen_teach(struct keys *keys);

/* Another window size; the next frame is painted whole. */
void screen_resize(uint32_t cols, uint32_t rows);

/*
 * Appends the bytes that make the screen show `frame` instead of `before`,
 * the frame shown last; NULL: nothing has been shown since open or resize.
 */
void screen_show(const struct frame *before, const struct frame *frame,
		 struct buf *out);

/*
 * Appends what empties the lines that have scrolled off a Linux console; the
 * next frame is then painted whole. Nothing for other terminals.
 */
void screen_forget_scrolled(struct buf *out);

/* Wipes what is left of screens before the one that was shown last. */
void screen_forget(void);

/* Appends what ends the screen: attributes off, cursor shown, screen left. */
void screen_close(struct buf *out);

/*
 * The same bytes, prepared at screen_open() for a signal handler: valid until
 * the process ends.
 */
struct str screen_last_words(void);

#endif
