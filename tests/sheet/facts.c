/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts and the opening state as rows of a screen. */
#include "sheet/facts.h"

#include "base/arena.h"
#include "book/make.h"
#include "real.h"
#include "sheet/flow.h"
#include "suite.h"

/* A page of one block, after which its rows are looked at. */
struct scene {
	struct make *make;
	struct format_block block;
	struct sheet_window window;
	struct sheet_how how;
};

static struct scene town_hall(enum format_block_kind kind,
			      enum format_part part)
{
	struct scene scene = {
		.make = make_new(),
		.block = { .kind = kind, .unit = FORMAT_NONE, .b = part },
		.window = real_window(80, 24),
	};

	make_site(scene.make, "Bygden", NULL, make_day(2024, 1, 1));
	make_page(scene.make, "start", 0, "Bygden", "The Place");
	make_town_hall(scene.make);
	make_datum(scene.make, FORMAT_PART_ADR, "Adress", "Address",
		   "694 80 HALLSBERG", "694 80 HALLSBERG", "");
	make_datum(scene.make, FORMAT_PART_ORGNR, "Organisationsnummer",
		   "Organisation number", "212000-1926", "212000-1926", "");
	return scene;
}

/* The rows of the page, "/" between. */
static void hold(struct scene *scene, const char *wanted)
{
	struct arena *arena = arena_new();
	const struct sheet *sheet;
	struct buf out = { 0 };
	struct book book;
	uint32_t first;

	make_page(scene->make, "page", 1, "T", "T");
	make_block(scene->make, scene->block);
	book = make_book(scene->make);
	scene->how.page = book_find_page(&book, STR("page"));
	sheet = flow_sheet(arena, &book, &scene->window, &scene->how);
	/* Under the title, and in a large window an empty row. */
	first = sheet->rows[1].runs ? 1 : 2;
	for (uint32_t row = first; row < sheet->row_count; row++) {
		if (row > first)
			buf_byte(&out, '/');
		sheet_row_text(sheet, row, &out);
	}
	ck_str(buf_str(&out), wanted);
	buf_free(&out);
	arena_drop(arena);
	make_free(scene->make);
}

START_TEST(each_datum_stands_behind_its_label)
{
	struct scene all = town_hall(FORMAT_CONTACTS, FORMAT_PART_ALL);
	struct scene tel = town_hall(FORMAT_CONTACTS, FORMAT_PART_TEL);
	struct scene adr = town_hall(FORMAT_CONTACTS, FORMAT_PART_ADR);

	hold(&all, "Telefon: 0582-68 50 00/Adress:/694 80 HALLSBERG/"
		   "Organisationsnummer: 212000-1926");
	tel.how.language = 1;
	hold(&tel, "Phone: +46 582 68 50 00");
	hold(&adr, "Adress:/694 80 HALLSBERG");
}
END_TEST

/* A number that is broken over two rows is two numbers to a listener. */
START_TEST(a_number_stays_whole)
{
	struct scene narrow = town_hall(FORMAT_CONTACTS, FORMAT_PART_TEL);

	narrow.window = real_window(21, 24);
	hold(&narrow, "Telefon:/0582-68 50 00");
}
END_TEST

START_TEST(the_state_is_long_where_there_is_room)
{
	struct scene wide = town_hall(FORMAT_STATE, FORMAT_PART_ALL);
	struct scene narrow = town_hall(FORMAT_STATE, FORMAT_PART_ALL);
	struct scene low = town_hall(FORMAT_STATE, FORMAT_PART_ALL);
	struct scene reader = town_hall(FORMAT_STATE, FORMAT_PART_ALL);

	hold(&wide, "Kommunhuset: Öppet nu. Stänger i dag kl. 17.");
	narrow.window = real_window(40, 24);
	hold(&narrow, "Öppet nu. Stänger kl. 17.");
	low.window = real_window(80, 12);
	hold(&low, "Öppet nu. Stänger kl. 17.");
	reader.how.style = SHEET_READER;
	hold(&reader, "Öppet nu. Stänger kl. 17.");
}
END_TEST

/* Nobody's state: it is the clock that is wrong. */
START_TEST(without_a_clock_it_is_nobodys_state)
{
	struct scene scene = town_hall(FORMAT_STATE, FORMAT_PART_ALL);

	scene.window.now -= INT64_C(10) * 366 * 86400;
	hold(&scene, "Kiosken vet inte vad klockan är.");
}
END_TEST

SUITE("sheet/facts", each_datum_stands_behind_its_label, a_number_stays_whole,
      the_state_is_long_where_there_is_room,
      without_a_clock_it_is_nobodys_state)
