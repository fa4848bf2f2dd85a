/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench/least.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The screen. */

static uint32_t colour(VTermColor at)
{
	if (VTERM_COLOR_IS_INDEXED(&at))
		return at.indexed.idx;
	return 256u + at.rgb.red * 65536u + at.rgb.green * 256u + at.rgb.blue;
}

static uint32_t looks(const VTermScreenCell *at)
{
	uint32_t attributes =
		(uint32_t)(at->attrs.bold | at->attrs.underline << 1 |
			   at->attrs.italic << 3 | at->attrs.reverse << 4);
	return attributes ^ colour(at->fg) << 5 ^ colour(at->bg) * 2654435761u;
}

void least_look(VTerm *vterm, struct picture *picture)
{
	VTermScreen *screen = vterm_obtain_screen(vterm);

	memset(picture, 0, sizeof *picture);
	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLS; col++) {
			struct cell *cell = &picture->cell[row][col];
			VTermScreenCell at;
			vterm_screen_get_cell(
				screen, (VTermPos){ .row = row, .col = col },
				&at);
			/* Behind the last one libvterm leaves what was there.
			 */
			for (int i = 0;
			     i < VTERM_MAX_CHARS_PER_CELL && at.chars[i] != 0;
			     i++)
				cell->glyph[i] = at.chars[i];
			if (cell->glyph[0] == 0)
				cell->glyph[0] = ' ';
			cell->looks = looks(&at);
		}
}

static bool same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

static unsigned text_bytes(const struct cell *cell)
{
	unsigned bytes = 0;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) {
		uint32_t at = cell->glyph[i];
		if (at == 0 || at == UINT32_MAX)
			break;
		bytes += at < 0x80 ? 1 : at < 0x800 ? 2 : at < 0x10000 ? 3 : 4;
	}
	return bytes;
}

/* The least that turns one into another. */

/*
 * Turning one row into another: six bytes to get to a run of changed cells or
 * to an end that is to be erased (or the cells between, if these are fewer),
 * its text, four bytes at each change of attributes, three to erase.
 */
static unsigned row_least(const struct cell *from, const struct cell *to,
			  const struct cell *blank)
{
	int end = COLS;
	while (end > 0 && same(&to[end - 1], blank))
		end--;
	unsigned erased = 0;
	for (int col = end; col < COLS; col++)
		erased += !same(&from[col], blank);
	unsigned least = erased > 0 ? (erased < 3 ? erased : 3) : 0;
	unsigned between = 6;
	uint32_t attributes = blank->looks;

	for (int col = 0; col < end; col++) {
		if (same(&from[col], &to[col])) {
			if (to[col].looks != attributes)
				between = 6;
			between += between < 6 ? text_bytes(&to[col]) : 0;
			continue;
		}
		least += (between < 6 ? between : 6) + text_bytes(&to[col]);
		between = 0;
		if (to[col].looks != attributes)
			least += 4;
		attributes = to[col].looks;
	}
	if (attributes != blank->looks)
		least += 4;
	if (erased > 0)
		least += between < 6 ? between : 6;
	return least;
}

/* What each row costs from each row of before; from nothing, the last one. */
static void row_costs(const struct picture *before, const struct picture *after,
		      unsigned cost[ROWS][ROWS + 1])
{
	struct cell nothing[COLS];
	struct cell blank = { .glyph = { ' ' } };

	/* An emulator's own plain colours: those of most blank cells. */
	blank.looks = after->cell[ROWS - 1][COLS - 1].looks;
	for (int col = 0; col < COLS; col++)
		nothing[col] = blank;
	for (int to = 0; to < ROWS; to++) {
		for (int from = 0; from < ROWS; from++)
			cost[to][from] = row_least(before->cell[from],
						   after->cell[to], &blank);
		cost[to][ROWS] = row_least(nothing, after->cell[to], &blank);
	}
}

/* One region of the screen scrolled by so many rows, the rest as it is. */
static unsigned scrolled(unsigned cost[ROWS][ROWS + 1], int top, int bottom,
			 int by)
{
	unsigned least = 16 + (unsigned)abs(by);
	for (int row = 0; row < ROWS; row++) {
		bool inside = row >= top && row <= bottom;
		int from = inside ? row + by : row;
		bool lost = inside && (from < top || from > bottom);
		least += cost[row][lost ? ROWS : from];
	}
	return least;
}

unsigned least_bytes(const struct picture *before, const struct picture *after)
{
	static unsigned cost[ROWS][ROWS + 1];
	row_costs(before, after, cost);
	unsigned still = 0;
	unsigned cleared = 7;
	for (int row = 0; row < ROWS; row++) {
		still += cost[row][row];
		cleared += cost[row][ROWS];
	}
	unsigned least = still < cleared ? still : cleared;
	for (int top = 0; top < ROWS; top++)
		for (int bottom = top + 1; bottom < ROWS; bottom++)
			for (int by = top - bottom; by <= bottom - top; by++) {
				unsigned here = scrolled(cost, top, bottom, by);
				least = here < least ? here : least;
			}
	return least;
}
