/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/blocks.h"

#include "base/arena.h"
#include "compile/unit.h"

#include <string.h>

static struct draft_block *add_block(struct element_reader *reader,
				     const struct xml_node *node,
				     struct draft_blocks *blocks,
				     enum format_block_kind kind)
{
	struct draft_block *block =
		arena_append(reader->draft->scratch, blocks);

	*block = (struct draft_block){ .kind = kind,
				       .level = reader->level,
				       .note = reader->note,
				       .place = element_place(reader, node) };
	return block;
}

static void add_text(struct element_reader *reader, const struct xml_node *node,
		     struct draft_blocks *blocks, enum format_block_kind kind)
{
	struct draft_unit *unit = unit_read(reader->draft, reader->file, node);
	struct draft_block *block;

	if (!unit)
		return;
	block = add_block(reader, node, blocks, kind);
	block->unit = unit;
	block->prose = true;
}

void blocks_p(struct element_reader *reader, const struct xml_node *node,
	      void *into)
{
	add_text(reader, node, into, FORMAT_PARAGRAPH);
}

static void read_bullet(struct element_reader *reader,
			const struct xml_node *node, void *into)
{
	add_text(reader, node, into, FORMAT_BULLET);
}

static void read_numbered(struct element_reader *reader,
			  const struct xml_node *node, void *into)
{
	add_text(reader, node, into, FORMAT_NUMBERED);
}

static void read_dt(struct element_reader *reader, const struct xml_node *node,
		    void *into)
{
	add_text(reader, node, into, FORMAT_DEFINED);
}

static void read_dd(struct element_reader *reader, const struct xml_node *node,
		    void *into)
{
	add_text(reader, node, into, FORMAT_DEFINITION);
}

void blocks_ul(struct element_reader *reader, const struct xml_node *node,
	       void *into)
{
	static const struct element_row in_ul[] = {
		{ "li", read_bullet, ELEMENT_UNIT, ELEMENT_ANY, 0 },
	};

	element_want_child(reader, node);
	element_children(reader, node, ELEMENT_ROWS(in_ul), into);
}

void blocks_ol(struct element_reader *reader, const struct xml_node *node,
	       void *into)
{
	static const struct element_row in_ol[] = {
		{ "li", read_numbered, ELEMENT_UNIT, ELEMENT_ANY, 0 },
	};
	struct draft_blocks *blocks = into;
	size_t before = blocks->count;

	element_want_child(reader, node);
	element_children(reader, node, ELEMENT_ROWS(in_ol), into);
	for (size_t i = before; i < blocks->count; i++)
		blocks->at[i].number = (uint32_t)(i - before + 1);
}

void blocks_dl(struct element_reader *reader, const struct xml_node *node,
	       void *into)
{
	static const struct element_row in_dl[] = {
		{ "dt", read_dt, ELEMENT_UNIT, ELEMENT_ANY, 0 },
		{ "dd", read_dd, ELEMENT_UNIT, ELEMENT_ANY, 0 },
	};

	element_want_child(reader, node);
	element_children(reader, node, ELEMENT_ROWS(in_dl), into);
}

static const struct element_row in_prose[] = { BLOCKS_PROSE(0) };

void blocks_prose(struct element_reader *reader, const struct xml_node *node,
		  void *into)
{
	element_want_child(reader, node);
	element_children(reader, node, ELEMENT_ROWS(in_prose), into);
}

void blocks_note(struct element_reader *reader, const struct xml_node *node,
		 void *into)
{
	reader->note = true;
	blocks_prose(reader, node, into);
	reader->note = false;
}

void blocks_heading(struct element_reader *reader, const struct xml_node *node,
		    void *into)
{
	add_block(reader, node, into, FORMAT_HEADING);
}

void blocks_children(struct element_reader *reader, const struct xml_node *node,
		     void *into)
{
	element_want_nothing(reader, node);
	add_block(reader, node, into, FORMAT_CHILDREN);
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

static void read_part(struct element_reader *reader,
		      const struct xml_node *node, struct draft_block *block)
{
	struct str part = element_value(reader, node, "part");
	struct str near;

	if (!part.at)
		return;
	block->part = draft_part(part);
	near = draft_part_near(part);
	if (part_fits(block->kind, block->part))
		return;
	if (near.at && part_fits(block->kind, draft_part(near)))
		element_tell(reader, node, FAULT_NO_PART_NEAR, part, near);
	else
		element_bad_value(reader, node, "part");
}

void blocks_show(struct element_reader *reader, const struct xml_node *node,
		 void *into)
{
	unsigned found = 0;

	element_want_nothing(reader, node);
	for (size_t i = 0; i < sizeof shows / sizeof *shows; i++) {
		struct str value =
			element_value(reader, node, shows[i].attribute);
		struct draft_block *block;

		if (!value.at || found++)
			continue;
		block = add_block(reader, node, into, shows[i].kind);
		block->name = value;
		if ((block->kind == FORMAT_INDEX &&
		     !str_equal(value, STR("terms"))) ||
		    (block->kind == FORMAT_KEYS &&
		     !str_equal(value, STR("all"))))
			element_bad_value(reader, node, shows[i].attribute);
		read_part(reader, node, block);
	}
	if (found != 1)
		element_tell(reader, node, FAULT_ATTRIBUTE_MISSING,
			     STR("contact/hours/state/index/keys"), node->name);
}

void blocks_set(struct element_reader *reader, const struct xml_node *node,
		void *into)
{
	static const struct str whats[] = {
		[FORMAT_SET_LANGUAGE] = { "language", 8 },
		[FORMAT_SET_READER] = { "reader", 6 },
		[FORMAT_SET_EASY] = { "easy", 4 },
		[FORMAT_SET_DONE] = { "done", 4 },
	};
	struct str what = element_value(reader, node, "what");

	element_want_nothing(reader, node);
	for (uint32_t i = 0; i < sizeof whats / sizeof *whats; i++)
		if (str_equal(whats[i], what)) {
			add_block(reader, node, into, FORMAT_SET)->number = i;
			return;
		}
	if (what.at)
		element_bad_value(reader, node, "what");
}

void blocks_keep(struct draft *draft, struct draft_blocks *blocks)
{
	struct draft_blocks kept = { .count = blocks->count,
				     .room = blocks->count };

	kept.at = arena_array(draft->arena, kept.count, sizeof *kept.at);
	if (kept.count)
		memcpy(kept.at, blocks->at, kept.count * sizeof *kept.at);
	*blocks = kept;
}
