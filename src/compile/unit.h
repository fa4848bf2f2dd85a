/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text units: the inline content of an element as tokens, and as the msgid
 * under which it is translated. The same reading serves the master and a
 * translation, so the two are compared token by token.
 */
#ifndef TEXTKIOSK_COMPILE_UNIT_H
#define TEXTKIOSK_COMPILE_UNIT_H

#include "compile/draft.h"
#include "compile/xml.h"

/*
 * The unit of an element, added to the draft; NULL when it is empty or has
 * what no unit may hold, and the fault is told.
 */
struct draft_unit *unit_read(struct draft *draft, struct str file,
			     const struct xml_node *node);

/* The unit of a plain text, such as a label. */
struct draft_unit *unit_of_text(struct draft *draft, struct fault_place place,
				struct str text, bool translate);

/*
 * The tokens of inline content. False when it holds what is not inline; with
 * `faults` NULL nothing is told.
 */
bool unit_tokens(struct arena *arena, struct faults *faults, struct str file,
		 const struct xml_node *node, struct draft_text *text);

/* Whether there is anything in it to be seen. */
bool unit_holds_words(const struct draft_text *text);

/* White space runs as one space, trimmed, NFC, soft hyphens dropped. */
struct str unit_plain(struct arena *arena, struct str text);

#endif
