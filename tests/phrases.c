/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "phrases.h"

#include "real.h"

#include <stdio.h>
#include <stdlib.h>

/* The field up to `end`, which is taken off `rest` with it. */
static struct str field(struct str *rest, char end)
{
	struct str text = *rest;
	size_t bytes = 0;

	while (bytes < text.bytes && text.at[bytes] != end)
		bytes++;
	*rest = str_from(text, bytes + (bytes < text.bytes));
	return str_first(text, bytes);
}

static struct str table(void)
{
	const char *srcdir = getenv("srcdir");
	char path[4096];

	snprintf(path, sizeof path, "%s/tests/sheet/spoken.tsv",
		 srcdir ? srcdir : ".");
	return real_file(path);
}

size_t phrases_read(struct phrase phrases[PHRASES_MOST])
{
	struct str rest = table();
	size_t count = 0;

	while (rest.bytes && count < PHRASES_MOST) {
		struct str line = field(&rest, '\n');

		if (str_starts(line, STR("#")))
			continue;
		phrases[count].language = field(&line, '\t');
		phrases[count].written = field(&line, '\t');
		phrases[count++].spoken = line;
	}
	return count;
}
