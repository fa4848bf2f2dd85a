/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/flow.h"

#include "base/arena.h"
#include "sheet/calm.h"
#include "sheet/facts.h"
#include "sheet/head.h"
#include "sheet/hits.h"
#include "sheet/making.h"
#include "sheet/notices.h"
#include "sheet/timetable.h"
#include "text/words.h"

/* Widths under this show the short title (design section 6). */
enum { NARROW_COLS = 50, LONG_TITLE_COLS = 38 };

/* ------------------------------------------------------------------------
 * Blocks.
 */

static void text_block(struct making *making, const struct format_block *block)
{
	making_add_unit(making, block->unit,
			block->note ? SHEET_NOTE : SHEET_TEXT);
	making_end(making);
	making_links(making, block->unit);
}

static void heading_block(struct making *making,
			  const struct format_block *block)
{
	making_add_unit(making, block->unit, SHEET_HEADING);
	making_end(making);
}

static void marked(struct making *making, const struct format_block *block,
		   struct str mark)
{
	enum sheet_role role = block->note ? SHEET_NOTE : SHEET_TEXT;

	lines_add(&making->lines, mark, role);
	making_add_unit(making, block->unit, role);
	lines_end(&making->lines, (uint32_t)mark.bytes, SHEET_NONE);
	making_links(making, block->unit);
}

static void bullet_block(struct making *making,
			 const struct format_block *block)
{
	marked(making, block, STR("- "));
}

static void numbered_block(struct making *making,
			   const struct format_block *block)
{
	struct buf mark = { 0 };

	buf_number(&mark, block->a);
	buf_add(&mark, STR(". "));
	marked(making, block, buf_str(&mark));
	buf_free(&mark);
}

static void defined_block(struct making *making,
			  const struct format_block *block)
{
	making_add_unit(making, block->unit, SHEET_STRONG);
	making_end(making);
	making_links(making, block->unit);
}

/*
 * The children of a page are the pages whose number is one digit longer;
 * without a number it has none, but start has those of one digit.
 */
static uint32_t child(const struct making *making, uint32_t digit)
{
	if (making->page.number == 0 && !making->start)
		return FORMAT_NONE;
	return book_find_number(making->book, making->page.number * 10 + digit);
}

/* On the start screen in reader style: what the name row says elsewhere. */
static void start_settings(struct making *making)
{
	uint32_t next = (making->how->language + 1) % making->book->languages;
	int32_t item;

	lines_at(&making->lines, SHEET_AT_SETTINGS);
	item = making_item(making, (struct sheet_item){ .act = SHEET_LANGUAGE,
							.number = next });
	lines_add(&making->lines, STR("9 "), SHEET_ITEM);
	lines_add(&making->lines,
		  words_say(&making->window->catalogs[next],
			    WORDS_IN_THIS_LANGUAGE),
		  SHEET_ITEM);
	making_end_item(making, item);
	item = making_item(making, (struct sheet_item){ .act = SHEET_STYLE });
	lines_add(&making->lines, STR("* "), SHEET_ITEM);
	making_add_words(making, WORDS_READER_TURN_OFF, SHEET_ITEM);
	making_end_item(making, item);
}

static void prompt(struct making *making)
{
	struct sheet_place place = making->lines.place;

	if (making->lines.tight || making->reader)
		return;
	lines_at(&making->lines, SHEET_AT_PROMPT);
	making_add_words(making, WORDS_PROMPT, SHEET_TEXT);
	making_end(making);
	making->lines.place = place;
}

static void children(struct making *making)
{
	if (making->start)
		prompt(making);
	for (uint32_t digit = 1; digit <= 8; digit++) {
		uint32_t page = child(making, digit);

		if (page != FORMAT_NONE)
			making_open_item(making, digit, page, FORMAT_NONE,
					 making_label(making, page));
	}
	if (making->start && making->reader)
		start_settings(making);
}

static void children_block(struct making *making,
			   const struct format_block *block)
{
	(void)block;
	children(making);
}

