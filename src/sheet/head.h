/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands above a screen's text and beside it: the name, the other
 * language, the path and the number. Folded, in the sheet's arena.
 */
#ifndef TEXTKIOSK_SHEET_HEAD_H
#define TEXTKIOSK_SHEET_HEAD_H

#include "sheet/making.h"

/* The organisation's name. */
struct str head_name(const struct making *making);

/*
 * "9 In English", in the language it leads to; "9 Språk" where there are
 * more than two; empty where there is one.
 */
struct str head_language(const struct making *making);

/*
 * "Start > Värdeord": start by its menu, then the pages above this one by
 * title; the first ones are left out where it would be wider than `cols`.
 */
struct str head_path(const struct making *making, uint32_t cols);

/* The number as it is typed, "041"; empty where there is none. */
struct str head_number(const struct making *making);

#endif
