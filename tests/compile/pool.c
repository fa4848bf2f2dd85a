/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text stands once in the pool, and stays where it is while others come.
 */
#include "compile/pool.h"

#include "base/arena.h"
#include "suite.h"

#include <stdio.h>

/* More than any first table or piece holds. */
enum { MANY = 20000 };

static struct arena *arena;
static struct pool *pool;

static void begin(void)
{
	arena = arena_new();
	pool = pool_new(arena);
}

static void end(void)
{
	pool_end(pool);
	arena_drop(arena);
}

static struct str numbered(char *into, size_t bytes, unsigned number)
{
	snprintf(into, bytes, "text %u", number);
	return str_of(into);
}

START_TEST(a_text_is_kept_once)
{
	char mine[] = "Öppet";
	struct str kept;

	begin();
	kept = pool_keep(pool, str_of(mine));
	mine[2] = 'x';
	ck_str(kept, "Öppet");
	ck_assert_ptr_eq(pool_keep(pool, STR("Öppet")).at, kept.at);
	ck_assert_uint_eq(pool_place(pool, kept).offset,
			  pool_place(pool, STR("Öppet")).offset);
	end();
}
END_TEST

START_TEST(a_place_leads_back_to_its_text)
{
	struct format_text one, two;

	begin();
	one = pool_place(pool, STR("Stängt"));
	two = pool_place(pool, STR("Stängt nu"));
	ck_assert_uint_ne(one.offset, two.offset);
	ck_str(pool_text(pool, one), "Stängt");
	ck_str(pool_text(pool, two), "Stängt nu");
	end();
}
END_TEST

START_TEST(nothing_takes_no_place)
{
	begin();
	ck_assert_uint_eq(pool_place(pool, STR("")).bytes, 0);
	ck_str(pool_text(pool, (struct format_text){ 0 }), "");
	end();
}
END_TEST

START_TEST(what_is_appended_stands_behind_all)
{
	struct format_text first, second;

	begin();
	first = pool_place(pool, STR("Tider"));
	second = pool_append(pool, STR("Tider"));
	ck_assert_uint_eq(second.offset, first.offset + first.bytes);
	ck_str(pool_text(pool, second), "Tider");
	end();
}
END_TEST

START_TEST(many_texts_stay_where_they_are)
{
	static struct str kept[MANY];
	static struct format_text place[MANY];
	char text[32];

	begin();
	for (unsigned i = 0; i < MANY; i++) {
		kept[i] = pool_keep(pool, numbered(text, sizeof text, i));
		place[i] = pool_place(pool, kept[i]);
	}
	for (unsigned i = 0; i < MANY; i++) {
		struct str wanted = numbered(text, sizeof text, i);

		ck_assert(str_equal(kept[i], wanted));
		ck_assert(str_equal(pool_text(pool, place[i]), wanted));
		ck_assert_ptr_eq(pool_keep(pool, wanted).at, kept[i].at);
	}
	end();
}
END_TEST

SUITE("compile/pool", a_text_is_kept_once, a_place_leads_back_to_its_text,
      nothing_takes_no_place, what_is_appended_stands_behind_all,
      many_texts_stay_where_they_are)
