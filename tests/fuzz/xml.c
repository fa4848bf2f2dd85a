/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For libFuzzer: bytes as a file of the content. What parses is read as the
 * page, site or today that it says it is, and checked as the only file of a
 * folder.
 */
#include "base/arena.h"
#include "compile/check.h"
#include "compile/element.h"
#include "compile/file.h"
#include "compile/page.h"
#include "compile/site.h"
#include "compile/today.h"
#include "fuzz/target.h"

enum { TODAY = 20781 }; /* 2026-11-24 */

static void read_tree(struct draft *draft, const struct xml_node *tree)
{
	struct element_reader reader = { .draft = draft,
					 .file = STR("f"),
					 .section = FORMAT_NONE };

	if (str_equal(tree->name, STR("page")))
		page_read(&reader, tree, draft);
	else if (str_equal(tree->name, STR("site")))
		site_read(&reader, tree, draft);
	else if (str_equal(tree->name, STR("today")))
		today_read(&reader, tree, draft);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
	struct str text = { (const char *)bytes, count };
	struct faults faults = { .arena = arena_new() };
	struct xml_node *tree = NULL;
	struct draft draft = { 0 };
	struct buf told = { 0 };

	faults.report = report_new(faults.arena);
	draft_begin(&draft, &faults);
	draft.languages[0].code = STR("sv");
	draft.language_count = 1;
	if (count && file_is_text(&faults, STR("f"), text))
		tree = xml_parse(&faults, draft.scratch, STR("f"), text);
	if (tree)
		read_tree(&draft, tree);
	draft_sort(&draft);
	check_content(&draft, TODAY);
	check_wording(&draft);
	report_write(faults.report, &told);
	buf_free(&told);
	draft_end(&draft);
	arena_drop(faults.arena);
	return 0;
}