static void contact_block(struct making *making,
			  const struct format_block *block)
{
	facts_contact(making, block->a, block->b);
}

static void table_block(struct making *making, const struct format_block *block)
{
	timetable_rows(making, block->a, block->b);
}

static void state_block(struct making *making, const struct format_block *block)
{
	facts_state(making, block->a);
}

static void index_block(struct making *making, const struct format_block *block)
{
	(void)block;
	hits_rows(making);
}

static void keys_block(struct making *making, const struct format_block *block)
{
	static const enum words rows[][3] = {
		[SHEET_KEYBOARD] = { WORDS_KEYS_NUMBERS, WORDS_KEYS_ROWS,
				     WORDS_KEYS_BACK },
		[SHEET_KEYPAD] = { WORDS_KEYS_NUMBERS, WORDS_KEYS_ROWS_KEYPAD,
				   WORDS_KEYS_BACK_KEYPAD },
		[SHEET_LINES] = { WORDS_KEYS_NUMBERS, WORDS_KEYS_WORDS_LINES,
				  WORDS_KEYS_BACK_LINES },
	};

	(void)block;
	for (size_t i = 0; i < 3; i++) {
		making_add_words(making, rows[making->window->keys][i],
				 SHEET_TEXT);
		making_end(making);
	}
}

static void language_items(struct making *making)
{
	for (uint32_t i = 0; i < making->book->languages; i++) {
		struct sheet_item item = { .act = SHEET_LANGUAGE,
					   .digit = making_digit(making),
					   .number = i };
		int32_t index = making_item(making, item);

		lines_add(&making->lines,
			  book_text(making->book,
				    book_language(making->book, i).name),
			  SHEET_ITEM);
		making_end_item(making, index);
	}
}

/* "Klar" has no digit: on start all eight are taken. */
static void done_item(struct making *making)
{
	making_words_item(making, (struct sheet_item){ .act = SHEET_DONE },
			  making->window->kiosk ? WORDS_DONE : WORDS_QUIT);
}

static void set_block(struct making *making, const struct format_block *block)
{
	struct sheet_item item = { 0 };

	switch ((enum format_setting)block->a) {
	case FORMAT_SET_LANGUAGE:
		language_items(making);
		return;
	case FORMAT_SET_DONE:
		done_item(making);
		return;
	case FORMAT_SET_READER:
		item.act = SHEET_STYLE;
		item.digit = making_digit(making);
		making_words_item(making, item,
				  making->reader ? WORDS_READER_TURN_OFF
						 : WORDS_READER_TURN_ON);
		return;
	case FORMAT_SET_EASY:
		item.act = SHEET_EASY;
		item.digit = making_digit(making);
		making_words_item(making, item,
				  making->how->easy ? WORDS_EASY_TURN_OFF
						    : WORDS_EASY_TURN_ON);
		return;
	}
}

/* One row a kind of block. */
static const struct {
	void (*flow)(struct making *making, const struct format_block *block);
	unsigned group; /* blocks of one group follow without an empty row */
} kinds[] = {
	[FORMAT_PARAGRAPH] = { text_block, 0 },
	[FORMAT_HEADING] = { heading_block, 0 },
	[FORMAT_BULLET] = { bullet_block, 1 },
	[FORMAT_NUMBERED] = { numbered_block, 1 },
	[FORMAT_DEFINED] = { defined_block, 2 },
	[FORMAT_DEFINITION] = { text_block, 2 },
	[FORMAT_CHILDREN] = { children_block, 0 },
	[FORMAT_CONTACTS] = { contact_block, 3 },
	[FORMAT_TABLE] = { table_block, 3 },
	[FORMAT_STATE] = { state_block, 3 },
	[FORMAT_INDEX] = { index_block, 0 },
	[FORMAT_KEYS] = { keys_block, 3 },
	[FORMAT_SET] = { set_block, 4 },
};

static bool known(const struct format_block *block)
{
	return block->kind < sizeof kinds / sizeof *kinds;
}

