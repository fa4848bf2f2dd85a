/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The real book and the real catalogue, as the build made them, for tests
 * that hold the product to its promises. Tests run in the build folder.
 */
#ifndef TEXTKIOSK_TESTS_REAL_H
#define TEXTKIOSK_TESTS_REAL_H

#include "book/book.h"
#include "sheet/sheet.h"

#include <stdint.h>

/* A Tuesday on which the town hall is open: 2026-11-24T10:00 in Sweden. */
#define REAL_NOW INT64_C(1795510800)

/* The book textkiosk.book; ends the test when it is not there. */
const struct book *real_book(void);

/* Another book that the build made, "notices.book"; the last one stays open. */
const struct book *real_book_named(const char *path);

/* A window of that size in an ordinary terminal at REAL_NOW. */
struct sheet_window real_window(uint32_t cols, uint32_t rows);

/* A file whole, in memory that is never freed; ends the test without it. */
struct str real_file(const char *path);

#endif
