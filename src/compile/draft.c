/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/draft.h"

#include "base/arena.h"
#include "book/book.h"

#include <stdlib.h>

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

void draft_sort(struct draft *draft)
{
	struct keyed *keyed =
		arena_array(draft->arena, draft->page_count + 1, sizeof *keyed);
	size_t numbered = 0;

	for (size_t i = 0; i < draft->page_count; i++)
		keyed[i] = (struct keyed){ draft->pages[i].id, 0, i };
	draft->by_id = indexes(draft, keyed, draft->page_count, by_id);
	for (size_t i = 0; i < draft->page_count; i++) {
		uint32_t key = book_number_key(draft->pages[i].number);

		if (key)
			keyed[numbered++] = (struct keyed){ STR(""), key, i };
	}
	draft->numbered = numbered;
	for (size_t i = 0; i < draft->page_count; i++)
		if (draft->pages[i].section_count)
			qsort(draft->pages[i].sections,
			      draft->pages[i].section_count,
			      sizeof *draft->pages[i].sections, by_section_id);
	draft->by_number = indexes(draft, keyed, numbered, by_key);
}

struct draft_page *draft_page(const struct draft *draft, struct str id)
{
	size_t from = 0, to = draft->page_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		struct draft_page *page = &draft->pages[draft->by_id[middle]];
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
			&draft->pages[draft->by_number[middle]];
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
	size_t from = 0, to = page->section_count;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_compare(id, page->sections[middle].id) > 0)
			from = middle + 1;
		else
			to = middle;
	}
	if (from == page->section_count ||
	    !str_equal(page->sections[from].id, id))
		return NULL;
	return &page->sections[from];
}

struct draft_contact *draft_contact(const struct draft *draft, struct str id)
{
	for (size_t i = 0; i < draft->contact_count; i++)
		if (str_equal(draft->contacts[i].id, id))
			return &draft->contacts[i];
	return NULL;
}

struct draft_hours *draft_hours(const struct draft *draft, struct str id)
{
	for (size_t i = 0; i < draft->hours_count; i++)
		if (str_equal(draft->hours[i].id, id))
			return &draft->hours[i];
	return NULL;
}

struct draft_datum *draft_datum(const struct draft_contact *contact,
				enum format_part part)
{
	for (size_t i = 0; i < contact->count; i++)
		if (contact->data[i].part == part)
			return &contact->data[i];
	return NULL;
}

static void add_words(const struct draft *draft, const struct draft_unit *unit,
		      size_t language, struct buf *out);

/* A datum holds no ref, so this goes one level down at most. */
static void add_datum(const struct draft *draft,
		      const struct draft_token *token, size_t language,
		      struct buf *out)
{
	struct draft_contact *contact = draft_contact(draft, token->a);
	struct draft_datum *datum =
		contact ? draft_datum(contact, draft_part(token->b)) : NULL;

	if (datum && datum->value_count)
		add_words(draft, datum->values[0], language, out);
}

static void add_words(const struct draft *draft, const struct draft_unit *unit,
		      size_t language, struct buf *out)
{
	size_t taken = unit->translated[language] ? language : 0;
	const struct draft_text *text = &unit->text[taken];

	for (size_t i = 0; i < text->count; i++) {
		const struct draft_token *token = &text->tokens[i];

		if (token->kind == DRAFT_TEXT)
			buf_add(out, token->text);
		else if (token->kind == DRAFT_BREAK)
			buf_byte(out, '\n');
		else if (token->kind == DRAFT_REF)
			add_datum(draft, token, language, out);
	}
}

struct str draft_words(const struct draft *draft, const struct draft_unit *unit,
		       size_t language)
{
	struct buf words = { 0 };
	struct str kept;

	add_words(draft, unit, language, &words);
	kept = buf_keep(&words, draft->arena);
	buf_free(&words);
	return kept;
}

enum format_part draft_part(struct str name)
{
	static const struct {
		struct str name;
		enum format_part part;
	} parts[] = {
		{ { "tel", 3 }, FORMAT_PART_TEL },
		{ { "email", 5 }, FORMAT_PART_EMAIL },
		{ { "url", 3 }, FORMAT_PART_URL },
		{ { "adr", 3 }, FORMAT_PART_ADR },
		{ { "orgnr", 5 }, FORMAT_PART_ORGNR },
		{ { "days", 4 }, FORMAT_PART_DAYS },
		{ { "week", 4 }, FORMAT_PART_WEEK },
		{ { "season", 6 }, FORMAT_PART_SEASON },
		{ { "notes", 5 }, FORMAT_PART_NOTES },
		{ { "holidays", 8 }, FORMAT_PART_HOLIDAYS },
	};

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (str_equal(parts[i].name, name))
			return parts[i].part;
	return FORMAT_PART_ALL;
}
