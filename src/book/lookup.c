/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A linear scan over the keys of all terms, some hundreds, with nothing
 * allocated but the query's form. The hits are kept sorted as they come.
 */
#include "book/lookup.h"

#include "text/chars.h"
#include "text/order.h"

#include <string.h>

/* Where in a key a query stands. */
enum where { NOWHERE, INSIDE, WORD_PREFIX, PREFIX, EQUAL };

/* No letter and no digit stands before the place. */
static bool word_begins(struct str key, size_t at)
{
	size_t before = at - 1;
	uint32_t c;

	while (before > 0 && ((unsigned char)key.at[before] & 0xC0) == 0x80)
		before--;
	chars_first(str_from(key, before), &c);
	return !chars_letter(c) && !(c >= '0' && c <= '9');
}

static bool stands_at(struct str key, size_t at, struct str query)
{
	return key.at[at] == query.at[0] &&
	       memcmp(key.at + at, query.at, query.bytes) == 0;
}

/* A query is not empty. */
static enum where where_in(struct str key, struct str query)
{
	enum where best = NOWHERE;

	if (key.bytes < query.bytes)
		return NOWHERE;
	if (stands_at(key, 0, query))
		return key.bytes == query.bytes ? EQUAL : PREFIX;
	for (size_t at = 1; at <= key.bytes - query.bytes; at++) {
		if (!stands_at(key, at, query))
			continue;
		if (word_begins(key, at))
			return WORD_PREFIX;
		best = INSIDE;
	}
	return best;
}

/* ------------------------------------------------------------------------
 * Ranks.
 */

/* The forms of a term as they are tried: those that keep å ä ö first. */
static const struct {
	enum order_form form;
	bool folded;
} forms[FORMAT_LOOKUP_KEYS] = {
	{ ORDER_EXACT, false },	  { ORDER_EXACT_BARE, false },
	{ ORDER_STRIPPED, true }, { ORDER_STRIPPED_BARE, true },
	{ ORDER_DIGRAPH, true },  { ORDER_DIGRAPH_BARE, true },
};

static enum lookup_rank rank_of(enum where where, bool folded)
{
	static const enum lookup_rank ranks[][2] = {
		[NOWHERE] = { LOOKUP_RANKS, LOOKUP_RANKS },
		[INSIDE] = { LOOKUP_INSIDE, LOOKUP_INSIDE_FOLDED },
		[WORD_PREFIX] = { LOOKUP_WORD_PREFIX,
				  LOOKUP_WORD_PREFIX_FOLDED },
		[PREFIX] = { LOOKUP_PREFIX, LOOKUP_PREFIX_FOLDED },
		[EQUAL] = { LOOKUP_EQUAL, LOOKUP_EQUAL_FOLDED },
	};

	return ranks[where][folded];
}

/* Most words have the same key in several forms, and one place in the pool. */
static bool tried(const struct format_term *term, size_t index)
{
	struct format_text key = term->key[forms[index].form];

	while (index-- > 0)
		if (term->key[forms[index].form].offset == key.offset &&
		    term->key[forms[index].form].bytes == key.bytes)
			return true;
	return false;
}

/* The best rank of a term; LOOKUP_RANKS: it does not answer. */
static enum lookup_rank rank_term(const struct book *book,
				  const struct format_term *term,
				  struct str query)
{
	enum lookup_rank best = LOOKUP_RANKS;

	for (size_t i = 0; i < FORMAT_LOOKUP_KEYS; i++) {
		struct str key = book_bytes(book, term->key[forms[i].form]);
		enum lookup_rank rank;

		if (tried(term, i))
			continue;
		rank = rank_of(where_in(key, query), forms[i].folded);
		if (rank < best)
			best = rank;
		if (best == LOOKUP_EQUAL)
			break;
	}
	return best;
}

/* ------------------------------------------------------------------------
 * Hits.
 */

struct target {
	uint32_t page;
	uint32_t block;
};

