/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Against a book made here, of words alone, so that what stands in it can be
 * read beside what is found. The real book's words are asked elsewhere.
 */
#include "book/lookup.h"

#include "suite.h"
#include "text/order.h"

#include <stdio.h>
#include <string.h>

enum { SWEDISH, ENGLISH, LANGUAGES };

struct word {
	const char *shown;
	uint32_t page;	/* its target, made up */
	uint32_t block; /* FORMAT_NONE: the title */
};

/* ------------------------------------------------------------------------
 * The book in the making.
 */

struct making {
	struct buf section[FORMAT_SECTIONS];
	uint32_t terms;
};

static void add_word(struct buf *section, uint32_t word)
{
	for (unsigned bits = 0; bits < 32; bits += 8)
		buf_byte(section, (char)(word >> bits & 0xFF));
}

static void add_text(struct making *making, enum format_section section,
		     struct str text)
{
	struct buf *pool = &making->section[FORMAT_POOL];

	add_word(&making->section[section], (uint32_t)pool->bytes);
	add_word(&making->section[section], (uint32_t)text.bytes);
	buf_add(pool, text);
}

static void add_words(struct making *making, enum format_section section,
		      size_t count, uint32_t word)
{
	while (count--)
		add_word(&making->section[section], word);
}

/* Equal keys have one place, as the compiler does it. */
static void add_keys(struct making *making, const char *shown)
{
	struct buf form = { 0 }, last = { 0 };
	size_t place = 0;

	for (unsigned i = 0; i < FORMAT_LOOKUP_KEYS; i++) {
		buf_clear(&form);
		order_form(&form, i, str_of(shown));
		if (i == 0 || !str_equal(buf_str(&form), buf_str(&last))) {
			place = making->section[FORMAT_POOL].bytes;
			buf_add(&making->section[FORMAT_POOL], buf_str(&form));
		}
		add_word(&making->section[FORMAT_TERM], (uint32_t)place);
		add_word(&making->section[FORMAT_TERM], (uint32_t)form.bytes);
		buf_clear(&last);
		buf_add(&last, buf_str(&form));
	}
	buf_free(&form);
	buf_free(&last);
}

static void add_term(struct making *making, const struct word *word)
{
	add_text(making, FORMAT_TERM, str_of(word->shown));
	add_word(&making->section[FORMAT_TERM], FORMAT_NONE);
	add_word(&making->section[FORMAT_TERM], word->page);
	add_word(&making->section[FORMAT_TERM], word->block);
	add_keys(making, word->shown);
	making->terms++;
}

/* A letter of a row with so many of the language's terms. */
static void add_letter(struct making *making, const char *letter, uint32_t row,
		       uint32_t terms)
{
	add_text(making, FORMAT_LETTER, str_of(letter));
	add_word(&making->section[FORMAT_LETTER], row);
	add_word(&making->section[FORMAT_LETTER], 0);
	add_word(&making->section[FORMAT_LETTER], terms);
}

/* Terms in the order given; letters A (row 0), B (row 0), Ö (row 7). */
static void add_language(struct making *making, const char *code,
			 const struct word *words, size_t count)
{
	struct buf *language = &making->section[FORMAT_LANGUAGE];
	uint32_t first = making->terms;

	add_text(making, FORMAT_LANGUAGE, str_of(code));
	add_text(making, FORMAT_LANGUAGE, str_of(code));
	add_word(language, (uint32_t)(making->section[FORMAT_LETTER].bytes /
				      sizeof(struct format_letter)));
	add_word(language, 3);
	add_letter(making, "A", 0, 5);
	add_letter(making, "B", 0, 2);
	add_letter(making, "Ö", 7, 4);
	for (size_t i = 0; i < count; i++)
		add_term(making, &words[i]);
	add_word(language, first);
	add_word(language, (uint32_t)count);
}

