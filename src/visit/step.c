/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A step takes the visit, the sheet it is shown by, and one intent. Moves
 * inside the sheet change only the place of the focus; the rest changes
 * where the visit is. The table at the end says which function answers to
 * which intent.
 */
#include "visit/step.h"

#include "text/chars.h"
#include "visit/idle.h"

#include <string.h>

/* What a step looks at. */
struct step {
	const struct book *book;
	const struct sheet *sheet;
	struct visit visit;
	struct intent intent;
	uint32_t row; /* of the focus */
};

/* Ids that a book must have (design section 3). */
#define PAGE_INDEX    STR("index")
#define PAGE_HELP     STR("help")
#define PAGE_LANGUAGE STR("language")

static void ring(struct step *step)
{
	step->visit.bell = 1;
}

static void say(struct step *step, enum visit_message message, uint32_t number)
{
	step->visit.message = message;
	step->visit.message_number = number;
}

/* ------------------------------------------------------------------------
 * Where the visit is.
 */

static struct visit_stop stop_at(const struct book *book, uint32_t page)
{
	struct format_page record = book_page(book, page);
	struct str id = str_first(book_text(book, record.id), FORMAT_ID_BYTES);
	struct visit_stop stop = { .number = record.number };

	if (id.bytes)
		memcpy(stop.page, id.at, id.bytes);
	return stop;
}

static struct visit_stop start_stop(void)
{
	return (struct visit_stop){ .page = "start" };
}

static uint32_t page_of(const struct book *book, const struct visit_stop *stop)
{
	return book_find_page(book, str_of(stop->page));
}

static bool same_stop(const struct visit_stop *a, const struct visit_stop *b)
{
	return strcmp(a->page, b->page) == 0 && a->view == b->view &&
	       a->letters == b->letters;
}

/* The way back has VISIT_TRAIL places; the oldest gives way. */
static void remember(struct visit *visit)
{
	if (visit->trail_count == VISIT_TRAIL) {
		memmove(visit->trail, visit->trail + 1,
			(VISIT_TRAIL - 1) * sizeof *visit->trail);
		visit->trail_count--;
	}
	visit->trail[visit->trail_count++] = visit->at;
}

static void go(struct step *step, struct visit_stop stop)
{
	if (!same_stop(&step->visit.at, &stop))
		remember(&step->visit);
	step->visit.at = stop;
}

static void go_to_page(struct step *step, uint32_t page, uint32_t block)
{
	struct visit_stop stop;

	if (page >= book_count(step->book, FORMAT_PAGE)) {
		ring(step);
		return;
	}
	stop = stop_at(step->book, page);
	if (block != FORMAT_NONE)
		stop.place.block = SHEET_AT_BLOCKS + block;
	go(step, stop);
}

static void go_to(struct step *step, struct str id)
{
	go_to_page(step, book_find_page(step->book, id), FORMAT_NONE);
}

static void forget_last(struct visit *visit)
{
	visit->trail_count--;
	memset(&visit->trail[visit->trail_count], 0, sizeof *visit->trail);
}

static void back(struct step *step)
{
	struct visit *visit = &step->visit;

	if (visit->trail_count) {
		visit->at = visit->trail[visit->trail_count - 1];
		forget_last(visit);
	} else if (step->sheet->start && visit->at.view == SHEET_PAGE) {
		ring(step);
	} else {
		visit->at = start_stop();
	}
}

static void start(struct step *step)
{
	go(step, start_stop());
}

static void help(struct step *step)
{
	go_to(step, PAGE_HELP);
}

/* ------------------------------------------------------------------------
 * The look-up.
 */

static bool at_lookup(const struct visit *visit)
{
	return str_equal(str_of(visit->at.page), PAGE_INDEX);
}

/* While a query is not empty these belong to it, whatever else they do. */
static bool belongs_to_query(const struct step *step)
{
	uint32_t c = step->intent.typed;

	if (step->visit.at.view != SHEET_HITS || c == 0)
		return false;
	return step->intent.kind == INTENT_LETTER || chars_letter(c) ||
	       (c < 0x80 && strchr(" -.,'&", (int)c) != NULL);
}

