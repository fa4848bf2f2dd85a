/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/element.h"

#include "base/arena.h"
#include "base/die.h"
#include "compile/markup.h"
#include "compile/unit.h"
#include "compile/values.h"

#include <string.h>

/* ------------------------------------------------------------------------
 * Faults and attributes.
 */

struct fault_place element_place(const struct element_reader *reader,
				 const struct xml_node *node)
{
	return (struct fault_place){ reader->file, node->line };
}

void element_tell(struct element_reader *reader, const struct xml_node *node,
		  enum fault fault, struct str one, struct str two)
{
	struct fault_place place = { reader->file, xml_line(node, one) };

	fault_add(reader->draft->faults, place, fault, one, two);
}

/* An attribute while the tree lives; to be kept it is copied. */
static struct str attribute(const struct xml_node *node, const char *name)
{
	return xml_attribute(node, str_of(name));
}

struct str element_value(const struct element_reader *reader,
			 const struct xml_node *node, const char *name)
{
	struct str value = attribute(node, name);

	return value.at ? str_copy(reader->draft->arena, value) : value;
}

/* Takes the next name off a list; *needed when "!" stands behind it. */
static struct str next_name(struct str *list, bool *needed)
{
	struct str name = *list;
	size_t at = 0;

	while (at < list->bytes && list->at[at] != ' ')
		at++;
	name.bytes = at;
	*list = str_from(*list, at + 1);
	*needed = name.bytes && name.at[name.bytes - 1] == '!';
	name.bytes -= *needed;
	return name;
}

static bool in_list(struct str list, struct str wanted)
{
	bool needed;

	while (list.bytes)
		if (str_equal(next_name(&list, &needed), wanted))
			return true;
	return false;
}

void element_bad_value(struct element_reader *reader,
		       const struct xml_node *node, const char *name)
{
	element_tell(reader, node, FAULT_VALUE, str_of(name),
		     attribute(node, name));
}

static void check_translate(struct element_reader *reader,
			    const struct xml_node *node)
{
	struct str value = attribute(node, "translate");

	if (value.at && !str_equal(value, STR("no")) &&
	    !str_equal(value, STR("yes")))
		element_bad_value(reader, node, "translate");
}

void element_attributes(struct element_reader *reader,
			const struct xml_node *node, const char *allowed)
{
	struct str list = str_of(allowed);

	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (!in_list(list, at->name))
			element_tell(reader, node, FAULT_ATTRIBUTE, at->name,
				     node->name);
	while (list.bytes) {
		bool needed;
		struct str name = next_name(&list, &needed);

		if (needed && !xml_attribute(node, name).at)
			element_tell(reader, node, FAULT_ATTRIBUTE_MISSING,
				     name, node->name);
	}
	check_translate(reader, node);
}

/* ------------------------------------------------------------------------
 * Children.
 */

enum { MOST_ROWS = 16 }; /* of one table */

static bool blank(struct str text)
{
	for (size_t i = 0; i < text.bytes; i++)
		if (!strchr(" \t\r\n", text.at[i]))
			return false;
	return true;
}

/* The row of an element; `rows` when it has none. */
static size_t find_row(const struct element_row *table, size_t rows,
		       struct str name)
{
	size_t row = 0;

	while (row < rows && !str_equal(str_of(table[row].name), name))
		row++;
	return row;
}

struct str element_local_name(const struct xml_node *node)
{
	size_t at = node->name.bytes;

	while (at > 0 && node->name.at[at - 1] != '}')
		at--;
	return str_from(node->name, at);
}

/* Elements, or text that has been told of already. */
static bool has_content(const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child;
	     child = child->next)
		if (child->kind == XML_ELEMENT ||
		    (child->kind == XML_TEXT && !blank(child->text)))
			return true;
	return false;
}

void element_want_nothing(struct element_reader *reader,
			  const struct xml_node *node)
{
	element_children(reader, node, NULL, 0, NULL);
}

void element_want_child(struct element_reader *reader,
			const struct xml_node *node)
{
	if (!has_content(node))
		element_tell(reader, node, FAULT_EMPTY, node->name, STR(""));
}

void element_unknown(struct element_reader *reader, const struct xml_node *node)
{
	bool foreign = node->name.bytes && node->name.at[0] == '{';

	element_tell(reader, node, foreign ? FAULT_NAMESPACE : FAULT_ELEMENT,
		     element_local_name(node), STR(""));
}

static void read_child(struct element_reader *reader,
		       const struct xml_node *node,
		       const struct element_row *table, size_t rows, void *into,
		       unsigned seen[MOST_ROWS])
{
	size_t at = find_row(table, rows, node->name);
	const struct element_row *row;

	if (at == rows) {
		element_unknown(reader, node);
		return;
	}
	row = &table[at];
	element_attributes(reader, node, row->attributes);
	if (seen[at]++ && row->often != ELEMENT_ANY)
		element_tell(reader, node, FAULT_ELEMENT_TWICE, node->name,
			     STR(""));
	else
		row->read(reader, node, (char *)into + row->offset);
}

void element_children(struct element_reader *reader,
		      const struct xml_node *node,
		      const struct element_row *table, size_t rows, void *into)
{
	unsigned seen[MOST_ROWS] = { 0 };

	die_unless(rows <= MOST_ROWS);
	for (const struct xml_node *child = node->first; child;
	     child = child->next) {
		if (child->kind == XML_ELEMENT)
			read_child(reader, child, table, rows, into, seen);
		else if (child->kind == XML_TEXT && !blank(child->text))
			element_tell(reader, child, FAULT_TEXT,
				     markup_plain(reader->draft->scratch,
						  child->text),
				     STR(""));
	}
	for (size_t i = 0; i < rows; i++)
		if (table[i].often == ELEMENT_EXACTLY_ONE && !seen[i])
			element_tell(reader, node, FAULT_ELEMENT_MISSING,
				     str_of(table[i].name), node->name);
}

/* ------------------------------------------------------------------------
 * Small values.
 */

void element_unit(struct element_reader *reader, const struct xml_node *node,
		  void *into)
{
	struct draft_unit **unit = into;

	*unit = unit_read(reader->draft, reader->file, node);
}

struct draft_source element_source(struct element_reader *reader,
				   const struct xml_node *node)
{
	struct draft_source source = { .checked = FORMAT_NONE };
	struct str dated = attribute(node, "dated");
	struct str checked = attribute(node, "checked");
	int32_t day;

	source.of = attribute(node, "of");
	if (source.of.at)
		source.of = markup_plain(reader->draft->arena, source.of);
	if (source.of.at && !source.of.bytes)
		element_bad_value(reader, node, "of");
	if (source.of.bytes > FORMAT_UNIT_BYTES)
		element_tell(reader, node, FAULT_UNIT_LONG, STR(""), STR(""));
	if (dated.at && !values_month(dated, &source.year, &source.month))
		element_bad_value(reader, node, "dated");
	if (checked.at && !values_date(checked, &day))
		element_tell(reader, node, FAULT_DATE_FORM, checked, STR(""));
	else if (checked.at)
		source.checked = (uint32_t)day;
	return source;
}

struct str element_id(struct element_reader *reader,
		      const struct xml_node *node)
{
	struct str id = element_value(reader, node, "id");

	if (id.at && !values_id(id))
		element_tell(reader, node, FAULT_ID_FORM, id, STR(""));
	return id.at ? id : STR("");
}
