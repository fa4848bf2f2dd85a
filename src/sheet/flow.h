/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Flows a screen of the book into a sheet. Pure: the time comes with the
 * window, and nothing is asked of the machine.
 */
#ifndef TEXTKIOSK_SHEET_FLOW_H
#define TEXTKIOSK_SHEET_FLOW_H

#include "sheet/sheet.h"

struct arena;

/* The sheet of `how`, in the arena, which must outlive it. Never fails. */
const struct sheet *flow_sheet(struct arena *arena, const struct book *book,
			       const struct sheet_window *window,
			       const struct sheet_how *how);

#endif