/* An empty row between blocks, but not under a heading or inside a list. */
static void space(struct making *making, const struct format_block *before,
		  const struct format_block *block)
{
	bool heading = before->kind == FORMAT_HEADING;
	bool titled = heading && before->unit != FORMAT_NONE;
	unsigned group = kinds[block->kind].group;

	if (block->kind == FORMAT_HEADING && block->unit == FORMAT_NONE)
		return;
	if (!titled && !(group && group == kinds[before->kind].group))
		lines_gap(&making->lines);
}

/* Blocks one after another, the first of them at place `at`. */
static void plain_blocks(struct making *making, struct format_range range,
			 uint32_t at, struct format_block before)
{
	for (uint32_t i = 0; i < range.count; i++) {
		struct format_block block =
			book_block(making->book, range.first + i);

		if (!known(&block))
			continue;
		lines_at(&making->lines, at + i);
		space(making, &before, &block);
		kinds[block.kind].flow(making, &block);
		before = block;
	}
}

/* Easy text instead of the first prose of a page; the rest of it is left. */
static void easy_text(struct making *making)
{
	plain_blocks(making, making->page.easy, SHEET_AT_EASY,
		     (struct format_block){ .unit = FORMAT_NONE });
}

static bool has_children_block(const struct making *making)
{
	for (uint32_t i = 0; i < making->page.blocks.count; i++)
		if (book_block(making->book, making->page.blocks.first + i)
			    .kind == FORMAT_CHILDREN)
			return true;
	return false;
}

static void blocks(struct making *making)
{
	struct format_block before = { .unit = FORMAT_NONE };
	bool easy_shown = false;

	for (uint32_t i = 0; i < making->page.blocks.count; i++) {
		struct format_block block =
			book_block(making->book, making->page.blocks.first + i);

		if (!known(&block))
			continue;
		if (making->easy && block.prose) {
			if (!easy_shown)
				easy_text(making);
			easy_shown = true;
			lines_at(&making->lines, SHEET_AT_BLOCKS + i);
			if (block.kind != FORMAT_HEADING)
				making_links(making, block.unit);
			continue;
		}
		lines_at(&making->lines, SHEET_AT_BLOCKS + i);
		space(making, &before, &block);
		kinds[block.kind].flow(making, &block);
		if (block.kind != FORMAT_HEADING || block.unit != FORMAT_NONE)
			before = block;
	}
	if (making->easy && !easy_shown)
		easy_text(making);
}

/* ------------------------------------------------------------------------
 * The page as a whole.
 */

static void easy_item(struct making *making)
{
	struct sheet_item item = { .act = SHEET_EASY };

	if (making->page.easy.count == 0)
		return;
	item.digit = making_digit(making);
	lines_at(&making->lines, SHEET_AT_EASY_ITEM);
	lines_gap(&making->lines);
	making_words_item(making, item,
			  making->how->easy ? WORDS_EASY_LEAVE
					    : WORDS_EASY_READ);
}

/* The age of the text, for the visitor to judge it by. */
static void source(struct making *making)
{
	struct format_source from = making->page.source;
	struct buf year = { 0 };
	struct buf row = { 0 };

	if (from.year == 0 || from.month < 1 || from.month > 12)
		return;
	lines_at(&making->lines, SHEET_AT_SOURCE);
	lines_gap(&making->lines);
	buf_number(&year, from.year);
	words_fill_say(
		&row, making->catalog, WORDS_SOURCE,
		book_text(making->book, from.of),
		words_say(making->catalog, WORDS_JANUARY + (from.month - 1)),
		buf_str(&year));
	lines_add(&making->lines, buf_str(&row), SHEET_NOTE);
	making_end(making);
	buf_free(&row);
	buf_free(&year);
}

static void slogan(struct making *making)
{
	uint32_t unit = book_site(making->book).slogan;

	lines_at(&making->lines, SHEET_AT_SLOGAN);
	making_add_unit(making, unit, SHEET_TEXT);
	making_end(making);
}

