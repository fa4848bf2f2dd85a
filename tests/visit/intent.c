/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visit/intent.h"

#include "suite.h"

START_TEST(every_kind_has_a_name_of_its_own)
{
	for (unsigned i = 0; i < INTENT_KINDS; i++)
		ck_assert_uint_eq(intent_kind(intent_name(i)), i);
	ck_assert_uint_eq(intent_kind(STR("no such")), INTENT_KINDS);
	ck_assert_uint_eq(intent_name(INTENT_KINDS).bytes, 0);
}
END_TEST

START_TEST(characters_keep_what_was_typed)
{
	struct intent intent = intent_of_character('7');

	ck_assert_uint_eq(intent.kind, INTENT_DIGIT);
	ck_assert_uint_eq(intent.number, 7);
	ck_assert_uint_eq(intent_of_character(0xE5).kind, INTENT_LETTER);
	ck_assert_uint_eq(intent_of_character(0xE5).typed, 0xE5);
	ck_assert_uint_eq(intent_of_character('-').typed, '-');
	ck_assert_uint_eq(intent_of_character('\'').kind, INTENT_NOTHING);
	ck_assert_uint_eq(intent_of_character('Q').kind, INTENT_QUIT);
}
END_TEST

SUITE("visit/intent", every_kind_has_a_name_of_its_own,
      characters_keep_what_was_typed)
