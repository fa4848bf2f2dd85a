/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which screens are dumped, in which order, and how each begins. */
#include "view/dump.h"

#include "book/make.h"
#include "suite.h"

static struct make *make;
static struct book book;
static struct sheet_window window;
static struct dump_how how;
static struct buf out;

static void add(const char *id, uint32_t number, const char *sv, const char *en)
{
	make_page(make, id, number, sv, en);
	make_text(make, FORMAT_PARAGRAPH, "Text.", "Words.");
}

/* Made in no order; two pages have no number. */
static void begin(void)
{
	static const struct catalog catalogs[MAKE_LANGUAGES];

	make = make_new();
	add("start", 0, "Bygden", "The Place");
	add("zeta", 0, "Sist", "Last");
	add("deep", 21, "Djup", "Deep");
	add("two", 2, "Två", "Two");
	add("alfa", 0, "Näst sist", "Last but one");
	add("one", 1, "Ett", "One");
	book = make_book(make);
	window = (struct sheet_window){ .cols = 80,
					.rows = 12,
					.glyphs = { .repertoire = CHARS_UNICODE },
					.catalogs = catalogs };
	how = (struct dump_how){ .book = &book, .window = &window };
	buf_clear(&out);
}

static void end(void)
{
	buf_free(&out);
	make_free(make);
}

START_TEST(all_screens_come_by_number_then_by_id)
{
	begin();
	dump_all(&how, &out);
	ck_str(buf_str(&out), "0\n\nBygden\nText.\n1 Ett\n2 Två\n"
			      "\n01 Bygden\n\nEtt\nText.\n"
			      "\n02 Bygden\n\nTvå\nText.\n1 Djup\n"
			      "\n021 Bygden > Två\n\nDjup\nText.\n"
			      "\nalfa Bygden\n\nNäst sist\nText.\n"
			      "\nzeta Bygden\n\nSist\nText.\n");
	end();
}
END_TEST

START_TEST(one_is_found_by_number_as_typed_or_not_and_by_id)
{
	static const char *const names[] = { "21", "021", "deep" };

	begin();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		buf_clear(&out);
		ck_assert(dump_one(&how, str_of(names[i]), &out));
		ck_str(buf_str(&out), "021 Bygden > Två\n\nDjup\nText.\n");
	}
	buf_clear(&out);
	ck_assert(dump_one(&how, STR("0"), &out));
	ck_assert(str_starts(buf_str(&out), STR("0\n\nBygden\n")));
	end();
}
END_TEST

START_TEST(what_is_not_there_is_no_screen)
{
	static const char *const names[] = { "3",    "211",	 "",
					     "Deep", "99999999", "123456789012",
					     "-1",   "2 " };

	begin();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ck_assert_msg(!dump_one(&how, str_of(names[i]), &out), "%s",
			      names[i]);
	ck_assert_uint_eq(out.bytes, 0);
	end();
}
END_TEST

START_TEST(a_dump_is_in_its_language_and_width)
{
	begin();
	how.language = MAKE_ENGLISH;
	ck_assert(dump_one(&how, STR("2"), &out));
	ck_str(buf_str(&out), "02 The Place\n\nTwo\nWords.\n1 Deep\n");
	end();
	make = make_new();
	make_page(make, "start", 0, "Bygden", NULL);
	make_text(make, FORMAT_PARAGRAPH, "Ett ord till, och ett till.", NULL);
	book = make_book(make);
	window.cols = 20;
	how.language = MAKE_SWEDISH;
	ck_assert(dump_one(&how, STR("0"), &out));
	ck_str(buf_str(&out), "0\n\nBygden\nEtt ord till, och\nett till.\n");
	end();
}
END_TEST

SUITE("view/dump", all_screens_come_by_number_then_by_id,
      one_is_found_by_number_as_typed_or_not_and_by_id,
      what_is_not_there_is_no_screen, a_dump_is_in_its_language_and_width)
