/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A word's sort key is made as Unicode's collation algorithm makes it (UTS
 * 10, variable weights not ignored): every character gives weights on three
 * levels, the letter, the accent, the case, and a key is all of the first,
 * then all of the second, then all of the third. The algorithm's table has
 * 35 000 lines; of these the few hundred for Latin letters and punctuation
 * follow from an alphabet, a list of signs and a list of accents.
 */
#include "text/order.h"

#include "base/die.h"
#include "text/chars.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

/* Weights of the first level: one byte, more for what is not listed. */
enum {
	LEVEL_END = 1,
	SIGNS = 2,	    /* in the order of signs[] */
	OTHER_SIGNS = 0x70, /* then the code point */
	DIGITS = 0x72,	    /* 0-9 */
	LETTERS = 0x80,	    /* a-z, at every second weight */
	LETTERS_BEHIND_Z = LETTERS + 2 * 26,
	OTHER_LETTERS = 0xF0 /* then the code point */
};

/* Weights of the second and third level, after the algorithm's own table. */
enum {
	NO_ACCENT = 0x20,
	VARIANT = 0x78,	     /* there 0x118: ß is another s */
	VARIANT_2 = 0x79,    /* there 0x119 */
	OTHER_ACCENT = 0x7A, /* then the code point */
	USUAL = 0x02,
	UPPER = 0x06 /* added for upper case */
};

enum { LETTERS_SWEDISH = 29, LETTERS_ENGLISH = 26 };

static const struct str letter_names[LETTERS_SWEDISH] = {
	{ "A", 1 }, { "B", 1 }, { "C", 1 }, { "D", 1 }, { "E", 1 }, { "F", 1 },
	{ "G", 1 }, { "H", 1 }, { "I", 1 }, { "J", 1 }, { "K", 1 }, { "L", 1 },
	{ "M", 1 }, { "N", 1 }, { "O", 1 }, { "P", 1 }, { "Q", 1 }, { "R", 1 },
	{ "S", 1 }, { "T", 1 }, { "U", 1 }, { "V", 1 }, { "W", 1 }, { "X", 1 },
	{ "Y", 1 }, { "Z", 1 }, { "Å", 2 }, { "Ä", 2 }, { "Ö", 2 },
};

static const char signs[] =
	" _‗-‐‒–—―,;:!¡?¿‽.·'‘’‚‛‹›\"“”„‟«»()[]{}⁅⁆‖§¶@*/\\&#%‰‱†‡•‣‧⁃′‵‸※‿⁀⁁"
	"⁂`´^¯¨¸°©®←→↑↓+±÷×<=>¬|¦~−⁄≤≥¤¢$£¥€";

/* Letters of their own: behind which of a-z (or z + 2), and how far. */
static const struct {
	uint32_t c;
	uint8_t weight;
} own_letters[] = {
	{ 0x0131, LETTERS + 2 * ('i' - 'a') + 1 }, /* ı */
	{ 0x014B, LETTERS + 2 * ('n' - 'a') + 1 }, /* ŋ */
	{ 0x0138, LETTERS + 2 * ('q' - 'a') + 1 }, /* ĸ */
	{ 0x0167, LETTERS + 2 * ('t' - 'a') + 1 }, /* ŧ */
	{ 0x00FE, LETTERS_BEHIND_Z },		   /* þ */
	{ 0x02BC, LETTERS_BEHIND_Z + 1 },	   /* ʼ */
};

static const uint32_t swedish_letters[] = { 0xE5, 0xE4, 0xF6 };

enum { SWEDISH_LETTERS = LETTERS_BEHIND_Z + 2 };

static const struct {
	uint16_t c;
	uint8_t weight;
} accents[] = {
	{ 0x0301, 0x24 }, { 0x0300, 0x25 }, { 0x0306, 0x26 }, { 0x0302, 0x27 },
	{ 0x030C, 0x28 }, { 0x030A, 0x29 }, { 0x0308, 0x2B }, { 0x030B, 0x2C },
	{ 0x0303, 0x2D }, { 0x0307, 0x2E }, { 0x0338, 0x2F }, { 0x0327, 0x30 },
	{ 0x0328, 0x31 }, { 0x0304, 0x32 }, { 0x0335, 0x39 }, { 0x0309, 0x3B },
	{ 0x0323, 0x42 }, { 0x0326, 0x45 },
};

