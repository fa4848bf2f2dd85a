/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/blocks.h"

#include "base/arena.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;
static struct draft_blocks blocks;

static void begin(void)
{
	folder_begin(&folder);
	blocks = (struct draft_blocks){ 0 };
}

static void read(element_handler *handler, const char *text)
{
	handler(&folder.reader, folder_element(&folder, text), &blocks);
}

static void ck_block(size_t index, enum format_block_kind kind,
		     const char *words)
{
	ck_assert_uint_lt(index, blocks.count);
	ck_assert_int_eq(blocks.at[index].kind, kind);
	ck_assert_ptr_nonnull(blocks.at[index].unit);
	ck_str(blocks.at[index].unit->master.words, words);
	ck_assert(blocks.at[index].prose);
}

START_TEST(text_becomes_blocks_in_its_order)
{
	begin();
	read(blocks_prose, "<easy><p>a</p><ul><li>b</li><li>c</li></ul>"
			   "<dl><dt>d</dt><dd>e</dd></dl></easy>");
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(blocks.count, 5);
	ck_block(0, FORMAT_PARAGRAPH, "a");
	ck_block(1, FORMAT_BULLET, "b");
	ck_block(2, FORMAT_BULLET, "c");
	ck_block(3, FORMAT_DEFINED, "d");
	ck_block(4, FORMAT_DEFINITION, "e");
	folder_end(&folder);
}
END_TEST

START_TEST(each_numbered_list_counts_from_one)
{
	begin();
	read(blocks_p, "<p>x</p>");
	read(blocks_ol, "<ol><li>a</li><li>b</li></ol>");
	read(blocks_ol, "<ol><li>c</li></ol>");
	ck_block(2, FORMAT_NUMBERED, "b");
	ck_assert_uint_eq(blocks.at[1].number, 1);
	ck_assert_uint_eq(blocks.at[2].number, 2);
	ck_assert_uint_eq(blocks.at[3].number, 1);
	folder_end(&folder);
}
END_TEST

START_TEST(an_empty_text_is_told_and_no_block)
{
	begin();
	read(blocks_ul, "<ul>\n</ul>");
	read(blocks_prose, "<easy><p> </p></easy>");
	ck_assert_uint_eq(blocks.count, 0);
	ck_str(folder_told(&folder), "f:1: error: <ul> is empty.\n"
				     "f:1: error: <p> is empty.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(only_what_stands_in_a_note_is_ours)
{
	begin();
	folder.reader.level = 1;
	read(blocks_note, "<note><p>a</p></note>");
	read(blocks_p, "<p>b</p>");
	ck_assert(blocks.at[0].note);
	ck_assert(!blocks.at[1].note);
	ck_assert_uint_eq(blocks.at[1].level, 1);
	folder_end(&folder);
}
END_TEST

START_TEST(what_the_program_shows_is_named)
{
	static const struct {
		enum format_block_kind kind;
		const char *name;
		enum format_part part;
	} wanted[] = {
		{ FORMAT_HEADING, "", FORMAT_PART_ALL },
		{ FORMAT_CHILDREN, "", FORMAT_PART_ALL },
		{ FORMAT_CONTACTS, "kommun", FORMAT_PART_TEL },
		{ FORMAT_TABLE, "huset", FORMAT_PART_WEEK },
		{ FORMAT_STATE, "huset", FORMAT_PART_ALL },
		{ FORMAT_SET, "", FORMAT_PART_ALL },
	};

	begin();
	read(blocks_heading, "<section/>");
	read(blocks_children, "<children/>");
	read(blocks_show, "<show contact='kommun' part='tel'/>");
	read(blocks_show, "<show hours='huset' part='week'/>");
	read(blocks_show, "<show state='huset'/>");
	read(blocks_set, "<set what='easy'/>");
	ck_str(folder_told(&folder), "");
	for (size_t i = 0; i < blocks.count; i++) {
		ck_assert_int_eq(blocks.at[i].kind, wanted[i].kind);
		ck_str(blocks.at[i].name, wanted[i].name);
		ck_assert_int_eq(blocks.at[i].part, wanted[i].part);
	}
	ck_assert_uint_eq(blocks.count, sizeof wanted / sizeof *wanted);
	ck_assert_uint_eq(blocks.at[5].number, FORMAT_SET_EASY);
	folder_end(&folder);
}
END_TEST

START_TEST(what_show_cannot_show_is_told)
{
	begin();
	read(blocks_show, "<show part='tel'/>");
	read(blocks_show, "<show contact='a' state='b'/>");
	read(blocks_show, "<show contact='a' part='week'/>");
	read(blocks_show, "<show contact='a' part='tell'/>");
	read(blocks_show, "<show index='letters'/>");
	read(blocks_set, "<set what='dark'/>");
	ck_str(folder_told(&folder),
	       "f:1: error: <show> needs the attribute "
	       "contact/hours/state/index/keys.\n"
	       "f:1: error: <show> needs the attribute "
	       "contact/hours/state/index/keys.\n"
	       "f:1: error: \"week\" is no value for part.\n"
	       "f:1: error: There is no part \"tell\"; did you mean \"tel\"?\n"
	       "f:1: error: \"letters\" is no value for index.\n"
	       "f:1: error: \"dark\" is no value for what.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(kept_blocks_outlive_their_file)
{
	begin();
	read(blocks_p, "<p>Hej</p>");
	read(blocks_show, "<show contact='kommun' part='tel'/>");
	blocks_keep(&folder.draft, &blocks);
	folder_forget(&folder);
	ck_assert_uint_eq(blocks.room, blocks.count);
	ck_block(0, FORMAT_PARAGRAPH, "Hej");
	ck_str(blocks.at[1].name, "kommun");
	ck_assert_int_eq(blocks.at[1].part, FORMAT_PART_TEL);
	ck_assert(!blocks.at[1].prose);
	folder_end(&folder);
}
END_TEST

SUITE("compile/blocks", text_becomes_blocks_in_its_order,
      each_numbered_list_counts_from_one, an_empty_text_is_told_and_no_block,
      only_what_stands_in_a_note_is_ours, what_the_program_shows_is_named,
      what_show_cannot_show_is_told, kept_blocks_outlive_their_file)
