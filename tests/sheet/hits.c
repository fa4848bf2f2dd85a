/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The look-up as rows, of a small book of words and of the real one, whose
 * text is searched too.
 */
#include "sheet/hits.h"

#include "base/arena.h"
#include "book/make.h"
#include "real.h"
#include "sheet/flow.h"
#include "suite.h"

#include <stdio.h>
#include <string.h>

static struct make *make;
static struct book book;

/* Pages index, start and places; words with and without a reference. */
static void make_words(unsigned count)
{
	static char words[200][32], ids[200][32];
	uint32_t start, places;

	make = make_new();
	start = make_page(make, "start", 0, "Bygden", "The Place");
	make_page(make, "index", 7, "A–Ö", "A–Z");
	make_block(make, (struct format_block){ .kind = FORMAT_INDEX,
						.unit = FORMAT_NONE });
	places = make_page(make, "places", 1, "Platser", "Places");
	make_text(make, FORMAT_PARAGRAPH, "Här.", "Here.");
	make_site(make, "Bygden", NULL, make_day(2026, 1, 1));
	make_town_hall(make);
	make_term(make, MAKE_SWEDISH, "Öppettider", start, FORMAT_NONE);
	make_see(make, MAKE_SWEDISH, "Tider", "Öppettider");
	make_term(make, MAKE_SWEDISH, "Ånger", places, FORMAT_NONE);
	make_term(make, MAKE_ENGLISH, "Tide table", places, FORMAT_NONE);
	for (unsigned i = 0; i < count; i++) {
		snprintf(words[i], sizeof words[i], "Backe %03u", i);
		snprintf(ids[i], sizeof ids[i], "hill%03u", i);
		make_term(make, MAKE_SWEDISH, words[i],
			  make_page(make, ids[i], 0, "Backe", "Hill"),
			  FORMAT_NONE);
	}
	book = make_book(make);
}

static void make_words_and_no_more(void)
{
	make_words(0);
}

static void done(void)
{
	make_free(make);
}

/* All rows of a look-up sheet, a line each; freed with the arena. */
static struct str rows(const struct book *of, struct sheet_how how,
		       uint32_t cols, struct arena *arena)
{
	struct sheet_window window = real_window(cols, 24);
	const struct sheet *sheet;
	struct buf out = { 0 };
	struct str kept;

	how.page = book_find_page(of, STR("index"));
	sheet = flow_sheet(arena, of, &window, &how);
	for (uint32_t i = 0; i < sheet->row_count; i++) {
		sheet_row_text(sheet, i, &out);
		buf_byte(&out, '\n');
	}
	kept = buf_keep(&out, arena);
	buf_free(&out);
	return kept;
}

static void assert_rows(struct sheet_how how, uint32_t cols, const char *wanted)
{
	struct arena *arena = arena_new();

	make_words_and_no_more();
	ck_str(rows(&book, how, cols, arena), wanted);
	done();
	arena_drop(arena);
}

static void assert_finds(const char *query, uint32_t cols, const char *wanted)
{
	assert_rows((struct sheet_how){ .view = SHEET_HITS,
					.query = str_of(query) },
		    cols, wanted);
}

START_TEST(hits_have_digits_and_references_say_where)
{
	assert_finds("ånger", 80, "ånger, 1 träff\n\n1 Ånger\n");
	assert_finds("tider", 80,
		     "tider, 2 träffar\n\n1 Tider, se Öppettider\n"
		     "2 Tide table (English)\n");
	assert_finds("tider", 40,
		     "tider, 2 träffar\n\n1 Tider\n2 Tide table (English)\n");
}
END_TEST

START_TEST(without_a_hit_it_says_whom_to_call)
{
	struct arena *arena = arena_new();
	struct str seen;

	make_words_and_no_more();
	seen = rows(
		&book,
		(struct sheet_how){ .view = SHEET_HITS, .query = STR("zzz") },
		80, arena);
	ck_assert(str_starts(seen, STR("zzz, inga träffar\n\n")));
	ck_assert_ptr_nonnull(memmem(seen.at, seen.bytes, "0582-68 50 00", 13));
	ck_assert_ptr_nonnull(memmem(seen.at, seen.bytes, "Stänger", 7));
	ck_assert_ptr_nonnull(memmem(seen.at, seen.bytes, "112", 3));
	done();
	arena_drop(arena);
}
END_TEST

START_TEST(past_a_hundred_they_are_counted)
{
	struct arena *arena = arena_new();
	struct str seen;

	make_words(130);
	seen = rows(
		&book,
		(struct sheet_how){ .view = SHEET_HITS, .query = STR("back") },
		80, arena);
	ck_assert(str_starts(seen, STR("back, 130 träffar\n\n1 Backe 000\n")));
	ck_assert_ptr_nonnull(
		memmem(seen.at, seen.bytes, "\n8 Backe 007\nBacke 008\n", 23));
	ck_assert_ptr_nonnull(
		memmem(seen.at, seen.bytes, "\nBacke 099\noch 30 till\n", 23));
	done();
	arena_drop(arena);
}
END_TEST

START_TEST(rows_of_letters_open_their_words)
{
	assert_rows(
		(struct sheet_how){ .view = SHEET_LETTERS, .letters = 6 }, 80,
		"Y Z Å Ä, 1 ord\n\nY: inga ord\n\nZ: inga ord\n\n1 Ånger\n\n"
		"Ä: inga ord\n");
	assert_rows((struct sheet_how){ .view = SHEET_LETTERS, .letters = 7 },
		    80, "Ö, 1 ord\n\n1 Öppettider\n");
}
END_TEST

/* "q" is the way out where there is one, and a letter all the same. */
START_TEST(q_alone_offers_to_quit_a_session)
{
	assert_finds("q", 80, "q, 1 träff\n\n1 Avsluta\n");
}
END_TEST

START_TEST(pages_come_with_the_sentence)
{
	struct arena *arena = arena_new();
	struct str seen = rows(real_book(),
			       (struct sheet_how){ .view = SHEET_HITS,
						   .query = STR("dygnet") },
			       80, arena);

	ck_str(seen, "dygnet, 1 träff\n\n1 Service dygnet runt\n");
	seen = rows(real_book(),
		    (struct sheet_how){ .view = SHEET_HITS,
					.query = STR("lyhorda") },
		    80, arena);
	ck_str(seen, "lyhorda, 1 träff\n\n"
		     "1 Vision: De kommunala verksamheterna verkar nära "
		     "individen, erbjuder ett\n"
		     "  professionellt bemötande och är lyhörda för idéer och "
		     "synpunkter.\n");
	arena_drop(arena);
}
END_TEST

SUITE("sheet/hits", hits_have_digits_and_references_say_where,
      without_a_hit_it_says_whom_to_call, past_a_hundred_they_are_counted,
      rows_of_letters_open_their_words, q_alone_offers_to_quit_a_session,
      pages_come_with_the_sentence)
