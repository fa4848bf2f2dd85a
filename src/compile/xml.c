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

/* A link is not followed, a device or a pipe never makes us wait. */
enum { OPENING = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY };

/* The library's own type of an error, which became const in 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *error_told;
#else
typedef xmlErrorPtr error_told;
#endif

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

/* A folder of the content; it must not lead out of it either. */
static int open_beside(int dir, const char *name, const char *slash)
{
	char folder[64];
	size_t bytes = (size_t)(slash - name);
	int inner, fd;

	die_unless(bytes < sizeof folder);
	memcpy(folder, name, bytes);
	folder[bytes] = '\0';
	inner = openat(dir, folder,
		       O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (inner < 0)
		return -1;
	fd = openat(inner, slash + 1, OPENING);
	close(inner);
	return fd;
}

static void tell_unopened(struct faults *faults, struct str file, bool must)
{
	if (errno == ENOENT && must)
		tell(faults, file, FAULT_FILE_MISSING);
	else if (errno == ELOOP || errno == ENXIO)
		tell(faults, file, FAULT_FILE_KIND);
	else if (errno != ENOENT)
		tell_errno(faults, file);
}

int xml_open_file(struct faults *faults, int dir, const char *name, bool must,
		  struct str *bytes)
{
	const char *slash = strchr(name, '/');
	struct buf content = { 0 };
	int fd = slash ? open_beside(dir, name, slash)
		       : openat(dir, name, OPENING);

	if (fd < 0) {
		tell_unopened(faults, str_of(name), must);
		return -1;
	}
	if (take_file(faults, fd, str_of(name), &content)) {
		*bytes = buf_keep(&content, faults->arena);
	} else {
		close(fd);
		fd = -1;
	}
	buf_free(&content);
	return fd;
}

bool xml_read_file(struct faults *faults, int dir, const char *name, bool must,
		   struct str *bytes)
{
	int fd = xml_open_file(faults, dir, name, must, bytes);

	if (fd < 0)
		return false;
	close(fd);
	return true;
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
		size_t more;

		if (bytes.at[at] >= ' ' && bytes.at[at] <= '~') {
			at++;
			continue;
		}
		more = chars_first(str_from(bytes, at), c);
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

/* Where a part begins, else the end. */
static size_t find(struct str text, struct str part)
{
	size_t at = 0;

	while (at < text.bytes) {
		const char *head =
			memchr(text.at + at, part.at[0], text.bytes - at);

		if (!head)
			return text.bytes;
		at = (size_t)(head - text.at);
		if (str_starts(str_from(text, at), part))
			return at;
		at++;
	}
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

/*
 * Where the value of an attribute ends, if one begins behind the sign at
 * `at`; else `at`.
 */
static size_t value_end(struct str text, size_t at)
{
	size_t from = at + 1, to;

	if (text.at[at] != '=')
		return at;
	while (from < text.bytes && strchr(" \t\r\n", text.at[from]))
		from++;
	if (from == text.bytes ||
	    (text.at[from] != '"' && text.at[from] != '\''))
		return at;
	to = from + 1;
	while (to < text.bytes && text.at[to] != text.at[from] &&
	       text.at[to] != '<')
		to++;
	return to - (to == text.bytes || text.at[to] == '<');
}

/*
 * Where a tag begins that has more attributes than XML_ATTRIBUTES; else
 * `bytes`. libxml2 compares each attribute of a tag with each other. No "<"
 * can stand inside of a tag.
 */
static size_t first_crowded(struct str bytes)
{
	size_t tag = 0, values = 0;

	for (size_t at = 0; at < bytes.bytes; at++) {
		size_t end = value_end(bytes, at);

		if (bytes.at[at] == '<') {
			tag = at;
			values = 0;
		}
		values += end > at;
		at = end;
		if (values > XML_ATTRIBUTES && bytes.at[tag + 1] != '!')
			return tag;
	}
	return bytes.bytes;
}

/* True when the bytes may go to the parser. */
static bool clean(struct faults *faults, struct str file, struct str bytes)
{
	const char *nul = memchr(bytes.at, 0, bytes.bytes);
	struct str text =
		nul ? str_first(bytes, (size_t)(nul - bytes.at)) : bytes;
	uint32_t c;
	size_t at;

	if (!chars_valid(text))
		tell_at(faults, file, bytes, first_invalid(text),
			FAULT_NOT_UTF8, STR(""));
	else if (nul)
		tell_at(faults, file, bytes, text.bytes, FAULT_NUL, STR(""));
	else if (other_encoding(bytes))
		tell_at(faults, file, bytes, 0, FAULT_ENCODING, STR(""));
	else if ((at = first_forbidden(bytes, &c)) < bytes.bytes)
		tell_at(faults, file, bytes, at, FAULT_CHARACTER,
			in_hex(faults->arena, c));
	else if ((at = first_crowded(bytes)) < bytes.bytes)
		tell_at(faults, file, bytes, at, FAULT_MANY_ATTRIBUTES,
			STR(""));
	else
		return true;
	return false;
}

/* ------------------------------------------------------------------------
 * The parser.
 */

/*
 * The first thing that stops the parser; what it would say after that only
 * follows. It is told when the parser has returned.
 */
struct stop {
	bool stopped;
	enum fault fault;
	size_t line;
	struct str one, two;
	struct arena *arena;
	unsigned depth;			  /* elements open now */
	unsigned elements;		  /* so far */
	startElementNsSAX2Func start_was; /* the library's own */
	endElementNsSAX2Func end_was;
};

static void stop(xmlParserCtxtPtr parser, enum fault fault, int line)
{
	struct stop *stop = parser->_private;

	if (stop->stopped)
		return;
	stop->stopped = true;
	stop->fault = fault;
	stop->line = line > 0 ? (size_t)line : 1;
	xmlStopParser(parser);
}

static int line_now(xmlParserCtxtPtr parser)
{
	return parser->input ? parser->input->line : 0;
}

static void on_doctype(void *context, const xmlChar *name,
		       const xmlChar *external, const xmlChar *system)
{
	(void)name, (void)external, (void)system;
	stop(context, FAULT_DOCTYPE, line_now(context));
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix,
		     const xmlChar *uri, int namespaces,
		     const xmlChar **namespace, int attributes, int defaulted,
		     const xmlChar **attribute)
{
	xmlParserCtxtPtr parser = context;
	struct stop *at = parser->_private;

	if (++at->depth > XML_DEPTH)
		stop(parser, FAULT_DEEP, line_now(parser));
	if (++at->elements > XML_ELEMENTS)
		stop(parser, FAULT_MANY_ELEMENTS, line_now(parser));
	if (at->stopped)
		return;
	at->start_was(context, name, prefix, uri, namespaces, namespace,
		      attributes, defaulted, attribute);
	/* The library forgets lines past 65 535 where no text follows. */
	if (parser->node)
		parser->node->_private = (void *)(intptr_t)line_now(parser);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix,
		   const xmlChar *uri)
{
	xmlParserCtxtPtr parser = context;
	struct stop *at = parser->_private;

	at->depth--;
	at->end_was(context, name, prefix, uri);
}

/* Namespaces are judged by us, element by element. */
static void on_error(void *context, error_told error)
{
	xmlParserCtxtPtr parser = context;
	struct stop *at = parser->_private;

	if (error->level != XML_ERR_FATAL || at->stopped)
		return;
	if (error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1 &&
	    error->str2) {
		at->one = str_copy(at->arena, str_of(error->str1));
		at->two = str_copy(at->arena, str_of(error->str2));
		stop(parser, FAULT_TAGS_DIFFER, error->line);
	} else if (error->code == XML_ERR_DOCUMENT_EMPTY) {
		stop(parser, FAULT_FILE_EMPTY, error->line);
	} else {
		stop(parser, FAULT_NOT_WELL_FORMED, error->line);
	}
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

static bool blank(struct str text)
{
	while (text.bytes && strchr(" \t\r\n", text.at[0]))
		text = str_from(text, 1);
	return !text.bytes;
}

/* What was said last before an element, white space apart. */
static struct str said_before(const struct xml_node *node, struct str said)
{
	if (node->kind == XML_COMMENT)
		return node->text;
	if (node->kind == XML_TEXT && blank(node->text))
		return said;
	return (struct str){ 0 };
}

static struct xml_node *tree(struct arena *arena, xmlNode *node)
{
	struct xml_node *made, **next;
	struct str said = { 0 };

	if (node->type != XML_ELEMENT_NODE) {
		made = leaf(arena, node);
		made->line = (size_t)xmlGetLineNo(node);
		return made;
	}
	made = arena_one(arena, struct xml_node);
	made->kind = XML_ELEMENT;
	made->name = element_name(arena, node);
	made->line = (size_t)(intptr_t)node->_private;
	made->attributes = attributes_of(arena, node);
	next = &made->first;
	for (xmlNode *child = node->children; child; child = child->next) {
		if (!matters(child))
			continue;
		*next = tree(arena, child);
		(*next)->comment = said;
		said = said_before(*next, said);
		next = &(*next)->next;
	}
	return made;
}

static xmlParserCtxtPtr new_parser(struct stop *stop)
{
	xmlParserCtxtPtr parser = xmlNewParserCtxt();

	if (!parser)
		die_out_of_memory();
	parser->_private = stop;
	stop->start_was = parser->sax->startElementNs;
	stop->end_was = parser->sax->endElementNs;
	parser->sax->internalSubset = on_doctype;
	parser->sax->startElementNs = on_start;
	parser->sax->endElementNs = on_end;
	parser->sax->serror = on_error;
	return parser;
}

/* The root element, or NULL and what stopped the parser. */
static struct xml_node *parse(struct stop *stop, struct str bytes)
{
	xmlParserCtxtPtr parser = new_parser(stop);
	struct xml_node *root = NULL;
	xmlDoc *document = xmlCtxtReadMemory(parser, bytes.at, (int)bytes.bytes,
					     NULL, "UTF-8", OPTIONS);

	if (!stop->stopped && !document) {
		stop->fault = FAULT_NOT_WELL_FORMED;
		stop->line = 1;
	} else if (!stop->stopped) {
		root = tree(stop->arena, xmlDocGetRootElement(document));
	}
	xmlFreeDoc(document);
	xmlFreeParserCtxt(parser);
	return root;
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

	if (first_forbidden(node->text, &c) < node->text.bytes)
		return c;
	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (first_forbidden(at->value, &c) < at->value.bytes)
			return c;
	for (const struct xml_node *child = node->first; child;
	     child = child->next) {
		c = forbidden_in(child);
		if (c)
			return c;
	}
	return 0;
}

static unsigned digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a' + 10) : 16;
}

/* The character that "&#…;" at the head of the text stands for, or 0. */
static uint32_t referred(struct str text)
{
	bool hex = text.bytes > 2 && text.at[2] == 'x';
	uint32_t c = 0;

	for (size_t i = hex ? 3 : 2; i < text.bytes && c < 0x110000; i++) {
		unsigned digit = digit_of(text.at[i]);

		if (digit >= (hex ? 16u : 10u))
			break;
		c = c * (hex ? 16 : 10) + digit;
	}
	return c;
}

static size_t find_reference(struct str bytes, uint32_t c)
{
	size_t at = 0;

	while (at < bytes.bytes &&
	       !(str_starts(str_from(bytes, at), STR("&#")) &&
		 referred(str_from(bytes, at)) == c))
		at++;
	return at;
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
		      const struct stop *stop)
{
	enum fault fault = stop->fault;

	if (fault == FAULT_FILE_EMPTY && !only_markup(bytes))
		fault = FAULT_NOT_WELL_FORMED;
	fault_add(faults, (struct fault_place){ file, stop->line }, fault,
		  stop->one, stop->two);
}

struct xml_node *xml_parse(struct faults *faults, struct str file,
			   struct str bytes)
{
	struct stop stop = { .arena = faults->arena };
	struct xml_node *root;
	uint32_t c;

	bytes = without_bom(bytes);
	if (!bytes.bytes) {
		tell(faults, file, FAULT_FILE_EMPTY);
		return NULL;
	}
	if (!clean(faults, file, bytes))
		return NULL;
	root = parse(&stop, bytes);
	if (!root) {
		tell_stop(faults, file, bytes, &stop);
		return NULL;
	}
	/* &#x202E; and its like come only now. */
	c = find(bytes, STR("&#")) < bytes.bytes ? forbidden_in(root) : 0;
	if (!c)
		return root;
	tell_at(faults, file, bytes, find_reference(bytes, c), FAULT_CHARACTER,
		in_hex(faults->arena, c));
	return NULL;
}

struct xml_node *xml_parse_fragment(struct arena *arena, struct str text)
{
	struct stop stop = { .arena = arena };
	struct buf document = { 0 };
	struct xml_node *root;

	buf_add(&document, STR("<p xmlns=\"" XML_NAMESPACE "\">"));
	buf_add(&document, text);
	buf_add(&document, STR("</p>"));
	root = parse(&stop, buf_str(&document));
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
