/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What this program finds beside itself is made by tests/run/local.mk: the
 * compiler, and a catalogue.
 */
#include "run/surroundings.h"

#include "book/make.h"
#include "run/signals.h"
#include "suite.h"

#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Pairs of name and value, and NULL. */
static struct surroundings taken_with(const char *const variables[])
{
	clearenv();
	for (; *variables; variables += 2)
		setenv(variables[0], variables[1], 1);
	return surroundings_take();
}

static bool same_file(int fd, const char *path)
{
	struct stat open, named;

	return fstat(fd, &open) == 0 && stat(path, &named) == 0 &&
	       open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

/* In a child: it has to do without the descriptors of Check. */
static bool descriptors_become_real(void)
{
	int pipe_ends[2];

	if (pipe(pipe_ends) < 0 || dup2(pipe_ends[1], 1) < 0 ||
	    dup2(pipe_ends[0], 9) < 0)
		return false;
	close(0);
	close(2);
	surroundings_descriptors();
	return same_file(0, "/dev/null") && same_file(2, "/dev/null") &&
	       !same_file(1, "/dev/null") && fcntl(1, F_GETFL) >= 0 &&
	       fcntl(3, F_GETFD) < 0 && fcntl(9, F_GETFD) < 0;
}

START_TEST(descriptors_are_three_and_real)
{
	pid_t child = fork();
	int status;

	if (child == 0)
		_exit(descriptors_become_real() ? 0 : 1);
	waitpid(child, &status, 0);
	ck_assert_int_eq(status, 0);
}
END_TEST

START_TEST(nothing_is_left_of_the_environment)
{
	static const char *const variables[] = { "TERM",    "xterm", "TERMINFO",
						 "/tmp",    "HOME",  "/",
						 "LOCPATH", "/tmp",  "LANG",
						 "sv",	    NULL };

	taken_with(variables);
	ck_assert_ptr_null(getenv("TERM"));
	ck_assert_ptr_null(getenv("TERMINFO"));
	ck_assert(!environ || !*environ);
}
END_TEST

#define SIXTEEN "0123456789abcdef"

START_TEST(a_terminal_is_a_harmless_name)
{
	static const struct {
		const char *value, *kept;
	} terms[] = {
		{ "xterm-256color", "xterm-256color" },
		{ "screen.linux+x_y", "screen.linux+x_y" },
		{ SIXTEEN SIXTEEN SIXTEEN SIXTEEN,
		  SIXTEEN SIXTEEN SIXTEEN SIXTEEN },
		{ SIXTEEN SIXTEEN SIXTEEN SIXTEEN "0", "" },
		{ "../xterm", "" },
		{ "xterm\033[H", "" },
		{ "xterm ", "" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		ck_assert_str_eq(
			taken_with((const char *[]){ "TERM", terms[i].value,
						     NULL })
				.term,
			terms[i].kept);
}
END_TEST

START_TEST(the_first_language_that_is_spoken_is_kept)
{
	static const struct {
		const char *variables[5];
		const char *kept;
	} locales[] = {
		{ { "LANG", "sv_SE.UTF-8" }, "sv" },
		{ { "LANG", "C.UTF-8" }, "" },
		{ { "LANG", "svx" }, "" },
		{ { "LANG", "sv/../en" }, "" },
		{ { "LC_ALL", "en_GB", "LANG", "sv_SE" }, "en" },
		{ { "LC_MESSAGES", "sv", "LANG", "en" }, "sv" },
		{ { "LANGUAGE", "fi:sv:en", "LC_ALL", "en" }, "sv" },
		{ { "LANGUAGE", "fi:enm", "LC_ALL", "en@quot" }, "en" },
		{ { "LC_CTYPE", "sv_SE" }, "" },
	};

	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++)
		ck_assert_str_eq(taken_with(locales[i].variables).language,
				 locales[i].kept);
}
END_TEST

START_TEST(the_codeset_is_that_of_the_first_variable)
{
	static const struct {
		const char *variables[5];
		bool other;
	} locales[] = {
		{ { NULL }, false },
		{ { "LANG", "sv_SE" }, false },
		{ { "LANG", "sv_SE.UTF-8" }, false },
		{ { "LANG", "sv_SE.utf8@x" }, false },
		{ { "LANG", "sv_SE.ISO-8859-1" }, true },
		{ { "LC_ALL", "C.UTF-8", "LANG", "sv_SE.ISO-8859-1" }, false },
		{ { "LC_CTYPE", "sv_SE.KOI8-R", "LANG", "C.UTF-8" }, true },
	};

	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++)
		ck_assert_msg(taken_with(locales[i].variables).other_codeset ==
				      locales[i].other,
			      "locale %zu", i);
}
END_TEST

START_TEST(a_reader_is_asked_for_by_any_value_but_0)
{
	static const char *const yes[] = { "TEXTKIOSK_READER", "1", NULL };
	static const char *const no[] = { "TEXTKIOSK_READER", "0", NULL };
	static const char *const empty[] = { "TEXTKIOSK_READER", "", NULL };

	ck_assert(taken_with(yes).reader);
	ck_assert(!taken_with(no).reader);
	ck_assert(!taken_with(empty).reader);
	ck_assert(!taken_with(empty + 2).reader);
}
END_TEST

START_TEST(the_locale_is_c_with_or_without_utf_8)
{
	setenv("LC_ALL", "sv_SE.ISO-8859-1", 1);
	ck_assert(!surroundings_set_locale(false));
	ck_assert_str_eq(setlocale(LC_CTYPE, NULL), "C");
	ck_assert(surroundings_set_locale(true));
	ck_assert_str_eq(nl_langinfo(CODESET), "UTF-8");
	ck_assert_str_eq(setlocale(LC_TIME, NULL), "C");
}
END_TEST

static struct str said_by(const struct catalog *catalog)
{
	return catalog_find(catalog, NULL, "Reader style is on.");
}

START_TEST(a_catalogue_is_found_beside_the_program)
{
	static const char *const none[] = { "en", "", "xx", "../catalogs/sv",
					    SIXTEEN SIXTEEN };
	struct catalog catalog = surroundings_catalog(STR("sv"));

	ck_assert_uint_gt(catalog.count, 100);
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		catalog = surroundings_catalog(str_of(none[i]));
		ck_assert_uint_eq(catalog.count, 0);
	}
}
END_TEST

