/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/translate.h"

#include "base/arena.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

#define HEADER                                                                 \
	"msgid \"\"\nmsgstr \"\"\n"                                            \
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

/* A page with this text, and its translations if there are any. */
static void translate(const char *body, const char *po)
{
	folder_begin(&folder);
	folder_write(&folder, "site.xml",
		     "<site xmlns='urn:textkiosk:1' updated='2026-01-01'>"
		     "<name translate='no'>Exempel</name>\n"
		     "<language code='en'>English</language></site>");
	folder_page(&folder, "start", NULL, body);
	if (po)
		folder_write(&folder, "po/en.po",
			     str_join(folder.arena,
				      STR(HEADER "msgid \"start\"\n"
						 "msgstr \"home\"\n\n"),
				      str_of(po))
				     .at);
	folder_read(&folder);
	translate_content(&folder.draft, folder.dir);
}

/* The words of the first block in English. */
static struct str english(void)
{
	return draft_words(&folder.draft,
			   folder.draft.pages.at[0].blocks.at[0].unit, 1);
}

START_TEST(a_unit_has_its_translation)
{
	struct translate_count count;

	translate("<p>Se <a page='start'>hem</a>.</p>",
		  "msgid \"Se <a page=\\\"start\\\">hem</a>.\"\n"
		  "msgstr \"<em>See</em> <a page=\\\"start\\\">home</a>.\"\n");
	ck_str(folder_told(&folder), "");
	folder_forget(&folder);
	ck_str(english(), "See home.");
	ck_str(draft_words(&folder.draft, folder.draft.pages.at[0].title, 1),
	       "home");
	count = translate_count(&folder.draft, 1);
	ck_assert_uint_eq(count.units, 2);
	ck_assert_uint_eq(count.translated, 2);
	folder_end(&folder);
}
END_TEST

/* Told so, and shown in the master's language. */
static void ck_refused(const char *body, const char *po, const char *swedish,
		       const char *told)
{
	translate(body, po);
	ck_str(folder_told(&folder), told);
	ck_str(english(), swedish);
	ck_assert_uint_eq(translate_count(&folder.draft, 1).translated, 1);
	folder_end(&folder);
}

START_TEST(a_changed_sentence_has_no_translation)
{
	ck_refused("<p>Hej du</p>", "msgid \"Hej\"\nmsgstr \"Hello\"\n",
		   "Hej du",
		   "pages/start.xml:3: warning: Not translated (en): \"Hej "
		   "du\".\n");
	ck_refused("<p>Hej du</p>", "msgid \"Hej du\"\nmsgstr \"\"\n", "Hej du",
		   "pages/start.xml:3: warning: Not translated (en): \"Hej "
		   "du\".\n");
	ck_refused("<p>Hej du</p>", "#~ msgid \"Hej du\"\n#~ msgstr \"Hi\"\n",
		   "Hej du",
		   "pages/start.xml:3: warning: Not translated (en): \"Hej "
		   "du\".\n");
	ck_refused("<p>Hej du</p>",
		   "#, fuzzy\nmsgid \"Hej du\"\nmsgstr \"Hello\"\n", "Hej du",
		   "pages/start.xml:3: warning: The translation (en) is fuzzy: "
		   "\"Hej du\".\n");
}
END_TEST

START_TEST(a_translation_leads_where_the_master_does)
{
	ck_refused("<p><a page='start'>hem</a></p>",
		   "msgid \"<a page=\\\"start\\\">hem</a>\"\n"
		   "msgstr \"<a page=\\\"help\\\">home</a>\"\n",
		   "hem",
		   "pages/start.xml:3: warning: The translation (en) has other "
		   "links: \"<a page=\"start\">hem</a>\".\n");
	ck_refused("<p>Hej</p>",
		   "msgid \"Hej\"\n"
		   "msgstr \"<a page=\\\"start\\\">Hello</a>\"\n",
		   "Hej",
		   "pages/start.xml:3: warning: The translation (en) has other "
		   "links: \"Hej\".\n");
}
END_TEST

START_TEST(what_is_no_inline_content_is_not_shown)
{
	ck_refused("<p>Hej</p>", "msgid \"Hej\"\nmsgstr \"<em>Hello\"\n", "Hej",
		   "pages/start.xml:3: warning: The translation (en) has "
		   "broken markup: \"Hej\".\n");
	ck_refused("<p>Hej</p>", "msgid \"Hej\"\nmsgstr \"<p>Hello</p>\"\n",
		   "Hej",
		   "pages/start.xml:3: warning: The translation (en) has "
		   "broken markup: \"Hej\".\n");
	ck_refused("<p>Hej</p>",
		   "msgid \"Hej\"\nmsgstr \"\xE2\x80\xAEHello\"\n", "Hej",
		   "pages/start.xml:3: warning: The translation (en) has a "
		   "forbidden character: \"Hej\".\n");
}
END_TEST

START_TEST(a_telephone_number_stays_the_same)
{
	folder_begin(&folder);
	folder_site(&folder,
		    "<language code='en'>English</language><contact id='a'>\n"
		    "<tel label='start' href='tel:+46582685000'>0582-68 50 00"
		    "</tel>\n"
		    "<tel label='start' href='tel:+46582685001'>0582-68 50 01"
		    "</tel></contact>");
	folder_page(&folder, "start", NULL, "");
	folder_write(&folder, "po/en.po",
		     HEADER "msgid \"start\"\nmsgstr \"home\"\n\n"
			    "msgid \"Exempel\"\nmsgstr \"Example\"\n\n"
			    "msgid \"0582-68 50 00\"\n"
			    "msgstr \"+46 582 68 50 00\"\n\n"
			    "msgid \"0582-68 50 01\"\n"
			    "msgstr \"+46 582 68 50 10\"\n");
	folder_read(&folder);
	translate_content(&folder.draft, folder.dir);
	ck_str(folder_told(&folder),
	       "site.xml:5: warning: The translation (en) has another number: "
	       "\"0582-68 50 01\".\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_file_that_is_missing_is_told_once)
{
	translate("<p>Hej</p>", NULL);
	ck_str(folder_told(&folder), "site.xml:2: warning: The translation "
				     "po/en.po is missing.\n");
	ck_str(english(), "Hej");
	ck_assert_uint_eq(translate_count(&folder.draft, 1).units, 2);
	ck_assert_uint_eq(translate_count(&folder.draft, 1).translated, 0);
	folder_end(&folder);
}
END_TEST

SUITE("compile/translate", a_unit_has_its_translation,
      a_changed_sentence_has_no_translation,
      a_translation_leads_where_the_master_does,
      what_is_no_inline_content_is_not_shown, a_telephone_number_stays_the_same,
      a_file_that_is_missing_is_told_once)
