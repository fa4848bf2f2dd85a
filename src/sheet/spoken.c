/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/spoken.h"

#include "text/chars.h"
#include "text/words.h"

#include <stdbool.h>
#include <string.h>

/* It holds together what is one thing to the ear. */
#define NO_BREAK STR("\xC2\xA0")
#define EN_DASH	 STR("\xE2\x80\x93")

enum { HOURS = 24, MINUTES = 60, AREA_DIGITS = 4 };

static bool digit_at(struct str text, size_t at)
{
	return at < text.bytes && text.at[at] >= '0' && text.at[at] <= '9';
}

static size_t digits_at(struct str text, size_t at)
{
	size_t count = 0;

	while (digit_at(text, at + count))
		count++;
	return count;
}

/* The value of the digits there; they are few. */
static unsigned number_at(struct str text, size_t at, size_t digits)
{
	unsigned number = 0;

	for (size_t i = 0; i < digits; i++)
		number = number * 10 + (unsigned)(text.at[at + i] - '0');
	return number;
}

static bool wordlike(struct str text)
{
	uint32_t c = 0;

	if (text.bytes)
		chars_first(text, &c);
	return (c >= '0' && c <= '9') || chars_letter(c);
}

/* The last character of what stands before. */
static struct str last_of(struct str text)
{
	size_t from = text.bytes;

	while (from && (text.at[--from] & 0xC0) == 0x80)
		continue;
	return str_from(text, from);
}

/* A dash between two words or numbers, without a space: "A–Ö". */
static bool range_at(struct str text, size_t at)
{
	return str_starts(str_from(text, at), EN_DASH) &&
	       wordlike(last_of(str_first(text, at))) &&
	       wordlike(str_from(text, at + EN_DASH.bytes));
}

/* Whether a number begins here, and is not the tail of a longer one. */
static bool number_begins(struct str text, size_t at)
{
	if (!digit_at(text, at))
		return false;
	return at == 0 || (!digit_at(text, at - 1) && text.at[at - 1] != '.' &&
			   text.at[at - 1] != '-');
}

/* Bytes of the hour of a time as Swedish writes it, "8.30"; else 0. */
static size_t time_at(struct str text, size_t at)
{
	size_t hour = digits_at(text, at);
	size_t after = at + hour + 3;

	if (!number_begins(text, at) || hour > 2 ||
	    number_at(text, at, hour) > HOURS ||
	    !str_starts(str_from(text, at + hour), STR(".")) ||
	    digits_at(text, at + hour + 1) != 2 ||
	    number_at(text, at + hour + 1, 2) >= MINUTES)
		return 0;
	/* Not a version or a date: "1.20.3". */
	return str_starts(str_from(text, after), STR(".")) &&
			       digit_at(text, after + 1)
		       ? 0
		       : hour;
}

/* Bytes of the area code of a telephone number, "0582-68"; else 0. */
static size_t area_at(struct str text, size_t at)
{
	size_t digits = digits_at(text, at);

	return number_begins(text, at) && text.at[at] == '0' && digits > 1 &&
			       digits <= AREA_DIGITS &&
			       str_starts(str_from(text, at + digits),
					  STR("-")) &&
			       digit_at(text, at + digits + 1)
		       ? digits
		       : 0;
}

/* Adds what begins here; returns the bytes of the text it stands for. */
static size_t add_next(struct buf *out, struct str text, size_t at,
		       const struct catalog *catalog)
{
	size_t head = time_at(text, at);

	if (range_at(text, at)) {
		buf_add(out, NO_BREAK);
		buf_add(out, words_say(catalog, WORDS_SPOKEN_RANGE));
		buf_add(out, NO_BREAK);
		return EN_DASH.bytes;
	}
	if (!head)
		head = area_at(text, at);
	if (!head) {
		buf_byte(out, text.at[at]);
		return 1;
	}
	buf_add(out, str_first(str_from(text, at), head));
	buf_add(out, NO_BREAK);
	return head + 1;
}

void spoken_add(struct buf *out, struct str text, const struct catalog *catalog)
{
	for (size_t at = 0; at < text.bytes;)
		at += add_next(out, text, at, catalog);
}

static void add_word(struct buf *out, const struct catalog *catalog,
		     enum words words)
{
	buf_byte(out, ' ');
	buf_add(out, words_say(catalog, words));
	buf_byte(out, ' ');
}

void spoken_email(struct buf *out, struct str address,
		  const struct catalog *catalog)
{
	for (size_t i = 0; i < address.bytes; i++)
		if (address.at[i] == '@')
			add_word(out, catalog, WORDS_SPOKEN_AT);
		else if (address.at[i] == '.')
			add_word(out, catalog, WORDS_SPOKEN_DOT);
		else
			buf_byte(out, address.at[i]);
}
