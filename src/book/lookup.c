/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A scan over the keys of all terms, which lie in one stretch, then over the
 * text of all pages. All hits are collected, so that those past the last one
 * shown are counted rightly too; then they are sorted.
 */
#include "book/lookup.h"

#include "base/arena.h"
#include "book/search.h"
#include "text/near.h"
#include "text/order.h"

#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------------
 * Hits.
 */

struct finding {
	const struct book *book;
	struct str query; /* in its exact form */
	uint32_t language;
	struct arena *arena;
	struct lookup_hit *hits;
	size_t count, room;
};

static void add_hit(struct finding *finding, struct lookup_hit hit)
{
	finding->hits =
		arena_grow(finding->arena, finding->hits, finding->count,
			   &finding->room, sizeof *finding->hits);
	finding->hits[finding->count++] = hit;
}

/* rank_term() or what is asked where it finds nothing. */
typedef enum rank ranking(const struct book *book,
			  const struct format_term *term, struct str query);

static void add_term(struct finding *finding, uint32_t language, uint32_t index,
		     const struct format_term *term, ranking *rank)
{
	struct lookup_hit hit = {
		.term = index,
		.language = language,
		.rank = rank(finding->book, term, finding->query),
		.page = term->page,
		.block = term->block,
		.order = index,
	};

	if (hit.rank == RANK_NAMED)
		hit.said = term->key[ORDER_EXACT].bytes;
	if (hit.rank != RANK_NONE)
		add_hit(finding, hit);
}

static uint32_t keys_begin(const struct book *book, uint32_t term)
{
	return book_term(book, term).key[0].offset;
}

static uint32_t keys_end(const struct format_term *term)
{
	uint32_t end = 0;

	for (size_t i = 0; i < FORMAT_LOOKUP_KEYS; i++)
		if (term->key[i].offset + term->key[i].bytes > end)
			end = term->key[i].offset + term->key[i].bytes;
	return end;
}

/*
 * The term whose keys hold a place of the pool, `from` or one behind it. Where
 * there are many hits the next is near, so the steps grow from there.
 */
static uint32_t term_at(const struct book *book, uint32_t from, uint32_t end,
			uint32_t place)
{
	uint32_t step = 1;

	while (step < end - from && keys_begin(book, from + step) <= place) {
		from += step;
		step *= 2;
	}
	while (step /= 2)
		if (step < end - from && keys_begin(book, from + step) <= place)
			from += step;
	return from;
}

/* The place in the pool from `from` on where `piece` stands, before `end`. */
static bool find_piece(const struct book *book, struct str piece, uint32_t from,
		       uint32_t end, uint32_t *place)
{
	struct str keys = book_bytes(
		book,
		(struct format_text){ from, end > from ? end - from : 0 });
	const char *found =
		keys.bytes ? memmem(keys.at, keys.bytes, piece.at, piece.bytes)
			   : NULL;

	if (found)
		*place = from + (uint32_t)(found - keys.at);
	return found != NULL;
}

/* The terms of a language that hold `piece`, as far as they have a rank. */
static void add_terms_with(struct finding *finding, uint32_t language,
			   struct str piece, ranking *rank)
{
	const struct book *book = finding->book;
	struct format_range terms = book_language(book, language).terms;
	uint32_t at = terms.first, end = terms.first + terms.count;
	struct format_term term = book_term(book, end - 1);
	uint32_t last = keys_end(&term);
	uint32_t place = keys_begin(book, at);

	while (at < end && find_piece(book, piece, place, last, &place)) {
		at = term_at(book, at, end, place);
		term = book_term(book, at);
		add_term(finding, language, at, &term, rank);
		at++;
		if (keys_end(&term) > place)
			place = keys_end(&term);
	}
}

static void add_terms_with_any(struct finding *finding, uint32_t language,
			       const struct str *pieces, size_t count,
			       ranking *rank)
{
	for (size_t i = 0; i < count; i++)
		if (pieces[i].bytes)
			add_terms_with(finding, language, pieces[i], rank);
}

/*
 * Few terms hold the beginning of the query, or a part that no slip is in, or
 * an end of one of its words.
 */
static void add_terms(struct finding *finding, uint32_t language, ranking *rank)
{
	struct str left = finding->query;
	struct str parts[NEAR_PARTS], ends[NEAR_ENDS];

	if (rank == rank_term) {
		add_terms_with(finding, language, near_stem(left), rank);
	} else if (rank == rank_slip) {
		near_parts(left, parts);
		add_terms_with_any(finding, language, parts, NEAR_PARTS, rank);
	} else {
		while (near_word_ends(&left, ends))
			add_terms_with_any(finding, language, ends, NEAR_ENDS,
					   rank);
	}
}

