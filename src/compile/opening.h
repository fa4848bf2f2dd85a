/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening hours: a table with its week and seasons, and what has been said
 * about certain days. Whether they agree with each other is left to check.
 */
#ifndef TEXTKIOSK_COMPILE_OPENING_H
#define TEXTKIOSK_COMPILE_OPENING_H

#include "compile/element.h"

/* Reads `hours` of site.xml; into: struct draft. */
element_handler opening_read;

/* Reads `date` of today.xml, which names its table; into: struct draft. */
element_handler opening_date;

#endif
