/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/draft.h"

#include "base/arena.h"
#include "book/book.h"
#include "compile/pool.h"
#include "compile/values.h"

#include <stdlib.h>

void draft_begin(struct draft *draft, struct faults *faults)
{
	*draft = (struct draft){ .arena = faults->arena,
				 .scratch = arena_new(),
				 .pool = pool_new(faults->arena),
				 .faults = faults };
}

void draft_end(struct draft *draft)
{
	pool_end(draft->pool);
	arena_drop(draft->scratch);
	draft->scratch = NULL;
}

/* What is sorted: the key of a page and its index. */
struct keyed {
	struct str id;
	uint32_t key;
	size_t page;
};

static int by_id(const void *left, const void *right)
{
	const struct keyed *a = left, *b = right;
	int order = str_compare(a->id, b->id);

	return order ? order : (a->page > b->page) - (a->page < b->page);
}

static int by_key(const void *left, const void *right)
{
	const struct keyed *a = left, *b = right;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->page > b->page) - (a->page < b->page);
}

static size_t *indexes(struct draft *draft, struct keyed *keyed, size_t count,
		       int order(const void *, const void *))
{
	size_t *sorted = arena_array(draft->arena, count + 1, sizeof *sorted);

	if (count)
		qsort(keyed, count, sizeof *keyed, order);
	for (size_t i = 0; i < count; i++)
		sorted[i] = keyed[i].page;
	return sorted;
}

static int by_section_id(const void *left, const void *right)
{
	const struct draft_section *a = left, *b = right;
	int order = str_compare(a->id, b->id);

	return order ? order : (a->block > b->block) - (a->block < b->block);
}

static void sort_sections(struct draft_page *page)
{
	if (page->sections.count)
		qsort(page->sections.at, page->sections.count,
		      sizeof *page->sections.at, by_section_id);
}

static int by_word(const void *left, const void *right)
{
	const struct draft_term *a = *(struct draft_term *const *)left;
	const struct draft_term *b = *(struct draft_term *const *)right;
	int order = str_compare(a->language, b->language);

	if (!order)
		order = str_compare(a->text, b->text);
	return order ? order : (a > b) - (a < b);
}

static void sort_terms(struct draft *draft)
{
	size_t count = draft->terms.count;

	draft->by_word =
		arena_array(draft->arena, count + 1, sizeof *draft->by_word);
	for (size_t i = 0; i < count; i++)
		draft->by_word[i] = &draft->terms.at[i];
	if (count)
		qsort(draft->by_word, count, sizeof *draft->by_word, by_word);
}

void draft_sort(struct draft *draft)
{
	struct keyed *keyed = arena_array(draft->arena, draft->pages.count + 1,
					  sizeof *keyed);
	size_t numbered = 0;

	for (size_t i = 0; i < draft->pages.count; i++)
		keyed[i] = (struct keyed){ draft->pages.at[i].id, 0, i };
	draft->by_id = indexes(draft, keyed, draft->pages.count, by_id);
	for (size_t i = 0; i < draft->pages.count; i++)
		draft->pages.at[draft->by_id[i]].index = (uint32_t)i;
	for (size_t i = 0; i < draft->pages.count; i++) {
		uint32_t key = book_number_key(draft->pages.at[i].number);

		if (key)
			keyed[numbered++] = (struct keyed){ STR(""), key, i };
	}
	draft->numbered = numbered;
	for (size_t i = 0; i < draft->pages.count; i++)
		sort_sections(&draft->pages.at[i]);
	sort_terms(draft);
	draft->by_number = indexes(draft, keyed, numbered, by_key);
}

struct draft_page *draft_page(const struct draft *draft, struct str id)
{
	size_t from = 0, to = draft->pages.count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		struct draft_page *page =
			&draft->pages.at[draft->by_id[middle]];
		int order = str_compare(id, page->id);

		if (order == 0)
			return page;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return NULL;
}

struct draft_page *draft_number(const struct draft *draft, uint32_t number)
{
	uint32_t key = book_number_key(number);
	size_t from = 0, to = draft->numbered;

	while (key && from < to) {
		size_t middle = from + (to - from) / 2;
		struct draft_page *page =
			&draft->pages.at[draft->by_number[middle]];
		uint32_t found = book_number_key(page->number);

		if (found == key)
			return page;
		if (key < found)
			to = middle;
		else
			from = middle + 1;
	}
	return NULL;
}

struct draft_section *draft_section(const struct draft_page *page,
				    struct str id)
{
	size_t from = 0, to = page->sections.count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_compare(id, page->sections.at[middle].id) > 0)
			from = middle + 1;
		else
			to = middle;
	}
	if (from == page->sections.count ||
	    !str_equal(page->sections.at[from].id, id))
		return NULL;
	return &page->sections.at[from];
}

