/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records are collected section by section in the machine's own words. Only
 * what must be sorted or stand together waits for the end: pages by id,
 * spans by unit, terms by language and order.
 */
#include "book/make.h"

#include "base/arena.h"
#include "base/die.h"
#include "text/order.h"

#include <stdlib.h>
#include <string.h>

enum { LETTERS_A_ROW = 4 }; /* A to Z or Ö in at most eight rows */

/* A span and the unit text it is in. */
struct pending_span {
	uint32_t unit_text;
	struct format_span span;
};

struct pending_term {
	struct str word;
	struct str see; /* empty: none */
	struct str key;
	uint32_t language;
	size_t letter;
	uint32_t page; /* handle */
	uint32_t block;
};

struct make {
	struct arena *arena;
	struct buf sections[FORMAT_SECTIONS];
	struct buf spans; /* struct pending_span */
	struct buf terms; /* struct pending_term */
	struct buf done;
	struct format_site site;
	enum format_section of;	     /* whose record blocks made next are in */
	size_t record, field;	     /* and where, in bytes: records move */
	enum format_section open_of; /* likewise of intervals */
	size_t open_record, open_field;
};

/* ------------------------------------------------------------------------
 * Records.
 */

static void add_bytes(struct buf *buf, const void *at, size_t bytes)
{
	buf_add(buf, (struct str){ at, bytes });
}

static uint32_t add(struct make *make, enum format_section section,
		    const void *record, size_t bytes)
{
	struct buf *buf = &make->sections[section];

	add_bytes(buf, record, bytes);
	return (uint32_t)(buf->bytes / bytes - 1);
}

#define ADD(make, section, record)                                             \
	add((make), (section), &(record), sizeof(record))
#define COUNT(make, section, type)                                             \
	((uint32_t)((make)->sections[section].bytes / sizeof(struct type)))
#define RECORD(make, section, type, index)                                     \
	(&((struct type *)(void *)(make)->sections[section].at)[index])
#define LAST(make, section, type)                                              \
	RECORD(make, section, type, COUNT(make, section, type) - 1)

static struct format_text pooled(struct make *make, const char *text)
{
	struct buf *pool = &make->sections[FORMAT_POOL];
	struct format_text piece = { (uint32_t)pool->bytes, 0 };

	if (!text)
		return (struct format_text){ 0 };
	buf_add(pool, str_of(text));
	piece.bytes = (uint32_t)pool->bytes - piece.offset;
	return piece;
}

/* Blocks, or intervals, made next belong to a range of the last record. */
#define BLOCKS_OF(make, section, type, range)                                  \
	begin_range(make, section, sizeof(struct type),                        \
		    offsetof(struct type, range), FORMAT_BLOCK)
#define INTERVALS_OF(make, section, type, range)                               \
	begin_range(make, section, sizeof(struct type),                        \
		    offsetof(struct type, range), FORMAT_INTERVAL)

static struct format_range *range_at(struct make *make,
				     enum format_section section, size_t record,
				     size_t field)
{
	return (void *)(make->sections[section].at + record + field);
}

static void begin_range(struct make *make, enum format_section section,
			size_t bytes, size_t field, enum format_section over)
{
	size_t record = make->sections[section].bytes - bytes;
	struct format_range *range = range_at(make, section, record, field);

	if (over == FORMAT_BLOCK) {
		make->of = section;
		make->record = record;
		make->field = field;
		range->first = COUNT(make, FORMAT_BLOCK, format_block);
	} else {
		make->open_of = section;
		make->open_record = record;
		make->open_field = field;
		range->first = COUNT(make, FORMAT_INTERVAL, format_interval);
	}
}

/* ------------------------------------------------------------------------
 * Beginning and end.
 */

struct make *make_new(void)
{
	struct arena *arena = arena_new();
	struct make *make = arena_one(arena, struct make);

