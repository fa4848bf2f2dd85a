/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds the draft to the promises that no single element can keep: every
 * reference lands, ids and numbers are unique, hours do not contradict each
 * other, data have their form, titles fit.
 */
#ifndef TEXTKIOSK_COMPILE_CHECK_H
#define TEXTKIOSK_COMPILE_CHECK_H

#include "compile/draft.h"

#include <stdint.h>

/*
 * Tells what is wrong with the master, before it is translated. `today` is a
 * day: exceptions before it are past. Sorts the dates and resolves the
 * see-references for bind.
 */
void check_content(struct draft *draft, int32_t today);

/* Tells what is too long or says too little, in all languages. */
void check_wording(const struct draft *draft);

#endif
