/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands on the screen while there is no book that can be shown: the
 * same few words in both languages, and the number that must never be
 * missed. It needs nothing but the catalogues.
 */
#ifndef TEXTKIOSK_SHEET_CALM_H
#define TEXTKIOSK_SHEET_CALM_H

#include "sheet/making.h"

/* Swedish by the window's first catalogue, then English. */
void calm_rows(struct making *making);

#endif
