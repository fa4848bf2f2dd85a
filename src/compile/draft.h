/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Content as it was written: pages, contacts, hours, notices, terms, each
 * with file and line. References are still names. read fills it, check holds
 * it to its promises, translate adds the other languages, bind makes the book
 * of it. Its memory is one arena's; the words stand in the book's own pool.
 */
#ifndef TEXTKIOSK_COMPILE_DRAFT_H
#define TEXTKIOSK_COMPILE_DRAFT_H

#include "base/str.h"
#include "book/format.h"
#include "compile/fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct pool;

/* The body of a list of things: see arena_append(). */
#define DRAFT_LIST(type)                                                       \
	{                                                                      \
		type *at;                                                      \
		size_t count, room;                                            \
	}

/*
 * Stands in the words for a datum (`ref`), which bind puts there in each
 * language. No content has it: it is a control character.
 */
#define DRAFT_DATUM '\x1A'

/* Markup over a part of a text. */
struct draft_span {
	enum format_span_kind kind;
	uint32_t start, bytes; /* in the words */
	/*
	 * LINK: page, and section or nothing; DATUM_REF: contact and part;
	 * FOREIGN: its language; SPOKEN: how; OUTSIDE: the address.
	 */
	struct str a, b;
	size_t line;
};

/* The words of a unit in one language. */
struct draft_text {
	struct str words; /* white space runs are one space; \n: br */
	struct DRAFT_LIST(struct draft_span) spans; /* by start, outer first */
};

/* What an editor says about a unit to those who translate it. */
struct draft_hint {
	struct str context; /* msgctxt, or {NULL, 0} */
	struct str comment; /* or {NULL, 0} */
};

/* A text unit: the smallest piece that is translated. */
struct draft_unit {
	struct fault_place place;
	struct str msgid;	       /* its inline content serialised */
	const struct draft_hint *hint; /* for translators; NULL: none */
	struct draft_text master;
	struct draft_text *others; /* language 1 and on; NULL: none yet */
	uint32_t index;		   /* in the draft's units, and in the book */
	bool translate;		   /* false: the same in every language */
	bool data;		   /* tel: digits are compared, not words */
};

struct draft_block {
	enum format_block_kind kind;
	uint32_t level;
	struct draft_unit *unit; /* or NULL */
	bool note;
	bool prose;
	uint32_t number; /* NUMBERED: its number; SET: what */
	struct str name; /* CONTACTS, TABLE, STATE: the id */
	enum format_part part;
	struct fault_place place;
};

struct draft_blocks DRAFT_LIST(struct draft_block);

struct draft_section {
	struct str id;
	uint32_t block;
	struct fault_place place;
};

struct draft_term {
	struct str language;
	struct str text;
	struct str see;			 /* empty: an entry */
	const struct draft_term *target; /* of `see`, found by check.c */
	uint32_t index; /* in its language's order, set by bind.c */
	size_t page;
	uint32_t block; /* FORMAT_NONE: the page's title */
	struct fault_place place;
};

struct draft_source {
	struct str of;
	uint32_t year, month; /* 0: not said */
	uint32_t checked;     /* day, or FORMAT_NONE */
};

struct draft_page {
	struct str id;
	struct str number_text; /* as written, or {NULL, 0} */
	uint32_t number;	/* 0: none */
	struct draft_unit *title;
	struct draft_unit *menu;
	struct draft_source source;
	struct draft_blocks blocks;
	struct draft_blocks easy;
	struct DRAFT_LIST(
		struct draft_section) sections; /* draft_sort(): by id */
	uint32_t index; /* in the book; set by draft_sort() */
	struct fault_place place;
};

struct draft_datum {
	enum format_part part;
	struct draft_unit *label;
	struct DRAFT_LIST(struct draft_unit *) values; /* of adr one a line */
	struct str href;
	struct fault_place place;
};

struct draft_contact {
	struct str id;
	struct draft_source source;
	struct DRAFT_LIST(struct draft_datum) data;
	struct fault_place place;
};

struct draft_interval {
	uint32_t days; /* bits, Monday first */
	uint32_t from, to;
	struct fault_place place;
};

struct draft_intervals DRAFT_LIST(struct draft_interval);