	make->arena = arena;
	make->of = FORMAT_SECTIONS;
	make->open_of = FORMAT_SECTIONS;
	make->site.name = FORMAT_NONE;
	make->site.slogan = FORMAT_NONE;
	return make;
}

void make_free(struct make *make)
{
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++)
		buf_free(&make->sections[i]);
	buf_free(&make->spans);
	buf_free(&make->terms);
	buf_free(&make->done);
	arena_drop(make->arena);
}

/* ------------------------------------------------------------------------
 * Texts.
 */

uint32_t make_unit(struct make *make, const char *sv, const char *en)
{
	struct format_unit_text swedish = { .language = MAKE_SWEDISH };
	struct format_unit_text english = { .language = en ? MAKE_ENGLISH
							   : MAKE_SWEDISH };

	if (!sv)
		return FORMAT_NONE;
	swedish.text = pooled(make, sv);
	english.text = en ? pooled(make, en) : swedish.text;
	ADD(make, FORMAT_UNIT_TEXT, swedish);
	return ADD(make, FORMAT_UNIT_TEXT, english) / MAKE_LANGUAGES;
}

void make_span(struct make *make, uint32_t unit, uint32_t language,
	       const char *words, struct format_span span, const char *text)
{
	uint32_t index = unit * MAKE_LANGUAGES + language;
	struct format_text in =
		RECORD(make, FORMAT_UNIT_TEXT, format_unit_text, index)->text;
	const char *at = make->sections[FORMAT_POOL].at + in.offset;
	size_t bytes = strlen(words), start = 0;

	while (start + bytes <= in.bytes &&
	       memcmp(at + start, words, bytes) != 0)
		start++;
	die_unless(start + bytes <= in.bytes);
	span.start = (uint32_t)start;
	span.bytes = (uint32_t)bytes;
	span.text = pooled(make, text);
	add_bytes(&make->spans, &(struct pending_span){ index, span },
		  sizeof(struct pending_span));
}

void make_site(struct make *make, const char *name, const char *slogan,
	       int32_t updated)
{
	make->site.name = make_unit(make, name, NULL);
	make->site.slogan = make_unit(make, slogan, NULL);
	make->site.updated = (uint32_t)updated;
}

/* ------------------------------------------------------------------------
 * Pages and blocks.
 */

uint32_t make_page(struct make *make, const char *id, uint32_t number,
		   const char *sv, const char *en)
{
	struct format_page page = { .id = pooled(make, id),
				    .number = number,
				    .parent = FORMAT_NONE,
				    .title = make_unit(make, sv, en),
				    .menu = FORMAT_NONE };
	uint32_t handle = ADD(make, FORMAT_PAGE, page);

	BLOCKS_OF(make, FORMAT_PAGE, format_page, blocks);
	return handle;
}

void make_menu(struct make *make, const char *sv, const char *en)
{
	uint32_t unit = make_unit(make, sv, en);

	LAST(make, FORMAT_PAGE, format_page)->menu = unit;
}

void make_source(struct make *make, const char *of, uint32_t year,
		 uint32_t month)
{
	struct format_source source = { pooled(make, of), year, month };

	LAST(make, FORMAT_PAGE, format_page)->source = source;
}

void make_easy(struct make *make)
{
	BLOCKS_OF(make, FORMAT_PAGE, format_page, easy);
}

void make_block(struct make *make, struct format_block block)
{
	struct format_range *range;

	die_unless(make->of != FORMAT_SECTIONS);
	range = range_at(make, make->of, make->record, make->field);
	die_unless(range->first + range->count ==
		   COUNT(make, FORMAT_BLOCK, format_block));
	range->count++;
	ADD(make, FORMAT_BLOCK, block);
}

uint32_t make_text(struct make *make, enum format_block_kind kind,
		   const char *sv, const char *en)
{
	uint32_t unit = make_unit(make, sv, en);
	bool prose = kind == FORMAT_PARAGRAPH || kind == FORMAT_HEADING ||
		     kind == FORMAT_BULLET || kind == FORMAT_NUMBERED;

	make_block(make, (struct format_block){ .kind = kind,
						.unit = unit,
						.a = FORMAT_NONE,
						.b = FORMAT_NONE,
						.prose = prose });
	return unit;
}

