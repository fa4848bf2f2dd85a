/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/markup.h"

#include "base/arena.h"
#include "compile/pool.h"
#include "compile/values.h"
#include "text/chars.h"

#include <string.h>

/* What an inline element becomes, and which attributes become a and b. */
static const struct inline_element {
	struct str name;
	enum format_span_kind kind; /* but of br */
	struct str a, b;
	bool need_a, need_b;
} inlines[] = {
	{ .name = { "br", 2 } },
	{ .name = { "em", 2 }, .kind = FORMAT_EM },
	{ .name = { "strong", 6 }, .kind = FORMAT_STRONG },
	{ .name = { "span", 4 },
	  .kind = FORMAT_FOREIGN,
	  .a = { "xml:lang", 8 },
	  .need_a = true },
	{ .name = { "abbr", 4 },
	  .kind = FORMAT_SPOKEN,
	  .a = { "title", 5 },
	  .need_a = true },
	{ .name = { "ref", 3 },
	  .kind = FORMAT_DATUM_REF,
	  .a = { "contact", 7 },
	  .b = { "part", 4 },
	  .need_a = true,
	  .need_b = true },
	{ .name = { "a", 1 },
	  .kind = FORMAT_LINK,
	  .a = { "page", 4 },
	  .b = { "at", 2 },
	  .need_a = true },
	/* `a` with href; chosen by that attribute. */
	{ .name = { "a", 1 },
	  .kind = FORMAT_OUTSIDE,
	  .a = { "href", 4 },
	  .need_a = true },
};

/* Reads one element's inline content. */
struct reading {
	struct arena *arena;
	struct faults *faults; /* NULL: nothing is told */
	struct str file;
	struct draft_text *text; /* its spans; the words are in `words` */
	struct buf words;
	bool spaced; /* the words end in white space, or there are none */
	bool linked; /* inside of an `a` */
	bool good;
};

static bool white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Words with one space between each: what may be taken as it stands. */
static size_t spaced_run(struct str text)
{
	size_t to = 0;

	while (to < text.bytes && (!white(text.at[to]) ||
				   (text.at[to] == ' ' && to + 1 < text.bytes &&
				    !white(text.at[to + 1]))))
		to++;
	return to;
}

/* Appends the text with runs of white space as one space. */
static void add_spaced(struct buf *out, struct str text)
{
	while (text.bytes) {
		size_t run = spaced_run(text);

		buf_add(out, str_first(text, run));
		text = str_from(text, run);
		if (text.bytes)
			buf_byte(out, ' ');
		while (text.bytes && white(text.at[0]))
			text = str_from(text, 1);
	}
}

static size_t find_soft_hyphen(struct str text)
{
	static const struct str hyphen = { "\xC2\xAD", 2 };
	const char *at = NULL;

	/* Most text has not even its first byte, and that is quickly seen. */
	if (str_holds(text, hyphen.at[0]))
		at = memmem(text.at, text.bytes, hyphen.at, hyphen.bytes);
	return at ? (size_t)(at - text.at) : text.bytes;
}

/* Appends the text in NFC; soft hyphens stay: they are where a line may end. */
static void add_composed(struct buf *out, struct str text)
{
	while (text.bytes) {
		size_t at = find_soft_hyphen(text);

		chars_normalise(out, str_first(text, at));
		if (at < text.bytes)
			buf_add(out, STR("\xC2\xAD"));
		text = str_from(text, at + 2);
	}
}

static void read_text(struct reading *reading, const struct xml_node *node)
{
	struct buf spaced = { 0 };
	struct str words;

	add_spaced(&spaced, node->text);
	words = buf_str(&spaced);
	if (reading->spaced && words.bytes && words.at[0] == ' ')
		words = str_from(words, 1);
	if (words.bytes) {
		reading->spaced = words.at[words.bytes - 1] == ' ';
		add_composed(&reading->words, words);
	}
	buf_free(&spaced);
}

/* White space at the end, or before a br, is not shown. */
static void trim(struct reading *reading)
{
	struct buf *words = &reading->words;

	if (words->bytes && words->at[words->bytes - 1] == ' ')
		words->bytes--;
	for (size_t i = 0; i < reading->text->spans.count; i++) {
		struct draft_span *span = &reading->text->spans.at[i];

		if (span->start + span->bytes > words->bytes)
			span->bytes = (uint32_t)words->bytes - span->start;
	}
}

/* ------------------------------------------------------------------------
 * Inline elements.
 */

/* Whether anything is to be seen. */
static bool shows(struct str text)
{
	while (text.bytes) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		if (c == DRAFT_DATUM || (c != ' ' && c != 0xA0 &&
					 chars_cols(str_first(text, bytes))))
			return true;
		text = str_from(text, bytes);
	}
	return false;
}

static void tell(struct reading *reading, const struct xml_node *node,
		 enum fault fault, struct str one, struct str two)
{
	reading->good = false;
	if (reading->faults)
		fault_add(reading->faults,
			  (struct fault_place){ reading->file,
						xml_line(node, one) },
			  fault, one, two);
}

static const struct inline_element *find_inline(const struct xml_node *node)
{
	bool outside = xml_attribute(node, STR("href")).at != NULL;

	for (size_t i = 0; i < sizeof inlines / sizeof *inlines; i++)
		if (str_equal(inlines[i].name, node->name) &&
		    (inlines[i].kind != FORMAT_LINK || !outside))
			return &inlines[i];
	return NULL;
}

static bool known_attribute(const struct inline_element *row, struct str name)
{
	return str_equal(name, STR("translate")) || str_equal(name, row->a) ||
	       str_equal(name, row->b);
}

