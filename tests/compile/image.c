/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of a book as book/format.h wants them, without what they mean.
 */
#include "compile/image.h"

#include "base/arena.h"
#include "suite.h"

static struct arena *arena;
static struct image image;

static void begin(void)
{
	arena = arena_new();
	image = (struct image){ .arena = arena, .pool = pool_new(arena) };
}

static void end(void)
{
	pool_end(image.pool);
	arena_drop(arena);
}

START_TEST(records_are_counted_section_by_section)
{
	struct format_number number = { .key = 1, .page = 2 };

	begin();
	ck_assert_uint_eq(IMAGE_ADD(&image, FORMAT_NUMBER, number), 0);
	ck_assert_uint_eq(IMAGE_ADD(&image, FORMAT_NUMBER, number), 1);
	ck_assert_uint_eq(image_count(&image, FORMAT_NUMBER), 2);
	ck_assert_uint_eq(image_count(&image, FORMAT_PAGE), 0);
	ck_assert_uint_eq(image.sections[FORMAT_NUMBER].bytes,
			  2 * sizeof number);
	end();
}
END_TEST

START_TEST(equal_texts_are_one)
{
	struct format_text text;

	begin();
	image_text(&image, STR("start"));
	text = image_text(&image, STR("Hjälp"));
	ck_assert_uint_eq(text.offset, 5);
	ck_assert_uint_eq(text.bytes, 6);
	ck_assert_uint_eq(image_text(&image, STR("Hjälp")).offset, 5);
	ck_assert_uint_eq(pool_pieces(image.pool)->bytes, 11);
	end();
}
END_TEST

/* A little-endian word of the book, whatever this machine is. */
static uint32_t word(const struct pieces *book, size_t offset)
{
	struct str bytes = pieces_find(book, offset, 4);
	uint32_t value = 0;

	for (unsigned i = 4; i-- > 0;)
		value = value << 8 | (unsigned char)bytes.at[i];
	return value;
}

static struct format_extent extent(const struct pieces *book,
				   enum format_section section)
{
	size_t at = offsetof(struct format_header, extent) +
		    section * sizeof(struct format_extent);

	return (struct format_extent){ word(book, at), word(book, at + 4) };
}

START_TEST(a_book_is_a_header_and_its_sections_in_order)
{
	struct format_number number = { .key = 410000, .page = 0x01020304 };
	struct pieces book = { 0 };
	struct format_extent numbers, pool;

	begin();
	IMAGE_ADD(&image, FORMAT_NUMBER, number);
	image_text(&image, STR("abc"));
	ck_assert(image_write(&image, &book));
	ck_assert_uint_eq(book.bytes,
			  sizeof(struct format_header) + sizeof number + 3);
	ck_assert_mem_eq(pieces_find(&book, 0, 16).at, FORMAT_MAGIC, 16);
	ck_assert_uint_eq(word(&book, 16), FORMAT_VERSION);
	ck_assert_uint_eq(word(&book, 20), book.bytes);
	ck_assert_uint_eq(word(&book, 24), FORMAT_SECTIONS);
	numbers = extent(&book, FORMAT_NUMBER);
	ck_assert_uint_eq(numbers.offset, sizeof(struct format_header));
	ck_assert_uint_eq(numbers.count, 1);
	ck_assert_uint_eq(word(&book, numbers.offset), 410000);
	ck_assert_mem_eq(pieces_find(&book, numbers.offset + 4, 4).at,
			 "\4\3\2\1", 4);
	pool = extent(&book, FORMAT_POOL);
	ck_assert_uint_eq(pool.count, 3);
	ck_str(pieces_find(&book, pool.offset, 3), "abc");
	ck_assert_uint_eq(extent(&book, FORMAT_PAGE).count, 0);
	end();
}
END_TEST

START_TEST(a_book_too_large_is_not_begun)
{
	struct pieces book = { 0 };

	begin();
	/* Four gigabytes that are only said to be there. */
	image.sections[FORMAT_BLOCK].bytes = UINT32_MAX;
	ck_assert(!image_write(&image, &book));
	ck_assert_uint_eq(book.bytes, 0);
	ck_assert_uint_eq(book.count, 0);
	end();
}
END_TEST

SUITE("compile/image", records_are_counted_section_by_section,
      equal_texts_are_one, a_book_is_a_header_and_its_sections_in_order,
      a_book_too_large_is_not_begun)
