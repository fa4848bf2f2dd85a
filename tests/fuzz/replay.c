/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a fuzz target over its kept corpus, the folder CORPUS beside it, where
 * there is no libFuzzer. TAP: an input that breaks something ends it all.
 */
#include "fuzz/target.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 20 };

static int visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* In memory of just its size, so that a sanitizer sees one byte too far. */
static void replay(const char *folder, const char *name)
{
	static uint8_t bytes[MOST_BYTES];
	char path[1024];
	uint8_t *exact;
	size_t count;
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "r");
	if (!file)
		abort();
	count = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	exact = malloc(count ? count : 1);
	if (!exact)
		abort();
	memcpy(exact, bytes, count);
	LLVMFuzzerTestOneInput(exact, count);
	free(exact);
}

int main(void)
{
	const char *sources = getenv("srcdir");
	struct dirent **entries;
	char folder[512];
	int count;

	snprintf(folder, sizeof folder, "%s/tests/fuzz/%s",
		 sources ? sources : ".", CORPUS);
	count = scandir(folder, &entries, visible, alphasort);
	if (count <= 0) {
		printf("Bail out! nothing in %s\n", folder);
		return 1;
	}
	printf("1..%d\n", count);
	for (int i = 0; i < count; i++) {
		replay(folder, entries[i]->d_name);
		printf("ok %d - %s\n", i + 1, entries[i]->d_name);
		fflush(stdout);
		free(entries[i]);
	}
	free(entries);
	return 0;
}
