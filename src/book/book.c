/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/book.h"

#include "text/chars.h"

#include <string.h>

/* Words of a record of each section; the pool has none. */
#define WORDS(type) (sizeof(struct type) / sizeof(uint32_t))

static const size_t record_words[FORMAT_SECTIONS] = {
	[FORMAT_SITE] = WORDS(format_site),
	[FORMAT_LANGUAGE] = WORDS(format_language),
	[FORMAT_PAGE] = WORDS(format_page),
	[FORMAT_NUMBER] = WORDS(format_number),
	[FORMAT_BLOCK] = WORDS(format_block),
	[FORMAT_UNIT_TEXT] = WORDS(format_unit_text),
	[FORMAT_SPAN] = WORDS(format_span),
	[FORMAT_CONTACT] = WORDS(format_contact),
	[FORMAT_DATUM] = WORDS(format_datum),
	[FORMAT_HOURS] = WORDS(format_hours),
	[FORMAT_SEASON] = WORDS(format_season),
	[FORMAT_DATE] = WORDS(format_date),
	[FORMAT_INTERVAL] = WORDS(format_interval),
	[FORMAT_NOTICE] = WORDS(format_notice),
	[FORMAT_LETTER] = WORDS(format_letter),
	[FORMAT_TERM] = WORDS(format_term),
	[FORMAT_PASSAGE] = WORDS(format_passage),
	[FORMAT_SOUGHT] = WORDS(format_sought),
	[FORMAT_POOL] = 0,
};

static uint32_t word_at(const unsigned char *at)
{
	return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
	       (uint32_t)at[3] << 24;
}

static void read_words(const unsigned char *from, void *to, size_t words)
{
	uint32_t *out = to;

	for (size_t i = 0; i < words; i++)
		out[i] = word_at(from + 4 * i);
}

/* Leaves *record as it is when there is none with this index. */
static bool read_record(const struct book *book, enum format_section section,
			uint32_t index, void *record)
{
	size_t words = record_words[section];

	if (index >= book->extent[section].count)
		return false;
	read_words(book->at + book->extent[section].offset +
			   (size_t)index * words * 4,
		   record, words);
	return true;
}

/* A range as far as its section goes. */
static void cut(const struct book *book, enum format_section section,
		struct format_range *range)
{
	uint32_t count = book->extent[section].count;

	if (range->first > count)
		*range = (struct format_range){ 0 };
	else if (range->count > count - range->first)
		range->count = count - range->first;
}

/* ------------------------------------------------------------------------
 * Opening.
 */

static bool section_fits(const struct format_header *header, unsigned section)
{
	struct format_extent extent = header->extent[section];
	uint64_t bytes =
		section == FORMAT_POOL
			? extent.count
			: (uint64_t)extent.count * record_words[section] * 4;

	return extent.offset % 4 == 0 &&
	       extent.offset >= sizeof(struct format_header) &&
	       extent.offset <= header->bytes &&
	       bytes <= header->bytes - extent.offset;
}

static bool sections_fit(const struct format_header *header)
{
	for (unsigned section = 0; section < FORMAT_SECTIONS; section++)
		if (!section_fits(header, section))
			return false;
	return true;
}

/* What a book cannot be read without. */
static bool complete(const struct book *book)
{
	uint64_t units = book->extent[FORMAT_UNIT_TEXT].count;

	return book->extent[FORMAT_SITE].count == 1 && book->languages > 0 &&
	       book->languages <= FORMAT_LANGUAGES &&
	       units % book->languages == 0 && book_start(book) != FORMAT_NONE;
}

enum book_fault book_open(struct book *book, const void *memory, size_t bytes)
{
	const unsigned char *at = memory;
	struct format_header header;
	struct book open;

	if (bytes < sizeof header.magic ||
	    memcmp(at, FORMAT_MAGIC, sizeof header.magic) != 0)
		return BOOK_FOREIGN;
	if (bytes < sizeof header)
		return BOOK_TRUNCATED;
	read_words(at + sizeof header.magic, &header.version,
		   (sizeof header - sizeof header.magic) / 4);
	if (header.version != FORMAT_VERSION ||
	    header.sections != FORMAT_SECTIONS)
		return BOOK_VERSION;
	if (header.bytes != bytes)
		return BOOK_TRUNCATED;
	if (!sections_fit(&header))
		return BOOK_DAMAGED;
	open = (struct book){ .at = at,
			      .bytes = bytes,
			      .languages =
				      header.extent[FORMAT_LANGUAGE].count };
	memcpy(open.extent, header.extent, sizeof open.extent);
	if (!complete(&open))
		return BOOK_DAMAGED;
	*book = open;
	return BOOK_GOOD;
}

