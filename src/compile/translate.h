/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The other languages: each unit's translation from po/CODE.po.
 *
 * A translation is found by the master's words, so a changed sentence can
 * never be shown with its old translation; fuzzy and obsolete entries are not
 * used; one with other links, other digits or broken markup is not either.
 * Such a unit stays in the master's language and is reported.
 */
#ifndef TEXTKIOSK_COMPILE_TRANSLATE_H
#define TEXTKIOSK_COMPILE_TRANSLATE_H

#include "compile/draft.h"

#include <stdbool.h>

/* Fills the units' texts of every language but the master. */
void translate_content(struct draft *draft, int dir);

/* How many units are to be translated, and how many are, in a language. */
struct translate_count {
	size_t units;
	size_t translated;
};

struct translate_count translate_count(const struct draft *draft,
				       size_t language);

#endif
