/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/pieces.h"

#include "base/arena.h"

#include <string.h>

enum { FIRST_ROOM = 1 << 10, MOST_ROOM = 1 << 20 };

static struct piece *last(const struct pieces *pieces)
{
	return pieces->count ? &pieces->at[pieces->count - 1] : NULL;
}

/* Each piece is twice the last one, so that neither many nor large is lost. */
static struct piece *new_piece(struct pieces *pieces, struct arena *arena,
			       size_t bytes)
{
	size_t room = last(pieces) ? last(pieces)->room * 2 : FIRST_ROOM;
	struct piece *piece = arena_append(arena, pieces);

	if (room > MOST_ROOM)
		room = MOST_ROOM;
	if (room < bytes)
		room = bytes;
	*piece = (struct piece){ .start = pieces->bytes,
				 .at = arena_array(arena, room, 1),
				 .room = room };
	return piece;
}

struct str pieces_add(struct pieces *pieces, struct arena *arena,
		      struct str bytes)
{
	struct piece *piece = last(pieces);
	char *at;

	if (!piece || piece->room - piece->bytes < bytes.bytes)
		piece = new_piece(pieces, arena, bytes.bytes);
	at = piece->at + piece->bytes;
	if (bytes.bytes)
		memcpy(at, bytes.at, bytes.bytes);
	piece->bytes += bytes.bytes;
	pieces->bytes += bytes.bytes;
	return (struct str){ at, bytes.bytes };
}

void pieces_join(struct pieces *pieces, struct arena *arena,
		 const struct pieces *more)
{
	for (size_t i = 0; i < more->count; i++) {
		struct piece piece = more->at[i];

		piece.start = pieces->bytes;
		*arena_append(arena, pieces) = piece;
		pieces->bytes += piece.bytes;
	}
}

struct str pieces_find(const struct pieces *pieces, size_t offset, size_t bytes)
{
	size_t from = 0, to = pieces->count;

	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (pieces->at[middle].start <= offset)
			from = middle;
		else
			to = middle;
	}
	if (!bytes)
		return STR("");
	return (struct str){
		pieces->at[from].at + (offset - pieces->at[from].start), bytes
	};
}
