/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/str.h"

#include "base/arena.h"
#include "suite.h"

START_TEST(slices_compare_as_bytes)
{
	ck_assert(str_equal(STR("a"), str_of("a")));
	ck_assert(!str_equal(STR("a"), STR("ab")));
	ck_assert(str_equal(STR(""), str_of(NULL)));
	ck_assert_int_lt(str_compare(STR("a"), STR("ab")), 0);
	ck_assert_int_gt(str_compare(STR("b"), STR("ab")), 0);
	ck_assert_int_gt(str_compare(STR("\xC3"), STR("z")), 0);
	ck_assert(str_starts(STR("abc"), STR("ab")));
	ck_assert(!str_starts(STR("a"), STR("ab")));
	ck_assert(str_holds(STR("ab"), 'b'));
	ck_assert(!str_holds(STR("ab"), 'c'));
	ck_assert(!str_holds(STR(""), '\0'));
}
END_TEST

START_TEST(cuts_stay_inside)
{
	ck_str(str_from(STR("abc"), 1), "bc");
	ck_str(str_from(STR("abc"), 9), "");
	ck_str(str_first(STR("abc"), 2), "ab");
	ck_str(str_first(STR("abc"), 9), "abc");
}
END_TEST

START_TEST(only_whole_numbers_are_numbers)
{
	unsigned long number = 7;

	ck_assert(str_number(STR("041"), 99, &number));
	ck_assert_uint_eq(number, 41);
	ck_assert(str_number(STR("0"), 0, &number));
	ck_assert_uint_eq(number, 0);
	number = 7;
	ck_assert(!str_number(STR(""), 99, &number));
	ck_assert(!str_number(STR("100"), 99, &number));
	ck_assert(!str_number(STR("9"), 5, &number));
	ck_assert(!str_number(STR("-1"), 99, &number));
	ck_assert(!str_number(STR("1x"), 99, &number));
	ck_assert(!str_number(STR("99999999999999999999999"), 99, &number));
	ck_assert_uint_eq(number, 7);
}
END_TEST

START_TEST(a_buffer_grows_and_is_kept)
{
	struct arena *arena = arena_new();
	struct buf buf = { 0 };
	struct str kept;

	for (int i = 0; i < 1000; i++) {
		buf_add(&buf, STR("ab"));
		buf_byte(&buf, ',');
	}
	buf_room(&buf, 4000);
	ck_assert_uint_ge(buf.room - buf.bytes, 4000);
	buf_number(&buf, 0);
	buf_number(&buf, 18446744073709551615ul);
	ck_assert_uint_eq(buf.bytes, 3021);
	kept = buf_keep(&buf, arena);
	ck_assert_uint_eq(buf.bytes, 0);
	buf_add(&buf, STR("zzzzzz"));
	ck_str(str_from(kept, 2997), "ab,018446744073709551615");
	ck_str(str_join(arena, STR("a"), STR("b")), "ab");
	buf_free(&buf);
	arena_drop(arena);
}
END_TEST

SUITE("base/str", slices_compare_as_bytes, cuts_stay_inside,
      only_whole_numbers_are_numbers, a_buffer_grows_and_is_kept)
