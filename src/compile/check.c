/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/check.h"

#include "base/arena.h"
#include "book/book.h"
#include "compile/markup.h"
#include "compile/refer.h"
#include "compile/values.h"
#include "text/chars.h"

#include <stdlib.h>

/* Widths that fit every window (design section 6). */
enum { TITLE_COLS = 38, MENU_COLS = 36, SHORT_COLS = 38, FEW_KEYS = 2 };

static void tell(const struct draft *draft, struct fault_place place,
		 enum fault fault, struct str one, struct str two)
{
	fault_add(draft->faults, place, fault, one, two);
}

/* What is missing only because its file could not be read is no fault. */
static void tell_missing(const struct draft *draft, struct fault_place place,
			 enum fault fault, struct str one, struct str two)
{
	if (!draft->faults->incomplete)
		tell(draft, place, fault, one, two);
}

static struct str where(const struct draft *draft, struct fault_place place)
{
	return fault_where(draft->arena, place);
}

/* ------------------------------------------------------------------------
 * Ids and numbers.
 */

static void check_reserved(const struct draft *draft)
{
	static const struct str reserved[] = {
		{ "start", 5 }, { "index", 5 }, { "help", 4 }, { "language", 8 }
	};

	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
		if (!draft_page(draft, reserved[i]))
			tell_missing(draft,
				     (struct fault_place){ STR("pages"), 0 },
				     FAULT_ID_RESERVED, reserved[i], STR(""));
}

static void check_page_ids(const struct draft *draft)
{
	for (size_t i = 1; i < draft->pages.count; i++) {
		const struct draft_page *a =
			&draft->pages.at[draft->by_id[i - 1]];
		const struct draft_page *b = &draft->pages.at[draft->by_id[i]];

		if (a->id.bytes && str_equal(a->id, b->id))
			tell(draft, b->place, FAULT_ID_TWICE, b->id,
			     where(draft, a->place));
	}
}

/* Of one page: they are sorted by id, then as they were written. */
static void check_section_ids(const struct draft *draft,
			      const struct draft_page *page)
{
	for (size_t i = 1; i < page->sections.count; i++) {
		const struct draft_section *a = &page->sections.at[i - 1];
		const struct draft_section *b = &page->sections.at[i];

		if (str_equal(a->id, b->id))
			tell(draft, b->place, FAULT_ID_TWICE, b->id,
			     where(draft, a->place));
	}
}

static void check_ids(const struct draft *draft)
{
	check_page_ids(draft);
	for (size_t i = 0; i < draft->pages.count; i++)
		check_section_ids(draft, &draft->pages.at[i]);
	for (size_t i = 0; i < draft->contacts.count; i++) {
		const struct draft_contact *contact = &draft->contacts.at[i];
		const struct draft_contact *first =
			draft_contact(draft, contact->id);

		if (first != contact && contact->id.bytes)
			tell(draft, contact->place, FAULT_ID_TWICE, contact->id,
			     where(draft, first->place));
	}
	for (size_t i = 0; i < draft->hours.count; i++) {
		const struct draft_hours *hours = &draft->hours.at[i];
		const struct draft_hours *first = draft_hours(draft, hours->id);

		if (first != hours && hours->id.bytes)
			tell(draft, hours->place, FAULT_ID_TWICE, hours->id,
			     where(draft, first->place));
	}
}

static void check_languages(const struct draft *draft)
{
	for (size_t i = 1; i < draft->language_count; i++)
		for (size_t j = 0; j < i; j++)
			if (str_equal(draft->languages[i].code,
				      draft->languages[j].code))
				tell(draft, draft->languages[i].place,
				     FAULT_ID_TWICE, draft->languages[i].code,
				     where(draft, draft->languages[j].place));
}

static struct str digits(const struct draft *draft, uint32_t number)
{
	struct buf text = { 0 };
	struct str kept;

	buf_number(&text, number);
	kept = buf_keep(&text, draft->arena);
	buf_free(&text);
	return kept;
}

static bool below_index(const struct draft *draft, uint32_t number)
{
	const struct draft_page *index = draft_page(draft, STR("index"));

	for (number /= 10; number; number /= 10)
		if (index && index->number == number)
			return true;
	return false;
}

static void check_number(const struct draft *draft,
			 const struct draft_page *page)
{
	uint32_t number = page->number;

	if (str_equal(page->id, STR("start"))) {
		if (page->number_text.at)
			tell(draft, page->place, FAULT_NUMBER_START, STR(""),
			     STR(""));
		return;
	}
	if (!number)
		return;
	if (number >= 10 && !draft_number(draft, number / 10))
		tell_missing(draft, page->place, FAULT_NUMBER_PARENT,
			     page->number_text, digits(draft, number / 10));
	else if (below_index(draft, number))
		tell(draft, page->place, FAULT_NUMBER_INDEX, page->number_text,
		     STR(""));
	if (page->number_text.bytes > FEW_KEYS)
		tell(draft, page->place, FAULT_NUMBER_LONG, page->number_text,
		     STR(""));
}