/*
 * Characters that are ordered as others are. An accent below the first of
 * accents[] takes the place of NO_ACCENT; any other stands behind the first
 * letter, as if it were a mark on it.
 */
struct alike {
	uint32_t c; /* in lower case */
	const char *as;
	uint8_t accent;
	uint8_t third; /* level's weight */
};

enum { FIRST_MARK = 0x24 + 1 }; /* ô has a place above it in Swedish */

static const struct alike swedish[] = {
	{ 0x00E6, "ä", 0x21, 2 },  /* æ */
	{ 0x00F0, "d", 0x22, 2 },  /* ð */
	{ 0x00F4, "ö", 0x24, 2 },  /* ô */
	{ 0x00F8, "ö", 0x21, 2 },  /* ø */
	{ 0x00FC, "y", 0x21, 2 },  /* ü */
	{ 0x00FE, "th", 0x20, 3 }, /* þ */
	{ 0x0111, "d", 0x21, 2 },  /* đ */
	{ 0x0119, "ä", 0x22, 2 },  /* ę */
	{ 0x0151, "ö", 0x22, 2 },  /* ő */
	{ 0x0153, "ö", 0x23, 2 },  /* œ */
	{ 0x0171, "y", 0x22, 2 },  /* ű */
};

static const struct alike common[] = {
	{ 0x00A0, " ", NO_ACCENT, 0x1B },
	{ 0x00AA, "a", NO_ACCENT, 0x14 },   /* ª */
	{ 0x00B2, "2", NO_ACCENT, 0x14 },   /* ² */
	{ 0x00B3, "3", NO_ACCENT, 0x14 },   /* ³ */
	{ 0x00B5, "\u03BC", NO_ACCENT, 4 }, /* µ */
	{ 0x00B9, "1", NO_ACCENT, 0x14 },   /* ¹ */
	{ 0x00BA, "o", NO_ACCENT, 0x14 },   /* º */
	{ 0x00BC, "1⁄4", NO_ACCENT, 0x1E }, /* ¼ */
	{ 0x00BD, "1⁄2", NO_ACCENT, 0x1E }, /* ½ */
	{ 0x00BE, "3⁄4", NO_ACCENT, 0x1E }, /* ¾ */
	{ 0x00DF, "ss", VARIANT, 4 },	    /* ß */
	{ 0x00E6, "ae", VARIANT, 4 },	    /* æ */
	{ 0x00F0, "d", VARIANT, 4 },	    /* ð */
	{ 0x00F8, "o", 0x2F, 2 },	    /* ø */
	{ 0x0111, "d", 0x39, 2 },	    /* đ */
	{ 0x0127, "h", 0x39, 2 },	    /* ħ */
	{ 0x0133, "ij", NO_ACCENT, 4 },	    /* ĳ */
	{ 0x0140, "l", VARIANT, 2 },	    /* ŀ */
	{ 0x0142, "l", 0x39, 2 },	    /* ł */
	{ 0x0149, "ʼn", NO_ACCENT, 4 },	    /* ŉ */
	{ 0x0153, "oe", VARIANT, 4 },	    /* œ */
	{ 0x017F, "s", VARIANT_2, 4 },	    /* ſ */
	{ 0x2011, "‐", NO_ACCENT, 0x1B },
	{ 0x2024, ".", NO_ACCENT, 4 },
	{ 0x2025, "..", NO_ACCENT, 4 },
	{ 0x2026, "...", NO_ACCENT, 4 },   /* … */
	{ 0x2033, "′′", NO_ACCENT, 4 },	   /* ″ */
	{ 0x203C, "!!", NO_ACCENT, 4 },	   /* ‼ */
	{ 0x2122, "tm", NO_ACCENT, 0x14 }, /* ™ */
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

	memcpy(letters, letter_names, count * sizeof *letters);
	return count;
}

/* ------------------------------------------------------------------------
 * Sort keys.
 */

/* A key in the making. */
struct levels {
	enum order_alphabet alphabet;
	struct buf letters;
	struct buf accents;
	struct buf thirds;
};

