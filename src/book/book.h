/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bound book, followed safely. The memory may be damaged, hostile, or turn
 * to zeros while it is read. So a record is copied out and checked when it
 * is followed, and nothing is kept of it: an index outside its section gives
 * a record of zeros in which every reference is FORMAT_NONE or empty, text
 * that is no valid UTF-8 or holds a forbidden character is empty, and ranges
 * are cut to their section. A damaged book shows less; it never makes its
 * reader crash, hang or read outside the memory.
 *
 * Opening looks at the header alone, whatever the book's size.
 */
#ifndef TEXTKIOSK_BOOK_BOOK_H
#define TEXTKIOSK_BOOK_BOOK_H

#include "base/str.h"
#include "book/format.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A view of a book; copies share the memory, which somebody else owns. */
struct book {
	const unsigned char *at;
	size_t bytes;
	uint32_t languages; /* 1 to FORMAT_LANGUAGES */
	struct format_extent extent[FORMAT_SECTIONS];
};

/* Why a book is not taken. */
enum book_fault {
	BOOK_GOOD,
	BOOK_FOREIGN,	/* it does not begin as a book does */
	BOOK_VERSION,	/* made for another version of the program */
	BOOK_TRUNCATED, /* shorter or longer than it says */
	BOOK_DAMAGED /* a section does not fit, or site or start is wanting */
};

/*
 * Looks at the header; the records are not read but for the site, the
 * languages and the page "start". On a fault *book is untouched.
 */
enum book_fault book_open(struct book *book, const void *memory, size_t bytes);

/* How many records a section has. */
uint32_t book_count(const struct book *book, enum format_section section);

/* Records by index; see above for an index outside. */
struct format_site book_site(const struct book *book);
struct format_language book_language(const struct book *book, uint32_t index);
struct format_page book_page(const struct book *book, uint32_t index);
struct format_number book_number(const struct book *book, uint32_t index);
struct format_block book_block(const struct book *book, uint32_t index);
struct format_span book_span(const struct book *book, uint32_t index);
struct format_contact book_contact(const struct book *book, uint32_t index);
struct format_datum book_datum(const struct book *book, uint32_t index);
struct format_hours book_hours(const struct book *book, uint32_t index);
struct format_season book_season(const struct book *book, uint32_t index);
struct format_date book_date(const struct book *book, uint32_t index);
struct format_interval book_interval(const struct book *book, uint32_t index);
struct format_notice book_notice(const struct book *book, uint32_t index);
struct format_letter book_letter(const struct book *book, uint32_t index);
struct format_term book_term(const struct book *book, uint32_t index);
struct format_passage book_passage(const struct book *book, uint32_t index);

/* What is searched of a page in a language. */
struct format_sought book_sought(const struct book *book, uint32_t page,
				 uint32_t language);

/* A unit's text in a language; zeros and empty for FORMAT_NONE. */
struct format_unit_text book_unit(const struct book *book, uint32_t unit,
				  uint32_t language);

/* The bytes of a piece of the pool, checked; empty when they are not good. */
struct str book_text(const struct book *book, struct format_text text);

/* The same unchecked: never to be shown, only to be compared. */
struct str book_bytes(const struct book *book, struct format_text text);

/* Short for book_text() of a unit's text. */
struct str book_unit_text(const struct book *book, uint32_t unit,
			  uint32_t language);

/* The page with this id, or FORMAT_NONE. Binary search. */
uint32_t book_find_page(const struct book *book, struct str id);

/* The page whose number has these digits (41), or FORMAT_NONE. */
uint32_t book_find_number(const struct book *book, uint32_t number);

/* The language with this code, or FORMAT_NONE. */
uint32_t book_find_language(const struct book *book, struct str code);

/* The page "start"; a book without it is not opened. */
uint32_t book_start(const struct book *book);

/* The key of a number (see struct format_number); 0: none. */
uint32_t book_number_key(uint32_t number);

/*
 * The n-th page in the order of a reader: start, then by number (0, 01, 011,
 * 02), then the pages without number by id. n from 0 to the count of pages
 * less 1; FORMAT_NONE outside. Made for --dump: O(pages) a call at worst.
 */
uint32_t book_nth_page(const struct book *book, uint32_t n);

#endif
