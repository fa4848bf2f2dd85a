/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/str.h"

#include "base/arena.h"
#include "base/die.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct str str_of(const char *text)
{
	return (struct str){ text, text ? strlen(text) : 0 };
}

bool str_equal(struct str a, struct str b)
{
	return a.bytes == b.bytes &&
	       (a.bytes == 0 || memcmp(a.at, b.at, a.bytes) == 0);
}

bool str_starts(struct str text, struct str start)
{
	return text.bytes >= start.bytes &&
	       str_equal(str_first(text, start.bytes), start);
}

bool str_holds(struct str text, char byte)
{
	return text.bytes && memchr(text.at, byte, text.bytes);
}

int str_compare(struct str a, struct str b)
{
	size_t shorter = a.bytes < b.bytes ? a.bytes : b.bytes;
	int order = shorter ? memcmp(a.at, b.at, shorter) : 0;

	if (order)
		return order;
	return (a.bytes > b.bytes) - (a.bytes < b.bytes);
}

struct str str_copy(struct arena *arena, struct str text)
{
	return (struct str){ arena_copy(arena, text.at, text.bytes),
			     text.bytes };
}

struct str str_join(struct arena *arena, struct str a, struct str b)
{
	char *text = arena_array(arena, a.bytes + b.bytes + 1, 1);

	if (a.bytes)
		memcpy(text, a.at, a.bytes);
	if (b.bytes)
		memcpy(text + a.bytes, b.at, b.bytes);
	return (struct str){ text, a.bytes + b.bytes };
}

bool str_number(struct str text, unsigned long most, unsigned long *number)
{
	unsigned long value = 0;

	if (text.bytes == 0)
		return false;
	for (size_t i = 0; i < text.bytes; i++) {
		unsigned digit = (unsigned)(text.at[i] - '0');

		if (digit > 9 || digit > most || value > (most - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*number = value;
	return true;
}

/* What was typed may stand in any buffer, so none leaves anything behind. */
static void wipe(struct buf *buf)
{
	if (buf->bytes)
		explicit_bzero(buf->at, buf->bytes);
}

void buf_free(struct buf *buf)
{
	wipe(buf);
	free(buf->at);
	*buf = (struct buf){ 0 };
}

void buf_clear(struct buf *buf)
{
	wipe(buf);
	buf->bytes = 0;
}

void buf_grow(struct buf *buf, size_t more)
{
	size_t room = buf->room ? buf->room : 64;
	char *larger;

	if (more > SIZE_MAX / 4 || buf->bytes > SIZE_MAX / 4)
		die_out_of_memory();
	while (room - buf->bytes < more)
		room *= 2;
	larger = malloc(room);
	if (!larger)
		die_out_of_memory();
	if (buf->bytes)
		memcpy(larger, buf->at, buf->bytes);
	wipe(buf);
	free(buf->at);
	buf->at = larger;
	buf->room = room;
}

void buf_add(struct buf *buf, struct str text)
{
	if (text.bytes == 0)
		return;
	buf_room(buf, text.bytes);
	memcpy(buf->at + buf->bytes, text.at, text.bytes);
	buf->bytes += text.bytes;
}

void buf_byte(struct buf *buf, char byte)
{
	buf_room(buf, 1);
	buf->at[buf->bytes++] = byte;
}

void buf_number(struct buf *buf, unsigned long number)
{
	char text[24];
	char *at = text + sizeof text;

	do {
		*--at = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	buf_add(buf, (struct str){ at, (size_t)(text + sizeof text - at) });
}

struct str buf_str(const struct buf *buf)
{
	return (struct str){ buf->at, buf->bytes };
}

struct str buf_keep(struct buf *buf, struct arena *arena)
{
	struct str kept = str_copy(arena, buf_str(buf));

	buf_clear(buf);
	return kept;
}
