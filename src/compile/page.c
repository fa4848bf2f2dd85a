/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/page.h"

#include "base/arena.h"
#include "compile/blocks.h"
#include "compile/markup.h"
#include "compile/unit.h"
#include "compile/values.h"

enum { SECTION_DEPTH = 2 };

/* ------------------------------------------------------------------------
 * Terms.
 */

static void read_term(struct element_reader *reader,
		      const struct xml_node *node, void *into)
{
	struct draft *draft = reader->draft;
	struct buf words = { 0 };
	struct draft_term term;
	struct str see = element_value(reader, node, "see");

	(void)into;
	for (const struct xml_node *child = node->first; child;
	     child = child->next) {
		if (child->kind == XML_TEXT)
			buf_add(&words, child->text);
		else if (child->kind == XML_ELEMENT)
			element_tell(reader, child, FAULT_ELEMENT, child->name,
				     STR(""));
	}
	term = (struct draft_term){
		.language = reader->language,
		.text = markup_plain(draft->arena, buf_str(&words)),
		.see = see.at ? markup_plain(draft->arena, see) : STR(""),
		.page = draft->pages.count,
		.block = reader->section,
		.place = element_place(reader, node),
	};
	buf_free(&words);
	if (!term.text.bytes)
		element_tell(reader, node, FAULT_EMPTY, node->name, STR(""));
	else if (term.text.bytes > FORMAT_UNIT_BYTES)
		element_tell(reader, node, FAULT_UNIT_LONG, STR(""), STR(""));
	else
		*arena_append(draft->arena, &draft->terms) = term;
}

static const struct element_row in_terms[] = {
	{ "term", read_term, "see", ELEMENT_ANY, 0 },
};

/* site.xml, which names the languages, has been read before. */
static bool known_language(const struct element_reader *reader)
{
	const struct draft *draft = reader->draft;

	for (size_t i = 0; i < draft->language_count; i++)
		if (str_equal(draft->languages[i].code, reader->language))
			return true;
	return draft->faults->incomplete;
}

static void read_terms(struct element_reader *reader,
		       const struct xml_node *node, void *into)
{
	reader->language = element_value(reader, node, "xml:lang");
	if (reader->language.at && !known_language(reader))
		element_bad_value(reader, node, "xml:lang");
	element_children(reader, node, ELEMENT_ROWS(in_terms), into);
}

/* ------------------------------------------------------------------------
 * Sections.
 */

static element_handler read_section;

/* What a page and a section may hold alike. */
#define IN_BOTH(offset)                                                        \
	BLOCKS_PROSE(offset),                                                  \
		{ "terms", read_terms, "xml:lang!", ELEMENT_ANY, 0 },          \
		{ "section", read_section, "id", ELEMENT_ANY, offset },        \
		{ "note", blocks_note, "", ELEMENT_ANY, offset },              \
		{ "show", blocks_show, "contact hours state index keys part",  \
		  ELEMENT_ANY, offset },                                       \
	{                                                                      \
		"set", blocks_set, "what!", ELEMENT_ANY, offset                \
	}

/* A heading's unit goes to the block that stands for the section. */
static void read_section_title(struct element_reader *reader,
			       const struct xml_node *node, void *into)
{
	struct draft_blocks *blocks = into;
	struct draft_unit *unit = unit_read(reader->draft, reader->file, node);

	blocks->at[reader->section].unit = unit;
}

static const struct element_row in_section[] = {
	{ "title", read_section_title, ELEMENT_UNIT, ELEMENT_AT_MOST_ONE, 0 },
	{ "children", blocks_children, "", ELEMENT_ANY, 0 },
	IN_BOTH(0),
};

static void add_section_id(struct element_reader *reader,
			   const struct xml_node *node, uint32_t block)
{
	struct str id = element_id(reader, node);

	if (id.bytes)
		*arena_append(reader->draft->arena, &reader->page->sections) =
			(struct draft_section){ id, block,
						element_place(reader, node) };
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

static void read_section(struct element_reader *reader,
			 const struct xml_node *node, void *into)
{
	struct draft_blocks *blocks = into;
	uint32_t outer = reader->section;
	uint32_t block = (uint32_t)blocks->count;

	if (reader->level == SECTION_DEPTH) {
		element_unknown(reader, node);
		return;
	}
	blocks_heading(reader, node, blocks);
	add_section_id(reader, node, block);
	reader->section = block;
	reader->level++;
	element_children(reader, node, ELEMENT_ROWS(in_section), into);
	reader->level--;
	reader->section = outer;
	blocks->at[block].prose = only_prose(blocks, block + 1);
}

/* ------------------------------------------------------------------------
 * Pages.
 */

static void read_source(struct element_reader *reader,
			const struct xml_node *node, void *into)
{
	struct draft_source *source = into;

	element_want_nothing(reader, node);
	*source = element_source(reader, node);
}

#define AT(field) offsetof(struct draft_page, field)

static const struct element_row in_page[] = {
	{ "title", element_unit, ELEMENT_UNIT, ELEMENT_EXACTLY_ONE, AT(title) },
	{ "menu", element_unit, ELEMENT_UNIT, ELEMENT_AT_MOST_ONE, AT(menu) },
	{ "source", read_source, "of! dated!", ELEMENT_AT_MOST_ONE,
	  AT(source) },
	{ "children", blocks_children, "", ELEMENT_AT_MOST_ONE, AT(blocks) },
	{ "easy", blocks_prose, "", ELEMENT_AT_MOST_ONE, AT(easy) },
	IN_BOTH(AT(blocks)),
};

static void read_number(struct element_reader *reader,
			const struct xml_node *node, struct draft_page *page)
{
	page->number_text = element_value(reader, node, "number");
	if (page->number_text.at &&
	    !values_number(page->number_text, &page->number))
		element_tell(reader, node, FAULT_NUMBER_FORM, page->number_text,
			     STR(""));
}

void page_read(struct element_reader *reader, const struct xml_node *root,
	       void *into)
{
	struct draft *draft = into;
	struct draft_page page = { .place = element_place(reader, root) };

	reader->page = &page;
	page.id = element_id(reader, root);
	read_number(reader, root, &page);
	element_children(reader, root, ELEMENT_ROWS(in_page), &page);
	blocks_keep(draft, &page.blocks);
	blocks_keep(draft, &page.easy);
	*arena_append(draft->arena, &draft->pages) = page;
}
