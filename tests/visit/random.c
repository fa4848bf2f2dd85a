/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A visitor who presses anything, for millions of keys, on the pure core and
 * the real book: with the whole trail and every query, which the walk over
 * all states cuts. Nothing of the visit ever leaves its bounds, the kiosk is
 * never over, and from wherever it is the reset is reached.
 *	random STEPS [SEED]
 */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "visit/idle.h"
#include "visit/step.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHEETS = 1 << 12 };

static uint32_t seed;

static uint32_t chance(uint32_t of)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return (seed >> 4) % of;
}

/* ------------------------------------------------------------------------
 * Sheets, kept as long as there is room.
 */

/* All that a sheet depends on but the window, which stays. */
struct key {
	uint32_t page, view, letters, language, style, easy, query_bytes;
	char query[LOOKUP_QUERY_BYTES];
};

static struct {
	struct key key;
	const struct sheet *sheet; /* NULL: free */
} kept[SHEETS];
static unsigned kept_count;
static struct arena *memory;
static struct sheet_window window;

static uint32_t slot_of(const struct key *key)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	const unsigned char *at = (const unsigned char *)key;

	for (size_t i = 0; i < sizeof *key; i++)
		hash = (hash ^ at[i]) * UINT64_C(1099511628211);
	return (uint32_t)(hash >> 20) & (SHEETS - 1);
}

static const struct sheet *sheet_of(const struct visit *visit)
{
	struct sheet_how how = visit_how(real_book(), visit);
	struct key key = { how.page,  how.view, how.letters, how.language,
			   how.style, how.easy, 0,	     "" };
	uint32_t slot;

	if (how.view == SHEET_HITS) {
		key.query_bytes = (uint32_t)how.query.bytes;
		memcpy(key.query, how.query.at, how.query.bytes);
	}
	if (kept_count > SHEETS / 2) {
		memset(kept, 0, sizeof kept);
		kept_count = 0;
		arena_reset(memory);
	}
	for (slot = slot_of(&key); kept[slot].sheet;
	     slot = (slot + 1) & (SHEETS - 1))
		if (memcmp(&kept[slot].key, &key, sizeof key) == 0)
			return kept[slot].sheet;
	kept_count++;
	kept[slot].key = key;
	kept[slot].sheet = flow_sheet(memory, real_book(), &window, &how);
	return kept[slot].sheet;
}

/* ------------------------------------------------------------------------
 * Keys and what must hold.
 */

static struct intent any_intent(void)
{
	static const char letters[] = "aeoksbt";
	struct intent intent = { .kind = (enum intent_kind)chance(
					 INTENT_KINDS) };

	if (intent.kind == INTENT_IDLE)
		intent.number = chance(400);
	if (intent.kind == INTENT_DIGIT)
		return intent_of_character('1' + chance(8));
	if (intent.kind == INTENT_LETTER)
		return intent_of_character(
			(unsigned char)letters[chance(sizeof letters - 1)]);
	/* Back and start are rarer than anything that leads away. */
	if ((intent.kind == INTENT_START || intent.kind == INTENT_BACK) &&
	    chance(8))
		intent.kind = INTENT_OPEN;
	return intent;
}

static bool sound(const struct visit *visit, const struct sheet *sheet)
{
	const struct book *book = real_book();

	return book_find_page(book, str_of(visit->at.page)) != FORMAT_NONE &&
	       visit_row(sheet, visit) < sheet->row_count &&
	       visit->trail_count <= VISIT_TRAIL &&
	       visit->query_bytes <= LOOKUP_QUERY_BYTES &&
	       visit->language < book->languages && !visit->over &&
	       visit->message < VISIT_MESSAGES;
}

/* Asked, then begun anew, whatever it was. */
static bool is_reset(struct visit visit)
{
	const struct visit fresh = visit_reset(visit);
	struct intent away = { .kind = INTENT_IDLE, .number = 100000 };

	visit = visit_step(real_book(), sheet_of(&visit), visit, away);
	visit.anew = 0;
	visit.bell = 0;
	visit.message = visit.message_number = 0;
	return memcmp(&visit, &fresh, sizeof visit) == 0;
}

int main(int argc, char **argv)
{
	unsigned long steps = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
	struct visit visit = visit_new(true, 0, SHEET_SCREEN);

	seed = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 20261124;
	memory = arena_new();
	window = real_window(40, 12);
	window.kiosk = true;
	puts("1..1");
	for (unsigned long i = 0; i < steps; i++) {
		const struct sheet *sheet = sheet_of(&visit);

		visit = visit_step(real_book(), sheet, visit, any_intent());
		if (!sound(&visit, sheet_of(&visit)) || !is_reset(visit)) {
			printf("not ok 1 - step %lu at %s\n", i, visit.at.page);
			return 0;
		}
	}
	printf("ok 1 - %lu random keys lead nowhere else\n", steps);
	arena_drop(memory);
	return 0;
}
