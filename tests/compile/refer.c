/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/refer.h"

#include "base/arena.h"
#include "base/report.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

#define HOURS                                                                  \
	"<hours id='huset'><title>T</title><short>S</short><week/></hours>"
#define CONTACT                                                                \
	"<contact id='kommun'><tel label='Telefon' href='a'>1</tel></contact>"

/* A folder with a contact, a table and two pages; one is `body`. */
static void begin(const char *body)
{
	folder_begin(&folder);
	folder_site(&folder, CONTACT HOURS);
	folder_page(&folder, "help", "8", "<section id='keys'/>");
	folder_page(&folder, "vision", NULL, body);
	folder_read(&folder);
	ck_str(folder_told(&folder), "");
	refer_check(&folder.draft);
}

static void ck_refers(const char *body, const char *told)
{
	begin(body);
	ck_str(folder_told(&folder), told);
	folder_end(&folder);
}

START_TEST(what_leads_somewhere_is_silent)
{
	ck_refers("<p><a page='help'>a</a> <a page='help' at='keys'>b</a> "
		  "<a href='https://a.se/'>c</a> "
		  "<ref contact='kommun' part='tel'/></p>"
		  "<show contact='kommun'/><show contact='kommun' part='tel'/>"
		  "<show hours='huset' part='week'/><show state='huset'/>",
		  "");
}
END_TEST

START_TEST(what_leads_nowhere_is_told)
{
	ck_refers("<p><a page='karta'>a</a></p>",
		  "pages/vision.xml:3: error: There is no page \"karta\".\n");
	ck_refers("<p>a\n<a page='help' at='mouse'>b</a></p>",
		  "pages/vision.xml:4: error: The page help has no section "
		  "\"mouse\".\n");
	ck_refers("<p><a href='ftp:a'>c</a></p>",
		  "pages/vision.xml:3: error: \"ftp:a\" is no web address "
		  "(https://…).\n");
	ck_refers("<p><ref contact='kommun' part='email'/></p>",
		  "pages/vision.xml:3: error: The contact kommun has no "
		  "email.\n");
	ck_refers("<p><ref contact='kommun' part='week'/></p>",
		  "pages/vision.xml:3: error: \"week\" is no value for "
		  "part.\n");
	ck_refers("<show contact='kommun' part='url'/>",
		  "pages/vision.xml:3: error: The contact kommun has no "
		  "url.\n");
	ck_refers("<show state='badet'/>",
		  "pages/vision.xml:3: error: There are no hours \"badet\".\n");
}
END_TEST

START_TEST(what_misses_by_a_letter_is_named)
{
	ck_refers("<p><a page='helpp'>a</a></p>",
		  "pages/vision.xml:3: error: There is no page \"helpp\"; did "
		  "you mean \"help\"?\n");
	ck_refers("<p><a page='help' at='key'>a</a></p>",
		  "pages/vision.xml:3: error: The page has no section \"key\"; "
		  "did you mean \"keys\"?\n");
	ck_refers("<show contact='komun'/>",
		  "pages/vision.xml:3: error: There is no contact \"komun\"; "
		  "did you mean \"kommun\"?\n");
	ck_refers("<show hours='huser'/>",
		  "pages/vision.xml:3: error: There are no hours \"huser\"; "
		  "did you mean \"huset\"?\n");
	ck_refers("<p><ref contact='kommun' part='tell'/></p>",
		  "pages/vision.xml:3: error: There is no part \"tell\"; did "
		  "you mean \"tel\"?\n");
}
END_TEST

START_TEST(tables_and_dates_refer_too)
{
	folder_begin(&folder);
	folder_site(&folder, "<hours id='huset' contact='ingen'><title>T"
			     "</title><short>S</short><week/></hours>");
	folder_today(&folder,
		     "<date hours='badet' on='2026-12-24' is='closed'/>");
	folder_page(&folder, "help", NULL, "");
	folder_read(&folder);
	refer_check(&folder.draft);
	ck_str(folder_told(&folder),
	       "site.xml:3: error: There is no contact \"ingen\".\n"
	       "today.xml:2: error: There are no hours \"badet\".\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_see_is_given_its_target)
{
	const struct draft_term *terms;

	begin("<terms xml:lang='sv'><term>Hiss</term>\n"
	      "<term see='Hiss'>Lyft</term>\n<term see='Lyft'>Upp</term>\n"
	      "<term see='Hisss'>Ned</term>\n<term see='Rulltrappa'>X</term>"
	      "</terms>");
	terms = folder.draft.terms.at;
	ck_assert_ptr_null(terms[0].target);
	ck_assert_ptr_eq(terms[1].target, &terms[0]);
	ck_str(folder_told(&folder),
	       "pages/vision.xml:5: error: \"Lyft\" is itself a "
	       "see-reference.\n"
	       "pages/vision.xml:6: error: No term \"Hisss\" to see; did you "
	       "mean \"Hiss\"?\n"
	       "pages/vision.xml:7: error: No term \"Rulltrappa\" to see.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(what_could_not_be_read_is_not_missed)
{
	folder_begin(&folder);
	folder_site(&folder, "");
	folder_write(&folder, "pages/help.xml", "<page>");
	folder_page(&folder, "vision", NULL, "<p><a page='help'>a</a></p>");
	folder_read(&folder);
	refer_check(&folder.draft);
	ck_assert_uint_eq(report_count(folder.faults.report, REPORT_ERROR), 1);
	folder_end(&folder);
}
END_TEST

SUITE("compile/refer", what_leads_somewhere_is_silent,
      what_leads_nowhere_is_told, what_misses_by_a_letter_is_named,
      tables_and_dates_refer_too, a_see_is_given_its_target,
      what_could_not_be_read_is_not_missed)
