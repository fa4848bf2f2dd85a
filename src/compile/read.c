/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/read.h"

#include "base/arena.h"
#include "compile/file.h"
#include "compile/unit.h"
#include "compile/values.h"
#include "compile/xml.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTION_DEPTH = 2 };

/* The language all content is written in first. */
#define MASTER STR("sv")

/* One file while it is read, and where in it we are. */
struct reader {
	struct draft *draft;
	struct str file;
	struct draft_page *page; /* NULL outside of pages */
	struct draft_blocks *blocks;
	uint32_t level;
	uint32_t section; /* block of the innermost section, or FORMAT_NONE */
	bool note;
	struct str language; /* of the terms */
};

typedef void handler(struct reader *reader, const struct xml_node *node,
		     void *into);

/* An element that may stand in another. */
struct child {
	const char *name;
	handler *read;
	const char *attributes; /* "id! number": names, "!" where needed */
	enum { ANY, AT_MOST_ONE, EXACTLY_ONE } how_often;
};

/* ------------------------------------------------------------------------
 * Faults and attributes.
 */

static struct fault_place place_of(const struct reader *reader,
				   const struct xml_node *node)
{
	return (struct fault_place){ reader->file, node->line };
}

static void tell(struct reader *reader, const struct xml_node *node,
		 enum fault fault, struct str one, struct str two)
{
	fault_add(reader->draft->faults, place_of(reader, node), fault, one,
		  two);
}

static struct str attribute(const struct xml_node *node, const char *name)
{
	return xml_attribute(node, str_of(name));
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

/* What a text unit may have. */
#define UNIT "translate its-context"

static void bad_value(struct reader *reader, const struct xml_node *node,
		      const char *name)
{
	tell(reader, node, FAULT_VALUE, str_of(name), attribute(node, name));
}

static void check_translate(struct reader *reader, const struct xml_node *node)
{
	struct str value = attribute(node, "translate");

	if (value.at && !str_equal(value, STR("no")) &&
	    !str_equal(value, STR("yes")))
		bad_value(reader, node, "translate");
}

static void check_attributes(struct reader *reader, const struct xml_node *node,
			     const char *allowed)
{
	struct str list = str_of(allowed);

	for (const struct xml_attribute *at = node->attributes; at;
	     at = at->next)
		if (!in_list(list, at->name))
			tell(reader, node, FAULT_ATTRIBUTE, at->name,
			     node->name);
	while (list.bytes) {
		bool needed;
		struct str name = next_name(&list, &needed);

		if (needed && !xml_attribute(node, name).at)
			tell(reader, node, FAULT_ATTRIBUTE_MISSING, name,
			     node->name);
	}
	check_translate(reader, node);
}

/* ------------------------------------------------------------------------
 * Children.
 */

enum { MOST_CHILDREN = 16 }; /* rows of one table */

static bool blank(struct str text)
{
	for (size_t i = 0; i < text.bytes; i++)
		if (!strchr(" \t\r\n", text.at[i]))
			return false;
	return true;
}

static int find_child(const struct child *table, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(str_of(table[i].name), name))
			return (int)i;
	return -1;
}

/* Without the namespace, which stands in braces. */
static struct str local_name(const struct xml_node *node)
{
	size_t at = node->name.bytes;

	while (at > 0 && node->name.at[at - 1] != '}')
		at--;
	return str_from(node->name, at);
}

static bool has_element(const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child;
	     child = child->next)
		if (child->kind == XML_ELEMENT)
			return true;
	return false;
}

/* Of an element that is nothing without others in it. */
static void want_element(struct reader *reader, const struct xml_node *node)
{
	if (!has_element(node))
		tell(reader, node, FAULT_EMPTY, node->name, STR(""));
}

static void unknown_element(struct reader *reader, const struct xml_node *node)
{
	bool foreign = node->name.bytes && node->name.at[0] == '{';

	tell(reader, node, foreign ? FAULT_NAMESPACE : FAULT_ELEMENT,
	     local_name(node), STR(""));
}

static void read_child(struct reader *reader, const struct xml_node *node,
		       const struct child *table, size_t count, void *into,
		       unsigned seen[MOST_CHILDREN])
{
	int row = find_child(table, count, node->name);

	if (row < 0) {
		unknown_element(reader, node);
		return;
	}
	check_attributes(reader, node, table[row].attributes);
	if (seen[row]++ && table[row].how_often != ANY)
		tell(reader, node, FAULT_ELEMENT_TWICE, node->name, STR(""));
	else
		table[row].read(reader, node, into);
}

