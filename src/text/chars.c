/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Nearly all text is ASCII and Latin-1, so each question is answered for
 * those without a look into libunistring's tables: they would cost a kiosk's
 * start more than its first screen.
 */
#include "text/chars.h"

#include "base/die.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

enum {
	NO_BREAK_SPACE = 0x00A0,
	SOFT_HYPHEN = 0x00AD,
	LATIN_1_END = 0x0100,
	LATIN_END = 0x0300,  /* below, nothing combines and all is NFC */
	LEAD_LATIN_1 = 0xC3, /* the last lead byte of Latin-1 */
	LEAD_LATIN = 0xCB,   /* … and of what is below LATIN_END */
	NO_BREAK_HYPHEN = 0x2011,
	REPLACEMENT = 0xFFFD,
	BMP_LAST = 0xFFFF,
	MARKS = 4 /* on one letter */
};

struct range {
	uint32_t first;
	uint32_t last;
};

/* Whether one of the ranges, which are in order, holds the character. */
static bool among(const struct range *ranges, size_t count, uint32_t c)
{
	for (size_t i = 0; i < count && ranges[i].first <= c; i++)
		if (c <= ranges[i].last)
			return true;
	return false;
}

#define AMONG(ranges, c) among(ranges, sizeof ranges / sizeof *ranges, c)

static const uint8_t *bytes_of(struct str text)
{
	return (const uint8_t *)text.at;
}

bool chars_valid(struct str text)
{
	size_t ascii = 0;

	while (ascii < text.bytes && (unsigned char)text.at[ascii] < 0x80)
		ascii++;
	text = str_from(text, ascii);
	return !text.bytes || !u8_check(bytes_of(text), text.bytes);
}

size_t chars_first_long(struct str text, uint32_t *c)
{
	ucs4_t found;
	int bytes = u8_mbtoucr(&found, bytes_of(text), text.bytes);

	*c = bytes > 0 ? found : REPLACEMENT;
	return bytes > 0 ? (size_t)bytes : 1;
}

void chars_add(struct buf *out, uint32_t c)
{
	uint8_t bytes[6];
	int count;

	if (c < 0x80) {
		buf_byte(out, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_byte(out, (char)(0xC0 | c >> 6));
		buf_byte(out, (char)(0x80 | (c & 0x3F)));
		return;
	}
	count = u8_uctomb(bytes, c, sizeof bytes);
	if (count > 0)
		buf_add(out,
			(struct str){ (const char *)bytes, (size_t)count });
}

static const struct range forbidden[] = {
	{ 0x0000, 0x001F },	{ 0x007F, 0x009F }, { 0x061C, 0x061C },
	{ 0x200E, 0x200F },	{ 0x2028, 0x202E }, { 0x2060, 0x206F },
	{ 0xD800, 0xF8FF },	{ 0xFDD0, 0xFDEF }, { 0xFEFF, 0xFEFF },
	{ 0xFFF9, 0xFFFB },	{ 0xFFFE, 0xFFFF }, { 0xE0000, 0xE0FFF },
	{ 0xF0000, UINT32_MAX }
};

bool chars_forbidden(uint32_t c)
{
	if (c < LATIN_END)
		return c < 0x20 || (c >= 0x7F && c < NO_BREAK_SPACE);
	return (c & 0xFFFE) == 0xFFFE || AMONG(forbidden, c);
}

/* Of a character above ASCII and of two bytes at most: 0 is another. */
static size_t clean_latin(const uint8_t *at, size_t bytes)
{
	return bytes > 1 && at[0] >= 0xC2 && at[0] <= LEAD_LATIN &&
			       (at[1] & 0xC0) == 0x80 &&
			       (at[0] > 0xC2 || at[1] >= NO_BREAK_SPACE)
		       ? 2
		       : 0;
}

/*
 * Bytes that need a look: controls but for white space, the lead bytes of
 * signs, and those of all above Latin; not the bytes behind a lead byte. By
 * table: where a letter with a mark comes no branch can foresee.
 */
#define NO  0, 0, 0, 0, 0, 0, 0, 0
#define YES 1, 1, 1, 1, 1, 1, 1, 1
/* clang-format off */
static const uint8_t needs_look[256] = {
	YES, 1, 0, 0, 1, 1, 0, 1, 1, YES, YES, /* all but \t, \n, \r */
	NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, /* to U+0077 */
	0, 0, 0, 0, 0, 0, 0, 1, /* DEL */
	NO, NO, NO, NO, NO, NO, NO, NO, /* 0x80 to 0xBF */
	1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, /* from 0xC0 */
	YES, YES, YES, YES, YES, YES /* 0xD0 to 0xFF */
};
/* clang-format on */
#undef NO
#undef YES

size_t chars_usual(struct str text)
{
	size_t bytes = 0;

	while (bytes < text.bytes && !needs_look[(uint8_t)text.at[bytes]])
		bytes++;
	return bytes;
}

bool chars_clean(struct str text)
{
	const uint8_t *at = bytes_of(text);

	for (size_t i = 0; i < text.bytes;) {
		size_t bytes = (at[i] >= 0x20 && at[i] < 0x7F) || at[i] == '\n';
		ucs4_t c;

		if (!bytes)
			bytes = clean_latin(at + i, text.bytes - i);
		if (!bytes) {
			int more = u8_mbtoucr(&c, at + i, text.bytes - i);

			if (more <= 0 || chars_forbidden(c))
				return false;
			bytes = (size_t)more;
		}
		i += bytes;
	}
	return true;
}

static bool mark(uint32_t c)
{
	return c >= LATIN_END &&
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

bool chars_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	if (c >= 0xC0 && c < 0x250)
		return c != 0xD7 && c != 0xF7; /* × ÷ */
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
							   UC_CATEGORY_MASK_M);
}

