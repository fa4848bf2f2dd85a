/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes are judged before libxml2 sees them; then its callbacks make the
 * tree, without a tree of its own in between. A callback that finds a fault
 * stops the parser.
 */
#include "compile/xml.h"

#include "base/arena.h"
#include "base/die.h"
#include "compile/scan.h"
#include "text/chars.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

/*
 * Never DTDLOAD, XINCLUDE, HUGE or RECOVER: each opens a way for a file to
 * read others or to grow without end. NOENT: "&amp;" comes as "&" in the value
 * of an attribute; there is no other entity where a DOCTYPE stops the parser.
 * BIG_LINES: true lines past 65 535.
 */
enum {
	OPTIONS = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES |
		  XML_PARSE_NOERROR | XML_PARSE_NOWARNING
};

/* The library's own type of an error, which became const in 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *error_told;
#else
typedef xmlErrorPtr error_told;
#endif

/* ------------------------------------------------------------------------
 * What the parser has come to.
 */

/* An element that is open, and where its next child goes. */
struct open {
	const char *tag; /* without its prefix, the parser's; NULL: no tag */
	struct xml_node **next;
	struct str said; /* the comment just before, or {NULL, 0} */
};

struct parsing {
	struct arena *arena;
	xmlParserCtxtPtr parser;
	struct xml_node *root;
	struct open open[XML_DEPTH + 1]; /* the first holds the root */
	unsigned depth;
	unsigned elements; /* so far */
	struct buf text;   /* comes in pieces; not yet in the tree */
	size_t text_line;  /* where it begins */
	/*
	 * The first thing that stops the parser; what it would say after that
	 * only follows. It is told when the parser has returned.
	 */
	bool stopped;
	enum fault fault;
	size_t line;
	struct str one, two; /* the fault's arguments */
};

static size_t line_now(const struct parsing *parsing)
{
	const xmlParserInput *input = parsing->parser->input;

	return input && input->line > 0 ? (size_t)input->line : 1;
}

/*
 * Where the tag begins whose attributes the parser has just read: it stands
 * behind them, and no "<" can stand inside of a tag.
 */
static const xmlChar *tag_start(const struct parsing *parsing)
{
	const xmlParserInput *input = parsing->parser->input;
	const xmlChar *at = input->cur;

	while (at > input->base && *at != '<')
		at--;
	return at;
}

static size_t lines(const xmlChar *from, const xmlChar *to)
{
	size_t count = 0;

	for (; from < to; from++)
		count += *from == '\n';
	return count;
}

static void stop(struct parsing *parsing, enum fault fault, size_t line)
{
	if (parsing->stopped)
		return;
	parsing->stopped = true;
	parsing->fault = fault;
	parsing->line = line;
	xmlStopParser(parsing->parser);
}

/* The callbacks' context is the parser, whose _private is ours. */
static struct parsing *parsing_of(void *context)
{
	return ((xmlParserCtxtPtr)context)->_private;
}

/* ------------------------------------------------------------------------
 * The tree.
 */

static struct xml_node *add_node(struct parsing *parsing, enum xml_kind kind,
				 size_t line)
{
	struct open *in = &parsing->open[parsing->depth];
	struct xml_node *node = arena_one(parsing->arena, struct xml_node);

	node->kind = kind;
	node->line = line;
	node->comment = in->said;
	*in->next = node;
	in->next = &node->next;
	return node;
}

static bool blank(struct str text)
{
	while (text.bytes && strchr(" \t\r\n", text.at[0]))
		text = str_from(text, 1);
	return !text.bytes;
}

/* White space tells nothing, so a text's line is where its words begin. */
static size_t blank_lines(struct str text)
{
	size_t lines = 0;

	for (size_t i = 0; i < text.bytes && strchr(" \t\r\n", text.at[i]); i++)
		lines += text.at[i] == '\n';
	return lines;
}

/* Puts the text that has come into the tree. */
static void end_text(struct parsing *parsing)
{
	struct str text = buf_str(&parsing->text);
	struct xml_node *node;

	if (!text.bytes)
		return;
	node = add_node(parsing, XML_TEXT,
			parsing->text_line + blank_lines(text));
	if (!blank(text))
		parsing->open[parsing->depth].said = (struct str){ 0 };
	node->text = buf_keep(&parsing->text, parsing->arena);
}