static void read_children(struct reader *reader, const struct xml_node *node,
			  const struct child *table, size_t count, void *into)
{
	unsigned seen[MOST_CHILDREN] = { 0 };

	for (const struct xml_node *child = node->first; child;
	     child = child->next) {
		if (child->kind == XML_ELEMENT)
			read_child(reader, child, table, count, into, seen);
		else if (child->kind == XML_TEXT && !blank(child->text))
			tell(reader, child, FAULT_TEXT,
			     unit_plain(reader->draft->arena, child->text),
			     STR(""));
	}
	for (size_t i = 0; i < count; i++)
		if (table[i].how_often == EXACTLY_ONE && !seen[i])
			tell(reader, node, FAULT_ELEMENT_MISSING,
			     str_of(table[i].name), node->name);
}

#define ROWS(table) table, sizeof table / sizeof *table

/* ------------------------------------------------------------------------
 * Small values.
 */

static void read_unit(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	struct draft_unit **unit = into;

	*unit = unit_read(reader->draft, reader->file, node);
}

/* of, dated, checked */
static struct draft_source source_of(struct reader *reader,
				     const struct xml_node *node)
{
	struct draft_source source = { .checked = FORMAT_NONE };
	struct str dated = attribute(node, "dated");
	struct str checked = attribute(node, "checked");
	int32_t day;

	source.of = attribute(node, "of");
	if (source.of.at)
		source.of = unit_plain(reader->draft->arena, source.of);
	if (dated.at && !values_month(dated, &source.year, &source.month))
		bad_value(reader, node, "dated");
	if (checked.at && !values_date(checked, &day))
		tell(reader, node, FAULT_DATE_FORM, checked, STR(""));
	else if (checked.at)
		source.checked = (uint32_t)day;
	return source;
}

static struct str id_of(struct reader *reader, const struct xml_node *node)
{
	struct str id = attribute(node, "id");

	if (id.at && !values_id(id))
		tell(reader, node, FAULT_ID_FORM, id, STR(""));
	return id.at ? id : STR("");
}

/* ------------------------------------------------------------------------
 * Blocks.
 */

static struct draft_block *add_block(struct reader *reader,
				     const struct xml_node *node,
				     enum format_block_kind kind)
{
	struct draft_blocks *blocks = reader->blocks;
	struct draft_block *block;

	blocks->at = arena_grow(reader->draft->arena, blocks->at, blocks->count,
				&blocks->room, sizeof *blocks->at);
	block = &blocks->at[blocks->count++];
	*block = (struct draft_block){ .kind = kind,
				       .level = reader->level,
				       .note = reader->note,
				       .place = place_of(reader, node) };
	return block;
}

static void add_text(struct reader *reader, const struct xml_node *node,
		     enum format_block_kind kind)
{
	struct draft_unit *unit = unit_read(reader->draft, reader->file, node);
	struct draft_block *block;

	if (!unit)
		return;
	block = add_block(reader, node, kind);
	block->unit = unit;
	block->prose = true;
}

static void read_p(struct reader *reader, const struct xml_node *node,
		   void *into)
{
	(void)into;
	add_text(reader, node, FORMAT_PARAGRAPH);
}

static void read_bullet(struct reader *reader, const struct xml_node *node,
			void *into)
{
	(void)into;
	add_text(reader, node, FORMAT_BULLET);
}

static void read_numbered(struct reader *reader, const struct xml_node *node,
			  void *into)
{
	uint32_t *number = into;
	size_t before = reader->blocks->count;

	add_text(reader, node, FORMAT_NUMBERED);
	if (reader->blocks->count > before)
		reader->blocks->at[before].number = ++*number;
}

static void read_dt(struct reader *reader, const struct xml_node *node,
		    void *into)
{
	(void)into;
	add_text(reader, node, FORMAT_DEFINED);
}

static void read_dd(struct reader *reader, const struct xml_node *node,
		    void *into)
{
	(void)into;
	add_text(reader, node, FORMAT_DEFINITION);
}

static const struct child in_ul[] = { { "li", read_bullet, UNIT, ANY } };
static const struct child in_ol[] = { { "li", read_numbered, UNIT, ANY } };
static const struct child in_dl[] = { { "dt", read_dt, UNIT, ANY },
				      { "dd", read_dd, UNIT, ANY } };

static void read_list(struct reader *reader, const struct xml_node *node,
		      const struct child *table, size_t count)
{
	uint32_t number = 0;

	want_element(reader, node);
	read_children(reader, node, table, count, &number);
}

static void read_ul(struct reader *reader, const struct xml_node *node,
		    void *into)
{
	(void)into;
	read_list(reader, node, ROWS(in_ul));
}

static void read_ol(struct reader *reader, const struct xml_node *node,
		    void *into)
{
	(void)into;
	read_list(reader, node, ROWS(in_ol));
}

static void read_dl(struct reader *reader, const struct xml_node *node,
		    void *into)
{
	(void)into;
	read_list(reader, node, ROWS(in_dl));
}

static const struct child in_text[] = {
	{ "p", read_p, UNIT, ANY },
	{ "ul", read_ul, "", ANY },
	{ "ol", read_ol, "", ANY },
	{ "dl", read_dl, "", ANY },
};

