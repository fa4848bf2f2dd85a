/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/unit.h"

#include "base/arena.h"
#include "compile/values.h"
#include "text/chars.h"

/* What inline elements there are, and which attributes become a and b. */
static const struct {
	struct str name;
	enum draft_token_kind kind;
	enum draft_inline element;
	struct str a, b;
	bool need_a, need_b;
} inlines[] = {
	{ { "em", 2 }, DRAFT_OPEN, DRAFT_EM, { 0 }, { 0 }, false, false },
	{ { "strong", 6 },
	  DRAFT_OPEN,
	  DRAFT_STRONG,
	  { 0 },
	  { 0 },
	  false,
	  false },
	{ { "br", 2 }, DRAFT_BREAK, DRAFT_EM, { 0 }, { 0 }, false, false },
	{ { "span", 4 },
	  DRAFT_OPEN,
	  DRAFT_SPAN,
	  { 0 },
	  { "xml:lang", 8 },
	  false,
	  true },
	{ { "abbr", 4 },
	  DRAFT_OPEN,
	  DRAFT_ABBR,
	  { 0 },
	  { "title", 5 },
	  false,
	  true },
	{ { "ref", 3 },
	  DRAFT_REF,
	  DRAFT_EM,
	  { "contact", 7 },
	  { "part", 4 },
	  true,
	  true },
	{ { "a", 1 },
	  DRAFT_OPEN,
	  DRAFT_LINK,
	  { "page", 4 },
	  { "at", 2 },
	  true,
	  false },
	/* `a` with href; chosen by that attribute. */
	{ { "a", 1 },
	  DRAFT_OPEN,
	  DRAFT_HREF,
	  { 0 },
	  { "href", 4 },
	  false,
	  true },
};

enum { INLINES = sizeof inlines / sizeof *inlines };

/* Reads one element's inline content. */
struct reading {
	struct arena *arena;
	struct faults *faults; /* NULL: nothing is told */
	struct str file;
	struct draft_text *text;
	bool spaced; /* the text so far ends in white space, or is empty */
	bool linked; /* inside of an `a` */
	bool good;
};

static bool white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct draft_token *add_token(struct reading *reading,
				     struct draft_token token)
{
	struct draft_text *text = reading->text;

	text->tokens = arena_grow(reading->arena, text->tokens, text->count,
				  &text->room, sizeof *text->tokens);
	text->tokens[text->count] = token;
	return &text->tokens[text->count++];
}

/* Appends the text with runs of white space as one space. */
static void add_spaced(struct buf *out, struct str text)
{
	size_t from = 0;

	while (from < text.bytes) {
		size_t to = from;

		while (to < text.bytes && !white(text.at[to]))
			to++;
		buf_add(out, str_first(str_from(text, from), to - from));
		if (to < text.bytes)
			buf_byte(out, ' ');
		while (to < text.bytes && white(text.at[to]))
			to++;
		from = to;
	}
}

static size_t find_soft_hyphen(struct str text)
{
	size_t at = 0;

	while (at + 1 < text.bytes &&
	       (text.at[at] != '\xC2' || text.at[at + 1] != '\xAD'))
		at++;
	return at + 1 < text.bytes ? at : text.bytes;
}

/* NFC, soft hyphens kept: they are where a line may end. */
static struct str composed(struct arena *arena, struct str text)
{
	struct buf out = { 0 };
	struct str kept;

	while (text.bytes) {
		size_t at = find_soft_hyphen(text);

		chars_normalise(&out, str_first(text, at));
		if (at < text.bytes)
			buf_add(&out, STR("\xC2\xAD"));
		text = str_from(text, at + 2);
	}
	kept = buf_keep(&out, arena);
	buf_free(&out);
	return kept;
}

