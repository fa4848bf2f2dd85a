/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Content as it was written: pages, contacts, hours, notices, terms, each
 * with file and line. References are still names. read.c fills it, check.c
 * holds it to its promises, translate.c adds the other languages, bind.c
 * makes the book of it. All memory is one arena's.
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

/* Inline content as a flat run of tokens. */
enum draft_token_kind {
	DRAFT_TEXT,  /* white space runs are one space already */
	DRAFT_OPEN,  /* an inline element begins */
	DRAFT_CLOSE, /* … ends */
	DRAFT_BREAK, /* br */
	DRAFT_REF    /* ref: a datum stands here */
};

enum draft_inline {
	DRAFT_EM,
	DRAFT_STRONG,
	DRAFT_SPAN, /* b: its language */
	DRAFT_ABBR, /* b: how it is spoken */
	DRAFT_LINK, /* a: page, b: section or empty */
	DRAFT_HREF  /* b: the address */
};

struct draft_token {
	enum draft_token_kind kind;
	enum draft_inline element; /* of OPEN and CLOSE */
	struct str text;	   /* of TEXT */
	struct str a, b;	   /* see above; REF: contact and part */
	size_t line;
};

struct draft_text {
	struct draft_token *tokens;
	size_t count, room;
};

/* A text unit: the smallest piece that is translated. */
struct draft_unit {
	struct fault_place place;
	bool translate;	    /* false: the same in every language */
	bool data;	    /* tel: digits are compared, not words */
	struct str context; /* msgctxt, or {NULL, 0} */
	struct str comment; /* for translators, or {NULL, 0} */
	struct str msgid;   /* its inline content serialised */
	struct draft_text text[FORMAT_LANGUAGES]; /* 0: the master */
	bool translated[FORMAT_LANGUAGES];
	uint32_t index; /* in the book */
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

struct draft_blocks {
	struct draft_block *at;
	size_t count, room;
};

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
	struct draft_section *sections; /* by id, after draft_sort() */
	size_t section_count, section_room;
	struct fault_place place;
};

struct draft_datum {
	enum format_part part;
	struct draft_unit *label;
	struct draft_unit **values; /* of adr one a line */
	size_t value_count, value_room;
	struct str href;
	struct fault_place place;
};

struct draft_contact {
	struct str id;
	struct draft_source source;
	struct draft_datum *data;
	size_t count, room;
	struct fault_place place;
};

struct draft_interval {
	uint32_t days; /* bits, Monday first */
	uint32_t from, to;
	struct fault_place place;
};

struct draft_intervals {
	struct draft_interval *at;
	size_t count, room;
};

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
	struct draft_season *seasons;
	size_t season_count, season_room;
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
	struct faults *faults;

	struct draft_unit *name;
	struct draft_unit *slogan;
	int32_t updated; /* day */
	struct draft_language languages[FORMAT_LANGUAGES];
	size_t language_count;

	struct draft_page *pages;
	size_t page_count, page_room;
	struct draft_contact *contacts;
	size_t contact_count, contact_room;
	struct draft_hours *hours;
	size_t hours_count, hours_room;
	struct draft_date *dates;
	size_t date_count, date_room;
	struct draft_notice *notices;
	size_t notice_count, notice_room;
	struct draft_term *terms;
	size_t term_count, term_room;
	struct draft_unit **units; /* all of them, as they were read */
	size_t unit_count, unit_room;

	size_t *by_id;	   /* pages by id, made by draft_sort() */
	size_t *by_number; /* numbered pages by key */
	size_t numbered;
};

/* Makes what is looked up sorted; to be called when all pages are read. */
void draft_sort(struct draft *draft);

/* The page with this id, or NULL. After draft_sort(). */
struct draft_page *draft_page(const struct draft *draft, struct str id);

/* The page with this number, or NULL. After draft_sort(). */
struct draft_page *draft_number(const struct draft *draft, uint32_t number);

/* The section of a page, or NULL. After draft_sort(). */
struct draft_section *draft_section(const struct draft_page *page,
				    struct str id);

struct draft_contact *draft_contact(const struct draft *draft, struct str id);
struct draft_hours *draft_hours(const struct draft *draft, struct str id);

/* The first datum of a part, or NULL. */
struct draft_datum *draft_datum(const struct draft_contact *contact,
				enum format_part part);

/* The words of a unit in a language, markup left out, data put in. */
struct str draft_words(const struct draft *draft, const struct draft_unit *unit,
		       size_t language);

/* The part of that name ("tel", "week"), or FORMAT_PART_ALL. */
enum format_part draft_part(struct str name);

#endif
