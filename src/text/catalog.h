/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a GNU message catalogue (.mo; gettext manual, "The Format of GNU MO
 * Files"). Files and tools are gettext's; only the look-up is ours, because
 * libc's cannot switch language under C.UTF-8 (glibc 2.41 and later, musl)
 * and takes paths from the environment.
 *
 * A catalogue is memory that somebody maps and may be hostile, and may change
 * while it is read: nothing outside it is ever read, and one that is damaged
 * when it is opened has no messages. The hash table is not used; the strings
 * are sorted.
 */
#ifndef TEXTKIOSK_TEXT_CATALOG_H
#define TEXTKIOSK_TEXT_CATALOG_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What of a plural expression is read; the longest known has 260 bytes. */
enum { CATALOG_PLURAL_BYTES = 1024, CATALOG_PLURAL_DEPTH = 32 };

/* A view of a catalogue; copies share the memory. {0} has no messages. */
struct catalog {
	const unsigned char *at; /* the mapped file; not owned */
	size_t bytes;
	uint32_t count;	       /* messages */
	uint32_t originals;    /* offset of the table of msgids */
	uint32_t translations; /* offset of the table of msgstrs */
	bool swapped;	       /* the file's byte order is not ours */
};

/*
 * Opens a catalogue of at most 16 MiB and 2^20 messages. False (and *catalog
 * is {0}) when it is none: of another kind or revision, with a string that
 * does not lie in it or does not end with NUL, or not sorted. Reads the
 * msgids once.
 */
bool catalog_open(struct catalog *catalog, const void *memory, size_t bytes);

/*
 * The message of (context, msgid); context NULL: none. Empty slice
 * ({NULL, 0}) when the catalogue has none or it is no valid UTF-8.
 * Not for plural messages.
 */
struct str catalog_find(const struct catalog *catalog, const char *context,
			const char *msgid);

/*
 * The form for n of the plural message (context, one, many), by the
 * catalogue's Plural-Forms; {NULL, 0} as above. As in gettext it is "n != 1"
 * where there is no expression, or none that can be read, and form 0 where it
 * names a form that the header does not count or the message does not have.
 * A division by zero, which ends a program of gettext's, gives form 0.
 */
struct str catalog_find_plural(const struct catalog *catalog,
			       const char *context, const char *one,
			       const char *many, unsigned long n);

#endif
