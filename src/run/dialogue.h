/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The loop of the line dialogue: wait for a line, let view/line answer it,
 * send the answer. It needs no terminal, ends at the end of input, and is
 * woken by nothing else but signals and a visitor who is idle.
 */
#ifndef TEXTKIOSK_RUN_DIALOGUE_H
#define TEXTKIOSK_RUN_DIALOGUE_H

#include "sheet/sheet.h"
#include "visit/step.h"

#include <stdbool.h>
#include <stdint.h>

struct dialogue_how {
	struct visit visit;	    /* to begin with */
	struct sheet_window window; /* without its size and time */
	int64_t ahead; /* seconds that our clock is ahead of the machine's */
	bool utf8;     /* what is typed; else Latin-1 */
};

/* Runs a visit on what output_take_lines() took; returns when it ends. */
void dialogue_run(const struct dialogue_how *how);

#endif
