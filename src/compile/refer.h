/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * References: every name that stands for a page, a section, a contact, a part
 * of one, opening hours or a term must be that of one. Where it misses by a
 * letter, the fault says what may have been meant. What is missing only
 * because something could not be read is no fault.
 */
#ifndef TEXTKIOSK_COMPILE_REFER_H
#define TEXTKIOSK_COMPILE_REFER_H

#include "compile/draft.h"

/* Tells which references lead nowhere; gives each `see` its target. */
void refer_check(struct draft *draft);

#endif
