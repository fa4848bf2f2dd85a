/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sections are collected as runs of words, text in a pool in which equal
 * pieces are stored once. At the end all of it is laid behind the header.
 */
#include "compile/bind.h"

#include "base/arena.h"
#include "base/die.h"
#include "book/book.h"
#include "text/chars.h"
#include "text/order.h"

#include <stdlib.h>
#include <string.h>

/* A section in the making: words in the machine's own order. */
struct section {
	uint32_t *words;
	size_t count, room; /* words */
	uint32_t records;
};

/* The pool's memory of what it holds: an open hash of (offset, bytes). */
struct pool {
	struct buf bytes;
	struct format_text *slots; /* bytes 0: free */
	size_t slot_count;	   /* a power of two */
	size_t used;
};

struct binding {
	struct draft *draft;
	struct arena *arena;
	struct section sections[FORMAT_SECTIONS];
	struct pool pool;
	uint32_t *page_index;  /* of the draft's page, in the book */
	uint32_t *first_block; /* of the book's page, in the section */
	bool too_large;
};

/* ------------------------------------------------------------------------
 * Records.
 */

static uint32_t add_record(struct binding *binding, enum format_section to,
			   const void *record, size_t bytes)
{
	struct section *section = &binding->sections[to];
	size_t words = bytes / sizeof(uint32_t);

	die_unless(bytes % sizeof(uint32_t) == 0);
	for (size_t i = 0; i < words; i++) {
		section->words = arena_grow(binding->arena, section->words,
					    section->count, &section->room,
					    sizeof *section->words);
		memcpy(&section->words[section->count++],
		       (const char *)record + i * sizeof(uint32_t),
		       sizeof(uint32_t));
	}
	return section->records++;
}

#define ADD(binding, section, record)                                          \
	add_record((binding), (section), &(record), sizeof(record))

static uint32_t count_of(const struct binding *binding,
			 enum format_section section)
{
	return binding->sections[section].records;
}

/* ------------------------------------------------------------------------
 * The pool.
 */

static uint32_t hash(struct str text)
{
	uint32_t value = 2166136261u; /* FNV-1a */

	for (size_t i = 0; i < text.bytes; i++)
		value = (value ^ (unsigned char)text.at[i]) * 16777619u;
	return value;
}

static struct str slot_text(const struct pool *pool, size_t slot)
{
	return (struct str){ pool->bytes.at + pool->slots[slot].offset,
			     pool->slots[slot].bytes };
}

/* The slot that holds the text, or the free one where it belongs. */
static size_t find_slot(const struct pool *pool, struct str text)
{
	size_t slot = hash(text) & (pool->slot_count - 1);

	while (pool->slots[slot].bytes &&
	       !str_equal(slot_text(pool, slot), text))
		slot = (slot + 1) & (pool->slot_count - 1);
	return slot;
}

static void widen_pool(struct binding *binding)
{
	struct pool *pool = &binding->pool;
	struct pool wider = *pool;

	wider.slot_count = pool->slot_count ? pool->slot_count * 2 : 1024;
	wider.slots = arena_array(binding->arena, wider.slot_count,
				  sizeof *wider.slots);
	for (size_t i = 0; i < pool->slot_count; i++)
		if (pool->slots[i].bytes)
			wider.slots[find_slot(&wider, slot_text(pool, i))] =
				pool->slots[i];
	*pool = wider;
}

static struct format_text pooled(struct binding *binding, struct str text)
{
	struct pool *pool = &binding->pool;
	size_t slot;

	if (text.bytes == 0)
		return (struct format_text){ 0 };
	if (pool->used * 2 >= pool->slot_count)
		widen_pool(binding);
	slot = find_slot(pool, text);
	if (!pool->slots[slot].bytes) {
		if (pool->bytes.bytes + text.bytes > UINT32_MAX / 2)
			binding->too_large = true;
		pool->slots[slot] =
			(struct format_text){ (uint32_t)pool->bytes.bytes,
					      (uint32_t)text.bytes };
		buf_add(&pool->bytes, text);
		pool->used++;
	}
	return pool->slots[slot];
}

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

	walk->spans = arena_grow(walk->binding->arena, walk->spans, walk->count,
				 &walk->room, sizeof *walk->spans);
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
		span->text = pooled(walk->binding, token->b);
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
	record.text = pooled(binding, buf_str(&walk.text));
	record.spans.first = count_of(binding, FORMAT_SPAN);
	record.spans.count = (uint32_t)walk.count;
	for (size_t i = 0; i < walk.count; i++)
		ADD(binding, FORMAT_SPAN, walk.spans[i]);
	ADD(binding, FORMAT_UNIT_TEXT, record);
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
	struct format_range range = { count_of(binding, FORMAT_BLOCK),
				      (uint32_t)blocks->count };

	for (size_t i = 0; i < blocks->count; i++) {
		const struct draft_block *block = &blocks->at[i];
		struct format_block record = { .kind = block->kind,
					       .level = block->level,
					       .unit = unit_index(block->unit),
					       .note = block->note,
					       .prose = block->prose };

		fill_block(binding, block, &record);
		ADD(binding, FORMAT_BLOCK, record);
	}
	return range;
}

