/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Characters: whether text is valid, how many columns it takes, where one
 * visible character ends, and what stands for it where it cannot be shown.
 *
 * Columns are those of Unicode East Asian Width for a Western terminal,
 * never the locale's. Folding is one table of ours, the same everywhere,
 * made before layout: iconv's transliteration depends on the locale.
 */
#ifndef TEXTKIOSK_TEXT_CHARS_H
#define TEXTKIOSK_TEXT_CHARS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which characters a terminal can show. */
enum chars_repertoire {
	CHARS_UNICODE, /* all of them */
	CHARS_ASCII,   /* U+0020 to U+007E */
	CHARS_LISTED   /* those whose bit is set in `listed` */
};

struct chars_glyphs {
	enum chars_repertoire repertoire;
	/* CHARS_LISTED: bit (c & 7) of byte (c >> 3) for U+0000 to U+FFFF. */
	const uint8_t *listed;
};

/* Bytes of a CHARS_LISTED bitmap. */
enum { CHARS_LISTED_BYTES = 8192 };

/* Well-formed UTF-8 (Unicode 3.9, table 3-7): no surrogate, no overlong. */
bool chars_valid(struct str text);

/*
 * Bytes of the first character of valid, non-empty text; *c becomes its code
 * point. Where the text is not valid: 1 byte and U+FFFD.
 */
size_t chars_first(struct str text, uint32_t *c);

/* Appends one code point as UTF-8. */
void chars_add(struct buf *out, uint32_t c);

/*
 * Characters that never reach a visitor: C0 and C1 controls, DEL, bidi
 * controls, tags, interlinear marks, private use, surrogates, noncharacters,
 * line and paragraph separators. U+000A is one too; who allows it says so.
 */
bool chars_forbidden(uint32_t c);

/* A letter of some alphabet, or a mark on one. */
bool chars_letter(uint32_t c);

/* Columns of valid text. Marks and U+00AD take none. */
size_t chars_cols(struct str text);

/* Bytes of the first grapheme cluster (UAX 29) of non-empty valid text. */
size_t chars_cluster(struct str text);

/* Appends the text in NFC without soft hyphens; valid text only. */
void chars_normalise(struct buf *out, struct str text);

/* Appends the text in lower case (simple mapping of letters), NFC kept. */
void chars_lower(struct buf *out, struct str text);

/*
 * Appends the text as the terminal can show it: a forbidden character is
 * dropped, one it lacks is replaced by the table (– to -, ” to ", å to a),
 * else by its base letter, else by "?". More than four marks on a letter are
 * dropped. U+00A0 stays while the repertoire has it, else it becomes U+0020;
 * U+00AD and U+000A stay: the line filler takes them out.
 */
void chars_fold(struct buf *out, struct str text,
		const struct chars_glyphs *glyphs);

/*
 * Whether a character has a cell of its own in BRLTTY's Swedish table, as
 * reader style demands: letters, digits and the punctuation of ASCII and
 * Latin-1 that the table knows.
 */
bool chars_braille(uint32_t c);

#endif
