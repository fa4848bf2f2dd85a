/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks every state of the pure core that a visitor can reach on the real
 * book, and proves in each what a visitor was promised, for every intent:
 *
 * - the page exists and the focus is on a row that holds something;
 * - 0 leads to the start screen; in the kiosk so does having gone away, and
 *   then nothing of the visitor is left;
 * - a digit without an item says so, rings, and changes nothing else;
 * - no item is dead: choosing it changes what is shown;
 * - the language key twice leads back to the same place;
 * - nothing but the session's quit quits, and in the kiosk nothing does;
 * - every screen is at most three keys from start by digits, and is reached
 *   by arrows, Enter and Backspace alone, and by a keypad alone.
 *
 * walk COLSxROWS TRAIL full|folded [kiosk|notices]: the trail is cut to TRAIL
 * stops; folded: places in it are forgotten but for their page; notices: in
 * the kiosk, with the book that has some.
 */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "visit/step.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Letters with many hits, with one or a few, with none. */
static const uint32_t letters[] = { 0xF6, 'w', 'z' };

enum {
	INTENTS = INTENT_KINDS + 8 + 3, /* digits and letters are several */
	STATES = 1 << 22, /* twice as many as are walked at most */
	SHEETS = 1 << 14
};

static const struct book *book;
static struct sheet_window window;
static uint32_t trail_kept;
static bool folded;
static unsigned long failures;
static unsigned long steps;

static void fail(const struct visit *visit, const char *what)
{
	if (failures++ < 10)
		printf("# %s: page %s view %u block %u unit %u byte %u\n", what,
		       visit->at.page, visit->at.view, visit->at.place.block,
		       visit->at.place.unit, visit->at.place.byte);
}