static void read_note(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	reader->note = true;
	want_element(reader, node);
	read_children(reader, node, ROWS(in_text), into);
	reader->note = false;
}

static void read_children_mark(struct reader *reader,
			       const struct xml_node *node, void *into)
{
	(void)into;
	add_block(reader, node, FORMAT_CHILDREN);
}

/* What `show` can show: exactly one of these attributes. */
static const struct {
	const char *attribute;
	enum format_block_kind kind;
} shows[] = {
	{ "contact", FORMAT_CONTACTS }, { "hours", FORMAT_TABLE },
	{ "state", FORMAT_STATE },	{ "index", FORMAT_INDEX },
	{ "keys", FORMAT_KEYS },
};

static bool part_fits(enum format_block_kind kind, enum format_part part)
{
	if (kind == FORMAT_CONTACTS)
		return part >= FORMAT_PART_TEL && part <= FORMAT_PART_ORGNR;
	return kind == FORMAT_TABLE && part >= FORMAT_PART_DAYS;
}

static void read_part(struct reader *reader, const struct xml_node *node,
		      struct draft_block *block)
{
	struct str part = attribute(node, "part");

	if (!part.at)
		return;
	block->part = draft_part(part);
	if (!part_fits(block->kind, block->part))
		bad_value(reader, node, "part");
}

static void read_show(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	unsigned found = 0;

	(void)into;
	for (size_t i = 0; i < sizeof shows / sizeof *shows; i++) {
		struct str value = attribute(node, shows[i].attribute);
		struct draft_block *block;

		if (!value.at || found++)
			continue;
		block = add_block(reader, node, shows[i].kind);
		block->name = value;
		if ((block->kind == FORMAT_INDEX &&
		     !str_equal(value, STR("terms"))) ||
		    (block->kind == FORMAT_KEYS &&
		     !str_equal(value, STR("all"))))
			bad_value(reader, node, shows[i].attribute);
		read_part(reader, node, block);
	}
	if (found != 1)
		tell(reader, node, FAULT_ATTRIBUTE_MISSING,
		     STR("contact/hours/state/index/keys"), node->name);
}

static void read_set(struct reader *reader, const struct xml_node *node,
		     void *into)
{
	static const struct str whats[] = {
		[FORMAT_SET_LANGUAGE] = { "language", 8 },
		[FORMAT_SET_READER] = { "reader", 6 },
		[FORMAT_SET_EASY] = { "easy", 4 },
		[FORMAT_SET_DONE] = { "done", 4 },
	};
	struct str what = attribute(node, "what");

	(void)into;
	for (uint32_t i = 0; i < sizeof whats / sizeof *whats; i++)
		if (str_equal(whats[i], what)) {
			add_block(reader, node, FORMAT_SET)->number = i;
			return;
		}
	if (what.at)
		bad_value(reader, node, "what");
}

/* ------------------------------------------------------------------------
 * Terms.
 */

static void read_term(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	struct draft *draft = reader->draft;
	struct buf words = { 0 };
	struct draft_term *term;
	struct str see = attribute(node, "see");

	(void)into;
	for (const struct xml_node *child = node->first; child;
	     child = child->next) {
		if (child->kind == XML_TEXT)
			buf_add(&words, child->text);
		else if (child->kind == XML_ELEMENT)
			tell(reader, child, FAULT_ELEMENT, child->name,
			     STR(""));
	}
	draft->terms = arena_grow(draft->arena, draft->terms, draft->term_count,
				  &draft->term_room, sizeof *draft->terms);
	term = &draft->terms[draft->term_count];
	*term = (struct draft_term){
		.language = reader->language,
		.text = unit_plain(draft->arena, buf_str(&words)),
		.see = see.at ? unit_plain(draft->arena, see) : STR(""),
		.page = draft->page_count,
		.block = reader->section,
		.place = place_of(reader, node),
	};
	buf_free(&words);
	if (term->text.bytes)
		draft->term_count++;
	else
		tell(reader, node, FAULT_EMPTY, node->name, STR(""));
}

static const struct child in_terms[] = { { "term", read_term, "see", ANY } };

/* site.xml, which names the languages, has been read before. */
static bool known_language(const struct reader *reader)
{
	const struct draft *draft = reader->draft;

	for (size_t i = 0; i < draft->language_count; i++)
		if (str_equal(draft->languages[i].code, reader->language))
			return true;
	return draft->faults->incomplete;
}

static void read_terms(struct reader *reader, const struct xml_node *node,
		       void *into)
{
	reader->language = attribute(node, "xml:lang");
	if (reader->language.at && !known_language(reader))
		bad_value(reader, node, "xml:lang");
	read_children(reader, node, ROWS(in_terms), into);
}

/* ------------------------------------------------------------------------
 * Sections and pages.
 */

