/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a book, each piece once. The draft points into the pool from
 * the time a text is read, so it is never held twice; image asks where it
 * stands. Nothing is ever taken out: only what the book will show goes in.
 */
#ifndef TEXTKIOSK_COMPILE_POOL_H
#define TEXTKIOSK_COMPILE_POOL_H

#include "base/str.h"
#include "book/format.h"
#include "compile/pieces.h"

struct arena;
struct pool;

/* A new, empty pool whose texts are in the arena; pool_end() it. */
struct pool *pool_new(struct arena *arena);

/* Nothing can be put in or found any more; the texts stay. */
void pool_end(struct pool *pool);

/* The same text in the pool; put there if it is new. */
struct str pool_keep(struct pool *pool, struct str text);

/* Where a text stands in the pool; put there if it is new. */
struct format_text pool_place(struct pool *pool, struct str text);

/* Puts a text behind all that is there, whatever that holds. */
struct format_text pool_append(struct pool *pool, struct str text);

/* The text that stands at a place. */
struct str pool_text(const struct pool *pool, struct format_text place);

/* All of it, in the order in which it came. Lives as long as the pool. */
const struct pieces *pool_pieces(const struct pool *pool);

#endif
