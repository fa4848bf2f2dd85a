/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/unit.h"

#include "base/arena.h"
#include "folder.h"
#include "suite.h"

#include <string.h>

static struct folder folder;

static struct draft_unit *read(const char *text)
{
	return unit_read(&folder.draft, STR("f"),
			 folder_element(&folder, text));
}

static void ck_msgid(const char *text, const char *msgid)
{
	struct draft_unit *unit;

	folder_begin(&folder);
	unit = read(text);
	ck_assert_ptr_nonnull(unit);
	folder_forget(&folder);
	ck_str(unit->msgid, msgid);
	ck_str(folder_told(&folder), "");
	folder_end(&folder);
}

START_TEST(the_msgid_is_the_content_serialised)
{
	ck_msgid("<p>\n  Hej  du </p>", "Hej du");
	ck_msgid("<p>a &lt; b &amp; c &gt; 'd' &quot;</p>",
		 "a &lt; b &amp; c &gt; 'd' \"");
	ck_msgid("<p>Se <a at='&quot;b&amp;' page='help'>hjälp</a>,"
		 "<br></br>x</p>",
		 "Se <a at=\"&quot;b&amp;\" page=\"help\">hjälp</a>,<br/>x");
	ck_msgid("<p>a&#x30A;ter&#xAD;vinn<!-- d -->ing</p>", "återvinning");
}
END_TEST

START_TEST(units_are_counted_as_they_are_read)
{
	struct draft_unit *first, *second;

	folder_begin(&folder);
	first = read("<p>Hej</p>");
	second = read("<p>Hej</p>");
	ck_assert_uint_eq(first->index, 0);
	ck_assert_uint_eq(second->index, 1);
	ck_assert_uint_eq(folder.draft.units.count, 2);
	ck_assert_ptr_eq(folder.draft.units.at[1], second);
	ck_str(second->place.file, "f");
	ck_assert_uint_eq(second->place.line, 1);
	/* Their words are one. */
	ck_assert_ptr_eq(first->master.words.at, second->master.words.at);
	folder_end(&folder);
}
END_TEST

START_TEST(what_is_said_to_translators_is_kept)
{
	struct draft_unit *unit;
	const struct xml_node *in;

	folder_begin(&folder);
	ck_assert_ptr_null(read("<p>a</p>")->hint);
	in = folder_element(&folder, "<in><!-- Översättare:  kort! -->"
				     "<p its-context=' knapp '>a</p>"
				     "<!-- till mig själv --><p>b</p></in>");
	unit = unit_read(&folder.draft, STR("f"), in->first->next);
	ck_assert_ptr_null(
		unit_read(&folder.draft, STR("f"), in->first->next->next->next)
			->hint);
	folder_forget(&folder);
	ck_assert_ptr_nonnull(unit->hint);
	ck_str(unit->hint->context, "knapp");
	ck_str(unit->hint->comment, "Översättare: kort!");
	folder_end(&folder);
}
END_TEST

START_TEST(only_no_keeps_out_of_translation)
{
	folder_begin(&folder);
	ck_assert(read("<p>a</p>")->translate);
	ck_assert(read("<p translate='yes'>a</p>")->translate);
	ck_assert(!read("<p translate='no'>a</p>")->translate);
	folder_end(&folder);
}
END_TEST

START_TEST(an_empty_unit_is_told_and_none)
{
	folder_begin(&folder);
	ck_assert_ptr_null(read("<p>\n</p>"));
	ck_assert_uint_eq(folder.draft.units.count, 0);
	ck_str(folder_told(&folder), "f:1: error: <p> is empty.\n");
	folder_end(&folder);
}
END_TEST

/* A p with so many letters. */
static const char *long_p(size_t letters)
{
	char *text = arena_array(folder.arena, letters + 8, 1);

	memcpy(text, "<p>", 3);
	memset(text + 3, 'a', letters);
	memcpy(text + 3 + letters, "</p>", 5);
	return text;
}

START_TEST(a_unit_has_an_end)
{
	folder_begin(&folder);
	ck_assert_ptr_nonnull(read(long_p(FORMAT_UNIT_BYTES)));
	ck_assert_ptr_null(read(long_p(FORMAT_UNIT_BYTES + 1)));
	ck_assert_uint_eq(folder.draft.units.count, 1);
	unit_of_text(&folder.draft, (struct fault_place){ STR("g"), 2 },
		     str_of(long_p(FORMAT_UNIT_BYTES + 1)), true);
	ck_str(folder_told(&folder),
	       "f:1: error: The text is longer than 8 KiB.\n"
	       "g:2: error: The text is longer than 8 KiB.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_plain_text_has_no_markup)
{
	struct fault_place place = { STR("f"), 7 };
	struct draft_unit *unit;

	folder_begin(&folder);
	unit = unit_of_text(&folder.draft, place, STR(" Fax <a> & b "), true);
	folder_forget(&folder);
	ck_str(unit->master.words, "Fax <a> & b");
	ck_str(unit->msgid, "Fax &lt;a&gt; &amp; b");
	ck_assert_uint_eq(unit->master.spans.count, 0);
	ck_assert_uint_eq(unit->place.line, 7);
	ck_assert(unit->translate);
	ck_assert(!unit_of_text(&folder.draft, place, STR("x"), false)
			   ->translate);
	folder_end(&folder);
}
END_TEST

SUITE("compile/unit", the_msgid_is_the_content_serialised,
      units_are_counted_as_they_are_read, what_is_said_to_translators_is_kept,
      only_no_keeps_out_of_translation, an_empty_unit_is_told_and_none,
      a_unit_has_an_end, a_plain_text_has_no_markup)