static void read_section(struct reader *reader, const struct xml_node *node,
			 void *into);

/* A heading's unit goes to the block that stands for the section. */
static void read_section_title(struct reader *reader,
			       const struct xml_node *node, void *into)
{
	struct draft_unit *unit = unit_read(reader->draft, reader->file, node);

	(void)into;
	reader->blocks->at[reader->section].unit = unit;
}

static const struct child in_section[] = {
	{ "title", read_section_title, UNIT, AT_MOST_ONE },
	{ "terms", read_terms, "xml:lang!", ANY },
	{ "p", read_p, UNIT, ANY },
	{ "ul", read_ul, "", ANY },
	{ "ol", read_ol, "", ANY },
	{ "dl", read_dl, "", ANY },
	{ "section", read_section, "id", ANY },
	{ "note", read_note, "", ANY },
	{ "children", read_children_mark, "", ANY },
	{ "show", read_show, "contact hours state index keys part", ANY },
	{ "set", read_set, "what!", ANY },
};

static void add_section(struct reader *reader, const struct xml_node *node,
			uint32_t block)
{
	struct draft_page *page = reader->page;
	struct str id = id_of(reader, node);

	if (!id.bytes)
		return;
	page->sections = arena_grow(reader->draft->arena, page->sections,
				    page->section_count, &page->section_room,
				    sizeof *page->sections);
	page->sections[page->section_count++] =
		(struct draft_section){ id, block, place_of(reader, node) };
}

/* A heading goes with the prose if its section holds nothing else. */
static bool only_prose(const struct draft_blocks *blocks, size_t from)
{
	for (size_t i = from; i < blocks->count; i++)
		if (!blocks->at[i].prose &&
		    blocks->at[i].kind != FORMAT_HEADING)
			return false;
	return true;
}

static void read_section(struct reader *reader, const struct xml_node *node,
			 void *into)
{
	uint32_t outer = reader->section;
	uint32_t block = (uint32_t)reader->blocks->count;

	if (reader->level == SECTION_DEPTH) {
		unknown_element(reader, node);
		return;
	}
	add_block(reader, node, FORMAT_HEADING);
	add_section(reader, node, block);
	reader->section = block;
	reader->level++;
	read_children(reader, node, ROWS(in_section), into);
	reader->level--;
	reader->section = outer;
	reader->blocks->at[block].prose = only_prose(reader->blocks, block + 1);
}

static void read_page_title(struct reader *reader, const struct xml_node *node,
			    void *into)
{
	(void)into;
	read_unit(reader, node, &reader->page->title);
}

static void read_menu(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	(void)into;
	read_unit(reader, node, &reader->page->menu);
}

static void read_source(struct reader *reader, const struct xml_node *node,
			void *into)
{
	(void)into;
	reader->page->source = source_of(reader, node);
}

static void read_easy(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	struct draft_blocks *outer = reader->blocks;

	reader->blocks = &reader->page->easy;
	want_element(reader, node);
	read_children(reader, node, ROWS(in_text), into);
	reader->blocks = outer;
}

static const struct child in_page[] = {
	{ "title", read_page_title, UNIT, EXACTLY_ONE },
	{ "menu", read_menu, UNIT, AT_MOST_ONE },
	{ "source", read_source, "of! dated!", AT_MOST_ONE },
	{ "terms", read_terms, "xml:lang!", ANY },
	{ "p", read_p, UNIT, ANY },
	{ "ul", read_ul, "", ANY },
	{ "ol", read_ol, "", ANY },
	{ "dl", read_dl, "", ANY },
	{ "section", read_section, "id", ANY },
	{ "note", read_note, "", ANY },
	{ "children", read_children_mark, "", AT_MOST_ONE },
	{ "show", read_show, "contact hours state index keys part", ANY },
	{ "set", read_set, "what!", ANY },
	{ "easy", read_easy, "", AT_MOST_ONE },
};

static void read_number(struct reader *reader, const struct xml_node *node)
{
	struct draft_page *page = reader->page;

	page->number_text = attribute(node, "number");
	if (page->number_text.at &&
	    !values_number(page->number_text, &page->number))
		tell(reader, node, FAULT_NUMBER_FORM, page->number_text,
		     STR(""));
}

static void read_page(struct reader *reader, const struct xml_node *root)
{
	struct draft *draft = reader->draft;
	struct draft_page page = { .place = place_of(reader, root) };

	reader->page = &page;
	reader->blocks = &page.blocks;
	reader->section = FORMAT_NONE;
	page.id = id_of(reader, root);
	read_number(reader, root);
	read_children(reader, root, ROWS(in_page), NULL);
	draft->pages = arena_grow(draft->arena, draft->pages, draft->page_count,
				  &draft->page_room, sizeof *draft->pages);
	draft->pages[draft->page_count++] = page;
}

