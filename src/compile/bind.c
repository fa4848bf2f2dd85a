/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/bind.h"

#include "base/arena.h"
#include "base/die.h"
#include "book/book.h"
#include "compile/image.h"
#include "compile/index.h"
#include "compile/sought.h"

#include <stdlib.h>
#include <string.h>

struct binding {
	struct draft *draft;
	struct image image;
	uint32_t *page_index;  /* of the draft's page, in the book */
	uint32_t *first_block; /* of the book's page, in the section */
};

/* ------------------------------------------------------------------------
 * Units.
 */

/* A unit's text in one language while its tokens are walked. */
struct walk {
	struct binding *binding;
	size_t language;
	struct buf text;
	struct format_span *spans;
	size_t count, room;
	size_t open[32]; /* spans not yet closed */
	size_t depth;
};

static struct format_span *add_span(struct walk *walk, uint32_t kind)
{
	struct format_span *span;

	walk->spans = arena_grow(walk->binding->draft->arena, walk->spans,
				 walk->count, &walk->room, sizeof *walk->spans);
	span = &walk->spans[walk->count++];
	*span = (struct format_span){ .kind = kind,
				      .start = (uint32_t)walk->text.bytes,
				      .a = FORMAT_NONE,
				      .b = FORMAT_NONE };
	return span;
}

static uint32_t page_in_book(const struct binding *binding,
			     const struct draft_page *page)
{
	return binding->page_index[page - binding->draft->pages];
}

static void fill_link(struct walk *walk, struct format_span *span,
		      const struct draft_token *token)
{
	const struct draft_page *page =
		draft_page(walk->binding->draft, token->a);
	const struct draft_section *section =
		token->b.bytes ? draft_section(page, token->b) : NULL;

	span->a = page_in_book(walk->binding, page);
	span->b = section ? section->block : FORMAT_NONE;
}

static void open_span(struct walk *walk, const struct draft_token *token)
{
	static const uint32_t kinds[] = {
		[DRAFT_EM] = FORMAT_EM,	       [DRAFT_STRONG] = FORMAT_STRONG,
		[DRAFT_SPAN] = FORMAT_FOREIGN, [DRAFT_ABBR] = FORMAT_SPOKEN,
		[DRAFT_LINK] = FORMAT_LINK,    [DRAFT_HREF] = FORMAT_OUTSIDE,
	};
	struct format_span *span = add_span(walk, kinds[token->element]);

	die_unless(walk->depth < sizeof walk->open / sizeof *walk->open);
	walk->open[walk->depth++] = walk->count - 1;
	if (token->element == DRAFT_LINK)
		fill_link(walk, span, token);
	else
		span->text = image_text(&walk->binding->image, token->b);
}

static void close_span(struct walk *walk)
{
	struct format_span *span = &walk->spans[walk->open[--walk->depth]];

	span->bytes = (uint32_t)walk->text.bytes - span->start;
}

/* The first datum of that part, in the section of data. */
static uint32_t datum_index(const struct binding *binding, struct str contact,
			    enum format_part part)
{
	uint32_t index = 0;

	for (size_t i = 0; i < binding->draft->contact_count; i++) {
		const struct draft_contact *at = &binding->draft->contacts[i];

		for (size_t j = 0; j < at->count; j++, index++)
			if (str_equal(at->id, contact) &&
			    at->data[j].part == part)
				return index;
	}
	return FORMAT_NONE;
}

static void add_datum(struct walk *walk, const struct draft_token *token)
{
	const struct draft *draft = walk->binding->draft;
	enum format_part part = draft_part(token->b);
	const struct draft_datum *datum =
		draft_datum(draft_contact(draft, token->a), part);
	struct format_span *span = add_span(walk, FORMAT_DATUM_REF);

	span->a = datum_index(walk->binding, token->a, part);
	if (datum->value_count)
		buf_add(&walk->text,
			draft_words(draft, datum->values[0], walk->language));
	span->bytes = (uint32_t)walk->text.bytes - span->start;
}

static void walk_token(struct walk *walk, const struct draft_token *token)
{
	switch (token->kind) {
	case DRAFT_TEXT:
		buf_add(&walk->text, token->text);
		return;
	case DRAFT_OPEN:
		open_span(walk, token);
		return;
	case DRAFT_CLOSE:
		close_span(walk);
		return;
	case DRAFT_BREAK:
		buf_byte(&walk->text, '\n');
		return;
	case DRAFT_REF:
		add_datum(walk, token);
		return;
	}
}

static void bind_unit_text(struct binding *binding,
			   const struct draft_unit *unit, size_t language)
{
	size_t taken = unit->translated[language] ? language : 0;
	const struct draft_text *text = &unit->text[taken];
	struct walk walk = { .binding = binding, .language = language };
	struct format_unit_text record = {
		.language = (uint32_t)(unit->translate ? taken : language),
	};

	for (size_t i = 0; i < text->count; i++)
		walk_token(&walk, &text->tokens[i]);
	record.text = image_text(&binding->image, buf_str(&walk.text));
	record.spans.first = image_count(&binding->image, FORMAT_SPAN);
	record.spans.count = (uint32_t)walk.count;
	for (size_t i = 0; i < walk.count; i++)
		IMAGE_ADD(&binding->image, FORMAT_SPAN, walk.spans[i]);
	IMAGE_ADD(&binding->image, FORMAT_UNIT_TEXT, record);
	buf_free(&walk.text);
}