struct draft_term *draft_term(const struct draft *draft, struct str language,
			      struct str word)
{
	size_t from = 0, to = draft->terms.count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		struct draft_term *term = draft->by_word[middle];
		int order = str_compare(language, term->language);

		if (!order)
			order = str_compare(word, term->text);
		if (order == 0)
			return term;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return NULL;
}

struct draft_contact *draft_contact(const struct draft *draft, struct str id)
{
	for (size_t i = 0; i < draft->contacts.count; i++)
		if (str_equal(draft->contacts.at[i].id, id))
			return &draft->contacts.at[i];
	return NULL;
}

struct draft_hours *draft_hours(const struct draft *draft, struct str id)
{
	for (size_t i = 0; i < draft->hours.count; i++)
		if (str_equal(draft->hours.at[i].id, id))
			return &draft->hours.at[i];
	return NULL;
}

struct draft_datum *draft_datum(const struct draft_contact *contact,
				enum format_part part)
{
	for (size_t i = 0; i < contact->data.count; i++)
		if (contact->data.at[i].part == part)
			return &contact->data.at[i];
	return NULL;
}

struct str draft_context(const struct draft_unit *unit)
{
	return unit->hint ? unit->hint->context : (struct str){ 0 };
}

bool draft_translated(const struct draft_unit *unit, size_t language)
{
	if (language == 0)
		return true;
	return unit->others && unit->others[language - 1].words.bytes;
}

const struct draft_text *draft_text(const struct draft_unit *unit,
				    size_t language)
{
	if (language == 0 || !draft_translated(unit, language))
		return &unit->master;
	return &unit->others[language - 1];
}

const struct draft_datum *draft_referred(const struct draft *draft,
					 const struct draft_span *span)
{
	const struct draft_contact *contact = draft_contact(draft, span->a);

	return contact ? draft_datum(contact, draft_part(span->b)) : NULL;
}

/* A datum holds no ref, so its words are what stands there. */
static struct str datum_words(const struct draft *draft,
			      const struct draft_span *span, size_t language)
{
	const struct draft_datum *datum = draft_referred(draft, span);

	if (!datum || !datum->values.count)
		return STR("");
	return draft_text(datum->values.at[0], language)->words;
}

struct str draft_words(const struct draft *draft, const struct draft_unit *unit,
		       size_t language)
{
	const struct draft_text *text = draft_text(unit, language);
	struct buf words = { 0 };
	struct str kept;
	size_t done = 0;

	for (size_t i = 0; i < text->spans.count; i++) {
		const struct draft_span *span = &text->spans.at[i];

		if (span->kind != FORMAT_DATUM_REF)
			continue;
		buf_add(&words, str_first(str_from(text->words, done),
					  span->start - done));
		buf_add(&words, datum_words(draft, span, language));
		done = span->start + span->bytes;
	}
	if (!done)
		return text->words;
	buf_add(&words, str_from(text->words, done));
	kept = buf_keep(&words, draft->scratch);
	buf_free(&words);
	return kept;
}

/* As they are written; FORMAT_PART_ALL is written by leaving it out. */
static const struct str parts[] = {
	[FORMAT_PART_TEL] = { "tel", 3 },
	[FORMAT_PART_EMAIL] = { "email", 5 },
	[FORMAT_PART_URL] = { "url", 3 },
	[FORMAT_PART_ADR] = { "adr", 3 },
	[FORMAT_PART_ORGNR] = { "orgnr", 5 },
	[FORMAT_PART_DAYS] = { "days", 4 },
	[FORMAT_PART_WEEK] = { "week", 4 },
	[FORMAT_PART_SEASON] = { "season", 6 },
	[FORMAT_PART_NOTES] = { "notes", 5 },
	[FORMAT_PART_HOLIDAYS] = { "holidays", 8 },
};

enum { PARTS = sizeof parts / sizeof *parts };

enum format_part draft_part(struct str name)
{
	for (unsigned i = FORMAT_PART_TEL; i < PARTS; i++)
		if (str_equal(parts[i], name))
			return (enum format_part)i;
	return FORMAT_PART_ALL;
}

struct str draft_part_name(enum format_part part)
{
	return parts[part];
}

struct str draft_part_near(struct str name)
{
	for (unsigned i = FORMAT_PART_TEL; i < PARTS; i++)
		if (values_nearly(parts[i], name))
			return parts[i];
	return (struct str){ 0 };
}
