/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/sought.h"

#include "base/arena.h"
#include "text/order.h"

struct seeking {
	const struct draft *draft;
	struct image *image;
	struct format_range *passages; /* of the book's pages */
	struct DRAFT_LIST(const struct draft_unit *) units; /* of passages */
};

/* ------------------------------------------------------------------------
 * Passages.
 */

static void add_passage(struct seeking *seeking, const struct draft_unit *unit,
			uint32_t block, enum format_standing standing)
{
	struct format_passage record = { .block = block, .standing = standing };

	if (!unit)
		return;
	record.unit = unit->index;
	IMAGE_ADD(seeking->image, FORMAT_PASSAGE, record);
	*arena_append(seeking->draft->arena, &seeking->units) = unit;
}

/* What `show` takes from a contact. */
static void add_contact(struct seeking *seeking,
			const struct draft_block *block, uint32_t index)
{
	const struct draft_contact *contact =
		draft_contact(seeking->draft, block->name);

	for (size_t i = 0; i < contact->data.count; i++) {
		const struct draft_datum *datum = &contact->data.at[i];

		if (block->part != FORMAT_PART_ALL &&
		    block->part != datum->part)
			continue;
		add_passage(seeking, datum->label, index, FORMAT_IN_TEXT);
		for (size_t j = 0; j < datum->values.count; j++)
			add_passage(seeking, datum->values.at[j], index,
				    FORMAT_IN_TEXT);
	}
}

/* What `show` takes from an hours table, as far as it is the editor's. */
static void add_hours(struct seeking *seeking, const struct draft_block *block,
		      uint32_t index)
{
	const struct draft_hours *hours =
		draft_hours(seeking->draft, block->name);
	bool all = block->part == FORMAT_PART_ALL;

	if (all || block->part == FORMAT_PART_SEASON)
		for (size_t i = 0; i < hours->seasons.count; i++)
			add_passage(seeking, hours->seasons.at[i].title, index,
				    FORMAT_IN_TEXT);
	if (all || block->part == FORMAT_PART_NOTES)
		for (size_t i = 0; i < hours->notes.count; i++)
			add_passage(seeking, hours->notes.at[i].unit, index,
				    FORMAT_IN_TEXT);
}

static void add_headings(struct seeking *seeking,
			 const struct draft_blocks *blocks)
{
	for (size_t i = 0; i < blocks->count; i++)
		if (blocks->at[i].kind == FORMAT_HEADING)
			add_passage(seeking, blocks->at[i].unit, (uint32_t)i,
				    FORMAT_IN_HEADING);
}

static bool in_list(const struct draft_block *block)
{
	return block->kind == FORMAT_BULLET || block->kind == FORMAT_NUMBERED ||
	       block->kind == FORMAT_DEFINED ||
	       block->kind == FORMAT_DEFINITION;
}

/* Who is led to an item of a list needs what stands before the list. */
static void add_texts(struct seeking *seeking,
		      const struct draft_blocks *blocks)
{
	uint32_t heading = FORMAT_NONE;

	for (uint32_t i = 0; i < blocks->count; i++) {
		const struct draft_block *block = &blocks->at[i];

		if (block->kind == FORMAT_HEADING)
			heading = i;
		else if (block->kind == FORMAT_CONTACTS)
			add_contact(seeking, block, i);
		else if (block->kind == FORMAT_TABLE)
			add_hours(seeking, block, i);
		else
			add_passage(seeking, block->unit,
				    in_list(block) ? heading : i,
				    FORMAT_IN_TEXT);
	}
}

static struct format_range add_passages(struct seeking *seeking,
					const struct draft_page *page)
{
	uint32_t first = image_count(seeking->image, FORMAT_PASSAGE);

	add_passage(seeking, page->title, FORMAT_NONE, FORMAT_IN_TITLE);
	add_passage(seeking, page->menu, FORMAT_NONE, FORMAT_IN_TITLE);
	add_headings(seeking, &page->blocks);
	add_texts(seeking, &page->blocks);
	return (struct format_range){
		first, image_count(seeking->image, FORMAT_PASSAGE) - first
	};
}

/* ------------------------------------------------------------------------
 * Folded text.
 */

static void fold(const struct seeking *seeking, struct format_range passages,
		 size_t language, struct buf *out)
{
	buf_clear(out);
	for (uint32_t i = 0; i < passages.count; i++) {
		const struct draft_unit *unit =
			seeking->units.at[passages.first + i];

		order_form(out, ORDER_EXACT,
			   draft_words(seeking->draft, unit, language));
		buf_byte(out, '\n');
	}
	arena_reset(seeking->draft->scratch);
}

/* The text, or where it is equal to another of the same page, that one. */
static struct format_text keep(struct pool *pool, struct str text,
			       struct format_text other)
{
	return str_equal(text, pool_text(pool, other))
		       ? other
		       : pool_append(pool, text);
}

/* Form by form, so that a search reads one stretch of the file. */
static void fold_exact(struct seeking *seeking, size_t language,
		       struct format_sought *sought,
		       const struct format_sought *master)
{
	struct buf folded = { 0 };

	for (size_t i = 0; i < seeking->draft->pages.count; i++) {
		fold(seeking, seeking->passages[i], language, &folded);
		sought[i].passages = seeking->passages[i];
		sought[i].exact = keep(seeking->image->pool, buf_str(&folded),
				       master[i].exact);
	}
	buf_free(&folded);
}

static void fold_stripped(struct seeking *seeking, size_t language,
			  struct format_sought *sought,
			  const struct format_sought *master)
{
	struct pool *pool = seeking->image->pool;
	struct buf stripped = { 0 };

	for (size_t i = 0; i < seeking->draft->pages.count; i++) {
		if (language &&
		    sought[i].exact.offset == master[i].exact.offset) {
			sought[i].stripped = master[i].stripped;
			continue;
		}
		buf_clear(&stripped);
		order_strip(&stripped, pool_text(pool, sought[i].exact));
		sought[i].stripped =
			keep(pool, buf_str(&stripped), sought[i].exact);
	}
	buf_free(&stripped);
}

void sought_bind(const struct draft *draft, struct image *image)
{
	size_t pages = draft->pages.count;
	struct seeking seeking = {
		.draft = draft,
		.image = image,
		.passages = arena_array(draft->arena, pages + 1,
					sizeof *seeking.passages),
	};
	struct format_sought *sought =
		arena_array(draft->arena, pages * draft->language_count + 1,
			    sizeof *sought);

	for (size_t i = 0; i < pages; i++)
		seeking.passages[i] = add_passages(
			&seeking, &draft->pages.at[draft->by_id[i]]);
	for (size_t i = 0; i < draft->language_count; i++) {
		fold_exact(&seeking, i, sought + i * pages, sought);
		fold_stripped(&seeking, i, sought + i * pages, sought);
	}
	for (size_t i = 0; i < pages * draft->language_count; i++)
		IMAGE_ADD(image, FORMAT_SOUGHT, sought[i]);
}
