/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inline content: elements within a text become words with spans. The same
 * reading serves the master and a translation, so that the two can be
 * compared span by span. Whether a link leads anywhere is left to check.
 */
#ifndef TEXTKIOSK_COMPILE_MARKUP_H
#define TEXTKIOSK_COMPILE_MARKUP_H

#include "compile/draft.h"
#include "compile/xml.h"

#include <stdbool.h>

/*
 * The text of inline content, in the arena but for what it has of the node.
 * False when it holds nothing to be seen or what is not inline; with `faults`
 * NULL nothing is told.
 */
bool markup_text(struct arena *arena, struct faults *faults, struct str file,
		 const struct xml_node *node, struct draft_text *text);

/* Puts a text that will be shown where it lives as long as the draft. */
void markup_keep(struct draft *draft, struct draft_text *text);

/* White space runs as one space, trimmed, NFC, soft hyphens dropped. */
struct str markup_plain(struct arena *arena, struct str text);

#endif
