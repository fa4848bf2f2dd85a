/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/image.h"

#include "base/die.h"

/* The most words of a record. */
enum { MOST_WORDS = 64 };

static void put_word(char *at, uint32_t word)
{
	for (unsigned i = 0; i < 4; i++)
		at[i] = (char)(word >> 8 * i & 0xFF);
}

uint32_t image_add(struct image *image, enum format_section section,
		   const void *record, size_t bytes)
{
	const uint32_t *words = record;
	char out[MOST_WORDS * sizeof *words];

	die_unless(bytes % sizeof *words == 0 && bytes <= sizeof out);
	for (size_t i = 0; i < bytes / sizeof *words; i++)
		put_word(out + i * sizeof *words, words[i]);
	pieces_add(&image->sections[section], image->arena,
		   (struct str){ out, bytes });
	return image->counts[section]++;
}

uint32_t image_count(const struct image *image, enum format_section section)
{
	return image->counts[section];
}

struct format_text image_text(struct image *image, struct str text)
{
	return pool_place(image->pool, text);
}

/* ------------------------------------------------------------------------
 * The file.
 */

static size_t total(const struct image *image)
{
	size_t bytes = sizeof(struct format_header);

	for (unsigned i = 0; i < FORMAT_SECTIONS; i++)
		bytes += image->sections[i].bytes;
	return bytes;
}

static void add_header(struct image *image, struct pieces *book)
{
	struct format_header header = {
		.magic = FORMAT_MAGIC,
	};
	uint32_t words[3 + 2 * FORMAT_SECTIONS] = { FORMAT_VERSION,
						    (uint32_t)total(image),
						    FORMAT_SECTIONS };
	size_t offset = sizeof header;
	char out[sizeof words];

	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		words[3 + 2 * i] = (uint32_t)offset;
		words[4 + 2 * i] = image->counts[i];
		offset += image->sections[i].bytes;
	}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		put_word(out + i * sizeof *words, words[i]);
	pieces_add(book, image->arena,
		   (struct str){ header.magic, sizeof header.magic });
	pieces_add(book, image->arena, (struct str){ out, sizeof out });
}

bool image_write(struct image *image, struct pieces *book)
{
	struct pieces *pool = &image->sections[FORMAT_POOL];

	*pool = *pool_pieces(image->pool);
	image->counts[FORMAT_POOL] = (uint32_t)pool->bytes;
	if (total(image) > UINT32_MAX)
		return false;
	add_header(image, book);
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++)
		pieces_join(book, image->arena, &image->sections[i]);
	return true;
}