/* ------------------------------------------------------------------------
 * Contacts.
 */

static void add_value(struct reader *reader, struct draft_datum *datum,
		      struct draft_unit *unit)
{
	if (!unit)
		return;
	datum->values = arena_grow(reader->draft->arena, datum->values,
				   datum->value_count, &datum->value_room,
				   sizeof *datum->values);
	datum->values[datum->value_count++] = unit;
}

static void read_line(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	add_value(reader, into, unit_read(reader->draft, reader->file, node));
}

static const struct child in_adr[] = { { "line", read_line, UNIT, ANY } };

static void read_datum(struct reader *reader, const struct xml_node *node,
		       void *into)
{
	struct draft_contact *contact = into;
	struct draft_datum datum = { .part = draft_part(node->name),
				     .place = place_of(reader, node) };
	struct str label = attribute(node, "label");
	struct draft_unit *unit;

	datum.href = attribute(node, "href");
	datum.label = unit_of_text(reader->draft, datum.place,
				   label.at ? label : STR(""), label.bytes);
	if (label.at && blank(label))
		bad_value(reader, node, "label");
	if (datum.part == FORMAT_PART_ADR) {
		want_element(reader, node);
		read_children(reader, node, ROWS(in_adr), &datum);
	} else {
		unit = unit_read(reader->draft, reader->file, node);
		add_value(reader, &datum, unit);
		if (unit) {
			unit->data = datum.part == FORMAT_PART_TEL;
			unit->translate = unit->translate && unit->data;
		}
	}
	contact->data =
		arena_grow(reader->draft->arena, contact->data, contact->count,
			   &contact->room, sizeof *contact->data);
	contact->data[contact->count++] = datum;
}

static const struct child in_contact[] = {
	{ "tel", read_datum, "label! href! " UNIT, ANY },
	{ "email", read_datum, "label! href!", ANY },
	{ "url", read_datum, "label! href!", ANY },
	{ "adr", read_datum, "label!", ANY },
	{ "orgnr", read_datum, "label!", ANY },
};

static void read_contact(struct reader *reader, const struct xml_node *node,
			 void *into)
{
	struct draft *draft = reader->draft;
	struct draft_contact contact = { .id = id_of(reader, node),
					 .source = source_of(reader, node),
					 .place = place_of(reader, node) };

	(void)into;
	want_element(reader, node);
	read_children(reader, node, ROWS(in_contact), &contact);
	draft->contacts =
		arena_grow(draft->arena, draft->contacts, draft->contact_count,
			   &draft->contact_room, sizeof *draft->contacts);
	draft->contacts[draft->contact_count++] = contact;
}

/* ------------------------------------------------------------------------
 * Hours.
 */

static void read_open(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	struct draft_intervals *intervals = into;
	struct draft_interval interval = { .days = 127,
					   .place = place_of(reader, node) };
	struct str days = attribute(node, "days");
	struct str from = attribute(node, "from"), to = attribute(node, "to");

	if (!from.at || !to.at)
		return;
	if (days.at && !values_days(days, &interval.days))
		tell(reader, node, FAULT_DAYS_FORM, days, STR(""));
	else if (!values_time(from, &interval.from))
		tell(reader, node, FAULT_TIME_FORM, from, STR(""));
	else if (!values_time(to, &interval.to))
		tell(reader, node, FAULT_TIME_FORM, to, STR(""));
	else if (interval.from >= interval.to)
		tell(reader, node, FAULT_TIME_ORDER, from, to);
	else {
		intervals->at = arena_grow(reader->draft->arena, intervals->at,
					   intervals->count, &intervals->room,
					   sizeof *intervals->at);
		intervals->at[intervals->count++] = interval;
	}
}

static const struct child in_week[] = {
	{ "open", read_open, "days! from! to!", ANY },
};

static void read_week(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	struct draft_hours *hours = into;

	read_children(reader, node, ROWS(in_week), &hours->week);
}

static void read_season_title(struct reader *reader,
			      const struct xml_node *node, void *into)
{
	struct draft_season *season = into;

	read_unit(reader, node, &season->title);
}

static void read_season_open(struct reader *reader, const struct xml_node *node,
			     void *into)
{
	struct draft_season *season = into;

	read_open(reader, node, &season->intervals);
}

static const struct child in_season[] = {
	{ "title", read_season_title, UNIT, EXACTLY_ONE },
	{ "open", read_season_open, "days! from! to!", ANY },
};

static void read_season_span(struct reader *reader, const struct xml_node *node,
			     struct draft_season *season)
{
	struct str weeks = attribute(node, "weeks");
	struct str from = attribute(node, "from");
	struct str until = attribute(node, "until");

