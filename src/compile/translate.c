/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/translate.h"

#include "base/arena.h"
#include "compile/markup.h"
#include "compile/po.h"
#include "compile/values.h"
#include "compile/xml.h"
#include "text/chars.h"

/* Spans that lead somewhere, or put a datum in, must be the same ones. */
static bool leads(const struct draft_span *span)
{
	return span->kind == FORMAT_LINK || span->kind == FORMAT_OUTSIDE ||
	       span->kind == FORMAT_DATUM_REF;
}

static bool same_lead(const struct draft_span *a, const struct draft_span *b)
{
	return a->kind == b->kind && str_equal(a->a, b->a) &&
	       str_equal(a->b, b->b);
}

static size_t count_leads(const struct draft_text *text,
			  const struct draft_span *like)
{
	size_t count = 0;

	for (size_t i = 0; i < text->spans.count; i++)
		if (leads(&text->spans.at[i]) &&
		    (!like || same_lead(&text->spans.at[i], like)))
			count++;
	return count;
}

/* The same links and data, in whatever order. */
static bool same_leads(const struct draft_text *a, const struct draft_text *b)
{
	if (count_leads(a, NULL) != count_leads(b, NULL))
		return false;
	for (size_t i = 0; i < a->spans.count; i++)
		if (leads(&a->spans.at[i]) &&
		    count_leads(a, &a->spans.at[i]) !=
			    count_leads(b, &a->spans.at[i]))
			return false;
	return true;
}

static bool forbidden(struct str text)
{
	while (text.bytes) {
		uint32_t c;
		size_t bytes = chars_first(text, &c);

		if (c != '\n' && c != '\t' && chars_forbidden(c))
			return true;
		text = str_from(text, bytes);
	}
	return false;
}

/* What is wrong with a translation, or FAULTS; its text goes to *text. */
static enum fault judge(struct draft *draft, const struct draft_unit *unit,
			const struct po_entry *entry, struct draft_text *text)
{
	struct xml_node *node;

	if (!entry || entry->msgstr.bytes == 0)
		return FAULT_UNTRANSLATED;
	if (entry->fuzzy)
		return FAULT_FUZZY;
	if (entry->msgstr.bytes > FORMAT_UNIT_BYTES)
		return FAULT_PO_LONG;
	if (forbidden(entry->msgstr))
		return FAULT_PO_CHARACTER;
	node = xml_parse_fragment(draft->scratch, entry->msgstr);
	if (!node || !markup_text(draft->scratch, NULL, STR(""), node, text))
		return FAULT_PO_MARKUP;
	if (!same_leads(&unit->master, text))
		return FAULT_PO_LINKS;
	if (unit->data && !values_same_tel(entry->msgstr, unit->msgid))
		return FAULT_PO_DIGITS;
	return FAULTS;
}

static void translate_unit(struct draft *draft,
			   const struct po_entries *entries,
			   struct draft_unit *unit, size_t language)
{
	struct draft_text text = { 0 };
	enum fault fault = judge(draft, unit, po_find(entries, unit), &text);

	if (fault == FAULTS) {
		if (!unit->others)
			unit->others = arena_array(draft->arena,
						   draft->language_count - 1,
						   sizeof *unit->others);
		markup_keep(draft, &text);
		unit->others[language - 1] = text;
	} else {
		fault_add(draft->faults, unit->place, fault, unit->msgid,
			  draft->languages[language].code);
	}
	arena_reset(draft->scratch);
}

/* "po/CODE.po" */
static const char *po_name(struct draft *draft, struct str code)
{
	struct str folder = STR("po/");

	return str_join(draft->arena, str_join(draft->arena, folder, code),
			STR(".po"))
		.at;
}

static void translate_language(struct draft *draft, int dir, size_t language)
{
	const char *name = po_name(draft, draft->languages[language].code);
	struct po_entries entries = { 0 };
	enum po_end end = po_read(draft, dir, name, &entries);

	if (end == PO_ABSENT)
		fault_add(draft->faults, draft->languages[language].place,
			  FAULT_PO_MISSING, str_of(name), STR(""));
	for (size_t i = 0; end == PO_READ && i < draft->units.count; i++)
		if (draft->units.at[i]->translate)
			translate_unit(draft, &entries, draft->units.at[i],
				       language);
}

void translate_content(struct draft *draft, int dir)
{
	for (size_t i = 1; i < draft->language_count; i++)
		translate_language(draft, dir, i);
}

struct translate_count translate_count(const struct draft *draft,
				       size_t language)
{
	struct translate_count count = { 0 };

	for (size_t i = 0; i < draft->units.count; i++) {
		const struct draft_unit *unit = draft->units.at[i];

		count.units += unit->translate;
		count.translated +=
			unit->translate && draft_translated(unit, language);
	}
	return count;
}
