/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Screens as plain text: for scripts, for a look, for tests. The same words
 * as on the screen, without name row, footer, message and focus. And for
 * programs what the look-up finds and the state of every hours table: a line
 * each, its fields apart by tabs.
 */
#ifndef TEXTKIOSK_VIEW_DUMP_H
#define TEXTKIOSK_VIEW_DUMP_H

#include "base/str.h"
#include "sheet/sheet.h"

#include <stdbool.h>
#include <stdint.h>

/* How screens are dumped. */
struct dump_how {
	const struct book *book;
	const struct sheet_window *window; /* its rows: without empty rows
					      when they are few */
	uint32_t language;
	enum sheet_style style;
};

/*
 * Appends every screen, in the order of their numbers, then ids; each begins
 * with its number (or id) and path.
 */
void dump_all(const struct dump_how *how, struct buf *out);

/*
 * Appends the screen with this number ("41" or "041", "0" is start) or id.
 * False when there is none.
 */
bool dump_one(const struct dump_how *how, struct str which, struct buf *out);

/*
 * Appends what the look-up finds, a line each: the number that leads there as
 * it is typed (041), or the page's id, or nothing where there is no page; a
 * tab; the words of the look-up's row. Without a hit it is what the look-up
 * says then. `words` is valid UTF-8 without forbidden characters.
 */
void dump_find(const struct dump_how *how, struct str words, struct buf *out);

/*
 * Appends the state of every table at an instant: id, status, reason, next
 * change (local time with offset) and the status from then on; the last two
 * are "-" when there is none.
 */
void dump_hours(const struct book *book, int64_t now, struct buf *out);

#endif
