/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people type, and what they want to see: queries TABLE. A line is
 * language, query, the id of the wanted screen ("-": nothing is found) and
 * maybe the id of a screen that must not be the first hit. The wanted screen
 * must be that of one of the first two hits.
 */
#include "book/lookup.h"
#include "real.h"

#include <stdio.h>
#include <string.h>

enum { FIELDS = 4, FIRST_HITS = 2 };

static struct str take(struct str *left, char until)
{
	const char *end =
		left->bytes ? memchr(left->at, until, left->bytes) : NULL;
	size_t bytes = end ? (size_t)(end - left->at) : left->bytes;
	struct str taken = str_first(*left, bytes);

	*left = str_from(*left, bytes + 1);
	return taken;
}

static struct str screen_of(const struct lookup_hit *hit)
{
	return book_text(real_book(), book_page(real_book(), hit->page).id);
}

static bool wanted_is_first(const struct lookup_result *result,
			    struct str wanted)
{
	if (str_equal(wanted, STR("-")))
		return result->total == 0;
	for (uint32_t i = 0; i < result->shown && i < FIRST_HITS; i++)
		if (str_equal(screen_of(&result->hit[i]), wanted))
			return true;
	return false;
}

static bool good(const struct lookup_result *result,
		 const struct str field[FIELDS])
{
	bool crossed = result->shown && field[3].bytes &&
		       str_equal(screen_of(&result->hit[0]), field[3]);

	return wanted_is_first(result, field[2]) && !crossed;
}

/* The first hits, for whoever looks why it failed. */
static void print_hits(const struct lookup_result *result)
{
	for (uint32_t i = 0; i < result->shown && i < 4; i++) {
		const struct lookup_hit *hit = &result->hit[i];
		struct str id = screen_of(hit);
		struct str shown = STR("(text)");

		if (hit->term != FORMAT_NONE)
			shown = book_text(
				real_book(),
				book_term(real_book(), hit->term).shown);
		printf("# %.*s: %.*s, rank %u\n", (int)id.bytes, id.at,
		       (int)shown.bytes, shown.at, (unsigned)hit->rank);
	}
}

int main(int argc, char **argv)
{
	static struct lookup_result result;
	struct str table;
	unsigned tests = 0;

	if (argc != 2)
		return 64;
	table = real_file(argv[1]);
	take(&table, '\n');
	while (table.bytes) {
		struct str line = take(&table, '\n');
		struct str field[FIELDS];
		bool is_good;

		for (size_t i = 0; i < FIELDS; i++)
			field[i] = take(&line, '\t');
		lookup_find(real_book(),
			    book_find_language(real_book(), field[0]), field[1],
			    &result);
		is_good = good(&result, field);
		printf("%sok %u - %.*s: %.*s\n", is_good ? "" : "not ", ++tests,
		       (int)field[0].bytes, field[0].at, (int)field[1].bytes,
		       field[1].at);
		if (!is_good)
			print_hits(&result);
	}
	printf("1..%u\n", tests);
	return 0;
}