/* ------------------------------------------------------------------------
 * Contacts, hours, notices.
 */

uint32_t make_contact(struct make *make, const char *id)
{
	struct format_contact contact = {
		.id = pooled(make, id),
		.checked = FORMAT_NONE,
		.data = { COUNT(make, FORMAT_DATUM, format_datum), 0 },
	};

	return ADD(make, FORMAT_CONTACT, contact);
}

uint32_t make_datum(struct make *make, enum format_part part,
		    const char *label_sv, const char *label_en,
		    const char *value_sv, const char *value_en,
		    const char *href)
{
	struct format_datum datum = {
		.part = part,
		.label = make_unit(make, label_sv, label_en),
		.value = make_unit(make, value_sv, value_en),
		.values = 1,
		.href = pooled(make, href),
	};

	LAST(make, FORMAT_CONTACT, format_contact)->data.count++;
	return ADD(make, FORMAT_DATUM, datum);
}

uint32_t make_hours(struct make *make, const char *id, const char *sv,
		    const char *en, uint32_t contact)
{
	struct format_hours hours = {
		.id = pooled(make, id),
		.title = make_unit(make, sv, en),
		.short_name = make_unit(make, sv, en),
		.contact = contact,
		.checked = FORMAT_NONE,
		.seasons = { COUNT(make, FORMAT_SEASON, format_season), 0 },
		.dates = { COUNT(make, FORMAT_DATE, format_date), 0 },
	};
	uint32_t index = ADD(make, FORMAT_HOURS, hours);

	INTERVALS_OF(make, FORMAT_HOURS, format_hours, week);
	BLOCKS_OF(make, FORMAT_HOURS, format_hours, notes);
	return index;
}

void make_policies(struct make *make, enum format_policy holidays,
		   enum format_policy eves, enum format_policy near)
{
	struct format_hours *hours = LAST(make, FORMAT_HOURS, format_hours);

	hours->holidays = holidays;
	hours->eves = eves;
	hours->near = near;
}

void make_open(struct make *make, uint32_t days, uint32_t from, uint32_t to)
{
	struct format_interval interval = { days, from, to };
	struct format_range *range;

	die_unless(make->open_of != FORMAT_SECTIONS);
	range = range_at(make, make->open_of, make->open_record,
			 make->open_field);
	range->count++;
	ADD(make, FORMAT_INTERVAL, interval);
}

void make_season(struct make *make, bool in_weeks, uint32_t from,
		 uint32_t until, const char *sv, const char *en)
{
	struct format_season season = { .title = make_unit(make, sv, en),
					.in_weeks = in_weeks,
					.from = from,
					.until = until };

	ADD(make, FORMAT_SEASON, season);
	LAST(make, FORMAT_HOURS, format_hours)->seasons.count++;
	INTERVALS_OF(make, FORMAT_SEASON, format_season, intervals);
}

void make_date(struct make *make, int32_t from, int32_t until,
	       enum format_date_is is, const char *reason_sv,
	       const char *reason_en)
{
	struct format_date date = {
		.from = (uint32_t)from,
		.until = (uint32_t)until,
		.is = is,
		.reason = make_unit(make, reason_sv, reason_en),
	};
	struct format_range *dates =
		&LAST(make, FORMAT_HOURS, format_hours)->dates;

	if (dates->count)
		die_unless(LAST(make, FORMAT_DATE, format_date)->until <
			   date.from);
	dates->count++;
	ADD(make, FORMAT_DATE, date);
	INTERVALS_OF(make, FORMAT_DATE, format_date, intervals);
}

void make_notice(struct make *make, uint32_t from, uint32_t until,
		 const char *sv, const char *en)
{
	struct format_notice notice = { .from = from,
					.until = until,
					.short_text = make_unit(make, sv, en) };

	ADD(make, FORMAT_NOTICE, notice);
	BLOCKS_OF(make, FORMAT_NOTICE, format_notice, blocks);
}