static size_t record_bytes(unsigned section)
{
	static const size_t bytes[FORMAT_SECTIONS] = {
		[FORMAT_SITE] = sizeof(struct format_site),
		[FORMAT_LANGUAGE] = sizeof(struct format_language),
		[FORMAT_PAGE] = sizeof(struct format_page),
		[FORMAT_LETTER] = sizeof(struct format_letter),
		[FORMAT_TERM] = sizeof(struct format_term),
		[FORMAT_PASSAGE] = sizeof(struct format_passage),
		[FORMAT_SOUGHT] = sizeof(struct format_sought),
		[FORMAT_POOL] = 1,
	};

	return bytes[section] ? bytes[section] : 1;
}

static void lay_out(struct making *making, struct buf *file)
{
	uint32_t at = sizeof(struct format_header), bytes = at;

	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		while (making->section[i].bytes % 4)
			buf_byte(&making->section[i], '\0');
		bytes += (uint32_t)making->section[i].bytes;
	}
	buf_add(file, (struct str){ FORMAT_MAGIC, 16 });
	add_word(file, FORMAT_VERSION);
	add_word(file, bytes);
	add_word(file, FORMAT_SECTIONS);
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		add_word(file, at);
		add_word(file, (uint32_t)(making->section[i].bytes /
					  record_bytes(i)));
		at += (uint32_t)making->section[i].bytes;
	}
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		buf_add(file, buf_str(&making->section[i]));
		buf_free(&making->section[i]);
	}
}

static struct book make_book(struct buf *file, const struct word *swedish,
			     size_t swedish_count, const struct word *english,
			     size_t english_count)
{
	struct making making = { 0 };
	struct book book;

	add_words(&making, FORMAT_SITE, 3, 0);
	add_text(&making, FORMAT_PAGE, STR("start"));
	add_words(&making, FORMAT_PAGE,
		  sizeof(struct format_page) / sizeof(uint32_t) - 2, 0);
	add_language(&making, "sv", swedish, swedish_count);
	add_language(&making, "en", english, english_count);
	lay_out(&making, file);
	ck_assert_int_eq(book_open(&book, file->at, file->bytes), BOOK_GOOD);
	return book;
}

/* ------------------------------------------------------------------------
 * Words, in the order of A–Ö.
 */

static const struct word swedish[] = {
	{ "A–Ö", 1, FORMAT_NONE },
	{ "Avvikande öppettider", 2, 3 },
	{ "E-post", 3, FORMAT_NONE },
	{ "Fritider", 7, FORMAT_NONE },
	{ "Mal", 4, FORMAT_NONE },
	{ "Mål", 6, FORMAT_NONE },
	{ "Måltid", 5, FORMAT_NONE },
	{ "Tider", 2, FORMAT_NONE },
	{ "Viktiga tider", 7, FORMAT_NONE },
	{ "Åkerby", 8, FORMAT_NONE },
	{ "Öppet i dag", 2, 1 },
	{ "Öppettider", 2, FORMAT_NONE },
	{ "Östra åkern", 9, FORMAT_NONE },
};

static const struct word english[] = {
	{ "E-mail", 3, FORMAT_NONE },
	{ "Mal practice", 10, FORMAT_NONE },
	{ "Opening hours", 2, FORMAT_NONE },
	{ "Tide table", 11, FORMAT_NONE },
};

#define COUNT(array) (sizeof array / sizeof *array)

static struct book words_book(struct buf *file)
{
	return make_book(file, swedish, COUNT(swedish), english,
			 COUNT(english));
}

/* What a query finds, as "word rank|…", another language's word in "(…)". */
static void assert_finds(uint32_t language, const char *query,
			 const char *wanted)
{
	static struct lookup_result result;
	struct buf file = { 0 }, found = { 0 };
	struct book book = words_book(&file);

	lookup_find(&book, language, str_of(query), &result);
	ck_assert_uint_eq(result.shown, result.total);
	for (uint32_t i = 0; i < result.shown; i++) {
		const struct lookup_hit *hit = &result.hit[i];
		bool other = hit->language != language;

		buf_add(&found, other ? STR("(") : STR(""));
		buf_add(&found,
			book_text(&book, book_term(&book, hit->term).shown));
		buf_byte(&found, ' ');
		buf_number(&found, hit->rank);
		buf_add(&found, other ? STR(")|") : STR("|"));
	}
	ck_assert_msg(str_equal(buf_str(&found), str_of(wanted)),
		      "\"%s\" finds \"%.*s\", not \"%s\"", query,
		      (int)found.bytes, found.at ? found.at : "", wanted);
	buf_free(&found);
	buf_free(&file);
}

