/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

struct str real_file(const char *path)
{
	/* Reachable for ever, so it is no leak. */
	static struct arena *kept;
	FILE *file = fopen(path, "rb");
	struct buf bytes = { 0 };
	struct str whole;
	int c;

	if (!file) {
		printf("Bail out! %s is not there\n", path);
		exit(1);
	}
	while ((c = getc(file)) != EOF)
		buf_byte(&bytes, (char)c);
	fclose(file);
	if (!kept)
		kept = arena_new();
	whole = buf_keep(&bytes, kept);
	buf_free(&bytes);
	return whole;
}

const struct book *real_book(void)
{
	static struct book book;
	struct str bytes;

	if (book.at)
		return &book;
	bytes = real_file("textkiosk.book");
	if (book_open(&book, bytes.at, bytes.bytes) != BOOK_GOOD) {
		puts("Bail out! textkiosk.book is no book");
		exit(1);
	}
	return &book;
}

struct sheet_window real_window(uint32_t cols, uint32_t rows)
{
	static struct catalog catalogs[FORMAT_LANGUAGES];
	struct str bytes;

	if (!catalogs[0].at) {
		bytes = real_file("catalogs/sv.mo");
		catalog_open(&catalogs[0], bytes.at, bytes.bytes);
	}
	return (struct sheet_window){ .cols = cols,
				      .rows = rows,
				      .glyphs = { .repertoire = CHARS_UNICODE },
				      .catalogs = catalogs,
				      .now = REAL_NOW };
}