START_TEST(a_book_has_its_catalogues_in_its_order)
{
	struct make *make = make_new();
	const struct catalog *catalogs;
	struct book book;

	make_page(make, "start", 0, "Bygden", "The Place");
	book = make_book(make);
	catalogs = surroundings_catalogs(&book);
	ck_assert_uint_gt(catalogs[MAKE_SWEDISH].count, 100);
	ck_assert_uint_eq(catalogs[MAKE_ENGLISH].count, 0);
	make_free(make);
	/* Without a book, too, something is said in Swedish. */
	book = (struct book){ 0 };
	ck_assert_uint_gt(surroundings_catalogs(&book)[0].count, 100);
}
END_TEST

/* A copy beside the real one, under a name that is this process's. */
static void copy_catalog(const char *path)
{
	char bytes[4096];
	FILE *from = fopen("tests/run/catalogs/sv.mo", "rb");
	FILE *to = fopen(path, "wb");
	size_t got;

	ck_assert(from && to);
	while ((got = fread(bytes, 1, sizeof bytes, from)) > 0)
		ck_assert_uint_eq(fwrite(bytes, 1, got, to), got);
	fclose(from);
	ck_assert_int_eq(fclose(to), 0);
}

START_TEST(a_catalogue_that_shrinks_says_nothing_until_asked_for_again)
{
	struct catalog catalog;
	char code[17], path[64], here;

	snprintf(code, sizeof code, "t%d", (int)getpid());
	snprintf(path, sizeof path, "tests/run/catalogs/%s.mo", code);
	copy_catalog(path);
	catalog = surroundings_catalog(str_of(code));
	ck_assert_uint_gt(said_by(&catalog).bytes, 0);
	signals_take_faults();
	ck_assert_int_eq(truncate(path, 0), 0);
	ck_str(said_by(&catalog), "");
	ck_assert(!surroundings_mend(&here));
	copy_catalog(path);
	catalog = surroundings_catalog(str_of(code));
	ck_assert_uint_gt(said_by(&catalog).bytes, 0);
	unlink(path);
}
END_TEST

START_TEST(a_program_of_ours_stands_beside_this_one)
{
	char path[PATH_MAX], small[16];

	ck_assert(surroundings_program("textkiosk-compile", path, sizeof path));
	ck_assert_int_eq(path[0], '/');
	ck_assert_ptr_nonnull(strstr(path, "/tests/run/textkiosk-compile"));
	ck_assert(!surroundings_program("no-such-program", path, sizeof path));
	ck_assert(!surroundings_program("textkiosk-compile", small,
					sizeof small));
}
END_TEST

START_TEST(only_a_console_has_glyphs)
{
	struct chars_glyphs glyphs = { .repertoire = CHARS_UNICODE };
	int ends[2];

	ck_assert_int_eq(pipe(ends), 0);
	ck_assert(!surroundings_glyphs(ends[0], &glyphs));
	ck_assert_int_eq(glyphs.repertoire, CHARS_UNICODE);
}
END_TEST

SUITE("run/surroundings", descriptors_are_three_and_real,
      nothing_is_left_of_the_environment, a_terminal_is_a_harmless_name,
      the_first_language_that_is_spoken_is_kept,
      the_codeset_is_that_of_the_first_variable,
      a_reader_is_asked_for_by_any_value_but_0,
      the_locale_is_c_with_or_without_utf_8,
      a_catalogue_is_found_beside_the_program,
      a_book_has_its_catalogues_in_its_order,
      a_catalogue_that_shrinks_says_nothing_until_asked_for_again,
      a_program_of_ours_stands_beside_this_one, only_a_console_has_glyphs)
