/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/near.h"

#include "text/chars.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * Of nouns: number, definite form and genitive. A list of endings, not a
 * stemmer: it adds to a word of the index and takes nothing away.
 */
static const struct str endings[] = {
	{ "a", 1 },    { "an", 2 },    { "ans", 3 },  { "ar", 2 },
	{ "arna", 4 }, { "arnas", 5 }, { "e", 1 },    { "en", 2 },
	{ "ens", 3 },  { "er", 2 },    { "erna", 4 }, { "ernas", 5 },
	{ "es", 2 },   { "et", 2 },    { "ets", 3 },  { "n", 1 },
	{ "na", 2 },   { "nas", 3 },   { "ns", 2 },   { "or", 2 },
	{ "orna", 4 }, { "s", 1 },     { "t", 1 },    { "ts", 2 },
};

enum { ENDINGS = sizeof endings / sizeof *endings };

static bool continues(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t letters_of(struct str text)
{
	size_t letters = 0;

	for (size_t i = 0; i < text.bytes; i++)
		letters += !continues(text.at[i]);
	return letters;
}

/* ------------------------------------------------------------------------
 * One slip.
 */

/* Bytes of whole characters with which both begin. */
static size_t same_beginning(struct str a, struct str b)
{
	size_t same = 0;

	while (same < a.bytes && same < b.bytes && a.at[same] == b.at[same])
		same++;
	while (same > 0 && ((same < a.bytes && continues(a.at[same])) ||
			    (same < b.bytes && continues(b.at[same]))))
		same--;
	return same;
}

/* Bytes of whole characters with which both end. */
static size_t same_end(struct str a, struct str b)
{
	size_t same = 0;

	while (same < a.bytes && same < b.bytes &&
	       a.at[a.bytes - same - 1] == b.at[b.bytes - same - 1])
		same++;
	while (same > 0 && continues(a.at[a.bytes - same]))
		same--;
	return same;
}

static bool swapped(struct str a, struct str b)
{
	uint32_t c;
	size_t first = chars_first(a, &c);

	return a.bytes == b.bytes &&
	       str_equal(str_first(a, first), str_from(b, b.bytes - first)) &&
	       str_equal(str_from(a, first), str_first(b, b.bytes - first));
}

/* A letter too many is a slip only where it is that of its neighbour. */
static bool doubled(struct str typed, size_t at, size_t bytes)
{
	struct str letter = str_first(str_from(typed, at), bytes);

	return at >= bytes &&
	       str_equal(letter, str_first(str_from(typed, at - bytes), bytes));
}

/* Without what both begin and end with, what is left is the slip. */
static bool differs_by_slip(struct str typed, struct str word)
{
	size_t begin = same_beginning(typed, word);
	struct str is = str_from(typed, begin), wanted = str_from(word, begin);
	size_t end = same_end(is, wanted);
	size_t is_letters, wanted_letters;

	is = str_first(is, is.bytes - end);
	wanted = str_first(wanted, wanted.bytes - end);
	is_letters = letters_of(is);
	wanted_letters = letters_of(wanted);
	if (wanted_letters == 0)
		return is_letters == 1 && doubled(typed, begin, is.bytes);
	if (wanted_letters == 1)
		return is_letters <= 1;
	return is_letters == 2 && wanted_letters == 2 && swapped(is, wanted);
}

/* Bytes of the first letters of a text. */
static size_t bytes_of(struct str text, size_t letters)
{
	size_t bytes = 0;

	for (; letters && bytes < text.bytes; letters--)
		for (bytes++; bytes < text.bytes && continues(text.at[bytes]);)
			bytes++;
	return bytes;
}

/* Whoever is in the middle of a word may have slipped already. */
static bool begins_with_slip(struct str typed, struct str word)
{
	size_t letters = letters_of(typed);

	if (letters < NEAR_BEGINNING_LETTERS)
		return false;
	for (size_t i = letters - 1; i <= letters + 1; i++)
		if (differs_by_slip(typed, str_first(word, bytes_of(word, i))))
			return true;
	return false;
}

/* One slip leaves the beginning or the end as it was: most words have neither.
 */
static bool slipped(struct str typed, struct str word)
{
	if (word.bytes == 0)
		return false;
	if (typed.at[0] == word.at[0] && begins_with_slip(typed, word))
		return true;
	return (typed.at[0] == word.at[0] ||
		typed.at[typed.bytes - 1] == word.at[word.bytes - 1]) &&
	       differs_by_slip(typed, word);
}

/* ------------------------------------------------------------------------
 * The words of a term.
 */

/* Bytes of the character at the head if it belongs to a word, else 0. */
static size_t in_word(struct str text)
{
	char c = text.at[0];
	uint32_t letter;
	size_t bytes;

	if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
		return 1;
	if ((unsigned char)c < 0x80)
		return 0;
	bytes = chars_first(text, &letter);
	return chars_letter(letter) ? bytes : 0;
}

/* Takes the next word from the head of *left; empty at the end. */
static struct str next_word(struct str *left)
{
	struct str text = *left, word;
	size_t bytes;

	while (text.bytes && !in_word(text))
		text = str_from(text, 1);
	word = (struct str){ text.at, 0 };
	while (text.bytes && (bytes = in_word(text)) > 0) {
		word.bytes += bytes;
		text = str_from(text, bytes);
	}
	*left = text;
	return word;
}

static bool any_word(struct str typed, struct str term,
		     bool (*like)(struct str typed, struct str word))
{
	struct str word;

	if (like(typed, term))
		return true;
	while ((word = next_word(&term)).bytes)
		if (like(typed, word))
			return true;
	return false;
}

static bool is_ending(struct str text)
{
	for (size_t i = 0; i < ENDINGS; i++)
		if (str_equal(text, endings[i]))
			return true;
	return false;
}

static bool ends_with(struct str text, struct str end)
{
	return text.bytes >= end.bytes &&
	       str_equal(str_from(text, text.bytes - end.bytes), end);
}

/* "karta", "läkare": the vowel at their end gives way to the ending's. */
static struct str without_vowel(struct str word)
{
	char last = word.bytes ? word.at[word.bytes - 1] : '\0';

	return str_first(word, word.bytes - (last == 'a' || last == 'e'));
}

static bool with_ending(struct str typed, struct str word)
{
	struct str stem = without_vowel(word);

	if (letters_of(stem) < NEAR_ENDING_LETTERS)
		stem = word;
	return letters_of(stem) >= NEAR_ENDING_LETTERS &&
	       str_starts(typed, stem) && !str_equal(typed, word) &&
	       (is_ending(str_from(typed, stem.bytes)) ||
		(str_starts(typed, word) &&
		 is_ending(str_from(typed, word.bytes))));
}

/* "nummer": "numret", "numren". */
static bool shortened(struct str typed, struct str word)
{
	struct str stem = str_first(word, word.bytes - 3);

	return ends_with(word, STR("mmer")) && str_starts(typed, stem) &&
	       str_starts(str_from(typed, stem.bytes), STR("r")) &&
	       is_ending(str_from(typed, stem.bytes + 1));
}

static bool ended(struct str typed, struct str word)
{
	return with_ending(typed, word) || shortened(typed, word);
}

bool near_slip(struct str typed, struct str term)
{
	return letters_of(typed) >= NEAR_SLIP_LETTERS &&
	       any_word(typed, term, slipped);
}

bool near_ending(struct str typed, struct str term)
{
	return letters_of(typed) > NEAR_ENDING_LETTERS &&
	       any_word(typed, term, ended);
}

struct str near_stem(struct str typed)
{
	size_t longest = 0;

	for (size_t i = 0; i < ENDINGS; i++) {
		struct str stem =
			str_first(typed, typed.bytes - endings[i].bytes);

		if (ends_with(typed, endings[i]) &&
		    letters_of(stem) >= NEAR_ENDING_LETTERS &&
		    endings[i].bytes > longest)
			longest = endings[i].bytes;
	}
	typed = str_first(typed, typed.bytes - longest);
	/* "numr", of "nummer" */
	return str_first(typed, typed.bytes - ends_with(typed, STR("mr")));
}

void near_parts(struct str typed, struct str parts[NEAR_PARTS])
{
	size_t letters = letters_of(typed);
	bool short_word = letters < NEAR_SLIP_LETTERS;

	for (size_t i = 0; i < NEAR_PARTS; i++) {
		size_t from = bytes_of(typed, letters * i / NEAR_PARTS);
		size_t to = bytes_of(typed, letters * (i + 1) / NEAR_PARTS);

		parts[i] = short_word ? STR("")
				      : str_first(str_from(typed, from),
						  to - from);
	}
}

/* ------------------------------------------------------------------------
 * A sentence.
 */

/*
 * Swedish words are put together, the head last: "lunchstängt" is a kind of
 * "stängt", and "budgetförslag" has to do with "budget".
 */
static bool compound_with(struct str typed, struct str word)
{
	size_t letters = letters_of(word);

	return (letters >= NEAR_FIRST_LETTERS && str_starts(typed, word)) ||
	       (letters >= NEAR_HEAD_LETTERS && ends_with(typed, word));
}

static bool answers(struct str typed, struct str word)
{
	return str_equal(typed, word) ||
	       (letters_of(typed) > NEAR_ENDING_LETTERS &&
		(ended(typed, word) || compound_with(typed, word)));
}

static bool any_answers(struct str typed, struct str word)
{
	struct str own;

	while ((own = next_word(&typed)).bytes)
		if (answers(own, word))
			return true;
	return false;
}

bool near_named(struct str typed, struct str term)
{
	struct str word;

	if (letters_of(term) < NEAR_NAME_LETTERS)
		return false;
	while ((word = next_word(&term)).bytes)
		if (!any_answers(typed, word))
			return false;
	return true;
}

bool near_word_ends(struct str *left, struct str ends[NEAR_ENDS])
{
	struct str word = next_word(left);
	size_t letters = letters_of(word);

	ends[0] = ends[1] = STR("");
	if (letters >= NEAR_ENDING_LETTERS)
		ends[0] = str_first(word, bytes_of(word, NEAR_ENDING_LETTERS));
	if (letters > NEAR_HEAD_LETTERS)
		ends[1] = str_from(word,
				   bytes_of(word, letters - NEAR_HEAD_LETTERS));
	return word.bytes > 0;
}

struct str near_longest(struct str typed)
{
	struct str longest = STR(""), word;
	unsigned words = 0;

	for (; (word = next_word(&typed)).bytes; words++)
		if (letters_of(word) > letters_of(longest))
			longest = word;
	return words > 1 ? longest : STR("");
}