/* The first hit has the focus; in reader style the title, which says all. */
static void show_hits(struct step *step)
{
	step->visit.at.view = SHEET_HITS;
	step->visit.at.letters = 0;
	step->visit.at.place =
		(struct sheet_place){ .block = step->visit.style == SHEET_READER
						       ? SHEET_AT_TITLE
						       : SHEET_AT_LOOKUP };
}

static void clear_query(struct visit *visit)
{
	memset(visit->query, 0, sizeof visit->query);
	visit->query_bytes = 0;
}

static void add_to_query(struct step *step)
{
	struct visit *visit = &step->visit;
	struct buf typed = { 0 };

	chars_add(&typed, step->intent.typed);
	if (visit->query_bytes + typed.bytes > LOOKUP_QUERY_BYTES) {
		ring(step);
	} else {
		memcpy(visit->query + visit->query_bytes, typed.at,
		       typed.bytes);
		visit->query_bytes += (uint32_t)typed.bytes;
		show_hits(step);
	}
	buf_free(&typed);
}

/* A letter on any screen begins a query; the way back is kept. */
static void letter(struct step *step)
{
	uint32_t page = book_find_page(step->book, PAGE_INDEX);

	if (page == FORMAT_NONE) {
		ring(step);
		return;
	}
	remember(&step->visit);
	step->visit.at = stop_at(step->book, page);
	clear_query(&step->visit);
	add_to_query(step);
}

static void lookup(struct step *step)
{
	go_to(step, PAGE_INDEX);
}

static void drop_last_character(struct visit *visit)
{
	uint32_t bytes = visit->query_bytes;

	do
		bytes--;
	while (bytes && (visit->query[bytes] & 0xC0) == 0x80);
	memset(visit->query + bytes, 0, visit->query_bytes - bytes);
	visit->query_bytes = bytes;
}

/* Backspace takes one back; the last one leaves. */
static void erase(struct step *step)
{
	if (step->visit.at.view != SHEET_HITS || step->visit.query_bytes == 0) {
		back(step);
		return;
	}
	drop_last_character(&step->visit);
	if (step->visit.query_bytes)
		show_hits(step);
	else
		back(step);
}

/* ------------------------------------------------------------------------
 * Moves inside the sheet.
 */

static void focus(struct step *step, uint32_t row)
{
	step->visit.at.place = step->sheet->rows[row].place;
}

static void down(struct step *step)
{
	uint32_t row = step->row + 1;

	while (row < step->sheet->row_count && !sheet_holds(step->sheet, row))
		row++;
	if (row < step->sheet->row_count)
		focus(step, row);
	else
		ring(step);
}

static void up(struct step *step)
{
	uint32_t row = step->row;

	while (row > 0 && !sheet_holds(step->sheet, row - 1))
		row--;
	if (row > 0)
		focus(step, row - 1);
	else
		ring(step);
}

static void next_item(struct step *step)
{
	for (uint32_t i = 0; i < step->sheet->item_count; i++)
		if (step->sheet->items[i].row > step->row) {
			focus(step, step->sheet->items[i].row);
			return;
		}
	ring(step);
}

static void previous_item(struct step *step)
{
	int32_t here = step->sheet->rows[step->row].item;

	for (uint32_t i = step->sheet->item_count; i > 0; i--)
		if (step->sheet->items[i - 1].row < step->row &&
		    (int32_t)(i - 1) != here) {
			focus(step, step->sheet->items[i - 1].row);
			return;
		}
	ring(step);
}

/* To a row, or a bell where the focus is there already. */
static void focus_or_ring(struct step *step, uint32_t row)
{
	if (row == step->row)
		ring(step);
	else
		focus(step, row);
}

static void first(struct step *step)
{
	focus_or_ring(step, sheet_first(step->sheet));
}

static void last(struct step *step)
{
	focus_or_ring(step, sheet_last(step->sheet));
}

/* The first row of a screenful that holds something. */
static uint32_t first_of_screen(const struct sheet *sheet, uint32_t screen)
{
	uint32_t row = screen * sheet->height;

	while (row + 1 < sheet->row_count && !sheet_holds(sheet, row))
		row++;
	return row;
}

static bool last_screen(const struct step *step)
{
	return sheet_screen_of(step->sheet, step->row) + 1 >=
	       sheet_screens(step->sheet);
}

