/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/read.h"

#include "base/arena.h"
#include "base/report.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

START_TEST(a_folder_is_read_whole)
{
	folder_begin(&folder);
	folder_site(&folder, "<language code='en'>English</language>");
	folder_today(&folder, "<notice><short>A</short></notice>");
	folder_page(&folder, "b", "2", "");
	folder_page(&folder, "a", "1",
		    "<terms xml:lang='en'><term>A</term></terms>");
	folder_read(&folder);
	ck_str(folder_told(&folder), "");
	ck_str(folder.draft.languages[0].code, "sv");
	ck_str(folder.draft.languages[0].name, "Svenska");
	ck_str(folder.draft.languages[1].code, "en");
	ck_assert_uint_eq(folder.draft.notices.count, 1);
	/* In the order of the names, and sorted for the look-up. */
	ck_str(folder.draft.pages.at[0].id, "a");
	ck_str(folder.draft.pages.at[1].place.file, "pages/b.xml");
	ck_assert_ptr_nonnull(draft_page(&folder.draft, STR("b")));
	folder_end(&folder);
}
END_TEST

START_TEST(today_may_be_missing_or_blank)
{
	folder_begin(&folder);
	folder_site(&folder, "");
	folder_page(&folder, "a", NULL, "");
	folder_read(&folder);
	folder_write(&folder, "today.xml", "\n \t");
	folder_read(&folder);
	ck_str(folder_told(&folder), "");
	folder_end(&folder);
}
END_TEST

START_TEST(site_and_pages_may_not)
{
	folder_begin(&folder);
	folder_read(&folder);
	ck_str(folder_told(&folder),
	       "pages: error: There are no pages in the folder pages.\n"
	       "site.xml: error: The file is missing.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(only_visible_xml_files_are_pages)
{
	folder_begin(&folder);
	folder_site(&folder, "");
	folder_page(&folder, "a", NULL, "");
	folder_write(&folder, "pages/.b.xml", "b");
	folder_write(&folder, "pages/c.xml~", "c");
	folder_write(&folder, "pages/.xml", "d");
	folder_write(&folder, "pages/exml", "e");
	folder_read(&folder);
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(folder.draft.pages.count, 1);
	folder_end(&folder);
}
END_TEST

START_TEST(a_file_holds_its_own_root)
{
	folder_begin(&folder);
	folder_write(&folder, "site.xml", "<site/>");
	folder_page(&folder, "a", NULL, "");
	folder_write(&folder, "pages/b.xml",
		     "\n<today xmlns='urn:textkiosk:1'/>");
	folder_write(&folder, "pages/c.xml",
		     "<page xmlns='urn:textkiosk:1' id='c' xml:lang='en'>"
		     "<title>C</title></page>");
	folder_read(&folder);
	ck_str(folder_told(&folder),
	       "pages/b.xml:2: error: The file should hold <page>.\n"
	       "pages/c.xml:1: error: \"en\" is no value for xml:lang.\n"
	       "site.xml:1: error: <site> is not in the namespace "
	       "urn:textkiosk:1.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(one_broken_file_leaves_the_others)
{
	folder_begin(&folder);
	folder_site(&folder, "");
	folder_write(&folder, "pages/a.xml", "<page>");
	folder_page(&folder, "b", NULL, "<p>b</p>\n<q/>");
	folder_read(&folder);
	ck_assert_uint_eq(report_count(folder.faults.report, REPORT_ERROR), 2);
	ck_assert(folder.faults.incomplete);
	ck_assert_uint_eq(folder.draft.pages.count, 1);
	ck_str(folder.draft.pages.at[0].blocks.at[0].unit->msgid, "b");
	folder_end(&folder);
}
END_TEST

SUITE("compile/read", a_folder_is_read_whole, today_may_be_missing_or_blank,
      site_and_pages_may_not, only_visible_xml_files_are_pages,
      a_file_holds_its_own_root, one_broken_file_leaves_the_others)
