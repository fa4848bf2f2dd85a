/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet in the making. Whoever flows adds pieces of text to a paragraph,
 * ends it, and it becomes rows no wider than the sheet: what the terminal
 * lacks is replaced first, then lines are filled. Rows, runs and items are
 * kept here until the sheet takes them.
 */
#ifndef TEXTKIOSK_SHEET_LINES_H
#define TEXTKIOSK_SHEET_LINES_H

#include "base/str.h"
#include "sheet/sheet.h"

struct arena;

/* A piece of the paragraph in the making. */
struct lines_piece {
	size_t from; /* in its text */
	size_t bytes;
	enum sheet_role role;
	bool whole; /* never broken over two lines, if it fits on one */
};

struct lines {
	struct arena *arena;
	struct chars_glyphs glyphs;
	uint32_t cols; /* of the text */
	bool tight;    /* no empty rows */
	/* Reader style: text is taken in spoken form, of this; else NULL. */
	const struct catalog *spoken;

	struct sheet_row *rows;
	size_t row_count, row_room;
	struct sheet_run *runs;
	size_t run_count, run_room;
	struct sheet_item *items;
	size_t item_count, item_room;

	struct buf text; /* of the paragraph */
	struct lines_piece *pieces;
	size_t piece_count, piece_room;
	struct sheet_place place; /* of the paragraph */
	bool gap;		  /* an empty row is due before the next */
};

/* Where the following paragraphs stand; units are counted on from 0. */
void lines_at(struct lines *lines, uint32_t block);

/* An empty row before the next paragraph, unless the sheet is tight. */
void lines_gap(struct lines *lines);

/* Adds text of the book or of the program to the paragraph. */
void lines_add(struct lines *lines, struct str text, enum sheet_role role);

/* The same for what must not be broken: a number, an address. */
void lines_add_whole(struct lines *lines, struct str text,
		     enum sheet_role role);

/* A new item; the paragraphs ended with its index are its rows. */
int32_t lines_item(struct lines *lines, struct sheet_item item);

/*
 * Ends the paragraph: its rows are made, the second and later ones indented
 * by `hang` columns. Without text there are no rows.
 */
void lines_end(struct lines *lines, uint32_t hang, int32_t item);

/* Frees what is not the arena's. */
void lines_done(struct lines *lines);

#endif
