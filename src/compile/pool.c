/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An open hash of texts: slots are twice as many as texts, a power of two. An
 * offset past 4 GiB wraps around; image refuses so large a book.
 */
#include "compile/pool.h"

#include "base/arena.h"
#include "base/die.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 1024 };

struct slot {
	const char *at; /* NULL: free */
	uint32_t bytes;
	uint32_t offset; /* in the pool */
	uint32_t hash;	 /* so that to widen the table reads no text again */
};

struct pool {
	struct arena *arena;
	struct pieces pieces;
	struct slot *slots;
	size_t slot_count;
	size_t used;
};

static struct slot *new_slots(size_t count)
{
	struct slot *slots = calloc(count, sizeof *slots);

	if (!slots)
		die_out_of_memory();
	return slots;
}

struct pool *pool_new(struct arena *arena)
{
	struct pool *pool = arena_one(arena, struct pool);

	pool->arena = arena;
	pool->slot_count = FIRST_SLOTS;
	pool->slots = new_slots(FIRST_SLOTS);
	return pool;
}

void pool_end(struct pool *pool)
{
	free(pool->slots);
}

/* FNV-1a (Fowler, Noll, Vo), eight bytes at a time while there are so many. */
static uint32_t hash(struct str text)
{
	uint64_t value = 14695981039346656037u, word;

	for (; text.bytes >= sizeof word; text = str_from(text, sizeof word)) {
		memcpy(&word, text.at, sizeof word);
		value = (value ^ word) * 1099511628211u;
		value ^= value >> 32;
	}
	for (size_t i = 0; i < text.bytes; i++)
		value = (value ^ (unsigned char)text.at[i]) * 1099511628211u;
	return (uint32_t)(value ^ value >> 32);
}

static struct str text_of(const struct slot *slot)
{
	return (struct str){ slot->at, slot->bytes };
}

static bool holds(const struct slot *slot, struct str text, uint32_t hash)
{
	return slot->hash == hash && str_equal(text_of(slot), text);
}

/* The slot that holds the text, or the free one where it belongs. */
static struct slot *find(const struct pool *pool, struct str text,
			 uint32_t hash)
{
	size_t at = hash & (pool->slot_count - 1);

	while (pool->slots[at].at && !holds(&pool->slots[at], text, hash))
		at = (at + 1) & (pool->slot_count - 1);
	return &pool->slots[at];
}

/* The texts of a table are all different: each goes to the next free slot. */
static void take_over(struct pool *pool, const struct slot *slot)
{
	size_t at = slot->hash & (pool->slot_count - 1);

	while (pool->slots[at].at)
		at = (at + 1) & (pool->slot_count - 1);
	pool->slots[at] = *slot;
}

static void widen(struct pool *pool)
{
	struct slot *old = pool->slots;
	size_t count = pool->slot_count;

	pool->slot_count *= 2;
	pool->slots = new_slots(pool->slot_count);
	for (size_t i = 0; i < count; i++)
		if (old[i].at)
			take_over(pool, &old[i]);
	free(old);
}

static const struct slot *intern(struct pool *pool, struct str text)
{
	uint32_t hashed = hash(text);
	struct slot *slot;

	die_unless(text.bytes <= UINT32_MAX);
	if (pool->used * 2 >= pool->slot_count)
		widen(pool);
	slot = find(pool, text, hashed);
	if (!slot->at) {
		slot->offset = (uint32_t)pool->pieces.bytes;
		slot->bytes = (uint32_t)text.bytes;
		slot->hash = hashed;
		slot->at = pieces_add(&pool->pieces, pool->arena, text).at;
		pool->used++;
	}
	return slot;
}

struct str pool_keep(struct pool *pool, struct str text)
{
	return text.bytes ? text_of(intern(pool, text)) : STR("");
}

struct format_text pool_place(struct pool *pool, struct str text)
{
	if (!text.bytes)
		return (struct format_text){ 0 };
	return (struct format_text){ intern(pool, text)->offset,
				     (uint32_t)text.bytes };
}

struct format_text pool_append(struct pool *pool, struct str text)
{
	struct format_text place = { (uint32_t)pool->pieces.bytes,
				     (uint32_t)text.bytes };

	pieces_add(&pool->pieces, pool->arena, text);
	return place;
}

struct str pool_text(const struct pool *pool, struct format_text place)
{
	return pieces_find(&pool->pieces, place.offset, place.bytes);
}

const struct pieces *pool_pieces(const struct pool *pool)
{
	return &pool->pieces;
}
