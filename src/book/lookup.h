/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds what a visitor typed among the words of A–Ö. Pure; nothing typed is
 * kept. Ranks are those of design section 9: equal, prefix, word prefix, the
 * same folded, inside a word.
 */
#ifndef TEXTKIOSK_BOOK_LOOKUP_H
#define TEXTKIOSK_BOOK_LOOKUP_H

#include "base/str.h"
#include "book/book.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of a query, without NUL. */
enum { LOOKUP_QUERY_BYTES = 64 };

/* At most this many hits are listed; the rest is counted. */
enum { LOOKUP_HITS = 100 };

/* How well a term answers a query; the smaller the better. */
enum lookup_rank {
	LOOKUP_EQUAL,
	LOOKUP_PREFIX,
	LOOKUP_WORD_PREFIX,
	LOOKUP_EQUAL_FOLDED,
	LOOKUP_PREFIX_FOLDED,
	LOOKUP_WORD_PREFIX_FOLDED,
	LOOKUP_INSIDE,
	LOOKUP_INSIDE_FOLDED,
	LOOKUP_RANKS
};

struct lookup_hit {
	uint32_t term; /* what is shown; its page and block are the target */
	uint32_t language; /* whose term it is */
	enum lookup_rank rank;
};

struct lookup_result {
	struct lookup_hit hit[LOOKUP_HITS];
	uint32_t shown; /* hits above */
	uint32_t total; /* found in all */
};

/*
 * The terms that answer `query` (valid UTF-8 as typed), best first, then in
 * the order of A–Ö; one hit a target. Terms of the other languages come last.
 * An empty query finds nothing.
 */
void lookup_find(const struct book *book, uint32_t language, struct str query,
		 struct lookup_result *result);

/* Words (terms) of a letter row 0-7 of a language, and its letters. */
uint32_t lookup_row_terms(const struct book *book, uint32_t language,
			  uint32_t row);

/* The letters of a row, in order: a range of the section of letters. */
struct format_range lookup_row_letters(const struct book *book,
				       uint32_t language, uint32_t row);

#endif
