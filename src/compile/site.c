/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/site.h"

#include "base/arena.h"
#include "compile/opening.h"
#include "compile/unit.h"
#include "compile/values.h"

/* ------------------------------------------------------------------------
 * Contacts.
 */

static void add_value(struct element_reader *reader, struct draft_datum *datum,
		      struct draft_unit *unit)
{
	if (!unit)
		return;
	*arena_append(reader->draft->arena, &datum->values) = unit;
}

static void read_line(struct element_reader *reader,
		      const struct xml_node *node, void *into)
{
	add_value(reader, into, unit_read(reader->draft, reader->file, node));
}

static const struct element_row in_adr[] = {
	{ "line", read_line, ELEMENT_UNIT, ELEMENT_ANY, 0 },
};

static void read_datum(struct element_reader *reader,
		       const struct xml_node *node, void *into)
{
	struct draft_contact *contact = into;
	struct draft_datum datum = { .part = draft_part(node->name),
				     .place = element_place(reader, node) };
	struct str label = element_value(reader, node, "label");
	struct draft_unit *unit;

	datum.href = element_value(reader, node, "href");
	datum.label = unit_of_text(reader->draft, datum.place,
				   label.at ? label : STR(""), label.bytes);
	if (label.at && !datum.label->master.words.bytes)
		element_bad_value(reader, node, "label");
	if (datum.part == FORMAT_PART_ADR) {
		element_want_child(reader, node);
		element_children(reader, node, ELEMENT_ROWS(in_adr), &datum);
	} else {
		unit = unit_read(reader->draft, reader->file, node);
		add_value(reader, &datum, unit);
		if (unit) {
			unit->data = datum.part == FORMAT_PART_TEL;
			unit->translate = unit->translate && unit->data;
		}
	}
	*arena_append(reader->draft->arena, &contact->data) = datum;
}

static const struct element_row in_contact[] = {
	{ "tel", read_datum, "label! href! " ELEMENT_UNIT, ELEMENT_ANY, 0 },
	{ "email", read_datum, "label! href!", ELEMENT_ANY, 0 },
	{ "url", read_datum, "label! href!", ELEMENT_ANY, 0 },
	{ "adr", read_datum, "label!", ELEMENT_ANY, 0 },
	{ "orgnr", read_datum, "label!", ELEMENT_ANY, 0 },
};

static void read_contact(struct element_reader *reader,
			 const struct xml_node *node, void *into)
{
	struct draft *draft = into;
	struct draft_contact contact = { .id = element_id(reader, node),
					 .source = element_source(reader, node),
					 .place = element_place(reader, node) };

	element_want_child(reader, node);
	element_children(reader, node, ELEMENT_ROWS(in_contact), &contact);
	*arena_append(draft->arena, &draft->contacts) = contact;
}

/* ------------------------------------------------------------------------
 * The site.
 */

static void read_language(struct element_reader *reader,
			  const struct xml_node *node, void *into)
{
	struct draft *draft = into;
	struct draft_unit *name = unit_read(draft, reader->file, node);
	struct str code = element_value(reader, node, "code");

	if (code.at && !values_language(code)) {
		element_bad_value(reader, node, "code");
		draft->faults->incomplete = true;
		return;
	}
	if (draft->language_count == FORMAT_LANGUAGES) {
		element_tell(reader, node, FAULT_MANY_LANGUAGES, STR(""),
			     STR(""));
		return;
	}
	if (!name || !code.at)
		return;
	name->translate = false;
	draft->languages[draft->language_count++] =
		(struct draft_language){ code, draft_words(draft, name, 0),
					 element_place(reader, node) };
}

static const struct element_row in_site[] = {
	{ "name", element_unit, ELEMENT_UNIT, ELEMENT_EXACTLY_ONE,
	  offsetof(struct draft, name) },
	{ "slogan", element_unit, ELEMENT_UNIT, ELEMENT_AT_MOST_ONE,
	  offsetof(struct draft, slogan) },
	{ "language", read_language, "code!", ELEMENT_ANY, 0 },
	{ "contact", read_contact, "id! of dated checked", ELEMENT_ANY, 0 },
	{ "hours", opening_read,
	  "id! contact holidays eves near of dated checked", ELEMENT_ANY, 0 },
};

void site_read(struct element_reader *reader, const struct xml_node *root,
	       void *into)
{
	struct draft *draft = into;
	struct str updated = element_value(reader, root, "updated");

	if (updated.at && !values_date(updated, &draft->updated))
		element_tell(reader, root, FAULT_DATE_FORM, updated, STR(""));
	element_children(reader, root, ELEMENT_ROWS(in_site), into);
}
