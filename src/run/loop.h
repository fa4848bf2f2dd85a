/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where what is shown and what is decided meet: wait -> intent -> next visit
 * -> flow again if its key changed -> compose -> show. One ppoll(); nothing
 * wakes it but keys, signals, a new book and the minute at which a sentence
 * changes.
 */
#ifndef TEXTKIOSK_RUN_LOOP_H
#define TEXTKIOSK_RUN_LOOP_H

#include "sheet/sheet.h"
#include "view/keys.h"
#include "visit/step.h"

#include <stdbool.h>
#include <stdint.h>

struct loop_how {
	struct visit visit;	    /* to begin with */
	const char *language;	    /* its code, for a book that comes later */
	struct sheet_window window; /* without its size and time */
	struct keys keys;	    /* with what the terminal teaches */
	struct str first;	    /* to be sent before the first frame */
	int64_t ahead; /* seconds that our clock is ahead of the machine's */
	/*
	 * For tests: behind every frame, and every input that led to none,
	 * stands ESC _ textkiosk;N ESC \ with the bytes consumed so far.
	 */
	bool marks;
};

/* Opens what waiting needs; before confinement. False and errno: it cannot. */
bool loop_open(void);

/* Runs a visit on the terminal taken by run/output; returns when it ends. */
void loop_run(const struct loop_how *how);

#endif
