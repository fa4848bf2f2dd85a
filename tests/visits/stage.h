/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a visit is replayed: the pure core, or the real program. */
#ifndef TEXTKIOSK_TESTS_VISITS_STAGE_H
#define TEXTKIOSK_TESTS_VISITS_STAGE_H

#include "base/str.h"

#include <stdbool.h>

struct stage_how {
	unsigned cols, rows;
	bool kiosk, keypad, reader, english;
	bool clock;	  /* stage_at() will be called */
	const char *book; /* as the build made it */
	const char *now;  /* "2026-11-24T10:00" */
};

void stage_begin(const struct stage_how *how);
void stage_type(struct str bytes); /* one key; a lone Esc is one */
void stage_resize(unsigned cols, unsigned rows);
void stage_at(const char *time); /* the clock is set, and it shows */
void stage_row(unsigned row, struct buf *out);
void stage_cursor(unsigned *row, unsigned *col);
unsigned stage_bells(void); /* rung so far */
bool stage_over(void);
void stage_end(void);

#endif