static size_t cols_of(uint32_t c)
{
	int cols;

	if (c == SOFT_HYPHEN || chars_forbidden(c))
		return 0;
	if (c < LATIN_END)
		return 1;
	cols = uc_width(c, "UTF-8");
	return cols > 0 ? (size_t)cols : 0;
}

size_t chars_cols(struct str text)
{
	const uint8_t *at = bytes_of(text);
	size_t cols = 0;

	for (size_t i = 0; i < text.bytes;) {
		uint32_t c;

		if (at[i] < 0x80) {
			cols += at[i] >= 0x20 && at[i] < 0x7F;
			i++;
			continue;
		}
		i += chars_first(str_from(text, i), &c);
		cols += cols_of(c);
	}
	return cols;
}

size_t chars_cluster(struct str text)
{
	const uint8_t *at = bytes_of(text);
	const uint8_t *next;
	uint32_t first;
	size_t bytes = chars_first(text, &first);

	/* A mark, or whatever joins, has a lead byte above Latin's. */
	if (bytes == text.bytes ||
	    (first < LATIN_END && at[bytes] <= LEAD_LATIN && first != '\r'))
		return bytes;
	next = u8_grapheme_next(at, at + text.bytes);
	return next ? (size_t)(next - at) : text.bytes;
}

static void add_without_soft_hyphens(struct buf *out, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i + 1 < text.bytes; i++) {
		if (text.at[i] != '\xC2' || text.at[i + 1] != '\xAD')
			continue;
		buf_add(out, str_first(str_from(text, from), i - from));
		from = i + 2;
	}
	buf_add(out, str_from(text, from));
}

/* Letters, and the dashes and quotes, that are NFC and no soft hyphens. */
static bool normal(struct str text)
{
	for (size_t i = chars_usual(text); i < text.bytes;
	     i += chars_usual(str_from(text, i))) {
		uint32_t c;

		i += chars_first(str_from(text, i), &c);
		if (c == SOFT_HYPHEN ||
		    (c >= LATIN_END && (c < 0x2010 || c > 0x203F)))
			return false;
	}
	return true;
}

static void add_composed(struct buf *out, struct str text)
{
	size_t bytes;
	uint8_t *composed;

	if (normal(text)) {
		buf_add(out, text);
		return;
	}
	errno = 0;
	composed = u8_normalize(UNINORM_NFC, bytes_of(text), text.bytes, NULL,
				&bytes);
	if (!composed && errno == ENOMEM)
		die_out_of_memory();
	if (composed) {
		buf_add(out, (struct str){ (const char *)composed, bytes });
		explicit_bzero(composed, bytes);
	}
	free(composed);
}

void chars_normalise(struct buf *out, struct str text)
{
	struct buf kept = { 0 };

	if (normal(text)) {
		buf_add(out, text);
		return;
	}
	/* Soft hyphens first: what they kept apart may compose. */
	add_without_soft_hyphens(&kept, text);
	add_composed(out, buf_str(&kept));
	buf_free(&kept);
}

