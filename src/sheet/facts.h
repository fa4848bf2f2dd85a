/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of a screen that are data, not prose: contacts and the opening
 * state; sheet/timetable.h has the tables of hours. They are written in words
 * from the book's records, so that a number or a time stands in the content
 * once and is the same in every language.
 */
#ifndef TEXTKIOSK_SHEET_FACTS_H
#define TEXTKIOSK_SHEET_FACTS_H

#include "sheet/making.h"

/* A part of a contact, or all of it; each datum a row behind its label. */
void facts_contact(struct making *making, uint32_t contact,
		   enum format_part part);

/*
 * The state, behind the table's short name where the sheet is wide; alone
 * when it is that the time is not known, which is no state of the table.
 */
void facts_state(struct making *making, uint32_t hours);

#endif