static struct format_source bind_source(struct binding *binding,
					const struct draft_source *source)
{
	return (struct format_source){ pooled(binding, source->of),
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
		.id = pooled(binding, page->id),
		.number = page->number,
		.parent = parent_of(binding, page),
		.title = unit_index(page->title),
		.menu = unit_index(page->menu),
		.source = bind_source(binding, &page->source),
	};

	record.blocks = bind_blocks(binding, &page->blocks);
	record.easy = bind_blocks(binding, &page->easy);
	ADD(binding, FORMAT_PAGE, record);
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

		ADD(binding, FORMAT_NUMBER, record);
	}
}

static void index_pages(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	binding->page_index = arena_array(binding->arena, draft->page_count + 1,
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

	ADD(binding, FORMAT_SITE, record);
}

static void bind_datum(struct binding *binding, const struct draft_datum *datum)
{
	struct format_datum record = {
		.part = datum->part,
		.label = unit_index(datum->label),
		.value = datum->value_count ? datum->values[0]->index
					    : FORMAT_NONE,
		.values = (uint32_t)datum->value_count,
		.href = pooled(binding, datum->href),
	};

	/* The lines of an address are read one after another. */
	for (size_t i = 1; i < datum->value_count; i++)
		die_unless(datum->values[i]->index == record.value + i);
	ADD(binding, FORMAT_DATUM, record);
}

static void bind_contacts(struct binding *binding)
{
	const struct draft *draft = binding->draft;

	for (size_t i = 0; i < draft->contact_count; i++) {
		const struct draft_contact *contact = &draft->contacts[i];
		struct format_contact record = {
			.id = pooled(binding, contact->id),
			.source = bind_source(binding, &contact->source),
			.checked = contact->source.checked,
			.data = { count_of(binding, FORMAT_DATUM),
				  (uint32_t)contact->count },
		};

		for (size_t j = 0; j < contact->count; j++)
			bind_datum(binding, &contact->data[j]);
		ADD(binding, FORMAT_CONTACT, record);
	}
}

static struct format_range
bind_intervals(struct binding *binding, const struct draft_intervals *intervals)
{
	struct format_range range = { count_of(binding, FORMAT_INTERVAL),
				      (uint32_t)intervals->count };

	for (size_t i = 0; i < intervals->count; i++) {
		struct format_interval record = { intervals->at[i].days,
						  intervals->at[i].from,
						  intervals->at[i].to };

		ADD(binding, FORMAT_INTERVAL, record);
	}
	return range;
}

static struct format_range bind_seasons(struct binding *binding,
					const struct draft_hours *hours)
{
	struct format_range range = { count_of(binding, FORMAT_SEASON),
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

		ADD(binding, FORMAT_SEASON, record);
	}
	return range;
}

/* check.c has sorted them by table and day. */
static struct format_range bind_dates(struct binding *binding, struct str hours)
{
	const struct draft *draft = binding->draft;
	struct format_range range = { count_of(binding, FORMAT_DATE), 0 };

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
		ADD(binding, FORMAT_DATE, record);
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
			.id = pooled(binding, hours->id),
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

		ADD(binding, FORMAT_HOURS, record);
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

		ADD(binding, FORMAT_NOTICE, record);
	}
}

/* ------------------------------------------------------------------------
 * Terms and letters.
 */

/* A term of one language with what it is sorted by. */
struct sorted_term {
	struct draft_term *term;
	struct str key;
	size_t letter; /* of the alphabet; SIZE_MAX: none */
};