/* The first level's weight and, for some, the code point; 0: nothing. */
struct weight {
	uint8_t weight;
	uint32_t c;
};

static void add_weight(struct buf *level, struct weight weight)
{
	if (weight.weight)
		buf_byte(level, (char)weight.weight);
	for (unsigned bits = 21; weight.c && bits; bits -= 7)
		buf_byte(level, (char)(0x80 | (weight.c >> (bits - 7) & 0x7F)));
}

static void add(struct levels *levels, struct weight letter,
		struct weight accent, unsigned third)
{
	add_weight(&levels->letters, letter);
	add_weight(&levels->accents, accent);
	buf_byte(&levels->thirds, (char)third);
}

static uint8_t letter_weight(enum order_alphabet alphabet, uint32_t c)
{
	if (c >= 'a' && c <= 'z')
		return (uint8_t)(LETTERS + 2 * (c - 'a'));
	for (size_t i = 0; i < sizeof own_letters / sizeof *own_letters; i++)
		if (own_letters[i].c == c)
			return own_letters[i].weight;
	for (size_t i = 0; alphabet == ORDER_SWEDISH && i < 3; i++)
		if (swedish_letters[i] == c)
			return (uint8_t)(SWEDISH_LETTERS + i);
	return 0;
}

static uint8_t sign_weight(uint32_t wanted)
{
	struct str left = { signs, sizeof signs - 1 };
	uint32_t c;

	for (uint8_t weight = SIGNS; left.bytes; weight++) {
		left = str_from(left, chars_first(left, &c));
		if (c == wanted)
			return weight;
	}
	return 0;
}

/* Of a character that is no letter with marks. */
static struct weight weight_of(enum order_alphabet alphabet, uint32_t c)
{
	struct weight weight = { letter_weight(alphabet, c), 0 };

	if (c >= '0' && c <= '9')
		weight.weight = (uint8_t)(DIGITS + (c - '0'));
	if (!weight.weight)
		weight.weight = sign_weight(c);
	if (weight.weight)
		return weight;
	return (struct weight){ chars_letter(c) ? OTHER_LETTERS : OTHER_SIGNS,
				c };
}

static const struct alike *among(const struct alike *table, size_t count,
				 uint32_t c)
{
	for (size_t i = 0; i < count; i++)
		if (table[i].c == c)
			return &table[i];
	return NULL;
}

static const struct alike *alike(enum order_alphabet alphabet, uint32_t c)
{
	const struct alike *found = NULL;

	if (c < 0x80)
		return NULL;
	if (alphabet == ORDER_SWEDISH)
		found = among(swedish, sizeof swedish / sizeof *swedish, c);
	return found ? found : among(common, sizeof common / sizeof *common, c);
}

static void add_mark(struct levels *levels, uint32_t c, unsigned third)
{
	struct weight accent = { OTHER_ACCENT, c };

	for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
		if (accents[i].c == c)
			accent = (struct weight){ accents[i].weight, 0 };
	add(levels, (struct weight){ 0, 0 }, accent, third);
}

static void add_alike(struct levels *levels, const struct alike *alike,
		      unsigned upper)
{
	bool mark = alike->accent >= FIRST_MARK;
	struct str left = str_of(alike->as);
	uint32_t c;

	for (bool first = true; left.bytes; first = false) {
		left = str_from(left, chars_first(left, &c));
		add(levels, weight_of(levels->alphabet, c),
		    (struct weight){ mark ? NO_ACCENT : alike->accent, 0 },
		    alike->third + upper);
		if (first && mark)
			add(levels, (struct weight){ 0, 0 },
			    (struct weight){ alike->accent, 0 }, alike->third);
	}
}

