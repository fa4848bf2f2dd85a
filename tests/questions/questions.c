/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The questions that people bring to a town hall, in both languages: each is
 * answered, or its asker is told whom to call.
 *
 *	questions QUESTIONS WAYS
 *
 * By digits, from the start screen to the question's screen and then by
 * screenfuls: at most three keys where the window has 80x24 and none of them
 * a screenful; at most five where it has 40x12. And by a word that a visitor
 * would type: one of the first two hits leads there and shows the answer; to
 * one that is referred elsewhere, the phone number shows in any case.
 *
 * WAYS gives, by id, what is seen when the question is answered (parts with
 * "|" between, or "-" for what QUESTIONS says) and the words to type.
 */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "visit/step.h"

#include <stdio.h>
#include <string.h>

enum { FIELDS = 8, MOST_KEYS = 3, MOST_KEYS_SMALL = 5, FIRST_HITS = 2 };

struct question {
	struct str id;
	bool referral;
	struct str answer[2], word[2]; /* by language */
	struct str screen;
};

/* A visit that is being made, and what it sees. */
struct making {
	struct sheet_window window;
	struct visit visit;
	struct arena *arena;
	const struct sheet *sheet;
	unsigned keys;
};

static unsigned tests;

/* ------------------------------------------------------------------------
 * Tables.
 */

static struct str take(struct str *left, char until)
{
	const char *end =
		left->bytes ? memchr(left->at, until, left->bytes) : NULL;
	size_t bytes = end ? (size_t)(end - left->at) : left->bytes;
	struct str taken = str_first(*left, bytes);

	*left = str_from(*left, bytes + 1);
	return taken;
}

static void fields_of(struct str line, struct str field[FIELDS])
{
	for (size_t i = 0; i < FIELDS; i++)
		field[i] = take(&line, '\t');
}

/* The line of a table that begins with an id. */
static bool line_with(struct str table, struct str id, struct str field[FIELDS])
{
	while (table.bytes) {
		fields_of(take(&table, '\n'), field);
		if (str_equal(field[0], id))
			return true;
	}
	return false;
}

static bool read_question(struct str line, struct str ways,
			  struct question *question)
{
	struct str field[FIELDS], way[FIELDS];

	fields_of(line, field);
	*question = (struct question){
		.id = field[0],
		.referral = str_equal(field[1], STR("referral")),
		.answer = { field[4], field[5] },
		.screen = field[6],
	};
	if (!line_with(ways, field[0], way))
		return false;
	for (size_t i = 0; i < 2; i++) {
		if (!str_equal(way[1 + i], STR("-")))
			question->answer[i] = way[1 + i];
		question->word[i] = way[3 + i];
	}
	return true;
}

/* ------------------------------------------------------------------------
 * A visit.
 */

static void flow(struct making *making)
{
	struct sheet_how how = visit_how(real_book(), &making->visit);

	making->sheet =
		flow_sheet(making->arena, real_book(), &making->window, &how);
}

static void begin(struct making *making, uint32_t language, uint32_t cols,
		  uint32_t rows)
{
	*making = (struct making){
		.window = real_window(cols, rows),
		.visit = visit_new(true, language, SHEET_SCREEN),
		.arena = arena_new(),
	};
	flow(making);
}

static void press(struct making *making, struct intent intent)
{
	making->visit =
		visit_step(real_book(), making->sheet, making->visit, intent);
	making->keys++;
	flow(making);
}

static void press_digit(struct making *making, uint32_t digit)
{
	press(making, (struct intent){ .kind = INTENT_DIGIT, .number = digit });
}

/*
 * The text of the screenful, in one line: what goes on over two screenfuls
 * stands together.
 */
static void add_seen(const struct making *making, struct buf *seen)
{
	const struct sheet *sheet = making->sheet;
	uint32_t screen =
		sheet_screen_of(sheet, visit_row(sheet, &making->visit));
	uint32_t from = screen * sheet->height, to = from + sheet->height;

	for (uint32_t i = from; i < to && i < sheet->row_count; i++) {
		struct buf row = { 0 };
		size_t spaces = 0;

		sheet_row_text(sheet, i, &row);
		while (spaces < row.bytes && row.at[spaces] == ' ')
			spaces++;
		buf_add(seen, str_from(buf_str(&row), spaces));
		buf_byte(seen, ' ');
		buf_free(&row);
	}
}