static struct str prefixed(struct arena *arena, const xmlChar *prefix,
			   const xmlChar *name)
{
	struct str local = str_of((const char *)name);

	if (!prefix)
		return str_copy(arena, local);
	return str_join(arena,
			str_join(arena, str_of((const char *)prefix), STR(":")),
			local);
}

/* In our namespace "name"; "{other}name"; of an unbound prefix "{}x:name". */
static struct str element_name(struct arena *arena, const xmlChar *name,
			       const xmlChar *prefix, const xmlChar *uri)
{
	struct str space = str_of((const char *)uri);

	if (str_equal(space, STR(XML_NAMESPACE)))
		return prefixed(arena, NULL, name);
	return str_join(arena, str_join(arena, STR("{"), space),
			str_join(arena, STR("}"),
				 prefixed(arena, uri ? NULL : prefix, name)));
}

/*
 * The library gives five pointers each: name, prefix, namespace, value, end.
 * The value is still in the tag, from `tag` on, if nothing in it was replaced;
 * else it counts as standing where the one before it does.
 */
static struct xml_attribute *attributes_of(const struct parsing *parsing,
					   const xmlChar **from, int count,
					   const xmlChar *tag, size_t line)
{
	struct arena *arena = parsing->arena;
	struct xml_attribute *first = NULL, **next = &first;

	for (int i = 0; i < count; i++, from += 5) {
		struct str value = { (const char *)from[3],
				     (size_t)(from[4] - from[3]) };

		if (from[3] > tag && from[3] < parsing->parser->input->cur) {
			line += lines(tag, from[3]);
			tag = from[3];
		}
		*next = arena_one(arena, struct xml_attribute);
		(*next)->name = prefixed(arena, from[1], from[0]);
		(*next)->value = str_copy(arena, value);
		(*next)->line = line;
		next = &(*next)->next;
	}
	return first;
}

/* ------------------------------------------------------------------------
 * Callbacks.
 */

static void on_doctype(void *context, const xmlChar *name,
		       const xmlChar *external, const xmlChar *system)
{
	struct parsing *parsing = parsing_of(context);

	(void)name, (void)external, (void)system;
	stop(parsing, FAULT_DOCTYPE, line_now(parsing));
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix,
		     const xmlChar *uri, int namespaces,
		     const xmlChar **namespace, int attributes, int defaulted,
		     const xmlChar **attribute)
{
	struct parsing *parsing = parsing_of(context);
	const xmlChar *tag = tag_start(parsing);
	size_t line =
		line_now(parsing) - lines(tag, parsing->parser->input->cur);
	struct xml_node *node;

	(void)namespaces, (void)namespace, (void)defaulted;
	end_text(parsing);
	if (parsing->depth == XML_DEPTH)
		stop(parsing, FAULT_DEEP, line);
	if (++parsing->elements > XML_ELEMENTS)
		stop(parsing, FAULT_MANY_ELEMENTS, line);
	if (parsing->stopped)
		return;
	node = add_node(parsing, XML_ELEMENT, line);
	node->name = element_name(parsing->arena, name, prefix, uri);
	node->attributes =
		attributes_of(parsing, attribute, attributes, tag, line);
	parsing->open[parsing->depth].said = (struct str){ 0 };
	parsing->open[++parsing->depth] =
		(struct open){ .tag = (const char *)name,
			       .next = &node->first };
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix,
		   const xmlChar *uri)
{
	struct parsing *parsing = parsing_of(context);

	(void)name, (void)prefix, (void)uri;
	end_text(parsing);
	if (!parsing->stopped)
		parsing->depth--;
}

static void on_text(void *context, const xmlChar *text, int bytes)
{
	struct parsing *parsing = parsing_of(context);
	struct str piece = { (const char *)text, (size_t)bytes };

	if (parsing->stopped)
		return;
	/* The parser stands behind the piece. */
	if (!parsing->text.bytes) {
		parsing->text_line = line_now(parsing);
		for (size_t i = 0; i < piece.bytes; i++)
			if (piece.at[i] == '\n' && parsing->text_line > 1)
				parsing->text_line--;
	}
	buf_add(&parsing->text, piece);
}

