/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/xml.h"

#include "base/arena.h"
#include "base/die.h"
#include "text/chars.h"

#include <errno.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Never NOENT, DTDLOAD, XINCLUDE, HUGE or RECOVER: each opens a way for a file
 * to read others or to grow without end. BIG_LINES: true lines past 65 535.
 */
enum {
	OPTIONS = XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOERROR |
		  XML_PARSE_NOWARNING
};

/* ------------------------------------------------------------------------
 * Files.
 */

static bool read_all(int fd, struct buf *out)
{
	char piece[16384];
	ssize_t got;

	while ((got = read(fd, piece, sizeof piece)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		buf_add(out, (struct str){ piece, (size_t)got });
		if (out->bytes > XML_FILE_BYTES)
			return true;
	}
	return true;
}

static void tell(struct faults *faults, struct str file, enum fault fault)
{
	fault_add(faults, (struct fault_place){ file, 0 }, fault, STR(""),
		  STR(""));
}

static void tell_errno(struct faults *faults, struct str file)
{
	fault_add(faults, (struct fault_place){ file, 0 },
		  FAULT_FILE_UNREADABLE, str_of(strerror(errno)), STR(""));
}

static bool take_file(struct faults *faults, int fd, struct str file,
		      struct buf *out)
{
	struct stat status;

	if (fstat(fd, &status) < 0) {
		tell_errno(faults, file);
		return false;
	}
	if (!S_ISREG(status.st_mode)) {
		tell(faults, file, FAULT_FILE_KIND);
		return false;
	}
	if (status.st_size <= XML_FILE_BYTES && !read_all(fd, out)) {
		tell_errno(faults, file);
		return false;
	}
	if (status.st_size > XML_FILE_BYTES || out->bytes > XML_FILE_BYTES) {
		tell(faults, file, FAULT_FILE_LARGE);
		return false;
	}
	return true;
}

bool xml_read_file(struct faults *faults, int dir, const char *name, bool must,
		   struct str *bytes)
{
	struct str file = str_of(name);
	struct buf content = { 0 };
	bool good;
	int fd = openat(dir, name,
			O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC |
				O_NOCTTY);

	if (fd < 0) {
		if (errno == ENOENT && must)
			tell(faults, file, FAULT_FILE_MISSING);
		else if (errno == ELOOP)
			tell(faults, file, FAULT_FILE_KIND);
		else if (errno != ENOENT)
			tell_errno(faults, file);
		return false;
	}
	good = take_file(faults, fd, file, &content);
	close(fd);
	if (good)
		*bytes = buf_keep(&content, faults->arena);
	buf_free(&content);
	return good;
}

/* ------------------------------------------------------------------------
 * Before the parser sees it.
 */

static size_t line_at(struct str bytes, size_t offset)
{
	size_t line = 1;

	for (size_t i = 0; i < offset; i++)
		line += bytes.at[i] == '\n';
	return line;
}

static void tell_at(struct faults *faults, struct str file, struct str bytes,
		    size_t offset, enum fault fault, struct str one)
{
	fault_add(faults, (struct fault_place){ file, line_at(bytes, offset) },
		  fault, one, STR(""));
}

static struct str in_hex(struct arena *arena, uint32_t c)
{
	static const char digits[] = "0123456789ABCDEF";
	char hex[8];
	size_t at = sizeof hex;

	do {
		hex[--at] = digits[c % 16];
		c /= 16;
	} while (c || sizeof hex - at < 4);
	return str_copy(arena, (struct str){ hex + at, sizeof hex - at });
}

/* Tab, line feed and carriage return are white space in XML. */
static bool allowed(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' || !chars_forbidden(c);
}

/* The first character that may not be there, as an offset; else `bytes`. */
static size_t first_forbidden(struct str bytes, uint32_t *c)
{
	size_t at = 0;

	while (at < bytes.bytes) {
		size_t more = chars_first(str_from(bytes, at), c);

		if (!allowed(*c))
			break;
		at += more;
	}
	return at;
}

static size_t first_invalid(struct str bytes)
{
	size_t at = 0;

	while (at < bytes.bytes) {
		uint32_t c;
		size_t more = chars_first(str_from(bytes, at), &c);

		if (more == 1 && c == 0xFFFD)
			break;
		at += more;
	}
	return at;
}

static bool equal_nocase(struct str a, struct str lower)
{
	if (a.bytes != lower.bytes)
		return false;
	for (size_t i = 0; i < a.bytes; i++)
		if ((a.at[i] | 0x20) != lower.at[i] && a.at[i] != lower.at[i])
			return false;
	return true;
}

static size_t find(struct str text, struct str part)
{
	size_t at = 0;

	while (at < text.bytes && !str_starts(str_from(text, at), part))
		at++;
	return at;
}

/* Whether the XML declaration names another encoding than UTF-8. */
static bool other_encoding(struct str bytes)
{
	struct str declaration, value;
	size_t at;

	if (!str_starts(bytes, STR("<?xml")))
		return false;
	declaration = str_first(bytes, find(bytes, STR("?>")));
	at = find(declaration, STR("encoding"));
	value = str_from(declaration, at + 8);
	while (value.bytes && strchr(" \t\r\n=", value.at[0]))
		value = str_from(value, 1);
	if (value.bytes < 2)
		return false;
	value = str_first(str_from(value, 1),
			  find(str_from(value, 1), str_first(value, 1)));
	return !equal_nocase(value, STR("utf-8"));
}

/* True when the bytes may go to the parser. */
static bool clean(struct faults *faults, struct str file, struct str bytes)
{
	const char *nul = memchr(bytes.at, 0, bytes.bytes);
	uint32_t c;
	size_t at;

	if (nul)
		tell_at(faults, file, bytes, (size_t)(nul - bytes.at),
			FAULT_NUL, STR(""));
	else if (!chars_valid(bytes))
		tell_at(faults, file, bytes, first_invalid(bytes),
			FAULT_NOT_UTF8, STR(""));
	else if (other_encoding(bytes))
		tell_at(faults, file, bytes, 0, FAULT_ENCODING, STR(""));
	else if ((at = first_forbidden(bytes, &c)) < bytes.bytes)
		tell_at(faults, file, bytes, at, FAULT_CHARACTER,
			in_hex(faults->arena, c));
	else
		return true;
	return false;
}

/* ------------------------------------------------------------------------
 * The parser.
 */

/* What the parser leaves behind when it stops at a DOCTYPE. */
struct stopped {
	bool doctype;
	size_t line;
};

static void on_doctype(void *context, const xmlChar *name,
		       const xmlChar *external, const xmlChar *system)
{
	xmlParserCtxtPtr parser = context;
	struct stopped *stopped = parser->_private;

	(void)name, (void)external, (void)system;
	stopped->doctype = true;
	stopped->line = (size_t)(parser->input ? parser->input->line : 0);
	xmlStopParser(parser);
}

static struct str copy(struct arena *arena, const xmlChar *text)
{
	return str_copy(arena, str_of((const char *)text));
}

static struct str element_name(struct arena *arena, const xmlNode *node)
{
	struct buf name = { 0 };
	struct str kept;

	if (node->ns &&
	    strcmp((const char *)node->ns->href, XML_NAMESPACE) == 0)
		return copy(arena, node->name);
	buf_byte(&name, '{');
	if (node->ns)
		buf_add(&name, str_of((const char *)node->ns->href));
	buf_byte(&name, '}');
	buf_add(&name, str_of((const char *)node->name));
	kept = buf_keep(&name, arena);
	buf_free(&name);
	return kept;
}

static struct str attribute_name(struct arena *arena, const xmlAttr *attribute)
{
	struct str name = copy(arena, attribute->name);

	if (!attribute->ns || !attribute->ns->prefix)
		return name;
	return str_join(
		arena,
		str_join(arena, copy(arena, attribute->ns->prefix), STR(":")),
		name);
}

static struct xml_attribute *attributes_of(struct arena *arena, xmlNode *node)
{
	struct xml_attribute *first = NULL, **next = &first;

	for (xmlAttr *from = node->properties; from; from = from->next) {
		xmlChar *value =
			xmlNodeListGetString(node->doc, from->children, 1);

		*next = arena_one(arena, struct xml_attribute);
		(*next)->name = attribute_name(arena, from);
		(*next)->value = copy(arena, value);
		xmlFree(value);
		next = &(*next)->next;
	}
	return first;
}

static bool is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE ||
	       node->type == XML_CDATA_SECTION_NODE;
}