uint32_t make_town_hall(struct make *make)
{
	uint32_t contact = make_contact(make, "kommun");
	uint32_t hours;

	make_datum(make, FORMAT_PART_TEL, "Telefon", "Phone", "0582-68 50 00",
		   "+46 582 68 50 00", "tel:+46582685000");
	hours = make_hours(make, "kommunhuset", "Kommunhuset", "Town hall",
			   contact);
	make_open(make, MAKE_MON_THU, 8 * 60, 17 * 60);
	make_open(make, MAKE_FRI, 8 * 60, 16 * 60);
	make_season(make, true, 25, 32, "Sommaröppettider", "Summer hours");
	make_open(make, MAKE_MON_THU, 8 * 60, 16 * 60);
	make_open(make, MAKE_FRI, 8 * 60, 15 * 60);
	return hours;
}

int32_t make_day(int year, int month, int day)
{
	return calendar_day((struct calendar_date){ year, month, day });
}

/* ------------------------------------------------------------------------
 * Terms.
 */

static enum order_alphabet alphabet_of(uint32_t language)
{
	return language == MAKE_SWEDISH ? ORDER_SWEDISH : ORDER_ENGLISH;
}

static void add_term(struct make *make, struct pending_term term)
{
	struct buf key = { 0 };

	order_key(&key, alphabet_of(term.language), term.word);
	term.key = buf_keep(&key, make->arena);
	term.letter = order_letter(alphabet_of(term.language), term.key);
	buf_free(&key);
	add_bytes(&make->terms, &term, sizeof term);
}

void make_term(struct make *make, uint32_t language, const char *word,
	       uint32_t page, uint32_t block)
{
	add_term(make, (struct pending_term){ .word = str_of(word),
					      .language = language,
					      .page = page,
					      .block = block });
}

void make_see(struct make *make, uint32_t language, const char *word,
	      const char *target)
{
	add_term(make, (struct pending_term){ .word = str_of(word),
					      .see = str_of(target),
					      .language = language });
}

static int by_order(const void *left, const void *right)
{
	const struct pending_term *a = left, *b = right;

	if (a->language != b->language)
		return a->language < b->language ? -1 : 1;
	if (a->letter != b->letter)
		return a->letter < b->letter ? -1 : 1;
	return str_compare(a->key, b->key);
}

/* The term that a see-reference names, in the sorted list. */
static uint32_t target_of(const struct pending_term *terms, size_t count,
			  const struct pending_term *term)
{
	for (uint32_t i = 0; i < count; i++)
		if (terms[i].language == term->language && !terms[i].see.at &&
		    str_equal(terms[i].word, term->see))
			return i;
	die_unless(!"a term to see");
	return FORMAT_NONE;
}

static struct format_text pooled_form(struct make *make, enum order_form form,
				      struct str word)
{
	struct format_text piece;
	struct buf key = { 0 };

	order_form(&key, form, word);
	buf_byte(&key, '\0');
	piece = pooled(make, key.at);
	buf_free(&key);
	return piece;
}

static void lay_term(struct make *make, const struct pending_term *terms,
		     size_t count, const struct pending_term *term,
		     const uint32_t *page_index)
{
	uint32_t see =
		term->see.at ? target_of(terms, count, term) : FORMAT_NONE;
	const struct pending_term *to = term->see.at ? &terms[see] : term;
	struct format_term record = { .shown = pooled(make, term->word.at),
				      .see = see,
				      .page = page_index[to->page],
				      .block = to->block };

	for (unsigned form = 0; form < FORMAT_LOOKUP_KEYS; form++)
		record.key[form] =
			pooled_form(make, (enum order_form)form, term->word);
	ADD(make, FORMAT_TERM, record);
}

