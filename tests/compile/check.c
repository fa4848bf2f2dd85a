/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What no single element can keep. References are in refer.c.
 */
#include "compile/check.h"

#include "base/arena.h"
#include "book/calendar.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

/* The day before which exceptions are past: 2026-11-24. */
static int32_t today(void)
{
	return calendar_day((struct calendar_date){ 2026, 11, 24 });
}

static void begin(const char *site)
{
	folder_begin(&folder);
	folder_site(&folder, site);
	folder_reserved_pages(&folder);
}

/* Reads what was written; exactly this is told of it. */
static void ck_content(const char *told)
{
	folder_read(&folder);
	check_content(&folder.draft, today());
	ck_str(folder_told(&folder), told);
}

START_TEST(the_reserved_pages_are_enough)
{
	begin("");
	ck_content("");
	folder_end(&folder);
}
END_TEST

START_TEST(the_reserved_pages_must_exist)
{
	folder_begin(&folder);
	folder_site(&folder, "");
	folder_page(&folder, "start", "1", "");
	ck_content("pages: error: The page \"index\" must exist.\n"
		   "pages: error: The page \"help\" must exist.\n"
		   "pages: error: The page \"language\" must exist.\n"
		   "pages/start.xml:1: error: The page start has no number.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(ids_are_used_once)
{
	begin("<contact id='a'><url label='A' href='https://a.se/'>a</url>"
	      "</contact>\n"
	      "<contact id='a'><url label='A' href='https://a.se/'>a</url>"
	      "</contact>");
	folder_page(&folder, "a", NULL, "<section id='b'/>\n<section id='b'/>");
	folder_write(&folder, "pages/b.xml",
		     "<page xmlns='urn:textkiosk:1' id='a'><title>B</title>"
		     "</page>");
	ck_content("pages/a.xml:4: error: The id \"b\" is already in "
		   "pages/a.xml:3.\n"
		   "pages/b.xml:1: error: The id \"a\" is already in "
		   "pages/a.xml:1.\n"
		   "site.xml:4: error: The id \"a\" is already in "
		   "site.xml:3.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(numbers_make_a_tree)
{
	begin("");
	folder_page(&folder, "a", "8", "");
	folder_page(&folder, "b", "31", "");
	folder_page(&folder, "c", "71", "");
	folder_page(&folder, "d", "821", "");
	ck_content("pages/b.xml:1: error: The number 31 has no screen 3 above "
		   "it.\n"
		   "pages/c.xml:1: error: The number 71 lies below the "
		   "look-up, whose digits are letters.\n"
		   "pages/d.xml:1: warning: The number 821 takes four keys or "
		   "more.\n"
		   "pages/help.xml:1: error: The number 8 is already in "
		   "pages/a.xml:1.\n");
	folder_end(&folder);
}
END_TEST

#define HOURS(week)                                                            \
	"<hours id='huset'><title>T</title><short>S</short><week>" week        \
	"</week></hours>"

START_TEST(hours_of_a_day_do_not_overlap)
{
	begin(HOURS("<open days='mon-fri' from='08:00' to='12:00'/>"
		    "<open days='mon-fri' from='12:00' to='17:00'/>"
		    "<open days='sat' from='08:00' to='12:00'/>"));
	ck_content("");
	folder_end(&folder);
	begin(HOURS("<open days='mon-fri' from='08:00' to='12:01'/>\n"
		    "<open days='fri' from='12:00' to='17:00'/>"));
	ck_content("site.xml:4: error: These hours overlap others of the same "
		   "day.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(days_are_said_once_and_come_sorted)
{
	begin(HOURS(""));
	folder_today(&folder,
		     "<date hours='huset' on='2026-12-31' is='closed'/>\n"
		     "<date hours='huset' from='2026-12-24' "
		     "until='2026-12-26' is='closed'/>\n"
		     "<date hours='huset' on='2026-12-25' is='closed'/>\n"
		     "<date hours='huset' on='2026-11-23' is='closed'/>\n"
		     "<date hours='huset' on='2026-11-24' is='closed'/>\n"
		     "<date hours='huset' on='2026-12-26' is='closed'/>");
	ck_content("today.xml:4: error: This day is already said in "
		   "today.xml:3.\n"
		   "today.xml:5: warning: This day is past; it can be taken "
		   "out.\n"
		   "today.xml:7: error: This day is already said in "
		   "today.xml:3.\n");
	for (size_t i = 1; i < folder.draft.dates.count; i++)
		ck_assert_int_lt(folder.draft.dates.at[i - 1].from,
				 folder.draft.dates.at[i].from);
	folder_end(&folder);
}
END_TEST

START_TEST(data_have_their_form)
{
	begin("<contact id='a'>\n"
	      "<tel label='A' href='tel:+46582685000'>0582-68 50 01</tel>\n"
	      "<email label='B' href='mailto:a@a.se'>b@a.se</email>\n"
	      "<url label='C' href='a.se'>a.se</url>\n"
	      "<orgnr label='D'>212000-1927</orgnr></contact>");
	ck_content("site.xml:4: error: \"0582-68 50 01\" and tel:+46582685000 "
		   "are not the same number.\n"
		   "site.xml:5: error: \"b@a.se\" is not where mailto:a@a.se "
		   "leads.\n"
		   "site.xml:6: error: \"a.se\" is no web address "
		   "(https://…).\n"
		   "site.xml:7: error: \"212000-1927\" is no organisation "
		   "number; check its last digit.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_term_stands_once_in_its_language)
{
	begin("<language code='en'>English</language>");
	folder_page(&folder, "a", NULL,
		    "<terms xml:lang='sv'><term>Plan</term></terms>"
		    "<terms xml:lang='en'><term>Plan</term></terms>\n"
		    "<terms xml:lang='sv'><term>Plan</term></terms>");
	ck_content("pages/a.xml:4: error: The term \"Plan\" is already in "
		   "pages/a.xml:3.\n");
	folder_end(&folder);
}
END_TEST

#define TEN "abcdefghij"

START_TEST(words_fit_and_say_something)
{
	begin("<hours id='huset'><title>T</title><short>" TEN TEN TEN
	      "abcdefghi</short><week/></hours>");
	folder_write(
		&folder, "pages/a.xml",
		"<page xmlns='urn:textkiosk:1' id='a'>\n<title>" TEN TEN TEN
		"åäöabcdef</title><p>Läs <a page='help'>"
		" Här </a></p></page>");
	folder_page(&folder, "b", NULL,
		    "<menu>" TEN TEN TEN "abcdefg</menu>\n"
		    "<p>Läs <a page='help'>här om</a></p>");
	ck_content("");
	check_wording(&folder.draft);
	ck_str(folder_told(&folder),
	       "pages/a.xml:2: warning: The link says only \"Här\"; let its "
	       "words say where.\n"
	       "pages/a.xml:2: warning: The title is wider than 38 columns; "
	       "add a menu.\n"
	       "pages/b.xml:3: warning: The menu is wider than 36 columns.\n"
	       "site.xml:3: warning: The short text is wider than 38 "
	       "columns.\n");
	folder_end(&folder);
}
END_TEST

SUITE("compile/check", the_reserved_pages_are_enough,
      the_reserved_pages_must_exist, ids_are_used_once, numbers_make_a_tree,
      hours_of_a_day_do_not_overlap, days_are_said_once_and_come_sorted,
      data_have_their_form, a_term_stands_once_in_its_language,
      words_fit_and_say_something)
