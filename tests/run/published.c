/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/published.h"

#include "book/make.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "published-XXXXXX";
static char path[sizeof folder + 8];
static char new_path[sizeof folder + 8];

void published_begin(void)
{
	strcpy(folder + strlen(folder) - 6, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/book", folder);
	snprintf(new_path, sizeof new_path, "%s/new", folder);
}

void published_end(void)
{
	unlink(path);
	ck_assert_int_eq(rmdir(folder), 0);
}

const char *published_folder(void)
{
	return folder;
}

const char *published_path(void)
{
	return path;
}

void published_bytes(struct str bytes)
{
	FILE *file = fopen(new_path, "wb");

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes.at, 1, bytes.bytes, file), bytes.bytes);
	ck_assert_int_eq(fclose(file), 0);
	ck_assert_int_eq(rename(new_path, path), 0);
}

void published_book(const char *name)
{
	struct make *make = make_new();

	make_page(make, "start", 0, name, name);
	make_text(make, FORMAT_PARAGRAPH, "Hej!", "Hello!");
	make_block(make, (struct format_block){ .kind = FORMAT_SET,
						.a = FORMAT_SET_DONE });
	make_page(make, "values", 4, "Värdeord", "Core values");
	make_text(make, FORMAT_PARAGRAPH, "Glädje.", "Joy.");
	make_page(make, "index", 7, "A–Ö", "A–Z");
	make_site(make, name, "", make_day(2026, 11, 24));
	published_bytes(make_bytes(make));
	make_free(make);
}
