/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The book: one file that textkiosk-compile binds and every textkiosk maps.
 * This header is its only description.
 *
 * A book is a header, then sections. Every section but the pool is an array
 * of records; a record is a run of 32-bit little-endian words, so that one
 * loop reads any of them on any machine. Records refer to each other by index
 * and to text by (offset, bytes) in the pool. Text is UTF-8 in NFC without
 * control, bidi and private-use characters; the only control character is
 * U+000A, a line's end (`br`). FORMAT_NONE stands for "no such record".
 *
 * A text unit is the smallest piece that is translated. Unit u in language l
 * is the record u * languages + l of the section of unit texts. Language 0 is
 * the master, Swedish.
 *
 * Days are counted from 1 January 1970 (day 0) in the Gregorian calendar;
 * minutes of a day from its midnight; local minutes are day * 1440 + minute
 * in Swedish civil time. Nothing here depends on a time zone.
 *
 * The same content gives the same bytes on every machine: no time stamp, no
 * path, no unused byte but zero.
 */
#ifndef TEXTKIOSK_BOOK_FORMAT_H
#define TEXTKIOSK_BOOK_FORMAT_H

#include <stdint.h>

#define FORMAT_MAGIC   "textkiosk book\n" /* with its NUL: 16 bytes */
#define FORMAT_VERSION 1u
#define FORMAT_NONE    UINT32_MAX

/* Limits of content; textkiosk-compile refuses what is beyond. */
enum {
	FORMAT_ID_BYTES = 64,	  /* of an id, without NUL */
	FORMAT_TITLE_CHARS = 200, /* characters of a title */
	FORMAT_UNIT_BYTES = 8192, /* of a text unit in one language */
	FORMAT_NUMBER_DIGITS = 6, /* of a screen's number */
	FORMAT_PAGES = 200000,	  /* pages of a book */
	FORMAT_LANGUAGES = 16,	  /* languages of a book */
	FORMAT_LETTER_ROWS = 8,	  /* rows of letters in the look-up */
	FORMAT_LOOKUP_KEYS = 6	  /* forms under which a term is looked up */
};

/* The sections, in the order in which they stand in the file. */
enum format_section {
	FORMAT_SITE,	  /* struct format_site, exactly one */
	FORMAT_LANGUAGE,  /* struct format_language, master first */
	FORMAT_PAGE,	  /* struct format_page, by id (byte order) */
	FORMAT_NUMBER,	  /* struct format_number, by key */
	FORMAT_BLOCK,	  /* struct format_block, page by page */
	FORMAT_UNIT_TEXT, /* struct format_unit_text, unit by unit */
	FORMAT_SPAN,	  /* struct format_span, unit text by unit text */
	FORMAT_CONTACT,	  /* struct format_contact, as in site.xml */
	FORMAT_DATUM,	  /* struct format_datum, contact by contact */
	FORMAT_HOURS,	  /* struct format_hours, as in site.xml */
	FORMAT_SEASON,	  /* struct format_season, table by table */
	FORMAT_DATE,	  /* struct format_date, table by table, by day */
	FORMAT_INTERVAL,  /* struct format_interval, by minute in its day */
	FORMAT_NOTICE,	  /* struct format_notice, by beginning */
	FORMAT_LETTER,	  /* struct format_letter, language by language */
	FORMAT_TERM,	  /* struct format_term, in order, by language */
	FORMAT_PASSAGE,	  /* struct format_passage, page by page */
	FORMAT_SOUGHT,	  /* struct format_sought, language by language */
	FORMAT_POOL,	  /* bytes of text; its count is in bytes */
	FORMAT_SECTIONS
};

/* Where a section lies: from the file's beginning, and how many records. */
struct format_extent {
	uint32_t offset; /* in bytes, a multiple of 4 */
	uint32_t count;	 /* records; of the pool: bytes */
};

struct format_header {
	char magic[16];
	uint32_t version;
	uint32_t bytes;	   /* of the whole file */
	uint32_t sections; /* FORMAT_SECTIONS */
	struct format_extent extent[FORMAT_SECTIONS];
};

/* A piece of the pool. */
struct format_text {
	uint32_t offset; /* in the pool */
	uint32_t bytes;
};

/* A run of records of another section. */
struct format_range {
	uint32_t first;
	uint32_t count;
};