uint32_t book_count(const struct book *book, enum format_section section)
{
	return book->extent[section].count;
}

/* ------------------------------------------------------------------------
 * Records. What each is initialised with is what a wrong index gives.
 */

struct format_site book_site(const struct book *book)
{
	struct format_site site = { .name = FORMAT_NONE,
				    .slogan = FORMAT_NONE };

	read_record(book, FORMAT_SITE, 0, &site);
	return site;
}

struct format_language book_language(const struct book *book, uint32_t index)
{
	struct format_language language = { 0 };

	read_record(book, FORMAT_LANGUAGE, index, &language);
	cut(book, FORMAT_LETTER, &language.letters);
	cut(book, FORMAT_TERM, &language.terms);
	return language;
}

struct format_page book_page(const struct book *book, uint32_t index)
{
	struct format_page page = { .parent = FORMAT_NONE,
				    .title = FORMAT_NONE,
				    .menu = FORMAT_NONE };

	read_record(book, FORMAT_PAGE, index, &page);
	cut(book, FORMAT_BLOCK, &page.blocks);
	cut(book, FORMAT_BLOCK, &page.easy);
	return page;
}

struct format_number book_number(const struct book *book, uint32_t index)
{
	struct format_number number = { .page = FORMAT_NONE };

	read_record(book, FORMAT_NUMBER, index, &number);
	return number;
}

struct format_block book_block(const struct book *book, uint32_t index)
{
	struct format_block block = { .unit = FORMAT_NONE,
				      .a = FORMAT_NONE,
				      .b = FORMAT_NONE };

	read_record(book, FORMAT_BLOCK, index, &block);
	return block;
}

struct format_span book_span(const struct book *book, uint32_t index)
{
	struct format_span span = { .a = FORMAT_NONE, .b = FORMAT_NONE };

	read_record(book, FORMAT_SPAN, index, &span);
	return span;
}

struct format_contact book_contact(const struct book *book, uint32_t index)
{
	struct format_contact contact = { .checked = FORMAT_NONE };

	read_record(book, FORMAT_CONTACT, index, &contact);
	cut(book, FORMAT_DATUM, &contact.data);
	return contact;
}

struct format_datum book_datum(const struct book *book, uint32_t index)
{
	struct format_datum datum = { .label = FORMAT_NONE,
				      .value = FORMAT_NONE };

	read_record(book, FORMAT_DATUM, index, &datum);
	return datum;
}

struct format_hours book_hours(const struct book *book, uint32_t index)
{
	struct format_hours hours = { .title = FORMAT_NONE,
				      .short_name = FORMAT_NONE,
				      .contact = FORMAT_NONE,
				      .checked = FORMAT_NONE };

	read_record(book, FORMAT_HOURS, index, &hours);
	cut(book, FORMAT_INTERVAL, &hours.week);
	cut(book, FORMAT_SEASON, &hours.seasons);
	cut(book, FORMAT_DATE, &hours.dates);
	cut(book, FORMAT_BLOCK, &hours.notes);
	return hours;
}

struct format_season book_season(const struct book *book, uint32_t index)
{
	struct format_season season = { .title = FORMAT_NONE };

	read_record(book, FORMAT_SEASON, index, &season);
	cut(book, FORMAT_INTERVAL, &season.intervals);
	return season;
}

struct format_date book_date(const struct book *book, uint32_t index)
{
	struct format_date date = { .reason = FORMAT_NONE };

	read_record(book, FORMAT_DATE, index, &date);
	cut(book, FORMAT_INTERVAL, &date.intervals);
	return date;
}

struct format_interval book_interval(const struct book *book, uint32_t index)
{
	struct format_interval interval = { 0 };

	read_record(book, FORMAT_INTERVAL, index, &interval);
	return interval;
}

struct format_notice book_notice(const struct book *book, uint32_t index)
{
	struct format_notice notice = { .short_text = FORMAT_NONE };

	read_record(book, FORMAT_NOTICE, index, &notice);
	cut(book, FORMAT_BLOCK, &notice.blocks);
	return notice;
}

struct format_letter book_letter(const struct book *book, uint32_t index)
{
	struct format_letter letter = { 0 };

	read_record(book, FORMAT_LETTER, index, &letter);
	cut(book, FORMAT_TERM, &letter.terms);
	return letter;
}

