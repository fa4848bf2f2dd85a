/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/hits.h"

#include "base/arena.h"
#include "book/lookup.h"
#include "sheet/facts.h"
#include "sheet/notices.h"

/* Narrower sheets show a see-reference by its word alone (section 9). */
enum { SEE_COLS = 49 };

static struct str count_of(uint32_t count, struct buf *digits)
{
	buf_clear(digits);
	buf_number(digits, count);
	return buf_str(digits);
}

/* "A B C" */
static void add_letters(const struct making *making, uint32_t row,
			struct buf *out)
{
	struct format_range letters =
		lookup_row_letters(making->book, making->how->language, row);

	for (uint32_t i = 0; i < letters.count; i++) {
		struct format_letter letter =
			book_letter(making->book, letters.first + i);

		if (out->bytes)
			buf_byte(out, ' ');
		buf_add(out, book_text(making->book, letter.letter));
	}
}

/* "A B, 12 ord" */
static void add_row_words(struct making *making, uint32_t row,
			  enum sheet_role role)
{
	uint32_t terms =
		lookup_row_terms(making->book, making->how->language, row);
	struct buf letters = { 0 }, digits = { 0 }, text = { 0 };

	add_letters(making, row, &letters);
	words_fill(&text,
		   words_say_number(making->catalog, WORDS_LETTER_ROW, terms),
		   (const struct str[]){ buf_str(&letters),
					 count_of(terms, &digits) },
		   2);
	lines_add(&making->lines, buf_str(&text), role);
	buf_free(&letters);
	buf_free(&digits);
	buf_free(&text);
}

void hits_rows(struct making *making)
{
	for (uint32_t row = 0; row < FORMAT_LETTER_ROWS; row++) {
		struct sheet_item item = { .act = SHEET_ROW,
					   .digit = making_digit(making),
					   .number = row };
		int32_t index = making_item(making, item);

		add_row_words(making, row, SHEET_ITEM);
		making_end_item(making, index);
	}
}

void hits_letters_title(struct making *making, uint32_t row)
{
	add_row_words(making, row, SHEET_TITLE);
	making_end(making);
}

/* "Tider, se Öppettider", where there is room for it. */
static void add_term(struct making *making, uint32_t term, struct buf *out)
{
	struct format_term record = book_term(making->book, term);
	struct str shown = book_text(making->book, record.shown);

	if (record.see == FORMAT_NONE || making->lines.cols < SEE_COLS)
		buf_add(out, shown);
	else
		words_fill_say(
			out, making->catalog, WORDS_SEE, shown,
			book_text(making->book,
				  book_term(making->book, record.see).shown),
			STR(""));
}

static void term_item(struct making *making, uint32_t term)
{
	struct format_term record = book_term(making->book, term);
	struct buf label = { 0 };

	add_term(making, term, &label);
	making_open_item(making, making_digit(making), record.page,
			 record.block, buf_str(&label));
	buf_free(&label);
}

static void empty_letter(struct making *making, struct str letter)
{
	struct buf text = { 0 };

	words_fill_say(&text, making->catalog, WORDS_LETTER_EMPTY, letter,
		       STR(""), STR(""));
	lines_add(&making->lines, buf_str(&text), SHEET_TEXT);
	making_end(making);
	buf_free(&text);
}

void hits_letters(struct making *making, uint32_t row)
{
	struct format_range letters =
		lookup_row_letters(making->book, making->how->language, row);

	for (uint32_t i = 0; i < letters.count; i++) {
		struct format_letter letter =
			book_letter(making->book, letters.first + i);

		lines_at(&making->lines, SHEET_AT_LOOKUP + i);
		lines_gap(&making->lines);
		if (letter.terms.count == 0)
			empty_letter(making,
				     book_text(making->book, letter.letter));
		for (uint32_t j = 0; j < letter.terms.count; j++)
			term_item(making, letter.terms.first + j);
	}
}

/* ------------------------------------------------------------------------
 * A query.
 */

