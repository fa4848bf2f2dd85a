/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/unit.h"

#include "base/arena.h"
#include "compile/markup.h"

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

/* ------------------------------------------------------------------------
 * Units.
 */

/* A new unit of the draft; text and msgid are taken over from the scratch. */
static struct draft_unit *add_unit(struct draft *draft,
				   struct fault_place place,
				   struct draft_text *text, struct str msgid)
{
	struct draft_unit *unit = arena_one(draft->arena, struct draft_unit);

	markup_keep(draft, text);
	unit->place = place;
	unit->index = (uint32_t)draft->units.count;
	unit->master = *text;
	/* Most words have no markup, and are not kept twice. */
	unit->msgid = str_equal(msgid, text->words)
			      ? text->words
			      : str_copy(draft->arena, msgid);
	*arena_append(draft->arena, &draft->units) = unit;
	return unit;
}

/* One text without what is escaped or, as a soft hyphen, dropped. */
static bool plain(const struct xml_node *node, struct str words)
{
	return node->first && node->first->kind == XML_TEXT &&
	       !node->first->next && !str_holds(words, '&') &&
	       !str_holds(words, '<') && !str_holds(words, '>') &&
	       !str_holds(words, '\xC2');
}

/* Most words have no markup and are their own msgid. */
static struct str msgid_of(struct arena *arena, const struct xml_node *node,
			   struct str words)
{
	struct buf out = { 0 };
	struct str msgid;

	if (plain(node, words))
		return words;
	serialise(&out, node);
	msgid = markup_plain(arena, buf_str(&out));
	buf_free(&out);
	return msgid;
}

/* A comment that begins so is meant for them, as with xgettext. */
static struct str for_translators(struct arena *arena, struct str comment)
{
	struct str text = markup_plain(arena, comment);

	if (str_starts(text, STR("Översättare:")) ||
	    str_starts(text, STR("TRANSLATORS:")))
		return text;
	return (struct str){ 0 };
}

/* NULL when nothing is said to translators, as nearly always. */
static const struct draft_hint *hint_of(struct draft *draft,
					const struct xml_node *node)
{
	struct str context = xml_attribute(node, STR("its-context"));
	struct str comment = for_translators(draft->arena, node->comment);
	struct draft_hint *hint;

	if (!context.at && !comment.at)
		return NULL;
	hint = arena_one(draft->arena, struct draft_hint);
	if (context.at)
		hint->context = markup_plain(draft->arena, context);
	hint->comment = comment;
	return hint;
}

/* Whether this is more than a unit may hold; it is told. */
static bool too_long(const struct draft *draft, struct fault_place place,
		     struct str msgid)
{
	bool too = msgid.bytes > FORMAT_UNIT_BYTES;

	if (too)
		fault_add(draft->faults, place, FAULT_UNIT_LONG, STR(""),
			  STR(""));
	return too;
}

struct draft_unit *unit_read(struct draft *draft, struct str file,
			     const struct xml_node *node)
{
	struct fault_place place = { file, node->line };
	struct draft_text text = { 0 };
	struct draft_unit *unit;
	struct str msgid;

	if (!markup_text(draft->scratch, draft->faults, file, node, &text))
		return NULL;
	msgid = msgid_of(draft->scratch, node, text.words);
	if (too_long(draft, place, msgid))
		return NULL;
	unit = add_unit(draft, place, &text, msgid);
	unit->hint = hint_of(draft, node);
	unit->translate =
		!str_equal(xml_attribute(node, STR("translate")), STR("no"));
	return unit;
}

struct draft_unit *unit_of_text(struct draft *draft, struct fault_place place,
				struct str text, bool translate)
{
	struct xml_node word = { .kind = XML_TEXT, .text = text };
	struct xml_node node = { .kind = XML_ELEMENT, .first = &word };
	struct draft_text read = { 0 };
	struct draft_unit *unit;
	struct str msgid;

	markup_text(draft->scratch, NULL, place.file, &node, &read);
	msgid = msgid_of(draft->scratch, &node, read.words);
	too_long(draft, place, msgid);
	unit = add_unit(draft, place, &read, msgid);
	unit->translate = translate;
	return unit;
}
