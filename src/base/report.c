/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/report.h"

#include "base/arena.h"

#include <stdlib.h>

struct report {
	struct arena *arena;
	struct report_finding *findings;
	size_t kept;
	size_t room;
	size_t count[REPORT_ERROR + 1];
};

struct report *report_new(struct arena *arena)
{
	struct report *report = arena_one(arena, struct report);

	report->arena = arena;
	return report;
}

void report_add(struct report *report, enum report_severity severity,
		struct str file, size_t line, struct str sentence)
{
	struct report_finding *finding;

	if (report->count[severity]++ >= REPORT_KEPT)
		return;
	report->findings =
		arena_grow(report->arena, report->findings, report->kept,
			   &report->room, sizeof *report->findings);
	finding = &report->findings[report->kept];
	*finding = (struct report_finding){
		.file = str_copy(report->arena, file),
		.line = line,
		.severity = severity,
		.sentence = str_copy(report->arena, sentence),
		.arrival = report->kept++,
	};
}

size_t report_count(const struct report *report, enum report_severity severity)
{
	return report->count[severity];
}

static int by_place(const void *left, const void *right)
{
	const struct report_finding *a = left, *b = right;
	int order = str_compare(a->file, b->file);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return (a->arrival > b->arrival) - (a->arrival < b->arrival);
}

static int by_weight(const void *left, const void *right)
{
	const struct report_finding *a = left, *b = right;

	if (a->severity != b->severity)
		return a->severity == REPORT_ERROR ? -1 : 1;
	return by_place(left, right);
}

static void write_finding(const struct report_finding *finding, struct buf *out)
{
	buf_add(out, finding->file);
	buf_byte(out, ':');
	if (finding->line) {
		buf_number(out, finding->line);
		buf_byte(out, ':');
	}
	buf_add(out, finding->severity == REPORT_ERROR ? STR(" error: ")
						       : STR(" warning: "));
	buf_add(out, finding->sentence);
	buf_byte(out, '\n');
}

size_t report_write(struct report *report, struct buf *out)
{
	size_t shown =
		report->kept < REPORT_SHOWN ? report->kept : REPORT_SHOWN;

	if (report->kept) {
		qsort(report->findings, report->kept, sizeof *report->findings,
		      by_weight);
		qsort(report->findings, shown, sizeof *report->findings,
		      by_place);
	}
	for (size_t i = 0; i < shown; i++)
		write_finding(&report->findings[i], out);
	return report->count[REPORT_WARNING] + report->count[REPORT_ERROR] -
	       shown;
}
