/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The heart: one visit, and what an intent makes of it. Pure: no input, no
 * output, no clock, no memory of its own. Time arrives inside an intent.
 *
 * A visit is a value of ids and numbers. It does not point into a book, so
 * it outlives the book: with a new one, visit_settle() finds its place again.
 */
#ifndef TEXTKIOSK_VISIT_STEP_H
#define TEXTKIOSK_VISIT_STEP_H

#include "sheet/sheet.h"
#include "visit/intent.h"

#include <stdbool.h>
#include <stdint.h>

enum { VISIT_TRAIL = 8 };

/* Where a visitor is or was. All bytes of it count; padding is zero. */
struct visit_stop {
	char page[FORMAT_ID_BYTES + 4]; /* id, padded with NUL */
	uint32_t number;  /* of the page, to find an ancestor; 0: none */
	uint32_t view;	  /* enum sheet_view */
	uint32_t letters; /* SHEET_LETTERS: the row */
	struct sheet_place place; /* of the focus */
};

/* What the last row says until the next key. */
enum visit_message {
	VISIT_SILENT,
	VISIT_NO_DIGIT, /* no item has the digit `message_number` */
	VISIT_READER_ON,
	VISIT_READER_OFF,
	VISIT_STILL_THERE, /* about to begin anew */
	VISIT_MESSAGES
};

struct visit {
	struct visit_stop at;
	struct visit_stop trail[VISIT_TRAIL]; /* the way back, newest last */
	uint32_t trail_count;
	uint32_t language; /* of the book */
	uint32_t style;	   /* enum sheet_style */
	uint32_t easy;	   /* 1: easy text where there is one */
	uint32_t query_bytes;
	char query[LOOKUP_QUERY_BYTES]; /* as typed, padded with NUL */
	uint32_t message;		/* enum visit_message */
	uint32_t message_number;

	uint32_t bell; /* 1: this step rings */
	uint32_t over; /* 1: the visitor has ended the session */
	uint32_t anew; /* 1: this step began anew */

	/* As it was started with, for the reset. */
	uint32_t kiosk;
	uint32_t first_language;
	uint32_t first_style;
	uint32_t idle_seconds; /* --idle; 0: the rule of visit/idle.h */
};

/* A visit at the start screen. */
struct visit visit_new(bool kiosk, uint32_t language, enum sheet_style style);

/*
 * The next visit. `sheet` is that of `visit`: flowed by visit_how() for this
 * very value. After it, flow again if visit_same_sheet() says so.
 */
struct visit visit_step(const struct book *book, const struct sheet *sheet,
			struct visit visit, struct intent intent);

/* What to flow for a visit. The query points into *visit. */
struct sheet_how visit_how(const struct book *book, const struct visit *visit);

/* Whether both are shown by one and the same sheet. */
bool visit_same_sheet(const struct visit *a, const struct visit *b);

/*
 * The visit in another book: the same page, else its nearest ancestor, else
 * start; a language that is gone becomes the first. The trail loses pages
 * that are gone.
 */
struct visit visit_settle(const struct book *book, struct visit visit);

/* Everything as at the beginning; nothing of the visitor stays. */
struct visit visit_reset(struct visit visit);

/* The row of the focus. */
uint32_t visit_row(const struct sheet *sheet, const struct visit *visit);

#endif