uint32_t chars_low(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
	if (c < LATIN_1_END)
		return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c | 0x20 : c;
	return uc_tolower(c);
}

void chars_lower(struct buf *out, struct str text)
{
	struct buf low = { 0 };

	while (text.bytes) {
		uint32_t c;

		text = str_from(text, chars_first(text, &c));
		chars_add(&low, chars_low(c));
	}
	/* Some letters and marks compose in lower case only: ẖ, ẗ, ẘ. */
	add_composed(out, buf_str(&low));
	buf_free(&low);
}

bool chars_braille(uint32_t c)
{
	return (c >= 0x20 && c < 0x7F) ||
	       (c > NO_BREAK_SPACE && c < LATIN_1_END && c != SOFT_HYPHEN);
}

/* ------------------------------------------------------------------------
 * Folding to what can be shown.
 */

/* A hyphen at which no line ends: in ASCII as in Unicode. */
#define NO_BREAK "\u2011"

/*
 * What stands for a character that a terminal lacks. What it lacks of that
 * in turn is looked up again, so ● becomes • or -. All ends in ASCII;
 * the width is kept where it can be. Letters with marks need no line here.
 */
static const struct {
	uint16_t c;
	const char *instead;
} folds[] = {
	{ 0x00A1, "!" },      { 0x00A2, "c" },	    { 0x00A3, "GBP" },
	{ 0x00A5, "JPY" },    { 0x00A6, "|" },	    { 0x00A7, "par." },
	{ 0x00A8, "\"" },     { 0x00A9, "(c)" },    { 0x00AB, "\"" },
	{ 0x00AE, "(r)" },    { 0x00AF, "-" },	    { 0x00B0, "deg" },
	{ 0x00B1, "+/-" },    { 0x00B4, "'" },	    { 0x00B5, "u" },
	{ 0x00B7, "." },      { 0x00B8, "," },	    { 0x00BB, "\"" },
	{ 0x00BC, "1/4" },    { 0x00BD, "1/2" },    { 0x00BE, "3/4" },
	{ 0x00BF, "?" },      { 0x00C6, "AE" },	    { 0x00D0, "D" },
	{ 0x00D7, "x" },      { 0x00D8, "O" },	    { 0x00DE, "Th" },
	{ 0x00DF, "ss" },     { 0x00E6, "ae" },	    { 0x00F0, "d" },
	{ 0x00F7, "/" },      { 0x00F8, "o" },	    { 0x00FE, "th" },
	{ 0x0110, "D" },      { 0x0111, "d" },	    { 0x0126, "H" },
	{ 0x0127, "h" },      { 0x0131, "i" },	    { 0x0138, "k" },
	{ 0x0141, "L" },      { 0x0142, "l" },	    { 0x014A, "NG" },
	{ 0x014B, "ng" },     { 0x0152, "OE" },	    { 0x0153, "oe" },
	{ 0x0166, "T" },      { 0x0167, "t" },	    { 0x02BC, "'" },
	{ 0x1E9E, "SS" },     { 0x2013, "-" },	    { 0x2014, "-" },
	{ 0x2018, "'" },      { 0x2019, "'" },	    { 0x201A, "'" },
	{ 0x201B, "'" },      { 0x201C, "\"" },	    { 0x201D, "\"" },
	{ 0x201E, "\"" },     { 0x201F, "\"" },	    { 0x2020, "+" },
	{ 0x2022, NO_BREAK }, { 0x2023, NO_BREAK }, { 0x2026, "..." },
	{ 0x2030, "o/oo" },   { 0x2032, "'" },	    { 0x2033, "\"" },
	{ 0x2039, "'" },      { 0x203A, "'" },	    { 0x2043, NO_BREAK },
	{ 0x2044, "/" },      { 0x20AC, "EUR" },    { 0x2122, "(tm)" },
	{ 0x2190, "<-" },     { 0x2191, "^" },	    { 0x2192, "->" },
	{ 0x2193, "v" },      { 0x21D2, "=>" },	    { 0x2212, NO_BREAK },
	{ 0x2215, "/" },      { 0x2219, "\u00B7" }, { 0x2248, "~" },
	{ 0x2260, "!=" },     { 0x2264, "<=" },	    { 0x2265, ">=" },
	{ 0x2500, "-" },      { 0x2502, "|" },	    { 0x25A0, "\u2022" },
	{ 0x25AA, "\u2022" }, { 0x25B2, "^" },	    { 0x25B6, ">" },
	{ 0x25BA, ">" },      { 0x25BC, "v" },	    { 0x25C0, "<" },
	{ 0x25C4, "<" },      { 0x25CB, "o" },	    { 0x25CF, "\u2022" },
	{ 0x25E6, "\u2022" }, { 0x2605, "*" },	    { 0x260E, "tel." },
	{ 0x2713, "v" },      { 0x2714, "v" },	    { 0x2717, "x" },
	{ 0x2718, "x" },
};