#define PROMISE(visit, holds)                                                  \
	do {                                                                   \
		if (!(holds))                                                  \
			fail(visit, #holds);                                   \
	} while (0)

/* ------------------------------------------------------------------------
 * Hashing.
 */

#define FIRST_HASH UINT64_C(14695981039346656037)

/* By words: this is most of what a step of the walk costs. */
static uint64_t mix(uint64_t hash, const void *memory, size_t bytes)
{
	const char *at = memory;

	while (bytes) {
		uint64_t word = 0;
		size_t count = bytes < sizeof word ? bytes : sizeof word;

		memcpy(&word, at, count);
		hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 29;
		at += count;
		bytes -= count;
	}
	return hash;
}

/* ------------------------------------------------------------------------
 * Sheets, each flowed once.
 */

struct kept_sheet {
	uint64_t key;
	const struct sheet *sheet;
};

static struct kept_sheet sheets[SHEETS];
static struct arena *memory; /* of all sheets */

static const struct sheet *sheet_of(const struct visit *visit)
{
	struct sheet_how how = visit_how(book, visit);
	uint64_t key = mix(FIRST_HASH, &how.page, sizeof how.page);
	size_t slot;

	key = mix(key, &how.view, sizeof how.view);
	key = mix(key, &how.letters, sizeof how.letters);
	if (how.view == SHEET_HITS)
		key = mix(key, how.query.at, how.query.bytes);
	key = mix(key, &how.language, sizeof how.language);
	key = mix(key, &how.style, sizeof how.style);
	key = mix(key, &how.easy, sizeof how.easy) | 1;
	slot = key >> 20 & (SHEETS - 1);
	while (sheets[slot].key && sheets[slot].key != key)
		slot = (slot + 1) & (SHEETS - 1);
	if (!sheets[slot].key) {
		sheets[slot].key = key;
		sheets[slot].sheet = flow_sheet(memory, book, &window, &how);
	}
	return sheets[slot].sheet;
}

/* ------------------------------------------------------------------------
 * States.
 */

/* A visit as it is walked: what only one step sees is taken out. */
static struct visit walked(struct visit visit)
{
	uint32_t drop = visit.trail_count > trail_kept
				? visit.trail_count - trail_kept
				: 0;
	bool query = visit.at.view == SHEET_HITS;

	memmove(visit.trail, visit.trail + drop,
		(VISIT_TRAIL - drop) * sizeof *visit.trail);
	memset(visit.trail + VISIT_TRAIL - drop, 0, drop * sizeof *visit.trail);
	visit.trail_count -= drop;
	for (uint32_t i = 0; i < visit.trail_count; i++) {
		if (folded)
			memset(&visit.trail[i].place, 0,
			       sizeof visit.trail[i].place);
		query |= visit.trail[i].view == SHEET_HITS;
	}
	if (!query) {
		memset(visit.query, 0, sizeof visit.query);
		visit.query_bytes = 0;
	}
	if (visit.message != VISIT_STILL_THERE)
		visit.message = VISIT_SILENT;
	visit.message_number = 0;
	visit.bell = 0;
	visit.anew = 0;
	return visit;
}

static uint64_t hash_of(const struct visit *visit)
{
	uint64_t hash = mix(FIRST_HASH, &visit->at, sizeof visit->at);

	hash = mix(hash, visit->trail,
		   visit->trail_count * sizeof *visit->trail);
	hash = mix(hash, &visit->language, sizeof visit->language);
	hash = mix(hash, &visit->style, sizeof visit->style);
	hash = mix(hash, &visit->easy, sizeof visit->easy);
	hash = mix(hash, &visit->message, sizeof visit->message);
	return mix(hash, visit->query, visit->query_bytes) | 1;
}

static uint64_t *seen; /* hashes; 0: free */

static bool is_new(const struct visit *visit)
{
	uint64_t hash = hash_of(visit);
	size_t slot = hash >> 8 & (STATES - 1);

	while (seen[slot] && seen[slot] != hash)
		slot = (slot + 1) & (STATES - 1);
	if (seen[slot])
		return false;
	seen[slot] = hash;
	return true;
}

/* A queue in pieces, freed as it is read. */
struct piece {
	struct visit visit[256];
	unsigned count;
	struct piece *next;
};

static struct piece *head, *tail;

static void push(const struct visit *visit)
{
	if (!tail || tail->count == 256) {
		struct piece *piece = calloc(1, sizeof *piece);

		if (!piece)
			abort();
		if (tail)
			tail->next = piece;
		else
			head = piece;
		tail = piece;
	}
	tail->visit[tail->count++] = *visit;
}

/* ------------------------------------------------------------------------
 * Intents.
 */

static struct intent intents[INTENTS];
static unsigned intent_count;

static void list_intents(void)
{
	for (unsigned kind = 0; kind < INTENT_KINDS; kind++) {
		struct intent intent = { .kind = (enum intent_kind)kind };

		if (kind == INTENT_DIGIT) {
			for (uint32_t d = 1; d <= 8; d++)
				intents[intent_count++] =
					(struct intent){ INTENT_DIGIT, d,
							 '0' + d };
		} else if (kind == INTENT_LETTER) {
			for (unsigned i = 0; i < 3; i++)
				intents[intent_count++] =
					(struct intent){ INTENT_LETTER, 0,
							 letters[i] };
		} else {
			if (kind == INTENT_IDLE)
				intent.number = 1000000;
			if (kind == INTENT_QUIT)
				intent.typed = 'q';
			intents[intent_count++] = intent;
		}
	}
}

/* ------------------------------------------------------------------------
 * Promises.
 */

static bool at_start(const struct visit *visit)
{
	return strcmp(visit->at.page, "start") == 0 &&
	       visit->at.view == SHEET_PAGE;
}

static bool same_place(const struct visit *a, const struct visit *b)
{
	return visit_same_sheet(a, b) &&
	       memcmp(&a->at.place, &b->at.place, sizeof a->at.place) == 0;
}

/* Quitting is a session's: by q, Ctrl-C, Ctrl-D, the item, or --idle. */
static bool may_end(const struct visit *before, const struct sheet *sheet,
		    const struct intent *intent, uint32_t row)
{
	int32_t item = sheet->rows[row].item;

	if (before->kiosk)
		return false;
	if (intent->kind == INTENT_QUIT || intent->kind == INTENT_END)
		return true;
	if (intent->kind == INTENT_DIGIT)
		item = sheet_item_with(sheet, intent->number);
	else if (intent->kind != INTENT_OPEN)
		return false;
	return item != SHEET_NONE && sheet->items[item].act == SHEET_DONE;
}

static void check_step(const struct visit *before, const struct sheet *sheet,
		       uint32_t row, const struct intent *intent,
		       const struct visit *after)
{
	bool asked = before->message == VISIT_STILL_THERE;
	bool key = intent->kind != INTENT_IDLE && intent->kind != INTENT_LOOK;

	if (after->over)
		PROMISE(before, may_end(before, sheet, intent, row));
	if (asked && key) {
		PROMISE(before, same_place(before, after));
		return;
	}
	if (intent->kind == INTENT_START)
		PROMISE(before, at_start(after));
	if (intent->kind == INTENT_IDLE && before->kiosk) {
		struct visit fresh = visit_reset(*before);
		struct visit now = walked(*after);

		PROMISE(before, memcmp(&now, &fresh, sizeof now) == 0);
	}
	if (intent->kind == INTENT_DIGIT &&
	    sheet_item_with(sheet, intent->number) == SHEET_NONE)
		PROMISE(before,
			same_place(before, after) && after->bell &&
				after->message == VISIT_NO_DIGIT &&
				after->message_number == intent->number);
	if (intent->kind == INTENT_NOTHING || intent->kind == INTENT_LOOK)
		PROMISE(before, same_place(before, after) && !after->bell);
}

static void check_state(const struct visit *visit, const struct sheet *sheet,
			uint32_t row)
{
	struct intent language = { .kind = INTENT_LANGUAGE };
	struct visit twice = visit_step(book, sheet, *visit, language);

	PROMISE(visit,
		book_find_page(book, str_of(visit->at.page)) != FORMAT_NONE);
	PROMISE(visit, row < sheet->row_count && sheet_holds(sheet, row));
	PROMISE(visit, visit->trail_count <= VISIT_TRAIL);
	if (visit->message == VISIT_STILL_THERE)
		return;
	twice = visit_step(book, sheet_of(&twice), twice, language);
	PROMISE(visit, same_place(visit, &twice));
}

/* An item that leads nowhere would be a key that goes wrong. */
static void check_item(const struct visit *visit, const struct sheet *sheet,
		       uint32_t row)
{
	struct intent open = { .kind = INTENT_OPEN };
	int32_t item = sheet->rows[row].item;
	struct visit after;

	if (item == SHEET_NONE || visit->message == VISIT_STILL_THERE)
		return;
	/* The language that is shown is a choice too, and changes nothing. */
	if (sheet->items[item].act == SHEET_LANGUAGE &&
	    sheet->items[item].number == visit->language)
		return;
	after = visit_step(book, sheet, *visit, open);
	/* "Klar" on a fresh start screen has nothing to begin anew. */
	PROMISE(visit, after.over || !same_place(visit, &after) ||
			       (sheet->items[item].act == SHEET_DONE &&
				at_start(&after)));
}

/* ------------------------------------------------------------------------
 * The walk.
 */

/* One letter stands for every query; many keys lead nowhere else. */
static bool is_walked(const struct visit *before, const struct visit *after)
{
	bool longer = after->query_bytes > 2 ||
		      (after->query_bytes == 2 &&
		       (unsigned char)after->query[0] < 0x80);

	return !after->over && !longer &&
	       memcmp(before, after, sizeof *after) != 0;
}

static void walk_on(const struct visit *visit)
{
	const struct sheet *sheet = sheet_of(visit);
	uint32_t row = visit_row(sheet, visit);

	check_state(visit, sheet, row);
	check_item(visit, sheet, row);
	for (unsigned i = 0; i < intent_count; i++) {
		struct visit after =
			visit_step(book, sheet, *visit, intents[i]);

		steps++;
		check_step(visit, sheet, row, &intents[i], &after);
		after = walked(after);
		if (is_walked(visit, &after) && is_new(&after))
			push(&after);
	}
}

static unsigned long walk(bool kiosk)
{
	struct visit visit = walked(visit_new(kiosk, 0, SHEET_SCREEN));
	unsigned long states = 0;

	is_new(&visit);
	push(&visit);
	while (head && states < STATES / 2) {
		struct piece *piece = head;

		for (unsigned i = 0; i < piece->count; i++) {
			states++;
			walk_on(&piece->visit[i]);
		}
		head = piece->next;
		if (!head)
			tail = NULL;
		free(piece);
	}
	if (head)
		fail(&visit, "too many states");
	return states;
}

/* ------------------------------------------------------------------------
 * Reaching every screen with few keys, and with few kinds of keys.
 */

/* Fewest steps to each page with these intents; UINT32_MAX: never. */
static void reach(const struct intent *with, unsigned count, uint32_t language,
		  uint32_t *steps_to)
{
	struct visit first = visit_new(true, language, SHEET_SCREEN);
	uint32_t pages = book_count(book, FORMAT_PAGE);
	uint32_t depth = 0;

	memset(seen, 0, STATES * sizeof *seen);
	for (uint32_t i = 0; i < pages; i++)
		steps_to[i] = UINT32_MAX;
	first = walked(first);
	is_new(&first);
	push(&first);
	while (head) {
		struct piece *level = head;

		head = tail = NULL;
		for (struct piece *at = level; at; at = at->next)
			for (unsigned i = 0; i < at->count; i++) {
				struct visit visit = at->visit[i];
				uint32_t page = book_find_page(
					book, str_of(visit.at.page));

				if (steps_to[page] > depth)
					steps_to[page] = depth;
				for (unsigned j = 0; j < count; j++) {
					struct visit after = walked(visit_step(
						book, sheet_of(&visit), visit,
						with[j]));

					if (is_new(&after))
						push(&after);
				}
			}
		while (level) {
			struct piece *next = level->next;

			free(level);
			level = next;
		}
		depth++;
	}
}

static unsigned test_number;

static void report(bool good, const char *what)
{
	printf("%s %u - %s\n", good ? "ok" : "not ok", ++test_number, what);
}

static void check_reach(const char *what, const struct intent *with,
			unsigned count, uint32_t most)
{
	uint32_t pages = book_count(book, FORMAT_PAGE);
	uint32_t *steps_to = calloc(pages, sizeof *steps_to);
	bool good = true;

	for (uint32_t language = 0; language < book->languages; language++) {
		reach(with, count, language, steps_to);
		for (uint32_t i = 0; i < pages; i++)
			if (steps_to[i] > most) {
				struct str id =
					book_text(book, book_page(book, i).id);

				printf("# %.*s\n", (int)id.bytes, id.at);
				good = false;
			}
	}
	report(good, what);
	free(steps_to);
}

static void check_reaches(void)
{
	struct intent digits[9];
	const struct intent arrows[] = { { .kind = INTENT_DOWN },
					 { .kind = INTENT_UP },
					 { .kind = INTENT_OPEN },
					 { .kind = INTENT_ERASE } };
	struct intent keypad[13];

	for (uint32_t d = 0; d < 9; d++)
		digits[d] = intent_of_character('0' + d);
	memcpy(keypad, digits, sizeof digits);
	keypad[9] = intent_of_character('+');
	keypad[10] = intent_of_character('-');
	keypad[11] = intent_of_character(',');
	keypad[12] = (struct intent){ .kind = INTENT_OPEN };
	trail_kept = 0;
	/* From anywhere 0 comes first, so two digits make three keys. */
	check_reach("every screen is at most three keys away, from anywhere",
		    digits, 9, 2);
	trail_kept = 1;
	folded = true;
	check_reach("arrows, Enter and Backspace alone reach every screen",
		    arrows, 4, UINT32_MAX - 1);
	check_reach("a keypad alone reaches every screen", keypad, 13,
		    UINT32_MAX - 1);
}

int main(int argc, char **argv)
{
	unsigned cols, rows;
	unsigned long states;

	if (argc < 4 || sscanf(argv[1], "%ux%u", &cols, &rows) != 2)
		return 64;
	book = real_book_named(argc > 4 && strcmp(argv[4], "notices") == 0
				       ? "notices.book"
				       : "textkiosk.book");
	memory = arena_new();
	window = real_window(cols, rows);
	window.kiosk = argc > 4;
	seen = calloc(STATES, sizeof *seen);
	list_intents();
	trail_kept = (uint32_t)atoi(argv[2]);
	folded = strcmp(argv[3], "folded") == 0;
	states = walk(window.kiosk);
	printf("# %s: %lu states, %lu steps\n", argv[1], states, steps);
	report(failures == 0, "every promise holds in every state");
	check_reaches();
	printf("1..%u\n", test_number);
	return 0;
}
