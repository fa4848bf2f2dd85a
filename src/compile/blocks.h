/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands one below the other on a screen: paragraphs, lists, notes, and
 * what the program itself shows in its place. Every function is an
 * element_handler whose `into` is a struct draft_blocks.
 */
#ifndef TEXTKIOSK_COMPILE_BLOCKS_H
#define TEXTKIOSK_COMPILE_BLOCKS_H

#include "compile/element.h"

/* The rows of text, for elements that fill the blocks at `offset`. */
#define BLOCKS_PROSE(offset)                                                   \
	{ "p", blocks_p, ELEMENT_UNIT, ELEMENT_ANY, offset },                  \
		{ "ul", blocks_ul, "", ELEMENT_ANY, offset },                  \
		{ "ol", blocks_ol, "", ELEMENT_ANY, offset },                  \
	{                                                                      \
		"dl", blocks_dl, "", ELEMENT_ANY, offset                       \
	}

element_handler blocks_p;
element_handler blocks_ul;
element_handler blocks_ol;
element_handler blocks_dl;

/* Nothing but text, such as `easy` holds. */
element_handler blocks_prose;

/* Text in our own words. */
element_handler blocks_note;

/* The block that stands for a section; its title becomes the block's unit. */
element_handler blocks_heading;

/* `children`, `show` and `set`, whose words are the program's. */
element_handler blocks_children;
element_handler blocks_show;
element_handler blocks_set;

/*
 * Blocks grow in the scratch memory; when all are read, this keeps them where
 * they live as long as the draft, and takes no room for more.
 */
void blocks_keep(struct draft *draft, struct draft_blocks *blocks);

#endif
