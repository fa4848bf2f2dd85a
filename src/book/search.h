/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the pages whose text holds every word of a query, anywhere in a word:
 * Swedish writes its compounds as one. A scan over the folded text that the
 * book holds; nothing of a page is read before it is a hit. Letters with
 * marks are themselves; letters without stand for those with marks too.
 */
#ifndef TEXTKIOSK_BOOK_SEARCH_H
#define TEXTKIOSK_BOOK_SEARCH_H

#include "base/str.h"
#include "book/book.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A query of shorter words alone is in every page, so it finds none. */
enum { SEARCH_LETTERS = 3 };

/* No query has more words. */
enum { SEARCH_WORDS = 32 };

struct search_word {
	struct str exact;  /* as typed, case folded */
	struct str dotted; /* "oe" read as "ö", …; or empty */
	bool marked;	   /* has å, ä, ö, é …: is searched with them */
};

/* A query made ready; search_begin() it, search_end() it. */
struct search {
	const struct book *book;
	uint32_t language;
	struct search_word word[SEARCH_WORDS];
	size_t words;  /* 0: nothing is found */
	uint64_t left; /* bytes of text that an honest book can still have */
	struct buf forms[2]; /* what the words are slices of */
};

/* Where a page holds the word that stands worst of all. */
struct search_hit {
	uint32_t passage;  /* of FORMAT_PASSAGE */
	uint32_t standing; /* enum format_standing */
	size_t word;
};

/* `query` is in the form ORDER_EXACT, and is not kept. */
void search_begin(struct search *search, const struct book *book,
		  uint32_t language, struct str query);

/* Whether a page is a hit; then *hit says where. */
bool search_page(struct search *search, uint32_t page, struct search_hit *hit);

/*
 * The sentence of the passage that holds the word, as the book has it; the
 * passage's first, where none does by itself.
 */
struct str search_sentence(const struct search *search,
			   const struct search_hit *hit);

void search_end(struct search *search);

#endif
