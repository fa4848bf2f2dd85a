/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is wrong with content, collected: a finding says where, how bad, and
 * one sentence. Findings are kept until all is read, then written sorted by
 * file, line and order of arrival, in the form every editor can jump on (GNU
 * coding standards 4.4): FILE:LINE: error: sentence.
 */
#ifndef TEXTKIOSK_BASE_REPORT_H
#define TEXTKIOSK_BASE_REPORT_H

#include "base/str.h"

#include <stddef.h>

struct arena;

enum report_severity {
	REPORT_WARNING, /* the book is made; something should be mended */
	REPORT_ERROR	/* no book is made */
};

/* At most this many findings are written out; a count follows. */
enum { REPORT_SHOWN = 20 };

/* At most this many of a severity are kept; more are only counted. */
enum { REPORT_KEPT = 10000 };

struct report_finding {
	struct str file; /* relative to the content folder; safe to print */
	size_t line;	 /* from 1; 0: the file as a whole */
	enum report_severity severity;
	struct str sentence; /* in the reader's language; safe to print */
	size_t arrival;	     /* the order in which they came */
};

struct report;

/* A new, empty report whose memory is the arena's. */
struct report *report_new(struct arena *arena);

/* Adds a finding; file and sentence are copied. */
void report_add(struct report *report, enum report_severity severity,
		struct str file, size_t line, struct str sentence);

/* How many of this severity have been added, kept or not. */
size_t report_count(const struct report *report, enum report_severity severity);

/*
 * Writes the first REPORT_SHOWN findings, sorted, one a line, into `out`;
 * returns how many were left out. Warnings never push an error out.
 */
size_t report_write(struct report *report, struct buf *out);

#endif
