/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/sheet.h"

/*
 * How well a row answers to a place, the more the better; 0: not at all. A
 * block without rows of its own (a section without title) is where the next
 * begins.
 */
enum { NEXT_BLOCK = 1, LATER, EARLIER_UNIT, EARLIER_ROW };

static int likeness(struct sheet_place row, struct sheet_place wanted)
{
	if (row.block != wanted.block)
		return wanted.block >= SHEET_AT_BLOCKS &&
				       row.block > wanted.block
			       ? NEXT_BLOCK
			       : 0;
	if (row.unit != wanted.unit)
		return row.unit < wanted.unit ? EARLIER_UNIT : LATER;
	return row.byte <= wanted.byte ? EARLIER_ROW : LATER;
}

/* The title's row; there always is one. */
static uint32_t title_row(const struct sheet *sheet)
{
	uint32_t row = 0;

	while (row + 1 < sheet->row_count &&
	       (sheet->rows[row].place.block != SHEET_AT_TITLE ||
		!sheet_holds(sheet, row)))
		row++;
	return row;
}

uint32_t sheet_row_of(const struct sheet *sheet, struct sheet_place place)
{
	uint32_t best = title_row(sheet);
	int best_likeness = 0;

	for (uint32_t row = 0; row < sheet->row_count; row++) {
		int like = likeness(sheet->rows[row].place, place);

		/* Of rows before the wanted one the last, else the first. */
		if (sheet_holds(sheet, row) &&
		    (like > best_likeness ||
		     (like == best_likeness && like >= EARLIER_UNIT))) {
			best = row;
			best_likeness = like;
		}
	}
	return best;
}

int32_t sheet_item_with(const struct sheet *sheet, uint32_t digit)
{
	for (uint32_t i = 0; i < sheet->item_count; i++)
		if (digit && sheet->items[i].digit == digit)
			return (int32_t)i;
	return SHEET_NONE;
}

bool sheet_holds(const struct sheet *sheet, uint32_t row)
{
	return row < sheet->row_count && sheet->rows[row].runs > 0;
}

uint32_t sheet_first(const struct sheet *sheet)
{
	uint32_t row = 0;

	while (row + 1 < sheet->row_count && !sheet_holds(sheet, row))
		row++;
	return row;
}

uint32_t sheet_last(const struct sheet *sheet)
{
	uint32_t row = sheet->row_count - 1;

	while (row > 0 && !sheet_holds(sheet, row))
		row--;
	return row;
}

uint32_t sheet_screens(const struct sheet *sheet)
{
	return sheet_screen_of(sheet, sheet_last(sheet)) + 1;
}

uint32_t sheet_screen_of(const struct sheet *sheet, uint32_t row)
{
	return row / sheet->height;
}

void sheet_row_text(const struct sheet *sheet, uint32_t row, struct buf *out)
{
	const struct sheet_row *at = &sheet->rows[row];
	uint32_t col = 0;

	for (uint32_t i = 0; i < at->runs; i++) {
		const struct sheet_run *run = &sheet->runs[at->first_run + i];

		for (; col < run->col; col++)
			buf_byte(out, ' ');
		buf_add(out, run->text);
		col += run->cols;
	}
}
