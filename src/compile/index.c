/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Terms are sorted in the order of their language, and each alphabet is cut
 * into the rows of the look-up.
 */
#include "compile/index.h"

#include "base/arena.h"
#include "text/order.h"

#include <stdlib.h>
#include <string.h>

struct indexing {
	struct draft *draft;
	struct image *image;
};

/* A term of one language with what it is sorted by. */
struct sorted_term {
	struct draft_term *term;
	struct str key;
	size_t letter; /* of the alphabet; SIZE_MAX: none */
	struct format_text forms[FORMAT_LOOKUP_KEYS];
};

static int by_order(const void *left, const void *right)
{
	const struct sorted_term *a = left, *b = right;

	int order;

	if (a->letter != b->letter)
		return a->letter < b->letter ? -1 : 1;
	order = str_compare(a->key, b->key);
	/* Words that sort alike need an order too: the same everywhere. */
	return order ? order : str_compare(a->term->text, b->term->text);
}

static struct str key_of(struct indexing *indexing,
			 enum order_alphabet alphabet, struct str text)
{
	struct buf key = { 0 };
	struct str kept;

	order_key(&key, alphabet, text);
	kept = buf_keep(&key, indexing->draft->arena);
	buf_free(&key);
	return kept;
}

static size_t sort_terms(struct indexing *indexing, size_t language,
			 enum order_alphabet alphabet,
			 struct sorted_term *sorted)
{
	struct draft *draft = indexing->draft;
	size_t count = 0;

	for (size_t i = 0; i < draft->terms.count; i++) {
		struct draft_term *term = &draft->terms.at[i];

		if (!str_equal(term->language, draft->languages[language].code))
			continue;
		sorted[count].term = term;
		sorted[count].key = key_of(indexing, alphabet, term->text);
		sorted[count].letter =
			order_letter(alphabet, sorted[count].key);
		if (sorted[count].letter == SIZE_MAX)
			fault_add(draft->faults, term->place, FAULT_TERM_LETTER,
				  term->text, STR(""));
		count++;
	}
	if (count)
		qsort(sorted, count, sizeof *sorted, by_order);
	for (size_t i = 0; i < count; i++)
		sorted[i].term->index = (uint32_t)i;
	return count;
}

/* Forms that are equal, as most are, are one. */
static struct format_text keep_form(struct image *image,
				    const struct format_text *forms,
				    unsigned count, struct buf *form)
{
	struct format_text kept;

	for (unsigned i = 0; i < count; i++)
		if (str_equal(pool_text(image->pool, forms[i]), buf_str(form)))
			return forms[i];
	buf_byte(form, '\n');
	kept = pool_append(image->pool, buf_str(form));
	kept.bytes--;
	return kept;
}

/* The keys of a language's terms lie in one stretch: a search is a scan. */
static void bind_forms(struct image *image, struct sorted_term *sorted)
{
	struct buf form = { 0 };

	for (unsigned i = 0; i < FORMAT_LOOKUP_KEYS; i++) {
		buf_clear(&form);
		order_form(&form, (enum order_form)i, sorted->term->text);
		sorted->forms[i] = keep_form(image, sorted->forms, i, &form);
	}
	buf_free(&form);
}

static void bind_term(struct indexing *indexing,
		      const struct sorted_term *sorted, uint32_t first)
{
	const struct draft_term *term = sorted->term;
	const struct draft_term *target = term->see.bytes ? term->target : term;
	struct format_term record = { .shown = image_text(indexing->image,
							  term->text),
				      .see = FORMAT_NONE };

	if (term->see.bytes)
		record.see = first + target->index;
	record.page = indexing->draft->pages.at[target->page].index;
	record.block = target->block;
	memcpy(record.key, sorted->forms, sizeof record.key);
	IMAGE_ADD(indexing->image, FORMAT_TERM, record);
}

/* Fullness of the fullest of `rows` runs that begin at letter `from`. */
static size_t fullest(const size_t *counts, size_t letters, size_t most,
		      unsigned rows)
{
	size_t in_row = 0;
	unsigned used = 1;

	for (size_t i = 0; i < letters; i++) {
		if (counts[i] > most)
			return SIZE_MAX;
		if (in_row + counts[i] > most) {
			used++;
			in_row = 0;
		}
		in_row += counts[i];
	}
	return used <= rows ? most : SIZE_MAX;
}

