/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/verdict.h"

#include "base/arena.h"
#include "book/calendar.h"
#include "compile/translate.h"
#include "folder.h"
#include "suite.h"

#include <stdio.h>

static struct folder folder;

/* 2026-11-24 */
static int32_t today(void)
{
	return calendar_day((struct calendar_date){ 2026, 11, 24 });
}

/* Reads a folder of one page and its translations. */
static void begin(const char *body)
{
	folder_begin(&folder);
	folder_site(&folder, "<language code='en'>English</language>"
			     "<hours id='h'><title translate='no'>H</title>"
			     "<short translate='no'>H</short><week/></hours>");
	folder_page(&folder, "start", NULL, body);
	folder_write(&folder, "po/en.po",
		     "msgid \"start\"\nmsgstr \"home\"\n"
		     "msgid \"Exempel\"\nmsgstr \"Example\"\n");
}

static void ck_summary(const char *expected)
{
	struct buf out = { 0 };

	folder_read(&folder);
	translate_content(&folder.draft, folder.dir);
	verdict_summary(&folder.draft, today(), &out);
	ck_str(buf_str(&out), expected);
	buf_free(&out);
}

START_TEST(what_there_is_is_counted)
{
	begin("<source of='example.se' dated='2014-07'/>");
	ck_summary("Screens: 1. Texts: 2. Errors: 0. Warnings: 0.\n"
		   "English: 2 of 2 texts translated.\n"
		   "The oldest text is from 2014-07: pages/start.xml.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(what_is_not_translated_is_named)
{
	begin("<p>Hej</p>\n<p translate='no'>A</p>\n<p>D\xC3\xA5</p>");
	ck_summary("Screens: 1. Texts: 4. Errors: 0. Warnings: 2.\n"
		   "English: 2 of 4 texts translated.\n"
		   "English is missing for:\n"
		   "pages/start.xml:3: Hej\n"
		   "pages/start.xml:5: D\xC3\xA5\n");
	folder_end(&folder);
}
END_TEST

/* The days of a month of 2026, each a date of the table. */
static const char *dates_of(int month, int count)
{
	struct buf body = { 0 };
	char date[80];
	const char *kept;

	for (int day = 1; day <= count; day++) {
		snprintf(date, sizeof date,
			 "<date hours='h' on='2026-%02d-%02d' is='closed'/>\n",
			 month, day);
		buf_add(&body, str_of(date));
	}
	buf_byte(&body, '\0');
	kept = buf_keep(&body, folder.arena).at;
	buf_free(&body);
	return kept;
}

START_TEST(a_day_is_past_when_it_has_ended)
{
	begin("");
	folder_today(&folder, "<date hours='h' from='2026-11-20' "
			      "until='2026-11-23' is='closed'/>\n"
			      "<date hours='h' on='2026-11-24' is='closed'/>");
	ck_summary("Screens: 1. Texts: 2. Errors: 0. Warnings: 0.\n"
		   "English: 2 of 2 texts translated.\n"
		   "Days that are past: 1. They can be taken out:\n"
		   "today.xml:2: 2026-11-23\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_list_ends_after_twenty)
{
	begin("");
	folder_today(&folder, dates_of(10, 22));
	ck_summary("Screens: 1. Texts: 2. Errors: 0. Warnings: 0.\n"
		   "English: 2 of 2 texts translated.\n"
		   "Days that are past: 22. They can be taken out:\n"
		   "today.xml:2: 2026-10-01\n"
		   "today.xml:3: 2026-10-02\n"
		   "today.xml:4: 2026-10-03\n"
		   "today.xml:5: 2026-10-04\n"
		   "today.xml:6: 2026-10-05\n"
		   "today.xml:7: 2026-10-06\n"
		   "today.xml:8: 2026-10-07\n"
		   "today.xml:9: 2026-10-08\n"
		   "today.xml:10: 2026-10-09\n"
		   "today.xml:11: 2026-10-10\n"
		   "today.xml:12: 2026-10-11\n"
		   "today.xml:13: 2026-10-12\n"
		   "today.xml:14: 2026-10-13\n"
		   "today.xml:15: 2026-10-14\n"
		   "today.xml:16: 2026-10-15\n"
		   "today.xml:17: 2026-10-16\n"
		   "today.xml:18: 2026-10-17\n"
		   "today.xml:19: 2026-10-18\n"
		   "today.xml:20: 2026-10-19\n"
		   "today.xml:21: 2026-10-20\n"
		   "… and 2 more.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(of_faulty_content_only_the_faults_are_counted)
{
	begin("<p/>\n<p/>");
	ck_summary("Errors: 2. Warnings: 0. No book is made.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(faults_end_with_how_many_more)
{
	struct buf out = { 0 };
	struct str told;

	begin("<p/><p/><p/><p/><p/><p/><p/><p/><p/><p/><p/>"
	      "<p/><p/><p/><p/><p/><p/><p/><p/><p/><p/><p/>");
	folder_read(&folder);
	verdict_faults(&folder.draft, &out);
	told = buf_str(&out);
	ck_assert(str_starts(told, STR("pages/start.xml:3: error: ")));
	ck_str(str_from(told, told.bytes - sizeof "… and 2 more.\n" + 1),
	       "… and 2 more.\n");
	buf_free(&out);
	folder_end(&folder);
}
END_TEST

SUITE("compile/verdict", what_there_is_is_counted,
      what_is_not_translated_is_named, a_day_is_past_when_it_has_ended,
      a_list_ends_after_twenty, of_faulty_content_only_the_faults_are_counted,
      faults_end_with_how_many_more)
