/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is taken from a content folder, and what is not. Pipes, links, devices
 * and great files are in hostile.sh.
 */
#include "compile/file.h"

#include "base/arena.h"
#include "suite.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static struct faults faults;
static char folder[] = "/tmp/textkiosk-file-XXXXXX";
static int dir;

static void begin(void)
{
	strcpy(folder + strlen(folder) - 6, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	dir = open(folder, O_RDONLY | O_DIRECTORY);
	ck_assert_int_ge(dir, 0);
	arena = arena_new();
	faults = (struct faults){ .arena = arena, .report = report_new(arena) };
}

static void end(void)
{
	arena_drop(arena);
	close(dir);
	rmdir(folder);
}

static void write_file(const char *name, struct str bytes)
{
	int fd = openat(dir, name, O_WRONLY | O_CREAT | O_EXCL, 0600);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, bytes.at, bytes.bytes), (int)bytes.bytes);
	close(fd);
}

static void ck_told(const char *wanted)
{
	struct buf out = { 0 };

	report_write(faults.report, &out);
	ck_str(buf_str(&out), wanted);
	buf_free(&out);
}

/* The file's bytes are refused with exactly this. */
static void ck_refused(struct str bytes, const char *wanted)
{
	struct str got;

	begin();
	write_file("f", bytes);
	ck_assert(!file_read(&faults, arena, dir, "f", true, &got));
	ck_told(wanted);
	unlinkat(dir, "f", 0);
	end();
}

START_TEST(a_file_is_read_whole)
{
	struct str got;

	begin();
	write_file("f", STR("å\n"));
	ck_assert(file_read(&faults, arena, dir, "f", true, &got));
	ck_str(got, "å\n");
	ck_told("");
	unlinkat(dir, "f", 0);
	mkdirat(dir, "in", 0700);
	write_file("in/f", STR(""));
	ck_assert(file_read(&faults, arena, dir, "in/f", true, &got));
	ck_assert_uint_eq(got.bytes, 0);
	unlinkat(dir, "in/f", 0);
	unlinkat(dir, "in", AT_REMOVEDIR);
	end();
}
END_TEST

START_TEST(what_is_missing_is_told_only_if_it_must_be_there)
{
	struct str got;

	begin();
	ck_assert(!file_read(&faults, arena, dir, "f", false, &got));
	ck_told("");
	ck_assert(!file_read(&faults, arena, dir, "f", true, &got));
	ck_told("f: error: The file is missing.\n");
	end();
}
END_TEST

START_TEST(who_may_not_read_is_told_so)
{
	struct str got;

	begin();
	write_file("f", STR("x"));
	ck_assert_int_eq(fchmodat(dir, "f", 0, 0), 0);
	/* For root nothing is forbidden. */
	if (getuid() == 0)
		ck_assert_int_eq(seteuid(65534), 0);
	ck_assert(!file_read(&faults, arena, dir, "f", true, &got));
	ck_assert_int_eq(seteuid(getuid()), 0);
	ck_told("f: error: The file may not be read by you.\n");
	unlinkat(dir, "f", 0);
	end();
}
END_TEST

START_TEST(what_the_system_refuses_is_told_by_number)
{
	struct rlimit was, none;
	struct str got;

	begin();
	write_file("f", STR("x"));
	getrlimit(RLIMIT_NOFILE, &was);
	none = was;
	none.rlim_cur = 0;
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
	ck_assert(!file_read(&faults, arena, dir, "f", true, &got));
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &was), 0);
	ck_told("f: error: The file cannot be read (system error 24).\n");
	unlinkat(dir, "f", 0);
	end();
}
END_TEST

START_TEST(bytes_that_are_no_text_are_refused)
{
	ck_refused(STR("a\n\0"), "f:2: error: The file holds a NUL byte; save "
				 "it as text.\n");
	ck_refused(STR("a\n\xE5"), "f:2: error: The text is not UTF-8; save it "
				   "as UTF-8.\n");
	ck_refused(STR("\xC0\xAF"),
		   "f:1: error: The text is not UTF-8; save it "
		   "as UTF-8.\n");
	ck_refused(STR("\xED\xA0\x80"), "f:1: error: The text is not UTF-8; "
					"save it as UTF-8.\n");
}
END_TEST

SUITE("compile/file", a_file_is_read_whole,
      what_is_missing_is_told_only_if_it_must_be_there,
      who_may_not_read_is_told_so, what_the_system_refuses_is_told_by_number,
      bytes_that_are_no_text_are_refused)
