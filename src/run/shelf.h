/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The book that is shown: opened from a file or made from a folder, and
 * exchanged for a new one between two keys. A file that shrinks while it is
 * mapped turns into zeros, never into a crash.
 */
#ifndef TEXTKIOSK_RUN_SHELF_H
#define TEXTKIOSK_RUN_SHELF_H

#include "book/book.h"

#include <stdbool.h>

enum shelf_fault {
	SHELF_GOOD,
	SHELF_MISSING, /* no such file */
	SHELF_BAD,     /* no book, or content with errors */
	SHELF_SYSTEM   /* the machine refused; see errno */
};

/*
 * Where `path` is a folder of content, makes a book of it in memory: runs
 * textkiosk-compile, which tells its faults in `language` ("sv", "en"). Else,
 * and for NULL, does nothing.
 */
enum shelf_fault shelf_make(const char *path, const char *language);

/*
 * Takes the book that was made, else the one in the file `path`; NULL: the
 * installed one. Where there is no good one, shelf_take_new() may find one
 * later.
 */
enum shelf_fault shelf_open(const char *path);

/* The folder in which a new book may appear; NULL: none will. */
const char *shelf_folder(void);

/*
 * Whether the book can be shown: there is one, and its file has neither
 * shrunk nor been written over while it was mapped.
 */
bool shelf_usable(void);

/* The book now on the shelf; an empty one where there is none. */
const struct book *shelf_book(void);

/* A descriptor that becomes readable when a new book may be there; or -1. */
int shelf_watch(void);

/*
 * Looks whether a new book is there, and takes it if it is good: true. The
 * old one stays mapped until the next call, for whoever still reads it.
 */
bool shelf_take_new(void);

/* Called by the handler of SIGBUS: true when it was ours and is mended. */
bool shelf_mend(void *address);

#endif
