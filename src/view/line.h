/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The line dialogue: a page is said as lines, a line is read, the next page
 * is said. For terminals without a screen, for pipes, and for whoever hears
 * better than sees. It says the words of reader style, in rows as narrow, and
 * sends no escape sequence: nothing below U+0020 but U+000A. Where the lines
 * come from, and when, is left to run/dialogue. Pure.
 */
#ifndef TEXTKIOSK_VIEW_LINE_H
#define TEXTKIOSK_VIEW_LINE_H

#include "base/str.h"
#include "sheet/sheet.h"
#include "visit/step.h"

#include <stdint.h>

/* A dialogue. It owns the arena; the book stays the caller's. */
struct line {
	const struct book *book;
	struct sheet_window window; /* of its size only the columns count */
	struct visit visit;
	struct arena *arena;
	const struct sheet *sheet; /* of the visit, in the arena */
};

/* Begins with the page of `visit`, said into `out`. Ended by line_end(). */
void line_begin(struct line *line, const struct book *book,
		const struct sheet_window *window, const struct visit *visit,
		struct buf *out);

/* From now on this book, this window, its time: the next page is of them. */
void line_look(struct line *line, const struct book *book,
	       const struct sheet_window *window);

/*
 * Takes one entry, the line without its end, and says what follows. Whether
 * the visit is over is then in the visit. What it means:
 *
 *	1-8	that choice		0…	from the start screen, digit
 *	9	the other language		by digit
 *	*	reader style on or off	?	the page again
 *	nothing	back			/	the look-up
 *	q	the end (session)	else	the choice of these words,
 *						else they are looked up
 */
void line_enter(struct line *line, struct str entry, struct buf *out);

/* There has been no entry for so long: says what follows, if anything. */
void line_idle(struct line *line, uint32_t seconds, struct buf *out);

/* Frees what it owns. */
void line_end(struct line *line);

#endif