static int by_order(const void *left, const void *right)
{
	const struct sorted_term *a = left, *b = right;

	int order;

	if (a->letter != b->letter)
		return a->letter < b->letter ? -1 : 1;
	order = str_compare(a->key, b->key);
	/* Words that sort alike need an order too: the same everywhere. */
	return order ? order : str_compare(a->term->text, b->term->text);
}

static struct str key_of(struct binding *binding, enum order_alphabet alphabet,
			 struct str text)
{
	struct buf key = { 0 };
	struct str kept;

	order_key(&key, alphabet, text);
	kept = buf_keep(&key, binding->arena);
	buf_free(&key);
	return kept;
}

static size_t sort_terms(struct binding *binding, size_t language,
			 enum order_alphabet alphabet,
			 struct sorted_term *sorted)
{
	struct draft *draft = binding->draft;
	size_t count = 0;

	for (size_t i = 0; i < draft->term_count; i++) {
		struct draft_term *term = &draft->terms[i];

		if (!str_equal(term->language, draft->languages[language].code))
			continue;
		sorted[count] = (struct sorted_term){
			term, key_of(binding, alphabet, term->text),
			order_letter(alphabet, term->text)
		};
		if (sorted[count].letter == SIZE_MAX)
			fault_add(draft->faults, term->place, FAULT_TERM_LETTER,
				  term->text, STR(""));
		count++;
	}
	if (count)
		qsort(sorted, count, sizeof *sorted, by_order);
	for (size_t i = 0; i < count; i++)
		sorted[i].term->index = (uint32_t)i;
	return count;
}

static void bind_term(struct binding *binding, const struct draft_term *term,
		      uint32_t first)
{
	const struct draft_term *target = term->see.bytes ? term->target : term;
	struct format_term record = { .shown = pooled(binding, term->text),
				      .see = FORMAT_NONE };

	if (term->see.bytes)
		record.see = first + target->index;
	record.page = binding->page_index[target->page];
	record.block = target->block;
	for (unsigned form = 0; form < FORMAT_LOOKUP_KEYS; form++) {
		struct buf key = { 0 };

		order_form(&key, (enum order_form)form, term->text);
		record.key[form] = pooled(binding, buf_str(&key));
		buf_free(&key);
	}
	ADD(binding, FORMAT_TERM, record);
}

/* Fullness of the fullest of `rows` runs that begin at letter `from`. */
static size_t fullest(const size_t *counts, size_t letters, size_t most,
		      unsigned rows)
{
	size_t in_row = 0;
	unsigned used = 1;

	for (size_t i = 0; i < letters; i++) {
		if (counts[i] > most)
			return SIZE_MAX;
		if (in_row + counts[i] > most) {
			used++;
			in_row = 0;
		}
		in_row += counts[i];
	}
	return used <= rows ? most : SIZE_MAX;
}

/*
 * Cuts the alphabet into eight consecutive runs so that the fullest is
 * smallest; of several ways the one whose cuts are earliest, each run keeping
 * at least one letter.
 */
static void cut_rows(const size_t *counts, size_t letters, uint32_t *rows)
{
	size_t most = 0, at = 0;

	while (fullest(counts, letters, most, FORMAT_LETTER_ROWS) == SIZE_MAX)
		most++;
	for (unsigned row = 0; row < FORMAT_LETTER_ROWS; row++) {
		unsigned rows_left = FORMAT_LETTER_ROWS - row - 1;

		/* The earliest cut after which the rest still fits. */
		rows[at++] = row;
		if (!rows_left) {
			while (at < letters)
				rows[at++] = row;
			return;
		}
		while (letters - at > rows_left &&
		       fullest(counts + at, letters - at, most, rows_left) ==
			       SIZE_MAX)
			rows[at++] = row;
	}
}

static void warn_full_rows(struct binding *binding, const struct str *letters,
			   const size_t *counts, const uint32_t *rows,
			   size_t count)
{
	for (uint32_t row = 0; row < FORMAT_LETTER_ROWS; row++) {
		struct buf names = { 0 };
		size_t terms = 0;

		for (size_t i = 0; i < count; i++)
			if (rows[i] == row) {
				terms += counts[i];
				buf_add(&names, letters[i]);
			}
		if (terms > BIND_ROW_TERMS)
			fault_add(binding->draft->faults,
				  (struct fault_place){ STR("pages"), 0 },
				  FAULT_ROW_FULL, buf_str(&names), STR(""));
		buf_free(&names);
	}
}