static bool holds(struct str text, struct str piece)
{
	return piece.bytes <= text.bytes &&
	       memmem(text.at, text.bytes, piece.at, piece.bytes) != NULL;
}

static bool holds_all(struct str text, struct str pieces)
{
	while (pieces.bytes)
		if (!holds(text, take(&pieces, '|')))
			return false;
	return true;
}

static bool sees(const struct making *making, struct str answer)
{
	struct buf seen = { 0 };
	bool all;

	add_seen(making, &seen);
	all = holds_all(buf_str(&seen), answer);
	buf_free(&seen);
	return all;
}

/* ------------------------------------------------------------------------
 * The ways to an answer.
 */

static void press_number(struct making *making, uint32_t number)
{
	if (number >= 10)
		press_number(making, number / 10);
	if (number)
		press_digit(making, number % 10);
}

/* What is read on the way from screenful to screenful counts. */
static bool reads(struct making *making, struct str answer, unsigned most)
{
	struct buf seen = { 0 };
	bool all;

	add_seen(making, &seen);
	while (!(all = holds_all(buf_str(&seen), answer)) &&
	       making->keys < most) {
		press(making, (struct intent){ .kind = INTENT_SCREEN_DOWN });
		add_seen(making, &seen);
	}
	buf_free(&seen);
	return all && making->keys <= most;
}

static bool by_digits(const struct question *question, uint32_t language,
		      uint32_t cols, uint32_t rows)
{
	uint32_t page = book_find_page(real_book(), question->screen);
	struct str answer = question->answer[language];
	struct making making;
	bool answered;

	begin(&making, language, cols, rows);
	press_number(&making, book_page(real_book(), page).number);
	answered = rows < 24
			   ? reads(&making, answer, MOST_KEYS_SMALL)
			   : sees(&making, answer) && making.keys <= MOST_KEYS;
	arena_drop(making.arena);
	return answered;
}

static void type(struct making *making, struct str word)
{
	while (word.bytes) {
		struct intent letter = { .kind = INTENT_LETTER };

		word = str_from(word, chars_first(word, &letter.typed));
		press(making, letter);
	}
}

static bool at_screen(const struct making *making, struct str screen)
{
	return str_equal(str_of(making->visit.at.page), screen);
}

/* Whether hit `digit` leads to the screen, and its answer is seen there. */
static bool hit_answers(const struct question *question, uint32_t language,
			uint32_t digit)
{
	struct str answer = question->answer[language];
	struct making making;
	bool answered;

	begin(&making, language, 80, 24);
	type(&making, question->word[language]);
	answered = question->referral && sees(&making, answer);
	press_digit(&making, digit);
	answered = answered || (at_screen(&making, question->screen) &&
				sees(&making, answer));
	arena_drop(making.arena);
	return answered;
}

static bool by_word(const struct question *question, uint32_t language)
{
	for (uint32_t digit = 1; digit <= FIRST_HITS; digit++)
		if (hit_answers(question, language, digit))
			return true;
	return false;
}

/* ------------------------------------------------------------------------
 */

static void verdict(bool good, const struct question *question,
		    uint32_t language, const char *way)
{
	printf("%sok %u - %.*s %s %s\n", good ? "" : "not ", ++tests,
	       (int)question->id.bytes, question->id.at, language ? "en" : "sv",
	       way);
}

int main(int argc, char **argv)
{
	struct str table, ways;

	if (argc != 3)
		return 64;
	table = real_file(argv[1]);
	ways = real_file(argv[2]);
	take(&table, '\n');
	while (table.bytes) {
		struct question question;

		if (!read_question(take(&table, '\n'), ways, &question)) {
			puts("Bail out! a question without ways");
			return 1;
		}
		for (uint32_t language = 0; language < 2; language++) {
			verdict(by_digits(&question, language, 80, 24),
				&question, language, "by digits at 80x24");
			verdict(by_digits(&question, language, 40, 12),
				&question, language, "by digits at 40x12");
			verdict(by_word(&question, language), &question,
				language, "by a word");
		}
	}
	printf("1..%u\n", tests);
	return 0;
}
