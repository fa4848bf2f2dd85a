/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A content folder in little, for tests of the modules that read one: files
 * are written into a folder of its own under /tmp, or a single element is
 * read without any file. What was told is at hand as text. The faults are in
 * English.
 */
#ifndef TEXTKIOSK_TESTS_COMPILE_FOLDER_H
#define TEXTKIOSK_TESTS_COMPILE_FOLDER_H

#include "compile/draft.h"
#include "compile/element.h"

struct folder {
	struct arena *arena;
	struct faults faults;
	struct draft draft;	      /* of one language: sv */
	struct element_reader reader; /* of a file "f", outside of sections */
	char path[32];
	int dir; /* open descriptor of it */
};

/* A new, empty folder and draft; folder_end() them. Dies when it cannot. */
void folder_begin(struct folder *folder);

/* Takes the folder away and ends all memory. */
void folder_end(struct folder *folder);

/* Writes a file: "FILE", "pages/FILE" or "po/FILE". */
void folder_write(struct folder *folder, const char *name, const char *text);

/* Writes site.xml; `body` stands behind its name and begins in line 3. */
void folder_site(struct folder *folder, const char *body);

/* Writes today.xml; `body` begins in line 2. */
void folder_today(struct folder *folder, const char *body);

/*
 * Writes pages/ID.xml, whose title is the id; `body` stands behind it and
 * begins in line 3. `number` is NULL where the page has none.
 */
void folder_page(struct folder *folder, const char *id, const char *number,
		 const char *body);

/* Writes the pages that must exist: start, index (7), help (8), language. */
void folder_reserved_pages(struct folder *folder);

/* Reads the folder into the draft, as textkiosk-compile does. */
void folder_read(struct folder *folder);

/* The one element of a text, in the vocabulary; in the scratch memory. */
const struct xml_node *folder_element(struct folder *folder, const char *text);

/* Ends the scratch memory, so that what was not kept is seen to be lost. */
void folder_forget(struct folder *folder);

/* All that has been told so far, one fault a line; in the folder's arena. */
struct str folder_told(struct folder *folder);

#endif
