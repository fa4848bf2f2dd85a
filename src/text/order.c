/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sort key has three levels, each ended by a byte 1: the letters, the
 * accents, the case. Every character gives one byte a level (a foreign letter
 * four), so keys compare level by level as bytes do.
 */
#include "text/order.h"

#include "text/chars.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

/* Weights of the first level; 0 and 1 are never given. */
enum {
	LEVEL_END = 1,
	WEIGHT_SPACE = 2,
	WEIGHT_PUNCTUATION = 3, /* … then the character itself */
	WEIGHT_DIGITS = 0x10,	/* 0-9 */
	WEIGHT_LETTERS = 0x20,	/* a-z, then å ä ö */
	WEIGHT_FOREIGN = 0x60	/* then the code point, 3 bytes */
};

enum { LETTERS_SWEDISH = 29, LETTERS_ENGLISH = 26 };

static const struct str alphabet_letters[LETTERS_SWEDISH] = {
	{ "A", 1 }, { "B", 1 }, { "C", 1 }, { "D", 1 }, { "E", 1 }, { "F", 1 },
	{ "G", 1 }, { "H", 1 }, { "I", 1 }, { "J", 1 }, { "K", 1 }, { "L", 1 },
	{ "M", 1 }, { "N", 1 }, { "O", 1 }, { "P", 1 }, { "Q", 1 }, { "R", 1 },
	{ "S", 1 }, { "T", 1 }, { "U", 1 }, { "V", 1 }, { "W", 1 }, { "X", 1 },
	{ "Y", 1 }, { "Z", 1 }, { "Å", 2 }, { "Ä", 2 }, { "Ö", 2 },
};

/* Letters that are not one letter with marks: what they are filed as. */
static const struct {
	uint32_t c;
	const char *swedish;
	const char *others;
} special[] = {
	{ 0x00E5, "\xC3\xA5", "a" },  /* å */
	{ 0x00E4, "\xC3\xA4", "a" },  /* ä */
	{ 0x00E6, "\xC3\xA4", "ae" }, /* æ */
	{ 0x00F6, "\xC3\xB6", "o" },  /* ö */
	{ 0x00F8, "\xC3\xB6", "o" },  /* ø */
	{ 0x0151, "\xC3\xB6", "o" },  /* ő */
	{ 0x0153, "\xC3\xB6", "oe" }, /* œ */
	{ 0x00FC, "y", "u" },	      /* ü */
	{ 0x0171, "y", "u" },	      /* ű */
	{ 0x00F0, "d", "d" },	      /* ð */
	{ 0x0111, "d", "d" },	      /* đ */
	{ 0x00DF, "ss", "ss" },	      /* ß */
	{ 0x00FE, "th", "th" },	      /* þ */
	{ 0x0142, "l", "l" },	      /* ł */
};

enum order_alphabet order_alphabet(struct str code)
{
	return str_equal(str_first(code, 2), STR("sv")) ? ORDER_SWEDISH
							: ORDER_ENGLISH;
}

size_t order_letters(enum order_alphabet alphabet, struct str letters[29])
{
	size_t count =
		alphabet == ORDER_SWEDISH ? LETTERS_SWEDISH : LETTERS_ENGLISH;

	for (size_t i = 0; i < count; i++)
		letters[i] = alphabet_letters[i];
	return count;
}

/* ------------------------------------------------------------------------
 * Sort keys.
 */

struct levels {
	struct buf letters;
	struct buf accents;
	struct buf cases;
};

/* The letter under the marks: é is e; what has none stays. */
static uint32_t base_of(uint32_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	for (;;) {
		int count = uc_canonical_decomposition(c, parts);

		if (count <= 0 || parts[0] == c)
			return c;
		c = parts[0];
	}
}

static const char *special_of(uint32_t c, enum order_alphabet alphabet)
{
	for (size_t i = 0; i < sizeof special / sizeof *special; i++)
		if (special[i].c == c)
			return alphabet == ORDER_SWEDISH ? special[i].swedish
							 : special[i].others;
	return NULL;
}

/* 0-25 for a-z, 26-28 for å ä ö; -1 for others. */
static int letter_index(uint32_t c)
{
	if (c >= 'a' && c <= 'z')
		return (int)(c - 'a');
	return c == 0xE5 ? 26 : c == 0xE4 ? 27 : c == 0xF6 ? 28 : -1;
}

static void add_letter(struct levels *levels, int index, uint32_t accent,
		       bool upper)
{
	buf_byte(&levels->letters, (char)(WEIGHT_LETTERS + index));
	buf_byte(&levels->accents, (char)(accent ? 3 + accent % 250 : 2));
	buf_byte(&levels->cases, upper ? 3 : 2);
}

static void add_other(struct levels *levels, int weight, uint32_t c)
{
	buf_byte(&levels->letters, (char)weight);
	buf_byte(&levels->letters, (char)(2 + (c >> 14 & 0x7F)));
	buf_byte(&levels->letters, (char)(2 + (c >> 7 & 0x7F)));
	buf_byte(&levels->letters, (char)(2 + (c & 0x7F)));
	buf_byte(&levels->accents, 2);
	buf_byte(&levels->cases, 2);
}

/* Letters written for one character: "ss" for ß, å for itself. */
static void add_as(struct levels *levels, struct str as, uint32_t accent,
		   bool upper)
{
	while (as.bytes) {
		uint32_t c;
		size_t bytes = chars_first(as, &c);

		add_letter(levels, letter_index(c), accent, upper);
		as = str_from(as, bytes);
	}
}

