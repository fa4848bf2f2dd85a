/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of spoken forms, tests/sheet/spoken.tsv, for tests. */
#ifndef TEXTKIOSK_TESTS_PHRASES_H
#define TEXTKIOSK_TESTS_PHRASES_H

#include "base/str.h"

#include <stddef.h>

enum { PHRASES_MOST = 200 };

struct phrase {
	struct str language; /* "sv" */
	struct str written;  /* on the screen; an address behind "@ " */
	struct str spoken;   /* in reader style; "_" is U+00A0 */
};

/* Reads the table; how many. Ends the test where it cannot be read. */
size_t phrases_read(struct phrase phrases[PHRASES_MOST]);

#endif
