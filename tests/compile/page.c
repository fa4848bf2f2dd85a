/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/page.h"

#include "base/arena.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

/* Reads a page; what it became. */
static const struct draft_page *read(const char *text)
{
	page_read(&folder.reader, folder_element(&folder, text), &folder.draft);
	folder_forget(&folder);
	return &folder.draft.pages.at[folder.draft.pages.count - 1];
}

START_TEST(a_page_is_what_was_written)
{
	const struct draft_page *page;

	folder_begin(&folder);
	page = read("<page id='values.joy' number='41'><title>Glädje</title>"
		    "<menu>Glad</menu>"
		    "<source of='hallsberg.se' dated='2014-12'/>"
		    "<p>a</p><children/><easy><p>b</p></easy></page>");
	ck_str(folder_told(&folder), "");
	ck_str(page->id, "values.joy");
	ck_str(page->number_text, "41");
	ck_assert_uint_eq(page->number, 41);
	ck_str(page->title->msgid, "Glädje");
	ck_str(page->menu->msgid, "Glad");
	ck_str(page->source.of, "hallsberg.se");
	ck_assert_uint_eq(page->blocks.count, 2);
	ck_assert_int_eq(page->blocks.at[1].kind, FORMAT_CHILDREN);
	ck_assert_uint_eq(page->easy.count, 1);
	ck_str(page->easy.at[0].unit->msgid, "b");
	folder_end(&folder);
}
END_TEST

START_TEST(sections_nest_once_and_are_places)
{
	const struct draft_page *page;

	folder_begin(&folder);
	page = read("<page id='a'><title>A</title><p>a</p>"
		    "<section id='b'><title>B</title><p>b</p>"
		    "<section id='c'><p>c</p></section></section>"
		    "<p>d</p></page>");
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(page->sections.count, 2);
	ck_str(page->sections.at[0].id, "b");
	ck_assert_uint_eq(page->sections.at[0].block, 1);
	ck_str(page->sections.at[1].id, "c");
	ck_assert_uint_eq(page->sections.at[1].block, 3);
	ck_str(page->blocks.at[1].unit->msgid, "B");
	ck_assert_ptr_null(page->blocks.at[3].unit);
	ck_assert_uint_eq(page->blocks.at[0].level, 0);
	ck_assert_uint_eq(page->blocks.at[2].level, 1);
	ck_assert_uint_eq(page->blocks.at[4].level, 2);
	ck_assert_uint_eq(page->blocks.at[5].level, 0);
	read("<page id='e'><title>E</title><section><section>\n<section/>"
	     "</section></section></page>");
	ck_str(folder_told(&folder),
	       "f:2: error: The element <section> has no place here.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_heading_goes_only_with_all_that_it_heads)
{
	const struct draft_page *page;

	folder_begin(&folder);
	page = read("<page id='a'><title>A</title>"
		    "<section><title>B</title><p>b</p></section>"
		    "<section><title>C</title><p>c</p><children/></section>"
		    "</page>");
	ck_assert(page->blocks.at[0].prose);
	ck_assert(!page->blocks.at[2].prose);
	folder_end(&folder);
}
END_TEST

START_TEST(terms_lead_to_where_they_stand)
{
	const struct draft_term *terms;

	folder_begin(&folder);
	read("<page id='a'><title>A</title></page>");
	read("<page id='b'><title>B</title>"
	     "<terms xml:lang='sv'><term> Hissen\n 1</term></terms><p>b</p>"
	     "<section><terms xml:lang='sv'><term see=' Hissen '>Lyft</term>"
	     "</terms></section>"
	     "<terms xml:lang='sv'><term>Trappa</term></terms></page>");
	ck_str(folder_told(&folder), "");
	terms = folder.draft.terms.at;
	ck_assert_uint_eq(folder.draft.terms.count, 3);
	ck_str(terms[0].text, "Hissen 1");
	ck_str(terms[0].language, "sv");
	ck_assert_uint_eq(terms[0].see.bytes, 0);
	ck_assert_uint_eq(terms[0].page, 1);
	ck_assert_uint_eq(terms[0].block, FORMAT_NONE);
	ck_str(terms[1].see, "Hissen");
	ck_assert_uint_eq(terms[1].block, 1);
	ck_assert_uint_eq(terms[2].block, FORMAT_NONE);
	folder_end(&folder);
}
END_TEST

START_TEST(terms_without_words_or_language_are_told)
{
	folder_begin(&folder);
	read("<page id='a'><title>A</title>"
	     "<terms xml:lang='en'><term>\n</term></terms></page>");
	ck_assert_uint_eq(folder.draft.terms.count, 0);
	ck_str(folder_told(&folder),
	       "f:1: error: \"en\" is no value for xml:lang.\n"
	       "f:1: error: <term> is empty.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_page_with_faults_is_told)
{
	const struct draft_page *page;

	folder_begin(&folder);
	page = read("<page id='a' number='90'><p>a</p></page>");
	ck_assert_uint_eq(page->number, 0);
	ck_str(page->number_text, "90");
	ck_assert_ptr_null(page->title);
	ck_str(folder_told(&folder),
	       "f:1: error: \"90\" is no number of a screen: digits 1 to 8, at "
	       "most 6.\n"
	       "f:1: error: <page> needs the element <title>.\n");
	folder_end(&folder);
}
END_TEST

SUITE("compile/page", a_page_is_what_was_written,
      sections_nest_once_and_are_places,
      a_heading_goes_only_with_all_that_it_heads,
      terms_lead_to_where_they_stand, terms_without_words_or_language_are_told,
      a_page_with_faults_is_told)
