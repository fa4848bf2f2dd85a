/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/lines.h"

#include "base/arena.h"
#include "sheet/spoken.h"
#include "text/breaks.h"
#include "text/chars.h"

#include <string.h>

void lines_at(struct lines *lines, uint32_t block)
{
	lines->place = (struct sheet_place){ .block = block };
}

void lines_gap(struct lines *lines)
{
	lines->gap = !lines->tight && lines->row_count > 0;
}

static void add(struct lines *lines, struct str text, enum sheet_role role,
		bool whole)
{
	size_t from = lines->text.bytes;
	struct buf spoken = { 0 };

	if (lines->spoken) {
		spoken_add(&spoken, text, lines->spoken);
		text = buf_str(&spoken);
	}
	chars_fold(&lines->text, text, &lines->glyphs);
	buf_free(&spoken);
	lines->pieces =
		arena_grow(lines->arena, lines->pieces, lines->piece_count,
			   &lines->piece_room, sizeof *lines->pieces);
	lines->pieces[lines->piece_count++] =
		(struct lines_piece){ from, lines->text.bytes - from, role,
				      whole };
}

void lines_add(struct lines *lines, struct str text, enum sheet_role role)
{
	add(lines, text, role, false);
}

void lines_add_whole(struct lines *lines, struct str text, enum sheet_role role)
{
	add(lines, text, role, true);
}

int32_t lines_item(struct lines *lines, struct sheet_item item)
{
	lines->items = arena_grow(lines->arena, lines->items, lines->item_count,
				  &lines->item_room, sizeof *lines->items);
	item.row = (uint32_t)lines->row_count;
	lines->items[lines->item_count] = item;
	return (int32_t)lines->item_count++;
}

static struct sheet_row *new_row(struct lines *lines)
{
	struct sheet_row *row;

	lines->rows = arena_grow(lines->arena, lines->rows, lines->row_count,
				 &lines->row_room, sizeof *lines->rows);
	row = &lines->rows[lines->row_count++];
	*row = (struct sheet_row){ .first_run = (uint32_t)lines->run_count,
				   .item = SHEET_NONE };
	return row;
}

static struct str row_text(struct lines *lines, struct str text)
{
	struct buf row = { 0 };
	struct str kept;

	chars_row(&row, text);
	kept = buf_keep(&row, lines->arena);
	buf_free(&row);
	return kept;
}

static void new_run(struct lines *lines, struct str text, uint32_t *col,
		    enum sheet_role role)
{
	struct sheet_run *run;

	if (text.bytes == 0)
		return;
	lines->runs = arena_grow(lines->arena, lines->runs, lines->run_count,
				 &lines->run_room, sizeof *lines->runs);
	run = &lines->runs[lines->run_count++];
	*run = (struct sheet_run){ .col = *col,
				   .cols = (uint32_t)chars_cols(text),
				   .text = text,
				   .role = role };
	*col += run->cols;
}

/* The runs of one line: its part of each piece. */
static void line_runs(struct lines *lines, struct str text,
		      const struct breaks_line *line, uint32_t col)
{
	size_t end = line->from + line->bytes;
	enum sheet_role role = SHEET_TEXT;

	for (size_t i = 0; i < lines->piece_count; i++) {
		const struct lines_piece *piece = &lines->pieces[i];
		size_t from =
			piece->from > line->from ? piece->from : line->from;
		size_t to = piece->from + piece->bytes;
		struct str part;

		if (to > end)
			to = end;
		if (from >= to)
			continue;
		part = str_first(str_from(text, from), to - from);
		role = piece->role;
		new_run(lines, row_text(lines, part), &col, role);
	}
	if (line->hyphen)
		new_run(lines, STR("-"), &col, role);
}

/* A piece that must stay whole has no place to break but its beginning. */
static void hold_together(const struct lines *lines, unsigned char *marks)
{
	for (size_t i = 0; i < lines->piece_count; i++) {
		const struct lines_piece *piece = &lines->pieces[i];

		if (piece->whole && piece->bytes)
			memset(marks + piece->from + 1, BREAKS_NEVER,
			       piece->bytes - 1);
	}
}

static void line_row(struct lines *lines, struct str text,
		     const struct breaks_line *line, uint32_t col, int32_t item)
{
	struct sheet_row *row = new_row(lines);
	size_t index = lines->row_count - 1;

	row->item = item;
	row->place = lines->place;
	row->place.byte = (uint32_t)line->from;
	line_runs(lines, text, line, col);
	row = &lines->rows[index];
	row->runs = (uint32_t)(lines->run_count - row->first_run);
}

static void fill(struct lines *lines, struct str text, uint32_t hang,
		 int32_t item)
{
	unsigned char *marks = arena_array(lines->arena, text.bytes, 1);
	uint32_t indent = 0;

	breaks_mark(text, marks);
	hold_together(lines, marks);
	for (size_t from = 0; from < text.bytes;) {
		struct breaks_line line =
			breaks_line(text, marks, from, lines->cols - indent);

		line_row(lines, text, &line, indent, item);
		indent = hang;
		from = line.next;
	}
}

void lines_end(struct lines *lines, uint32_t hang, int32_t item)
{
	struct str text = buf_keep(&lines->text, lines->arena);

	if (text.bytes) {
		if (lines->gap)
			new_row(lines);
		lines->gap = false;
		if (item != SHEET_NONE)
			lines->items[item].row = (uint32_t)lines->row_count;
		fill(lines, text, hang, item);
		lines->place.unit++;
	}
	lines->piece_count = 0;
}

void lines_done(struct lines *lines)
{
	buf_free(&lines->text);
}
