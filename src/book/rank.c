/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/rank.h"

#include "text/chars.h"
#include "text/near.h"
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

/* One letter stands inside of nearly every word: it is where words begin. */
static enum where inside(struct str query)
{
	uint32_t c;

	return chars_first(query, &c) < query.bytes ? INSIDE : NOWHERE;
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
		best = inside(query);
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

static enum rank rank_of(enum where where, bool folded)
{
	static const enum rank ranks[][2] = {
		[NOWHERE] = { RANK_NONE, RANK_NONE },
		[INSIDE] = { RANK_INSIDE, RANK_INSIDE_FOLDED },
		[WORD_PREFIX] = { RANK_WORD_PREFIX, RANK_WORD_PREFIX_FOLDED },
		[PREFIX] = { RANK_PREFIX, RANK_PREFIX_FOLDED },
		[EQUAL] = { RANK_EQUAL, RANK_EQUAL_FOLDED },
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

enum rank rank_term(const struct book *book, const struct format_term *term,
		    struct str query)
{
	enum rank best = RANK_NONE;

	for (size_t i = 0; i < FORMAT_LOOKUP_KEYS; i++) {
		struct str key = book_bytes(book, term->key[forms[i].form]);
		enum rank rank;

		if (tried(term, i))
			continue;
		rank = rank_of(where_in(key, query), forms[i].folded);
		if (rank == RANK_NONE && near_ending(query, key))
			rank = RANK_ENDING;
		if (rank < best)
			best = rank;
		if (best == RANK_EQUAL)
			break;
	}
	return best;
}

static bool any_key(const struct book *book, const struct format_term *term,
		    struct str query,
		    bool (*like)(struct str typed, struct str key))
{
	for (size_t i = 0; i < FORMAT_LOOKUP_KEYS; i++)
		if (!tried(term, i) &&
		    like(query, book_bytes(book, term->key[forms[i].form])))
			return true;
	return false;
}

enum rank rank_slip(const struct book *book, const struct format_term *term,
		    struct str query)
{
	return any_key(book, term, query, near_slip) ? RANK_SLIP : RANK_NONE;
}

enum rank rank_named(const struct book *book, const struct format_term *term,
		     struct str query)
{
	return any_key(book, term, query, near_named) ? RANK_NAMED : RANK_NONE;
}
