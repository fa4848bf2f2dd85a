/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A frame: what stands in every row of the window, and where the cursor is.
 * Composed from a visit and its sheet; pure, so it is tested without a
 * terminal. Rows are runs of (column, text, role); no attribute is known here.
 */
#ifndef TEXTKIOSK_VIEW_FRAME_H
#define TEXTKIOSK_VIEW_FRAME_H

#include "sheet/sheet.h"
#include "visit/step.h"

#include <stdbool.h>
#include <stdint.h>

struct frame_run {
	uint32_t col; /* in the window */
	uint32_t cols;
	struct str text;
	enum sheet_role role;
};

struct frame_row {
	const struct frame_run *runs;
	uint32_t count;
};

/* How much of the frame is new. */
enum frame_paint {
	FRAME_CHANGES, /* rows that differ from the frame before */
	FRAME_JUMP,    /* these, and all of the cursor's row (reader style) */
	FRAME_ALL      /* the whole screen (clearok) */
};

struct frame {
	uint32_t cols;
	uint32_t rows;
	const struct frame_row *row; /* `rows` of them */
	uint32_t cursor_row;
	uint32_t cursor_col;
	enum frame_paint paint;
	bool bell;

	/* What the next frame must know of this one. */
	struct visit visit;
	uint32_t edition;     /* of the window */
	uint32_t top;	      /* row of the sheet that stands first */
	uint32_t lower;	      /* reader style: 1 when all stands a row lower */
	uint32_t message_row; /* reader style: of a message; 0: there is none */
};

/*
 * The frame of a visit, in the arena. Its text lives in the arena, the
 * sheet or is static, so it lives as long as both. `before` is the frame now
 * on the screen, or NULL.
 */
const struct frame *frame_compose(struct arena *arena,
				  const struct sheet *sheet,
				  const struct sheet_window *window,
				  const struct visit *visit,
				  const struct frame *before);

/* Whether two rows show the same text in the same columns. */
bool frame_same_text(const struct frame_row *a, const struct frame_row *b);

/* Whether they are the same in roles too. */
bool frame_same(const struct frame_row *a, const struct frame_row *b);

/* Appends the text of a row as it stands in the window. */
void frame_row_text(const struct frame_row *row, struct buf *out);

#endif
