/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From content to a book and back: what stands in tests/content/good is found
 * in the book that is bound of it.
 */
#include "compile/bind.h"

#include "base/arena.h"
#include "book/book.h"
#include "book/calendar.h"
#include "compile/check.h"
#include "compile/read.h"
#include "compile/translate.h"
#include "suite.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct faults faults;
static struct draft draft;
static struct buf bytes;
static struct book book;

static void read_good(void)
{
	const char *srcdir = getenv("srcdir");
	char path[4096];
	int dir;

	snprintf(path, sizeof path, "%s/tests/content/good",
		 srcdir ? srcdir : ".");
	arena = arena_new();
	faults = (struct faults){ .arena = arena, .report = report_new(arena) };
	draft_begin(&draft, &faults);
	dir = open(path, O_RDONLY | O_DIRECTORY);
	ck_assert_int_ge(dir, 0);
	read_content(&draft, dir);
	check_content(&draft, 0);
	translate_content(&draft, dir);
	check_wording(&draft);
	close(dir);
}

static void bind_it(void)
{
	struct pieces pieces = { 0 };

	bytes = (struct buf){ 0 };
	ck_assert(bind_book(&draft, &pieces));
	for (size_t i = 0; i < pieces.count; i++)
		buf_add(&bytes,
			(struct str){ pieces.at[i].at, pieces.at[i].bytes });
	ck_assert_int_eq(book_open(&book, bytes.at, bytes.bytes), BOOK_GOOD);
}

static void drop(void)
{
	buf_free(&bytes);
	draft_end(&draft);
	arena_drop(arena);
}

static struct format_page page_of(const char *id)
{
	return book_page(&book, book_find_page(&book, str_of(id)));
}

static struct format_block block_of(const char *id, uint32_t index)
{
	struct format_page page = page_of(id);

	ck_assert_uint_lt(index, page.blocks.count);
	return book_block(&book, page.blocks.first + index);
}

static void ck_unit(uint32_t unit, const char *swedish, const char *english)
{
	ck_str(book_unit_text(&book, unit, 0), swedish);
	ck_str(book_unit_text(&book, unit, 1), english);
}

START_TEST(good_content_has_no_faults)
{
	read_good();
	ck_assert_uint_eq(report_count(faults.report, REPORT_ERROR), 0);
	ck_assert_uint_eq(report_count(faults.report, REPORT_WARNING), 0);
	bind_it();
	ck_assert_uint_eq(book_count(&book, FORMAT_SITE), 1);
	ck_assert_uint_eq(book_count(&book, FORMAT_PAGE), 5);
	ck_assert_uint_eq(book_count(&book, FORMAT_NUMBER), 4);
	drop();
}
END_TEST

START_TEST(site_and_languages)
{
	struct format_site site;

	read_good();
	bind_it();
	site = book_site(&book);
	ck_unit(site.name, "Exempel", "Exempel");
	ck_unit(site.slogan, "Nära till allt", "Close to everything");
	ck_assert_uint_eq(site.updated,
			  calendar_day((struct calendar_date){ 2026, 1, 1 }));
	ck_str(book_text(&book, book_language(&book, 0).code), "sv");
	ck_str(book_text(&book, book_language(&book, 0).name), "Svenska");
	ck_str(book_text(&book, book_language(&book, 1).name), "English");
	drop();
}
END_TEST

START_TEST(numbers_make_the_tree)
{
	uint32_t start, help;

	read_good();
	bind_it();
	start = book_find_page(&book, STR("start"));
	help = book_find_page(&book, STR("help"));
	ck_assert_uint_eq(page_of("start").parent, FORMAT_NONE);
	ck_assert_uint_eq(page_of("help").parent, start);
	ck_assert_uint_eq(page_of("language").parent, help);
	ck_assert_uint_eq(book_find_number(&book, 82),
			  book_find_page(&book, STR("language")));
	ck_unit(page_of("start").menu, "Start", "Start");
	ck_assert_uint_eq(page_of("help").menu, FORMAT_NONE);
	drop();
}
END_TEST

START_TEST(blocks_stand_as_they_were_written)
{
	struct format_page vision;

	read_good();
	bind_it();
	ck_assert_uint_eq(block_of("start", 0).kind, FORMAT_STATE);
	ck_assert_uint_eq(block_of("start", 0).prose, 0);
	ck_assert_uint_eq(block_of("start", 1).kind, FORMAT_CONTACTS);
	ck_assert_uint_eq(block_of("start", 1).b, FORMAT_PART_TEL);
	ck_assert_uint_eq(block_of("start", 2).kind, FORMAT_CHILDREN);
	ck_assert_uint_eq(block_of("start", 3).kind, FORMAT_SET);
	ck_assert_uint_eq(block_of("start", 3).a, FORMAT_SET_DONE);
	vision = page_of("vision");
	ck_assert_uint_eq(vision.source.year * 100 + vision.source.month,
			  201412);
	ck_assert_uint_eq(vision.blocks.count, 3);
	ck_assert_uint_eq(block_of("vision", 0).prose, 1);
	ck_assert_uint_eq(block_of("vision", 1).kind, FORMAT_HEADING);
	ck_assert_uint_eq(block_of("vision", 1).prose, 1);
	ck_assert_uint_eq(block_of("vision", 1).level, 0);
	ck_assert_uint_eq(block_of("vision", 2).level, 1);
	ck_assert_uint_eq(vision.easy.count, 1);
	ck_unit(book_block(&book, vision.easy.first).unit, "Kort text.",
		"Short text.");
	drop();
}
END_TEST