static void bind_units(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->unit_count; i++)
		for (size_t j = 0; j < draft->language_count; j++)
			bind_unit_text(binding, draft->units[i], j);
}

static uint32_t unit_index(const struct draft_unit *unit)
{
	return unit ? unit->index : FORMAT_NONE;
}

/* ------------------------------------------------------------------------
 * Blocks and pages.
 */

static uint32_t contact_index(const struct draft *draft, struct str id)
{
	const struct draft_contact *contact =
		id.at ? draft_contact(draft, id) : NULL;

	return contact ? (uint32_t)(contact - draft->contacts) : FORMAT_NONE;
}

static uint32_t hours_index(const struct draft *draft, struct str id)
{
	return (uint32_t)(draft_hours(draft, id) - draft->hours);
}

static void fill_block(const struct binding *binding,
		       const struct draft_block *block,
		       struct format_block *record)
{
	switch (block->kind) {
	case FORMAT_NUMBERED:
	case FORMAT_SET:
		record->a = block->number;
		return;
	case FORMAT_CONTACTS:
		record->a = contact_index(binding->draft, block->name);
		record->b = block->part;
		return;
	case FORMAT_TABLE:
	case FORMAT_STATE:
		record->a = hours_index(binding->draft, block->name);
		record->b = block->part;
		return;
	default:
		return;
	}
}

static struct format_range bind_blocks(struct binding *binding,
				       const struct draft_blocks *blocks)
{
	struct format_range range = { image_count(&binding->image,
						  FORMAT_BLOCK),
				      (uint32_t)blocks->count };

	for (size_t i = 0; i < blocks->count; i++) {
		const struct draft_block *block = &blocks->at[i];
		struct format_block record = { .kind = block->kind,
					       .level = block->level,
					       .unit = unit_index(block->unit),
					       .note = block->note,
					       .prose = block->prose };

		fill_block(binding, block, &record);
		IMAGE_ADD(&binding->image, FORMAT_BLOCK, record);
	}
	return range;
}

static struct format_source bind_source(struct binding *binding,
					const struct draft_source *source)
{
	return (struct format_source){ image_text(&binding->image, source->of),
				       source->year, source->month };
}

static uint32_t parent_of(const struct binding *binding,
			  const struct draft_page *page)
{
	const struct draft_page *parent = NULL;

	if (page->number >= 10)
		parent = draft_number(binding->draft, page->number / 10);
	else if (page->number)
		parent = draft_page(binding->draft, STR("start"));
	return parent ? page_in_book(binding, parent) : FORMAT_NONE;
}

static void bind_page(struct binding *binding, const struct draft_page *page)
{
	struct format_page record = {
		.id = image_text(&binding->image, page->id),
		.number = page->number,
		.parent = parent_of(binding, page),
		.title = unit_index(page->title),
		.menu = unit_index(page->menu),
		.source = bind_source(binding, &page->source),
	};

	record.blocks = bind_blocks(binding, &page->blocks);
	record.easy = bind_blocks(binding, &page->easy);
	IMAGE_ADD(&binding->image, FORMAT_PAGE, record);
}

static void bind_pages(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->page_count; i++)
		bind_page(binding, &draft->pages[draft->by_id[i]]);
	for (size_t i = 0; i < draft->numbered; i++) {
		size_t page = draft->by_number[i];
		struct format_number record = {
			book_number_key(draft->pages[page].number),
			binding->page_index[page]
		};

		IMAGE_ADD(&binding->image, FORMAT_NUMBER, record);
	}
}

static void index_pages(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	binding->page_index =
		arena_array(binding->draft->arena, draft->page_count + 1,
			    sizeof *binding->page_index);
	for (size_t i = 0; i < draft->page_count; i++)
		binding->page_index[draft->by_id[i]] = (uint32_t)i;
}

/* ------------------------------------------------------------------------
 * Site, contacts, hours, notices.
 */

static void bind_site(struct binding *binding)
{
	const struct draft *draft = binding->draft;
	struct format_site record = { unit_index(draft->name),
				      unit_index(draft->slogan),
				      (uint32_t)draft->updated };

	IMAGE_ADD(&binding->image, FORMAT_SITE, record);
}

static void bind_datum(struct binding *binding, const struct draft_datum *datum)
{
	struct format_datum record = {
		.part = datum->part,
		.label = unit_index(datum->label),
		.value = datum->value_count ? datum->values[0]->index
					    : FORMAT_NONE,
		.values = (uint32_t)datum->value_count,
		.href = image_text(&binding->image, datum->href),
	};

	/* The lines of an address are read one after another. */
	for (size_t i = 1; i < datum->value_count; i++)
		die_unless(datum->values[i]->index == record.value + i);
	IMAGE_ADD(&binding->image, FORMAT_DATUM, record);
}

