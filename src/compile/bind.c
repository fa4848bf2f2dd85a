/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/bind.h"

#include "base/arena.h"
#include "base/die.h"
#include "book/book.h"
#include "compile/image.h"
#include "compile/index.h"
#include "compile/sought.h"

#include <stdlib.h>

/* What is bound, and into what. */
struct binding {
	struct draft *draft;
	struct image *image;
};

/* ------------------------------------------------------------------------
 * Units.
 */

static void fill_link(const struct binding *binding,
		      const struct draft_span *from, struct format_span *span)
{
	const struct draft_page *page = draft_page(binding->draft, from->a);
	const struct draft_section *section =
		from->b.bytes ? draft_section(page, from->b) : NULL;

	span->a = page->index;
	span->b = section ? section->block : FORMAT_NONE;
}

/* The index of a datum in its section: contact by contact. */
static uint32_t datum_index(const struct binding *binding,
			    const struct draft_span *span)
{
	const struct draft *draft = binding->draft;
	const struct draft_contact *contact = draft_contact(draft, span->a);
	const struct draft_datum *datum = draft_referred(draft, span);
	size_t index = (size_t)(datum - contact->data.at);

	while (contact-- > draft->contacts.at)
		index += contact->data.count;
	return (uint32_t)index;
}

static struct format_span bind_span(struct binding *binding,
				    const struct draft_span *from)
{
	struct format_span span = { .kind = from->kind,
				    .start = from->start,
				    .bytes = from->bytes,
				    .a = FORMAT_NONE,
				    .b = FORMAT_NONE };

	if (from->kind == FORMAT_LINK)
		fill_link(binding, from, &span);
	else if (from->kind == FORMAT_DATUM_REF)
		span.a = datum_index(binding, from);
	else
		span.text = image_text(binding->image, from->a);
	return span;
}

/* What a datum of so many bytes, put in at `at`, does to a span. */
static void widen(struct format_span *span, uint32_t at, size_t bytes)
{
	uint32_t more = (uint32_t)bytes - 1; /* than the byte in its place */

	if (span->start > at)
		span->start += more;
	else if (span->start + span->bytes > at)
		span->bytes += more;
}

static void put_datum(const struct binding *binding, struct format_span *spans,
		      const struct draft_text *text, size_t datum,
		      size_t language)
{
	uint32_t at = spans[datum].start;
	struct str words = draft_words(
		binding->draft,
		draft_referred(binding->draft, &text->spans.at[datum])
			->values.at[0],
		language);

	for (size_t i = 0; i < text->spans.count; i++)
		widen(&spans[i], at, words.bytes);
}

static struct format_range bind_spans(struct binding *binding,
				      const struct draft_text *text,
				      size_t language)
{
	size_t count = text->spans.count;
	struct format_range range = { image_count(binding->image, FORMAT_SPAN),
				      (uint32_t)count };
	struct format_span *spans =
		arena_array(binding->draft->scratch, count, sizeof *spans);

	for (size_t i = 0; i < count; i++)
		spans[i] = bind_span(binding, &text->spans.at[i]);
	for (size_t i = 0; i < count; i++)
		if (spans[i].kind == FORMAT_DATUM_REF)
			put_datum(binding, spans, text, i, language);
	for (size_t i = 0; i < count; i++)
		IMAGE_ADD(binding->image, FORMAT_SPAN, spans[i]);
	return range;
}

static void bind_unit(struct binding *binding, const struct draft_unit *unit,
		      size_t language)
{
	struct draft *draft = binding->draft;
	bool own = !unit->translate || draft_translated(unit, language);
	struct format_unit_text record = {
		.text = image_text(binding->image,
				   draft_words(draft, unit, language)),
		.spans = bind_spans(binding, draft_text(unit, language),
				    language),
		.language = own ? (uint32_t)language : 0,
	};

	IMAGE_ADD(binding->image, FORMAT_UNIT_TEXT, record);
	arena_reset(draft->scratch);
}

static void bind_units(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->units.count; i++)
		for (size_t j = 0; j < draft->language_count; j++)
			bind_unit(binding, draft->units.at[i], j);
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

	return contact ? (uint32_t)(contact - draft->contacts.at) : FORMAT_NONE;
}

static uint32_t hours_index(const struct draft *draft, struct str id)
{
	return (uint32_t)(draft_hours(draft, id) - draft->hours.at);
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
	struct format_range range = { image_count(binding->image, FORMAT_BLOCK),
				      (uint32_t)blocks->count };

	for (size_t i = 0; i < blocks->count; i++) {
		const struct draft_block *block = &blocks->at[i];
		struct format_block record = { .kind = block->kind,
					       .level = block->level,
					       .unit = unit_index(block->unit),
					       .note = block->note,
					       .prose = block->prose };

		fill_block(binding, block, &record);
		IMAGE_ADD(binding->image, FORMAT_BLOCK, record);
	}
	return range;
}

