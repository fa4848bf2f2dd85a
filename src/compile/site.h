/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * site.xml: the name, the slogan, the languages, the contacts and the opening
 * hours.
 */
#ifndef TEXTKIOSK_COMPILE_SITE_H
#define TEXTKIOSK_COMPILE_SITE_H

#include "compile/element.h"

/* Reads the root element `site`; into: struct draft. */
element_handler site_read;

#endif
