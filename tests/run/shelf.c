/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/shelf.h"

#include "run/published.h"
#include "run/signals.h"
#include "suite.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whose book it is. */
static struct str name_of(const struct book *book)
{
	return book_unit_text(book, book_site(book).name, 0);
}

/* Whether the loop would be woken to look for a new book. */
static bool told(void)
{
	struct pollfd watch = { .fd = shelf_watch(), .events = POLLIN };

	return poll(&watch, 1, 0) == 1;
}

START_TEST(a_good_file_is_taken_and_its_folder_watched)
{
	published_begin();
	published_book("Bygden");
	ck_assert_int_eq(shelf_open(published_path()), SHELF_GOOD);
	ck_assert(shelf_usable());
	ck_str(name_of(shelf_book()), "Bygden");
	ck_assert_str_eq(shelf_folder(), published_folder());
	ck_assert(!told());
	ck_assert(!shelf_take_new());
	published_end();
}
END_TEST

START_TEST(a_new_book_is_told_and_taken_the_old_one_stays_mapped)
{
	struct book old;

	published_begin();
	published_book("Bygden");
	shelf_open(published_path());
	old = *shelf_book();
	published_book("Staden");
	ck_assert(told());
	ck_str(name_of(shelf_book()), "Bygden");
	ck_assert(shelf_take_new());
	ck_assert(!told());
	ck_str(name_of(shelf_book()), "Staden");
	ck_str(name_of(&old), "Bygden");
	ck_assert(!shelf_take_new());
	published_end();
}
END_TEST

START_TEST(a_bad_new_book_is_refused_the_good_one_stays)
{
	published_begin();
	published_book("Bygden");
	shelf_open(published_path());
	published_bytes(STR("no book"));
	ck_assert(told());
	ck_assert(!shelf_take_new());
	ck_assert(shelf_usable());
	ck_str(name_of(shelf_book()), "Bygden");
	published_book("Staden");
	ck_assert(shelf_take_new());
	ck_str(name_of(shelf_book()), "Staden");
	published_end();
}
END_TEST

START_TEST(where_there_is_none_one_may_come)
{
	published_begin();
	ck_assert_int_eq(shelf_open(published_path()), SHELF_MISSING);
	ck_assert(!shelf_usable());
	ck_assert_uint_eq(book_count(shelf_book(), FORMAT_PAGE), 0);
	ck_assert(!shelf_take_new());
	published_book("Bygden");
	ck_assert(told());
	ck_assert(shelf_take_new());
	ck_assert(shelf_usable());
	ck_str(name_of(shelf_book()), "Bygden");
	published_end();
}
END_TEST

/* A pipe is not waited for, and no folder is read as a file. */
START_TEST(what_is_no_book_is_bad)
{
	published_begin();
	published_bytes(STR("no book"));
	ck_assert_int_eq(shelf_open(published_path()), SHELF_BAD);
	unlink(published_path());
	ck_assert_int_eq(mkfifo(published_path(), 0600), 0);
	ck_assert_int_eq(shelf_open(published_path()), SHELF_BAD);
	ck_assert_int_eq(shelf_open(published_folder()), SHELF_BAD);
	ck_assert(!shelf_usable());
	published_end();
}
END_TEST

START_TEST(a_file_that_shrinks_turns_into_zeros)
{
	published_begin();
	published_book("Bygden");
	shelf_open(published_path());
	signals_take_faults();
	ck_assert_int_eq(truncate(published_path(), 0), 0);
	ck_str(name_of(shelf_book()), "");
	ck_assert(!shelf_usable());
	ck_assert(!shelf_take_new());
	published_book("Staden");
	ck_assert(shelf_take_new());
	ck_assert(shelf_usable());
	ck_str(name_of(shelf_book()), "Staden");
	published_end();
}
END_TEST

START_TEST(one_that_is_written_over_is_shown_no_more)
{
	char junk[64] = { 0 };
	int fd;

	published_begin();
	published_book("Bygden");
	shelf_open(published_path());
	fd = open(published_path(), O_WRONLY | O_CLOEXEC);
	ck_assert_int_eq(write(fd, junk, sizeof junk), sizeof junk);
	close(fd);
	ck_assert(told());
	ck_assert(!shelf_take_new());
	ck_assert(!shelf_usable());
	published_end();
}
END_TEST

START_TEST(nobody_elses_memory_is_mended)
{
	char here;

	ck_assert(!shelf_mend(&here));
	published_begin();
	published_book("Bygden");
	shelf_open(published_path());
	ck_assert(!shelf_mend(&here));
	ck_assert(!shelf_mend(NULL));
	ck_assert(shelf_usable());
	published_end();
}
END_TEST

/* The compiler stands beside this program: tests/run/local.mk. */
START_TEST(a_folder_becomes_a_book_for_good)
{
	const char *source = getenv("srcdir");
	char content[4096];

	snprintf(content, sizeof content, "%s/content", source ? source : "..");
	ck_assert_int_eq(shelf_make(content, "sv"), SHELF_GOOD);
	ck_assert_int_eq(shelf_open(content), SHELF_GOOD);
	ck_assert(shelf_usable());
	ck_str(name_of(shelf_book()), "Hallsbergs kommun");
	ck_assert_ptr_null(shelf_folder());
	ck_assert_int_eq(shelf_watch(), -1);
	ck_assert(!shelf_take_new());
}
END_TEST

/* The compiler's sentences are the test's log. */
START_TEST(a_folder_with_faults_is_none)
{
	char site[64];
	FILE *file;

	published_begin();
	snprintf(site, sizeof site, "%s/site.xml", published_folder());
	file = fopen(site, "w");
	ck_assert_ptr_nonnull(file);
	fputs("no content", file);
	fclose(file);
	ck_assert_int_eq(shelf_make(published_folder(), "en"), SHELF_BAD);
	ck_assert(!shelf_usable());
	unlink(site);
	published_end();
}
END_TEST

START_TEST(of_anything_else_nothing_is_made)
{
	published_begin();
	published_book("Bygden");
	ck_assert_int_eq(shelf_make(NULL, "sv"), SHELF_GOOD);
	ck_assert_int_eq(shelf_make("no-such-thing", "sv"), SHELF_GOOD);
	ck_assert_int_eq(shelf_make(published_path(), "sv"), SHELF_GOOD);
	ck_assert(!shelf_usable());
	ck_assert_int_eq(shelf_open(published_path()), SHELF_GOOD);
	ck_str(name_of(shelf_book()), "Bygden");
	published_end();
}
END_TEST

SUITE("run/shelf", a_good_file_is_taken_and_its_folder_watched,
      a_new_book_is_told_and_taken_the_old_one_stays_mapped,
      a_bad_new_book_is_refused_the_good_one_stays,
      where_there_is_none_one_may_come, what_is_no_book_is_bad,
      a_file_that_shrinks_turns_into_zeros,
      one_that_is_written_over_is_shown_no_more, nobody_elses_memory_is_mended,
      a_folder_becomes_a_book_for_good, a_folder_with_faults_is_none,
      of_anything_else_nothing_is_made)
