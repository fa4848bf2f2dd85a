/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Attribute values: times, dates, days, weeks, ids, and the forms of
 * telephone numbers, addresses and organisation numbers. Each function says
 * whether the text is one; where it is not, the result is untouched.
 */
#ifndef TEXTKIOSK_COMPILE_VALUES_H
#define TEXTKIOSK_COMPILE_VALUES_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* "08:00" as a minute of the day; "24:00" is 1440. */
bool values_time(struct str text, uint32_t *minute);

/* "2026-12-24" as a day; it must exist (years 1990 to 2199). */
bool values_date(struct str text, int32_t *day);

/* "2026-12-01T08:00" as local minutes. */
bool values_instant(struct str text, uint32_t *local_minutes);

/* "2014-12". */
bool values_month(struct str text, uint32_t *year, uint32_t *month);

/* "06-15" as month * 100 + day. */
bool values_month_day(struct str text, uint32_t *month_day);

/* "mon-thu", "fri", "mon wed": bit 0 for Monday. No day twice. */
bool values_days(struct str text, uint32_t *days);

/* "25-32" or "25": ISO weeks 1 to 53. */
bool values_weeks(struct str text, uint32_t *from, uint32_t *until);

/* a-z, 0-9, "-" and "."; 1 to FORMAT_ID_BYTES bytes. */
bool values_id(struct str text);

/* A language tag as we use them (BCP 47): "sv", "en", "pt-br". */
bool values_language(struct str text);

/* The number of a screen: digits 1 to 8, at most FORMAT_NUMBER_DIGITS. */
bool values_number(struct str text, uint32_t *number);

/* "tel:+46582685000" (RFC 3966, a global number) or tel:112;phone-context= */
bool values_tel(struct str href);

/*
 * Whether a number as it is written and a tel: address are one number: the
 * digits, with 0 and +46 (E.164) for the same.
 */
bool values_same_tel(struct str written, struct str href);

/* One "@", a dot behind it, no white space (what RFC 5321 calls a mailbox). */
bool values_email(struct str text);

/* https:// or http:// and a host of at least two parts. */
bool values_url(struct str text);

/* NNNNNN-NNNN with the check digit of Luhn (Skatteverket, SKV 709). */
bool values_orgnr(struct str text);

/*
 * Whether one name may be the other, misspelt: a letter other, missing or too
 * much, or two swapped. Equal names are nearly so.
 */
bool values_nearly(struct str a, struct str b);

#endif
