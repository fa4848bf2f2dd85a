/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/scan.h"

#include "compile/file.h"
#include "text/chars.h"

#include <string.h>

static struct str in_hex(struct arena *arena, uint32_t c)
{
	static const char digits[] = "0123456789ABCDEF";
	char hex[8];
	size_t at = sizeof hex;

	do {
		hex[--at] = digits[c % 16];
		c /= 16;
	} while (c || sizeof hex - at < 4);
	return str_copy(arena, (struct str){ hex + at, sizeof hex - at });
}

/* Tab, line feed and carriage return are white space in XML. */
static bool allowed(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' || !chars_forbidden(c);
}

size_t scan_forbidden(struct str bytes, uint32_t *c)
{
	size_t at = chars_usual(bytes);

	while (at < bytes.bytes) {
		struct str left = str_from(bytes, at);
		size_t more = chars_first(left, c);

		if (!allowed(*c))
			break;
		at += more + chars_usual(str_from(left, more));
	}
	return at;
}

static bool equal_nocase(struct str a, struct str lower)
{
	if (a.bytes != lower.bytes)
		return false;
	for (size_t i = 0; i < a.bytes; i++)
		if ((a.at[i] | 0x20) != lower.at[i] && a.at[i] != lower.at[i])
			return false;
	return true;
}

/* Where a part begins, else the end. */
static size_t find(struct str text, struct str part)
{
	size_t at = 0;

	while (at < text.bytes) {
		const char *head =
			memchr(text.at + at, part.at[0], text.bytes - at);

		if (!head)
			return text.bytes;
		at = (size_t)(head - text.at);
		if (str_starts(str_from(text, at), part))
			return at;
		at++;
	}
	return at;
}

/* Whether the XML declaration names another encoding than UTF-8. */
static bool other_encoding(struct str bytes)
{
	struct str declaration, value;
	size_t at;

	if (!str_starts(bytes, STR("<?xml")))
		return false;
	declaration = str_first(bytes, find(bytes, STR("?>")));
	at = find(declaration, STR("encoding"));
	value = str_from(declaration, at + 8);
	while (value.bytes && strchr(" \t\r\n=", value.at[0]))
		value = str_from(value, 1);
	if (value.bytes < 2)
		return false;
	value = str_first(str_from(value, 1),
			  find(str_from(value, 1), str_first(value, 1)));
	return !equal_nocase(value, STR("utf-8"));
}

/*
 * Where the value of an attribute ends, if one begins behind the "=" at `at`;
 * else `at`.
 */
static size_t value_end(struct str text, size_t at)
{
	size_t from = at + 1, to;

	while (from < text.bytes && strchr(" \t\r\n", text.at[from]))
		from++;
	if (from == text.bytes ||
	    (text.at[from] != '"' && text.at[from] != '\''))
		return at;
	to = from + 1;
	while (to < text.bytes && text.at[to] != text.at[from] &&
	       text.at[to] != '<')
		to++;
	return to - (to == text.bytes || text.at[to] == '<');
}

/* How often a text holds a byte, up to `most`; this is quickly counted. */
static size_t count(struct str text, char byte, size_t most)
{
	const char *at = text.at, *end = at + text.bytes;
	size_t found = 0;

	while (found < most && (at = memchr(at, byte, (size_t)(end - at)))) {
		at++;
		found++;
	}
	return found;
}

/*
 * Where a tag begins that has more attributes than SCAN_ATTRIBUTES; else
 * `bytes`. libxml2 compares each attribute of a tag with each other. No "<"
 * can stand inside of a tag.
 */
static size_t first_crowded(struct str bytes)
{
	size_t tag = 0, values = 0;

	if (count(bytes, '=', SCAN_ATTRIBUTES + 1) <= SCAN_ATTRIBUTES)
		return bytes.bytes;
	for (size_t at = 0; at < bytes.bytes; at++) {
		size_t end;

		if (bytes.at[at] == '<') {
			tag = at;
			values = 0;
		}
		if (bytes.at[at] != '=')
			continue;
		end = value_end(bytes, at);
		values += end > at;
		at = end;
		if (values > SCAN_ATTRIBUTES && bytes.at[tag + 1] != '!')
			return tag;
	}
	return bytes.bytes;
}

bool scan_text(struct faults *faults, struct str file, struct str text)
{
	uint32_t c;
	size_t at;

	if (other_encoding(text))
		file_tell(faults, file, text, 0, FAULT_ENCODING, STR(""));
	else if ((at = scan_forbidden(text, &c)) < text.bytes)
		file_tell(faults, file, text, at, FAULT_CHARACTER,
			  in_hex(faults->arena, c));
	else if ((at = first_crowded(text)) < text.bytes)
		file_tell(faults, file, text, at, FAULT_MANY_ATTRIBUTES,
			  STR(""));
	else
		return true;
	return false;
}

size_t scan_doctype(struct str text, size_t line)
{
	size_t found = line, here = 1;

	for (size_t at = 0; at < text.bytes && here <= line; at++) {
		if (str_starts(str_from(text, at), STR("<!DOCTYPE")))
			found = here;
		here += text.at[at] == '\n';
	}
	return found;
}

static unsigned digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a' + 10) : 16;
}

/* The character that "&#…;" at the head of the text stands for, or 0. */
static uint32_t referred(struct str text)
{
	bool hex = text.bytes > 2 && text.at[2] == 'x';
	uint32_t c = 0;

	for (size_t i = hex ? 3 : 2; i < text.bytes && c < 0x110000; i++) {
		unsigned digit = digit_of(text.at[i]);

		if (digit >= (hex ? 16u : 10u))
			break;
		c = c * (hex ? 16 : 10) + digit;
	}
	return c;
}

static size_t find_reference(struct str bytes, uint32_t c)
{
	size_t at = 0;

	while (at < bytes.bytes &&
	       !(str_starts(str_from(bytes, at), STR("&#")) &&
		 referred(str_from(bytes, at)) == c))
		at++;
	return at;
}

void scan_tell_reference(struct faults *faults, struct str file,
			 struct str text, uint32_t c)
{
	file_tell(faults, file, text, find_reference(text, c), FAULT_CHARACTER,
		  in_hex(faults->arena, c));
}
