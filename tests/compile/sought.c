/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/sought.h"

#include "base/arena.h"
#include "compile/translate.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;
static struct image image;

static void begin(void)
{
	folder_begin(&folder);
	folder_site(&folder,
		    "<language code='en'>English</language>"
		    "<contact id='kommun'>"
		    "<tel label='Telefon' href='tel:+46582'>0582</tel>"
		    "<url label='Webb' href='https://a.se/'>a.se</url>"
		    "</contact>"
		    "<hours id='huset'><title>T</title><short>S</short><week/>"
		    "<season weeks='25-32'><title>Sommar</title></season>"
		    "<p>Begränsat</p></hours>");
}

static void bind_texts(void)
{
	folder_read(&folder);
	ck_str(folder_told(&folder), "");
	translate_content(&folder.draft, folder.dir);
	image = (struct image){ .arena = folder.arena,
				.pool = folder.draft.pool };
	sought_bind(&folder.draft, &image);
}

/* A word of a record, on a machine of either byte order. */
static uint32_t word(enum format_section section, size_t offset)
{
	struct str at = pieces_find(&image.sections[section], offset, 4);
	uint32_t value = 0;

	for (unsigned i = 4; i-- > 0;)
		value = value << 8 | (unsigned char)at.at[i];
	return value;
}

/* A field of the record with this index. */
#define FIELD(section, type, index, field)                                     \
	word(section,                                                          \
	     (index) * sizeof(struct type) + offsetof(struct type, field))

static struct format_passage passage(uint32_t index)
{
	return (struct format_passage){
		FIELD(FORMAT_PASSAGE, format_passage, index, unit),
		FIELD(FORMAT_PASSAGE, format_passage, index, block),
		FIELD(FORMAT_PASSAGE, format_passage, index, standing)
	};
}

static struct format_text exact(uint32_t index)
{
	return (struct format_text){
		FIELD(FORMAT_SOUGHT, format_sought, index, exact.offset),
		FIELD(FORMAT_SOUGHT, format_sought, index, exact.bytes)
	};
}

static struct format_text stripped(uint32_t index)
{
	return (struct format_text){
		FIELD(FORMAT_SOUGHT, format_sought, index, stripped.offset),
		FIELD(FORMAT_SOUGHT, format_sought, index, stripped.bytes)
	};
}

static void ck_passage(uint32_t index, const char *words, uint32_t block,
		       enum format_standing standing)
{
	struct format_passage is = passage(index);

	ck_str(folder.draft.units.at[is.unit]->msgid, words);
	ck_assert_uint_eq(is.block, block);
	ck_assert_uint_eq(is.standing, standing);
}

START_TEST(titles_come_first_then_headings_then_the_rest)
{
	begin();
	folder_page(&folder, "a", NULL,
		    "<menu>M</menu><p>p</p><section><title>H</title>"
		    "<ul><li>l</li></ul><p>q</p></section>"
		    "<section><p>r</p></section>");
	bind_texts();
	ck_assert_uint_eq(image_count(&image, FORMAT_PASSAGE), 7);
	ck_passage(0, "a", FORMAT_NONE, FORMAT_IN_TITLE);
	ck_passage(1, "M", FORMAT_NONE, FORMAT_IN_TITLE);
	ck_passage(2, "H", 1, FORMAT_IN_HEADING);
	ck_passage(3, "p", 0, FORMAT_IN_TEXT);
	/* Who is led to an item reads from its heading. */
	ck_passage(4, "l", 1, FORMAT_IN_TEXT);
	ck_passage(5, "q", 3, FORMAT_IN_TEXT);
	ck_passage(6, "r", 5, FORMAT_IN_TEXT);
	folder_end(&folder);
}
END_TEST

START_TEST(what_show_takes_from_the_site_is_searched_there)
{
	begin();
	folder_page(&folder, "a", NULL,
		    "<show contact='kommun' part='tel'/>"
		    "<show hours='huset'/><show hours='huset' part='week'/>"
		    "<show state='huset'/>");
	bind_texts();
	ck_assert_uint_eq(image_count(&image, FORMAT_PASSAGE), 5);
	ck_passage(1, "Telefon", 0, FORMAT_IN_TEXT);
	ck_passage(2, "0582", 0, FORMAT_IN_TEXT);
	ck_passage(3, "Sommar", 1, FORMAT_IN_TEXT);
	ck_passage(4, "Begränsat", 1, FORMAT_IN_TEXT);
	folder_end(&folder);
}
END_TEST

START_TEST(each_page_is_folded_in_each_language)
{
	begin();
	folder_page(&folder, "b", NULL, "<p>Ett ÖL</p>");
	folder_page(&folder, "a", NULL, "<p>Två</p>");
	folder_write(&folder, "po/en.po",
		     "msgid \"\"\nmsgstr \"\"\n"
		     "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
		     "msgid \"Ett ÖL\"\nmsgstr \"One BEER\"\n");
	bind_texts();
	/* Language by language, page by page in the order of ids. */
	ck_assert_uint_eq(image_count(&image, FORMAT_SOUGHT), 4);
	ck_str(pool_text(image.pool, exact(0)), "a\ntvå\n");
	ck_str(pool_text(image.pool, stripped(0)), "a\ntva\n");
	ck_str(pool_text(image.pool, exact(1)), "b\nett öl\n");
	ck_str(pool_text(image.pool, stripped(1)), "b\nett ol\n");
	ck_str(pool_text(image.pool, exact(3)), "b\none beer\n");
	folder_end(&folder);
}
END_TEST

START_TEST(equal_texts_are_one_piece)
{
	begin();
	folder_page(&folder, "a", NULL, "<p>Två</p>");
	folder_page(&folder, "b", NULL, "<p>Buss</p>");
	bind_texts();
	/* Nothing is translated: English is searched in the Swedish text. */
	ck_assert_uint_eq(exact(2).offset, exact(0).offset);
	ck_assert_uint_eq(stripped(2).offset, stripped(0).offset);
	ck_assert_uint_ne(stripped(0).offset, exact(0).offset);
	/* Without marks both forms are the same. */
	ck_assert_uint_eq(stripped(1).offset, exact(1).offset);
	folder_end(&folder);
}
END_TEST

START_TEST(a_datum_is_found_where_it_is_referred_to)
{
	begin();
	folder_page(&folder, "a", NULL,
		    "<p>Ring <ref contact='kommun' part='tel'/>.</p>");
	bind_texts();
	ck_str(pool_text(image.pool, exact(0)), "a\nring 0582.\n");
	folder_end(&folder);
}
END_TEST

SUITE("compile/sought", titles_come_first_then_headings_then_the_rest,
      what_show_takes_from_the_site_is_searched_there,
      each_page_is_folded_in_each_language, equal_texts_are_one_piece,
      a_datum_is_found_where_it_is_referred_to)
