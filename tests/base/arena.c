/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/arena.h"

#include "suite.h"

#include <stdint.h>
#include <string.h>

START_TEST(memory_is_zeroed_and_aligned)
{
	struct arena *arena = arena_new();

	for (size_t bytes = 1; bytes < 300; bytes += 7) {
		unsigned char *memory = arena_array(arena, 1, bytes);

		ck_assert_uint_eq((uintptr_t)memory % sizeof(long double), 0);
		for (size_t i = 0; i < bytes; i++)
			ck_assert_uint_eq(memory[i], 0);
		memset(memory, 0xFF, bytes);
	}
	arena_drop(arena);
}
END_TEST

START_TEST(a_copy_ends_with_nul)
{
	struct arena *arena = arena_new();

	ck_assert_str_eq(arena_copy(arena, "abcdef", 3), "abc");
	ck_assert_str_eq(arena_copy(arena, NULL, 0), "");
	arena_drop(arena);
}
END_TEST

START_TEST(a_grown_array_keeps_what_it_held)
{
	struct arena *arena = arena_new();
	size_t room = 0;
	int *numbers = NULL;

	for (int i = 0; i < 1000; i++) {
		numbers = arena_grow(arena, numbers, (size_t)i, &room,
				     sizeof *numbers);
		ck_assert_int_eq(numbers[i], 0);
		numbers[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(numbers[i], i);
	arena_drop(arena);
}
END_TEST

START_TEST(a_reset_arena_does_not_grow)
{
	struct arena *arena = arena_new();
	void *first = arena_array(arena, 1, 100);

	for (int i = 0; i < 1000; i++) {
		arena_array(arena, 1, 100000);
		ck_assert_uint_ge(arena_bytes(arena), 100000);
		arena_reset(arena);
		ck_assert_uint_eq(arena_bytes(arena), 0);
	}
	ck_assert_ptr_eq(arena_array(arena, 1, 100), first);
	arena_drop(arena);
	arena_drop(NULL);
}
END_TEST

SUITE("base/arena", memory_is_zeroed_and_aligned, a_copy_ends_with_nul,
      a_grown_array_keeps_what_it_held, a_reset_arena_does_not_grow)
