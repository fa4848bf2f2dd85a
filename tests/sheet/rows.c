/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/rows.h"

#include "base/arena.h"

static struct str rows_between(struct arena *arena, const struct sheet *sheet,
			       uint32_t first, uint32_t end)
{
	struct buf out = { 0 };
	struct str text;

	for (uint32_t row = first; row < end; row++) {
		if (row > first)
			buf_byte(&out, '\n');
		sheet_row_text(sheet, row, &out);
	}
	text = buf_keep(&out, arena);
	buf_free(&out);
	return text;
}

struct str rows_of(struct arena *arena, const struct sheet *sheet)
{
	return rows_between(arena, sheet, 0, sheet->row_count);
}

struct str rows_at(struct arena *arena, const struct sheet *sheet, uint32_t row)
{
	return rows_between(arena, sheet, row, row + 1);
}

struct str rows_made(const struct lines *lines)
{
	struct sheet sheet = { .rows = lines->rows,
			       .row_count = (uint32_t)lines->row_count,
			       .runs = lines->runs };

	return rows_of(lines->arena, &sheet);
}

enum sheet_role rows_role(const struct lines *lines, const char *text)
{
	for (size_t i = 0; i < lines->run_count; i++)
		if (str_starts(lines->runs[i].text, str_of(text)))
			return lines->runs[i].role;
	return SHEET_ROLES;
}