START_TEST(links_and_data_keep_their_words)
{
	struct format_unit_text text;
	struct format_span span;
	uint32_t ring;

	read_good();
	bind_it();
	text = book_unit(&book, block_of("vision", 0).unit, 1);
	ck_str(book_text(&book, text.text), "Read about the help.");
	ck_assert_uint_eq(text.spans.count, 1);
	span = book_span(&book, text.spans.first);
	ck_assert_uint_eq(span.kind, FORMAT_LINK);
	ck_assert_uint_eq(span.a, book_find_page(&book, STR("help")));
	ck_assert_uint_eq(span.b, FORMAT_NONE);
	ck_assert_uint_eq(span.start, 11);
	ck_assert_uint_eq(span.bytes, 8);
	ring = block_of("vision", 2).unit;
	ck_unit(ring, "Ring 0582-68 50 00.", "Call +46 582 68 50 00.");
	span = book_span(&book, book_unit(&book, ring, 0).spans.first);
	ck_assert_uint_eq(span.kind, FORMAT_DATUM_REF);
	ck_assert_uint_eq(span.start, 5);
	ck_assert_uint_eq(span.bytes, 13);
	ck_assert_uint_eq(book_datum(&book, span.a).part, FORMAT_PART_TEL);
	ck_str(book_text(&book, book_datum(&book, span.a).href),
	       "tel:+46582685000");
	drop();
}
END_TEST

START_TEST(hours_and_notices)
{
	struct format_hours hours;
	struct format_notice notice;

	read_good();
	bind_it();
	hours = book_hours(&book, 0);
	ck_assert_uint_eq(hours.holidays, FORMAT_UNCERTAIN);
	ck_assert_uint_eq(hours.eves, FORMAT_CLOSED);
	ck_assert_uint_eq(hours.near, FORMAT_ORDINARY);
	ck_assert_uint_eq(hours.contact, 0);
	ck_assert_uint_eq(hours.week.count, 3);
	ck_assert_uint_eq(book_interval(&book, hours.week.first).days, 0x0F);
	ck_assert_uint_eq(book_interval(&book, hours.week.first + 2).to, 1440);
	ck_assert_uint_eq(book_season(&book, hours.seasons.first).until, 32);
	ck_assert_uint_eq(hours.dates.count, 3);
	/* From two files, by day. */
	ck_assert_uint_eq(book_date(&book, hours.dates.first).is,
			  FORMAT_DATE_INTERVALS);
	ck_unit(book_date(&book, hours.dates.first + 1).reason, "julafton",
		"Christmas Eve");
	ck_assert_uint_eq(book_date(&book, hours.dates.first + 2).is,
			  FORMAT_DATE_ORDINARY);
	ck_assert_uint_eq(hours.notes.count, 1);
	notice = book_notice(&book, 0);
	ck_assert_uint_eq(notice.from % 1440, 480);
	ck_assert_uint_eq(notice.until % 1440, 960);
	ck_unit(notice.short_text, "Hissen är trasig.",
		"The lift is out of order.");
	ck_assert_uint_eq(notice.blocks.count, 1);
	drop();
}
END_TEST

START_TEST(a_text_without_translation_says_its_language)
{
	struct format_unit_text text;
	uint32_t plan;

	read_good();
	for (size_t i = 0; i < draft.units.count; i++)
		if (str_equal(draft.units.at[i]->msgid, STR("Plan")))
			draft.units.at[i]->others = NULL;
	bind_it();
	plan = block_of("vision", 1).unit;
	text = book_unit(&book, plan, 1);
	ck_str(book_text(&book, text.text), "Plan");
	ck_assert_uint_eq(text.language, 0);
	ck_assert_uint_eq(
		book_unit(&book, block_of("vision", 0).unit, 1).language, 1);
	drop();
}
END_TEST

START_TEST(a_see_reference_opens_what_it_names)
{
	struct format_language swedish;
	struct format_term goal, vision;

	read_good();
	bind_it();
	swedish = book_language(&book, 0);
	ck_assert_uint_eq(swedish.terms.count, 2);
	goal = book_term(&book, swedish.terms.first);
	vision = book_term(&book, swedish.terms.first + 1);
	ck_str(book_text(&book, goal.shown), "Mål");
	ck_str(book_text(&book, vision.shown), "Vision");
	ck_assert_uint_eq(goal.see, swedish.terms.first + 1);
	ck_assert_uint_eq(vision.see, FORMAT_NONE);
	ck_assert_uint_eq(goal.page, vision.page);
	ck_assert_uint_eq(goal.page, book_find_page(&book, STR("vision")));
	drop();
}
END_TEST

