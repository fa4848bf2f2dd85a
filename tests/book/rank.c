/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On the terms of the real book; what is found first is asked in lookup.c. */
#include "book/rank.h"

#include "real.h"
#include "suite.h"

/* The first Swedish term of that name. */
static struct format_term term(const char *shown)
{
	struct format_range terms = book_language(real_book(), 0).terms;

	for (uint32_t i = 0; i < terms.count; i++) {
		struct format_term found =
			book_term(real_book(), terms.first + i);

		if (str_equal(book_text(real_book(), found.shown),
			      str_of(shown)))
			return found;
	}
	ck_abort_msg("no term %s", shown);
}

static enum rank rank(const char *typed, const char *shown)
{
	struct format_term found = term(shown);

	return rank_term(real_book(), &found, str_of(typed));
}

START_TEST(the_better_stands_first)
{
	ck_assert_int_eq(rank("öppettider", "Öppettider"), RANK_EQUAL);
	ck_assert_int_eq(rank("öppe", "Öppettider"), RANK_PREFIX);
	ck_assert_int_eq(rank("avst", "Orter och avstånd"), RANK_WORD_PREFIX);
	ck_assert_int_eq(rank("oppettider", "Öppettider"), RANK_EQUAL_FOLDED);
	ck_assert_int_eq(rank("oeppet", "Öppettider"), RANK_PREFIX_FOLDED);
	ck_assert_int_eq(rank("avsta", "Orter och avstånd"),
			 RANK_WORD_PREFIX_FOLDED);
	ck_assert_int_eq(rank("tider", "Öppettider"), RANK_INSIDE);
	ck_assert_int_eq(rank("ppett", "Öppettider"), RANK_INSIDE);
	ck_assert_int_eq(rank("hallna", "Öppettider"), RANK_NONE);
	ck_assert_int_eq(rank("kartorna", "Karta"), RANK_ENDING);
	ck_assert_int_eq(rank("epost", "E-post"), RANK_EQUAL);
}
END_TEST

START_TEST(one_letter_is_where_words_begin)
{
	ck_assert_int_eq(rank("a", "Orter och avstånd"), RANK_WORD_PREFIX);
	ck_assert_int_eq(rank("r", "Orter och avstånd"), RANK_NONE);
	ck_assert_int_eq(rank("å", "Orter och avstånd"), RANK_NONE);
}
END_TEST

START_TEST(slips_and_names_are_asked_apart)
{
	struct format_term map = term("Karta");

	ck_assert_int_eq(rank_slip(real_book(), &map, STR("krata")), RANK_SLIP);
	ck_assert_int_eq(rank_slip(real_book(), &map, STR("karta")), RANK_NONE);
	ck_assert_int_eq(rank_named(real_book(), &map, STR("visa en karta")),
			 RANK_NAMED);
	ck_assert_int_eq(rank_named(real_book(), &map, STR("visa en krata")),
			 RANK_NONE);
}
END_TEST

SUITE("book/rank", the_better_stands_first, one_letter_is_where_words_begin,
      slips_and_names_are_asked_apart)
