/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/publish.h"

#include "base/arena.h"
#include "suite.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <signal.h>
#include <unistd.h>

static bool publish(const char *to, struct str bytes)
{
	struct arena *arena = arena_new();
	struct pieces book = { 0 };
	bool good;
	int kept;

	pieces_add(&book, arena, bytes);
	good = publish_file(to, &book);
	kept = errno;
	arena_drop(arena);
	errno = kept;
	return good;
}

static char folder[64];
static char path[96];
static char old[96];

static void make_folder(void)
{
	strcpy(folder, "/tmp/textkiosk-publish.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/book", folder);
	snprintf(old, sizeof old, "%s/book.old", folder);
}

static void drop_folder(void)
{
	unlink(path);
	unlink(old);
	ck_assert_int_eq(rmdir(folder), 0);
}

static void ck_holds(const char *name, const char *wanted)
{
	char text[64] = "";
	FILE *file = fopen(name, "r");

	ck_assert_ptr_nonnull(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	ck_assert_str_eq(text, wanted);
}

static size_t files_in(const char *name)
{
	DIR *open = opendir(name);
	size_t count = 0;

	while (readdir(open))
		count++;
	closedir(open);
	return count - 2; /* . and .. */
}

START_TEST(the_old_one_stays_under_another_name)
{
	struct stat status;

	make_folder();
	ck_assert(publish(path, STR("one")));
	ck_holds(path, "one");
	ck_assert_uint_eq(files_in(folder), 1);
	ck_assert(publish(path, STR("two")));
	ck_assert(publish(path, STR("three")));
	ck_holds(path, "three");
	ck_holds(old, "two");
	ck_assert_uint_eq(files_in(folder), 2);
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_uint_eq(status.st_mode & 0777, 0644);
	drop_folder();
}
END_TEST

START_TEST(a_reader_keeps_what_it_has_opened)
{
	char text[4] = "";
	int fd;

	make_folder();
	ck_assert(publish(path, STR("one")));
	fd = open(path, O_RDONLY);
	ck_assert(publish(path, STR("two")));
	ck_assert_int_eq(read(fd, text, 3), 3);
	ck_assert_str_eq(text, "one");
	close(fd);
	drop_folder();
}
END_TEST

/* A file that may not grow is a disk that is full. */
START_TEST(what_cannot_be_written_changes_nothing)
{
	struct rlimit before, none = { 2, 2 };

	make_folder();
	ck_assert(publish(path, STR("one")));
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	none.rlim_max = before.rlim_max;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &none), 0);
	errno = 0;
	ck_assert(!publish(path, STR("three")));
	ck_assert_int_eq(errno, EFBIG);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	ck_holds(path, "one");
	ck_assert_uint_eq(files_in(folder), 1);
	drop_folder();
}
END_TEST

START_TEST(no_folder_is_told)
{
	errno = 0;
	ck_assert(!publish("/nowhere/at/all", STR("x")));
	ck_assert_int_eq(errno, ENOENT);
}
END_TEST

START_TEST(a_folder_is_no_place_for_a_book)
{
	make_folder();
	ck_assert(!publish(folder, STR("x")));
	ck_assert_uint_eq(files_in(folder), 0);
	drop_folder();
}
END_TEST

START_TEST(a_device_stays_a_device)
{
	struct stat status;

	ck_assert(publish("/dev/null", STR("x")));
	ck_assert_int_eq(stat("/dev/null", &status), 0);
	ck_assert(S_ISCHR(status.st_mode));
}
END_TEST

START_TEST(a_name_without_folder_is_here)
{
	make_folder();
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert(publish("book", STR("here")));
	ck_holds("book", "here");
	ck_assert_int_eq(chdir("/"), 0);
	drop_folder();
}
END_TEST

SUITE("compile/publish", the_old_one_stays_under_another_name,
      a_reader_keeps_what_it_has_opened, what_cannot_be_written_changes_nothing,
      no_folder_is_told, a_folder_is_no_place_for_a_book,
      a_device_stays_a_device, a_name_without_folder_is_here)
