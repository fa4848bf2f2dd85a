/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/index.h"

#include "base/arena.h"
#include "folder.h"
#include "suite.h"

#include <string.h>

static struct folder folder;
static struct image image;

/* Reads a folder whose page "a" holds these terms, and binds them. */
static void bind_terms(const char *terms)
{
	folder_begin(&folder);
	folder_site(&folder, "<language code='en'>English</language>");
	folder_page(&folder, "a", NULL, terms);
	folder_read(&folder);
	for (size_t i = 0; i < folder.draft.terms.count; i++)
		folder.draft.terms.at[i].target = draft_term(
			&folder.draft, STR("sv"), folder.draft.terms.at[i].see);
	image = (struct image){ .arena = folder.arena,
				.pool = folder.draft.pool };
	index_bind(&folder.draft, &image);
}

/* The record of a section, on a machine of either byte order. */
static void record(enum format_section section, uint32_t index, uint32_t *words,
		   size_t bytes)
{
	struct str at =
		pieces_find(&image.sections[section], index * bytes, bytes);

	ck_assert_uint_lt(index, image_count(&image, section));
	for (size_t i = 0; i < bytes / 4; i++) {
		const unsigned char *byte =
			(const unsigned char *)at.at + 4 * i;

		words[i] = byte[0] | (uint32_t)byte[1] << 8 |
			   (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
	}
}

static struct format_term term(uint32_t index)
{
	uint32_t words[sizeof(struct format_term) / 4];
	struct format_term is;

	record(FORMAT_TERM, index, words, sizeof words);
	memcpy(&is, words, sizeof is);
	return is;
}

static struct format_letter letter(uint32_t index)
{
	uint32_t words[sizeof(struct format_letter) / 4];
	struct format_letter is;

	record(FORMAT_LETTER, index, words, sizeof words);
	memcpy(&is, words, sizeof is);
	return is;
}

static struct format_language language(uint32_t index)
{
	uint32_t words[sizeof(struct format_language) / 4];
	struct format_language is;

	record(FORMAT_LANGUAGE, index, words, sizeof words);
	memcpy(&is, words, sizeof is);
	return is;
}

static struct str shown(uint32_t index)
{
	return pool_text(image.pool, term(index).shown);
}

START_TEST(each_language_has_its_terms_in_its_own_order)
{
	bind_terms("<terms xml:lang='en'><term>Zoo</term><term>Öland</term>"
		   "</terms><terms xml:lang='sv'><term>Öl</term>"
		   "<term>Zon</term><term>Ål</term><term>ärt</term></terms>");
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(image_count(&image, FORMAT_TERM), 6);
	ck_str(shown(0), "Zon");
	ck_str(shown(1), "Ål");
	ck_str(shown(2), "ärt");
	ck_str(shown(3), "Öl");
	ck_str(shown(4), "Öland");
	ck_str(shown(5), "Zoo");
	ck_assert_uint_eq(language(0).terms.count, 4);
	ck_assert_uint_eq(language(1).terms.first, 4);
	ck_assert_uint_eq(language(1).terms.count, 2);
	ck_str(pool_text(image.pool, language(1).code), "en");
	folder_end(&folder);
}
END_TEST

START_TEST(each_alphabet_is_whole_and_knows_its_words)
{
	bind_terms("<terms xml:lang='sv'><term>Avfall</term>"
		   "<term>Alarm</term><term>Äldre</term></terms>");
	ck_assert_uint_eq(language(0).letters.count, 29);
	ck_assert_uint_eq(language(1).letters.first, 29);
	ck_assert_uint_eq(language(1).letters.count, 26);
	ck_str(pool_text(image.pool, letter(0).letter), "A");
	ck_assert_uint_eq(letter(0).terms.first, 0);
	ck_assert_uint_eq(letter(0).terms.count, 2);
	ck_assert_uint_eq(letter(1).terms.count, 0);
	ck_str(pool_text(image.pool, letter(27).letter), "Ä");
	ck_assert_uint_eq(letter(27).terms.first, 2);
	ck_assert_uint_eq(letter(27).terms.count, 1);
	folder_end(&folder);
}
END_TEST

START_TEST(letters_fill_eight_rows_evenly)
{
	bind_terms("<terms xml:lang='sv'><term>Aa</term><term>Ab</term>"
		   "<term>Ba</term><term>Bb</term><term>Öa</term></terms>");
	/* Two words a row are enough, if A and B do not share one. */
	ck_assert_uint_eq(letter(0).row, 0);
	ck_assert_uint_eq(letter(1).row, 1);
	for (uint32_t i = 1; i < 29; i++) {
		ck_assert_uint_ge(letter(i).row, letter(i - 1).row);
		ck_assert_uint_le(letter(i).row, letter(i - 1).row + 1);
	}
	ck_assert_uint_eq(letter(28).row, FORMAT_LETTER_ROWS - 1);
	folder_end(&folder);
}
END_TEST

START_TEST(a_see_reference_leads_where_its_term_does)
{
	bind_terms("<section><terms xml:lang='sv'><term>Tider</term>"
		   "<term see='Tider'>Öppet</term></terms></section>");
	ck_assert_uint_eq(term(0).see, FORMAT_NONE);
	ck_assert_uint_eq(term(0).page, 0);
	ck_assert_uint_eq(term(0).block, 0);
	ck_assert_uint_eq(term(1).see, 0);
	ck_assert_uint_eq(term(1).block, 0);
	folder_end(&folder);
}
END_TEST

START_TEST(equal_forms_of_a_term_are_one)
{
	struct format_term plain, marked;

	bind_terms("<terms xml:lang='sv'><term>Buss</term><term>Öl</term>"
		   "</terms>");
	plain = term(0);
	marked = term(1);
	for (unsigned i = 1; i < FORMAT_LOOKUP_KEYS; i++)
		ck_assert_uint_eq(plain.key[i].offset, plain.key[0].offset);
	ck_str(pool_text(image.pool, plain.key[0]), "buss");
	ck_str(pool_text(image.pool, marked.key[0]), "öl");
	ck_str(pool_text(image.pool, marked.key[1]), "ol");
	ck_str(pool_text(image.pool, marked.key[2]), "oel");
	folder_end(&folder);
}
END_TEST

START_TEST(full_rows_and_strange_letters_are_told)
{
	struct buf terms = { 0 };

	buf_add(&terms, STR("<terms xml:lang='sv'><term>112</term>"));
	for (unsigned i = 0; i <= INDEX_ROW_TERMS; i++) {
		buf_add(&terms, STR("<term>K"));
		buf_number(&terms, i);
		buf_add(&terms, STR("</term>"));
	}
	buf_add(&terms, STR("</terms>"));
	buf_byte(&terms, '\0');
	bind_terms(terms.at);
	buf_free(&terms);
	ck_str(folder_told(&folder),
	       "pages: warning: The letters HIJKLMNOPQRSTUVWXYZÅÄÖ have "
	       "more than 24 words.\n"
	       "pages/a.xml:3: warning: \"112\" begins with no letter of the "
	       "alphabet.\n");
	folder_end(&folder);
}
END_TEST

SUITE("compile/index", each_language_has_its_terms_in_its_own_order,
      each_alphabet_is_whole_and_knows_its_words,
      letters_fill_eight_rows_evenly, a_see_reference_leads_where_its_term_does,
      equal_forms_of_a_term_are_one, full_rows_and_strange_letters_are_told)