START_TEST(ranks_are_those_of_the_design)
{
	assert_finds(SWEDISH, "mål", "Mål 0|Måltid 1|");
	assert_finds(SWEDISH, "måltid", "Måltid 0|");
	assert_finds(SWEDISH, "tider",
		     "Tider 0|Viktiga tider 2|Avvikande öppettider 6|"
		     "(Tide table 8)|");
	assert_finds(SWEDISH, "dag", "Öppet i dag 2|");
	assert_finds(SWEDISH, "kern", "Östra åkern 6|");
}
END_TEST

START_TEST(letters_without_dots_fall_back)
{
	assert_finds(SWEDISH, "mal", "Mal 0|Mål 3|Måltid 4|(Mal practice 1)|");
	assert_finds(SWEDISH, "aker", "Åkerby 4|Östra åkern 5|");
	assert_finds(SWEDISH, "aakerby", "Åkerby 3|");
	assert_finds(SWEDISH, "oeppettider",
		     "Öppettider 3|Avvikande öppettider 5|");
	assert_finds(SWEDISH, "ppettid",
		     "Avvikande öppettider 6|"
		     "Öppettider 6|");
	assert_finds(SWEDISH, "pettider ",
		     "Avvikande öppettider 6|"
		     "Öppettider 6|");
}
END_TEST

/* "mal" finds Mål, but "mål" never Mal; å, ä, ö are letters first. */
START_TEST(a_dot_that_is_typed_is_meant)
{
	assert_finds(SWEDISH, "målr", "");
	assert_finds(SWEDISH, "öst", "Östra åkern 1|");
	assert_finds(SWEDISH, "mäl", "");
}
END_TEST

START_TEST(punctuation_may_be_left_out)
{
	assert_finds(SWEDISH, "epost", "E-post 0|");
	assert_finds(SWEDISH, "e-post", "E-post 0|");
	assert_finds(SWEDISH, "post", "E-post 2|");
	assert_finds(SWEDISH, "aö", "A–Ö 0|");
	assert_finds(SWEDISH, "ö",
		     "Öppet i dag 1|Öppettider 1|Östra åkern 1|"
		     "A–Ö 2|Avvikande öppettider 2|");
}
END_TEST

START_TEST(case_spaces_and_spelling_of_the_query_do_not_matter)
{
	assert_finds(SWEDISH, "MÅL", "Mål 0|Måltid 1|");
	assert_finds(SWEDISH, "  mA\u030Al ", "Mål 0|Måltid 1|");
	assert_finds(SWEDISH, "öppet   i dag", "Öppet i dag 0|");
	assert_finds(SWEDISH, "opp\u00ADet i", "Öppet i dag 4|");
}
END_TEST

START_TEST(other_languages_come_last)
{
	assert_finds(SWEDISH, "e-", "E-post 1|");
	assert_finds(ENGLISH, "e-", "E-mail 1|");
	assert_finds(ENGLISH, "tide",
		     "Tide table 1|(Tider 1)|(Viktiga tider 2)|"
		     "(Avvikande öppettider 6)|");
	assert_finds(ENGLISH, "mal",
		     "Mal practice 1|(Mal 0)|(Mål 3)|"
		     "(Måltid 4)|");
}
END_TEST

START_TEST(a_target_has_one_row)
{
	/*
	 * Öppettider and Tider lead to one place, Öppet i dag to another; of
	 * Fritider and Viktiga tider the better one stays.
	 */
	assert_finds(SWEDISH, "ti",
		     "Tider 1|Viktiga tider 2|Avvikande öppettider 6|"
		     "Måltid 6|(Tide table 1)|(Mal practice 6)|");
}
END_TEST

