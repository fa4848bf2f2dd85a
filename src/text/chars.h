/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Characters: whether text is valid, how many columns it takes, where one
 * visible character ends, and what stands for it where it cannot be shown.
 *
 * Columns are those of Unicode East Asian Width for a Western terminal,
 * never the locale's. Folding is one table of ours, the same everywhere,
 * made before layout: iconv's transliteration depends on the locale. What
 * terminals and libraries do not give the same width is folded too, so that
 * a line is as wide on the screen as it was when it was filled.
 */
#ifndef TEXTKIOSK_TEXT_CHARS_H
#define TEXTKIOSK_TEXT_CHARS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which characters a terminal can show. */
enum chars_repertoire {
	CHARS_UNICODE, /* all whose width is certain */
	CHARS_ASCII,   /* U+0020 to U+007E */
	CHARS_LISTED   /* those whose bit is set in `listed`; no marks */
};

struct chars_glyphs {
	enum chars_repertoire repertoire;
	/* CHARS_LISTED: bit (c & 7) of byte (c >> 3) for U+0000 to U+FFFF. */
	const uint8_t *listed;
	/* Of these only what chars_braille() knows: reader style. */
	bool braille;
};

/* Bytes of a CHARS_LISTED bitmap. */
enum { CHARS_LISTED_BYTES = 8192 };

/* Well-formed UTF-8 (Unicode 3.9, table 3-7): no surrogate, no overlong. */
bool chars_valid(struct str text);

/* Valid, and without forbidden characters but U+000A. */
bool chars_clean(struct str text);

/* The same as chars_first(), which leaves it the characters that are rare. */
size_t chars_first_long(struct str text, uint32_t *c);

/*
 * Bytes at the start of valid text that need no look: white space, ASCII
 * without controls, and letters of Latin as they are in NFC.
 */
size_t chars_usual(struct str text);

/*
 * Bytes of the first character of valid, non-empty text; *c becomes its code
 * point. Where the text is not valid: 1 byte and U+FFFD.
 */
static inline size_t chars_first(struct str text, uint32_t *c)
{
	const uint8_t *at = (const uint8_t *)text.at;

	*c = at[0];
	if (at[0] < 0x80)
		return 1;
	if (at[0] < 0xC2 || at[0] > 0xDF || text.bytes == 1 ||
	    (at[1] & 0xC0) != 0x80)
		return chars_first_long(text, c);
	*c = (uint32_t)(at[0] & 0x1F) << 6 | (at[1] & 0x3F);
	return 2;
}

/* Appends one code point as UTF-8; nothing for what is no scalar value. */
void chars_add(struct buf *out, uint32_t c);

/*
 * Characters that never reach a visitor: C0 and C1 controls, DEL, bidi
 * controls, tags, interlinear marks, private use, surrogates, noncharacters,
 * line and paragraph separators. U+000A is one too; who allows it says so.
 */
bool chars_forbidden(uint32_t c);

/* A letter of some alphabet, or a mark on one. */
bool chars_letter(uint32_t c);

/* Columns of valid text. Marks, U+00AD and forbidden characters take none. */
size_t chars_cols(struct str text);

/* Bytes of the first grapheme cluster (UAX 29) of non-empty valid text. */
size_t chars_cluster(struct str text);

/* Appends the text in NFC without soft hyphens; valid text only. */
void chars_normalise(struct buf *out, struct str text);

/* The lower case of one character. */
uint32_t chars_low(uint32_t c);

/* Appends NFC text in lower case (simple mapping of letters), in NFC. */
void chars_lower(struct buf *out, struct str text);

/*
 * Appends valid text as the terminal can show it. A forbidden or invisible
 * character is dropped, a tab becomes a space; one that is lacking, or whose
 * width is not certain, is replaced by the table (– to -, ” to "), else by its
 * base letter (å to a), else by "?". More than four marks on a letter are
 * dropped. U+00A0, U+00AD, U+2011 and U+000A stay, because they say where a
 * line may end: chars_row() takes them out. Folding twice is folding once.
 */
void chars_fold(struct buf *out, struct str text,
		const struct chars_glyphs *glyphs);

/*
 * Appends folded text as it stands in a row, when its lines are filled:
 * U+00A0 as U+0020, U+2011 as "-", without U+00AD and U+000A.
 */
void chars_row(struct buf *out, struct str text);

/* chars_fold() and chars_row() at once, for text that has one row only. */
void chars_show(struct buf *out, struct str text,
		const struct chars_glyphs *glyphs);

/*
 * Whether a character has a cell of its own in BRLTTY's Swedish table
 * (sv-1996.ttb, eight dots), as reader style demands: the printable
 * characters of Latin-1. All others share one with a letter or a sign, or
 * with "unknown": the bullet is o, the dash is the hyphen.
 */
bool chars_braille(uint32_t c);

#endif
