/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A linear scan over the keys of all terms, some hundreds: a few thousand
 * comparisons a letter typed. The hits are kept sorted as they come.
 */
#include "book/lookup.h"

#include "text/order.h"

/* Where in a key a query stands. */
enum where { NOWHERE, INSIDE, WORD_PREFIX, PREFIX, EQUAL };

static bool word_begins(struct str key, size_t at)
{
	unsigned char before = (unsigned char)key.at[at - 1];

	return before < 0x80 &&
	       !((before | 0x20) >= 'a' && (before | 0x20) <= 'z') &&
	       !(before >= '0' && before <= '9');
}

static enum where where_in(struct str key, struct str query)
{
	enum where best = NOWHERE;

	if (str_equal(key, query))
		return EQUAL;
	if (str_starts(key, query))
		return PREFIX;
	for (size_t at = 1; at + query.bytes <= key.bytes; at++) {
		if (!str_starts(str_from(key, at), query))
			continue;
		if (word_begins(key, at))
			return WORD_PREFIX;
		best = INSIDE;
	}
	return best;
}

/* A place in a key of a form is a rank: folded forms come after exact ones. */
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

static bool is_folded(unsigned form)
{
	return form != ORDER_EXACT && form != ORDER_EXACT_BARE;
}

/* The best rank of a term; LOOKUP_RANKS: it does not answer. */
static enum lookup_rank rank_term(const struct book *book,
				  const struct format_term *term,
				  struct str query)
{
	enum lookup_rank best = LOOKUP_RANKS;

	for (unsigned form = 0; form < FORMAT_LOOKUP_KEYS; form++) {
		struct str key = book_text(book, term->key[form]);
		enum lookup_rank rank =
			rank_of(where_in(key, query), is_folded(form));

		if (rank < best)
			best = rank;
	}
	return best;
}

struct scan {
	const struct book *book;
	struct str query; /* in its exact form */
	uint32_t language;
	struct lookup_result *result;
};

static bool same_target(const struct scan *scan, uint32_t a, uint32_t b)
{
	struct format_term x = book_term(scan->book, a);
	struct format_term y = book_term(scan->book, b);

	return x.page == y.page && x.block == y.block;
}

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

static uint32_t hit_with_target(const struct scan *scan, uint32_t term)
{
	for (uint32_t i = 0; i < scan->result->shown; i++)
		if (same_target(scan, scan->result->hit[i].term, term))
			return i;
	return scan->result->shown;
}

static void take_out(struct lookup_result *result, uint32_t index)
{
	for (uint32_t i = index; i + 1 < result->shown; i++)
		result->hit[i] = result->hit[i + 1];
	result->shown--;
}

static void put_in(const struct scan *scan, struct lookup_hit hit)
{
	struct lookup_result *result = scan->result;
	uint32_t at = result->shown;

	while (at > 0 && before(scan, &hit, &result->hit[at - 1]))
		at--;
	if (at == LOOKUP_HITS)
		return;
	if (result->shown == LOOKUP_HITS)
		result->shown--;
	for (uint32_t i = result->shown; i > at; i--)
		result->hit[i] = result->hit[i - 1];
	result->hit[at] = hit;
	result->shown++;
}

/* One row a target: the better of two terms stays. */
static void add_hit(const struct scan *scan, struct lookup_hit hit)
{
	struct lookup_result *result = scan->result;
	uint32_t same = hit_with_target(scan, hit.term);

	if (same < result->shown) {
		if (!before(scan, &hit, &result->hit[same]))
			return;
		take_out(result, same);
		result->total--;
	}
	result->total++;
	put_in(scan, hit);
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
			add_hit(scan, (struct lookup_hit){ terms.first + i,
							   language, rank });
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
