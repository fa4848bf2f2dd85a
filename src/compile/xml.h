/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes become a tree of elements. The only file that knows libxml2, and the
 * only door for content: what comes through is UTF-8 without forbidden
 * characters, without DOCTYPE or entities of its own, no deeper than
 * XML_DEPTH, and every node knows its line.
 */
#ifndef TEXTKIOSK_COMPILE_XML_H
#define TEXTKIOSK_COMPILE_XML_H

#include "base/str.h"
#include "compile/fault.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	XML_FILE_BYTES = 1 << 20, /* of one file */
	XML_DEPTH = 32,		  /* elements inside each other */
	XML_ELEMENTS = 50000,	  /* of one file */
	XML_ATTRIBUTES = 1000	  /* of one element */
};

/* The namespace of the vocabulary. */
#define XML_NAMESPACE "urn:textkiosk:1"

struct xml_attribute {
	struct str name; /* "id", "xml:lang" */
	struct str value;
	struct xml_attribute *next;
};

enum xml_kind { XML_ELEMENT, XML_TEXT, XML_COMMENT };

struct xml_node {
	enum xml_kind kind;
	struct str name; /* of an element; of another namespace: "{ns}name" */
	struct str text; /* of text and comment */
	struct xml_attribute *attributes; /* in document order */
	struct xml_node *first;
	struct str comment; /* that stands just before it, or {NULL, 0} */
	struct xml_node *next;
	size_t line;
};

/*
 * Reads a file of the folder `dir` (an open descriptor) whole. `name` is
 * also what faults call it. False when it is not there (told only if `must`)
 * or cannot be taken; the fault is told.
 */
bool xml_read_file(struct faults *faults, int dir, const char *name, bool must,
		   struct str *bytes);

/* The same, with the file left open: its descriptor, to be closed; or -1. */
int xml_open_file(struct faults *faults, int dir, const char *name, bool must,
		  struct str *bytes);

/*
 * The root element of a document, in the arena of `faults`; NULL when it is
 * not well-formed or not allowed, and the fault is told. An empty text gives
 * NULL and FAULT_FILE_EMPTY.
 */
struct xml_node *xml_parse(struct faults *faults, struct str file,
			   struct str bytes);

/*
 * A piece of inline content, as a translation holds it: an element whose
 * children it is. NULL when it is not well-formed or has a forbidden
 * character; nothing is told.
 */
struct xml_node *xml_parse_fragment(struct arena *arena, struct str text);

/* The value of an attribute; {NULL, 0} when there is none. */
struct str xml_attribute(const struct xml_node *node, struct str name);

#endif
