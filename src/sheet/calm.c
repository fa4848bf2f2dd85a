/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/calm.h"

static void say(struct making *making, enum words words, enum sheet_role role)
{
	making_add_words(making, words, role);
	making_end(making);
}

static void in_language(struct making *making, const struct catalog *catalog,
			enum sheet_role first)
{
	making->catalog = catalog;
	say(making, WORDS_CALM, first);
	say(making, WORDS_CALM_ASK, SHEET_TEXT);
	say(making, WORDS_EMERGENCY, SHEET_STRONG);
}

void calm_rows(struct making *making)
{
	static const struct catalog english;

	lines_at(&making->lines, SHEET_AT_TITLE);
	in_language(making, &making->window->catalogs[0], SHEET_TITLE);
	lines_at(&making->lines, SHEET_AT_BLOCKS);
	lines_gap(&making->lines);
	in_language(making, &english, SHEET_HEADING);
}