static void check_attributes(struct reading *reading,
			     const struct xml_node *node,
			     const struct inline_element *row)
{
	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (!known_attribute(row, at->name))
			tell(reading, node, FAULT_ATTRIBUTE, at->name,
			     node->name);
	if (row->need_a && !xml_attribute(node, row->a).at)
		tell(reading, node, FAULT_ATTRIBUTE_MISSING, row->a,
		     node->name);
	if (row->need_b && !xml_attribute(node, row->b).at)
		tell(reading, node, FAULT_ATTRIBUTE_MISSING, row->b,
		     node->name);
}

/* Values that only their own element can have. */
static void check_values(struct reading *reading, const struct xml_node *node)
{
	static const struct str language = { "xml:lang", 8 };
	static const struct str translate = { "translate", 9 };
	static const struct str spoken = { "title", 5 };
	struct str title = xml_attribute(node, spoken);
	struct str code = xml_attribute(node, language);
	struct str said = xml_attribute(node, translate);

	if (code.at && !values_language(code))
		tell(reading, node, FAULT_VALUE, language, code);
	if (said.at && !str_equal(said, STR("no")) &&
	    !str_equal(said, STR("yes")))
		tell(reading, node, FAULT_VALUE, translate, said);
	if (title.at && !shows(title))
		tell(reading, node, FAULT_VALUE, spoken, title);
}

static bool is_link(const struct inline_element *row)
{
	return row->kind == FORMAT_LINK || row->kind == FORMAT_OUTSIDE;
}

/* What no element may hold that shows nothing of its own, such as br. */
static void want_nothing(struct reading *reading, const struct xml_node *node)
{
	if (node->first)
		tell(reading, node, FAULT_TEXT, node->first->text, STR(""));
}

static void read_children(struct reading *reading, const struct xml_node *node);

static void read_break(struct reading *reading, const struct xml_node *node)
{
	trim(reading);
	buf_byte(&reading->words, '\n');
	reading->spaced = true;
	want_nothing(reading, node);
}

static void read_datum(struct reading *reading, const struct xml_node *node)
{
	buf_byte(&reading->words, DRAFT_DATUM);
	reading->spaced = false;
	want_nothing(reading, node);
}

/* What stands inside; nothing would be nothing to show. */
static void read_words(struct reading *reading, const struct xml_node *node,
		       bool link)
{
	size_t span = reading->text->spans.count - 1;
	size_t start = reading->words.bytes;
	bool linked = reading->linked;

	if (link && linked)
		tell(reading, node, FAULT_ELEMENT, node->name, STR(""));
	reading->linked = linked || link;
	read_children(reading, node);
	reading->linked = linked;
	reading->text->spans.at[span].bytes =
		(uint32_t)(reading->words.bytes - start);
	if (!shows(str_from(buf_str(&reading->words), start)))
		tell(reading, node, FAULT_EMPTY, node->name, STR(""));
}

static void add_span(struct reading *reading, const struct xml_node *node,
		     const struct inline_element *row)
{
	struct draft_span *span =
		arena_append(reading->arena, &reading->text->spans);

	*span = (struct draft_span){ .kind = row->kind,
				     .start = (uint32_t)reading->words.bytes,
				     .bytes = 1,
				     .line = xml_line(node, row->a) };
	if (row->a.bytes)
		span->a = xml_attribute(node, row->a);
	if (row->b.bytes)
		span->b = xml_attribute(node, row->b);
	if (row->kind == FORMAT_SPOKEN)
		span->a = markup_plain(reading->arena, span->a);
}

static void read_element(struct reading *reading, const struct xml_node *node)
{
	const struct inline_element *row = find_inline(node);

	if (!row) {
		tell(reading, node, FAULT_ELEMENT, node->name, STR(""));
		return;
	}
	check_attributes(reading, node, row);
	check_values(reading, node);
	if (row == inlines) {
		read_break(reading, node);
		return;
	}
	add_span(reading, node, row);
	if (row->kind == FORMAT_DATUM_REF)
		read_datum(reading, node);
	else
		read_words(reading, node, is_link(row));
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

bool markup_text(struct arena *arena, struct faults *faults, struct str file,
		 const struct xml_node *node, struct draft_text *text)
{
	struct reading reading = { .arena = arena,
				   .faults = faults,
				   .file = file,
				   .text = text,
				   .spaced = true,
				   .good = true };

	read_children(&reading, node);
	trim(&reading);
	if (reading.good && !shows(buf_str(&reading.words)))
		tell(&reading, node, FAULT_EMPTY, node->name, STR(""));
	text->words = buf_keep(&reading.words, arena);
	buf_free(&reading.words);
	return reading.good;
}

static bool holds_datum(const struct draft_text *text)
{
	for (size_t i = 0; i < text->spans.count; i++)
		if (text->spans.at[i].kind == FORMAT_DATUM_REF)
			return true;
	return false;
}

void markup_keep(struct draft *draft, struct draft_text *text)
{
	struct draft_text kept = { 0 };

	/* Where a datum is put in, these are not yet the words of the book. */
	kept.words = holds_datum(text) ? str_copy(draft->arena, text->words)
				       : pool_keep(draft->pool, text->words);
	kept.spans.count = kept.spans.room = text->spans.count;
	kept.spans.at = arena_array(draft->arena, text->spans.count,
				    sizeof *kept.spans.at);
	for (size_t i = 0; i < text->spans.count; i++) {
		kept.spans.at[i] = text->spans.at[i];
		kept.spans.at[i].a =
			str_copy(draft->arena, text->spans.at[i].a);
		kept.spans.at[i].b =
			str_copy(draft->arena, text->spans.at[i].b);
	}
	*text = kept;
}

struct str markup_plain(struct arena *arena, struct str text)
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