struct format_term book_term(const struct book *book, uint32_t index)
{
	struct format_term term = { .see = FORMAT_NONE,
				    .page = FORMAT_NONE,
				    .block = FORMAT_NONE };

	read_record(book, FORMAT_TERM, index, &term);
	return term;
}

struct format_passage book_passage(const struct book *book, uint32_t index)
{
	struct format_passage passage = { .unit = FORMAT_NONE,
					  .block = FORMAT_NONE,
					  .standing = FORMAT_IN_TEXT };

	read_record(book, FORMAT_PASSAGE, index, &passage);
	return passage;
}

struct format_sought book_sought(const struct book *book, uint32_t page,
				 uint32_t language)
{
	struct format_sought sought = { 0 };
	uint32_t pages = book->extent[FORMAT_PAGE].count;
	uint64_t index = (uint64_t)language * pages + page;

	if (page < pages && index < UINT32_MAX)
		read_record(book, FORMAT_SOUGHT, (uint32_t)index, &sought);
	cut(book, FORMAT_PASSAGE, &sought.passages);
	return sought;
}

struct format_unit_text book_unit(const struct book *book, uint32_t unit,
				  uint32_t language)
{
	struct format_unit_text text = { 0 };
	uint64_t index = (uint64_t)unit * book->languages + language;

	if (language < book->languages && index < UINT32_MAX)
		read_record(book, FORMAT_UNIT_TEXT, (uint32_t)index, &text);
	cut(book, FORMAT_SPAN, &text.spans);
	return text;
}

/* ------------------------------------------------------------------------
 * Text.
 */

struct str book_bytes(const struct book *book, struct format_text text)
{
	struct format_extent pool = book->extent[FORMAT_POOL];

	if (text.offset > pool.count || text.bytes > pool.count - text.offset)
		return STR("");
	return (struct str){ (const char *)book->at + pool.offset + text.offset,
			     text.bytes };
}

/* U+000A is a line's end; every other control character is damage. */
struct str book_text(const struct book *book, struct format_text text)
{
	struct str found = book_bytes(book, text);

	return chars_clean(found) ? found : STR("");
}

struct str book_unit_text(const struct book *book, uint32_t unit,
			  uint32_t language)
{
	return book_text(book, book_unit(book, unit, language).text);
}

/* ------------------------------------------------------------------------
 * Finding.
 */

/* Halves the range each time, so it ends on unsorted sections too. */
uint32_t book_find_page(const struct book *book, struct str id)
{
	uint32_t from = 0, to = book_count(book, FORMAT_PAGE);

	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		int order = str_compare(
			id, book_text(book, book_page(book, middle).id));

		if (order == 0)
			return middle;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return FORMAT_NONE;
}

uint32_t book_number_key(uint32_t number)
{
	uint32_t least = 1;

	for (unsigned i = 1; i < FORMAT_NUMBER_DIGITS; i++)
		least *= 10;
	if (number == 0 || number >= least * 10)
		return 0;
	while (number < least)
		number *= 10;
	return number;
}

uint32_t book_find_number(const struct book *book, uint32_t number)
{
	uint32_t key = book_number_key(number);
	uint32_t from = 0, to = book_count(book, FORMAT_NUMBER);

	while (key && from < to) {
		uint32_t middle = from + (to - from) / 2;
		struct format_number record = book_number(book, middle);

		/* 41 and 410 have one key, but no number has a 0. */
		if (record.key == key)
			return record.page;
		if (key < record.key)
			to = middle;
		else
			from = middle + 1;
	}
	return FORMAT_NONE;
}

uint32_t book_find_language(const struct book *book, struct str code)
{
	for (uint32_t i = 0; i < book->languages; i++)
		if (str_equal(code,
			      book_text(book, book_language(book, i).code)))
			return i;
	return FORMAT_NONE;
}

uint32_t book_start(const struct book *book)
{
	return book_find_page(book, STR("start"));
}

/* The n-th page without a number, by id, start left out. */
static uint32_t nth_unnumbered(const struct book *book, uint32_t n)
{
	uint32_t start = book_start(book);

	for (uint32_t i = 0; i < book_count(book, FORMAT_PAGE); i++) {
		if (i == start || book_page(book, i).number)
			continue;
		if (n-- == 0)
			return i;
	}
	return FORMAT_NONE;
}

uint32_t book_nth_page(const struct book *book, uint32_t n)
{
	uint32_t numbered = book_count(book, FORMAT_NUMBER);

	if (n == 0)
		return book_start(book);
	if (n <= numbered)
		return book_number(book, n - 1).page;
	return nth_unnumbered(book, n - 1 - numbered);
}
