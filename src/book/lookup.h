/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds what a visitor typed among the words of A–Ö and in the text of pages.
 * Pure; nothing typed is kept. Best first by book/rank.h.
 */
#ifndef TEXTKIOSK_BOOK_LOOKUP_H
#define TEXTKIOSK_BOOK_LOOKUP_H

#include "base/str.h"
#include "book/book.h"
#include "book/rank.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of a query, without NUL. */
enum { LOOKUP_QUERY_BYTES = 64 };

/* At most this many hits are listed; the rest is counted. */
enum { LOOKUP_HITS = 100 };

/* A term or, where `term` is FORMAT_NONE, the text of a page. */
struct lookup_hit {
	uint32_t term;
	uint32_t language; /* whose term it is; of a page the reader's */
	enum rank rank;
	uint32_t page; /* where it leads */
	uint32_t block;
	uint32_t said;	/* RANK_NAMED: bytes of its name; more come first */
	uint32_t order; /* among those of one rank */
};

struct lookup_result {
	struct lookup_hit hit[LOOKUP_HITS];
	uint32_t shown; /* hits above */
	uint32_t total; /* found in all */
};

/*
 * What answers `query` (valid UTF-8 as typed): terms, best first, then in the
 * order of A–Ö; then pages whose text holds all its words, by number, those
 * left out to which one of the terms leads; then terms of other languages.
 * One hit a target. An empty query finds nothing.
 */
void lookup_find(const struct book *book, uint32_t language, struct str query,
		 struct lookup_result *result);

/* The sentence by which a page is a hit; empty for terms. */
struct str lookup_sentence(const struct book *book, struct str query,
			   const struct lookup_hit *hit);

/* Words (terms) of a letter row 0-7 of a language, and its letters. */
uint32_t lookup_row_terms(const struct book *book, uint32_t language,
			  uint32_t row);

/* The letters of a row, in order: a range of the section of letters. */
struct format_range lookup_row_letters(const struct book *book,
				       uint32_t language, uint32_t row);

#endif