static void read_text(struct reading *reading, const struct xml_node *node)
{
	struct buf text = { 0 };
	struct str words;

	add_spaced(&text, node->text);
	words = buf_str(&text);
	if (reading->spaced && words.bytes && words.at[0] == ' ')
		words = str_from(words, 1);
	if (words.bytes) {
		reading->spaced = words.at[words.bytes - 1] == ' ';
		add_token(reading,
			  (struct draft_token){
				  .kind = DRAFT_TEXT,
				  .text = composed(reading->arena, words),
				  .line = node->line });
	}
	buf_free(&text);
}

static bool shows(struct str text)
{
	while (text.bytes) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		if (c != ' ' && c != 0xA0 && chars_cols(str_first(text, bytes)))
			return true;
		text = str_from(text, bytes);
	}
	return false;
}

static bool holds_words(const struct draft_text *text, size_t from)
{
	for (size_t i = from; i < text->count; i++)
		if (text->tokens[i].kind == DRAFT_REF ||
		    (text->tokens[i].kind == DRAFT_TEXT &&
		     shows(text->tokens[i].text)))
			return true;
	return false;
}

static void tell(struct reading *reading, const struct xml_node *node,
		 enum fault fault, struct str one, struct str two)
{
	reading->good = false;
	if (reading->faults)
		fault_add(reading->faults,
			  (struct fault_place){ reading->file, node->line },
			  fault, one, two);
}

static int find_inline(const struct xml_node *node)
{
	bool outside = xml_attribute(node, STR("href")).at != NULL;

	for (int i = 0; i < INLINES; i++)
		if (str_equal(inlines[i].name, node->name) &&
		    (inlines[i].element != DRAFT_LINK || !outside))
			return i;
	return -1;
}

static bool known_attribute(int row, struct str name)
{
	if (str_equal(name, STR("translate")))
		return true;
	return (inlines[row].a.bytes && str_equal(name, inlines[row].a)) ||
	       (inlines[row].b.bytes && str_equal(name, inlines[row].b));
}

static void check_attributes(struct reading *reading,
			     const struct xml_node *node, int row)
{
	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (!known_attribute(row, at->name))
			tell(reading, node, FAULT_ATTRIBUTE, at->name,
			     node->name);
	if (inlines[row].need_a && !xml_attribute(node, inlines[row].a).at)
		tell(reading, node, FAULT_ATTRIBUTE_MISSING, inlines[row].a,
		     node->name);
	if (inlines[row].need_b && !xml_attribute(node, inlines[row].b).at)
		tell(reading, node, FAULT_ATTRIBUTE_MISSING, inlines[row].b,
		     node->name);
}

/* Values that only their own element can have. */
static void check_values(struct reading *reading, const struct xml_node *node)
{
	static const struct str language = { "xml:lang", 8 };
	static const struct str translate = { "translate", 9 };
	struct str code = xml_attribute(node, language);
	struct str said = xml_attribute(node, translate);

	if (code.at && !values_language(code))
		tell(reading, node, FAULT_VALUE, language, code);
	if (said.at && !str_equal(said, STR("no")) &&
	    !str_equal(said, STR("yes")))
		tell(reading, node, FAULT_VALUE, translate, said);
}

static bool is_link(const struct draft_token *token)
{
	return token->kind == DRAFT_OPEN &&
	       (token->element == DRAFT_LINK || token->element == DRAFT_HREF);
}

static struct str attribute_or_empty(const struct xml_node *node,
				     struct str name)
{
	struct str value = { 0 };

	if (name.bytes)
		value = xml_attribute(node, name);
	return value.at ? value : STR("");
}

static void read_children(struct reading *reading, const struct xml_node *node);

/* What stands inside an inline element; nothing would be nothing to show. */
static void read_words(struct reading *reading, const struct xml_node *node,
		       bool link)
{
	size_t before = reading->text->count;
	bool linked = reading->linked;

	reading->linked = linked || link;
	read_children(reading, node);
	reading->linked = linked;
	if (!holds_words(reading->text, before))
		tell(reading, node, FAULT_EMPTY, node->name, STR(""));
}