static bool is_mark(uint32_t c)
{
	return c >= 0x300 &&
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

static void add_character(struct levels *levels, uint32_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	uint32_t low = chars_low(c);
	unsigned upper = low != c ? UPPER : 0;
	const struct alike *as = alike(levels->alphabet, low);
	int count;

	if (as) {
		add_alike(levels, as, upper);
		return;
	}
	if (is_mark(c)) {
		add_mark(levels, c, USUAL);
		return;
	}
	count = c < 0x80 || letter_weight(levels->alphabet, low) >=
					SWEDISH_LETTERS
			? 0
			: uc_canonical_decomposition(c, parts);
	if (count <= 0)
		add(levels, weight_of(levels->alphabet, low),
		    (struct weight){ NO_ACCENT, 0 }, USUAL + upper);
	for (int i = 0; i < count; i++)
		add_character(levels, parts[i]);
}

static void end_level(struct buf *out, struct buf *level)
{
	buf_add(out, buf_str(level));
	buf_byte(out, LEVEL_END);
	buf_free(level);
}

void order_key(struct buf *out, enum order_alphabet alphabet, struct str text)
{
	struct levels levels = { .alphabet = alphabet };
	struct buf composed = { 0 };
	struct str left;

	chars_normalise(&composed, text);
	for (left = buf_str(&composed); left.bytes;) {
		uint32_t c;

		left = str_from(left, chars_first(left, &c));
		add_character(&levels, c);
	}
	end_level(out, &levels.letters);
	end_level(out, &levels.accents);
	end_level(out, &levels.thirds);
	buf_free(&composed);
}

size_t order_letter(enum order_alphabet alphabet, struct str key)
{
	size_t first = (unsigned char)key.at[0];

	if (first >= LETTERS && first < LETTERS_BEHIND_Z)
		return (first - LETTERS) / 2;
	if (alphabet == ORDER_SWEDISH && first >= SWEDISH_LETTERS &&
	    first < SWEDISH_LETTERS + 3)
		return LETTERS_ENGLISH + first - SWEDISH_LETTERS;
	return SIZE_MAX;
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
	{ 0x00FE, "th", "th" }, { 0x0142, "l", "l" },  { 0x0131, "i", "i" },
};

static bool bare(enum order_form form)
{
	return form >= ORDER_EXACT_BARE;
}

static enum order_form with_punctuation(enum order_form form)
{
	return bare(form) ? form - ORDER_EXACT_BARE : form;
}

/* The letter under the marks: é is e; what has none stays. */
static uint32_t base_of(uint32_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	while (c >= 0x80 && uc_canonical_decomposition(c, parts) > 0 &&
	       parts[0] != c)
		c = parts[0];
	return c;
}

static const char *written_as(enum order_form form, uint32_t c)
{
	for (size_t i = 0; c >= 0x80 && i < sizeof written / sizeof *written;
	     i++)
		if (written[i].c == c)
			return form == ORDER_DIGRAPH ? written[i].digraph
						     : written[i].stripped;
	return NULL;
}

static void add_form(struct buf *out, enum order_form form, uint32_t c)
{
	enum order_form kind = with_punctuation(form);
	const char *as = kind == ORDER_EXACT ? NULL : written_as(kind, c);

	if (as)
		while (*as)
			buf_byte(out, *as++);
	else if (kind == ORDER_EXACT)
		chars_add(out, c);
	else if (!is_mark(c))
		chars_add(out, base_of(c));
}

static bool is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 ||
	       (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

static bool is_punctuation(uint32_t c)
{
	return !chars_letter(c) && !(c >= '0' && c <= '9');
}

/* Letters fold as Unicode says, to NFC; ß becomes ss. */
static void fold_case(struct buf *out, struct str text)
{
	size_t bytes;
	uint8_t *folded;

	if (text.bytes == 0)
		return;
	errno = 0;
	folded = u8_casefold((const uint8_t *)text.at, text.bytes, NULL,
			     UNINORM_NFC, NULL, &bytes);
	if (!folded && errno == ENOMEM)
		die_out_of_memory();
	if (folded) {
		buf_add(out, (struct str){ (const char *)folded, bytes });
		explicit_bzero(folded, bytes);
	}
	free(folded);
}

static void fold(struct buf *out, struct str text)
{
	struct buf composed = { 0 };

	chars_normalise(&composed, text);
	fold_case(out, buf_str(&composed));
	buf_free(&composed);
}

static void add_folded(struct buf *out, enum order_form form, struct str text)
{
	struct buf folded = { 0 };
	struct str left;
	size_t start = out->bytes;
	bool due = false; /* a space, if anything follows */

	fold(&folded, text);
	for (left = buf_str(&folded); left.bytes;) {
		uint32_t c;

		left = str_from(left, chars_first(left, &c));
		if (is_space(c)) {
			due = out->bytes > start;
			continue;
		}
		if (bare(form) && is_punctuation(c))
			continue;
		if (due)
			buf_byte(out, ' ');
		due = false;
		add_form(out, form, c);
	}
	buf_free(&folded);
}

/* ------------------------------------------------------------------------
 * Nearly all text is ASCII and Latin-1, with dashes and quotes. It is NFC, and
 * its folded case is its lower case: so a site of any size is bound in a
 * moment.
 */

/* No mark, no soft hyphen, no µ, no ß, which folds to two letters. */
static bool simple_one(uint32_t c)
{
	return (c < 0x100 && c != 0xAD && c != 0xB5 && c != 0xDF) ||
	       (c >= 0x2010 && c <= 0x203F);
}

static void add_one(struct buf *out, size_t start, enum order_form form,
		    uint32_t c)
{
	bool after_space =
		out->bytes == start || out->at[out->bytes - 1] == ' ';

	if (is_space(c) || c < ' ') {
		if (!after_space)
			buf_byte(out, ' ');
	} else if (!bare(form) || !is_punctuation(c)) {
		add_form(out, form, chars_low(c));
	}
}

/* Appends the ASCII that the text begins with; how many bytes that was. */
static size_t add_ascii(struct buf *out, size_t start, struct str text)
{
	size_t bytes = 0;
	char last, *to;

	buf_room(out, text.bytes);
	to = out->at + out->bytes;
	last = out->bytes == start ? ' ' : to[-1];
	for (; bytes < text.bytes; bytes++) {
		unsigned char c = (unsigned char)text.at[bytes];

		if (c >= 0x80)
			break;
		if (c >= 'A' && c <= 'Z')
			c |= 0x20;
		if (c < ' ')
			c = ' ';
		if (c != ' ' || last != ' ')
			*to++ = (char)c;
		last = (char)c;
	}
	out->bytes = (size_t)(to - out->at);
	return bytes;
}

/* False, with nothing added, when a character of the text is not simple. */
static bool add_simple(struct buf *out, enum order_form form, struct str text)
{
	size_t start = out->bytes;

	buf_room(out, text.bytes);
	while (text.bytes) {
		uint32_t c;

		if (!bare(form))
			text = str_from(text, add_ascii(out, start, text));
		if (!text.bytes)
			break;
		text = str_from(text, chars_first(text, &c));
		if (!simple_one(c)) {
			explicit_bzero(out->at + start, out->bytes - start);
			out->bytes = start;
			return false;
		}
		add_one(out, start, form, c);
	}
	if (out->bytes > start && out->at[out->bytes - 1] == ' ')
		out->bytes--;
	return true;
}

void order_form(struct buf *out, enum order_form form, struct str text)
{
	if (!add_simple(out, form, text))
		add_folded(out, form, text);
}

void order_strip(struct buf *out, struct str exact)
{
	while (exact.bytes) {
		size_t run = 0;
		uint32_t c;

		while (run < exact.bytes && (unsigned char)exact.at[run] < 0x80)
			run++;
		buf_add(out, str_first(exact, run));
		exact = str_from(exact, run);
		if (!exact.bytes)
			break;
		exact = str_from(exact, chars_first(exact, &c));
		add_form(out, ORDER_STRIPPED, c);
	}
}

static const struct {
	struct str digraph;
	struct str letter;
} dotted[] = {
	{ { "aa", 2 }, { "å", 2 } },
	{ { "ae", 2 }, { "ä", 2 } },
	{ { "oe", 2 }, { "ö", 2 } },
};

static struct str dotted_letter(struct str text)
{
	for (size_t i = 0; i < sizeof dotted / sizeof *dotted; i++)
		if (str_starts(text, dotted[i].digraph))
			return dotted[i].letter;
	return STR("");
}

void order_dotted(struct buf *out, struct str text)
{
	while (text.bytes) {
		struct str letter = dotted_letter(text);

		buf_add(out, letter.bytes ? letter : str_first(text, 1));
		text = str_from(text, letter.bytes ? 2 : 1);
	}
}
