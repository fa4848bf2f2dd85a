/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Binds a draft without errors into a book: sorted, keyed, pooled, and the
 * same bytes for the same content on every machine.
 */
#ifndef TEXTKIOSK_COMPILE_BIND_H
#define TEXTKIOSK_COMPILE_BIND_H

#include "compile/draft.h"
#include "compile/pieces.h"

#include <stdbool.h>

/*
 * Appends the book to `book`, in memory that is the draft's. Tells what
 * index_bind() does; false and FAULT_LARGE_BOOK when it would be too large.
 */
bool bind_book(struct draft *draft, struct pieces *book);

#endif
