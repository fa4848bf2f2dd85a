/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An arena is a list of blocks, the newest first. Memory is cut from the
 * newest block; what does not fit gets a block of its own size.
 */
#include "base/arena.h"

#include "base/die.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK_BYTES = 4096 };

struct block {
	struct block *older;
	size_t room;  /* bytes of memory behind this header */
	size_t taken; /* bytes of it handed out */
	alignas(max_align_t) unsigned char memory[];
};

struct arena {
	struct block *newest;
	size_t bytes;
};

static struct block *block_new(size_t room, struct block *older)
{
	struct block *block;

	if (room > SIZE_MAX - sizeof *block)
		die_out_of_memory();
	block = malloc(sizeof *block + room);
	if (!block)
		die_out_of_memory();
	block->older = older;
	block->room = room;
	block->taken = 0;
	return block;
}

struct arena *arena_new(void)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (!arena)
		die_out_of_memory();
	return arena;
}

/* Frees the blocks down to, but without, `last`. */
static void free_blocks(struct block *block, const struct block *last)
{
	while (block != last) {
		struct block *older = block->older;

		explicit_bzero(block->memory, block->taken);
		free(block);
		block = older;
	}
}

void arena_drop(struct arena *arena)
{
	if (!arena)
		return;
	free_blocks(arena->newest, NULL);
	free(arena);
}

void arena_reset(struct arena *arena)
{
	struct block *first = arena->newest;

	arena->bytes = 0;
	if (!first)
		return;
	while (first->older)
		first = first->older;
	free_blocks(arena->newest, first);
	explicit_bzero(first->memory, first->taken);
	first->taken = 0;
	arena->newest = first;
}

static size_t aligned(size_t bytes)
{
	size_t step = alignof(max_align_t);

	if (bytes > SIZE_MAX - step)
		die_out_of_memory();
	return (bytes + step - 1) / step * step;
}

static size_t next_room(const struct arena *arena, size_t bytes)
{
	size_t room = FIRST_BLOCK_BYTES;

	if (arena->newest && arena->newest->room < SIZE_MAX / 2)
		room = arena->newest->room * 2;
	return room < bytes ? bytes : room;
}

static void *cut(struct arena *arena, size_t bytes)
{
	struct block *block = arena->newest;
	void *memory;

	bytes = aligned(bytes);
	if (!block || block->room - block->taken < bytes) {
		block = block_new(next_room(arena, bytes), arena->newest);
		arena->newest = block;
	}
	memory = block->memory + block->taken;
	block->taken += bytes;
	arena->bytes += bytes;
	return memory;
}

void *arena_array(struct arena *arena, size_t count, size_t bytes)
{
	if (bytes && count > SIZE_MAX / bytes)
		die_out_of_memory();
	return memset(cut(arena, count * bytes), 0, count * bytes);
}

char *arena_copy(struct arena *arena, const char *from, size_t bytes)
{
	char *copy;

	if (bytes == SIZE_MAX)
		die_out_of_memory();
	copy = cut(arena, bytes + 1);
	if (bytes)
		memcpy(copy, from, bytes);
	copy[bytes] = '\0';
	return copy;
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t *room,
		 size_t bytes)
{
	void *larger;
	size_t wanted;

	if (count < *room)
		return array;
	if (*room > SIZE_MAX / 2)
		die_out_of_memory();
	wanted = *room ? *room * 2 : 8;
	larger = arena_array(arena, wanted, bytes);
	if (count)
		memcpy(larger, array, count * bytes);
	*room = wanted;
	return larger;
}

size_t arena_bytes(const struct arena *arena)
{
	return arena->bytes;
}