static struct xml_node *leaf(struct arena *arena, xmlNode *node)
{
	struct xml_node *made = arena_one(arena, struct xml_node);

	made->kind = is_text(node) ? XML_TEXT : XML_COMMENT;
	made->text = copy(arena, node->content);
	return made;
}

static bool matters(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE || is_text(node) ||
	       node->type == XML_COMMENT_NODE;
}

/* NULL when it is too deep; *deep is then the line of it. */
static struct xml_node *tree(struct arena *arena, xmlNode *node, unsigned depth,
			     size_t *deep)
{
	struct xml_node *made, **next;

	if (node->type != XML_ELEMENT_NODE) {
		made = leaf(arena, node);
		made->line = (size_t)xmlGetLineNo(node);
		return made;
	}
	if (depth == XML_DEPTH) {
		*deep = (size_t)xmlGetLineNo(node);
		return NULL;
	}
	made = arena_one(arena, struct xml_node);
	made->kind = XML_ELEMENT;
	made->name = element_name(arena, node);
	made->line = (size_t)xmlGetLineNo(node);
	made->attributes = attributes_of(arena, node);
	next = &made->first;
	for (xmlNode *child = node->children; child; child = child->next) {
		if (!matters(child))
			continue;
		*next = tree(arena, child, depth + 1, deep);
		if (!*next)
			return NULL;
		next = &(*next)->next;
	}
	return made;
}