static void read_element(struct reading *reading, const struct xml_node *node)
{
	int row = find_inline(node);
	struct draft_token token = { .line = node->line };

	if (row < 0) {
		tell(reading, node, FAULT_ELEMENT, node->name, STR(""));
		return;
	}
	check_attributes(reading, node, row);
	check_values(reading, node);
	token.kind = inlines[row].kind;
	token.element = inlines[row].element;
	token.a = attribute_or_empty(node, inlines[row].a);
	token.b = attribute_or_empty(node, inlines[row].b);
	if (token.element == DRAFT_ABBR)
		token.b = unit_plain(reading->arena, token.b);
	if (is_link(&token) && reading->linked)
		tell(reading, node, FAULT_ELEMENT, node->name, STR(""));
	add_token(reading, token);
	reading->spaced = token.kind == DRAFT_BREAK ||
			  (reading->spaced && token.kind != DRAFT_REF);
	if (token.kind != DRAFT_OPEN) {
		if (node->first)
			tell(reading, node, FAULT_TEXT, node->first->text,
			     STR(""));
		return;
	}
	read_words(reading, node, is_link(&token));
	token.kind = DRAFT_CLOSE;
	add_token(reading, token);
}

static void read_children(struct reading *reading, const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child;
	     child = child->next) {
		if (child->kind == XML_TEXT)
			read_text(reading, child);
		else if (child->kind == XML_ELEMENT)
			read_element(reading, child);
	}
}

/* Takes the white space away that stands at the end, or before a break. */
static void trim(struct draft_text *text)
{
	bool at_end = true;

	for (size_t i = text->count; i > 0; i--) {
		struct draft_token *token = &text->tokens[i - 1];
		struct str *words = &token->text;

		if (token->kind == DRAFT_BREAK || token->kind == DRAFT_REF)
			at_end = token->kind == DRAFT_BREAK;
		if (token->kind != DRAFT_TEXT || !words->bytes)
			continue;
		if (at_end && words->at[words->bytes - 1] == ' ')
			words->bytes--;
		if (words->bytes)
			at_end = false;
	}
}

bool unit_tokens(struct arena *arena, struct faults *faults, struct str file,
		 const struct xml_node *node, struct draft_text *text)
{
	struct reading reading = { .arena = arena,
				   .faults = faults,
				   .file = file,
				   .text = text,
				   .spaced = true,
				   .good = true };

	read_children(&reading, node);
	trim(text);
	return reading.good;
}

bool unit_holds_words(const struct draft_text *text)
{
	return holds_words(text, 0);
}

/* ------------------------------------------------------------------------
 * The msgid.
 */

static struct str escaped(char c, bool quotes)
{
	switch (c) {
	case '&':
		return STR("&amp;");
	case '<':
		return STR("&lt;");
	case '>':
		return STR("&gt;");
	case '"':
		return quotes ? STR("&quot;") : (struct str){ 0 };
	default:
		return (struct str){ 0 };
	}
}

static void escape(struct buf *out, struct str text, bool quotes)
{
	size_t from = 0;

	for (size_t i = 0; i < text.bytes; i++) {
		struct str instead = escaped(text.at[i], quotes);

		if (!instead.at)
			continue;
		buf_add(out, str_first(str_from(text, from), i - from));
		buf_add(out, instead);
		from = i + 1;
	}
	buf_add(out, str_from(text, from));
}

static void serialise(struct buf *out, const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child;
	     child = child->next) {
		if (child->kind == XML_TEXT)
			escape(out, child->text, false);
		if (child->kind != XML_ELEMENT)
			continue;
		buf_byte(out, '<');
		buf_add(out, child->name);
		for (const struct xml_attribute *at = child->attributes; at;
		     at = at->next) {
			buf_byte(out, ' ');
			buf_add(out, at->name);
			buf_add(out, STR("=\""));
			escape(out, at->value, true);
			buf_byte(out, '"');
		}
		if (!child->first) {
			buf_add(out, STR("/>"));
			continue;
		}
		buf_byte(out, '>');
		serialise(out, child);
		buf_add(out, STR("</"));
		buf_add(out, child->name);
		buf_byte(out, '>');
	}
}