static void bind_letters(struct binding *binding, enum order_alphabet alphabet,
			 uint32_t first_term, const struct sorted_term *sorted,
			 size_t count)
{
	struct str letters[29];
	size_t letter_count = order_letters(alphabet, letters);
	size_t counts[29] = { 0 };
	uint32_t rows[29] = { 0 };

	for (size_t i = 0; i < count; i++)
		if (sorted[i].letter < letter_count)
			counts[sorted[i].letter]++;
	cut_rows(counts, letter_count, rows);
	warn_full_rows(binding, letters, counts, rows, letter_count);
	for (size_t i = 0; i < letter_count; i++) {
		struct format_letter record = { pooled(binding, letters[i]),
						rows[i],
						{ first_term,
						  (uint32_t)counts[i] } };

		ADD(binding, FORMAT_LETTER, record);
		first_term += (uint32_t)counts[i];
	}
}

static void bind_languages(struct binding *binding)
{
	struct draft *draft = binding->draft;
	struct sorted_term *sorted = arena_array(
		binding->arena, draft->term_count + 1, sizeof *sorted);

	for (size_t i = 0; i < draft->language_count; i++) {
		const struct draft_language *language = &draft->languages[i];
		enum order_alphabet alphabet = order_alphabet(language->code);
		size_t count = sort_terms(binding, i, alphabet, sorted);
		struct format_language record = {
			.code = pooled(binding, language->code),
			.name = pooled(binding, language->name),
			.letters = { count_of(binding, FORMAT_LETTER), 0 },
			.terms = { count_of(binding, FORMAT_TERM),
				   (uint32_t)count },
		};

		for (size_t j = 0; j < count; j++)
			bind_term(binding, sorted[j].term, record.terms.first);
		bind_letters(binding, alphabet, record.terms.first, sorted,
			     count);
		record.letters.count =
			count_of(binding, FORMAT_LETTER) - record.letters.first;
		ADD(binding, FORMAT_LANGUAGE, record);
	}
}

/* ------------------------------------------------------------------------
 * The file.
 */

static void add_word(struct buf *out, uint32_t word)
{
	char bytes[4];

	for (unsigned i = 0; i < 4; i++)
		bytes[i] = (char)(word >> 8 * i & 0xFF);
	buf_add(out, (struct str){ bytes, sizeof bytes });
}

static void lay_out(const struct binding *binding,
		    struct format_extent extent[FORMAT_SECTIONS],
		    uint64_t *total)
{
	uint64_t offset = sizeof(struct format_header);

	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		const struct section *section = &binding->sections[i];

		extent[i] = (struct format_extent){ (uint32_t)offset,
						    section->records };
		offset += (uint64_t)section->count * 4;
	}
	extent[FORMAT_POOL].count = (uint32_t)binding->pool.bytes.bytes;
	*total = offset + binding->pool.bytes.bytes;
}

static void write_header(struct buf *out,
			 const struct format_extent extent[FORMAT_SECTIONS],
			 uint32_t bytes)
{
	buf_add(out, (struct str){ FORMAT_MAGIC, sizeof FORMAT_MAGIC });
	add_word(out, FORMAT_VERSION);
	add_word(out, bytes);
	add_word(out, FORMAT_SECTIONS);
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		add_word(out, extent[i].offset);
		add_word(out, extent[i].count);
	}
}

static bool assemble(struct binding *binding, struct buf *out)
{
	struct format_extent extent[FORMAT_SECTIONS];
	uint64_t total;

	lay_out(binding, extent, &total);
	if (total > UINT32_MAX || binding->too_large) {
		fault_add(binding->draft->faults, (struct fault_place){ 0 },
			  FAULT_LARGE_BOOK, STR(""), STR(""));
		return false;
	}
	write_header(out, extent, (uint32_t)total);
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++)
		for (size_t j = 0; j < binding->sections[i].count; j++)
			add_word(out, binding->sections[i].words[j]);
	buf_add(out, buf_str(&binding->pool.bytes));
	return true;
}

bool bind_book(struct draft *draft, struct buf *book)
{
	struct binding binding = { .draft = draft, .arena = draft->arena };
	bool good;

	index_pages(&binding);
	bind_site(&binding);
	bind_languages(&binding);
	bind_contacts(&binding);
	bind_hours(&binding);
	bind_pages(&binding);
	bind_notices(&binding);
	bind_units(&binding);
	good = assemble(&binding, book);
	buf_free(&binding.pool.bytes);
	return good;
}