static void check_numbers(const struct draft *draft)
{
	for (size_t i = 0; i < draft->pages.count; i++)
		check_number(draft, &draft->pages.at[i]);
	for (size_t i = 1; i < draft->numbered; i++) {
		const struct draft_page *a =
			&draft->pages.at[draft->by_number[i - 1]];
		const struct draft_page *b =
			&draft->pages.at[draft->by_number[i]];

		if (a->number == b->number)
			tell(draft, b->place, FAULT_NUMBER_TWICE,
			     b->number_text, where(draft, a->place));
	}
}

/* ------------------------------------------------------------------------
 * Links.
 */

/* "här" says nothing where one cannot click. */
static void check_link_words(const struct draft *draft,
			     struct fault_place place, struct str words)
{
	struct buf lower = { 0 };

	words = markup_plain(draft->scratch, words);
	chars_lower(&lower, words);
	if (str_equal(buf_str(&lower), STR("här")) ||
	    str_equal(buf_str(&lower), STR("here")))
		tell(draft, place, FAULT_LINK_HERE, words, STR(""));
	buf_free(&lower);
}

/* In every language, but told where the master stands. */
static void check_links(const struct draft *draft,
			const struct draft_unit *unit, size_t language)
{
	const struct draft_text *text = draft_text(unit, language);

	for (size_t i = 0; i < text->spans.count; i++) {
		const struct draft_span *span = &text->spans.at[i];

		if (span->kind == FORMAT_LINK || span->kind == FORMAT_OUTSIDE)
			check_link_words(
				draft, unit->place,
				str_first(str_from(text->words, span->start),
					  span->bytes));
	}
}

/* ------------------------------------------------------------------------
 * Titles.
 */

static size_t widest(const struct draft *draft, const struct draft_unit *unit)
{
	size_t cols = 0;

	for (size_t i = 0; i < draft->language_count; i++) {
		size_t wide = chars_cols(draft_words(draft, unit, i));

		if (wide > cols)
			cols = wide;
	}
	return cols;
}

static size_t count_chars(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.bytes; i++)
		count += (text.at[i] & 0xC0) != 0x80;
	return count;
}

/* Some more than a title can hold, in a language. */
static bool title_long(const struct draft *draft, const struct draft_page *page,
		       size_t language)
{
	if (!page->title ||
	    count_chars(draft_words(draft, page->title, language)) <=
		    FORMAT_TITLE_CHARS)
		return false;
	tell(draft, page->title->place, FAULT_TITLE_LONG, STR(""), STR(""));
	return true;
}

static void check_title(const struct draft *draft,
			const struct draft_page *page)
{
	for (size_t i = 1; i < draft->language_count; i++)
		if (title_long(draft, page, i))
			return;
	if (page->title && !page->menu &&
	    widest(draft, page->title) > TITLE_COLS)
		tell(draft, page->title->place, FAULT_TITLE_WIDE, STR(""),
		     STR(""));
	if (page->menu && widest(draft, page->menu) > MENU_COLS)
		tell(draft, page->menu->place, FAULT_MENU_WIDE, STR(""),
		     STR(""));
}

static void check_short(const struct draft *draft,
			const struct draft_unit *unit)
{
	if (unit && widest(draft, unit) > SHORT_COLS)
		tell(draft, unit->place, FAULT_SHORT_WIDE, STR(""), STR(""));
}

static void check_pages(const struct draft *draft)
{
	for (size_t i = 0; i < draft->pages.count; i++)
		title_long(draft, &draft->pages.at[i], 0);
}

/* ------------------------------------------------------------------------
 * Terms.
 */

static bool same_term(const struct draft_term *a, const struct draft_term *b)
{
	return str_equal(a->language, b->language) &&
	       str_equal(a->text, b->text);
}

static void check_terms(const struct draft *draft)
{
	struct draft_term *const *sorted = draft->by_word;

	for (size_t i = 1; i < draft->terms.count; i++)
		if (same_term(sorted[i - 1], sorted[i]))
			tell(draft, sorted[i]->place, FAULT_TERM_TWICE,
			     sorted[i]->text,
			     where(draft, sorted[i - 1]->place));
}

/* ------------------------------------------------------------------------
 * Hours.
 */

/* [8, 12) and [13, 17) do not overlap; nor do [8, 12) and [12, 17). */
static void check_overlap(const struct draft *draft,
			  const struct draft_intervals *intervals)
{
	for (size_t i = 0; i < intervals->count; i++)
		for (size_t j = 0; j < i; j++) {
			const struct draft_interval *a = &intervals->at[i];
			const struct draft_interval *b = &intervals->at[j];

			if (a->days & b->days && a->from < b->to &&
			    b->from < a->to) {
				tell(draft, a->place, FAULT_TIME_OVERLAP,
				     STR(""), STR(""));
				break;
			}
		}
}

static void check_hours(const struct draft *draft)
{
	for (size_t i = 0; i < draft->hours.count; i++) {
		const struct draft_hours *hours = &draft->hours.at[i];

		check_overlap(draft, &hours->week);
		for (size_t j = 0; j < hours->seasons.count; j++)
			check_overlap(draft, &hours->seasons.at[j].intervals);
	}
}

