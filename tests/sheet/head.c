/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above a screen's text and beside it. */
#include "sheet/head.h"

#include "base/arena.h"
#include "book/make.h"
#include "real.h"
#include "suite.h"

static struct make *make;
static struct book book;
static struct sheet_window window;
static struct sheet_how how;

/* 0 start, 04 Värdeord, 041 Glädje, 07 A–Ö, and a page without a number. */
static struct making begin(const char *page)
{
	make = make_new();
	make_site(make, "Hallsbergs kommun", NULL, 0);
	make_page(make, "start", 0, "Hallsbergs kommun", "Hallsberg");
	make_menu(make, "Start", "Home");
	make_page(make, "values", 4, "Värdeord", "Values");
	make_menu(make, "Kort", "Short");
	make_page(make, "joy", 41, "Glädje", "Joy");
	make_page(make, "index", 7, "A–Ö och sök", "A–Z and search");
	make_page(make, "apart", 0, "För sig", "Apart");
	book = make_book(make);
	window = real_window(80, 24);
	how = (struct sheet_how){ .page = book_find_page(&book, str_of(page)) };
	return (struct making){ .arena = arena_new(),
				.book = &book,
				.window = &window,
				.how = &how,
				.catalog = &window.catalogs[0] };
}

static void end(struct making *making)
{
	arena_drop(making->arena);
	make_free(make);
}

START_TEST(a_path_goes_from_start_to_the_page_above)
{
	struct making making = begin("joy");

	ck_str(head_path(&making, 80), "Start > Värdeord");
	how.language = MAKE_ENGLISH;
	ck_str(head_path(&making, 80), "Home > Values");
	end(&making);
	making = begin("values");
	ck_str(head_path(&making, 80), "Start");
	end(&making);
	making = begin("start");
	ck_str(head_path(&making, 80), "");
	end(&making);
	making = begin("apart");
	ck_str(head_path(&making, 80), "Start");
	end(&making);
}
END_TEST

START_TEST(a_path_too_wide_loses_its_first_pages)
{
	struct making making = begin("joy");

	ck_str(head_path(&making, 16), "Start > Värdeord");
	ck_str(head_path(&making, 15), "Värdeord");
	ck_str(head_path(&making, 7), "");
	end(&making);
}
END_TEST

/* Letters and hits lie inside the look-up's page. */
START_TEST(inside_the_look_up_the_path_names_it)
{
	struct making making = begin("index");

	how.view = SHEET_LETTERS;
	ck_str(head_path(&making, 80), "Start > A–Ö och sök");
	end(&making);
}
END_TEST

START_TEST(a_number_is_what_is_typed_to_get_there)
{
	static const struct {
		const char *page;
		const char *number;
	} numbers[] = { { "start", "0" },
			{ "values", "04" },
			{ "joy", "041" },
			{ "apart", "" } };
	struct making making;

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		making = begin(numbers[i].page);
		ck_str(head_number(&making), numbers[i].number);
		end(&making);
	}
	making = begin("index");
	how.view = SHEET_LETTERS;
	how.letters = 2;
	ck_str(head_number(&making), "073");
	how.view = SHEET_HITS;
	ck_str(head_number(&making), "");
	end(&making);
}
END_TEST

START_TEST(the_language_key_speaks_the_language_it_leads_to)
{
	struct making making = begin("start");

	ck_str(head_language(&making), "9 In English");
	how.language = MAKE_ENGLISH;
	ck_str(head_language(&making), "9 På svenska");
	end(&making);
}
END_TEST

START_TEST(one_language_has_no_key_and_three_have_a_list)
{
	struct making making = begin("start");

	book.languages = 1;
	ck_str(head_language(&making), "");
	book.languages = 3;
	ck_str(head_language(&making), "9 Språk");
	end(&making);
}
END_TEST

START_TEST(the_terminal_gets_what_it_can_show)
{
	struct making making = begin("joy");

	ck_str(head_name(&making), "Hallsbergs kommun");
	window.glyphs.repertoire = CHARS_ASCII;
	ck_str(head_path(&making, 80), "Start > Vardeord");
	ck_str(head_language(&making), "9 In English");
	how.language = MAKE_ENGLISH;
	ck_str(head_language(&making), "9 Pa svenska");
	end(&making);
}
END_TEST

SUITE("sheet/head", a_path_goes_from_start_to_the_page_above,
      a_path_too_wide_loses_its_first_pages,
      inside_the_look_up_the_path_names_it,
      a_number_is_what_is_typed_to_get_there,
      the_language_key_speaks_the_language_it_leads_to,
      one_language_has_no_key_and_three_have_a_list,
      the_terminal_gets_what_it_can_show)
