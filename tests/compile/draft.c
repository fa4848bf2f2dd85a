/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/draft.h"

#include "base/arena.h"
#include "compile/unit.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

START_TEST(a_new_draft_finds_nothing)
{
	folder_begin(&folder);
	draft_sort(&folder.draft);
	ck_assert_ptr_null(draft_page(&folder.draft, STR("start")));
	ck_assert_ptr_null(draft_number(&folder.draft, 1));
	ck_assert_ptr_null(draft_term(&folder.draft, STR("sv"), STR("a")));
	ck_assert_ptr_null(draft_contact(&folder.draft, STR("a")));
	ck_assert_ptr_null(draft_hours(&folder.draft, STR("a")));
	folder_end(&folder);
}
END_TEST

START_TEST(pages_are_found_by_id_and_number)
{
	static const struct {
		const char *id, *number;
	} pages[] = { { "vision", "3" },      { "help", "8" },
		      { "language", "82" },   { "start", NULL },
		      { "values.joy", "41" }, { "values", "4" } };

	folder_begin(&folder);
	folder_site(&folder, "");
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		folder_page(&folder, pages[i].id, pages[i].number, "");
	folder_read(&folder);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct draft_page *page =
			draft_page(&folder.draft, str_of(pages[i].id));

		ck_assert_ptr_nonnull(page);
		ck_str(page->id, pages[i].id);
		if (page->number)
			ck_assert_ptr_eq(
				draft_number(&folder.draft, page->number),
				page);
	}
	ck_assert_uint_eq(folder.draft.numbered, 5);
	ck_assert_uint_eq(draft_page(&folder.draft, STR("help"))->index, 0);
	ck_assert_uint_eq(draft_page(&folder.draft, STR("vision"))->index, 5);
	ck_assert_ptr_null(draft_page(&folder.draft, STR("visio")));
	ck_assert_ptr_null(draft_number(&folder.draft, 42));
	ck_assert_ptr_null(draft_number(&folder.draft, 0));
	folder_end(&folder);
}
END_TEST

START_TEST(sections_and_terms_are_found)
{
	const struct draft_page *page;

	folder_begin(&folder);
	folder_site(&folder, "<language code='en'>English</language>");
	folder_page(&folder, "a", NULL,
		    "<section id='c'/><section id='a'/><section id='b'/>"
		    "<terms xml:lang='en'><term>Plan</term></terms>"
		    "<terms xml:lang='sv'><term>Vision</term>"
		    "<term>Plan</term></terms>");
	folder_read(&folder);
	page = draft_page(&folder.draft, STR("a"));
	ck_assert_uint_eq(draft_section(page, STR("a"))->block, 1);
	ck_assert_uint_eq(draft_section(page, STR("c"))->block, 0);
	ck_assert_ptr_null(draft_section(page, STR("d")));
	ck_str(draft_term(&folder.draft, STR("sv"), STR("Plan"))->language,
	       "sv");
	ck_assert_ptr_null(draft_term(&folder.draft, STR("en"), STR("Vision")));
	folder_end(&folder);
}
END_TEST

static struct draft_unit *unit_of(const char *text)
{
	return unit_read(&folder.draft, STR("f"),
			 folder_element(&folder, text));
}

START_TEST(a_text_without_translation_is_the_master)
{
	struct draft_text others[2] = { { .words = STR("") },
					{ .words = STR("Hyvää päivää") } };
	struct draft_unit *unit;

	folder_begin(&folder);
	unit = unit_of("<p>Hej</p>");
	ck_assert(draft_translated(unit, 0));
	ck_assert(!draft_translated(unit, 1));
	ck_str(draft_words(&folder.draft, unit, 1), "Hej");
	unit->others = others;
	ck_assert(!draft_translated(unit, 1));
	ck_assert(draft_translated(unit, 2));
	ck_assert_ptr_eq(draft_text(unit, 1), &unit->master);
	ck_str(draft_words(&folder.draft, unit, 2), "Hyvää päivää");
	ck_assert_ptr_null(draft_context(unit).at);
	folder_end(&folder);
}
END_TEST

START_TEST(data_are_put_in_in_each_language)
{
	struct draft_text english = { .words = STR("+46 582") };
	struct draft_unit *unit;

	folder_begin(&folder);
	folder_site(&folder, "<language code='en'>English</language>"
			     "<contact id='a'><tel label='T' href='tel:+46'>"
			     "0582</tel></contact>");
	folder_page(&folder, "a", NULL, "");
	folder_read(&folder);
	draft_contact(&folder.draft, STR("a"))
		->data.at[0]
		.values.at[0]
		->others = &english;
	unit = unit_of("<p>å <ref contact='a' part='tel'/>, "
		       "<ref contact='a' part='tel'/>!</p>");
	ck_str(draft_words(&folder.draft, unit, 0), "å 0582, 0582!");
	ck_str(draft_words(&folder.draft, unit, 1), "å +46 582, +46 582!");
	ck_assert_ptr_nonnull(
		draft_referred(&folder.draft, &unit->master.spans.at[0]));
	/* What leads nowhere is told by refer, and shows nothing. */
	unit = unit_of("<p>x <ref contact='a' part='url'/></p>");
	ck_assert_ptr_null(
		draft_referred(&folder.draft, &unit->master.spans.at[0]));
	ck_str(draft_words(&folder.draft, unit, 0), "x ");
	folder_end(&folder);
}
END_TEST

START_TEST(parts_have_names)
{
	ck_assert_int_eq(draft_part(STR("tel")), FORMAT_PART_TEL);
	ck_assert_int_eq(draft_part(STR("holidays")), FORMAT_PART_HOLIDAYS);
	ck_assert_int_eq(draft_part(STR("fax")), FORMAT_PART_ALL);
	ck_assert_int_eq(draft_part(STR("")), FORMAT_PART_ALL);
	for (enum format_part part = FORMAT_PART_TEL;
	     part <= FORMAT_PART_HOLIDAYS; part++)
		ck_assert_int_eq(draft_part(draft_part_name(part)), part);
	ck_assert_uint_eq(draft_part_name(FORMAT_PART_ALL).bytes, 0);
	ck_str(draft_part_near(STR("emial")), "email");
	ck_assert_ptr_null(draft_part_near(STR("telefon")).at);
}
END_TEST

SUITE("compile/draft", a_new_draft_finds_nothing,
      pages_are_found_by_id_and_number, sections_and_terms_are_found,
      a_text_without_translation_is_the_master,
      data_are_put_in_in_each_language, parts_have_names)