static struct format_source bind_source(struct binding *binding,
					const struct draft_source *source)
{
	return (struct format_source){ image_text(binding->image, source->of),
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
	return parent ? parent->index : FORMAT_NONE;
}

static void bind_page(struct binding *binding, const struct draft_page *page)
{
	struct format_page record = {
		.id = image_text(binding->image, page->id),
		.number = page->number,
		.parent = parent_of(binding, page),
		.title = unit_index(page->title),
		.menu = unit_index(page->menu),
		.source = bind_source(binding, &page->source),
	};

	record.blocks = bind_blocks(binding, &page->blocks);
	record.easy = bind_blocks(binding, &page->easy);
	IMAGE_ADD(binding->image, FORMAT_PAGE, record);
}

static void bind_pages(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->pages.count; i++)
		bind_page(binding, &draft->pages.at[draft->by_id[i]]);
	for (size_t i = 0; i < draft->numbered; i++) {
		size_t page = draft->by_number[i];
		struct format_number record = {
			book_number_key(draft->pages.at[page].number),
			draft->pages.at[page].index
		};

		IMAGE_ADD(binding->image, FORMAT_NUMBER, record);
	}
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

	IMAGE_ADD(binding->image, FORMAT_SITE, record);
}

static void bind_datum(struct binding *binding, const struct draft_datum *datum)
{
	struct format_datum record = {
		.part = datum->part,
		.label = unit_index(datum->label),
		.value = datum->values.count ? datum->values.at[0]->index
					     : FORMAT_NONE,
		.values = (uint32_t)datum->values.count,
		.href = image_text(binding->image, datum->href),
	};

	/* The lines of an address are read one after another. */
	for (size_t i = 1; i < datum->values.count; i++)
		die_unless(datum->values.at[i]->index == record.value + i);
	IMAGE_ADD(binding->image, FORMAT_DATUM, record);
}

static void bind_contacts(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->contacts.count; i++) {
		const struct draft_contact *contact = &draft->contacts.at[i];
		struct format_contact record = {
			.id = image_text(binding->image, contact->id),
			.source = bind_source(binding, &contact->source),
			.checked = contact->source.checked,
			.data = { image_count(binding->image, FORMAT_DATUM),
				  (uint32_t)contact->data.count },
		};

		for (size_t j = 0; j < contact->data.count; j++)
			bind_datum(binding, &contact->data.at[j]);
		IMAGE_ADD(binding->image, FORMAT_CONTACT, record);
	}
}

static struct format_range
bind_intervals(struct binding *binding, const struct draft_intervals *intervals)
{
	struct format_range range = { image_count(binding->image,
						  FORMAT_INTERVAL),
				      (uint32_t)intervals->count };

	for (size_t i = 0; i < intervals->count; i++) {
		struct format_interval record = { intervals->at[i].days,
						  intervals->at[i].from,
						  intervals->at[i].to };

		IMAGE_ADD(binding->image, FORMAT_INTERVAL, record);
	}
	return range;
}

static struct format_range bind_seasons(struct binding *binding,
					const struct draft_hours *hours)
{
	struct format_range range = { image_count(binding->image,
						  FORMAT_SEASON),
				      (uint32_t)hours->seasons.count };

	for (size_t i = 0; i < hours->seasons.count; i++) {
		const struct draft_season *season = &hours->seasons.at[i];
		struct format_season record = {
			.title = unit_index(season->title),
			.in_weeks = season->in_weeks,
			.from = season->from,
			.until = season->until,
			.intervals =
				bind_intervals(binding, &season->intervals),
		};

		IMAGE_ADD(binding->image, FORMAT_SEASON, record);
	}
	return range;
}

/* check.c has sorted them by table and day. */
static struct format_range bind_dates(struct binding *binding, struct str hours)
{
	const struct draft *draft = binding->draft;
	struct format_range range = { image_count(binding->image, FORMAT_DATE),
				      0 };

	for (size_t i = 0; i < draft->dates.count; i++) {
		const struct draft_date *date = &draft->dates.at[i];
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
		IMAGE_ADD(binding->image, FORMAT_DATE, record);
		range.count++;
	}
	return range;
}

static void bind_hours(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->hours.count; i++) {
		const struct draft_hours *hours = &draft->hours.at[i];
		struct format_hours record = {
			.id = image_text(binding->image, hours->id),
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

		IMAGE_ADD(binding->image, FORMAT_HOURS, record);
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

	if (draft->notices.count)
		qsort(draft->notices.at, draft->notices.count,
		      sizeof *draft->notices.at, by_beginning);
	for (size_t i = 0; i < draft->notices.count; i++) {
		const struct draft_notice *notice = &draft->notices.at[i];
		struct format_notice record = {
			.from = notice->from,
			.until = notice->until,
			.short_text = unit_index(notice->short_text),
			.blocks = bind_blocks(binding, &notice->blocks),
		};

		IMAGE_ADD(binding->image, FORMAT_NOTICE, record);
	}
}

/* ------------------------------------------------------------------------
 * The book.
 */

bool bind_book(struct draft *draft, struct pieces *book)
{
	struct image image = { .arena = draft->arena, .pool = draft->pool };
	struct binding binding = { draft, &image };

	bind_site(&binding);
	index_bind(draft, &image);
	bind_contacts(&binding);
	bind_hours(&binding);
	bind_pages(&binding);
	bind_notices(&binding);
	bind_units(&binding);
	sought_bind(draft, &image);
	if (image_write(&image, book))
		return true;
	fault_add(draft->faults, (struct fault_place){ 0 }, FAULT_LARGE_BOOK,
		  STR(""), STR(""));
	return false;
}
