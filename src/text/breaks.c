/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Page flow asks for every paragraph at every page turn, so Unicode's line
 * breaker is asked only where a character stands that the list of ours does
 * not know. It would not be asked in vain: it can only take places back.
 */
#include "text/breaks.h"

#include "base/die.h"
#include "text/chars.h"

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>
#include <uniwidth.h>

enum {
	LETTERS = 2, /* at least, on both sides of a hyphen or "/" */
	SOFT_HYPHEN = 0x00AD,
	MARKS_BEGIN = 0x0300,
	MARKS_END = 0x0370,
	ALPHABETS_END = 0x0590, /* Latin, Greek, Cyrillic, Armenian */
	WIDE_BEGIN = 0x1100	/* nothing below takes two columns */
};

/* What a character is to the end of a line. */
enum kind {
	LETTER,
	MARK, /* on the letter before */
	DIGIT,
	SPACE,
	NEWLINE,
	SOFT,
	HYPHEN,	  /* or dash: in ASCII they are one */
	SLASH,	  /* closing, too */
	OPENING,  /* no line ends behind it */
	CLOSING,  /* no line begins with it */
	QUOTE,	  /* opening or closing, by what stands beside it */
	SECTION,  /* belongs to the number behind it */
	PERCENT,  /* belongs to the number before it */
	ORDINARY, /* none of these, and Unicode has no say */
	WIDE,	  /* a word of its own; Unicode is asked */
	UNKNOWN	  /* Unicode is asked */
};

static bool ordinary(uint32_t c)
{
	return c < MARKS_BEGIN || (c >= 0x2010 && c <= 0x205E) ||
	       (c >= 0x20A0 && c <= 0x20CF) || (c >= 0x2100 && c <= 0x22FF) ||
	       (c >= 0x2500 && c <= 0x25FF);
}

/* Signs beyond ASCII that are not ordinary; the common ones first. */
static const struct {
	uint32_t c;
	enum kind kind;
} signs[] = {
	{ SOFT_HYPHEN, SOFT }, { 0x2013, HYPHEN }, /* – */
	{ 0x2014, HYPHEN },			   /* — */
	{ 0x201D, QUOTE },			   /* ” */
	{ 0x2019, QUOTE },			   /* ’ */
	{ 0x00A7, SECTION },			   /* § */
	{ 0x2026, CLOSING },			   /* … */
	{ 0x00AB, QUOTE },			   /* « */
	{ 0x00BB, QUOTE },			   /* » */
	{ 0x2018, QUOTE },			   /* ‘ */
	{ 0x201B, QUOTE },     { 0x201C, QUOTE },  /* “ */
	{ 0x201F, QUOTE },     { 0x2039, QUOTE },  /* ‹ */
	{ 0x203A, QUOTE },			   /* › */
	{ 0x2030, PERCENT },			   /* ‰ */
	{ 0x00A1, OPENING },			   /* ¡ */
	{ 0x00BF, OPENING },			   /* ¿ */
	{ 0x201A, OPENING },			   /* ‚ */
	{ 0x201E, OPENING },			   /* „ */
	{ 0x2045, OPENING },   { 0x2024, CLOSING },
	{ 0x2025, CLOSING },   { 0x203C, CLOSING }, /* ‼ */
	{ 0x203D, CLOSING },   { 0x2044, CLOSING }, /* ⁄ */
	{ 0x2046, CLOSING },   { 0x2047, CLOSING },
	{ 0x2048, CLOSING },   { 0x2049, CLOSING },
};

static enum kind rare_kind(uint32_t c)
{
	if (c >= MARKS_BEGIN && c < MARKS_END)
		return MARK;
	if (c < ALPHABETS_END && chars_letter(c))
		return LETTER;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i].c == c)
			return signs[i].kind;
	if (ordinary(c))
		return ORDINARY;
	return c >= WIDE_BEGIN && uc_width(c, "UTF-8") == 2 ? WIDE : UNKNOWN;
}

