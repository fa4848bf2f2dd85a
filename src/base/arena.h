/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory that dies together. Everything made for one sheet, one frame or one
 * draft comes from its arena and is dropped with it, so there is no free path
 * to get wrong, and it is wiped then. An arena never returns NULL: out of
 * memory ends in die().
 */
#ifndef TEXTKIOSK_BASE_ARENA_H
#define TEXTKIOSK_BASE_ARENA_H

#include <stddef.h>

struct arena;

/* A new, empty arena; arena_drop() it. */
struct arena *arena_new(void);

/* Ends all memory of the arena and the arena; NULL is fine. */
void arena_drop(struct arena *arena);

/* Ends all memory of the arena but keeps it, with its first block, for use. */
void arena_reset(struct arena *arena);

/* Zeroed memory for `count` things of `bytes` each, aligned for any type. */
void *arena_array(struct arena *arena, size_t count, size_t bytes);

/* A copy of `bytes` bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *from, size_t bytes);

/*
 * Room for one thing more in an array of `count` things of `bytes` each:
 * returns `array`, or a larger copy of it when `count` has reached *room.
 * The contents of the new thing are zero.
 */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t *room,
		 size_t bytes);

/*
 * The next thing of a list, zeroed, by which the list grows. `list` is read
 * more than once: the address of a struct { type *at; size_t count, room; }.
 */
#define arena_append(arena, list)                                              \
	((list)->at = arena_grow((arena), (list)->at, (list)->count,           \
				 &(list)->room, sizeof *(list)->at),           \
	 &(list)->at[(list)->count++])

/* Bytes handed out and still alive; for budgets and tests. */
size_t arena_bytes(const struct arena *arena);

/* One zeroed `type`. */
#define arena_one(arena, type) ((type *)arena_array((arena), 1, sizeof(type)))

#endif