static void on_comment(void *context, const xmlChar *text)
{
	struct parsing *parsing = parsing_of(context);
	struct xml_node *node;

	/* Outside of the root it says nothing to anyone. */
	if (parsing->stopped || parsing->depth == 0)
		return;
	end_text(parsing);
	node = add_node(parsing, XML_COMMENT, line_now(parsing));
	node->text = str_copy(parsing->arena, str_of((const char *)text));
	parsing->open[parsing->depth].said = node->text;
}

static bool is_open(const struct parsing *parsing, struct str name)
{
	for (unsigned i = 1; i <= parsing->depth; i++)
		if (str_equal(str_of(parsing->open[i].tag), name))
			return true;
	return false;
}

/*
 * An element was not closed by the file's end (str2 is NULL), or by another
 * tag. If an element of that name is open as well, this one was left open,
 * maybe long before; else the closing tag is misspelt, or one too many. The
 * library tells the element in str1 and the line of its tag in int1.
 */
static void stop_unclosed(struct parsing *parsing, error_told error,
			  size_t line)
{
	struct str closed = str_of(error->str2);

	parsing->one = str_copy(parsing->arena, str_of(error->str1));
	parsing->two = str_copy(parsing->arena, closed);
	if (closed.bytes && !is_open(parsing, closed))
		stop(parsing, FAULT_TAGS_DIFFER, line);
	else
		stop(parsing, FAULT_TAG_OPEN,
		     error->int1 > 0 ? (size_t)error->int1 : line);
}

/* Namespaces are judged by us, element by element. */
static void on_error(void *context, error_told error)
{
	struct parsing *parsing = parsing_of(context);
	size_t line = error->line > 0 ? (size_t)error->line : 1;

	if (error->level != XML_ERR_FATAL || parsing->stopped)
		return;
	if (error->code == XML_ERR_TAG_NAME_MISMATCH ||
	    error->code == XML_ERR_TAG_NOT_FINISHED) {
		stop_unclosed(parsing, error, line);
	} else if (error->code == XML_ERR_DOCUMENT_EMPTY) {
		stop(parsing, FAULT_FILE_EMPTY, line);
	} else {
		stop(parsing, FAULT_NOT_WELL_FORMED, line);
	}
}

/* ------------------------------------------------------------------------
 * The parser's memory. Without any it would print what it lacks, go on with
 * less than there is, or crash; so it never learns that there was none.
 */

static void *take(size_t bytes)
{
	void *memory = malloc(bytes ? bytes : 1);

	if (!memory)
		die_out_of_memory();
	return memory;
}

static void *take_again(void *memory, size_t bytes)
{
	memory = realloc(memory, bytes ? bytes : 1);
	if (!memory)
		die_out_of_memory();
	return memory;
}

static char *take_copy(const char *text)
{
	size_t bytes = strlen(text) + 1;

	return memcpy(take(bytes), text, bytes);
}

/* ------------------------------------------------------------------------
 * The parser.
 */

static xmlParserCtxtPtr new_parser(struct parsing *parsing)
{
	xmlParserCtxtPtr parser;

	/* Before the library takes any. */
	xmlMemSetup(free, take, take_again, take_copy);
	parser = xmlNewParserCtxt();
	die_unless(parser);
	parser->_private = parsing;
	parser->sax->internalSubset = on_doctype;
	parser->sax->startElementNs = on_start;
	parser->sax->endElementNs = on_end;
	parser->sax->characters = on_text;
	parser->sax->ignorableWhitespace = on_text;
	parser->sax->cdataBlock = on_text;
	parser->sax->comment = on_comment;
	parser->sax->processingInstruction = NULL;
	parser->sax->reference = NULL;
	parser->sax->serror = on_error;
	return parser;
}

/* The root element, or NULL and what stopped the parser. */
static struct xml_node *parse(struct parsing *parsing, struct str text)
{
	xmlDoc *document;

	parsing->parser = new_parser(parsing);
	parsing->open[0].next = &parsing->root;
	document = xmlCtxtReadMemory(parsing->parser, text.at, (int)text.bytes,
				     NULL, "UTF-8", OPTIONS);
	if (!document)
		stop(parsing, FAULT_NOT_WELL_FORMED, 1);
	xmlFreeDoc(document);
	xmlFreeParserCtxt(parsing->parser);
	buf_free(&parsing->text);
	return parsing->stopped ? NULL : parsing->root;
}

