/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/notices.h"

#include "book/calendar.h"
#include "book/hours.h"

/* Rows they may take on a screen that is about something else. */
enum { ROWS = 2 };

/* ------------------------------------------------------------------------
 * When they are in force.
 */

static int64_t begins(const struct format_notice *notice)
{
	int64_t instant;

	if (notice->from == 0)
		return INT64_MIN;
	calendar_instant(notice->from, &instant);
	return instant;
}

static int64_t ends(const struct format_notice *notice)
{
	int64_t instant;

	if (notice->until == FORMAT_NONE)
		return INT64_MAX;
	calendar_instant(notice->until, &instant);
	return instant;
}

static bool in_force(const struct making *making,
		     const struct format_notice *notice)
{
	int64_t now = making->window->now;

	if (!hours_known(making->book, now))
		return begins(notice) == INT64_MIN && ends(notice) == INT64_MAX;
	return begins(notice) <= now && now < ends(notice);
}

uint32_t notices_next(const struct making *making, uint32_t from)
{
	uint32_t count = book_count(making->book, FORMAT_NOTICE);

	for (uint32_t i = from; i < count; i++) {
		struct format_notice notice = book_notice(making->book, i);

		if (in_force(making, &notice))
			return i;
		/* They stand by beginning: none of the others has begun. */
		if (begins(&notice) > making->window->now)
			break;
	}
	return FORMAT_NONE;
}

void notices_hold(struct making *making)
{
	uint32_t count = book_count(making->book, FORMAT_NOTICE);
	int64_t now = making->window->now;

	if (!hours_known(making->book, now))
		return;
	for (uint32_t i = 0; i < count; i++) {
		struct format_notice notice = book_notice(making->book, i);

		if (begins(&notice) > now) {
			making_holds_until(making, begins(&notice));
			return;
		}
		if (ends(&notice) > now)
			making_holds_until(making, ends(&notice));
	}
}

/* ------------------------------------------------------------------------
 * Their rows.
 */

static void begin_row(struct making *making, int32_t *item)
{
	*item = making_item(making,
			    (struct sheet_item){ .act = SHEET_ALL_NOTICES });
}

static void short_row(struct making *making, uint32_t index)
{
	int32_t item;

	begin_row(making, &item);
	making_add_unit(making, book_notice(making->book, index).short_text,
			SHEET_ITEM);
	making_end_item(making, item);
}

/* "och 3 till" */
static void more_row(struct making *making, uint32_t left)
{
	struct buf digits = { 0 }, text = { 0 };
	int32_t item;

	buf_number(&digits, left);
	words_fill(&text,
		   words_say_number(making->catalog, WORDS_AND_MORE, left),
		   (const struct str[]){ buf_str(&digits) }, 1);
	begin_row(making, &item);
	lines_add(&making->lines, buf_str(&text), SHEET_ITEM);
	making_end_item(making, item);
	buf_free(&digits);
	buf_free(&text);
}

static uint32_t count_in_force(const struct making *making)
{
	uint32_t count = 0;

	for (uint32_t i = notices_next(making, 0); i != FORMAT_NONE;
	     i = notices_next(making, i + 1))
		count++;
	return count;
}

/* The earliest first; where they are too many the last row says so. */
static void rows(struct making *making)
{
	uint32_t left = count_in_force(making);
	uint32_t at = 0;

	if (making->how->view == SHEET_NOTICES ||
	    making->how->view == SHEET_CALM)
		return;
	lines_at(&making->lines, SHEET_AT_NOTICES);
	for (unsigned row = 1; left; row++, left--) {
		if (row == ROWS && left > 1) {
			more_row(making, left);
			return;
		}
		at = notices_next(making, at);
		short_row(making, at++);
	}
}

void notices_above_title(struct making *making)
{
	if (making->reader)
		return;
	rows(making);
	lines_gap(&making->lines);
}

void notices_below_title(struct making *making)
{
	if (making->reader)
		rows(making);
}
