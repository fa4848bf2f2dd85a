/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/report.h"

#include "base/arena.h"
#include "suite.h"

START_TEST(findings_are_written_by_file_line_and_arrival)
{
	struct arena *arena = arena_new();
	struct report *report = report_new(arena);
	struct buf out = { 0 };

	report_add(report, REPORT_ERROR, STR("b"), 1, STR("last"));
	report_add(report, REPORT_WARNING, STR("a"), 70000, STR("third"));
	report_add(report, REPORT_ERROR, STR("a"), 2, STR("first"));
	report_add(report, REPORT_ERROR, STR("a"), 2, STR("second"));
	report_add(report, REPORT_ERROR, STR("a"), 0, STR("whole file"));
	ck_assert_uint_eq(report_write(report, &out), 0);
	ck_str(buf_str(&out), "a: error: whole file\n"
			      "a:2: error: first\n"
			      "a:2: error: second\n"
			      "a:70000: warning: third\n"
			      "b:1: error: last\n");
	ck_assert_uint_eq(report_count(report, REPORT_ERROR), 4);
	ck_assert_uint_eq(report_count(report, REPORT_WARNING), 1);
	buf_free(&out);
	arena_drop(arena);
}
END_TEST

START_TEST(twenty_are_shown_and_all_are_counted)
{
	struct arena *arena = arena_new();
	struct report *report = report_new(arena);
	struct buf out = { 0 };
	size_t lines = 0;

	for (size_t i = 0; i < REPORT_KEPT + 5; i++)
		report_add(report, REPORT_ERROR, STR("f"), i + 1, STR("x"));
	ck_assert_uint_eq(report_write(report, &out),
			  REPORT_KEPT + 5 - REPORT_SHOWN);
	for (size_t i = 0; i < out.bytes; i++)
		lines += out.at[i] == '\n';
	ck_assert_uint_eq(lines, REPORT_SHOWN);
	buf_free(&out);
	arena_drop(arena);
}
END_TEST

START_TEST(warnings_do_not_push_an_error_out)
{
	struct arena *arena = arena_new();
	struct report *report = report_new(arena);
	struct buf out = { 0 };
	struct str last;

	for (size_t i = 0; i < REPORT_KEPT + 5; i++)
		report_add(report, REPORT_WARNING, STR("f"), i + 1, STR("x"));
	report_add(report, REPORT_ERROR, STR("g"), 1, STR("bad"));
	ck_assert_uint_eq(report_write(report, &out),
			  REPORT_KEPT + 6 - REPORT_SHOWN);
	last = str_from(buf_str(&out), out.bytes - 16);
	ck_str(last, "g:1: error: bad\n");
	buf_free(&out);
	arena_drop(arena);
}
END_TEST

SUITE("base/report", findings_are_written_by_file_line_and_arrival,
      twenty_are_shown_and_all_are_counted, warnings_do_not_push_an_error_out)