static bool is_letter_of(enum order_alphabet alphabet, uint32_t c)
{
	return alphabet == ORDER_SWEDISH && letter_index(c) >= 26;
}

static void add_character(struct levels *levels, enum order_alphabet alphabet,
			  uint32_t c)
{
	uint32_t lower = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c)
				  : uc_tolower(c);
	const char *as = special_of(lower, alphabet);
	uint32_t base = as ? lower : base_of(lower);
	bool plain = is_letter_of(alphabet, lower) || base == lower;

	if (as)
		add_as(levels, str_of(as),
		       is_letter_of(alphabet, lower) ? 0 : lower, c != lower);
	else if (letter_index(base) >= 0)
		add_letter(levels, letter_index(base), plain ? 0 : lower,
			   c != lower);
	else if (c == ' ' || c == 0xA0)
		buf_byte(&levels->letters, WEIGHT_SPACE);
	else if (c >= '0' && c <= '9')
		buf_byte(&levels->letters, (char)(WEIGHT_DIGITS + (c - '0')));
	else if (chars_letter(c))
		add_other(levels, WEIGHT_FOREIGN, lower);
	else
		add_other(levels, WEIGHT_PUNCTUATION, c);
}

static void end_level(struct buf *out, struct buf *level)
{
	buf_add(out, buf_str(level));
	buf_byte(out, LEVEL_END);
	buf_free(level);
}

void order_key(struct buf *out, enum order_alphabet alphabet, struct str text)
{
	struct levels levels = { 0 };
	struct buf composed = { 0 };
	struct str left;

	chars_normalise(&composed, text);
	for (left = buf_str(&composed); left.bytes;) {
		uint32_t c;
		size_t bytes = chars_first(left, &c);

		add_character(&levels, alphabet, c);
		left = str_from(left, bytes);
	}
	end_level(out, &levels.letters);
	end_level(out, &levels.accents);
	end_level(out, &levels.cases);
	buf_free(&composed);
}

size_t order_letter(enum order_alphabet alphabet, struct str word)
{
	struct buf key = { 0 };
	size_t count =
		alphabet == ORDER_SWEDISH ? LETTERS_SWEDISH : LETTERS_ENGLISH;
	size_t letter = SIZE_MAX;

	order_key(&key, alphabet, word);
	if (key.bytes) {
		size_t first = (unsigned char)key.at[0];

		if (first >= WEIGHT_LETTERS && first < WEIGHT_LETTERS + count)
			letter = first - WEIGHT_LETTERS;
	}
	buf_free(&key);
	return letter;
}

/* ------------------------------------------------------------------------
 * Look-up forms.
 */

/* What a folded letter is written as without its marks. */
static const struct {
	uint32_t c;
	const char *stripped;
	const char *digraph;
} written[] = {
	{ 0x00E5, "a", "aa" },	{ 0x00E4, "a", "ae" }, { 0x00F6, "o", "oe" },
	{ 0x00FC, "u", "ue" },	{ 0x00E6, "a", "ae" }, { 0x00F8, "o", "oe" },
	{ 0x0153, "o", "oe" },	{ 0x00F0, "d", "d" },  { 0x0111, "d", "d" },
	{ 0x00FE, "th", "th" }, { 0x0142, "l", "l" },
};

static bool bare(enum order_form form)
{
	return form >= ORDER_EXACT_BARE;
}

static enum order_form with_marks(enum order_form form)
{
	return bare(form) ? form - ORDER_EXACT_BARE : form;
}

static void add_folded(struct buf *out, enum order_form form, uint32_t c)
{
	enum order_form kind = with_marks(form);

	if (kind == ORDER_EXACT) {
		chars_add(out, c);
		return;
	}
	for (size_t i = 0; i < sizeof written / sizeof *written; i++)
		if (written[i].c == c) {
			buf_add(out, str_of(kind == ORDER_DIGRAPH
						    ? written[i].digraph
						    : written[i].stripped));
			return;
		}
	chars_add(out, base_of(c));
}

static bool space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == 0xA0;
}

/* Full case folding; u8_casefold also composes. */
static struct str fold_case(struct str text, void **memory)
{
	size_t bytes;
	uint8_t *folded = u8_casefold((const uint8_t *)text.at, text.bytes,
				      NULL, UNINORM_NFC, NULL, &bytes);

	*memory = folded;
	return (struct str){ (const char *)folded, folded ? bytes : 0 };
}

static bool is_punctuation(uint32_t c)
{
	return !chars_letter(c) && !(c >= '0' && c <= '9') && !space(c);
}

void order_form(struct buf *out, enum order_form form, struct str text)
{
	struct buf composed = { 0 };
	void *memory;
	struct str left;
	bool due = false, any = false;

	chars_normalise(&composed, text);
	left = fold_case(buf_str(&composed), &memory);
	while (left.bytes) {
		uint32_t c;
		size_t bytes = chars_first(left, &c);

		left = str_from(left, bytes);
		if (space(c)) {
			due = any;
			continue;
		}
		if (bare(form) && is_punctuation(c))
			continue;
		if (due)
			buf_byte(out, ' ');
		due = false;
		any = true;
		add_folded(out, form, c);
	}
	free(memory);
	buf_free(&composed);
}