static void tell_parser(struct faults *faults, struct str file,
			xmlParserCtxtPtr parser)
{
	const xmlError *error = xmlCtxtGetLastError(parser);
	struct fault_place place = { file, error && error->line > 0
						   ? (size_t)error->line
						   : 1 };

	if (error && error->code == XML_ERR_DOCUMENT_EMPTY)
		fault_add(faults, place, FAULT_FILE_EMPTY, STR(""), STR(""));
	else if (error && error->code == XML_ERR_TAG_NAME_MISMATCH &&
		 error->str1 && error->str2)
		fault_add(faults, place, FAULT_TAGS_DIFFER, str_of(error->str1),
			  str_of(error->str2));
	else
		fault_add(faults, place, FAULT_NOT_WELL_FORMED, STR(""),
			  STR(""));
}

static xmlParserCtxtPtr new_parser(struct stopped *stopped)
{
	xmlParserCtxtPtr parser = xmlNewParserCtxt();

	if (!parser)
		die_out_of_memory();
	parser->_private = stopped;
	parser->sax->internalSubset = on_doctype;
	return parser;
}

static struct str without_bom(struct str bytes)
{
	return str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_from(bytes, 3)
						      : bytes;
}

/* &#x202E; and its like come only now. */
static bool clean_text(struct faults *faults, struct fault_place place,
		       struct str text)
{
	uint32_t c;

	if (first_forbidden(text, &c) == text.bytes)
		return true;
	fault_add(faults, place, FAULT_CHARACTER, in_hex(faults->arena, c),
		  STR(""));
	return false;
}

static bool clean_tree(struct faults *faults, struct str file,
		       const struct xml_node *node)
{
	struct fault_place place = { file, node->line };
	bool good = clean_text(faults, place, node->text);

	for (const struct xml_attribute *at = node->attributes; at && good;
	     at = at->next)
		good = clean_text(faults, place, at->value);
	for (const struct xml_node *child = node->first; child && good;
	     child = child->next)
		good = clean_tree(faults, file, child);
	return good;
}

/* The tree of a document that was parsed without fault, or NULL. */
static struct xml_node *take_tree(struct faults *faults, struct str file,
				  xmlDoc *document)
{
	size_t deep = 0;
	struct xml_node *root =
		tree(faults->arena, xmlDocGetRootElement(document), 0, &deep);

	if (!root)
		fault_add(faults, (struct fault_place){ file, deep },
			  FAULT_DEEP, STR(""), STR(""));
	return root && clean_tree(faults, file, root) ? root : NULL;
}

struct xml_node *xml_parse(struct faults *faults, struct str file,
			   struct str bytes)
{
	struct stopped stopped = { 0 };
	struct xml_node *root = NULL;
	xmlParserCtxtPtr parser;
	xmlDoc *document;

	bytes = without_bom(bytes);
	if (!bytes.bytes) {
		tell(faults, file, FAULT_FILE_EMPTY);
		return NULL;
	}
	if (!clean(faults, file, bytes))
		return NULL;
	parser = new_parser(&stopped);
	document = xmlCtxtReadMemory(parser, bytes.at, (int)bytes.bytes, NULL,
				     "UTF-8", OPTIONS);
	if (stopped.doctype)
		fault_add(faults, (struct fault_place){ file, stopped.line },
			  FAULT_DOCTYPE, STR(""), STR(""));
	else if (!document || !parser->wellFormed)
		tell_parser(faults, file, parser);
	else
		root = take_tree(faults, file, document);
	xmlFreeDoc(document);
	xmlFreeParserCtxt(parser);
	return root;
}

struct xml_node *xml_parse_fragment(struct arena *arena, struct str text)
{
	struct stopped stopped = { 0 };
	struct xml_node *root = NULL;
	struct buf document = { 0 };
	xmlParserCtxtPtr parser;
	xmlDoc *parsed;
	size_t deep;

	buf_add(&document, STR("<p xmlns=\"" XML_NAMESPACE "\">"));
	buf_add(&document, text);
	buf_add(&document, STR("</p>"));
	parser = new_parser(&stopped);
	parsed = xmlCtxtReadMemory(parser, document.at, (int)document.bytes,
				   NULL, "UTF-8", OPTIONS);
	if (parsed && parser->wellFormed && !stopped.doctype)
		root = tree(arena, xmlDocGetRootElement(parsed), 0, &deep);
	xmlFreeDoc(parsed);
	xmlFreeParserCtxt(parser);
	buf_free(&document);
	return root;
}

struct str xml_attribute(const struct xml_node *node, struct str name)
{
	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (str_equal(at->name, name))
			return at->value;
	return (struct str){ 0 };
}
