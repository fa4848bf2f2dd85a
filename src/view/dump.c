/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/dump.h"

#include "base/arena.h"
#include "book/hours.h"
#include "sheet/flow.h"

static void head(const struct dump_how *how, const struct sheet *sheet,
		 struct buf *out)
{
	struct str id =
		book_text(how->book, book_page(how->book, sheet->page).id);

	buf_add(out, sheet->number.bytes ? sheet->number : id);
	if (sheet->path.bytes) {
		buf_byte(out, ' ');
		buf_add(out, sheet->path);
	}
	buf_add(out, STR("\n\n"));
}

static void dump_page(const struct dump_how *how, uint32_t page,
		      struct buf *out)
{
	struct arena *arena = arena_new();
	struct sheet_how as = { .page = page,
				.view = SHEET_PAGE,
				.language = how->language,
				.style = how->style };
	const struct sheet *sheet =
		flow_sheet(arena, how->book, how->window, &as);

	head(how, sheet, out);
	for (uint32_t row = 0; row < sheet->row_count; row++) {
		sheet_row_text(sheet, row, out);
		buf_byte(out, '\n');
	}
	arena_drop(arena);
}

void dump_all(const struct dump_how *how, struct buf *out)
{
	uint32_t pages = book_count(how->book, FORMAT_PAGE);

	for (uint32_t i = 0; i < pages; i++) {
		if (i)
			buf_byte(out, '\n');
		dump_page(how, book_nth_page(how->book, i), out);
	}
}

static uint32_t find(const struct dump_how *how, struct str which)
{
	unsigned long number;

	if (!str_number(which, 99999999, &number))
		return book_find_page(how->book, which);
	if (number == 0)
		return book_start(how->book);
	return book_find_number(how->book, (uint32_t)number);
}

bool dump_one(const struct dump_how *how, struct str which, struct buf *out)
{
	uint32_t page = find(how, which);

	if (page == FORMAT_NONE)
		return false;
	dump_page(how, page, out);
	return true;
}

/* ------------------------------------------------------------------------
 * For programs.
 */

static void add_number(const struct book *book, uint32_t page, struct buf *out)
{
	struct format_page record = book_page(book, page);

	if (page == book_start(book)) {
		buf_byte(out, '0');
	} else if (record.number) {
		buf_byte(out, '0');
		buf_number(out, record.number);
	} else {
		buf_add(out, book_text(book, record.id));
	}
}

/* The first row of what may go on over several. */
static void begin_hit(const struct dump_how *how, const struct sheet *sheet,
		      const struct sheet_row *row, struct buf *out)
{
	if (out->bytes)
		buf_byte(out, '\n');
	if (row->item != SHEET_NONE &&
	    sheet->items[row->item].act == SHEET_OPEN)
		add_number(how->book, sheet->items[row->item].page, out);
	buf_byte(out, '\t');
}

/* The words of a row; of an item without the digit before them. */
static void add_row(const struct sheet *sheet, uint32_t row, bool first,
		    struct buf *out)
{
	int32_t item = sheet->rows[row].item;
	bool digit = first && item != SHEET_NONE && sheet->items[item].digit;
	struct buf text = { 0 };
	size_t spaces = 0;

	sheet_row_text(sheet, row, &text);
	while (!digit && spaces < text.bytes && text.at[spaces] == ' ')
		spaces++;
	buf_add(out, str_from(buf_str(&text), digit ? 2 : spaces));
	buf_free(&text);
}

void dump_find(const struct dump_how *how, struct str words, struct buf *out)
{
	struct arena *arena = arena_new();
	struct sheet_how as = { .page = book_find_page(how->book, STR("index")),
				.view = SHEET_HITS,
				.query = words,
				.language = how->language,
				.style = how->style };
	const struct sheet *sheet =
		flow_sheet(arena, how->book, how->window, &as);
	int32_t last = SHEET_NONE;

	for (uint32_t i = 0; i < sheet->row_count; i++) {
		const struct sheet_row *row = &sheet->rows[i];
		bool first = row->item == SHEET_NONE || row->item != last;

		if (row->place.block != SHEET_AT_LOOKUP || row->runs == 0)
			continue;
		if (first)
			begin_hit(how, sheet, row, out);
		else
			buf_byte(out, ' ');
		add_row(sheet, i, first, out);
		last = row->item;
	}
	buf_byte(out, '\n');
	arena_drop(arena);
}

static void dump_table(const struct book *book, uint32_t hours, int64_t now,
		       struct buf *out)
{
	struct hours_answer answer = hours_at(book, hours, now);

	buf_add(out, book_text(book, book_hours(book, hours).id));
	buf_byte(out, '\t');
	buf_add(out, str_of(hours_slug(answer.status)));
	buf_byte(out, '\t');
	hours_add_reason(out, &answer.today);
	buf_byte(out, '\t');
	if (answer.changes) {
		calendar_write(out, answer.next);
		buf_byte(out, '\t');
		buf_add(out, str_of(hours_slug(answer.then)));
	} else {
		buf_add(out, STR("-\t-"));
	}
	buf_byte(out, '\n');
}

void dump_hours(const struct book *book, int64_t now, struct buf *out)
{
	uint32_t tables = book_count(book, FORMAT_HOURS);

	for (uint32_t i = 0; i < tables; i++)
		dump_table(book, i, now, out);
}
