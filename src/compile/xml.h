/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text becomes a tree of elements. The only file that knows libxml2. What
 * comes through is without forbidden characters, without DOCTYPE or entities
 * of its own, no deeper than XML_DEPTH, and every node knows its line. What
 * an element means is left to read.
 */
#ifndef TEXTKIOSK_COMPILE_XML_H
#define TEXTKIOSK_COMPILE_XML_H

#include "base/str.h"
#include "compile/fault.h"

#include <stddef.h>

struct arena;

enum {
	XML_DEPTH = 32,	     /* elements inside each other */
	XML_ELEMENTS = 50000 /* of one file */
};

/* The namespace of the vocabulary. */
#define XML_NAMESPACE "urn:textkiosk:1"

struct xml_attribute {
	struct str name; /* "id", "xml:lang" */
	struct str value;
	size_t line; /* where the value begins */
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
 * The root element of a document, in the arena; NULL when it is not
 * well-formed or not allowed, and the fault is told. The text is what
 * file_is_text() lets through; an empty one gives NULL and FAULT_FILE_EMPTY.
 */
struct xml_node *xml_parse(struct faults *faults, struct arena *arena,
			   struct str file, struct str text);

/*
 * A piece of inline content, as a translation holds it: an element whose
 * children it is. NULL when it is not well-formed or has a forbidden
 * character; nothing is told.
 */
struct xml_node *xml_parse_fragment(struct arena *arena, struct str text);

/* The value of an attribute; {NULL, 0} when there is none. */
struct str xml_attribute(const struct xml_node *node, struct str name);

/*
 * The line for a fault that quotes a word of an element: that of the attribute
 * which has it for its name or its value; else where the tag begins.
 */
size_t xml_line(const struct xml_node *node, struct str quoted);

#endif