struct format_site {
	uint32_t name;	  /* unit */
	uint32_t slogan;  /* unit or FORMAT_NONE */
	uint32_t updated; /* day from which the content holds (site/@updated) */
};

struct format_language {
	struct format_text code;     /* BCP 47: "sv" */
	struct format_text name;     /* in itself: "Svenska", "English" */
	struct format_range letters; /* of its alphabet, all of them */
	struct format_range terms;   /* of its A–Ö, in order */
};

/*
 * A number's key is its digits padded with zeros on the right to
 * FORMAT_NUMBER_DIGITS, read as a number: 41 is 410000. Digits are 1-8, so
 * the order of keys is the order of the tree: 0, 01, 011, 02.
 */
struct format_number {
	uint32_t key;
	uint32_t page;
};

/* Where a text comes from. Year 0: said nowhere. */
struct format_source {
	struct format_text of; /* "hallsberg.se" */
	uint32_t year;
	uint32_t month; /* 1-12 */
};

struct format_page {
	struct format_text id;
	uint32_t number; /* its digits as a number; 0: none */
	uint32_t parent; /* page; FORMAT_NONE: start, or no number */
	uint32_t title;	 /* unit */
	uint32_t menu;	 /* unit: the short label, or FORMAT_NONE */
	struct format_source source; /* year 0: our own words */
	struct format_range blocks;
	struct format_range easy; /* blocks of the easy text; count 0: none */
};

enum format_block_kind {
	FORMAT_PARAGRAPH,  /* unit */
	FORMAT_HEADING,	   /* unit; FORMAT_NONE: only a place for at= */
	FORMAT_BULLET,	   /* unit; an item of ul */
	FORMAT_NUMBERED,   /* unit; an item of ol; a: its number from 1 */
	FORMAT_DEFINED,	   /* unit; dt */
	FORMAT_DEFINITION, /* unit; dd */
	FORMAT_CHILDREN,   /* the numbered choices stand here */
	FORMAT_CONTACTS,   /* a: contact, b: enum format_part */
	FORMAT_TABLE,	   /* a: hours, b: enum format_part */
	FORMAT_STATE,	   /* a: hours; the opening state */
	FORMAT_INDEX,	   /* the look-up */
	FORMAT_KEYS,	   /* the table of keys */
	FORMAT_SET	   /* a: enum format_setting */
};

/* A part of a contact or of an hours table. */
enum format_part {
	FORMAT_PART_ALL,
	FORMAT_PART_TEL,
	FORMAT_PART_EMAIL,
	FORMAT_PART_URL,
	FORMAT_PART_ADR,
	FORMAT_PART_ORGNR,
	FORMAT_PART_DAYS,
	FORMAT_PART_WEEK,
	FORMAT_PART_SEASON,
	FORMAT_PART_NOTES,
	FORMAT_PART_HOLIDAYS
};

enum format_setting {
	FORMAT_SET_LANGUAGE, /* one item a language, in that language */
	FORMAT_SET_READER,
	FORMAT_SET_EASY,
	FORMAT_SET_DONE /* Klar in the kiosk, Avsluta in a session */
};

struct format_block {
	uint32_t kind;	/* enum format_block_kind */
	uint32_t level; /* sections it stands in: 0, 1, 2 */
	uint32_t unit;	/* or FORMAT_NONE */
	uint32_t a, b;	/* see the kind */
	uint32_t note;	/* 1: our own words (note), shown as ours */
	uint32_t prose; /* 1: the easy text stands instead of it */
};

struct format_unit_text {
	struct format_text text;
	struct format_range spans;
	uint32_t language; /* the text's; 0 where a translation is wanting */
};

enum format_span_kind {
	FORMAT_EM,
	FORMAT_STRONG,
	FORMAT_FOREIGN,	  /* text: the code of its language */
	FORMAT_SPOKEN,	  /* text: how an abbreviation is spoken */
	FORMAT_DATUM_REF, /* a: datum; never broken over two lines */
	FORMAT_LINK,	  /* a: page, b: block of that page, from 0 */
	FORMAT_OUTSIDE	  /* text: the whole address */
};

/* Inline markup of a unit's text, by start; inner ones after outer ones. */
struct format_span {
	uint32_t kind;	/* enum format_span_kind */
	uint32_t start; /* in the unit's text */
	uint32_t bytes;
	uint32_t a, b;		 /* see the kind; b FORMAT_NONE: the title */
	struct format_text text; /* see the kind */
};

