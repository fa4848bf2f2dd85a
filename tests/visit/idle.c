/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visit/idle.h"

#include "suite.h"

static struct visit away(bool kiosk)
{
	struct visit visit = visit_new(kiosk, 0, SHEET_SCREEN);

	visit.language = 1;
	return visit;
}

START_TEST(the_kiosk_waits_as_long_as_reading_takes)
{
	struct visit visit = away(true);
	struct sheet sheet = { .words = 20 };

	ck_assert_uint_eq(idle_end_seconds(&sheet, &visit), 120);
	ck_assert_uint_eq(idle_warn_seconds(&sheet, &visit), 100);
	sheet.words = 200;
	ck_assert_uint_eq(idle_end_seconds(&sheet, &visit), 260);
	sheet.style = SHEET_READER;
	ck_assert_uint_eq(idle_end_seconds(&sheet, &visit), 520);
	visit.idle_seconds = 45;
	ck_assert_uint_eq(idle_end_seconds(&sheet, &visit), 45);
}
END_TEST

START_TEST(a_session_waits_for_ever_unless_told)
{
	struct visit visit = away(false);
	struct sheet sheet = { .words = 20 };

	ck_assert_uint_eq(idle_end_seconds(&sheet, &visit), 0);
	visit.idle_seconds = 300;
	ck_assert_uint_eq(idle_end_seconds(&sheet, &visit), 300);
	ck_assert_uint_eq(idle_warn_seconds(&sheet, &visit), 280);
}
END_TEST

START_TEST(a_fresh_start_screen_is_left_alone)
{
	struct visit visit = visit_new(true, 0, SHEET_SCREEN);
	struct sheet sheet = { .words = 20 };

	ck_assert_uint_eq(idle_end_seconds(&sheet, &visit), 0);
	ck_assert_uint_eq(idle_warn_seconds(&sheet, &visit), 0);
}
END_TEST

SUITE("visit/idle", the_kiosk_waits_as_long_as_reading_takes,
      a_session_waits_for_ever_unless_told, a_fresh_start_screen_is_left_alone)
