/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/scan.h"

#include "base/arena.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

START_TEST(ordinary_text_goes_on)
{
	folder_begin(&folder);
	ck_assert(scan_text(&folder.faults, STR("f"), STR("")));
	ck_assert(scan_text(&folder.faults, STR("f"),
			    STR("<?xml version='1.0' encoding='UTF-8'?>\r\n"
				"<p a='å'>\t— €</p>\n")));
	ck_str(folder_told(&folder), "");
	folder_end(&folder);
}
END_TEST

/* Held back, with exactly this. */
static void ck_held(struct str text, const char *wanted)
{
	folder_begin(&folder);
	ck_assert(!scan_text(&folder.faults, STR("f"), text));
	ck_str(folder_told(&folder), wanted);
	folder_end(&folder);
}

START_TEST(another_encoding_is_seen_first)
{
	ck_held(STR("<?xml version='1.0' encoding='UTF-7'?>\n\x1B"),
		"f:1: error: Another encoding than UTF-8 is declared; write "
		"UTF-8.\n");
}
END_TEST

START_TEST(a_forbidden_character_is_told_with_its_line)
{
	ck_held(STR("<p>\n\xE2\x80\xAE</p>"),
		"f:2: error: The character U+202E is not allowed; take it "
		"out.\n");
	ck_held(STR("<p>\xEE\x80\x80</p>"),
		"f:1: error: The character U+E000 is not allowed; take it "
		"out.\n");
}
END_TEST

START_TEST(the_first_forbidden_character_is_found)
{
	struct str text = STR("aå\t\r\n\xC2\x85\x1B");
	uint32_t c = 0;

	ck_assert_uint_eq(scan_forbidden(text, &c), 6);
	ck_assert_uint_eq(c, 0x85);
	ck_assert_uint_eq(scan_forbidden(str_first(text, 6), &c), 6);
	ck_assert_uint_eq(scan_forbidden(STR(""), &c), 0);
}
END_TEST

/* "<p>\n<q", then so many attributes, then "/></p>". */
static struct str crowded(struct buf *text, unsigned attributes)
{
	buf_add(text, STR("<p>\n<q"));
	for (unsigned i = 0; i < attributes; i++) {
		buf_add(text, STR(" a"));
		buf_number(text, i);
		/* A sign inside of a value begins no other. */
		buf_add(text, STR(" = \"b='c'\""));
	}
	buf_add(text, STR("/></p>"));
	return buf_str(text);
}

START_TEST(a_crowded_tag_is_held_back)
{
	struct buf text = { 0 };

	folder_begin(&folder);
	ck_assert(scan_text(&folder.faults, STR("f"),
			    crowded(&text, SCAN_ATTRIBUTES)));
	folder_end(&folder);
	buf_clear(&text);
	ck_held(crowded(&text, SCAN_ATTRIBUTES + 1),
		"f:2: error: This element has more than 1000 attributes.\n");
	buf_free(&text);
}
END_TEST

START_TEST(many_attributes_of_many_elements_are_no_crowd)
{
	struct buf text = { 0 };

	for (unsigned i = 0; i < SCAN_ATTRIBUTES + 1; i++)
		buf_add(&text, STR("<q a='b'/>"));
	folder_begin(&folder);
	ck_assert(scan_text(&folder.faults, STR("f"), buf_str(&text)));
	folder_end(&folder);
	buf_free(&text);
}
END_TEST

START_TEST(a_reference_is_told_where_it_was_written)
{
	folder_begin(&folder);
	scan_tell_reference(&folder.faults, STR("f"),
			    STR("&#65;\n&#x41;\n&#8238;\n&#x202e;"), 0x202E);
	scan_tell_reference(&folder.faults, STR("g"), STR("\n&#x0001B;"), 0x1B);
	ck_str(folder_told(&folder),
	       "f:3: error: The character U+202E is not allowed; take it "
	       "out.\n"
	       "g:2: error: The character U+001B is not allowed; take it "
	       "out.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_doctype_is_where_it_begins)
{
	struct str text = STR("<!--\n-->\n<!DOCTYPE\np\n[]>\n<!DOCTYPE>");

	ck_assert_uint_eq(scan_doctype(text, 5), 3);
	ck_assert_uint_eq(scan_doctype(text, 3), 3);
	ck_assert_uint_eq(scan_doctype(STR("a\nb"), 2), 2);
}
END_TEST

SUITE("compile/scan", ordinary_text_goes_on, another_encoding_is_seen_first,
      a_forbidden_character_is_told_with_its_line,
      the_first_forbidden_character_is_found, a_crowded_tag_is_held_back,
      many_attributes_of_many_elements_are_no_crowd,
      a_reference_is_told_where_it_was_written, a_doctype_is_where_it_begins)