static int compared(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int by_target(const void *left, const void *right)
{
	const struct lookup_hit *a = left, *b = right;
	int order = compared(a->page, b->page);

	return order ? order : compared(a->block, b->block);
}

static int by_rank(const void *left, const void *right)
{
	const struct lookup_hit *a = left, *b = right;
	int order = compared(a->rank, b->rank);

	if (!order)
		order = compared(b->said, a->said);
	if (!order)
		order = compared(a->order, b->order);
	return order ? order : compared(a->page, b->page);
}

static int by_target_and_rank(const void *left, const void *right)
{
	int order = by_target(left, right);

	return order ? order : by_rank(left, right);
}

static void sort(struct finding *finding, size_t from, size_t to)
{
	if (to > from)
		qsort(finding->hits + from, to - from, sizeof *finding->hits,
		      by_rank);
}

/* One row a target: of the hits from `first` on the better of two stays. */
static void keep_best(struct finding *finding, size_t first)
{
	size_t kept = first;

	if (finding->count > first)
		qsort(finding->hits + first, finding->count - first,
		      sizeof *finding->hits, by_target_and_rank);
	for (size_t i = first; i < finding->count; i++)
		if (kept == first ||
		    by_target(&finding->hits[kept - 1], &finding->hits[i]) != 0)
			finding->hits[kept++] = finding->hits[i];
	finding->count = kept;
}

/* ------------------------------------------------------------------------
 * Own terms, then pages, then terms of other languages.
 */

/* The page of a hit is the passage's where its worst word stands. */
static struct lookup_hit page_hit(const struct finding *finding, uint32_t page,
				  const struct search_hit *found)
{
	enum rank ranks[] = {
		[FORMAT_IN_TITLE] = RANK_IN_TITLE,
		[FORMAT_IN_HEADING] = RANK_IN_HEADING,
		[FORMAT_IN_TEXT] = RANK_IN_TEXT,
	};
	struct format_passage passage =
		book_passage(finding->book, found->passage);
	uint32_t number =
		book_number_key(book_page(finding->book, page).number);

	return (struct lookup_hit){
		.term = FORMAT_NONE,
		.language = finding->language,
		.rank = passage.standing <= FORMAT_IN_TEXT
				? ranks[passage.standing]
				: RANK_IN_TEXT,
		.page = page,
		.block = passage.block,
		.order = number ? number : FORMAT_NONE,
	};
}

/*
 * Pages by their text, but for those to which a term leads: terms stand by
 * target here, so both are walked at once.
 */
static void add_pages(struct finding *finding)
{
	uint32_t pages = book_count(finding->book, FORMAT_PAGE);
	size_t terms = finding->count, at = 0;
	struct search search;

	search_begin(&search, finding->book, finding->language, finding->query);
	for (uint32_t page = 0; search.words && page < pages; page++) {
		struct search_hit found;

		while (at < terms && finding->hits[at].page < page)
			at++;
		if (at < terms && finding->hits[at].page == page)
			continue;
		if (search_page(&search, page, &found))
			add_hit(finding, page_hit(finding, page, &found));
	}
	search_end(&search);
}

/* Where one of the first `own` hits, which stand by target, leads too. */
static bool led_to(const struct finding *finding, size_t own,
		   const struct lookup_hit *hit)
{
	return own && bsearch(hit, finding->hits, own, sizeof *hit, by_target);
}

static void add_others(struct finding *finding, size_t own, ranking *rank)
{
	size_t first = finding->count, kept = first;

	for (uint32_t i = 0; i < finding->book->languages; i++)
		if (i != finding->language)
			add_terms(finding, i, rank);
	for (size_t i = first; i < finding->count; i++)
		if (!led_to(finding, own, &finding->hits[i]))
			finding->hits[kept++] = finding->hits[i];
	finding->count = kept;
	keep_best(finding, first);
}

/* Terms of the reader's language, found by their name or named by the query. */
static void add_own(struct finding *finding)
{
	add_terms(finding, finding->language, rank_term);
	if (finding->count == 0)
		add_terms(finding, finding->language, rank_named);
	keep_best(finding, 0);
}

static void find(struct finding *finding)
{
	size_t own, pages;

	add_own(finding);
	own = finding->count;
	add_pages(finding);
	pages = finding->count;
	add_others(finding, own, rank_term);
	sort(finding, 0, pages);
	sort(finding, pages, finding->count);
}

/* Where nothing else is found. */
static void find_slips(struct finding *finding)
{
	size_t own;

	add_terms(finding, finding->language, rank_slip);
	keep_best(finding, 0);
	own = finding->count;
	add_others(finding, own, rank_slip);
	sort(finding, 0, own);
	sort(finding, own, finding->count);
}

static void take_first(const struct finding *finding,
		       struct lookup_result *result)
{
	result->total = (uint32_t)finding->count;
	result->shown =
		result->total < LOOKUP_HITS ? result->total : LOOKUP_HITS;
	for (uint32_t i = 0; i < result->shown; i++)
		result->hit[i] = finding->hits[i];
}

void lookup_find(const struct book *book, uint32_t language, struct str query,
		 struct lookup_result *result)
{
	struct buf exact = { 0 };
	struct finding finding = { .book = book,
				   .language = language,
				   .arena = arena_new() };

	*result = (struct lookup_result){ 0 };
	order_form(&exact, ORDER_EXACT, query);
	finding.query = buf_str(&exact);
	while (finding.query.bytes && finding.count == 0) {
		find(&finding);
		if (finding.count == 0)
			find_slips(&finding);
		finding.query = near_longest(finding.query);
	}
	take_first(&finding, result);
	arena_drop(finding.arena);
	buf_free(&exact);
}

struct str lookup_sentence(const struct book *book, struct str query,
			   const struct lookup_hit *hit)
{
	struct buf exact = { 0 };
	struct search search;
	struct search_hit found;
	struct str sentence = STR(""), words;

	if (hit->term != FORMAT_NONE)
		return sentence;
	order_form(&exact, ORDER_EXACT, query);
	words = buf_str(&exact);
	while (words.bytes && !sentence.bytes) {
		search_begin(&search, book, hit->language, words);
		if (search_page(&search, hit->page, &found))
			sentence = search_sentence(&search, &found);
		search_end(&search);
		words = near_longest(words);
	}
	buf_free(&exact);
	return sentence;
}

/* ------------------------------------------------------------------------
 * Letters.
 */
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
