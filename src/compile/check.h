/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds the draft to the promises that no single element can keep: every
 * reference lands, ids and numbers are unique, hours do not contradict each
 * other, data have their form, titles fit. After read and translate.
 */
#ifndef TEXTKIOSK_COMPILE_CHECK_H
#define TEXTKIOSK_COMPILE_CHECK_H

#include "compile/draft.h"

#include <stdint.h>

/* Tells all faults. `today` is a day: exceptions before it are past. */
void check_content(struct draft *draft, int32_t today);

#endif
