/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/element.h"

#include "base/arena.h"
#include "book/calendar.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

/* What the elements of these tests fill. */
struct filled {
	char names[8]; /* of the elements, in the order in which they came */
	unsigned count;
	struct draft_unit *unit;
};

static void read_letter(struct element_reader *reader,
			const struct xml_node *node, void *into)
{
	struct filled *filled = into;

	(void)reader;
	filled->names[filled->count++] = node->name.at[0];
}

static const struct element_row rows[] = {
	{ "a", read_letter, "id! page", ELEMENT_ANY, 0 },
	{ "b", read_letter, "", ELEMENT_AT_MOST_ONE, 0 },
	{ "c", read_letter, "translate", ELEMENT_EXACTLY_ONE, 0 },
	{ "u", element_unit, ELEMENT_UNIT, ELEMENT_ANY,
	  offsetof(struct filled, unit) },
};

static struct filled read(const char *text)
{
	struct filled filled = { .count = 0 };

	element_children(&folder.reader, folder_element(&folder, text),
			 ELEMENT_ROWS(rows), &filled);
	return filled;
}

START_TEST(children_are_read_in_order_each_by_its_row)
{
	struct filled filled;

	folder_begin(&folder);
	filled = read("<x>\n<a id='1'/><!-- d --><c/><u>Hej</u><a id='2'/>"
		      "</x>");
	ck_str(folder_told(&folder), "");
	ck_str(str_of(filled.names), "aca");
	ck_assert_ptr_nonnull(filled.unit);
	ck_str(filled.unit->msgid, "Hej");
	folder_end(&folder);
}
END_TEST

/* Only this is told of the children. */
static void ck_children(const char *text, const char *names, const char *told)
{
	struct filled filled;

	folder_begin(&folder);
	filled = read(text);
	ck_str(folder_told(&folder), told);
	ck_str(str_of(filled.names), names);
	folder_end(&folder);
}

START_TEST(what_is_in_no_row_is_told_and_left_out)
{
	ck_children("<x><c/>\n<d/></x>", "c",
		    "f:2: error: The element <d> has no place here.\n");
	ck_children("<x><c/><b xmlns='urn:other'/></x>", "c",
		    "f:1: error: <b> is not in the namespace "
		    "urn:textkiosk:1.\n");
	ck_children("<x><c/>\n hej  du</x>", "c",
		    "f:2: error: Text has no place here: \"hej du\".\n");
}
END_TEST

START_TEST(elements_stand_as_often_as_they_may)
{
	ck_children("<x><b/><c/>\n<b/></x>", "bc",
		    "f:2: error: <b> may stand here only once.\n");
	ck_children("<x><c/>\n<c/></x>", "c",
		    "f:2: error: <c> may stand here only once.\n");
	ck_children("<x><b/></x>", "b",
		    "f:1: error: <x> needs the element <c>.\n");
}
END_TEST

START_TEST(attributes_are_those_of_the_row)
{
	ck_children("<x><c/><a/></x>", "ca",
		    "f:1: error: <a> needs the attribute id.\n");
	ck_children("<x><c/><a id='' pag=''/></x>", "ca",
		    "f:1: error: <a> has no attribute pag.\n");
	ck_children("<x><c translate='ja'/></x>", "c",
		    "f:1: error: \"ja\" is no value for translate.\n");
}
END_TEST

START_TEST(empty_and_full_are_told)
{
	folder_begin(&folder);
	element_want_child(&folder.reader,
			   folder_element(&folder, "<x>\n</x>"));
	element_want_child(&folder.reader,
			   folder_element(&folder, "<x><y/></x>"));
	element_want_nothing(&folder.reader,
			     folder_element(&folder, "<x>\n</x>"));
	element_want_nothing(&folder.reader,
			     folder_element(&folder, "<x>\n<y/></x>"));
	ck_str(folder_told(&folder),
	       "f:1: error: <x> is empty.\n"
	       "f:2: error: The element <y> has no place here.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(ids_have_a_form_and_outlive_the_tree)
{
	struct str id, value, none;

	folder_begin(&folder);
	id = element_id(&folder.reader,
			folder_element(&folder, "<x id='values.joy'/>"));
	value = element_value(&folder.reader,
			      folder_element(&folder, "<x a='b c'/>"), "a");
	none = element_id(&folder.reader, folder_element(&folder, "<x/>"));
	folder_forget(&folder);
	ck_str(id, "values.joy");
	ck_str(value, "b c");
	ck_assert_ptr_nonnull(none.at);
	ck_assert_uint_eq(none.bytes, 0);
	ck_str(folder_told(&folder), "");
	element_id(&folder.reader, folder_element(&folder, "<x id='Å'/>"));
	ck_str(folder_told(&folder),
	       "f:1: error: \"Å\" is no id: a-z, 0-9, - and . only, at most "
	       "64.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_source_says_whose_and_how_old)
{
	struct draft_source source;

	folder_begin(&folder);
	source = element_source(
		&folder.reader,
		folder_element(&folder, "<x of=' hallsberg.se ' dated='2014-12'"
					" checked='2026-01-02'/>"));
	folder_forget(&folder);
	ck_str(source.of, "hallsberg.se");
	ck_assert_uint_eq(source.year, 2014);
	ck_assert_uint_eq(source.month, 12);
	ck_assert_uint_eq(source.checked,
			  calendar_day((struct calendar_date){ 2026, 1, 2 }));
	source = element_source(&folder.reader,
				folder_element(&folder,
					       "<x dated='2014-13' "
					       "checked='2026-02-30'/>"));
	ck_assert_uint_eq(source.checked, FORMAT_NONE);
	ck_str(folder_told(&folder),
	       "f:1: error: \"2014-13\" is no value for dated.\n"
	       "f:1: error: \"2026-02-30\" is no date that exists.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_source_has_a_name)
{
	folder_begin(&folder);
	element_source(&folder.reader,
		       folder_element(&folder, "<source of=' '/>"));
	ck_str(folder_told(&folder), "f:1: error: \" \" is no value for of.\n");
	folder_end(&folder);
}
END_TEST

SUITE("compile/element", children_are_read_in_order_each_by_its_row,
      what_is_in_no_row_is_told_and_left_out,
      elements_stand_as_often_as_they_may, attributes_are_those_of_the_row,
      empty_and_full_are_told, ids_have_a_form_and_outlive_the_tree,
      a_source_says_whose_and_how_old, a_source_has_a_name)
