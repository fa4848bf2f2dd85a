/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/search.h"

#include "text/chars.h"
#include "text/order.h"

#include <string.h>

/* ------------------------------------------------------------------------
 * The words of a query.
 */

static size_t letters_of(struct str text)
{
	size_t letters = 0;

	for (size_t i = 0; i < text.bytes; i++)
		letters += ((unsigned char)text.at[i] & 0xC0) != 0x80;
	return letters;
}

static bool has_marks(struct str word)
{
	struct buf stripped = { 0 };
	bool marks;

	order_form(&stripped, ORDER_STRIPPED, word);
	marks = !str_equal(buf_str(&stripped), word);
	buf_free(&stripped);
	return marks;
}

/* Takes the next word from the head of *left; empty at the end. */
static struct str next_word(struct str *left)
{
	const char *space =
		left->bytes ? memchr(left->at, ' ', left->bytes) : NULL;
	size_t bytes = space ? (size_t)(space - left->at) : left->bytes;
	struct str word = str_first(*left, bytes);

	*left = str_from(*left, bytes + 1);
	return word;
}

/* Both forms have the same words in the same order. */
static void split(struct search *search)
{
	struct str exact = buf_str(&search->forms[0]);
	struct str dotted = buf_str(&search->forms[1]);
	bool long_enough = false;

	while (exact.bytes && search->words < SEARCH_WORDS) {
		struct search_word *word = &search->word[search->words++];

		word->exact = next_word(&exact);
		word->dotted = next_word(&dotted);
		word->marked = has_marks(word->exact);
		if (str_equal(word->exact, word->dotted))
			word->dotted = STR("");
		long_enough |= letters_of(word->exact) >= SEARCH_LETTERS;
	}
	if (!long_enough)
		search->words = 0;
}

void search_begin(struct search *search, const struct book *book,
		  uint32_t language, struct str query)
{
	*search = (struct search){
		.book = book,
		.language = language,
		.left = UINT64_C(2) * book_count(book, FORMAT_POOL),
	};
	buf_add(&search->forms[0], query);
	order_dotted(&search->forms[1], query);
	split(search);
}

void search_end(struct search *search)
{
	buf_free(&search->forms[0]);
	buf_free(&search->forms[1]);
}

/* ------------------------------------------------------------------------
 * Pages.
 */

enum { NOWHERE = -1 };

static ptrdiff_t place_in(struct str text, struct str word)
{
	const char *found =
		word.bytes && word.bytes <= text.bytes
			? memmem(text.at, text.bytes, word.at, word.bytes)
			: NULL;

	return found ? found - text.at : NOWHERE;
}

/* The passage at a place of a folded text: there is a line for each. */
static uint32_t passage_at(struct str text, size_t place)
{
	struct str before = str_first(text, place);
	uint32_t passage = 0;
	const char *end;

	while (before.bytes &&
	       (end = memchr(before.at, '\n', before.bytes)) != NULL) {
		before = str_from(before, (size_t)(end - before.at) + 1);
		passage++;
	}
	return passage;
}

/* Which passage of the page holds the word first; false: none. */
static bool find_word(const struct search *search,
		      const struct format_sought *sought,
		      const struct search_word *word, uint32_t *passage)
{
	struct str text = book_bytes(
		search->book, word->marked ? sought->exact : sought->stripped);
	ptrdiff_t place = place_in(text, word->exact);

	if (place == NOWHERE && word->dotted.bytes) {
		text = book_bytes(search->book, sought->exact);
		place = place_in(text, word->dotted);
	}
	if (place == NOWHERE)
		return false;
	*passage = passage_at(text, (size_t)place);
	return *passage < sought->passages.count;
}

/*
 * No text is part of another, so all together are no larger than the pool. A
 * damaged book may claim the whole pool for each page: that would take hours.
 */
static bool honest(struct search *search, const struct format_sought *sought)
{
	uint64_t bytes = (uint64_t)sought->exact.bytes + sought->stripped.bytes;

	if (bytes > search->left)
		return false;
	search->left -= bytes;
	return true;
}

bool search_page(struct search *search, uint32_t page, struct search_hit *hit)
{
	struct format_sought sought =
		book_sought(search->book, page, search->language);
	uint32_t worst = 0;

	if (!honest(search, &sought))
		return false;
	for (size_t i = 0; i < search->words; i++) {
		uint32_t passage;

		if (!find_word(search, &sought, &search->word[i], &passage))
			return false;
		if (i && passage <= worst)
			continue;
		worst = passage;
		hit->word = i;
	}
	hit->passage = sought.passages.first + worst;
	hit->standing = book_passage(search->book, hit->passage).standing;
	return search->words > 0;
}

/* ------------------------------------------------------------------------
 * Sentences.
 */

static bool ends_sentence(char byte)
{
	return byte == '.' || byte == '!' || byte == '?';
}

/* Text that begins as a sentence does: a space, then an upper-case letter. */
static bool begins_sentence(struct str text)
{
	struct buf first = { 0 }, low = { 0 };
	bool upper;
	uint32_t c;

	if (text.bytes < 2 || (text.at[0] != ' ' && text.at[0] != '\n'))
		return false;
	text = str_from(text, 1);
	buf_add(&first, str_first(text, chars_first(text, &c)));
	chars_lower(&low, buf_str(&first));
	upper = !str_equal(buf_str(&first), buf_str(&low));
	buf_free(&first);
	buf_free(&low);
	return upper;
}

/* Takes a sentence from the head of *left. */
static struct str next_sentence(struct str *left)
{
	struct str text = *left;
	size_t bytes = 0;

	while (bytes < text.bytes) {
		bool end = ends_sentence(text.at[bytes++]);

		if (end && begins_sentence(str_from(text, bytes)))
			break;
	}
	*left = str_from(text, bytes + 1);
	return str_first(text, bytes);
}

static bool holds(struct str text, const struct search_word *word)
{
	struct buf form = { 0 };
	bool found;

	order_form(&form, word->marked ? ORDER_EXACT : ORDER_STRIPPED, text);
	found = place_in(buf_str(&form), word->exact) != NOWHERE;
	if (!found && word->dotted.bytes) {
		buf_clear(&form);
		order_form(&form, ORDER_EXACT, text);
		found = place_in(buf_str(&form), word->dotted) != NOWHERE;
	}
	buf_free(&form);
	return found;
}

struct str search_sentence(const struct search *search,
			   const struct search_hit *hit)
{
	struct format_passage passage =
		book_passage(search->book, hit->passage);
	struct str left =
		book_unit_text(search->book, passage.unit, search->language);
	struct str first = next_sentence(&(struct str){ left.at, left.bytes });

	if (hit->word >= search->words)
		return first;
	while (left.bytes) {
		struct str sentence = next_sentence(&left);

		if (holds(sentence, &search->word[hit->word]))
			return sentence;
	}
	return first;
}