START_TEST(equal_words_are_stored_once)
{
	struct format_site site;

	read_good();
	bind_it();
	site = book_site(&book);
	ck_assert_uint_eq(
		book_unit(&book, site.name, 0).text.offset,
		book_unit(&book, page_of("start").title, 0).text.offset);
	drop();
}
END_TEST

START_TEST(binding_twice_gives_the_same_bytes)
{
	struct buf first;

	read_good();
	bind_it();
	first = bytes;
	draft_end(&draft);
	arena_drop(arena);
	read_good();
	bind_it();
	ck_assert(str_equal(buf_str(&first), buf_str(&bytes)));
	buf_free(&first);
	drop();
}
END_TEST

/* ------------------------------------------------------------------------
 * The rows of letters, against all ways to cut.
 */

enum { LETTERS = 29, ROWS = FORMAT_LETTER_ROWS };

static unsigned counts[LETTERS];

/* The smallest fullest row that letters from `at` in `rows` rows can have. */
static unsigned best(unsigned at, unsigned rows)
{
	static unsigned known[LETTERS + 1][ROWS + 1];
	unsigned sum = 0, found = 1000000;

	if (at == 0 && rows == ROWS)
		memset(known, 0xFF, sizeof known);
	if (known[at][rows] != 0xFFFFFFFF)
		return known[at][rows];
	for (unsigned to = at; to + rows <= LETTERS; to++) {
		unsigned rest;

		sum += counts[to];
		if (rows == 1 && to + 1 < LETTERS)
			continue;
		rest = rows == 1 ? 0 : best(to + 1, rows - 1);
		if ((rest > sum ? rest : sum) < found)
			found = rest > sum ? rest : sum;
	}
	known[at][rows] = found;
	return found;
}

static const char *const alphabet[LETTERS] = { "A", "B", "C", "D", "E", "F",
					       "G", "H", "I", "J", "K", "L",
					       "M", "N", "O", "P", "Q", "R",
					       "S", "T", "U", "V", "W", "X",
					       "Y", "Z", "Å", "Ä", "Ö" };

static void write_terms(void)
{
	size_t total = 0;

	for (unsigned i = 0; i < LETTERS; i++)
		total += counts[i];
	draft.terms.at = arena_array(arena, total + 1, sizeof *draft.terms.at);
	draft.terms.count = 0;
	for (unsigned i = 0; i < LETTERS; i++)
		for (unsigned j = 0; j < counts[i]; j++) {
			char text[16];

			snprintf(text, sizeof text, "%s%03u", alphabet[i], j);
			draft.terms.at[draft.terms.count++] =
				(struct draft_term){
					.language = STR("sv"),
					.text = str_copy(arena, str_of(text)),
					.see = STR(""),
					.block = FORMAT_NONE,
				};
		}
}

static void ck_rows(void)
{
	unsigned most = best(0, ROWS);
	unsigned full[ROWS] = { 0 };
	uint32_t last = 0, first = 0;
	struct format_range letters = book_language(&book, 0).letters;

	ck_assert_uint_eq(letters.count, LETTERS);
	for (unsigned i = 0; i < LETTERS; i++) {
		struct format_letter letter =
			book_letter(&book, letters.first + i);

		ck_str(book_text(&book, letter.letter), alphabet[i]);
		ck_assert_uint_eq(letter.terms.count, counts[i]);
		ck_assert_uint_eq(letter.terms.first, first);
		first += letter.terms.count;
		ck_assert(letter.row == last || letter.row == last + 1);
		last = letter.row;
		full[letter.row] += counts[i];
		/* It could not have been cut before this letter. */
		if (i &&
		    letter.row == book_letter(&book, letters.first + i - 1).row)
			ck_assert(last == ROWS - 1 ||
				  LETTERS - i < ROWS - last - 1 ||
				  best(i, ROWS - last - 1) > most);
	}
	ck_assert_uint_eq(last, ROWS - 1);
	for (unsigned row = 0; row < ROWS; row++)
		ck_assert_uint_le(full[row], most);
}

START_TEST(letters_are_cut_so_that_the_fullest_row_is_smallest)
{
	unsigned long seed = 1;

	for (unsigned round = 0; round < 40; round++) {
		for (unsigned i = 0; i < LETTERS; i++) {
			seed = seed * 1103515245 + 12345;
			counts[i] = (unsigned)(seed >> 16) % (round + 1);
		}
		read_good();
		write_terms();
		bind_it();
		ck_rows();
		drop();
	}
}
END_TEST

SUITE("compile/bind", good_content_has_no_faults, site_and_languages,
      numbers_make_the_tree, blocks_stand_as_they_were_written,
      links_and_data_keep_their_words, hours_and_notices,
      a_text_without_translation_says_its_language,
      a_see_reference_opens_what_it_names, equal_words_are_stored_once,
      binding_twice_gives_the_same_bytes,
      letters_are_cut_so_that_the_fullest_row_is_smallest)
