/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of pages as it is searched: of each page its title and menu, then
 * its headings, then the rest, folded. What the program says by itself (days,
 * states, keys) is no text of a page and is not searched.
 */
#ifndef TEXTKIOSK_COMPILE_SOUGHT_H
#define TEXTKIOSK_COMPILE_SOUGHT_H

#include "compile/draft.h"
#include "compile/image.h"

/*
 * Adds passages and folded texts to the image, in which all pages and units
 * must stand already.
 */
void sought_bind(const struct draft *draft, struct image *image);

#endif