struct draft_season {
	struct draft_unit *title;
	bool in_weeks;
	uint32_t from, until;
	struct draft_intervals intervals;
	struct fault_place place;
};

struct draft_date {
	struct str hours; /* id */
	int32_t from, until;
	enum format_date_is is;
	struct draft_unit *reason; /* or NULL */
	struct draft_intervals intervals;
	struct fault_place place;
};

struct draft_hours {
	struct str id;
	struct str contact; /* id, or {NULL, 0} */
	enum format_policy holidays, eves, near;
	struct draft_source source;
	struct draft_unit *title;
	struct draft_unit *short_name;
	struct draft_intervals week;
	struct DRAFT_LIST(struct draft_season) seasons;
	struct draft_blocks notes;
	struct fault_place place;
};

struct draft_notice {
	uint32_t from, until; /* local minutes; see struct format_notice */
	struct draft_unit *short_text;
	struct draft_blocks blocks;
	struct fault_place place;
};

struct draft_language {
	struct str code;
	struct str name;
	struct fault_place place;
};

struct draft {
	struct arena *arena;
	struct arena *scratch; /* dies with the file, or unit, at hand */
	struct pool *pool;     /* the words of the units */
	struct faults *faults;

	struct draft_unit *name;
	struct draft_unit *slogan;
	int32_t updated; /* day */
	struct draft_language languages[FORMAT_LANGUAGES];
	size_t language_count;

	struct DRAFT_LIST(struct draft_page) pages;
	struct DRAFT_LIST(struct draft_contact) contacts;
	struct DRAFT_LIST(struct draft_hours) hours;
	struct DRAFT_LIST(struct draft_date) dates;
	struct DRAFT_LIST(struct draft_notice) notices;
	struct DRAFT_LIST(struct draft_term) terms;
	struct DRAFT_LIST(struct draft_unit *) units; /* all, as read */

	size_t *by_id;	   /* pages by id, made by draft_sort() */
	size_t *by_number; /* numbered pages by key */
	size_t numbered;
	struct draft_term **by_word; /* terms by language and word */
};

/* An empty draft whose memory is the faults' arena; draft_end() it. */
void draft_begin(struct draft *draft, struct faults *faults);

/* Ends the scratch memory; the rest dies with its arena. */
void draft_end(struct draft *draft);

/* Makes what is looked up sorted; to be called when all pages are read. */
void draft_sort(struct draft *draft);

/* The page with this id, or NULL. After draft_sort(). */
struct draft_page *draft_page(const struct draft *draft, struct str id);

/* The page with this number, or NULL. After draft_sort(). */
struct draft_page *draft_number(const struct draft *draft, uint32_t number);

/* The section of a page, or NULL. After draft_sort(). */
struct draft_section *draft_section(const struct draft_page *page,
				    struct str id);

/* The term of a language, or NULL. After draft_sort(). */
struct draft_term *draft_term(const struct draft *draft, struct str language,
			      struct str word);

struct draft_contact *draft_contact(const struct draft *draft, struct str id);
struct draft_hours *draft_hours(const struct draft *draft, struct str id);

/* The first datum of a part, or NULL. */
struct draft_datum *draft_datum(const struct draft_contact *contact,
				enum format_part part);

/* The msgctxt of a unit, or {NULL, 0}. */
struct str draft_context(const struct draft_unit *unit);

/* Whether a unit has words of its own in a language; the master always. */
bool draft_translated(const struct draft_unit *unit, size_t language);

/* The text in which a unit is shown in a language: its own or the master's. */
const struct draft_text *draft_text(const struct draft_unit *unit,
				    size_t language);

/* The datum that a DATUM_REF stands for; NULL when there is none. */
const struct draft_datum *draft_referred(const struct draft *draft,
					 const struct draft_span *span);

/*
 * The words of a unit as a visitor reads them in a language, data put in.
 * They die with the draft's scratch memory.
 */
struct str draft_words(const struct draft *draft, const struct draft_unit *unit,
		       size_t language);

/* The part of that name ("tel", "week"), or FORMAT_PART_ALL. */
enum format_part draft_part(struct str name);

/* How a part is written; empty for FORMAT_PART_ALL. */
struct str draft_part_name(enum format_part part);

/* What a misspelt part may have been meant to be; {NULL, 0}: nothing. */
struct str draft_part_near(struct str name);

#endif
