/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text units: the smallest pieces that are translated, each with the msgid
 * under which it is: its inline content serialised (design section 3).
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

/* The unit of a plain text, such as a label; that it is too long is told. */
struct draft_unit *unit_of_text(struct draft *draft, struct fault_place place,
				struct str text, bool translate);

#endif
