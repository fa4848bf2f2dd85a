/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order of words in A–Ö, and the forms under which a word is found. Both
 * are bytes to be compared with str_compare(), made when the book is bound,
 * and the same whatever locale the machine has.
 *
 * Swedish order is CLDR's sv (reformed), with nothing ignored, so words are
 * compared word by word: å ä ö after z in that order, w after v, é as e; ü
 * and ű as y, æ and ę as ä, ø ő œ ô as ö, đ ð as d, þ as th. Space comes
 * before punctuation, that before digits, those before letters. Accents, then
 * lower and upper case, decide only between words that are otherwise equal.
 * English order is the same without the Swedish letters. It is so for Latin
 * letters with at most one mark, the punctuation of Unicode and the signs of
 * Latin-1; other scripts come behind them, other signs before the digits, by
 * code point.
 */
#ifndef TEXTKIOSK_TEXT_ORDER_H
#define TEXTKIOSK_TEXT_ORDER_H

#include "base/str.h"

#include <stddef.h>
#include <stdint.h>

enum order_alphabet {
	ORDER_SWEDISH, /* A to Z, Å, Ä, Ö: 29 letters */
	ORDER_ENGLISH  /* A to Z: 26 letters */
};

/* The alphabet of a language code; ORDER_ENGLISH for what is not known. */
enum order_alphabet order_alphabet(struct str code);

/* The letters of an alphabet, upper case, in order; how many. */
size_t order_letters(enum order_alphabet alphabet, struct str letters[29]);

/* Appends the sort key of valid text. Keys of one alphabet compare by bytes. */
void order_key(struct buf *out, enum order_alphabet alphabet, struct str text);

/*
 * The letter a word with this key is filed under, as an index of
 * order_letters(); SIZE_MAX: none of them (a digit, a foreign script).
 */
size_t order_letter(enum order_alphabet alphabet, struct str key);

/*
 * The forms of a term that a query is compared with. The query itself is
 * only made ORDER_EXACT: å ä ö are letters first, and fall back only on the
 * term's side, so "mal" finds "mål" but never the other way about.
 */
enum order_form {
	ORDER_EXACT,	/* case folded, NFC, soft hyphens dropped */
	ORDER_STRIPPED, /* without marks: å a, ä a, ö o, é e, æ a, ø o */
	ORDER_DIGRAPH,	/* å aa, ä ae, ö oe, ü ue; other marks stripped */
	ORDER_EXACT_BARE, /* as ORDER_EXACT, without punctuation */
	ORDER_STRIPPED_BARE,
	ORDER_DIGRAPH_BARE,
	ORDER_FORMS
};

/* Appends valid text in one of the forms; white space runs as one space. */
void order_form(struct buf *out, enum order_form form, struct str text);

/* Appends text in ORDER_EXACT as it is in ORDER_STRIPPED; line feeds stay. */
void order_strip(struct buf *out, struct str exact);

/*
 * Appends text in ORDER_EXACT with å, ä, ö where somebody wrote aa, ae, oe:
 * what may be meant, not what is. Words and spaces stay where they are.
 */
void order_dotted(struct buf *out, struct str text);

#endif
