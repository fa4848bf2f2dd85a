/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet: one screen of the book as finished lines for one width, language,
 * style and repertoire. Rows hold runs of text, each with a role; a row may
 * belong to an item, and knows its place in the text, so that a resize, a
 * language or a new book can keep it. A sheet knows nothing of terminals and
 * does not move: what is focused and shown is the visit's.
 *
 * A sheet lives in one arena and points into nothing else.
 */
#ifndef TEXTKIOSK_SHEET_SHEET_H
#define TEXTKIOSK_SHEET_SHEET_H

#include "base/str.h"
#include "book/book.h"
#include "book/lookup.h"
#include "text/catalog.h"
#include "text/chars.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { SHEET_NONE = -1 };

/* What a run of text is; view/screen maps each to attributes, once. */
enum sheet_role {
	SHEET_TEXT,
	SHEET_TITLE,
	SHEET_HEADING,
	SHEET_ITEM,   /* the words of an item */
	SHEET_STRONG, /* strong, and the terms of a dl */
	SHEET_EM,
	SHEET_NOTE, /* our own words, and the text's age */
	SHEET_NAME, /* the name row */
	SHEET_PATH,
	SHEET_FOOTER,
	SHEET_MESSAGE,
	SHEET_FOCUS,	  /* the margin of the focused row */
	SHEET_ITEM_FOCUS, /* an item in the focused row */
	SHEET_ROLES
};

enum sheet_style { SHEET_SCREEN, SHEET_READER };

/* Which view of a page is shown. */
enum sheet_view {
	SHEET_PAGE,    /* the page; of the look-up: its eight rows of letters */
	SHEET_LETTERS, /* the look-up: the terms of one row of letters */
	SHEET_HITS,    /* the look-up: what a query finds */
	SHEET_NOTICES, /* all notices in force, in full */
	SHEET_CALM     /* there is no book: the same in every one */
};

/*
 * A place in the text: which block, which paragraph of what the block gives,
 * which byte of that paragraph a row begins with. So the words that were in
 * focus are in focus still when the window is another. {0} is the title.
 */
struct sheet_place {
	uint32_t block;
	uint32_t unit;
	uint32_t byte;
};

/* The block of a place that is no block of the page. */
enum {
	SHEET_AT_TITLE = 0,
	SHEET_AT_NOTICES,
	SHEET_AT_LONG_TITLE,
	SHEET_AT_SLOGAN,
	SHEET_AT_PROMPT,
	SHEET_AT_CHILDREN, /* where the page has no place for them */
	SHEET_AT_LINKS,
	SHEET_AT_EASY_ITEM,
	SHEET_AT_SOURCE,
	SHEET_AT_SETTINGS,    /* of reader style on start: language, style */
	SHEET_AT_LOOKUP,      /* letters, words and hits */
	SHEET_AT_EASY = 1000, /* + number of the easy text's block */
	SHEET_AT_BLOCKS = 1000000 /* + number of the block in the page */
};

/* What an item does. */
enum sheet_act {
	SHEET_OPEN,	/* `page`, at `block` of it (FORMAT_NONE: its title) */
	SHEET_ROW,	/* the terms of letter row `number` */
	SHEET_LANGUAGE, /* language `number` */
	SHEET_STYLE,	/* reader style on or off */
	SHEET_EASY,	/* easy text on or off */
	SHEET_DONE,	/* begin anew in the kiosk, end in a session */
	SHEET_ALL_NOTICES
};

struct sheet_item {
	enum sheet_act act;
	uint32_t digit; /* 1-8; 0: none */
	uint32_t page;
	uint32_t block;
	uint32_t number;
	uint32_t row; /* its first row in the sheet */
};

struct sheet_run {
	uint32_t col; /* first column, counted from the text's left edge */
	uint32_t cols;
	struct str text;
	enum sheet_role role;
};

struct sheet_row {
	uint32_t first_run;
	uint32_t runs; /* 0: an empty row, which is never focused */
	int32_t item;  /* index, or SHEET_NONE */
	struct sheet_place place;
};

struct sheet {
	const struct sheet_row *rows;
	uint32_t row_count; /* at least 1: the title */
	const struct sheet_run *runs;
	uint32_t run_count;
	const struct sheet_item *items;
	uint32_t item_count;

	bool name_row;	 /* the window has a row for the name */
	bool path_row;	 /* … for the path and the number */
	bool footer_row; /* … for the keys that work now */
	uint32_t height; /* rows of the window that are left: a screenful */
	enum sheet_style style;
	enum sheet_view view;
	uint32_t page;	/* index in the book it was flowed from */
	bool start;	/* the start screen: its title is the name row */
	uint32_t words; /* words on it, for the time it takes to read */
	int64_t until;	/* instant from which it says something else */

	struct str name;     /* of the organisation, as shown */
	struct str language; /* "9 In English" */
	struct str path;     /* "Start > Värdeord" */
	struct str number;   /* "041"; empty where the page has none */
};

/* With what a visitor answers: help and footer name these keys. */
enum sheet_keys {
	SHEET_KEYBOARD,
	SHEET_KEYPAD,
	SHEET_LINES /* the line dialogue */
};

/* What does not change while a window stays as it is. */
struct sheet_window {
	uint32_t cols; /* of the whole window, 1 to 500 */
	uint32_t rows; /* 1 to 300 */
	struct chars_glyphs glyphs;
	const struct catalog *catalogs; /* one a language of the book */
	enum sheet_keys keys;
	bool kiosk;	  /* public profile */
	int64_t now;	  /* instant, seconds since 1970 UTC */
	uint32_t edition; /* another number for another book */
};

/* What is to be flowed. */
struct sheet_how {
	uint32_t page;
	enum sheet_view view;
	uint32_t letters; /* SHEET_LETTERS: the row, 0-7 */
	struct str query; /* SHEET_HITS; SHEET_PAGE: empty */
	uint32_t language;
	enum sheet_style style;
	bool easy;
};

/*
 * Rows under which there are no empty rows, and rows of text that are always
 * kept free of name row, path and footer (design section 6, "Sizes").
 */
enum { SHEET_COMPACT_ROWS = 14, SHEET_BODY_ROWS = 8 };

/* A window smaller than this shows one line that says so. */
enum { SHEET_LEAST_COLS = 20, SHEET_LEAST_ROWS = 6 };

/* Text is never wider, in columns. */
enum { SHEET_COLS = 74, SHEET_READER_COLS = 38 };

/* The row of a place: the one it is in, else the nearest before it. */
uint32_t sheet_row_of(const struct sheet *sheet, struct sheet_place place);

/* The item with this digit, or SHEET_NONE. */
int32_t sheet_item_with(const struct sheet *sheet, uint32_t digit);

/* Whether a row can be focused. */
bool sheet_holds(const struct sheet *sheet, uint32_t row);

/* The first, last row that holds something. */
uint32_t sheet_first(const struct sheet *sheet);
uint32_t sheet_last(const struct sheet *sheet);

/* Screenfuls of the sheet, and the one a row is in, from 0. */
uint32_t sheet_screens(const struct sheet *sheet);
uint32_t sheet_screen_of(const struct sheet *sheet, uint32_t row);

/* All text of a row in one piece, runs apart as they stand, into `out`. */
void sheet_row_text(const struct sheet *sheet, uint32_t row, struct buf *out);

#endif