	season->in_weeks = weeks.at != NULL;
	if ((weeks.at != NULL) == (from.at != NULL) ||
	    (from.at != NULL) != (until.at != NULL))
		tell(reader, node, FAULT_SEASON_FORM, STR(""), STR(""));
	else if (weeks.at &&
		 !values_weeks(weeks, &season->from, &season->until))
		tell(reader, node, FAULT_WEEK_FORM, weeks, STR(""));
	else if (from.at && !values_month_day(from, &season->from))
		tell(reader, node, FAULT_DATE_FORM, from, STR(""));
	else if (from.at && !values_month_day(until, &season->until))
		tell(reader, node, FAULT_DATE_FORM, until, STR(""));
}

static void read_season(struct reader *reader, const struct xml_node *node,
			void *into)
{
	struct draft_hours *hours = into;
	struct draft_season season = { .place = place_of(reader, node) };

	read_season_span(reader, node, &season);
	read_children(reader, node, ROWS(in_season), &season);
	hours->seasons = arena_grow(reader->draft->arena, hours->seasons,
				    hours->season_count, &hours->season_room,
				    sizeof *hours->seasons);
	hours->seasons[hours->season_count++] = season;
}

static void read_date_open(struct reader *reader, const struct xml_node *node,
			   void *into)
{
	struct draft_date *date = into;

	read_open(reader, node, &date->intervals);
}

static void read_reason(struct reader *reader, const struct xml_node *node,
			void *into)
{
	struct draft_date *date = into;

	read_unit(reader, node, &date->reason);
}

static const struct child in_date[] = {
	{ "open", read_date_open, "from! to!", ANY },
	{ "reason", read_reason, UNIT, AT_MOST_ONE },
};

static void read_date_is(struct reader *reader, const struct xml_node *node,
			 struct draft_date *date)
{
	struct str is = attribute(node, "is");

	if (str_equal(is, STR("closed")))
		date->is = FORMAT_DATE_CLOSED;
	else if (str_equal(is, STR("ordinary")))
		date->is = FORMAT_DATE_ORDINARY;
	else if (is.at)
		bad_value(reader, node, "is");
}

/* False when an attribute is missing or is no day; it is told. */
static bool read_day(struct reader *reader, const struct xml_node *node,
		     const char *name, int32_t *day)
{
	struct str value = attribute(node, name);

	if (!value.at)
		tell(reader, node, FAULT_ATTRIBUTE_MISSING, str_of(name),
		     node->name);
	else if (!values_date(value, day))
		tell(reader, node, FAULT_DATE_FORM, value, STR(""));
	else
		return true;
	return false;
}

/* `on`, or `from` and `until`. */
static bool read_date_days(struct reader *reader, const struct xml_node *node,
			   struct draft_date *date)
{
	bool span = attribute(node, "from").at || attribute(node, "until").at;
	bool good;

	if (span && attribute(node, "on").at) {
		tell(reader, node, FAULT_ATTRIBUTE, STR("on"), node->name);
		return false;
	}
	if (!span) {
		good = read_day(reader, node, "on", &date->from);
		date->until = date->from;
		return good;
	}
	good = read_day(reader, node, "from", &date->from) &&
	       read_day(reader, node, "until", &date->until);
	if (good && date->from > date->until)
		tell(reader, node, FAULT_DATE_ORDER, attribute(node, "from"),
		     attribute(node, "until"));
	return good && date->from <= date->until;
}

static bool has_open(const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child;
	     child = child->next)
		if (str_equal(child->name, STR("open")))
			return true;
	return false;
}

static void add_date(struct reader *reader, const struct xml_node *node,
		     struct str hours)
{
	struct draft *draft = reader->draft;
	struct draft_date date = { .hours = hours,
				   .place = place_of(reader, node) };
	bool good = read_date_days(reader, node, &date);

	read_date_is(reader, node, &date);
	read_children(reader, node, ROWS(in_date), &date);
	if ((attribute(node, "is").at != NULL) == has_open(node))
		tell(reader, node, FAULT_DATE_EMPTY, STR(""), STR(""));
	if (!good)
		return;
	draft->dates = arena_grow(draft->arena, draft->dates, draft->date_count,
				  &draft->date_room, sizeof *draft->dates);
	draft->dates[draft->date_count++] = date;
}

static void read_hours_date(struct reader *reader, const struct xml_node *node,
			    void *into)
{
	struct draft_hours *hours = into;

	add_date(reader, node, hours->id);
}

static void read_hours_title(struct reader *reader, const struct xml_node *node,
			     void *into)
{
	struct draft_hours *hours = into;

	read_unit(reader, node, &hours->title);
}

static void read_hours_short(struct reader *reader, const struct xml_node *node,
			     void *into)
{
	struct draft_hours *hours = into;

	read_unit(reader, node, &hours->short_name);
}

