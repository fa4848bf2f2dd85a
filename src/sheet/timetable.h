/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening hours as rows of a screen: the next seven days, the week, seasons,
 * how days about holidays are treated and which are coming, the notes. What is
 * counted from today stands only while the kiosk knows what day it is.
 */
#ifndef TEXTKIOSK_SHEET_TIMETABLE_H
#define TEXTKIOSK_SHEET_TIMETABLE_H

#include "sheet/making.h"

/* A part of an hours table, or all of it. */
void timetable_rows(struct making *making, uint32_t hours,
		    enum format_part part);

/*
 * Appends one day of the table in words: "I dag, fredag 15 maj: 8–16, osäkert
 * (klämdag)". `today` is the day now.
 */
void timetable_day(struct buf *out, const struct dates_how *how, uint32_t hours,
		   int32_t day, int32_t today);

#endif
