/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Spoken forms: what reader style writes so that a screen reader says it as a
 * person would. Readers say "8–17" as "8 dash 17" or swallow the dash, and a
 * time as a decimal. Only how it is written differs, never what is said:
 * tests/sheet/spoken.tsv lists what becomes of what. Pure.
 */
#ifndef TEXTKIOSK_SHEET_SPOKEN_H
#define TEXTKIOSK_SHEET_SPOKEN_H

#include "base/str.h"
#include "text/catalog.h"

/*
 * Appends valid text in spoken form, in the words of a catalogue: a range
 * "8–17" is "8 till 17", a time "8.30" is "8 30", a telephone number
 * "0582-68 50 00" is its groups. What belongs together is joined by U+00A0.
 */
void spoken_add(struct buf *out, struct str text,
		const struct catalog *catalog);

/* Appends an e-mail address as words: "a snabel-a b punkt se". */
void spoken_email(struct buf *out, struct str address,
		  const struct catalog *catalog);

#endif
