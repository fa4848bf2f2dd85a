/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The vocabulary: trees of elements become the draft. One table row an
 * element says where it may stand, which attributes it takes and who reads
 * it; what is not in a table is a fault.
 */
#ifndef TEXTKIOSK_COMPILE_READ_H
#define TEXTKIOSK_COMPILE_READ_H

#include "compile/draft.h"

/*
 * Reads site.xml, today.xml and pages of the content folder `dir`, an open
 * descriptor. All faults are told; the draft is complete only without errors.
 */
void read_content(struct draft *draft, int dir);

#endif