/*
 * Never shown and of no width that all agree on: joiners, variation
 * selectors (with one, the Linux console and tmux differ), fillers.
 */
static const struct range invisible[] = {
	{ 0x034F, 0x034F }, { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 },
	{ 0x180B, 0x180F }, { 0x200B, 0x200D }, { 0x3164, 0x3164 },
	{ 0xFE00, 0xFE0F }, { 0xFFA0, 0xFFA0 },
};

/*
 * Where libunistring 1.0 and 1.3 and the wcwidth() of glibc 2.36 and 2.41 do
 * not all say the same width, although Unicode 14 or 16 knows the character.
 */
static const struct range uncertain[] = {
	{ 0x0600, 0x0605 }, { 0x06DD, 0x06DD }, { 0x070F, 0x070F },
	{ 0x0890, 0x0891 }, { 0x0897, 0x0897 }, { 0x08E2, 0x08E2 },
	{ 0x0CBF, 0x0CBF }, { 0x0CC6, 0x0CC6 }, { 0x0CF3, 0x0CF3 },
	{ 0x0ECE, 0x0ECE }, { 0x1B4E, 0x1B4F }, { 0x1B7F, 0x1B7F },
	{ 0x1C89, 0x1C8A }, { 0x2427, 0x2429 }, { 0x2630, 0x2637 },
	{ 0x268A, 0x268F }, { 0x2FFC, 0x2FFF }, { 0x31E4, 0x31E5 },
	{ 0x31EF, 0x31EF }, { 0x3248, 0x324F }, { 0x4DC0, 0x4DFF },
	{ 0xA7CB, 0xA7CD }, { 0xA7DA, 0xA7DC },
};

/* Beyond the BMP terminals differ too much (emoji and what joins them). */
static bool certain(uint32_t c)
{
	if (c >= 0x2010 && c <= 0x205E)
		return true;
	return c <= BMP_LAST && !AMONG(uncertain, c) &&
	       !uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cn);
}

static bool listed(const uint8_t *list, uint32_t c)
{
	return c <= BMP_LAST && (list[c >> 3] >> (c & 7) & 1) && !mark(c);
}

static bool has(const struct chars_glyphs *glyphs, uint32_t c)
{
	if (c < 0x7F)
		return c >= 0x20;
	if (glyphs->braille && !chars_braille(c))
		return false;
	switch (glyphs->repertoire) {
	case CHARS_UNICODE:
		return c < LATIN_END || certain(c);
	case CHARS_LISTED:
		return listed(glyphs->listed, c);
	case CHARS_ASCII:
		break;
	}
	return false;
}

/* What says where a line may end. */
static bool stays(uint32_t c)
{
	return c == '\n' || c == SOFT_HYPHEN || c == NO_BREAK_SPACE ||
	       c == NO_BREAK_HYPHEN;
}

static const char *fold_of(uint32_t c)
{
	size_t from = 0, to = sizeof folds / sizeof *folds;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (folds[middle].c == c)
			return folds[middle].instead;
		if (folds[middle].c < c)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}

static bool add_instead(struct buf *out, uint32_t c,
			const struct chars_glyphs *glyphs);

static bool add_shown(struct buf *out, uint32_t c,
		      const struct chars_glyphs *glyphs)
{
	if (!has(glyphs, c) && !stays(c))
		return add_instead(out, c, glyphs);
	chars_add(out, c);
	return true;
}

/*
 * The letter under the marks, or what a compatible character is written with.
 * A sign without its stroke means another thing: ∉ is not ∈.
 */
