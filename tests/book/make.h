/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes a small valid book in memory, for tests: say what is in it, in the
 * order in which content says it, and make_book() lays it out as format.h
 * wants it. Two languages, sv and en. Nothing is checked as the compiler
 * checks; what the format does not allow ends the test.
 *
 *	struct make *make = make_new();
 *	uint32_t start = make_page(make, "start", 0, "Bygden", "The Place");
 *
 *	make_text(make, FORMAT_PARAGRAPH, "Hej!", "Hello!");
 *	make_town_hall(make);
 *	book = make_book(make);
 *	…
 *	make_free(make);
 */
#ifndef TEXTKIOSK_TESTS_BOOK_MAKE_H
#define TEXTKIOSK_TESTS_BOOK_MAKE_H

#include "base/str.h"
#include "book/book.h"
#include "book/calendar.h"

#include <stdint.h>

struct make;

enum { MAKE_SWEDISH, MAKE_ENGLISH, MAKE_LANGUAGES };

/* Days of the week for make_open(). */
enum {
	MAKE_MON_THU = 0x0F,
	MAKE_FRI = 0x10,
	MAKE_WEEKDAYS = 0x1F,
	MAKE_ALL_DAYS = 0x7F
};

/* Nothing but the languages and a site without a name; make_free() it. */
struct make *make_new(void);
void make_free(struct make *make);

/*
 * The book so far. Its memory belongs to `make` and lasts until make_free().
 * It needs a page "start".
 */
struct book make_book(struct make *make);

/* Its bytes, for those who want to damage them. */
struct str make_bytes(struct make *make);

/* A text unit; without English it has no translation. NULL: FORMAT_NONE. */
uint32_t make_unit(struct make *make, const char *sv, const char *en);

/*
 * Marks `words` in the text of a unit in one language. `span` says kind, a
 * and b; of FORMAT_LINK `a` is what make_page() returned.
 */
void make_span(struct make *make, uint32_t unit, uint32_t language,
	       const char *words, struct format_span span, const char *text);

void make_site(struct make *make, const char *name, const char *slogan,
	       int32_t updated);

/*
 * Pages, in any order. Returns a handle for links and terms; it is no index
 * in the book, where pages stand by id. Blocks made next are its blocks.
 */
uint32_t make_page(struct make *make, const char *id, uint32_t number,
		   const char *sv, const char *en);
void make_menu(struct make *make, const char *sv, const char *en);
void make_source(struct make *make, const char *of, uint32_t year,
		 uint32_t month);

/* Blocks made next are the easy text of the page made last. */
void make_easy(struct make *make);

/* A block; returns its unit, and counts from 0 in its page. */
uint32_t make_text(struct make *make, enum format_block_kind kind,
		   const char *sv, const char *en);
void make_block(struct make *make, struct format_block block);

/* Contacts. Returns its index in the book; data made next are its data. */
uint32_t make_contact(struct make *make, const char *id);
uint32_t make_datum(struct make *make, enum format_part part,
		    const char *label_sv, const char *label_en,
		    const char *value_sv, const char *value_en,
		    const char *href);

/*
 * Hours. Returns the table's index in the book. make_open() adds an interval
 * to what was begun last: the table's week, a season, or a date. Dates are
 * made in the order of days. Blocks made next are the table's notes.
 */
uint32_t make_hours(struct make *make, const char *id, const char *sv,
		    const char *en, uint32_t contact);
void make_policies(struct make *make, enum format_policy holidays,
		   enum format_policy eves, enum format_policy near);
void make_open(struct make *make, uint32_t days, uint32_t from, uint32_t to);
void make_season(struct make *make, bool in_weeks, uint32_t from,
		 uint32_t until, const char *sv, const char *en);
void make_date(struct make *make, int32_t from, int32_t until,
	       enum format_date_is is, const char *reason_sv,
	       const char *reason_en);

/* A notice; blocks made next are its blocks. */
void make_notice(struct make *make, uint32_t from, uint32_t until,
		 const char *sv, const char *en);

/* Words of A–Ö, in any order. `block` counts in the page; or FORMAT_NONE. */
void make_term(struct make *make, uint32_t language, const char *word,
	       uint32_t page, uint32_t block);
void make_see(struct make *make, uint32_t language, const char *word,
	      const char *target);

/*
 * The hours and the switchboard of the real page: Monday to Thursday 8-17,
 * Friday 8-16, in the weeks 25-32 one hour less; everything near holidays is
 * uncertain. Returns the table; make_date() may follow.
 */
uint32_t make_town_hall(struct make *make);

/* The day of a date. */
int32_t make_day(int year, int month, int day);

#endif
