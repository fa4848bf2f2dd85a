/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/fault.h"

#include "base/arena.h"
#include "suite.h"
#include "text/chars.h"

static struct arena *arena;
static struct faults faults;

static void set_up(void)
{
	arena = arena_new();
	faults = (struct faults){ .arena = arena, .report = report_new(arena) };
}

static void ck_said(const char *wanted)
{
	struct buf out = { 0 };

	report_write(faults.report, &out);
	ck_str(buf_str(&out), wanted);
	buf_free(&out);
	arena_drop(arena);
}

START_TEST(a_fault_says_where_how_bad_and_what)
{
	struct fault_place place = { STR("pages/a.xml"), 7 };

	set_up();
	fault_add(&faults, place, FAULT_NO_PAGE, STR("karta"), STR(""));
	fault_add(&faults, place, FAULT_TITLE_WIDE, STR(""), STR(""));
	ck_said("pages/a.xml:7: error: There is no page \"karta\".\n"
		"pages/a.xml:7: warning: The title is wider than 38 columns; "
		"add a menu.\n");
}
END_TEST

START_TEST(an_argument_is_never_a_pattern)
{
	set_up();
	fault_add(&faults, (struct fault_place){ STR("%1$s"), 0 },
		  FAULT_NO_PAGE_NEAR, STR("%2$s%n"), STR("%1$s"));
	ck_said("%1$s: error: There is no page \"%2$s%n\"; did you mean "
		"\"%1$s\"?\n");
}
END_TEST

/* Every byte, at the beginning, in the middle and cut off at the end. */
START_TEST(what_is_quoted_can_be_printed)
{
	for (unsigned first = 0; first < 256; first++)
		for (unsigned second = 0; second < 256; second++) {
			char text[] = { (char)first, (char)second, 'x',
					(char)second };
			struct arena *own = arena_new();
			struct str safe = fault_quote(
				own, (struct str){ text, sizeof text });

			if (!chars_valid(safe) || safe.bytes > 16)
				ck_abort_msg("%02x %02x", first, second);
			while (safe.bytes) {
				uint32_t c;
				size_t bytes = chars_first(safe, &c);

				if (chars_forbidden(c))
					ck_abort_msg("%02x %02x", first,
						     second);
				safe = str_from(safe, bytes);
			}
			arena_drop(own);
		}
}
END_TEST

START_TEST(what_is_quoted_is_short)
{
	struct buf text = { 0 };

	set_up();
	for (unsigned i = 0; i < 1000; i++)
		buf_add(&text, STR("å"));
	ck_assert_uint_eq(fault_quote(arena, buf_str(&text)).bytes, 123);
	buf_free(&text);
	arena_drop(arena);
}
END_TEST

START_TEST(what_follows_from_a_lost_file_is_known)
{
	struct fault_place place = { STR("a"), 1 };

	set_up();
	fault_add(&faults, place, FAULT_NO_PAGE, STR(""), STR(""));
	ck_assert(!faults.incomplete);
	fault_add(&faults, place, FAULT_TAGS_DIFFER, STR("p"), STR("q"));
	ck_assert(faults.incomplete);
	arena_drop(arena);
}
END_TEST

SUITE("compile/fault", a_fault_says_where_how_bad_and_what,
      an_argument_is_never_a_pattern, what_is_quoted_can_be_printed,
      what_is_quoted_is_short, what_follows_from_a_lost_file_is_known)
