/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet while it is made: what the parts of this floor share. flow.c walks
 * the blocks of a page, facts.c writes contacts and hours, hits.c the
 * look-up; all of them write units, words and items through here.
 */
#ifndef TEXTKIOSK_SHEET_MAKING_H
#define TEXTKIOSK_SHEET_MAKING_H

#include "sheet/lines.h"
#include "sheet/sheet.h"
#include "sheet/dates.h"
#include "text/words.h"

/* One sheet while it is made. */
struct making {
	struct arena *arena;
	const struct book *book;
	const struct sheet_window *window;
	const struct sheet_how *how;
	const struct catalog *catalog; /* of how->language */
	struct lines lines;
	struct format_page page;
	bool start;	 /* the start screen */
	bool easy;	 /* the easy text stands instead of prose */
	bool reader;	 /* reader style */
	unsigned digits; /* taken: bit d for digit d */
	int64_t until;	 /* instant from which something on it is other */
};

/* In which words times and days are said. */
struct dates_how making_words(const struct making *making);

/* Something on the sheet holds only until an instant. */
void making_holds_until(struct making *making, int64_t instant);

/* The smallest free digit, now taken; 0 when all eight are. */
uint32_t making_digit(struct making *making);

/* Adds the words of a unit, its markup as roles, marked if not translated. */
void making_add_unit(struct making *making, uint32_t unit,
		     enum sheet_role role);

/* Adds program words. */
void making_add_words(struct making *making, enum words words,
		      enum sheet_role role);

/* Ends the paragraph, which is no item. */
void making_end(struct making *making);

/* Begins an item: its digit, if it has one, is added. To be ended with … */
int32_t making_item(struct making *making, struct sheet_item item);

/* … this. */
void making_end_item(struct making *making, int32_t item);

/* An item that opens a place of a page, with words for its label. */
void making_open_item(struct making *making, uint32_t digit, uint32_t page,
		      uint32_t block, struct str label);

/* The short label of a page, in the sheet's language. */
struct str making_label(const struct making *making, uint32_t page);

/* Appends the number of a page as it is typed: "041"; nothing without one. */
void making_number(const struct making *making, uint32_t page, struct buf *out);

/* The rows that the links of a unit give after its block. */
void making_links(struct making *making, uint32_t unit);

/* An item whose label is the program's words. */
void making_words_item(struct making *making, struct sheet_item item,
		       enum words words);

#endif
