/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Unicode's line breaker says where a line may end; versions of libunistring
 * disagree on the finer points ("hallsberg.|se"), so of its places only those
 * are taken that a short list of ours allows too. Text below U+0300, which is
 * nearly all of it, needs the list alone.
 */
#include "text/breaks.h"

#include "text/chars.h"

#include <string.h>
#include <unilbrk.h>
#include <uniwidth.h>

enum {
	SOFT_HYPHEN = 0x00AD,
	WIDE_BEGIN = 0x1100, /* nothing below takes two columns */
	LETTERS_BEFORE_HYPHEN = 2
};

/* The characters around a place, and how many letters end before it. */
struct place {
	uint32_t before;
	uint32_t behind;
	unsigned letters; /* in a row, before `before` */
};

static bool white(uint32_t c)
{
	return c == ' ' || c == '\t';
}

static bool wide(uint32_t c)
{
	return c >= WIDE_BEGIN && uc_width(c, "UTF-8") == 2;
}

/* The list of ours. */
static enum breaks_mark allowed(const struct place *place)
{
	if (place->before == '\n')
		return BREAKS_MUST;
	if (white(place->behind) || place->behind == '\n')
		return BREAKS_NEVER;
	if (white(place->before) || place->before == '/')
		return BREAKS_MAY;
	if (place->before == SOFT_HYPHEN)
		return BREAKS_HYPHEN;
	if (place->before == '-' && place->letters >= LETTERS_BEFORE_HYPHEN &&
	    chars_letter(place->behind))
		return BREAKS_MAY;
	if (wide(place->before) || wide(place->behind))
		return BREAKS_MAY;
	return BREAKS_NEVER;
}

static bool needs_unicode(struct str text)
{
	for (size_t i = 0; i < text.bytes; i++)
		if ((unsigned char)text.at[i] >= 0xE1)
			return true;
	return false;
}

/* Takes back what Unicode does not allow: before closing punctuation, … */
static void ask_unicode(struct str text, unsigned char *marks)
{
	char unicode[1024];

	if (!needs_unicode(text) || text.bytes > sizeof unicode)
		return;
	u8_possible_linebreaks((const uint8_t *)text.at, text.bytes, "UTF-8",
			       unicode);
	for (size_t i = 0; i < text.bytes; i++)
		if (marks[i] == BREAKS_MAY && unicode[i] == UC_BREAK_PROHIBITED)
			marks[i] = BREAKS_NEVER;
}

void breaks_mark(struct str text, unsigned char *marks)
{
	struct place place = { 0 };

	memset(marks, BREAKS_NEVER, text.bytes);
	for (size_t at = 0; at < text.bytes;) {
		size_t bytes = chars_first(str_from(text, at), &place.behind);

		if (at)
			marks[at] = (unsigned char)allowed(&place);
		if (chars_letter(place.before))
			place.letters++;
		else
			place.letters = 0;
		place.before = place.behind;
		at += bytes;
	}
	ask_unicode(text, marks);
}

/* Without the white space at its end, which takes no column. */
static size_t trimmed(struct str text, size_t from, size_t to)
{
	while (to > from && (white((unsigned char)text.at[to - 1]) ||
			     text.at[to - 1] == '\n'))
		to--;
	return to - from;
}

static struct breaks_line line_to(struct str text, const unsigned char *marks,
				  size_t from, size_t to)
{
	bool hyphen = to < text.bytes && marks[to] == BREAKS_HYPHEN;

	return (struct breaks_line){ .from = from,
				     .bytes = trimmed(text, from, to),
				     .next = to,
				     .hyphen = hyphen };
}

/* A word wider than the line is cut between clusters; at least one goes. */
static size_t cut(struct str text, size_t from, size_t cols)
{
	size_t to = from + chars_cluster(str_from(text, from));
	size_t used = chars_cols(str_first(str_from(text, from), to - from));

	while (to < text.bytes) {
		size_t bytes = chars_cluster(str_from(text, to));

		used += chars_cols(str_first(str_from(text, to), bytes));
		if (used > cols)
			break;
		to += bytes;
	}
	return to;
}

struct breaks_line breaks_line(struct str text, const unsigned char *marks,
			       size_t from, size_t cols)
{
	size_t last = from; /* the last place so far where the line may end */
	size_t used = 0;    /* columns up to here, white space at the end too */
	size_t inked = 0;   /* … without it */

	for (size_t at = from; at < text.bytes;) {
		uint32_t c;
		size_t bytes = chars_first(str_from(text, at), &c);

		if (at > from && marks[at] == BREAKS_MUST)
			return line_to(text, marks, from, at);
		if (at > from && marks[at] != BREAKS_NEVER &&
		    inked + (marks[at] == BREAKS_HYPHEN) <= cols)
			last = at;
		used += c == '\n' ? 0
				  : chars_cols(str_first(str_from(text, at),
							 bytes));
		if (!white(c) && c != '\n')
			inked = used;
		if (inked > cols)
			return line_to(text, marks, from,
				       last > from ? last
						   : cut(text, from, cols));
		at += bytes;
	}
	return line_to(text, marks, from, text.bytes);
}
