/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an editor is told of the content, in the language of the messages: its
 * faults, and after --check a summary of what there is and of what is left to
 * do. Every list has at most REPORT_SHOWN places, and a count. Texts only;
 * where they go is left to main.
 */
#ifndef TEXTKIOSK_COMPILE_VERDICT_H
#define TEXTKIOSK_COMPILE_VERDICT_H

#include "compile/draft.h"

#include <stdint.h>

/* Appends the faults, one a line, and how many more there are. */
void verdict_faults(const struct draft *draft, struct buf *out);

/*
 * Appends how many screens, texts and faults there are, how much is translated
 * into each language and what is not, the dates before `today`, a day, and the
 * oldest text. Of faulty content only its faults are counted: the rest is not
 * known.
 */
void verdict_summary(const struct draft *draft, int32_t today, struct buf *out);

#endif
