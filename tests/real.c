/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

const struct book *real_book_named(const char *path)
{
	static struct book book;
	static const char *opened;
	struct str bytes;

	if (opened && strcmp(opened, path) == 0)
		return &book;
	bytes = real_file(path);
	opened = path;
	if (book_open(&book, bytes.at, bytes.bytes) != BOOK_GOOD) {
		printf("Bail out! %s is no book\n", path);
		exit(1);
	}
	return &book;
}

const struct book *real_book(void)
{
	return real_book_named("textkiosk.book");
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