static bool add_parts(struct buf *out, uint32_t c,
		      const struct chars_glyphs *glyphs)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag;
	int count = uc_decomposition(c, &tag, parts);

	if (count <= 0 || parts[0] == c ||
	    (tag == UC_DECOMP_CANONICAL && !chars_letter(parts[0])))
		return false;
	for (int i = 0; i < count; i++)
		if (!mark(parts[i]) && !add_shown(out, parts[i], glyphs))
			return false;
	return true;
}

/* False, with a part of it added, when nothing stands for it. */
static bool add_instead(struct buf *out, uint32_t c,
			const struct chars_glyphs *glyphs)
{
	struct str left = str_of(fold_of(c));

	if (!left.bytes)
		return add_parts(out, c, glyphs);
	while (left.bytes) {
		left = str_from(left, chars_first(left, &c));
		if (!add_shown(out, c, glyphs))
			return false;
	}
	return true;
}

/*
 * Spaces and hyphens that only look or break as another does. With one
 * character for each, lines end at the same places in every repertoire.
 */
static uint32_t usual(uint32_t c)
{
	if (c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x2006) ||
	    (c >= 0x2008 && c <= 0x200A) || c == 0x205F || c == 0x3000)
		return ' ';
	if (c == 0x2007 || c == 0x202F)
		return NO_BREAK_SPACE;
	if (c == 0x2010)
		return '-';
	if (c == 0x2012)
		return 0x2013;
	return c == 0x2015 ? 0x2014 : c;
}

static void fold_one(struct buf *out, uint32_t c,
		     const struct chars_glyphs *glyphs, unsigned *marks)
{
	size_t start = out->bytes;

	if (stays(c)) {
		*marks = 0;
		chars_add(out, c);
	} else if (chars_forbidden(c) || AMONG(invisible, c)) {
		return;
	} else if (mark(c)) {
		if (++*marks <= MARKS && has(glyphs, c))
			chars_add(out, c);
	} else {
		*marks = 0;
		if (add_shown(out, c, glyphs))
			return;
		out->bytes = start;
		buf_byte(out, '?');
	}
}

/* The least lead byte, and so the characters, that plain() takes along. */
enum {
	PLAIN_ASCII = LEAD_LATIN_1 + 1,	 /* no others */
	PLAIN_LETTERS = LEAD_LATIN_1,	 /* … and U+00C0 to U+00FF */
	PLAIN_LATIN_1 = LEAD_LATIN_1 - 1 /* … and U+00A0 to U+00BF */
};

/* Bytes at the start that need no look. */
static size_t plain(struct str text, uint8_t lead)
{
	const uint8_t *at = bytes_of(text);
	size_t i = 0;

	for (;;) {
		while (i < text.bytes && at[i] >= 0x20 && at[i] < 0x7F)
			i++;
		if (text.bytes - i < 2 || at[i] > LEAD_LATIN_1 ||
		    at[i] < lead ||
		    (at[i] < LEAD_LATIN_1 && at[i + 1] < NO_BREAK_SPACE))
			return i;
		i += 2;
	}
}

void chars_fold(struct buf *out, struct str text,
		const struct chars_glyphs *glyphs)
{
	uint8_t lead = glyphs->repertoire == CHARS_UNICODE ? PLAIN_LATIN_1
							   : PLAIN_ASCII;
	unsigned marks = 0;

	while (text.bytes) {
		size_t bytes = plain(text, lead);
		uint32_t c;

		if (bytes) {
			buf_add(out, str_first(text, bytes));
			marks = 0;
		} else {
			bytes = chars_first(text, &c);
			fold_one(out, usual(c), glyphs, &marks);
		}
		text = str_from(text, bytes);
	}
}

void chars_row(struct buf *out, struct str text)
{
	while (text.bytes) {
		size_t bytes = plain(text, PLAIN_LETTERS);
		uint32_t c;

		buf_add(out, str_first(text, bytes));
		text = str_from(text, bytes);
		if (!text.bytes)
			return;
		bytes = chars_first(text, &c);
		if (c == NO_BREAK_SPACE)
			buf_byte(out, ' ');
		else if (c == NO_BREAK_HYPHEN)
			buf_byte(out, '-');
		else if (!stays(c))
			buf_add(out, str_first(text, bytes));
		text = str_from(text, bytes);
	}
}

void chars_show(struct buf *out, struct str text,
		const struct chars_glyphs *glyphs)
{
	struct buf folded = { 0 };

	chars_fold(&folded, text, glyphs);
	chars_row(out, buf_str(&folded));
	buf_free(&folded);
}
