/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a line may end. A short list of ours says it: after spaces (but not
 * before what closes or behind what opens, nor within "0582-68 50 00",
 * "694 80", "§ 5" and "25 %"), after a soft hyphen, after "/" and a dash or
 * hyphen between letters with at least two before it, and around wide
 * characters. All of these are places of Unicode's too (UAX 14), by every
 * version of it; Unicode has more, and its versions differ in them. So "A–Ö",
 * "8–16", "e-post", "t.ex." and "www.hallsberg.se" stay whole everywhere. A
 * word wider than the line is cut between grapheme clusters; no line is ever
 * wider than asked.
 */
#ifndef TEXTKIOSK_TEXT_BREAKS_H
#define TEXTKIOSK_TEXT_BREAKS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* What may happen before a byte of the text. */
enum breaks_mark {
	BREAKS_NEVER,
	BREAKS_MAY,
	BREAKS_HYPHEN, /* may, and shows "-" at the line's end */
	BREAKS_MUST    /* behind U+000A */
};

/*
 * Fills marks[0 … text.bytes - 1] with enum breaks_mark for valid text that
 * chars_fold() has folded. Who wants a piece unbroken sets its marks to
 * BREAKS_NEVER afterwards.
 */
void breaks_mark(struct str text, unsigned char *marks);

struct breaks_line {
	size_t from;  /* first byte of the line */
	size_t bytes; /* without the spaces and U+000A at its end */
	size_t next;  /* where the next line begins; text.bytes: no more */
	bool hyphen;  /* "-" is to be shown behind it; it is counted */
};

/*
 * The line that begins at `from`, at most `cols` (at least 2) columns wide,
 * U+00AD counted as nothing. Spaces at the line's end take no column.
 */
struct breaks_line breaks_line(struct str text, const unsigned char *marks,
			       size_t from, size_t cols);

#endif
