/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How well a word of A-Ö answers what a visitor typed. Pure. The ranks are
 * those of design section 9, with two for people who write as they speak: a
 * word with its ending, and a whole sentence that names a word. A query is in
 * its exact form (text/order.h) and not empty.
 */
#ifndef TEXTKIOSK_BOOK_RANK_H
#define TEXTKIOSK_BOOK_RANK_H

#include "base/str.h"
#include "book/book.h"

#include <stdint.h>

/* How well a term or a page answers a query; the smaller the better. */
enum rank {
	RANK_EQUAL,
	RANK_PREFIX,
	RANK_WORD_PREFIX,
	RANK_EQUAL_FOLDED,
	RANK_PREFIX_FOLDED,
	RANK_WORD_PREFIX_FOLDED,
	RANK_INSIDE,
	RANK_INSIDE_FOLDED,
	RANK_ENDING,   /* a word of it, with an ending behind */
	RANK_NAMED,    /* all its words stand in the query */
	RANK_IN_TITLE, /* pages: the worst place of all words */
	RANK_IN_HEADING,
	RANK_IN_TEXT,
	RANK_SLIP, /* one slip of the finger; only if nothing else is */
	RANK_NONE  /* it does not answer */
};

/* The best rank up to RANK_ENDING. */
enum rank rank_term(const struct book *book, const struct format_term *term,
		    struct str query);

/* RANK_SLIP where only a slip of the finger can have meant the term. */
enum rank rank_slip(const struct book *book, const struct format_term *term,
		    struct str query);

/* RANK_NAMED where each word of the term stands in the query. */
enum rank rank_named(const struct book *book, const struct format_term *term,
		     struct str query);

#endif
