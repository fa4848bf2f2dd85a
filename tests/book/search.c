/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Against the real book: its texts are the municipality's and stay. Pages are
 * named by id, with where the word that stands worst was found.
 */
#include "book/search.h"

#include "book/lookup.h"
#include "real.h"
#include "suite.h"
#include "text/order.h"

#include <string.h>

enum { SWEDISH, ENGLISH };

/* The pages that hold a query as "id standing|…", by id. */
static void assert_holds(uint32_t language, const char *query,
			 const char *wanted)
{
	struct buf exact = { 0 }, found = { 0 };
	struct search search;

	order_form(&exact, ORDER_EXACT, str_of(query));
	search_begin(&search, real_book(), language, buf_str(&exact));
	for (uint32_t i = 0; i < book_count(real_book(), FORMAT_PAGE); i++) {
		struct search_hit hit;

		if (!search_page(&search, i, &hit))
			continue;
		buf_add(&found,
			book_text(real_book(), book_page(real_book(), i).id));
		buf_byte(&found, ' ');
		buf_number(&found, hit.standing);
		buf_byte(&found, '|');
	}
	search_end(&search);
	ck_str(buf_str(&found), wanted);
	buf_free(&exact);
	buf_free(&found);
}

START_TEST(every_word_must_stand_somewhere_on_the_page)
{
	assert_holds(SWEDISH, "lyhörda", "vision 2|");
	assert_holds(SWEDISH, "lyhörda näringslivet", "vision 2|");
	assert_holds(SWEDISH, "lyhörda tjänstemän", "");
	assert_holds(SWEDISH, "styrprocess effektivitet", "steering.what 2|");
	assert_holds(ENGLISH, "things get done", "values.drive 2|");
}
END_TEST

START_TEST(the_word_that_stands_worst_decides)
{
	assert_holds(SWEDISH, "fem punkter", "steering.does 0|");
	assert_holds(SWEDISH, "styrsystemet rollerna", "");
	assert_holds(SWEDISH, "punkter ordning", "steering.does 2|");
	assert_holds(SWEDISH, "öppna hallsberg lyhörda", "vision 2|");
	assert_holds(SWEDISH, "kommuns öppna vision", "vision 1|");
}
END_TEST

START_TEST(letters_without_marks_stand_for_both)
{
	assert_holds(SWEDISH, "lyhorda", "vision 2|");
	assert_holds(SWEDISH, "lyhoerda", "vision 2|");
	assert_holds(SWEDISH, "LYHÖRDA", "vision 2|");
	assert_holds(SWEDISH, "lyho\u0308rda", "vision 2|");
	assert_holds(SWEDISH, "lyhårda", "");
	assert_holds(SWEDISH, "naringslivet lyhörda", "vision 2|");
}
END_TEST

START_TEST(short_words_alone_find_nothing)
{
	assert_holds(SWEDISH, "", "");
	assert_holds(SWEDISH, "ö", "");
	assert_holds(SWEDISH, "vi är", "");
	assert_holds(SWEDISH, "vi är lyhörda", "vision 2|");
}
END_TEST

/* The sentence of the first page that holds a query. */
static void assert_sentence(const char *query, const char *wanted)
{
	static struct lookup_result result;
	uint32_t i = 0;

	lookup_find(real_book(), SWEDISH, str_of(query), &result);
	while (i < result.shown && result.hit[i].term != FORMAT_NONE)
		i++;
	ck_assert_uint_lt(i, result.shown);
	ck_str(lookup_sentence(real_book(), str_of(query), &result.hit[i]),
	       wanted);
}

START_TEST(the_sentence_is_the_one_with_the_word)
{
	assert_sentence("snabb", "Man är snabb till beslut och entreprenörskap "
				 "är ett honnörsord.");
	assert_sentence("honnorsord",
			"Man är snabb till beslut och entreprenörskap är ett "
			"honnörsord.");
	assert_sentence("finansiella", "Tydliggör sambandet mellan finansiella "
				       "mål och verksamhetsmål");
	assert_sentence("kap. 1", "God ekonomisk hushållning står där i 11 "
				  "kap. 1 §.");
}
END_TEST

/* Nothing is read outside, whatever stands in the book (sanitizers). */
START_TEST(a_damaged_book_is_searched_without_harm)
{
	static const char *const queries[] = { "hallsberg", "öppet dag",
					       "kommunens", "zzzz", "oeppna" };
	static struct lookup_result result;
	struct book book = *real_book();
	char *copy = malloc(book.bytes);

	ck_assert_ptr_nonnull(copy);
	srand(11);
	for (int n = 0; n < 400; n++) {
		struct str query = str_of(queries[n % 5]);

		memcpy(copy, real_book()->at, book.bytes);
		for (int i = 0; i < 300; i++)
			copy[(size_t)rand() % book.bytes] = (char)rand();
		book.at = (const unsigned char *)copy;
		lookup_find(&book, (uint32_t)n % 3, query, &result);
		for (uint32_t i = 0; i < result.shown; i++)
			lookup_sentence(&book, query, &result.hit[i]);
		ck_assert_uint_le(result.shown, result.total);
	}
	free(copy);
}
END_TEST

SUITE("book/search", every_word_must_stand_somewhere_on_the_page,
      the_word_that_stands_worst_decides, letters_without_marks_stand_for_both,
      short_words_alone_find_nothing, the_sentence_is_the_one_with_the_word,
      a_damaged_book_is_searched_without_harm)
