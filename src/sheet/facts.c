/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/facts.h"

#include "sheet/spoken.h"
#include "sheet/state.h"

/* Widths under this say the state in its short form (design section 8). */
enum { SHORT_STATE_COLS = 50 };

/* ------------------------------------------------------------------------
 * Contacts.
 */

static void address(struct making *making, const struct format_datum *datum)
{
	making_add_unit(making, datum->label, SHEET_TEXT);
	lines_add(&making->lines, STR(":"), SHEET_TEXT);
	making_end(making);
	for (uint32_t i = 0; i < datum->values && i < 16; i++) {
		making_add_unit(making, datum->value + i, SHEET_TEXT);
		making_end(making);
	}
}

static void labelled(struct making *making, const struct format_datum *datum)
{
	struct str value = book_unit_text(making->book, datum->value,
					  making->how->language);

	making_add_unit(making, datum->label, SHEET_TEXT);
	lines_add(&making->lines, STR(": "), SHEET_TEXT);
	lines_add_whole(&making->lines, value, SHEET_TEXT);
	making_end(making);
}

/* In reader style an address stands once as written, and once in words. */
static void email(struct making *making, const struct format_datum *datum)
{
	struct buf words = { 0 };

	labelled(making, datum);
	if (!making->reader)
		return;
	spoken_email(&words,
		     book_unit_text(making->book, datum->value,
				    making->how->language),
		     making->catalog);
	lines_add(&making->lines, buf_str(&words), SHEET_TEXT);
	making_end(making);
	buf_free(&words);
}

void facts_contact(struct making *making, uint32_t contact,
		   enum format_part part)
{
	struct format_contact record = book_contact(making->book, contact);

	for (uint32_t i = 0; i < record.data.count; i++) {
		struct format_datum datum =
			book_datum(making->book, record.data.first + i);

		if (part != FORMAT_PART_ALL && datum.part != part)
			continue;
		if (datum.part == FORMAT_PART_ADR)
			address(making, &datum);
		else if (datum.part == FORMAT_PART_EMAIL)
			email(making, &datum);
		else
			labelled(making, &datum);
	}
}

/* ------------------------------------------------------------------------
 * The opening state.
 */

void facts_state(struct making *making, uint32_t hours)
{
	struct format_hours record = book_hours(making->book, hours);
	struct dates_how how = making_words(making);
	int64_t now = making->window->now;
	bool brief =
		making->lines.tight || making->lines.cols < SHORT_STATE_COLS;
	struct buf text = { 0 };

	making_holds_until(making, state_until(making->book, hours, now));
	if (!brief && hours_known(making->book, now)) {
		making_add_unit(making, record.short_name, SHEET_STRONG);
		lines_add(&making->lines, STR(": "), SHEET_STRONG);
	}
	state_sentence(&text, &how, hours, now,
		       brief ? STATE_SHORT : STATE_LONG);
	lines_add(&making->lines, buf_str(&text), SHEET_STRONG);
	making_end(making);
	buf_free(&text);
}