static void body(struct making *making)
{
	bool slogan_last = making->lines.tight;

	if (making->start && !slogan_last)
		slogan(making);
	blocks(making);
	source(making);
	if (!has_children_block(making)) {
		lines_at(&making->lines, SHEET_AT_CHILDREN);
		lines_gap(&making->lines);
		children(making);
	}
	easy_item(making);
	if (making->start && slogan_last)
		slogan(making);
}

/* The title, or where it is too long for a narrow sheet its short form. */
static void title(struct making *making)
{
	struct str text = book_unit_text(making->book, making->page.title,
					 making->how->language);
	bool narrow = making->reader || making->window->cols < NARROW_COLS;
	bool shorten = narrow && making->page.menu != FORMAT_NONE &&
		       !making->start && chars_cols(text) > LONG_TITLE_COLS;

	lines_at(&making->lines, SHEET_AT_TITLE);
	making_add_unit(making,
			shorten ? making->page.menu : making->page.title,
			SHEET_TITLE);
	making_end(making);
	notices_below_title(making);
	if (!shorten)
		return;
	lines_at(&making->lines, SHEET_AT_LONG_TITLE);
	making_add_unit(making, making->page.title, SHEET_STRONG);
	making_end(making);
}

static void page_view(struct making *making)
{
	for (uint32_t digit = 1; digit <= 8; digit++)
		if (child(making, digit) != FORMAT_NONE)
			making->digits |= 1u << digit;
	title(making);
	body(making);
}

static void letters_view(struct making *making)
{
	lines_at(&making->lines, SHEET_AT_TITLE);
	hits_letters_title(making, making->how->letters);
	notices_below_title(making);
	hits_letters(making, making->how->letters);
}

/* A notice in full; places count on, so that each has its own. */
static void notice(struct making *making, uint32_t index, uint32_t *at)
{
	struct format_notice record = book_notice(making->book, index);

	lines_at(&making->lines, *at);
	lines_gap(&making->lines);
	making_add_unit(making, record.short_text, SHEET_HEADING);
	making_end(making);
	plain_blocks(making, record.blocks, *at + 1,
		     (struct format_block){ .kind = FORMAT_HEADING,
					    .unit = record.short_text });
	*at += 1 + record.blocks.count;
}

/* All that are in force; the last may have ended while they were read. */
static void notices_view(struct making *making)
{
	uint32_t at = SHEET_AT_BLOCKS;

	lines_at(&making->lines, SHEET_AT_TITLE);
	making_add_words(making, WORDS_NOTICES, SHEET_TITLE);
	making_end(making);
	for (uint32_t i = notices_next(making, 0); i != FORMAT_NONE;
	     i = notices_next(making, i + 1))
		notice(making, i, &at);
	if (at > SHEET_AT_BLOCKS)
		return;
	lines_at(&making->lines, at);
	lines_gap(&making->lines);
	making_add_words(making, WORDS_NO_NOTICES, SHEET_TEXT);
	making_end(making);
}

static void view(struct making *making)
{
	notices_hold(making);
	notices_above_title(making);
	switch (making->how->view) {
	case SHEET_PAGE:
		page_view(making);
		return;
	case SHEET_LETTERS:
		letters_view(making);
		return;
	case SHEET_HITS:
		hits_query(making);
		return;
	case SHEET_NOTICES:
		notices_view(making);
		return;
	case SHEET_CALM:
		calm_rows(making);
		return;
	}
}

/* A sheet always has a row to stand on, however damaged the book. */
static void never_empty(struct making *making)
{
	if (making->lines.row_count)
		return;
	lines_at(&making->lines, SHEET_AT_TITLE);
	lines_add(&making->lines, STR("-"), SHEET_TITLE);
	making_end(making);
}