static void bind_contacts(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->contact_count; i++) {
		const struct draft_contact *contact = &draft->contacts[i];
		struct format_contact record = {
			.id = image_text(&binding->image, contact->id),
			.source = bind_source(binding, &contact->source),
			.checked = contact->source.checked,
			.data = { image_count(&binding->image, FORMAT_DATUM),
				  (uint32_t)contact->count },
		};

		for (size_t j = 0; j < contact->count; j++)
			bind_datum(binding, &contact->data[j]);
		IMAGE_ADD(&binding->image, FORMAT_CONTACT, record);
	}
}

static struct format_range
bind_intervals(struct binding *binding, const struct draft_intervals *intervals)
{
	struct format_range range = { image_count(&binding->image,
						  FORMAT_INTERVAL),
				      (uint32_t)intervals->count };

	for (size_t i = 0; i < intervals->count; i++) {
		struct format_interval record = { intervals->at[i].days,
						  intervals->at[i].from,
						  intervals->at[i].to };

		IMAGE_ADD(&binding->image, FORMAT_INTERVAL, record);
	}
	return range;
}

static struct format_range bind_seasons(struct binding *binding,
					const struct draft_hours *hours)
{
	struct format_range range = { image_count(&binding->image,
						  FORMAT_SEASON),
				      (uint32_t)hours->season_count };

	for (size_t i = 0; i < hours->season_count; i++) {
		const struct draft_season *season = &hours->seasons[i];
		struct format_season record = {
			.title = unit_index(season->title),
			.in_weeks = season->in_weeks,
			.from = season->from,
			.until = season->until,
			.intervals =
				bind_intervals(binding, &season->intervals),
		};

		IMAGE_ADD(&binding->image, FORMAT_SEASON, record);
	}
	return range;
}

/* check.c has sorted them by table and day. */
static struct format_range bind_dates(struct binding *binding, struct str hours)
{
	const struct draft *draft = binding->draft;
	struct format_range range = { image_count(&binding->image, FORMAT_DATE),
				      0 };

	for (size_t i = 0; i < draft->date_count; i++) {
		const struct draft_date *date = &draft->dates[i];
		struct format_date record;

		if (!str_equal(date->hours, hours))
			continue;
		record = (struct format_date){
			.from = (uint32_t)date->from,
			.until = (uint32_t)date->until,
			.is = date->is,
			.reason = unit_index(date->reason),
			.intervals = bind_intervals(binding, &date->intervals),
		};
		IMAGE_ADD(&binding->image, FORMAT_DATE, record);
		range.count++;
	}
	return range;
}

static void bind_hours(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->hours_count; i++) {
		const struct draft_hours *hours = &draft->hours[i];
		struct format_hours record = {
			.id = image_text(&binding->image, hours->id),
			.title = unit_index(hours->title),
			.short_name = unit_index(hours->short_name),
			.contact = contact_index(draft, hours->contact),
			.holidays = hours->holidays,
			.eves = hours->eves,
			.near = hours->near,
			.source = bind_source(binding, &hours->source),
			.checked = hours->source.checked,
			.week = bind_intervals(binding, &hours->week),
			.seasons = bind_seasons(binding, hours),
			.dates = bind_dates(binding, hours->id),
			.notes = bind_blocks(binding, &hours->notes),
		};

		IMAGE_ADD(&binding->image, FORMAT_HOURS, record);
	}
}

static int by_beginning(const void *left, const void *right)
{
	const struct draft_notice *a = left, *b = right;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->place.line > b->place.line) -
	       (a->place.line < b->place.line);
}

static void bind_notices(struct binding *binding)
{
	struct draft *draft = binding->draft;

	if (draft->notice_count)
		qsort(draft->notices, draft->notice_count,
		      sizeof *draft->notices, by_beginning);
	for (size_t i = 0; i < draft->notice_count; i++) {
		const struct draft_notice *notice = &draft->notices[i];
		struct format_notice record = {
			.from = notice->from,
			.until = notice->until,
			.short_text = unit_index(notice->short_text),
			.blocks = bind_blocks(binding, &notice->blocks),
		};

		IMAGE_ADD(&binding->image, FORMAT_NOTICE, record);
	}
}

bool bind_book(struct draft *draft, struct buf *book)
{
	struct binding binding = { .draft = draft,
				   .image = { .arena = draft->arena } };
	bool good;

	index_pages(&binding);
	bind_site(&binding);
	index_bind(draft, &binding.image, binding.page_index);
	bind_contacts(&binding);
	bind_hours(&binding);
	bind_pages(&binding);
	bind_notices(&binding);
	bind_units(&binding);
	sought_bind(draft, &binding.image);
	good = image_write(&binding.image, book);
	if (!good)
		fault_add(draft->faults, (struct fault_place){ 0 },
			  FAULT_LARGE_BOOK, STR(""), STR(""));
	image_done(&binding.image);
	return good;
}