static bool ascii_letter(uint32_t c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static enum kind kind_of(uint32_t c)
{
	if (c >= 0x80)
		return rare_kind(c);
	if (ascii_letter(c))
		return LETTER;
	if (c == ' ')
		return SPACE;
	if (c >= '0' && c <= '9')
		return DIGIT;
	switch (c) {
	case '\n':
		return NEWLINE;
	case '-':
		return HYPHEN;
	case '/':
		return SLASH;
	case '%':
		return PERCENT;
	case '(':
	case '[':
	case '{':
		return OPENING;
	case ')':
	case ']':
	case '}':
	case '!':
	case '?':
	case ',':
	case '.':
	case ':':
	case ';':
		return CLOSING;
	case '\'':
	case '"':
		return QUOTE;
	}
	return ORDINARY;
}

/* Kind of the character that text begins with; NEWLINE at its end. */
static enum kind kind_at(struct str text, size_t *bytes)
{
	uint32_t c;

	*bytes = 0;
	if (text.bytes == 0)
		return NEWLINE;
	*bytes = chars_first(text, &c);
	return kind_of(c);
}

/* ------------------------------------------------------------------------
 * The list of ours.
 */

/* A place between two characters, and what stands around it. */
struct place {
	enum kind before;
	enum kind behind;
	struct str rest;  /* of the text, from the character behind */
	size_t bytes;	  /* of that character */
	unsigned letters; /* in a row, up to and with `before` */
	unsigned passed;  /* the row of letters before that one */
	enum kind word;	  /* the last before the spaces */
	bool opened;	  /* a quote that `word` is opens */
	bool ask;	  /* Unicode has a say somewhere in this text */
};

static enum kind kind_after_next(const struct place *place)
{
	size_t bytes;

	return kind_at(str_from(place->rest, place->bytes), &bytes);
}

/* A group of digits in a number: "50" of "68 50 00", "000" of "10 000". */
static bool digit_group(struct str text)
{
	size_t digits = 0;

	while (digits < text.bytes &&
	       kind_of((unsigned char)text.at[digits]) == DIGIT)
		digits++;
	return digits == 2 || digits == 3;
}

/* Whether the word before the spaces and the one behind belong together. */
static bool together(const struct place *place)
{
	switch (place->word) {
	case OPENING:
	case NEWLINE: /* spaces at the start: no empty line */
		return true;
	case QUOTE:
		return place->opened || place->behind == OPENING;
	case HYPHEN:
		return place->behind == HYPHEN;
	case SECTION:
		return place->behind == DIGIT;
	case DIGIT:
		return place->behind == PERCENT ||
		       (place->behind == DIGIT && digit_group(place->rest));
	default:
		return false;
	}
}

static bool may_begin_a_line(const struct place *place)
{
	enum kind next;

	switch (place->behind) {
	case SPACE:
	case NEWLINE:
	case MARK:
	case SOFT:
	case SLASH:
	case CLOSING:
		return false;
	case QUOTE:
		next = kind_after_next(place);
		return next == LETTER || next == DIGIT;
	default:
		return true;
	}
}

static bool between_words(const struct place *place)
{
	return place->passed >= LETTERS && place->behind == LETTER &&
	       kind_after_next(place) == LETTER;
}

static enum breaks_mark mark_at(const struct place *place)
{
	enum breaks_mark no = BREAKS_NEVER;

	switch (place->before) {
	case NEWLINE:
		return BREAKS_MUST;
	case SPACE:
		return may_begin_a_line(place) && !together(place) ? BREAKS_MAY
								   : no;
	case HYPHEN:
	case SLASH:
		return between_words(place) ? BREAKS_MAY : no;
	case SOFT:
		return place->passed && place->behind == LETTER ? BREAKS_HYPHEN
								: no;
	default:
		return (place->before == WIDE || place->behind == WIDE) &&
				       may_begin_a_line(place)
			       ? BREAKS_MAY
			       : no;
	}
}

static void step_over(struct place *place)
{
	enum kind over = place->behind;

	place->ask |= over >= WIDE;
	if (over == MARK && place->before != SPACE && place->before != NEWLINE)
		return;
	if (over == LETTER) {
		place->letters++;
	} else {
		place->passed = place->letters;
		place->letters = 0;
	}
	if (over == QUOTE)
		place->opened = place->before != LETTER &&
				place->before != DIGIT &&
				place->before != CLOSING;
	if (over != SPACE && over != MARK)
		place->word = over;
	place->before = over;
}

/* Unicode takes places back: before closing punctuation of a script, … */
static void ask_unicode(struct str text, unsigned char *marks)
{
	char *unicode = malloc(text.bytes);

	if (!unicode)
		die_out_of_memory();
	u8_possible_linebreaks((const uint8_t *)text.at, text.bytes, "UTF-8",
			       unicode);
	for (size_t i = 0; i < text.bytes; i++)
		if (marks[i] != BREAKS_MUST &&
		    unicode[i] == UC_BREAK_PROHIBITED)
			marks[i] = BREAKS_NEVER;
	free(unicode);
}

void breaks_mark(struct str text, unsigned char *marks)
{
	struct place place = { .before = NEWLINE, .word = NEWLINE };

	memset(marks, BREAKS_NEVER, text.bytes);
	for (size_t at = 0; at < text.bytes; at += place.bytes) {
		if (place.before == LETTER &&
		    ascii_letter((unsigned char)text.at[at])) {
			place.letters++;
			place.bytes = 1;
			continue;
		}
		place.rest = str_from(text, at);
		place.behind = kind_at(place.rest, &place.bytes);
		if (place.before != LETTER || place.behind == WIDE)
			marks[at] = (unsigned char)mark_at(&place);
		step_over(&place);
	}
	if (text.bytes)
		marks[0] = BREAKS_NEVER;
	if (place.ask)
		ask_unicode(text, marks);
}

/* ------------------------------------------------------------------------
 * Filling lines.
 */

static bool space_at(struct str text, size_t at)
{
	return text.at[at] == ' ' || text.at[at] == '\n';
}

static struct breaks_line line_to(struct str text, size_t from, size_t to,
				  bool hyphen)
{
	size_t end = to;

	while (end > from && space_at(text, end - 1))
		end--;
	return (struct breaks_line){ from, end - from, to, hyphen };
}

/* A cluster that alone is too wide is cut too. */
static size_t first_cut(struct str text, size_t cols)
{
	size_t bytes = chars_cluster(text);
	uint32_t c;

	if (chars_cols(str_first(text, bytes)) <= cols)
		return bytes;
	return chars_first(text, &c);
}

/* The line begins with a word wider than it, or with what must be whole. */
static struct breaks_line cut(struct str text, size_t from, size_t cols)
{
	size_t to = from + first_cut(str_from(text, from), cols);
	size_t used = chars_cols(str_first(str_from(text, from), to - from));
	size_t space = from; /* behind the last one */
	struct breaks_line line;

	while (to < text.bytes) {
		size_t bytes = chars_cluster(str_from(text, to));

		if (text.at[to - 1] == ' ' && text.at[to] != ' ')
			space = to;
		used += chars_cols(str_first(str_from(text, to), bytes));
		if (used > cols)
			break;
		to += bytes;
	}
	line = line_to(text, from, space, false);
	if (line.bytes == 0)
		line = line_to(text, from, to, false);
	while (line.next < text.bytes && text.at[line.next] == ' ')
		line.next++;
	return line;
}

/* Columns and bytes of a character. */
static size_t cols_at(struct str text, size_t at, size_t *bytes)
{
	uint32_t c = (unsigned char)text.at[at];

	*bytes = 1;
	if (c >= ' ' && c < 0x7F)
		return 1;
	text = str_from(text, at);
	*bytes = chars_first(text, &c);
	if (c < MARKS_BEGIN)
		return c >= ' ' && c != SOFT_HYPHEN;
	return chars_cols(str_first(text, *bytes));
}

struct breaks_line breaks_line(struct str text, const unsigned char *marks,
			       size_t from, size_t cols)
{
	size_t last = from; /* the last place so far where the line may end */
	size_t used = 0;    /* columns up to here, spaces at the end too */
	size_t inked = 0;   /* … without them */
	size_t bytes;

	for (size_t at = from; at < text.bytes; at += bytes) {
		if (marks[at] != BREAKS_NEVER && at > from) {
			if (marks[at] == BREAKS_MUST)
				return line_to(text, from, at, false);
			if (inked + (marks[at] == BREAKS_HYPHEN) <= cols)
				last = at;
		}
		used += cols_at(text, at, &bytes);
		if (!space_at(text, at))
			inked = used;
		if (inked > cols && last == from)
			return cut(text, from, cols);
		if (inked > cols)
			return line_to(text, from, last,
				       marks[last] == BREAKS_HYPHEN);
	}
	return line_to(text, from, text.bytes, false);
}