static struct str without_bom(struct str bytes)
{
	return str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_from(bytes, 3)
						      : bytes;
}

/* The first character of a tree that may not be there, or 0. */
static uint32_t forbidden_in(const struct xml_node *node)
{
	uint32_t c;

	if (scan_forbidden(node->text, &c) < node->text.bytes)
		return c;
	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (scan_forbidden(at->value, &c) < at->value.bytes)
			return c;
	for (const struct xml_node *child = node->first; child;
	     child = child->next) {
		c = forbidden_in(child);
		if (c)
			return c;
	}
	return 0;
}

/* Where text stands before the first tag, that is what should be looked at. */
static bool only_markup(struct str bytes)
{
	if (blank(bytes))
		return true;
	while (strchr(" \t\r\n", bytes.at[0]))
		bytes = str_from(bytes, 1);
	while (strchr(" \t\r\n", bytes.at[bytes.bytes - 1]))
		bytes.bytes--;
	return bytes.at[0] == '<' && bytes.at[bytes.bytes - 1] == '>';
}

static void tell_stop(struct faults *faults, struct str file, struct str bytes,
		      const struct parsing *parsing)
{
	struct fault_place place = { file, parsing->line };
	enum fault fault = parsing->fault;

	if (fault == FAULT_FILE_EMPTY && !only_markup(bytes))
		fault = FAULT_NOT_WELL_FORMED;
	if (fault == FAULT_DOCTYPE)
		place.line = scan_doctype(bytes, place.line);
	fault_add(faults, place, fault, parsing->one, parsing->two);
}

struct xml_node *xml_parse(struct faults *faults, struct arena *arena,
			   struct str file, struct str text)
{
	struct parsing parsing = { .arena = arena };
	struct xml_node *root;
	uint32_t c;

	text = without_bom(text);
	if (!text.bytes) {
		fault_add(faults, (struct fault_place){ file, 0 },
			  FAULT_FILE_EMPTY, STR(""), STR(""));
		return NULL;
	}
	if (!scan_text(faults, file, text))
		return NULL;
	root = parse(&parsing, text);
	if (!root) {
		tell_stop(faults, file, text, &parsing);
		return NULL;
	}
	/* &#x202E; and its like come only now. */
	c = str_holds(text, '&') ? forbidden_in(root) : 0;
	if (!c)
		return root;
	scan_tell_reference(faults, file, text, c);
	return NULL;
}

/* Most translations are, and need no parser. */
static bool only_words(struct str text)
{
	uint32_t c;

	return text.bytes && chars_valid(text) &&
	       scan_forbidden(text, &c) == text.bytes &&
	       !str_holds(text, '<') && !str_holds(text, '&') &&
	       !str_holds(text, '>') && !str_holds(text, '\r');
}

static struct xml_node *element_of_words(struct arena *arena, struct str text)
{
	struct xml_node *element = arena_one(arena, struct xml_node);

	element->kind = XML_ELEMENT;
	element->name = STR("p");
	element->line = 1;
	element->first = arena_one(arena, struct xml_node);
	element->first->kind = XML_TEXT;
	element->first->text = str_copy(arena, text);
	element->first->line = 1;
	return element;
}

struct xml_node *xml_parse_fragment(struct arena *arena, struct str text)
{
	struct parsing parsing = { .arena = arena };
	struct buf document = { 0 };
	struct xml_node *root;

	if (only_words(text))
		return element_of_words(arena, text);
	buf_add(&document, STR("<p xmlns=\"" XML_NAMESPACE "\">"));
	buf_add(&document, text);
	buf_add(&document, STR("</p>"));
	root = parse(&parsing, buf_str(&document));
	buf_free(&document);
	return root && !forbidden_in(root) ? root : NULL;
}

struct str xml_attribute(const struct xml_node *node, struct str name)
{
	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (str_equal(at->name, name))
			return at->value;
	return (struct str){ 0 };
}

size_t xml_line(const struct xml_node *node, struct str quoted)
{
	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (str_equal(at->name, quoted) ||
		    (quoted.bytes && str_equal(at->value, quoted)))
			return at->line;
	return node->line;
}