START_TEST(one_letter_is_where_words_begin)
{
	assert_finds(SWEDISH, "t", "Tider 1|Viktiga tider 2|(Tide table 1)|");
}
END_TEST

/* Where a word has an ending, "Mål" is it and "Mal" is not. */
START_TEST(endings_come_behind_what_holds_the_query)
{
	assert_finds(SWEDISH, "målet", "Mål 8|");
	assert_finds(SWEDISH, "måltider", "Måltid 8|");
	assert_finds(SWEDISH, "e-posten", "E-post 8|");
	assert_finds(SWEDISH, "tiders", "Tider 8|Viktiga tider 8|");
}
END_TEST

START_TEST(a_slip_is_forgiven_where_nothing_else_is_found)
{
	assert_finds(SWEDISH, "måltit", "Måltid 13|");
	assert_finds(SWEDISH, "måltdi", "Måltid 13|");
	assert_finds(SWEDISH, "mltid", "Måltid 13|");
	assert_finds(SWEDISH, "åkerrby", "Åkerby 13|");
	assert_finds(SWEDISH, "oppettder",
		     "Avvikande öppettider 13|Öppettider 13|");
	assert_finds(SWEDISH, "opening houra", "(Opening hours 13)|");
	/* Two slips, a strange letter, a word too short. */
	assert_finds(SWEDISH, "måttit", "");
	assert_finds(SWEDISH, "måltxid", "");
	assert_finds(SWEDISH, "mul", "");
}
END_TEST

START_TEST(a_sentence_finds_what_it_names)
{
	assert_finds(SWEDISH, "hur är tiderna", "Tider 9|");
	assert_finds(SWEDISH, "öppettiderna i kommunhuset under sommaren",
		     "Öppettider 9|");
	assert_finds(SWEDISH, "vägen till åkerby", "Åkerby 9|");
	assert_finds(SWEDISH, "vagen till akerby", "Åkerby 9|");
	/* The longer name is the one that is meant. */
	assert_finds(SWEDISH, "måltid vid tider", "Måltid 9|Tider 9|");
	/* Swedish words are put together. */
	assert_finds(SWEDISH, "lunchmåltid", "Måltid 9|");
	assert_finds(SWEDISH, "måltidsbiljett", "Måltid 9|");
	/* Short words name nothing; half a name is found by its word. */
	assert_finds(SWEDISH, "min mal här", "");
	assert_finds(SWEDISH, "inga viktiga", "Viktiga tider 1|");
}
END_TEST

START_TEST(of_a_sentence_the_longest_word_is_tried)
{
	assert_finds(SWEDISH, "hur avvikande", "Avvikande öppettider 1|");
	assert_finds(SWEDISH, "en måltit", "Måltid 13|");
	assert_finds(SWEDISH, "en simhall", "");
}
END_TEST

START_TEST(nothing_typed_finds_nothing)
{
	assert_finds(SWEDISH, "", "");
	assert_finds(SWEDISH, "   ", "");
	assert_finds(SWEDISH, "\u00AD", "");
	assert_finds(SWEDISH, "qqq", "");
	assert_finds(SWEDISH, "simhallen i kommunen under sommaren", "");
}
END_TEST

/* 150 words, each with a target of its own; the last ones are the best. */
START_TEST(a_hundred_are_shown_and_the_rest_is_counted)
{
	static char names[150][16];
	static struct word many[150];
	static struct lookup_result result;
	struct buf file = { 0 };
	struct book book;

	for (uint32_t i = 0; i < 150; i++) {
		snprintf(names[i], sizeof names[i],
			 i < 140 ? "x word %u" : "word %u", (unsigned)i);
		many[i] = (struct word){ names[i], i, FORMAT_NONE };
	}
	book = make_book(&file, many, 150, english, COUNT(english));
	lookup_find(&book, SWEDISH, STR("word"), &result);
	ck_assert_uint_eq(result.total, 150);
	ck_assert_uint_eq(result.shown, LOOKUP_HITS);
	for (uint32_t i = 0; i < LOOKUP_HITS; i++)
		ck_assert_uint_eq(result.hit[i].term,
				  i < 10 ? 140 + i : i - 10);
	buf_free(&file);
}
END_TEST

