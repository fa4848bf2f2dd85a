/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PO files: the translations of one language, and the template that
 * translators work from. The only file that knows libgettextpo. Whether a
 * translation may be shown is left to translate.
 */
#ifndef TEXTKIOSK_COMPILE_PO_H
#define TEXTKIOSK_COMPILE_PO_H

#include "compile/draft.h"

#include <stdbool.h>

/* An entry that is not obsolete. */
struct po_entry {
	struct str context; /* {NULL, 0}: none */
	struct str msgid;
	struct str msgstr; /* empty: not translated */
	bool fuzzy;	   /* only guessed from a similar one */
};

/* Sorted by msgid and context. */
struct po_entries DRAFT_LIST(struct po_entry);

/* How the reading of a PO file ended. */
enum po_end {
	PO_READ,
	PO_ABSENT, /* nothing is told */
	PO_FAULTY  /* the fault is told; nothing of the file can be used */
};

/* Reads the file `name` of the content folder `dir`, an open descriptor. */
enum po_end po_read(struct draft *draft, int dir, const char *name,
		    struct po_entries *entries);

/* The entry of a unit; NULL when there is none. */
const struct po_entry *po_find(const struct po_entries *entries,
			       const struct draft_unit *unit);

/* Writes the template; false and errno when it cannot be written. */
bool po_template(const struct draft *draft, const char *path);

#endif
