/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/making.h"

/* A damaged book may claim any number of spans; no honest unit has more. */
enum { SPANS_FOLLOWED = 256 };

struct dates_how making_words(const struct making *making)
{
	return (struct dates_how){ .book = making->book,
				   .catalog = making->catalog,
				   .language = making->how->language };
}

void making_holds_until(struct making *making, int64_t instant)
{
	if (instant < making->until)
		making->until = instant;
}

uint32_t making_digit(struct making *making)
{
	for (uint32_t digit = 1; digit <= 8; digit++)
		if (!(making->digits & 1u << digit)) {
			making->digits |= 1u << digit;
			return digit;
		}
	return 0;
}

/* ------------------------------------------------------------------------
 * Units: text with markup.
 */

/* A unit's text and the spans of it that are followed. */
struct unit {
	struct str text;
	uint32_t language;
	struct format_range spans;
};

static struct unit unit_of(const struct making *making, uint32_t unit)
{
	struct format_unit_text record =
		book_unit(making->book, unit, making->how->language);

	if (record.spans.count > SPANS_FOLLOWED)
		record.spans.count = SPANS_FOLLOWED;
	return (struct unit){ book_text(making->book, record.text),
			      record.language, record.spans };
}

static enum sheet_role role_of_span(uint32_t kind, enum sheet_role outer)
{
	if (kind == FORMAT_EM)
		return SHEET_EM;
	if (kind == FORMAT_STRONG)
		return SHEET_STRONG;
	return outer;
}

/*
 * Adds the text from `from` to the next place where a span begins or ends,
 * in the role of the innermost span; returns that place.
 */
static size_t add_stretch(struct making *making, const struct unit *unit,
			  size_t from, enum sheet_role role)
{
	size_t to = unit->text.bytes;
	struct str spoken = { 0 };
	bool whole = false;

	for (uint32_t i = 0; i < unit->spans.count; i++) {
		struct format_span span =
			book_span(making->book, unit->spans.first + i);
		size_t end = (size_t)span.start + span.bytes;

		if (span.start > from && span.start < to)
			to = span.start;
		if (span.start > from || end <= from)
			continue;
		if (end < to)
			to = end;
		role = role_of_span(span.kind, role);
		whole = whole || span.kind == FORMAT_DATUM_REF;
		if (making->reader && span.kind == FORMAT_SPOKEN)
			spoken = book_text(making->book, span.text);
	}
	if (!spoken.bytes)
		spoken = str_first(str_from(unit->text, from), to - from);
	if (whole)
		lines_add_whole(&making->lines, spoken, role);
	else
		lines_add(&making->lines, spoken, role);
	return to;
}

void making_add_unit(struct making *making, uint32_t unit, enum sheet_role role)
{
	struct unit at = unit_of(making, unit);

	for (size_t from = 0; from < at.text.bytes;)
		from = add_stretch(making, &at, from, role);
	if (at.text.bytes && at.language != making->how->language) {
		lines_add(&making->lines, STR(" "), SHEET_NOTE);
		making_add_words(making, WORDS_NOT_TRANSLATED, SHEET_NOTE);
	}
}

void making_add_words(struct making *making, enum words words,
		      enum sheet_role role)
{
	lines_add(&making->lines, words_say(making->catalog, words), role);
}

void making_end(struct making *making)
{
	lines_end(&making->lines, 0, SHEET_NONE);
}

/* ------------------------------------------------------------------------
 * Items.
 */

int32_t making_item(struct making *making, struct sheet_item item)
{
	const char digit[] = { (char)('0' + item.digit), ' ' };
	int32_t index = lines_item(&making->lines, item);

	if (item.digit)
		lines_add(&making->lines, (struct str){ digit, sizeof digit },
			  SHEET_ITEM);
	return index;
}

void making_end_item(struct making *making, int32_t item)
{
	lines_end(&making->lines, making->lines.items[item].digit ? 2 : 0,
		  item);
}

void making_open_item(struct making *making, uint32_t digit, uint32_t page,
		      uint32_t block, struct str label)
{
	int32_t item =
		making_item(making, (struct sheet_item){ .act = SHEET_OPEN,
							 .digit = digit,
							 .page = page,
							 .block = block });

	lines_add(&making->lines, label, SHEET_ITEM);
	making_end_item(making, item);
}

/* An item of the program's words. */
void making_words_item(struct making *making, struct sheet_item item,
		       enum words words)
{
	int32_t index = making_item(making, item);

	making_add_words(making, words, SHEET_ITEM);
	making_end_item(making, index);
}

static uint32_t label_unit(const struct making *making, uint32_t page)
{
	struct format_page record = book_page(making->book, page);

	return record.menu == FORMAT_NONE ? record.title : record.menu;
}

struct str making_label(const struct making *making, uint32_t page)
{
	return book_unit_text(making->book, label_unit(making, page),
			      making->how->language);
}

void making_number(const struct making *making, uint32_t page, struct buf *out)
{
	uint32_t number = book_page(making->book, page).number;

	if (page == book_start(making->book) || number)
		buf_byte(out, '0');
	if (number)
		buf_number(out, number);
}

/* "Läs mer: Styrsystem, 05" */
static void link_item(struct making *making, const struct format_span *span)
{
	struct buf number = { 0 };
	struct buf label = { 0 };

	making_number(making, span->a, &number);
	words_fill_say(&label, making->catalog,
		       number.bytes ? WORDS_READ_MORE_NUMBER : WORDS_READ_MORE,
		       making_label(making, span->a), buf_str(&number),
		       STR(""));
	making_open_item(making, making_digit(making), span->a, span->b,
			 buf_str(&label));
	buf_free(&label);
	buf_free(&number);
}

/* A link to the outside is no item: the kiosk cannot go there. */
static void outside_row(struct making *making, const struct format_span *span)
{
	struct str pattern = words_say(making->catalog, WORDS_OUTSIDE);
	size_t at = 0;

	while (at < pattern.bytes &&
	       !str_starts(str_from(pattern, at), STR("%1$s")))
		at++;
	lines_add(&making->lines, str_first(pattern, at), SHEET_NOTE);
	lines_add_whole(&making->lines, book_text(making->book, span->text),
			SHEET_NOTE);
	lines_add(&making->lines, str_from(pattern, at + 4), SHEET_NOTE);
	making_end(making);
}

/* The rows that a unit's links give after its block. */
void making_links(struct making *making, uint32_t unit)
{
	struct unit at = unit_of(making, unit);

	for (uint32_t i = 0; i < at.spans.count; i++) {
		struct format_span span =
			book_span(making->book, at.spans.first + i);

		if (span.kind == FORMAT_LINK)
			link_item(making, &span);
		else if (span.kind == FORMAT_OUTSIDE)
			outside_row(making, &span);
	}
}