/* 300 words for 150 targets: those past the last row are counted once too. */
START_TEST(a_target_is_counted_once_wherever_it_stands)
{
	static char names[300][16];
	static struct word many[300];
	static struct lookup_result result;
	struct buf file = { 0 };
	struct book book;

	for (uint32_t i = 0; i < 300; i++) {
		snprintf(names[i], sizeof names[i], "word %u", (unsigned)i);
		many[i] = (struct word){ names[i], i % 150, FORMAT_NONE };
	}
	book = make_book(&file, many, 300, many, 300);
	lookup_find(&book, SWEDISH, STR("word"), &result);
	ck_assert_uint_eq(result.total, 150);
	ck_assert_uint_eq(result.shown, LOOKUP_HITS);
	buf_free(&file);
}
END_TEST

START_TEST(letters_are_in_rows)
{
	struct buf file = { 0 };
	struct book book = words_book(&file);
	struct format_range letters = lookup_row_letters(&book, ENGLISH, 0);

	ck_assert_uint_eq(letters.first, 3);
	ck_assert_uint_eq(letters.count, 2);
	ck_assert_uint_eq(lookup_row_terms(&book, ENGLISH, 0), 7);
	ck_assert_uint_eq(lookup_row_letters(&book, SWEDISH, 7).first, 2);
	ck_assert_uint_eq(lookup_row_letters(&book, SWEDISH, 3).count, 0);
	ck_assert_uint_eq(lookup_row_terms(&book, SWEDISH, 3), 0);
	ck_assert_uint_eq(lookup_row_letters(&book, LANGUAGES, 0).count, 0);
	buf_free(&file);
}
END_TEST

/* Nothing is read outside, whatever stands in the book (sanitizers). */
START_TEST(a_damaged_book_is_searched_without_harm)
{
	static const char *const queries[] = { "mal", "ö", "tider", "zzz" };
	static struct lookup_result result;

	srand(7);
	for (int n = 0; n < 5000; n++) {
		struct buf file = { 0 };
		struct book book = words_book(&file);
		char *copy = malloc(file.bytes);

		ck_assert_ptr_nonnull(copy);
		for (int i = 0; i < 20; i++)
			file.at[(size_t)rand() % file.bytes] = (char)rand();
		memcpy(copy, file.at, file.bytes);
		book.at = (const unsigned char *)copy;
		for (size_t i = 0; i < COUNT(queries); i++) {
			lookup_find(&book, (uint32_t)n % 3, str_of(queries[i]),
				    &result);
			if (result.shown > LOOKUP_HITS ||
			    result.total < result.shown)
				ck_abort_msg("%u of %u", result.shown,
					     result.total);
		}
		lookup_row_terms(&book, SWEDISH, 0);
		free(copy);
		buf_free(&file);
	}
}
END_TEST

SUITE("book/lookup", ranks_are_those_of_the_design,
      letters_without_dots_fall_back, a_dot_that_is_typed_is_meant,
      punctuation_may_be_left_out,
      case_spaces_and_spelling_of_the_query_do_not_matter,
      other_languages_come_last, a_target_has_one_row,
      one_letter_is_where_words_begin, endings_come_behind_what_holds_the_query,
      a_slip_is_forgiven_where_nothing_else_is_found,
      a_sentence_finds_what_it_names, of_a_sentence_the_longest_word_is_tried,
      nothing_typed_finds_nothing, a_hundred_are_shown_and_the_rest_is_counted,
      a_target_is_counted_once_wherever_it_stands, letters_are_in_rows,
      a_damaged_book_is_searched_without_harm)
