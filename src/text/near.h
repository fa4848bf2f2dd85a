/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether what was typed is nearly a word: with one slip of the finger, with a
 * grammatical ending behind it, or as one word of a sentence. Both sides are in
 * one of the forms of text/order.h. A word inside a longer term is a word too.
 */
#ifndef TEXTKIOSK_TEXT_NEAR_H
#define TEXTKIOSK_TEXT_NEAR_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Shorter words are too easily another word. */
enum {
	NEAR_SLIP_LETTERS = 4,
	NEAR_BEGINNING_LETTERS = 6,
	NEAR_ENDING_LETTERS = 3,
	NEAR_NAME_LETTERS = 4,
	NEAR_FIRST_LETTERS = 4,
	NEAR_HEAD_LETTERS = 5
};

/*
 * The whole term or one of its words is what was typed, but for one letter
 * that was changed, left out or typed twice, or two neighbours swapped. From
 * NEAR_BEGINNING_LETTERS on the beginning of a word is enough.
 */
bool near_slip(struct str typed, struct str term);

/*
 * What was typed is the whole term or one of its words with an ending of
 * Swedish or English behind it: "kartan", "kartor", "visionens", "maps".
 */
bool near_ending(struct str typed, struct str term);

/*
 * The beginning of what was typed that stands in every term near_ending() may
 * find, and in every term that holds all of it: without its longest ending.
 */
struct str near_stem(struct str typed);

/* Parts of what was typed, of which a slip leaves one as it was. */
enum { NEAR_PARTS = 3 };

/* Of these one stands in every term near_slip() finds; empty: none does. */
void near_parts(struct str typed, struct str parts[NEAR_PARTS]);

/*
 * Every word of the term is answered by a word typed: the same, with an ending
 * behind, or put together with it, first or last, as Swedish does:
 * "budgetförslag", "lunchstängt". A term of fewer than NEAR_NAME_LETTERS
 * letters is never meant so: "hur", "det".
 */
bool near_named(struct str typed, struct str term);

/* One of these, of some word, stands in every term near_named() finds. */
enum { NEAR_ENDS = 2 };

/*
 * Takes a word from the head of *left: its first and its last letters into
 * `ends`, empty where they are too few. False when there is none left.
 */
bool near_word_ends(struct str *left, struct str ends[NEAR_ENDS]);

/* Of several words the longest: it says most. Empty where there is but one. */
struct str near_longest(struct str typed);

#endif
