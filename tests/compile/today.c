/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/today.h"

#include "base/arena.h"
#include "book/calendar.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

static void read(const char *text)
{
	today_read(&folder.reader, folder_element(&folder, text),
		   &folder.draft);
	folder_forget(&folder);
}

/* The local minute of an instant in December 2026. */
static uint32_t minute(uint32_t day, uint32_t minutes)
{
	struct calendar_date date = { 2026, 12, day };

	return (uint32_t)calendar_day(date) * 1440 + minutes;
}

START_TEST(nothing_need_be_said)
{
	folder_begin(&folder);
	read("<today/>");
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(folder.draft.notices.count, 0);
	ck_assert_uint_eq(folder.draft.dates.count, 0);
	folder_end(&folder);
}
END_TEST

START_TEST(a_notice_has_its_text_and_its_time)
{
	const struct draft_notice *notice;

	folder_begin(&folder);
	read("<today><notice from='2026-12-01T08:00' until='2026-12-05T16:30'>"
	     "<short>Hissen är trasig.</short><p>a</p><ul><li>b</li></ul>"
	     "</notice></today>");
	ck_str(folder_told(&folder), "");
	notice = &folder.draft.notices.at[0];
	ck_str(notice->short_text->msgid, "Hissen är trasig.");
	ck_assert_uint_eq(notice->from, minute(1, 480));
	ck_assert_uint_eq(notice->until, minute(5, 990));
	ck_assert_uint_eq(notice->blocks.count, 2);
	ck_str(notice->blocks.at[1].unit->msgid, "b");
	folder_end(&folder);
}
END_TEST

START_TEST(a_day_alone_is_the_whole_of_it)
{
	folder_begin(&folder);
	read("<today><notice from='2026-12-01' until='2026-12-01'>"
	     "<short>A</short></notice></today>");
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(folder.draft.notices.at[0].from, minute(1, 0));
	ck_assert_uint_eq(folder.draft.notices.at[0].until, minute(2, 0));
	folder_end(&folder);
}
END_TEST

START_TEST(what_has_no_time_is_always)
{
	folder_begin(&folder);
	read("<today><notice><short>A</short></notice></today>");
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(folder.draft.notices.at[0].from, 0);
	ck_assert_uint_eq(folder.draft.notices.at[0].until, FORMAT_NONE);
	folder_end(&folder);
}
END_TEST

START_TEST(dates_name_their_table)
{
	folder_begin(&folder);
	read("<today><date hours='huset' on='2026-12-24' is='closed'/>\n"
	     "<date on='2026-12-31' is='closed'/></today>");
	ck_str(folder.draft.dates.at[0].hours, "huset");
	ck_str(folder_told(&folder),
	       "f:2: error: <date> needs the attribute hours.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_notice_with_faults_is_told)
{
	folder_begin(&folder);
	read("<today>\n<notice from='2026-12-01T25:00'><short>A</short>"
	     "</notice>\n"
	     "<notice from='2026-12-02T08:00' until='2026-12-02T08:00'>"
	     "<short>B</short></notice>\n"
	     "<notice><p>C</p></notice></today>");
	ck_str(folder_told(&folder),
	       "f:2: error: \"2026-12-01T25:00\" is no date that exists.\n"
	       "f:3: error: 2026-12-02T08:00 is not before 2026-12-02T08:00.\n"
	       "f:4: error: <notice> needs the element <short>.\n");
	folder_end(&folder);
}
END_TEST

SUITE("compile/today", nothing_need_be_said, a_notice_has_its_text_and_its_time,
      a_day_alone_is_the_whole_of_it, what_has_no_time_is_always,
      dates_name_their_table, a_notice_with_faults_is_told)
