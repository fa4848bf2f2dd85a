/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For libFuzzer: bytes as a book. What can be opened is followed everywhere:
 * every screen in every language and in both styles, wide and narrow, the
 * look-up, the opening hours.
 */
#include "book/book.h"
#include "fuzz/target.h"
#include "sheet/sheet.h"
#include "text/catalog.h"
#include "text/chars.h"
#include "view/dump.h"

#include <stdlib.h>

#define NOW INT64_C(1795510800) /* 2026-11-24T10:00 */

static const struct catalog catalogs[FORMAT_LANGUAGES];

static void show_all(const struct dump_how *how)
{
	struct buf out = { 0 };

	dump_all(how, &out);
	dump_find(how, STR("tider"), &out);
	dump_find(how, STR("kontkat"), &out);
	dump_find(how, STR("ö"), &out);
	dump_hours(how->book, NOW, &out);
	if (!chars_valid(buf_str(&out)))
		abort();
	buf_free(&out);
}

/* One way to look a book at each time: of all, its size chooses. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count)
{
	bool reader = count % 2;
	struct sheet_window window = { .cols = reader ? 40 : 80,
				       .rows = reader ? 12 : 24,
				       .catalogs = catalogs,
				       .now = NOW };
	struct book book;
	struct dump_how how = { .book = &book,
				.window = &window,
				.style = reader ? SHEET_READER : SHEET_SCREEN };

	if (book_open(&book, bytes, count) != BOOK_GOOD)
		return 0;
	for (; how.language < book.languages; how.language++)
		show_all(&how);
	return 0;
}
