/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Says every message of a catalogue twice, by libc and by us, and tells where
 * they differ. The catalogue is FOLDER/sv/LC_MESSAGES/DOMAIN.mo; the locale
 * is that of the environment. With what the locale says first of all: exit
 * code 77 when libc does not translate under it.
 *
 *	catalog-libc FOLDER DOMAIN
 */
#include "text/catalog.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBERS = 2000, FILE_BYTES = 1 << 20 };

static char file[FILE_BYTES];

static uint32_t word_at(size_t offset)
{
	uint32_t word;

	memcpy(&word, file + offset, sizeof word);
	return word;
}

static const char *original(uint32_t index, size_t *bytes)
{
	size_t at = word_at(12) + 8 * (size_t)index;

	*bytes = word_at(at);
	return file + word_at(at + 4);
}

static bool same(struct str ours, const char *theirs, const char *msgid)
{
	/* Without a translation libc gives the msgid back, we nothing. */
	return ours.at ? str_equal(ours, str_of(theirs))
		       : strcmp(theirs, msgid) == 0;
}

static bool plural_agrees(const struct catalog *catalog, const char *domain,
			  const char *one)
{
	const char *many = one + strlen(one) + 1;

	for (unsigned long n = 0; n < NUMBERS; n++) {
		unsigned long number = n < NUMBERS / 2 ? n : n * 99991;
		const char *theirs = dngettext(domain, one, many, number);
		struct str ours =
			catalog_find_plural(catalog, NULL, one, many, number);

		if (!same(ours, theirs, number == 1 ? one : many)) {
			printf("# %s, %lu: \"%.*s\", libc \"%s\"\n", one,
			       number, (int)ours.bytes, ours.at, theirs);
			return false;
		}
	}
	return true;
}

/* A context is part of the msgid to libc: "context U+0004 msgid". */
static struct str ours(const struct catalog *catalog, const char *msgid)
{
	const char *mark = strchr(msgid, '\004');
	char context[1024];

	if (!mark)
		return catalog_find(catalog, NULL, msgid);
	snprintf(context, sizeof context, "%.*s", (int)(mark - msgid), msgid);
	return catalog_find(catalog, context, mark + 1);
}

static bool message_agrees(const struct catalog *catalog, const char *domain,
			   uint32_t index)
{
	size_t bytes;
	const char *msgid = original(index, &bytes);
	const char *theirs;

	if (bytes == 0)
		return true;
	if (strlen(msgid) < bytes && !strchr(msgid, '\004'))
		return plural_agrees(catalog, domain, msgid);
	theirs = dgettext(domain, msgid);
	if (same(ours(catalog, msgid), theirs, msgid))
		return true;
	printf("# \"%s\", libc \"%s\"\n", msgid, theirs);
	return false;
}

static size_t read_file(const char *folder, const char *domain)
{
	char path[4096];
	size_t bytes;
	FILE *from;

	snprintf(path, sizeof path, "%s/sv/LC_MESSAGES/%s.mo", folder, domain);
	from = fopen(path, "r");
	if (!from)
		return 0;
	bytes = fread(file, 1, sizeof file, from);
	fclose(from);
	return bytes;
}

int main(int argc, char **argv)
{
	struct catalog catalog;
	bool agree = true;
	size_t bytes;

	if (argc != 3)
		return 2;
	bytes = read_file(argv[1], argv[2]);
	if (!setlocale(LC_ALL, "") || !bindtextdomain(argv[2], argv[1]) ||
	    !bind_textdomain_codeset(argv[2], "UTF-8"))
		return 77;
	if (dgettext(argv[2], "")[0] == '\0')
		return 77;
	if (!catalog_open(&catalog, file, bytes)) {
		printf("# %s is refused\n", argv[2]);
		return 1;
	}
	for (uint32_t i = 0; i < catalog.count; i++)
		agree = message_agrees(&catalog, argv[2], i) && agree;
	return !agree;
}