struct format_contact {
	struct format_text id;
	struct format_source source;
	uint32_t checked; /* day someone checked it, or FORMAT_NONE */
	struct format_range data;
};

struct format_datum {
	uint32_t part;	/* enum format_part: TEL to ORGNR */
	uint32_t label; /* unit */
	uint32_t value; /* unit; of ADR the first of `values` */
	uint32_t values;
	struct format_text href; /* tel:, mailto:, https: … or empty */
};

enum format_policy {
	FORMAT_UNCERTAIN, /* the default: nothing has been said */
	FORMAT_CLOSED,
	FORMAT_ORDINARY
};

struct format_hours {
	struct format_text id;
	uint32_t title;	     /* unit */
	uint32_t short_name; /* unit */
	uint32_t contact;    /* whom to call; FORMAT_NONE: nobody said */
	uint32_t holidays;   /* enum format_policy, as the next two */
	uint32_t eves;
	uint32_t near;
	struct format_source source;
	uint32_t checked;	  /* day, or FORMAT_NONE */
	struct format_range week; /* intervals */
	struct format_range seasons;
	struct format_range dates;
	struct format_range notes; /* blocks */
};

/* Open on these weekdays from one minute of the day to another. */
struct format_interval {
	uint32_t days; /* bit 0 Monday … bit 6 Sunday; of a date: 127 */
	uint32_t from; /* minute of the day, included */
	uint32_t to;   /* minute of the day, excluded; 1440: midnight */
};

/* A part of every year with intervals of its own; it may cross New Year. */
struct format_season {
	uint32_t title;	   /* unit */
	uint32_t in_weeks; /* 1: ISO weeks; 0: month * 100 + day */
	uint32_t from;	   /* included */
	uint32_t until;	   /* included */
	struct format_range intervals;
};

enum format_date_is {
	FORMAT_DATE_INTERVALS, /* its own intervals */
	FORMAT_DATE_CLOSED,
	FORMAT_DATE_ORDINARY /* as if no holiday were near */
};

/* What the municipality has said about certain days. No two overlap. */
struct format_date {
	uint32_t from;	 /* day, included */
	uint32_t until;	 /* day, included */
	uint32_t is;	 /* enum format_date_is */
	uint32_t reason; /* unit or FORMAT_NONE */
	struct format_range intervals;
};

struct format_notice {
	uint32_t from;	     /* local minute, included; 0: always */
	uint32_t until;	     /* local minute, excluded; FORMAT_NONE: for ever */
	uint32_t short_text; /* unit */
	struct format_range blocks;
};

/* One letter of a language's alphabet; without words its count is 0. */
struct format_letter {
	struct format_text letter; /* upper case */
	uint32_t row;		   /* 0-7: the row of the look-up it is in */
	struct format_range terms; /* of this letter */
};

/*
 * A word of A–Ö. A see-reference has the target of the term it names.
 * The keys are the forms of enum order_form, in its order. In the pool those
 * of a language's terms lie in one stretch, term by term, a line feed behind
 * each; keys of a term that are equal are one.
 */
struct format_term {
	struct format_text shown;
	uint32_t see;	/* term, or FORMAT_NONE */
	uint32_t page;	/* target */
	uint32_t block; /* of that page, from 0; FORMAT_NONE: its title */
	struct format_text key[FORMAT_LOOKUP_KEYS];
};

/* Where on its page a passage stands; the better the earlier. */
enum format_standing {
	FORMAT_IN_TITLE, /* title and menu */
	FORMAT_IN_HEADING,
	FORMAT_IN_TEXT
};

/* A unit of a page, as its text is searched. */
struct format_passage {
	uint32_t unit;
	uint32_t block;	   /* where to read it from; FORMAT_NONE: the title */
	uint32_t standing; /* enum format_standing */
};

/*
 * What is searched of a page in a language; of page p in language l it is
 * the record l * pages + p. Each text holds the page's passages in their
 * order, in one of the forms of enum order_form, a line feed behind each.
 * Texts that are equal are one piece of the pool; the texts of a language lie
 * in it one after another.
 */
struct format_sought {
	struct format_range passages; /* the same ones in every language */
	struct format_text exact;     /* ORDER_EXACT */
	struct format_text stripped;  /* ORDER_STRIPPED */
};

#endif
