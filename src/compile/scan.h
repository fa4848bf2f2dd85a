/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be seen of an XML text without parsing it, and must be seen before
 * libxml2 does: another encoding declared (UTF-7 would smuggle a DOCTYPE past
 * us), characters that may not stand in content, a tag with so many
 * attributes that comparing them takes minutes.
 */
#ifndef TEXTKIOSK_COMPILE_SCAN_H
#define TEXTKIOSK_COMPILE_SCAN_H

#include "base/str.h"
#include "compile/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCAN_ATTRIBUTES = 1000 }; /* of one element, at most */

/* True when a text in UTF-8 may go to the parser; else the fault is told. */
bool scan_text(struct faults *faults, struct str file, struct str text);

/*
 * Where the first character stands that no content may have, and which it is;
 * the text's length when there is none, and *c says nothing.
 */
size_t scan_forbidden(struct str text, uint32_t *c);

/*
 * The line in which a DOCTYPE begins of which the parser tells when it has
 * come to `line`.
 */
size_t scan_doctype(struct str text, size_t line);

/* Tells of a forbidden character that was written as "&#…;". */
void scan_tell_reference(struct faults *faults, struct str file,
			 struct str text, uint32_t c);

#endif