/*
 * Cuts the alphabet into eight consecutive runs so that the fullest is
 * smallest; of several ways the one whose cuts are earliest, each run keeping
 * at least one letter.
 */
static void cut_rows(const size_t *counts, size_t letters, uint32_t *rows)
{
	size_t most = 0, at = 0;

	while (fullest(counts, letters, most, FORMAT_LETTER_ROWS) == SIZE_MAX)
		most++;
	for (unsigned row = 0; row < FORMAT_LETTER_ROWS; row++) {
		unsigned rows_left = FORMAT_LETTER_ROWS - row - 1;

		/* The earliest cut after which the rest still fits. */
		rows[at++] = row;
		if (!rows_left) {
			while (at < letters)
				rows[at++] = row;
			return;
		}
		while (letters - at > rows_left &&
		       fullest(counts + at, letters - at, most, rows_left) ==
			       SIZE_MAX)
			rows[at++] = row;
	}
}

static void warn_full_rows(struct indexing *indexing, const struct str *letters,
			   const size_t *counts, const uint32_t *rows,
			   size_t count)
{
	for (uint32_t row = 0; row < FORMAT_LETTER_ROWS; row++) {
		struct buf names = { 0 };
		size_t terms = 0;

		for (size_t i = 0; i < count; i++)
			if (rows[i] == row) {
				terms += counts[i];
				buf_add(&names, letters[i]);
			}
		if (terms > INDEX_ROW_TERMS)
			fault_add(indexing->draft->faults,
				  (struct fault_place){ STR("pages"), 0 },
				  FAULT_ROW_FULL, buf_str(&names), STR(""));
		buf_free(&names);
	}
}

static void bind_letters(struct indexing *indexing,
			 enum order_alphabet alphabet, uint32_t first_term,
			 const struct sorted_term *sorted, size_t count)
{
	struct str letters[29];
	size_t letter_count = order_letters(alphabet, letters);
	size_t counts[29] = { 0 };
	uint32_t rows[29] = { 0 };

	for (size_t i = 0; i < count; i++)
		if (sorted[i].letter < letter_count)
			counts[sorted[i].letter]++;
	cut_rows(counts, letter_count, rows);
	warn_full_rows(indexing, letters, counts, rows, letter_count);
	for (size_t i = 0; i < letter_count; i++) {
		struct format_letter record = {
			image_text(indexing->image, letters[i]),
			rows[i],
			{ first_term, (uint32_t)counts[i] }
		};

		IMAGE_ADD(indexing->image, FORMAT_LETTER, record);
		first_term += (uint32_t)counts[i];
	}
}

static void bind_languages(struct indexing *indexing)
{
	struct draft *draft = indexing->draft;
	struct sorted_term *sorted = arena_array(
		indexing->draft->arena, draft->terms.count + 1, sizeof *sorted);

	for (size_t i = 0; i < draft->language_count; i++) {
		const struct draft_language *language = &draft->languages[i];
		enum order_alphabet alphabet = order_alphabet(language->code);
		size_t count = sort_terms(indexing, i, alphabet, sorted);
		struct format_language record = {
			.code = image_text(indexing->image, language->code),
			.name = image_text(indexing->image, language->name),
			.letters = { image_count(indexing->image,
						 FORMAT_LETTER),
				     0 },
			.terms = { image_count(indexing->image, FORMAT_TERM),
				   (uint32_t)count },
		};

		for (size_t j = 0; j < count; j++)
			bind_forms(indexing->image, &sorted[j]);
		for (size_t j = 0; j < count; j++)
			bind_term(indexing, &sorted[j], record.terms.first);
		bind_letters(indexing, alphabet, record.terms.first, sorted,
			     count);
		record.letters.count =
			image_count(indexing->image, FORMAT_LETTER) -
			record.letters.first;
		IMAGE_ADD(indexing->image, FORMAT_LANGUAGE, record);
	}
}

void index_bind(struct draft *draft, struct image *image)
{
	struct indexing indexing = { draft, image };

	bind_languages(&indexing);
}