struct str unit_plain(struct arena *arena, struct str text)
{
	struct buf spaced = { 0 }, out = { 0 };
	struct str kept, words;

	add_spaced(&spaced, text);
	words = buf_str(&spaced);
	if (words.bytes && words.at[0] == ' ')
		words = str_from(words, 1);
	if (words.bytes && words.at[words.bytes - 1] == ' ')
		words.bytes--;
	chars_normalise(&out, words);
	kept = buf_keep(&out, arena);
	buf_free(&out);
	buf_free(&spaced);
	return kept;
}

/* ------------------------------------------------------------------------
 * Units.
 */

static struct draft_unit *add_unit(struct draft *draft,
				   struct fault_place place)
{
	struct draft_unit *unit = arena_one(draft->arena, struct draft_unit);

	draft->units = arena_grow(draft->arena, draft->units, draft->unit_count,
				  &draft->unit_room, sizeof *draft->units);
	unit->place = place;
	unit->index = (uint32_t)draft->unit_count;
	unit->translated[0] = true;
	draft->units[draft->unit_count++] = unit;
	return unit;
}

static struct str msgid_of(struct arena *arena, const struct xml_node *node)
{
	struct buf out = { 0 };
	struct str msgid;

	serialise(&out, node);
	msgid = unit_plain(arena, buf_str(&out));
	buf_free(&out);
	return msgid;
}

/* A comment that begins so is meant for them, as with xgettext. */
static struct str for_translators(struct arena *arena, struct str comment)
{
	struct str text = unit_plain(arena, comment);

	if (str_starts(text, STR("Översättare:")) ||
	    str_starts(text, STR("TRANSLATORS:")))
		return text;
	return (struct str){ 0 };
}

struct draft_unit *unit_read(struct draft *draft, struct str file,
			     const struct xml_node *node)
{
	struct fault_place place = { file, node->line };
	struct draft_text text = { 0 };
	struct draft_unit *unit;
	struct str msgid;

	if (!unit_tokens(draft->arena, draft->faults, file, node, &text))
		return NULL;
	msgid = msgid_of(draft->arena, node);
	if (!holds_words(&text, 0)) {
		fault_add(draft->faults, place, FAULT_EMPTY, node->name,
			  STR(""));
		return NULL;
	}
	if (msgid.bytes > FORMAT_UNIT_BYTES) {
		fault_add(draft->faults, place, FAULT_UNIT_LONG, STR(""),
			  STR(""));
		return NULL;
	}
	unit = add_unit(draft, place);
	unit->text[0] = text;
	unit->msgid = msgid;
	unit->context = xml_attribute(node, STR("its-context"));
	if (unit->context.at)
		unit->context = unit_plain(draft->arena, unit->context);
	unit->comment = for_translators(draft->arena, node->comment);
	unit->translate =
		!str_equal(xml_attribute(node, STR("translate")), STR("no"));
	return unit;
}

struct draft_unit *unit_of_text(struct draft *draft, struct fault_place place,
				struct str text, bool translate)
{
	struct draft_unit *unit = add_unit(draft, place);
	struct xml_node word = { .kind = XML_TEXT,
				 .text = text,
				 .line = place.line };
	struct xml_node node = { .kind = XML_ELEMENT,
				 .first = &word,
				 .line = place.line };

	unit_tokens(draft->arena, NULL, place.file, &node, &unit->text[0]);
	unit->msgid = msgid_of(draft->arena, &node);
	unit->translate = translate;
	return unit;
}