static void lay_letters(struct make *make, uint32_t language,
			const struct pending_term *terms, size_t count,
			uint32_t term)
{
	struct str letters[29];
	size_t letter_count = order_letters(alphabet_of(language), letters);

	for (size_t i = 0; i < letter_count; i++) {
		struct format_letter letter = {
			.letter = { (uint32_t)make->sections[FORMAT_POOL].bytes,
				    (uint32_t)letters[i].bytes },
			.row = (uint32_t)i / LETTERS_A_ROW,
			.terms = { term, 0 },
		};

		buf_add(&make->sections[FORMAT_POOL], letters[i]);
		while (term < count && terms[term].language == language &&
		       terms[term].letter == i) {
			letter.terms.count++;
			term++;
		}
		ADD(make, FORMAT_LETTER, letter);
	}
}

static void lay_languages(struct make *make, const uint32_t *page_index)
{
	static const char *const codes[] = { "sv", "en" };
	static const char *const names[] = { "Svenska", "English" };
	struct pending_term *terms = (void *)make->terms.at;
	size_t count = make->terms.bytes / sizeof *terms;

	if (count)
		qsort(terms, count, sizeof *terms, by_order);
	for (size_t i = 0; i < count; i++)
		lay_term(make, terms, count, &terms[i], page_index);
	for (uint32_t i = 0, term = 0; i < MAKE_LANGUAGES; i++) {
		struct format_language language = {
			.code = pooled(make, codes[i]),
			.name = pooled(make, names[i]),
			.letters = { COUNT(make, FORMAT_LETTER, format_letter),
				     0 },
			.terms = { term, 0 },
		};

		lay_letters(make, i, terms, count, term);
		language.letters.count =
			COUNT(make, FORMAT_LETTER, format_letter) -
			language.letters.first;
		while (term < count && terms[term].language == i)
			term++;
		language.terms.count = term - language.terms.first;
		ADD(make, FORMAT_LANGUAGE, language);
	}
}

/* ------------------------------------------------------------------------
 * Laying out.
 */

static struct str id_of(const struct make *make, uint32_t page)
{
	struct format_text id =
		RECORD(make, FORMAT_PAGE, format_page, page)->id;

	return (struct str){ make->sections[FORMAT_POOL].at + id.offset,
			     id.bytes };
}

/* Sorts pages by id; returns where each handle's page has gone. */
static uint32_t *sort_pages(struct make *make)
{
	uint32_t count = COUNT(make, FORMAT_PAGE, format_page);
	uint32_t *index = arena_array(make->arena, count + 1, sizeof *index);
	struct format_page *sorted =
		arena_array(make->arena, count + 1, sizeof *sorted);

	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t j = 0; j < count; j++)
			index[i] +=
				str_compare(id_of(make, j), id_of(make, i)) < 0;
		sorted[index[i]] = *RECORD(make, FORMAT_PAGE, format_page, i);
	}
	buf_clear(&make->sections[FORMAT_PAGE]);
	add_bytes(&make->sections[FORMAT_PAGE], sorted, count * sizeof *sorted);
	return index;
}

static int by_key(const void *left, const void *right)
{
	const struct format_number *a = left, *b = right;

	return (a->key > b->key) - (a->key < b->key);
}

static void lay_numbers(struct make *make)
{
	struct buf *numbers = &make->sections[FORMAT_NUMBER];

	for (uint32_t i = 0; i < COUNT(make, FORMAT_PAGE, format_page); i++) {
		struct format_number number = {
			book_number_key(
				RECORD(make, FORMAT_PAGE, format_page, i)
					->number),
			i
		};

		if (number.key)
			ADD(make, FORMAT_NUMBER, number);
	}
	if (numbers->bytes)
		qsort(numbers->at,
		      numbers->bytes / sizeof(struct format_number),
		      sizeof(struct format_number), by_key);
}