static void screen_down(struct step *step)
{
	uint32_t screen = sheet_screen_of(step->sheet, step->row);

	if (last_screen(step))
		last(step);
	else
		focus(step, first_of_screen(step->sheet, screen + 1));
}

static void screen_up(struct step *step)
{
	uint32_t screen = sheet_screen_of(step->sheet, step->row);

	if (screen == 0)
		first(step);
	else
		focus(step, first_of_screen(step->sheet, screen - 1));
}

/* ------------------------------------------------------------------------
 * Settings and ends.
 */

static void language_next(struct step *step)
{
	struct visit *visit = &step->visit;

	if (step->book->languages > 2)
		go_to(step, PAGE_LANGUAGE);
	else if (step->book->languages == 2)
		visit->language = !visit->language;
	else
		ring(step);
}

static void style(struct step *step)
{
	struct visit *visit = &step->visit;
	bool reader = visit->style == SHEET_READER;

	visit->style = reader ? SHEET_SCREEN : SHEET_READER;
	say(step, reader ? VISIT_READER_OFF : VISIT_READER_ON, 0);
}

static void easy(struct step *step)
{
	struct sheet_place *place = &step->visit.at.place;

	step->visit.easy = !step->visit.easy;
	if (place->block == SHEET_AT_EASY_ITEM)
		*place = (struct sheet_place){ 0 };
}

static void done(struct step *step)
{
	if (!step->visit.kiosk) {
		step->visit.over = 1;
		return;
	}
	step->visit = visit_reset(step->visit);
	step->visit.anew = 1;
}

static void quit(struct step *step)
{
	if (step->visit.kiosk || at_lookup(&step->visit))
		letter(step);
	else
		step->visit.over = 1;
}

static void end(struct step *step)
{
	if (!step->visit.kiosk)
		step->visit.over = 1;
}

static void idle(struct step *step)
{
	uint32_t end = idle_end_seconds(step->sheet, &step->visit);
	uint32_t warn = idle_warn_seconds(step->sheet, &step->visit);

	if (end && step->intent.number >= end) {
		done(step);
	} else if (warn && step->intent.number >= warn &&
		   step->visit.message != VISIT_STILL_THERE) {
		say(step, VISIT_STILL_THERE, 0);
		ring(step);
	}
}

/* ------------------------------------------------------------------------
 * Items.
 */

static void go_to_view(struct step *step, enum sheet_view view,
		       uint32_t letters)
{
	struct visit_stop stop = step->visit.at;

	stop.view = view;
	stop.letters = letters;
	stop.place = (struct sheet_place){ 0 };
	go(step, stop);
}

static void act(struct step *step, const struct sheet_item *item)
{
	switch (item->act) {
	case SHEET_OPEN:
		go_to_page(step, item->page, item->block);
		return;
	case SHEET_ROW:
		go_to_view(step, SHEET_LETTERS, item->number);
		return;
	case SHEET_LANGUAGE:
		step->visit.language = item->number;
		return;
	case SHEET_STYLE:
		style(step);
		return;
	case SHEET_EASY:
		easy(step);
		return;
	case SHEET_DONE:
		done(step);
		return;
	case SHEET_ALL_NOTICES:
		go_to_view(step, SHEET_NOTICES, 0);
		return;
	}
}

static void digit(struct step *step)
{
	int32_t item = sheet_item_with(step->sheet, step->intent.number);

	if (item == SHEET_NONE) {
		say(step, VISIT_NO_DIGIT, step->intent.number);
		ring(step);
		return;
	}
	/* The way back leads to the item, not to where the focus was. */
	focus(step, step->sheet->items[item].row);
	act(step, &step->sheet->items[item]);
}

static void open_(struct step *step)
{
	int32_t item = step->sheet->rows[step->row].item;

	if (item != SHEET_NONE)
		act(step, &step->sheet->items[item]);
	else if (last_screen(step))
		ring(step);
	else
		screen_down(step);
}

static void nothing(struct step *step)
{
	(void)step;
}

