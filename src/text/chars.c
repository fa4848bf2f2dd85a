/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Nearly all text is ASCII and Latin-1, so each question is answered for
 * those without a look into libunistring's tables: they would cost a kiosk's
 * start more than its first screen.
 */
#include "text/chars.h"

#include <string.h>
#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

enum {
	SOFT_HYPHEN = 0x00AD,
	NO_BREAK_SPACE = 0x00A0,
	REPLACEMENT = 0xFFFD,
	LATIN_END = 0x0300, /* below, nothing combines and all is NFC */
	MARKS = 4	    /* on one letter */
};

static const uint8_t *bytes_of(struct str text)
{
	return (const uint8_t *)text.at;
}

static bool ascii(struct str text)
{
	unsigned char all = 0;

	for (size_t i = 0; i < text.bytes; i++)
		all |= (unsigned char)text.at[i];
	return all < 0x80;
}

/* Only characters below U+0300: lead bytes up to 0xCB. */
static bool latin(struct str text)
{
	for (size_t i = 0; i < text.bytes; i++)
		if ((unsigned char)text.at[i] >= 0xCC)
			return false;
	return true;
}

bool chars_valid(struct str text)
{
	if (ascii(text))
		return true;
	return u8_check(bytes_of(text), text.bytes) == NULL;
}

size_t chars_first(struct str text, uint32_t *c)
{
	unsigned char lead = (unsigned char)text.at[0];
	ucs4_t found;
	int bytes;

	if (lead < 0x80) {
		*c = lead;
		return 1;
	}
	bytes = u8_mbtoucr(&found, bytes_of(text), text.bytes);
	if (bytes <= 0) {
		*c = REPLACEMENT;
		return 1;
	}
	*c = found;
	return (size_t)bytes;
}

void chars_add(struct buf *out, uint32_t c)
{
	uint8_t bytes[6];
	int count = u8_uctomb(bytes, c, sizeof bytes);

	if (count > 0)
		buf_add(out,
			(struct str){ (const char *)bytes, (size_t)count });
}

/* Ranges that are forbidden whatever their general category. */
static bool forbidden_range(uint32_t c)
{
	return c == 0x061C || (c >= 0x200E && c <= 0x200F) ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
	       c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
	       (c >= 0xE0000 && c <= 0xE0FFF) || (c & 0xFFFE) == 0xFFFE ||
	       (c >= 0xFDD0 && c <= 0xFDEF);
}

bool chars_forbidden(uint32_t c)
{
	if (c < 0x20 || (c >= 0x7F && c < 0xA0))
		return true;
	if (c < LATIN_END)
		return false;
	return forbidden_range(c) ||
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cc |
							   UC_CATEGORY_MASK_Cs |
							   UC_CATEGORY_MASK_Co);
}

bool chars_letter(uint32_t c)
{
	if (c < 0x80)
		return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
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
	size_t cols = 0;

	while (text.bytes) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		cols += c >= 0x20 && c < 0x7F ? 1 : cols_of(c);
		text = str_from(text, bytes);
	}
	return cols;
}

size_t chars_cluster(struct str text)
{
	const uint8_t *at = bytes_of(text);
	const uint8_t *next;

	if (text.bytes == 1 || ((unsigned char)text.at[0] < 0x80 &&
				(unsigned char)text.at[1] < 0x80))
		return 1;
	next = u8_grapheme_next(at, at + text.bytes);
	return next ? (size_t)(next - at) : text.bytes;
}

/* Adds the text without U+00AD. */
static void add_without_soft_hyphens(struct buf *out, struct str text)
{
	while (text.bytes) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		if (c != SOFT_HYPHEN)
			buf_add(out, str_first(text, bytes));
		text = str_from(text, bytes);
	}
}

void chars_normalise(struct buf *out, struct str text)
{
	uint8_t *composed;
	size_t bytes;

	if (latin(text)) {
		add_without_soft_hyphens(out, text);
		return;
	}
	composed = u8_normalize(UNINORM_NFC, bytes_of(text), text.bytes, NULL,
				&bytes);
	if (!composed)
		return; /* not valid: nothing of it is text */
	add_without_soft_hyphens(out,
				 (struct str){ (const char *)composed, bytes });
	free(composed);
}