static uint32_t count_words(const struct sheet *sheet)
{
	struct buf text = { 0 };
	uint32_t words = 0;

	for (uint32_t row = 0; row < sheet->row_count; row++) {
		bool inside = false;

		buf_clear(&text);
		sheet_row_text(sheet, row, &text);
		for (size_t i = 0; i < text.bytes; i++) {
			bool space = text.at[i] == ' ';

			words += !space && !inside;
			inside = !space;
		}
	}
	buf_free(&text);
	return words;
}

/* Which rows of the window stand around the text, and what is left. */
static void lay_out(struct sheet *sheet, const struct sheet_window *window)
{
	bool bare = sheet->start || sheet->view == SHEET_CALM;
	uint32_t rows = window->rows;

	if (sheet->style == SHEET_READER) {
		/* One for messages, one to begin lower by turns. */
		sheet->height = rows > 2 ? rows - 2 : 1;
		return;
	}
	sheet->name_row = !bare && rows > SHEET_BODY_ROWS;
	sheet->path_row = !bare && rows > SHEET_BODY_ROWS + 1;
	sheet->footer_row = bare ? sheet->start && rows >= SHEET_COMPACT_ROWS
				 : rows > SHEET_BODY_ROWS + 2;
	sheet->height =
		rows - sheet->name_row - sheet->path_row - sheet->footer_row;
}

static uint32_t text_cols(const struct making *making)
{
	uint32_t margin = making->reader ? 0 : 1;
	uint32_t most = making->reader ? SHEET_READER_COLS : SHEET_COLS;
	uint32_t cols = making->window->cols - margin;

	/* A window too small to be used is told so by the frame. */
	if (making->window->cols < SHEET_LEAST_COLS)
		return SHEET_LEAST_COLS;
	return cols < most ? cols : most;
}

static void begin(struct making *making)
{
	making->until = INT64_MAX;
	making->catalog = &making->window->catalogs[making->how->language];
	making->page = book_page(making->book, making->how->page);
	making->start = making->how->view == SHEET_PAGE &&
			making->how->page == book_start(making->book);
	making->easy = making->how->easy && making->page.easy.count;
	making->reader = making->how->style == SHEET_READER;
	making->lines = (struct lines){
		.arena = making->arena,
		.glyphs = making->window->glyphs,
		.cols = text_cols(making),
		.tight = making->reader ||
			 making->window->rows < SHEET_COMPACT_ROWS,
		.spoken = making->reader ? making->catalog : NULL,
	};
	making->lines.glyphs.braille = making->reader;
}

/* Room for the path beside the number at the right edge. */
static uint32_t path_cols(const struct making *making, struct str number)
{
	uint32_t taken = 1 + (uint32_t)number.bytes + 1;

	return making->window->cols > taken ? making->window->cols - taken : 0;
}

static struct sheet *finish(struct making *making)
{
	struct sheet *sheet = arena_one(making->arena, struct sheet);

	sheet->rows = making->lines.rows;
	sheet->row_count = (uint32_t)making->lines.row_count;
	sheet->runs = making->lines.runs;
	sheet->run_count = (uint32_t)making->lines.run_count;
	sheet->items = making->lines.items;
	sheet->item_count = (uint32_t)making->lines.item_count;
	sheet->style = making->how->style;
	sheet->view = making->how->view;
	sheet->page = making->how->page;
	sheet->start = making->start;
	sheet->name = head_name(making);
	sheet->language = head_language(making);
	sheet->number = head_number(making);
	sheet->path = head_path(making, path_cols(making, sheet->number));
	sheet->until = making->until;
	sheet->words = count_words(sheet);
	lay_out(sheet, making->window);
	return sheet;
}

const struct sheet *flow_sheet(struct arena *arena, const struct book *book,
			       const struct sheet_window *window,
			       const struct sheet_how *how)
{
	struct making making = {
		.arena = arena, .book = book, .window = window, .how = how
	};
	struct sheet *sheet;

	begin(&making);
	view(&making);
	never_empty(&making);
	sheet = finish(&making);
	lines_done(&making.lines);
	return sheet;
}