struct scan {
	const struct book *book;
	struct str query; /* in its exact form */
	uint32_t language;
	struct lookup_result *result;
	struct target target[LOOKUP_HITS]; /* of the hit with this index */
};

/* Hits of the own language come first, then the better rank, then order. */
static bool before(const struct scan *scan, const struct lookup_hit *a,
		   const struct lookup_hit *b)
{
	bool a_own = a->language == scan->language;
	bool b_own = b->language == scan->language;

	if (a_own != b_own)
		return a_own;
	return a->rank < b->rank;
}

static uint32_t hit_with_target(const struct scan *scan, struct target target)
{
	uint32_t i = 0;

	while (i < scan->result->shown &&
	       (scan->target[i].page != target.page ||
		scan->target[i].block != target.block))
		i++;
	return i;
}

static void take_out(struct scan *scan, uint32_t index)
{
	struct lookup_result *result = scan->result;

	for (uint32_t i = index; i + 1 < result->shown; i++) {
		result->hit[i] = result->hit[i + 1];
		scan->target[i] = scan->target[i + 1];
	}
	result->shown--;
}

static void put_in(struct scan *scan, struct lookup_hit hit,
		   struct target target)
{
	struct lookup_result *result = scan->result;
	uint32_t at = result->shown;

	while (at > 0 && before(scan, &hit, &result->hit[at - 1]))
		at--;
	if (at == LOOKUP_HITS)
		return;
	if (result->shown == LOOKUP_HITS)
		result->shown--;
	for (uint32_t i = result->shown; i > at; i--) {
		result->hit[i] = result->hit[i - 1];
		scan->target[i] = scan->target[i - 1];
	}
	result->hit[at] = hit;
	scan->target[at] = target;
	result->shown++;
}

/* One row a target: the better of two terms stays. */
static void add_hit(struct scan *scan, struct lookup_hit hit,
		    struct target target)
{
	struct lookup_result *result = scan->result;
	uint32_t same = hit_with_target(scan, target);

	if (same < result->shown) {
		if (!before(scan, &hit, &result->hit[same]))
			return;
		take_out(scan, same);
		result->total--;
	}
	result->total++;
	put_in(scan, hit, target);
}

static void scan_language(struct scan *scan, uint32_t language)
{
	struct format_range terms = book_language(scan->book, language).terms;

	for (uint32_t i = 0; i < terms.count; i++) {
		struct format_term term =
			book_term(scan->book, terms.first + i);
		enum lookup_rank rank =
			rank_term(scan->book, &term, scan->query);

		if (rank < LOOKUP_RANKS)
			add_hit(scan,
				(struct lookup_hit){ terms.first + i, language,
						     rank },
				(struct target){ term.page, term.block });
	}
}

void lookup_find(const struct book *book, uint32_t language, struct str query,
		 struct lookup_result *result)
{
	struct buf exact = { 0 };
	struct scan scan = { .book = book,
			     .language = language,
			     .result = result };

	*result = (struct lookup_result){ 0 };
	order_form(&exact, ORDER_EXACT, query);
	scan.query = buf_str(&exact);
	if (scan.query.bytes) {
		scan_language(&scan, language);
		for (uint32_t i = 0; i < book->languages; i++)
			if (i != language)
				scan_language(&scan, i);
	}
	buf_free(&exact);
}

struct format_range lookup_row_letters(const struct book *book,
				       uint32_t language, uint32_t row)
{
	struct format_range all = book_language(book, language).letters;
	struct format_range found = { all.first, 0 };

	for (uint32_t i = 0; i < all.count; i++) {
		if (book_letter(book, all.first + i).row != row)
			continue;
		if (found.count == 0)
			found.first = all.first + i;
		found.count++;
	}
	return found;
}

uint32_t lookup_row_terms(const struct book *book, uint32_t language,
			  uint32_t row)
{
	struct format_range letters = lookup_row_letters(book, language, row);
	uint32_t terms = 0;

	for (uint32_t i = 0; i < letters.count; i++)
		terms += book_letter(book, letters.first + i).terms.count;
	return terms;
}
