/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * today.xml: the notices and the days on which hours differ, the one file
 * that reception edits.
 */
#ifndef TEXTKIOSK_COMPILE_TODAY_H
#define TEXTKIOSK_COMPILE_TODAY_H

#include "compile/element.h"

/* Reads the root element `today`; into: struct draft. */
element_handler today_read;

#endif
