/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ground on which the vocabulary is read: tables of the elements that may
 * stand in another. One row says an element's name, its attributes, how often
 * it may stand, who reads it and where it goes; what is in no row is a fault.
 * What elements mean is left to blocks, page, site, opening and today.
 *
 * The tree dies with its file: what stays of it is kept in the draft.
 */
#ifndef TEXTKIOSK_COMPILE_ELEMENT_H
#define TEXTKIOSK_COMPILE_ELEMENT_H

#include "compile/draft.h"
#include "compile/xml.h"

#include <stdbool.h>
#include <stddef.h>

/* One file while it is read, and where in it we are. */
struct element_reader {
	struct draft *draft;
	struct str file;
	struct draft_page *page; /* NULL outside of pages */
	uint32_t level;		 /* sections that are open */
	uint32_t section;	 /* block of the innermost, or FORMAT_NONE */
	bool note;		 /* inside of one */
	struct str language;	 /* of the terms at hand */
};

/* Reads an element into what its row says: part of what its parent fills. */
typedef void element_handler(struct element_reader *reader,
			     const struct xml_node *node, void *into);

/* How often an element may stand in its parent. */
enum element_often { ELEMENT_ANY, ELEMENT_AT_MOST_ONE, ELEMENT_EXACTLY_ONE };

/* An element that may stand in another. */
struct element_row {
	const char *name;
	element_handler *read;
	const char *attributes; /* "id! number": names, "!" where needed */
	enum element_often often;
	size_t offset; /* of `into`, in what the parent fills */
};

/* The attributes of a text unit. */
#define ELEMENT_UNIT "translate its-context"

/* The rows of a table and their number, as two arguments. */
#define ELEMENT_ROWS(table) table, sizeof table / sizeof *table

/* Reads all children by a table; `into` is what the parent fills. */
void element_children(struct element_reader *reader,
		      const struct xml_node *node,
		      const struct element_row *table, size_t rows, void *into);

/* Tells which attributes of an element are missing or not allowed. */
void element_attributes(struct element_reader *reader,
			const struct xml_node *node, const char *allowed);

/* Tells FAULT_EMPTY of an element that is nothing without others in it. */
void element_want_child(struct element_reader *reader,
			const struct xml_node *node);

/* Of an element that says all in its attributes: tells what stands in it. */
void element_want_nothing(struct element_reader *reader,
			  const struct xml_node *node);

/* Tells that an element has no place here. */
void element_unknown(struct element_reader *reader,
		     const struct xml_node *node);

/* An element_handler: `into` is a struct draft_unit *, which is filled. */
void element_unit(struct element_reader *reader, const struct xml_node *node,
		  void *into);

/* The value of an attribute, kept in the draft; {NULL, 0}: it is not there. */
struct str element_value(const struct element_reader *reader,
			 const struct xml_node *node, const char *name);

/* Its id, kept in the draft; a bad form is told. Empty: it has none. */
struct str element_id(struct element_reader *reader,
		      const struct xml_node *node);

/* Its attributes of, dated and checked. */
struct draft_source element_source(struct element_reader *reader,
				   const struct xml_node *node);

/* Its name without a namespace, which stands in braces. */
struct str element_local_name(const struct xml_node *node);

struct fault_place element_place(const struct element_reader *reader,
				 const struct xml_node *node);

/*
 * Tells a fault in the line of an element, or of its attribute if `one` is the
 * name or the value of one.
 */
void element_tell(struct element_reader *reader, const struct xml_node *node,
		  enum fault fault, struct str one, struct str two);

/* Tells that an attribute cannot have the value it has. */
void element_bad_value(struct element_reader *reader,
		       const struct xml_node *node, const char *name);

#endif
