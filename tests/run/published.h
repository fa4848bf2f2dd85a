/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder of the test's own in which a municipality publishes its book, as
 * textkiosk-compile does: whole, by a rename. Whatever fails ends the test.
 */
#ifndef TEXTKIOSK_TESTS_RUN_PUBLISHED_H
#define TEXTKIOSK_TESTS_RUN_PUBLISHED_H

#include "base/str.h"

/* Makes the folder, in the folder the test runs in. Nothing is in it. */
void published_begin(void);

/* Takes the folder away, and the book. */
void published_end(void);

/* The path of the folder, and of the book in it: there or not. */
const char *published_folder(void);
const char *published_path(void);

/*
 * A small book of an organisation with this name takes its place: start with
 * "Hello!", 04 values with "Joy.", and 07, the look-up.
 */
void published_book(const char *name);

/* … these bytes do, good or not. */
void published_bytes(struct str bytes);

#endif