static const struct child in_hours[] = {
	{ "title", read_hours_title, UNIT, EXACTLY_ONE },
	{ "short", read_hours_short, UNIT, EXACTLY_ONE },
	{ "week", read_week, "", EXACTLY_ONE },
	{ "season", read_season, "weeks from until", ANY },
	{ "date", read_hours_date, "on from until is", ANY },
	{ "p", read_p, UNIT, ANY },
};

static enum format_policy
policy_of(struct reader *reader, const struct xml_node *node, const char *name)
{
	static const struct str names[] = {
		[FORMAT_UNCERTAIN] = { "uncertain", 9 },
		[FORMAT_CLOSED] = { "closed", 6 },
		[FORMAT_ORDINARY] = { "ordinary", 8 },
	};
	struct str value = attribute(node, name);

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (str_equal(names[i], value))
			return (enum format_policy)i;
	if (value.at)
		bad_value(reader, node, name);
	return FORMAT_UNCERTAIN;
}

static void read_hours(struct reader *reader, const struct xml_node *node,
		       void *into)
{
	struct draft *draft = reader->draft;
	struct draft_hours hours = {
		.id = id_of(reader, node),
		.contact = attribute(node, "contact"),
		.holidays = policy_of(reader, node, "holidays"),
		.eves = policy_of(reader, node, "eves"),
		.near = policy_of(reader, node, "near"),
		.source = source_of(reader, node),
		.place = place_of(reader, node),
	};

	(void)into;
	reader->blocks = &hours.notes;
	read_children(reader, node, ROWS(in_hours), &hours);
	draft->hours =
		arena_grow(draft->arena, draft->hours, draft->hours_count,
			   &draft->hours_room, sizeof *draft->hours);
	draft->hours[draft->hours_count++] = hours;
}

/* ------------------------------------------------------------------------
 * site.xml and today.xml.
 */

static void read_name(struct reader *reader, const struct xml_node *node,
		      void *into)
{
	(void)into;
	read_unit(reader, node, &reader->draft->name);
}

static void read_slogan(struct reader *reader, const struct xml_node *node,
			void *into)
{
	(void)into;
	read_unit(reader, node, &reader->draft->slogan);
}

static void read_language(struct reader *reader, const struct xml_node *node,
			  void *into)
{
	struct draft *draft = reader->draft;
	struct draft_unit *name = unit_read(draft, reader->file, node);
	struct str code = attribute(node, "code");

	(void)into;
	if (code.at && !values_language(code)) {
		bad_value(reader, node, "code");
		draft->faults->incomplete = true;
		return;
	}
	if (draft->language_count == FORMAT_LANGUAGES) {
		tell(reader, node, FAULT_MANY_LANGUAGES, STR(""), STR(""));
		return;
	}
	if (!name || !code.at)
		return;
	name->translate = false;
	draft->languages[draft->language_count++] =
		(struct draft_language){ code, draft_words(draft, name, 0),
					 place_of(reader, node) };
}

static const struct child in_site[] = {
	{ "name", read_name, UNIT, EXACTLY_ONE },
	{ "slogan", read_slogan, UNIT, AT_MOST_ONE },
	{ "language", read_language, "code!", ANY },
	{ "contact", read_contact, "id! of dated checked", ANY },
	{ "hours", read_hours,
	  "id! contact holidays eves near of dated checked", ANY },
};

static void read_site(struct reader *reader, const struct xml_node *root)
{
	struct str updated = attribute(root, "updated");

	if (updated.at && !values_date(updated, &reader->draft->updated))
		tell(reader, root, FAULT_DATE_FORM, updated, STR(""));
	read_children(reader, root, ROWS(in_site), NULL);
}

static void read_notice_short(struct reader *reader,
			      const struct xml_node *node, void *into)
{
	struct draft_notice *notice = into;

	read_unit(reader, node, &notice->short_text);
}

static const struct child in_notice[] = {
	{ "short", read_notice_short, UNIT, EXACTLY_ONE },
	{ "p", read_p, UNIT, ANY },
	{ "ul", read_ul, "", ANY },
	{ "ol", read_ol, "", ANY },
};

static void read_notice_time(struct reader *reader, const struct xml_node *node,
			     const char *name, bool day_after,
			     uint32_t *minutes)
{
	struct str value = attribute(node, name);
	int32_t day;

	if (!value.at)
		return;
	/* A day alone: from its beginning, until its end. */
	if (values_date(value, &day))
		*minutes = (uint32_t)(day + day_after) * 1440;
	else if (!values_instant(value, minutes))
		tell(reader, node, FAULT_DATE_FORM, value, STR(""));
}

