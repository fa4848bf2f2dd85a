/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/pieces.h"

#include "base/arena.h"
#include "suite.h"

#include <stdio.h>

START_TEST(nothing_is_found_in_nothing)
{
	struct pieces pieces = { 0 };
	struct arena *arena = arena_new();

	ck_assert_uint_eq(pieces_add(&pieces, arena, STR("")).bytes, 0);
	ck_assert_uint_eq(pieces.bytes, 0);
	ck_assert_uint_eq(pieces_find(&pieces, 0, 0).bytes, 0);
	arena_drop(arena);
}
END_TEST

/* "0\n", "1\n", … of their own lengths, so that a wrong offset is seen. */
static struct str line(char *room, size_t size, unsigned number)
{
	snprintf(room, size, "%u\n", number);
	return str_of(room);
}

START_TEST(what_was_added_is_found_and_never_moves)
{
	struct pieces pieces = { 0 };
	struct arena *arena = arena_new();
	struct str first = pieces_add(&pieces, arena, STR("first"));
	size_t offset = 5;
	char room[16];

	for (unsigned i = 0; i < 100000; i++)
		pieces_add(&pieces, arena, line(room, sizeof room, i));
	ck_assert_uint_gt(pieces.count, 2);
	ck_assert_ptr_eq(pieces_find(&pieces, 0, 5).at, first.at);
	ck_str(first, "first");
	for (unsigned i = 0; i < 100000; i++) {
		struct str wanted = line(room, sizeof room, i);

		ck_str(pieces_find(&pieces, offset, wanted.bytes), room);
		offset += wanted.bytes;
	}
	ck_assert_uint_eq(offset, pieces.bytes);
	arena_drop(arena);
}
END_TEST

START_TEST(what_is_added_in_one_lies_in_one)
{
	struct pieces pieces = { 0 };
	struct arena *arena = arena_new();
	size_t bytes = 3 << 20;
	char *large = arena_array(arena, bytes, 1);
	struct str kept;

	large[bytes - 1] = 'z';
	pieces_add(&pieces, arena, STR("a"));
	kept = pieces_add(&pieces, arena, (struct str){ large, bytes });
	ck_assert_ptr_ne(kept.at, large);
	ck_assert_int_eq(kept.at[bytes - 1], 'z');
	ck_assert_ptr_eq(pieces_find(&pieces, 1, bytes).at, kept.at);
	arena_drop(arena);
}
END_TEST

START_TEST(joined_pieces_stand_behind_and_are_not_copied)
{
	struct pieces pieces = { 0 }, more = { 0 };
	struct arena *arena = arena_new();
	struct str there;

	pieces_add(&pieces, arena, STR("abc"));
	there = pieces_add(&more, arena, STR("defg"));
	pieces_join(&pieces, arena, &more);
	pieces_join(&pieces, arena, &(struct pieces){ 0 });
	ck_assert_uint_eq(pieces.bytes, 7);
	ck_str(pieces_find(&pieces, 0, 3), "abc");
	ck_str(pieces_find(&pieces, 4, 3), "efg");
	ck_assert_ptr_eq(pieces_find(&pieces, 3, 4).at, there.at);
	arena_drop(arena);
}
END_TEST

SUITE("compile/pieces", nothing_is_found_in_nothing,
      what_was_added_is_found_and_never_moves, what_is_added_in_one_lies_in_one,
      joined_pieces_stand_behind_and_are_not_copied)