static void (*const answers[INTENT_KINDS])(struct step *step) = {
	[INTENT_NOTHING] = nothing,
	[INTENT_DIGIT] = digit,
	[INTENT_START] = start,
	[INTENT_LANGUAGE] = language_next,
	[INTENT_DOWN] = down,
	[INTENT_UP] = up,
	[INTENT_NEXT_ITEM] = next_item,
	[INTENT_PREVIOUS_ITEM] = previous_item,
	[INTENT_OPEN] = open_,
	[INTENT_SCREEN_DOWN] = screen_down,
	[INTENT_SCREEN_UP] = screen_up,
	[INTENT_FIRST] = first,
	[INTENT_LAST] = last,
	[INTENT_BACK] = back,
	[INTENT_ERASE] = erase,
	[INTENT_LETTER] = letter,
	[INTENT_LOOKUP] = lookup,
	[INTENT_STYLE] = style,
	[INTENT_HELP] = help,
	[INTENT_QUIT] = quit,
	[INTENT_END] = end,
	[INTENT_IDLE] = idle,
	[INTENT_LOOK] = nothing,
};

/* Time and a new look are no keys: they leave a message standing. */
static bool is_key(enum intent_kind kind)
{
	return kind != INTENT_IDLE && kind != INTENT_LOOK;
}

struct visit visit_step(const struct book *book, const struct sheet *sheet,
			struct visit visit, struct intent intent)
{
	struct step step = { .book = book,
			     .sheet = sheet,
			     .visit = visit,
			     .intent = intent,
			     .row = visit_row(sheet, &visit) };
	bool asked = visit.message == VISIT_STILL_THERE;

	step.visit.bell = 0;
	step.visit.anew = 0;
	if (is_key(intent.kind)) {
		say(&step, VISIT_SILENT, 0);
		/* "Är du kvar?" is answered by any key, which does no more. */
		if (asked)
			return step.visit;
	}
	if (belongs_to_query(&step))
		add_to_query(&step);
	else
		answers[intent.kind](&step);
	return step.visit;
}

/* ------------------------------------------------------------------------
 * The visit as a value.
 */

struct visit visit_new(bool kiosk, uint32_t language, enum sheet_style style)
{
	struct visit visit;

	/* Padding too: visits are compared byte by byte. */
	memset(&visit, 0, sizeof visit);
	visit.at = start_stop();
	visit.language = visit.first_language = language;
	visit.style = visit.first_style = style;
	visit.kiosk = kiosk;
	return visit;
}

struct visit visit_reset(struct visit visit)
{
	struct visit anew =
		visit_new(visit.kiosk, visit.first_language, visit.first_style);

	anew.idle_seconds = visit.idle_seconds;
	return anew;
}

struct sheet_how visit_how(const struct book *book, const struct visit *visit)
{
	uint32_t page = page_of(book, &visit->at);

	return (struct sheet_how){
		.page = page == FORMAT_NONE ? book_start(book) : page,
		.view = visit->at.view,
		.letters = visit->at.letters,
		.query = { visit->query, visit->query_bytes },
		.language = visit->language,
		.style = visit->style,
		.easy = visit->easy,
	};
}

bool visit_same_sheet(const struct visit *a, const struct visit *b)
{
	return same_stop(&a->at, &b->at) && a->language == b->language &&
	       a->style == b->style && a->easy == b->easy &&
	       (a->at.view != SHEET_HITS ||
		memcmp(a->query, b->query, sizeof a->query) == 0);
}

/* The page of a stop or its nearest ancestor in this book, by number. */
static struct visit_stop nearest(const struct book *book,
				 struct visit_stop stop)
{
	if (page_of(book, &stop) != FORMAT_NONE)
		return stop;
	for (uint32_t number = stop.number / 10; number; number /= 10) {
		uint32_t page = book_find_number(book, number);

		if (page != FORMAT_NONE)
			return stop_at(book, page);
	}
	return start_stop();
}

struct visit visit_settle(const struct book *book, struct visit visit)
{
	uint32_t kept = 0;

	visit.at = nearest(book, visit.at);
	for (uint32_t i = 0; i < visit.trail_count; i++)
		if (page_of(book, &visit.trail[i]) != FORMAT_NONE)
			visit.trail[kept++] = visit.trail[i];
	while (visit.trail_count > kept)
		forget_last(&visit);
	if (visit.language >= book->languages)
		visit.language = 0;
	return visit;
}

uint32_t visit_row(const struct sheet *sheet, const struct visit *visit)
{
	return sheet_row_of(sheet, visit->at.place);
}