static int by_hours_and_day(const void *left, const void *right)
{
	const struct draft_date *a = left, *b = right;
	int order = str_compare(a->hours, b->hours);

	if (order)
		return order;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	order = str_compare(a->place.file, b->place.file);
	if (order)
		return order;
	return (a->place.line > b->place.line) -
	       (a->place.line < b->place.line);
}

static void check_date(const struct draft *draft, const struct draft_date *date,
		       int32_t today)
{
	if (date->until < today)
		tell(draft, date->place, FAULT_DATE_PAST, STR(""), STR(""));
	check_overlap(draft, &date->intervals);
}

static void check_dates(struct draft *draft, int32_t today)
{
	const struct draft_date *last = NULL; /* of the table, the latest end */

	/* bind needs them in this order too. */
	if (draft->dates.count)
		qsort(draft->dates.at, draft->dates.count,
		      sizeof *draft->dates.at, by_hours_and_day);
	for (size_t i = 0; i < draft->dates.count; i++) {
		const struct draft_date *date = &draft->dates.at[i];
		bool same = last && str_equal(last->hours, date->hours);

		check_date(draft, date, today);
		if (same && last->until >= date->from)
			tell(draft, date->place, FAULT_DATE_TWICE,
			     where(draft, last->place), STR(""));
		if (!same || last->until < date->until)
			last = date;
	}
}

/* ------------------------------------------------------------------------
 * Data.
 */

static void check_tel(const struct draft *draft,
		      const struct draft_datum *datum, struct str words)
{
	if (!values_tel(datum->href))
		tell(draft, datum->place, FAULT_TEL_FORM, datum->href, STR(""));
	else if (!values_same_tel(words, datum->href))
		tell(draft, datum->place, FAULT_TEL_DIFFERS, words,
		     datum->href);
}

static void check_email(const struct draft *draft,
			const struct draft_datum *datum, struct str words)
{
	if (!values_email(words))
		tell(draft, datum->place, FAULT_EMAIL_FORM, words, STR(""));
	else if (!str_equal(datum->href,
			    str_join(draft->arena, STR("mailto:"), words)))
		tell(draft, datum->place, FAULT_HREF_DIFFERS, words,
		     datum->href);
}

static void check_url(const struct draft *draft,
		      const struct draft_datum *datum, struct str words)
{
	(void)words;
	if (!values_url(datum->href))
		tell(draft, datum->place, FAULT_URL_FORM, datum->href, STR(""));
}

static void check_orgnr(const struct draft *draft,
			const struct draft_datum *datum, struct str words)
{
	if (!values_orgnr(words))
		tell(draft, datum->place, FAULT_ORGNR_FORM, words, STR(""));
}

static void check_data(const struct draft *draft)
{
	static void (*const checks[])(const struct draft *draft,
				      const struct draft_datum *datum,
				      struct str words) = {
		[FORMAT_PART_TEL] = check_tel,
		[FORMAT_PART_EMAIL] = check_email,
		[FORMAT_PART_URL] = check_url,
		[FORMAT_PART_ADR] = NULL,
		[FORMAT_PART_ORGNR] = check_orgnr,
	};

	for (size_t i = 0; i < draft->contacts.count; i++)
		for (size_t j = 0; j < draft->contacts.at[i].data.count; j++) {
			const struct draft_datum *datum =
				&draft->contacts.at[i].data.at[j];

			if (checks[datum->part] && datum->values.count)
				checks[datum->part](
					draft, datum,
					draft_words(draft, datum->values.at[0],
						    0));
		}
}

void check_content(struct draft *draft, int32_t today)
{
	check_reserved(draft);
	check_ids(draft);
	check_languages(draft);
	check_numbers(draft);
	check_pages(draft);
	check_terms(draft);
	refer_check(draft);
	check_hours(draft);
	check_dates(draft, today);
	check_data(draft);
}

/* ------------------------------------------------------------------------
 * Wording, in all languages.
 */

static void check_unit_words(const struct draft *draft,
			     const struct draft_unit *unit)
{
	bool fits = true;

	for (size_t i = 0; i < draft->language_count; i++) {
		if (draft_words(draft, unit, i).bytes > FORMAT_UNIT_BYTES)
			fits = false;
		if (i == 0 || draft_translated(unit, i))
			check_links(draft, unit, i);
	}
	if (!fits)
		tell(draft, unit->place, FAULT_UNIT_LONG, STR(""), STR(""));
	arena_reset(draft->scratch);
}

void check_wording(const struct draft *draft)
{
	for (size_t i = 0; i < draft->units.count; i++)
		check_unit_words(draft, draft->units.at[i]);
	for (size_t i = 0; i < draft->pages.count; i++)
		check_title(draft, &draft->pages.at[i]);
	for (size_t i = 0; i < draft->hours.count; i++)
		check_short(draft, draft->hours.at[i].short_name);
	for (size_t i = 0; i < draft->notices.count; i++)
		check_short(draft, draft->notices.at[i].short_text);
}