static void query_title(struct making *making, uint32_t total)
{
	struct buf text = { 0 }, digits = { 0 };
	struct str pattern =
		total ? words_say_number(making->catalog, WORDS_HITS, total)
		      : words_say(making->catalog, WORDS_NO_HITS);

	words_fill(&text, pattern,
		   (const struct str[]){ making->how->query,
					 count_of(total, &digits) },
		   2);
	lines_at(&making->lines, SHEET_AT_TITLE);
	lines_add(&making->lines, buf_str(&text), SHEET_TITLE);
	making_end(making);
	notices_below_title(making);
	buf_free(&text);
	buf_free(&digits);
}

/* A word of another language says which. */
static void add_hit_term(struct making *making, const struct lookup_hit *hit,
			 struct buf *label)
{
	struct format_term term = book_term(making->book, hit->term);

	if (hit->language == making->how->language)
		add_term(making, hit->term, label);
	else
		words_fill_say(
			label, making->catalog, WORDS_OTHER_LANGUAGE_TERM,
			book_text(making->book, term.shown),
			book_text(making->book,
				  book_language(making->book, hit->language)
					  .name),
			STR(""));
}

static void term_hit(struct making *making, const struct lookup_hit *hit)
{
	struct buf label = { 0 };

	add_hit_term(making, hit, &label);
	making_open_item(making, making_digit(making), hit->page, hit->block,
			 buf_str(&label));
	buf_free(&label);
}

/* "Vision: I Hallsbergs kommun är alla välkomna …": why the page is a hit. */
static void page_hit(struct making *making, const struct lookup_hit *hit)
{
	struct str label = making_label(making, hit->page);
	struct str sentence =
		lookup_sentence(making->book, making->how->query, hit);
	int32_t item = making_item(
		making, (struct sheet_item){ .act = SHEET_OPEN,
					     .digit = making_digit(making),
					     .page = hit->page,
					     .block = hit->block });

	lines_add(&making->lines, label, SHEET_ITEM);
	if (!str_equal(label, sentence)) {
		lines_add(&making->lines, STR(": "), SHEET_ITEM);
		lines_add(&making->lines, sentence, SHEET_TEXT);
	}
	making_end_item(making, item);
}

static void and_more(struct making *making, uint32_t left)
{
	struct buf text = { 0 }, digits = { 0 };
	struct str args[] = { count_of(left, &digits) };

	if (left) {
		words_fill(
			&text,
			words_say_number(making->catalog, WORDS_AND_MORE, left),
			args, 1);
		lines_add(&making->lines, buf_str(&text), SHEET_TEXT);
		making_end(making);
	}
	buf_free(&text);
	buf_free(&digits);
}

/* Nothing found: whom to ask, and the number that must never be missed. */
static void no_hits(struct making *making)
{
	lines_at(&making->lines, SHEET_AT_LOOKUP);
	lines_gap(&making->lines);
	facts_contact(making, 0, FORMAT_PART_TEL);
	facts_state(making, 0);
	facts_contact(making, 0, FORMAT_PART_URL);
	making_add_words(making, WORDS_EMERGENCY, SHEET_TEXT);
	making_end(making);
}

/* "q" alone: whoever looks for the way out of a session finds it. */
static bool asks_to_quit(const struct making *making)
{
	struct str query = making->how->query;

	return !making->window->kiosk &&
	       (str_equal(query, STR("q")) || str_equal(query, STR("Q")));
}

static void quit_item(struct making *making)
{
	making_words_item(making,
			  (struct sheet_item){ .act = SHEET_DONE,
					       .digit = making_digit(making) },
			  WORDS_QUIT);
}

void hits_query(struct making *making)
{
	struct lookup_result *result =
		arena_one(making->arena, struct lookup_result);
	bool quit = asks_to_quit(making);

	lookup_find(making->book, making->how->language, making->how->query,
		    result);
	query_title(making, result->total + quit);
	lines_at(&making->lines, SHEET_AT_LOOKUP);
	lines_gap(&making->lines);
	if (quit)
		quit_item(making);
	for (uint32_t i = 0; i < result->shown; i++) {
		if (result->hit[i].term == FORMAT_NONE)
			page_hit(making, &result->hit[i]);
		else
			term_hit(making, &result->hit[i]);
	}
	and_more(making, result->total - result->shown);
	if (result->total + quit == 0)
		no_hits(making);
}