static void read_notice(struct reader *reader, const struct xml_node *node,
			void *into)
{
	struct draft *draft = reader->draft;
	struct draft_notice notice = { .until = FORMAT_NONE,
				       .place = place_of(reader, node) };

	(void)into;
	read_notice_time(reader, node, "from", false, &notice.from);
	read_notice_time(reader, node, "until", true, &notice.until);
	if (notice.from >= notice.until)
		tell(reader, node, FAULT_TIME_ORDER, attribute(node, "from"),
		     attribute(node, "until"));
	reader->blocks = &notice.blocks;
	read_children(reader, node, ROWS(in_notice), &notice);
	draft->notices =
		arena_grow(draft->arena, draft->notices, draft->notice_count,
			   &draft->notice_room, sizeof *draft->notices);
	draft->notices[draft->notice_count++] = notice;
}

static void read_today_date(struct reader *reader, const struct xml_node *node,
			    void *into)
{
	(void)into;
	add_date(reader, node, attribute(node, "hours"));
}

static const struct child in_today[] = {
	{ "notice", read_notice, "from until", ANY },
	{ "date", read_today_date, "hours! on from until is", ANY },
};

static void read_today(struct reader *reader, const struct xml_node *root)
{
	read_children(reader, root, ROWS(in_today), NULL);
}

/* ------------------------------------------------------------------------
 * Files.
 */

static const struct root {
	const char *name;
	const char *attributes;
	void (*read)(struct reader *reader, const struct xml_node *root);
} site_root = { "site", "updated! xml:lang", read_site },
  today_root = { "today", "xml:lang", read_today },
  page_root = { "page", "id! number xml:lang", read_page };

static void read_root(struct reader *reader, const struct xml_node *tree,
		      const struct root *root)
{
	struct str language = attribute(tree, "xml:lang");
	bool right = str_equal(local_name(tree), str_of(root->name));

	if (!right || local_name(tree).bytes != tree->name.bytes) {
		tell(reader, tree, right ? FAULT_NAMESPACE : FAULT_ROOT,
		     str_of(root->name), STR(""));
		return;
	}
	check_attributes(reader, tree, root->attributes);
	if (language.at && !str_equal(language, MASTER))
		bad_value(reader, tree, "xml:lang");
	root->read(reader, tree);
}

static void read_file(struct draft *draft, int dir, const char *name,
		      const struct root *root, bool must)
{
	struct reader reader = { .draft = draft,
				 .file = str_copy(draft->arena, str_of(name)),
				 .section = FORMAT_NONE };
	struct xml_node *tree;
	struct str bytes;

	if (!file_read(draft->faults, draft->arena, dir, name, must, &bytes))
		return;
	/* today.xml may hold no bytes: reception has nothing to say. */
	if (!must && blank(bytes))
		return;
	tree = xml_parse(draft->faults, draft->arena, reader.file, bytes);
	if (!tree)
		return;
	read_root(&reader, tree, root);
}

static int by_name(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool is_page_file(const char *name)
{
	size_t length = strlen(name);

	return name[0] != '.' && length > 4 &&
	       strcmp(name + length - 4, ".xml") == 0;
}

/* "pages/NAME" of every page, sorted, so that every machine reads alike. */
static char **page_files(struct draft *draft, DIR *folder, size_t *count)
{
	char **names = NULL;
	size_t room = 0;
	struct dirent *entry;

	*count = 0;
	while ((entry = readdir(folder))) {
		struct str name;

		if (!is_page_file(entry->d_name))
			continue;
		names = arena_grow(draft->arena, names, *count, &room,
				   sizeof *names);
		name = str_join(draft->arena, STR("pages/"),
				str_of(entry->d_name));
		names[(*count)++] =
			arena_copy(draft->arena, name.at, name.bytes);
	}
	if (*count)
		qsort(names, *count, sizeof *names, by_name);
	return names;
}

static void read_pages(struct draft *draft, int dir)
{
	int pages = openat(dir, "pages",
			   O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *folder = pages < 0 ? NULL : fdopendir(pages);
	struct fault_place place = { STR("pages"), 0 };
	size_t count;
	char **names;

	if (!folder) {
		if (pages >= 0)
			close(pages);
		fault_add(draft->faults, place, FAULT_NO_PAGES, STR(""),
			  STR(""));
		return;
	}
	names = page_files(draft, folder, &count);
	closedir(folder);
	if (count == 0)
		fault_add(draft->faults, place, FAULT_NO_PAGES, STR(""),
			  STR(""));
	if (count > FORMAT_PAGES) {
		fault_add(draft->faults, place, FAULT_MANY_PAGES, STR(""),
			  STR(""));
		return;
	}
	for (size_t i = 0; i < count; i++)
		read_file(draft, dir, names[i], &page_root, true);
}

void read_content(struct draft *draft, int dir)
{
	/* The master is a language too, named in itself. */
	draft->languages[0] = (struct draft_language){ MASTER,
						       STR("Svenska"),
						       { STR("site.xml"), 0 } };
	draft->language_count = 1;
	read_file(draft, dir, "site.xml", &site_root, true);
	read_file(draft, dir, "today.xml", &today_root, false);
	read_pages(draft, dir);
	draft_sort(draft);
}
