/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet as a test can read it: its rows as they stand, one a line. Whoever
 * makes only lines or a making wraps them in a sheet first.
 */
#ifndef TEXTKIOSK_TESTS_SHEET_ROWS_H
#define TEXTKIOSK_TESTS_SHEET_ROWS_H

#include "base/str.h"
#include "sheet/lines.h"
#include "sheet/sheet.h"

struct arena;

/* All rows with "\n" between them, indents as they stand; in the arena. */
struct str rows_of(struct arena *arena, const struct sheet *sheet);

/* The same of what has been made so far. */
struct str rows_made(const struct lines *lines);

/* One row. */
struct str rows_at(struct arena *arena, const struct sheet *sheet,
		   uint32_t row);

/* The role of the run that begins with `text`, or SHEET_ROLES: none does. */
enum sheet_role rows_role(const struct lines *lines, const char *text);

#endif
