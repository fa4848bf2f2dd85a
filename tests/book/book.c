/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A damaged book shows less; it never makes its reader crash, hang or read
 * outside. The memory of each damaged book ends where its bytes end, so the
 * sanitizers see every step outside.
 */
#include "book/book.h"

#include "base/arena.h"
#include "book/hours.h"
#include "book/lookup.h"
#include "real.h"
#include "suite.h"

#include <string.h>

/* Small and repeatable; a seed that fails can be named (xorshift). */
static uint32_t random_state = 2463534242u;

static uint32_t random_below(uint32_t limit)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return random_state % limit;
}

static size_t read_units(const struct book *book, uint32_t count)
{
	size_t bytes = 0;

	for (uint32_t i = 0; i < count; i++)
		for (uint32_t j = 0; j < book->languages; j++) {
			struct format_unit_text unit = book_unit(book, i, j);

			bytes += book_text(book, unit.text).bytes;
			for (uint32_t k = 0; k < unit.spans.count && k < 9; k++)
				bytes += book_text(
						 book,
						 book_span(book,
							   unit.spans.first + k)
							 .text)
						 .bytes;
		}
	return bytes;
}

/* Follows what a visitor's program could follow. */
static size_t read_all(const struct book *book)
{
	static struct lookup_result result;
	size_t bytes = book_unit_text(book, book_site(book).name, 0).bytes;

	for (uint32_t i = 0; i < book_count(book, FORMAT_PAGE) && i < 99; i++) {
		struct format_page page = book_page(book, i);

		bytes += book_text(book, page.id).bytes;
		bytes += book_unit_text(book, page.title, 1).bytes;
		book_find_page(book, book_text(book, page.id));
		book_find_number(book, page.number);
		book_nth_page(book, i);
		for (uint32_t j = 0; j < page.blocks.count && j < 99; j++)
			book_block(book, page.blocks.first + j);
	}
	bytes += read_units(book, book_count(book, FORMAT_UNIT_TEXT) < 300
					  ? book_count(book, FORMAT_UNIT_TEXT)
					  : 300);
	hours_at(book, 0, REAL_NOW);
	lookup_find(book, 0, STR("tid"), &result);
	lookup_row_terms(book, 1, 3);
	return bytes;
}

/* Opens a copy that has exactly these bytes, and reads it if it opens. */
static enum book_fault try(const char *bytes, size_t count)
{
	char *copy = malloc(count ? count : 1);
	struct book book;
	enum book_fault fault;

	memcpy(copy, bytes, count);
	fault = book_open(&book, copy, count);
	if (fault == BOOK_GOOD)
		read_all(&book);
	free(copy);
	return fault;
}

static struct str whole(void)
{
	return real_file("textkiosk.book");
}

START_TEST(a_good_book_is_read)
{
	struct book book = *real_book();

	ck_assert_uint_gt(read_all(&book), 20000);
	ck_str(book_unit_text(&book, book_site(&book).name, 0),
	       "Hallsbergs kommun");
	ck_assert_uint_eq(book_find_number(&book, 41),
			  book_find_page(&book, STR("values.joy")));
	ck_assert_uint_eq(book_find_number(&book, 9), FORMAT_NONE);
	ck_assert_uint_eq(book_find_page(&book, STR("nowhere")), FORMAT_NONE);
	ck_assert_uint_eq(book_nth_page(&book, 0), book_start(&book));
	ck_assert_uint_eq(book_nth_page(&book, book_count(&book, FORMAT_PAGE)),
			  FORMAT_NONE);
}
END_TEST

START_TEST(an_index_outside_gives_nothing)
{
	const struct book *book = real_book();

	ck_assert_uint_eq(book_page(book, FORMAT_NONE).title, FORMAT_NONE);
	ck_assert_uint_eq(book_page(book, 1000000).blocks.count, 0);
	ck_assert_uint_eq(book_unit_text(book, FORMAT_NONE, 0).bytes, 0);
	ck_assert_uint_eq(book_unit_text(book, 0, 99).bytes, 0);
	ck_assert_uint_eq(
		book_text(book, (struct format_text){ 0xFFFFFFF0u, 0x20 })
			.bytes,
		0);
	ck_assert_uint_eq(book_term(book, FORMAT_NONE).page, FORMAT_NONE);
}
END_TEST

/* At every byte of the header, and around every record of every section. */
START_TEST(a_truncated_book_is_refused)
{
	struct str bytes = whole();
	struct book book = *real_book();

	for (size_t cut = 0; cut < sizeof(struct format_header); cut++)
		ck_assert_int_ne(try(bytes.at, cut), BOOK_GOOD);
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++)
		for (uint32_t j = 0; j < book.extent[i].count; j += 1)
			ck_assert_int_ne(
				try(bytes.at, book.extent[i].offset + j),
				BOOK_GOOD);
}
END_TEST

/* The header agrees with the length, but the sections do not. */
START_TEST(a_header_that_lies_is_refused_or_survived)
{
	struct str bytes = whole();
	char *copy = malloc(bytes.bytes);

	for (size_t at = 16; at < sizeof(struct format_header); at += 4)
		for (int i = 0; i < 40; i++) {
			uint32_t value = i < 20 ? random_below(UINT32_MAX)
						: random_below(100000);

			memcpy(copy, bytes.at, bytes.bytes);
			memcpy(copy + at, &value, 4);
			try(copy, bytes.bytes);
		}
	free(copy);
}
END_TEST

START_TEST(ten_thousand_mutations_are_survived)
{
	struct str bytes = whole();
	char *copy = malloc(bytes.bytes);

	for (int i = 0; i < 10000; i++) {
		uint32_t changes = 1 + random_below(8);

		memcpy(copy, bytes.at, bytes.bytes);
		for (uint32_t j = 0; j < changes; j++) {
			uint32_t at =
				28 + random_below((uint32_t)bytes.bytes - 32);
			uint32_t value = random_below(4) ? random_below(300)
							 : UINT32_MAX;

			if (random_below(2))
				memcpy(copy + (at & ~3u), &value, 4);
			else
				copy[at] = (char)random_below(256);
		}
		try(copy, bytes.bytes);
	}
	free(copy);
}
END_TEST

/* What a file that shrinks under our feet turns into. */
START_TEST(zeros_are_survived)
{
	struct str bytes = whole();
	struct book book = *real_book();
	char *copy = malloc(bytes.bytes);

	memcpy(copy, bytes.at, bytes.bytes);
	book.at = (unsigned char *)copy;
	for (size_t kept = bytes.bytes; kept > 4096; kept -= 4096) {
		memset(copy + kept, 0, bytes.bytes - kept);
		read_all(&book);
	}
	memset(copy, 0, bytes.bytes);
	ck_assert_uint_eq(read_all(&book), 0);
	free(copy);
}
END_TEST

SUITE("book/book", a_good_book_is_read, an_index_outside_gives_nothing,
      a_truncated_book_is_refused, a_header_that_lies_is_refused_or_survived,
      ten_thousand_mutations_are_survived, zeros_are_survived)
