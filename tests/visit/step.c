/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the walk cannot say state by state: the trail, time, a new book. */
#include "visit/step.h"

#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "suite.h"

#include <string.h>

static struct arena *arena;
static struct sheet_window window;

static struct visit begin(bool kiosk)
{
	arena = arena_new();
	window = real_window(80, 24);
	window.kiosk = kiosk;
	return visit_new(kiosk, 0, SHEET_SCREEN);
}

static struct visit step(struct visit visit, struct intent intent)
{
	struct sheet_how how = visit_how(real_book(), &visit);
	const struct sheet *sheet =
		flow_sheet(arena, real_book(), &window, &how);

	return visit_step(real_book(), sheet, visit, intent);
}

static struct visit type(struct visit visit, const char *keys)
{
	for (; *keys; keys++)
		visit = step(visit, intent_of_character((unsigned char)*keys));
	return visit;
}

START_TEST(the_way_back_has_eight_stops)
{
	struct visit visit = type(begin(false), "4102030405060708");

	ck_assert_uint_eq(visit.trail_count, VISIT_TRAIL);
	for (int i = 0; i < VISIT_TRAIL; i++)
		visit = step(visit, (struct intent){ .kind = INTENT_BACK });
	ck_assert_uint_eq(visit.trail_count, 0);
	ck_assert_str_ne(visit.at.page, "start");
	/* With no way back left, back is the start screen. */
	visit = step(visit, (struct intent){ .kind = INTENT_BACK });
	ck_assert_str_eq(visit.at.page, "start");
	arena_drop(arena);
}
END_TEST

START_TEST(whoever_is_away_is_asked_then_forgotten)
{
	struct visit visit = begin(true);
	struct visit asked, back;

	visit.idle_seconds = 120;
	visit = type(visit, "94t");
	asked = step(visit,
		     (struct intent){ .kind = INTENT_IDLE, .number = 100 });
	ck_assert_uint_eq(asked.message, VISIT_STILL_THERE);
	ck_assert_uint_eq(asked.bell, 1);
	/* Any key goes on, and does nothing else. */
	back = type(asked, "0");
	ck_assert_str_eq(back.at.page, "index");
	ck_assert_uint_eq(back.message, VISIT_SILENT);
	back = step(asked,
		    (struct intent){ .kind = INTENT_IDLE, .number = 120 });
	visit = visit_new(true, 0, SHEET_SCREEN);
	visit.idle_seconds = 120;
	ck_assert_uint_eq(back.anew, 1);
	back.anew = 0;
	ck_assert_mem_eq(&back, &visit, sizeof visit);
	arena_drop(arena);
}
END_TEST

START_TEST(a_query_takes_64_bytes_and_rings)
{
	struct visit visit = begin(false);

	for (int i = 0; i < 64; i++)
		visit = type(visit, "x");
	ck_assert_uint_eq(visit.query_bytes, 64);
	visit = type(visit, "x");
	ck_assert_uint_eq(visit.query_bytes, 64);
	ck_assert_uint_eq(visit.bell, 1);
	/* A letter of two bytes goes with one Backspace. */
	arena_drop(arena);
	visit = begin(false);
	visit = step(visit, intent_of_character('a'));
	visit = step(visit, intent_of_character(0xF6));
	ck_assert_uint_eq(visit.query_bytes, 3);
	visit = step(visit, (struct intent){ .kind = INTENT_ERASE });
	ck_assert_uint_eq(visit.query_bytes, 1);
	arena_drop(arena);
}
END_TEST

START_TEST(a_vanished_page_becomes_its_nearest_ancestor)
{
	struct visit visit = type(begin(false), "41");

	strcpy(visit.at.page, "values.gone");
	visit.language = 7;
	strcpy(visit.trail[0].page, "gone.too");
	visit = visit_settle(real_book(), visit);
	ck_assert_str_eq(visit.at.page, "values");
	ck_assert_uint_eq(visit.language, 0);
	ck_assert_uint_eq(visit.trail_count, 1);
	strcpy(visit.at.page, "nowhere");
	visit.at.number = 0;
	visit = visit_settle(real_book(), visit);
	ck_assert_str_eq(visit.at.page, "start");
	arena_drop(arena);
}
END_TEST

SUITE("visit/step", the_way_back_has_eight_stops,
      whoever_is_away_is_asked_then_forgotten, a_query_takes_64_bytes_and_rings,
      a_vanished_page_becomes_its_nearest_ancestor)