void chars_lower(struct buf *out, struct str text)
{
	while (text.bytes) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		if (c < 0x80)
			buf_byte(out,
				 (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
		else
			chars_add(out, uc_tolower(c));
		text = str_from(text, bytes);
	}
}

/* ------------------------------------------------------------------------
 * Folding to what can be shown.
 */

/*
 * What stands for a character that a terminal lacks: the second where the
 * first is lacking too. The width is kept where it can be.
 */
static const struct {
	uint32_t c;
	const char *first;
	const char *ascii;
} folds[] = {
	{ 0x00A0, " ", " " },	     { 0x00A7, "par.", "par." },
	{ 0x00A9, "(c)", "(c)" },    { 0x00AB, "\"", "\"" },
	{ 0x00AE, "(r)", "(r)" },    { 0x00B0, " grader", " grader" },
	{ 0x00B7, "-", "-" },	     { 0x00BB, "\"", "\"" },
	{ 0x00BD, "1/2", "1/2" },    { 0x00C6, "AE", "AE" },
	{ 0x00D7, "x", "x" },	     { 0x00D8, "O", "O" },
	{ 0x00DF, "ss", "ss" },	     { 0x00E6, "ae", "ae" },
	{ 0x00F8, "o", "o" },	     { 0x0131, "i", "i" },
	{ 0x0141, "L", "L" },	     { 0x0142, "l", "l" },
	{ 0x0152, "OE", "OE" },	     { 0x0153, "oe", "oe" },
	{ 0x2007, " ", " " },	     { 0x2009, " ", " " },
	{ 0x2010, "-", "-" },	     { 0x2011, "-", "-" },
	{ 0x2012, "-", "-" },	     { 0x2013, "-", "-" },
	{ 0x2014, "-", "-" },	     { 0x2015, "-", "-" },
	{ 0x2018, "'", "'" },	     { 0x2019, "'", "'" },
	{ 0x201A, "'", "'" },	     { 0x201C, "\"", "\"" },
	{ 0x201D, "\"", "\"" },	     { 0x201E, "\"", "\"" },
	{ 0x2022, "\xC2\xB7", "*" }, { 0x2026, "...", "..." },
	{ 0x202F, " ", " " },	     { 0x2032, "'", "'" },
	{ 0x2033, "\"", "\"" },	     { 0x20AC, "EUR", "EUR" },
	{ 0x2122, "(tm)", "(tm)" },  { 0x2190, "<-", "<-" },
	{ 0x2192, "->", "->" },	     { 0x2212, "-", "-" },
	{ 0x25CF, "*", "*" },	     { 0x2713, "x", "x" },
};

static bool has(const struct chars_glyphs *glyphs, uint32_t c)
{
	if (c >= 0x20 && c < 0x7F)
		return true;
	if (glyphs->repertoire == CHARS_UNICODE)
		return true;
	if (glyphs->repertoire == CHARS_ASCII || c > 0xFFFF)
		return false;
	return glyphs->listed[c >> 3] >> (c & 7) & 1;
}

static bool has_all(const struct chars_glyphs *glyphs, struct str text)
{
	while (text.bytes) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		if (!has(glyphs, c))
			return false;
		text = str_from(text, bytes);
	}
	return true;
}

/* The letter under the marks, if it can be shown; else "?". */
static void add_base(struct buf *out, uint32_t c,
		     const struct chars_glyphs *glyphs)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag;
	int count = uc_decomposition(c, &tag, parts);

	while (count > 0 && !has(glyphs, parts[0]) && parts[0] != c) {
		c = parts[0];
		count = uc_decomposition(c, &tag, parts);
	}
	if (count > 0 && has(glyphs, parts[0]))
		chars_add(out, parts[0]);
	else if (cols_of(c))
		buf_byte(out, '?');
}

static void add_instead(struct buf *out, uint32_t c,
			const struct chars_glyphs *glyphs)
{
	for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
		struct str first = str_of(folds[i].first);

		if (folds[i].c != c)
			continue;
		buf_add(out, has_all(glyphs, first) ? first
						    : str_of(folds[i].ascii));
		return;
	}
	add_base(out, c, glyphs);
}

/* Variation selectors change widths on some terminals: never sent. */
static bool selector(uint32_t c)
{
	return (c >= 0xFE00 && c <= 0xFE0F) || c == 0x200B || c == 0x200C ||
	       c == 0x200D;
}

static bool mark(uint32_t c)
{
	return c >= LATIN_END &&
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

static void fold_one(struct buf *out, uint32_t c, struct str as,
		     const struct chars_glyphs *glyphs, unsigned *marks)
{
	*marks = mark(c) ? *marks + 1 : 0;
	if (c == '\n' || c == SOFT_HYPHEN)
		buf_add(out, as);
	else if (chars_forbidden(c) || selector(c) || *marks > MARKS)
		return;
	else if (has(glyphs, c))
		buf_add(out, as);
	else if (!*marks)
		add_instead(out, c, glyphs);
}

void chars_fold(struct buf *out, struct str text,
		const struct chars_glyphs *glyphs)
{
	unsigned marks = 0;

	while (text.bytes) {
		size_t plain = 0;
		uint32_t c;

		while (plain < text.bytes &&
		       (unsigned char)text.at[plain] >= 0x20 &&
		       (unsigned char)text.at[plain] < 0x7F)
			plain++;
		buf_add(out, str_first(text, plain));
		text = str_from(text, plain);
		if (text.bytes == 0)
			return;
		if (plain)
			marks = 0;
		plain = chars_first(text, &c);
		fold_one(out, c, str_first(text, plain), glyphs, &marks);
		text = str_from(text, plain);
	}
}

/*
 * BRLTTY's Swedish table gives these a cell of their own; others share one
 * with a letter or with "unknown".
 */
bool chars_braille(uint32_t c)
{
	if (c >= 0x20 && c < 0x7F)
		return true;
	return c == 0xE5 || c == 0xE4 || c == 0xF6 || c == 0xC5 || c == 0xC4 ||
	       c == 0xD6 || c == 0xE9 || c == 0xC9 || c == 0xFC || c == 0xDC ||
	       c == 0xE8 || c == 0xC8 || c == 0xE0 || c == 0xC0;
}