/* The page whose number is one digit shorter; start above one digit. */
static void lay_parents(struct make *make)
{
	uint32_t count = COUNT(make, FORMAT_PAGE, format_page);

	for (uint32_t i = 0; i < count; i++) {
		struct format_page *page =
			RECORD(make, FORMAT_PAGE, format_page, i);

		for (uint32_t j = 0; j < count && page->number; j++) {
			uint32_t number =
				RECORD(make, FORMAT_PAGE, format_page, j)
					->number;
			bool start = str_equal(id_of(make, j), STR("start"));

			if (page->number < 10 ? start
					      : number == page->number / 10)
				page->parent = j;
		}
	}
}

static void lay_spans(struct make *make, const uint32_t *page_index)
{
	const struct pending_span *spans = (void *)make->spans.at;
	size_t count = make->spans.bytes / sizeof *spans;
	uint32_t texts = COUNT(make, FORMAT_UNIT_TEXT, format_unit_text);

	for (uint32_t i = 0; i < texts; i++) {
		struct format_range range = {
			COUNT(make, FORMAT_SPAN, format_span), 0
		};

		for (size_t j = 0; j < count; j++) {
			struct format_span span = spans[j].span;

			if (spans[j].unit_text != i)
				continue;
			if (span.kind == FORMAT_LINK)
				span.a = page_index[span.a];
			ADD(make, FORMAT_SPAN, span);
			range.count++;
		}
		RECORD(make, FORMAT_UNIT_TEXT, format_unit_text, i)->spans =
			range;
	}
}

static void add_word(struct buf *out, uint32_t word)
{
	for (unsigned i = 0; i < 4; i++)
		buf_byte(out, (char)(word >> 8 * i & 0xFF));
}

static void lay_header(struct make *make)
{
	static const size_t bytes[FORMAT_SECTIONS] = {
		sizeof(struct format_site),
		sizeof(struct format_language),
		sizeof(struct format_page),
		sizeof(struct format_number),
		sizeof(struct format_block),
		sizeof(struct format_unit_text),
		sizeof(struct format_span),
		sizeof(struct format_contact),
		sizeof(struct format_datum),
		sizeof(struct format_hours),
		sizeof(struct format_season),
		sizeof(struct format_date),
		sizeof(struct format_interval),
		sizeof(struct format_notice),
		sizeof(struct format_letter),
		sizeof(struct format_term),
		sizeof(struct format_passage),
		sizeof(struct format_sought),
		1,
	};
	uint32_t offset = sizeof(struct format_header), total = offset;

	for (unsigned i = 0; i < FORMAT_SECTIONS; i++)
		total += (uint32_t)make->sections[i].bytes;
	add_bytes(&make->done, FORMAT_MAGIC, sizeof FORMAT_MAGIC);
	add_word(&make->done, FORMAT_VERSION);
	add_word(&make->done, total);
	add_word(&make->done, FORMAT_SECTIONS);
	for (unsigned i = 0; i < FORMAT_SECTIONS; i++) {
		add_word(&make->done, offset);
		add_word(&make->done,
			 (uint32_t)(make->sections[i].bytes / bytes[i]));
		offset += (uint32_t)make->sections[i].bytes;
	}
}

struct str make_bytes(struct make *make)
{
	if (make->done.bytes == 0) {
		uint32_t *page_index = sort_pages(make);

		ADD(make, FORMAT_SITE, make->site);
		lay_parents(make);
		lay_numbers(make);
		lay_languages(make, page_index);
		lay_spans(make, page_index);
		lay_header(make);
		for (unsigned i = 0; i < FORMAT_POOL; i++) {
			const uint32_t *words = (void *)make->sections[i].at;

			for (size_t j = 0; j < make->sections[i].bytes / 4; j++)
				add_word(&make->done, words[j]);
		}
		buf_add(&make->done, buf_str(&make->sections[FORMAT_POOL]));
	}
	return buf_str(&make->done);
}

struct book make_book(struct make *make)
{
	struct str bytes = make_bytes(make);
	struct book book;

	die_unless(book_open(&book, bytes.at, bytes.bytes) == BOOK_GOOD);
	return book;
}
