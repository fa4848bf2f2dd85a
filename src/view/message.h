/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program answers besides a page: one sentence, which the screen
 * shows in its last row and the line dialogue says before anything else. Pure.
 */
#ifndef TEXTKIOSK_VIEW_MESSAGE_H
#define TEXTKIOSK_VIEW_MESSAGE_H

#include "base/str.h"
#include "text/catalog.h"
#include "visit/step.h"

#include <stdbool.h>

/* Whether the visit has a message to be told. */
bool message_is(const struct visit *visit);

/* Appends it, in the catalogue's language; nothing where there is none. */
void message_add(struct buf *out, const struct catalog *catalog,
		 const struct visit *visit);

#endif
