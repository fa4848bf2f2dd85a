/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page: one screen, with its number, its sections and the terms under which
 * A–Ö names it.
 */
#ifndef TEXTKIOSK_COMPILE_PAGE_H
#define TEXTKIOSK_COMPILE_PAGE_H

#include "compile/element.h"

/* Reads the root element `page`; into: struct draft. */
element_handler page_read;

#endif
