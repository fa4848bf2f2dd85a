/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/image.h"

#include "base/arena.h"
#include "base/die.h"

#include <string.h>

uint32_t image_add(struct image *image, enum format_section to,
		   const void *record, size_t bytes)
{
	struct image_section *section = &image->sections[to];
	size_t words = bytes / sizeof(uint32_t);

	die_unless(bytes % sizeof(uint32_t) == 0);
	for (size_t i = 0; i < words; i++) {
		section->words =
			arena_grow(image->arena, section->words, section->count,
				   &section->room, sizeof *section->words);
		memcpy(&section->words[section->count++],
		       (const char *)record + i * sizeof(uint32_t),
		       sizeof(uint32_t));
	}
	return section->records++;
}

uint32_t image_count(const struct image *image, enum format_section section)
{
	return image->sections[section].records;
}

void image_record(const struct image *image, enum format_section section,
		  uint32_t index, void *record, size_t bytes)
{
	die_unless(index < image->sections[section].records);
	memcpy(record,
	       image->sections[section].words +
		       (size_t)index * (bytes / sizeof(uint32_t)),
	       bytes);
}

/* ------------------------------------------------------------------------
 * The pool.
 */

static uint32_t hash(struct str text)
{
	uint32_t value = 2166136261u; /* FNV-1a */

	for (size_t i = 0; i < text.bytes; i++)
		value = (value ^ (unsigned char)text.at[i]) * 16777619u;
	return value;
}

static struct str slot_text(const struct image_pool *pool, size_t slot)
{
	return (struct str){ pool->bytes.at + pool->slots[slot].offset,
			     pool->slots[slot].bytes };
}

/* The slot that holds the text, or the free one where it belongs. */
static size_t find_slot(const struct image_pool *pool, struct str text)
{
	size_t slot = hash(text) & (pool->slot_count - 1);

	while (pool->slots[slot].bytes &&
	       !str_equal(slot_text(pool, slot), text))
		slot = (slot + 1) & (pool->slot_count - 1);
	return slot;
}

static void widen_pool(struct image *image)
{
	struct image_pool *pool = &image->pool;
	struct image_pool wider = *pool;

	wider.slot_count = pool->slot_count ? pool->slot_count * 2 : 1024;
	wider.slots = arena_array(image->arena, wider.slot_count,
				  sizeof *wider.slots);
	for (size_t i = 0; i < pool->slot_count; i++)
		if (pool->slots[i].bytes)
			wider.slots[find_slot(&wider, slot_text(pool, i))] =
				pool->slots[i];
	*pool = wider;
}

struct format_text image_append(struct image *image, struct str text)
{
	struct buf *bytes = &image->pool.bytes;
	struct format_text at = { (uint32_t)bytes->bytes,
				  (uint32_t)text.bytes };

	if (bytes->bytes + text.bytes > UINT32_MAX / 2) {
		image->too_large = true;
		return (struct format_text){ 0 };
	}
	buf_add(bytes, text);
	return at;
}

struct format_text image_text(struct image *image, struct str text)
{
	struct image_pool *pool = &image->pool;
	size_t slot;

	if (text.bytes == 0)
		return (struct format_text){ 0 };
	if (pool->used * 2 >= pool->slot_count)
		widen_pool(image);
	slot = find_slot(pool, text);
	if (!pool->slots[slot].bytes) {
		pool->slots[slot] = image_append(image, text);
		pool->used++;
	}
	return pool->slots[slot];
}

struct str image_bytes(const struct image *image, struct format_text text)
{
	return str_first(str_from(buf_str(&image->pool.bytes), text.offset),
			 text.bytes);
}

/* ------------------------------------------------------------------------
 * The file.
 */

static void add_word(struct buf *out, uint32_t word)
{
	char bytes[4];

	for (unsigned i = 0; i < 4; i++)
		bytes[i] = (char)(word >> 8 * i & 0xFF);
	buf_add(out, (struct str){ bytes, sizeof bytes });
}

static void lay_out(const struct image *image,
		    struct format_extent extent[FORMAT_SECTIONS],
		    uint64_t *total)
{
	uint64_t offset = sizeof(struct format_header);

	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		const struct image_section *section = &image->sections[i];

		extent[i] = (struct format_extent){ (uint32_t)offset,
						    section->records };
		offset += (uint64_t)section->count * 4;
	}
	extent[FORMAT_POOL].count = (uint32_t)image->pool.bytes.bytes;
	*total = offset + image->pool.bytes.bytes;
}

static void write_header(struct buf *out,
			 const struct format_extent extent[FORMAT_SECTIONS],
			 uint32_t bytes)
{
	buf_add(out, (struct str){ FORMAT_MAGIC, sizeof FORMAT_MAGIC });
	add_word(out, FORMAT_VERSION);
	add_word(out, bytes);
	add_word(out, FORMAT_SECTIONS);
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		add_word(out, extent[i].offset);
		add_word(out, extent[i].count);
	}
}

bool image_write(const struct image *image, struct buf *out)
{
	struct format_extent extent[FORMAT_SECTIONS];
	uint64_t total;

	lay_out(image, extent, &total);
	if (total > UINT32_MAX || image->too_large)
		return false;
	write_header(out, extent, (uint32_t)total);
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++)
		for (size_t j = 0; j < image->sections[i].count; j++)
			add_word(out, image->sections[i].words[j]);
	buf_add(out, buf_str(&image->pool.bytes));
	return true;
}
void image_done(struct image *image)
{
	buf_free(&image->pool.bytes);
}
