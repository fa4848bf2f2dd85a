/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory runs out in all that needs no terminal: what textkiosk prints, its
 * line dialogue, and textkiosk-compile. The argument says which requests are
 * tried: every one, or every so many-th.
 */
#include "fail/attempt.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#define OLD_BOOK "what stood there before\n"
#define NOW	 "--now=2026-11-24T10:00"
#define VISITOR	 "build/textkiosk-memory"
#define EDITOR	 "build/textkiosk-compile-memory"
#define SHIPPED	 "build/textkiosk.book"

static const struct run {
	const char *name;
	const char *argv[8];
	const char *typed;
	unsigned step; /* of the large ones not every request is tried */
	int good;      /* exit code */
} runs[] = {
	{ "--hours", { VISITOR, "--hours", NOW, SHIPPED }, "", 1, 0 },
	{ "--find", { VISITOR, "--find=tider", NOW, SHIPPED }, "", 1, 0 },
	{ "--dump", { VISITOR, "--dump", NOW, SHIPPED }, "", 5, 0 },
	{ "--dump=1 --reader",
	  { VISITOR, "--dump=1", "--reader", NOW, SHIPPED },
	  "",
	  1,
	  0 },
	{ "--line",
	  { VISITOR, "--line", "--unconfined", NOW, SHIPPED },
	  "4\n\ntider\n9\nq\n",
	  2,
	  0 },
	{ "--check, -o, --pot",
	  { EDITOR, "--check", "--lang=en", "-o", "book", "--pot=pot", "good" },
	  "",
	  1,
	  0 },
	{ "-o, faults",
	  { EDITOR, "--lang=en", "--check", "-o", "book", "bad" },
	  "",
	  1,
	  1 },
	{ "-o, the real content",
	  { EDITOR, "--lang=sv", "--check", "-o", "book", "source/content" },
	  "",
	  61,
	  0 },
};

static struct buf good_out, good_book, good_pot; /* where nothing failed */

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");

	if (!file || fputs(text, file) < 0 || fclose(file) != 0)
		abort();
}

static int run_it(void *about)
{
	const struct run *run = about;

	write_file("in.tmp", run->typed);
	write_file("book", OLD_BOOK);
	unlink("book.old");
	unlink("pot");
	return attempt_start(run->argv, "in.tmp");
}

/* A temporary file would be beside the book under a longer name. */
static bool leaves_files(void)
{
	DIR *folder = opendir(".");
	struct dirent *entry;
	bool found = false;

	while ((entry = readdir(folder)))
		found |= strncmp(entry->d_name, "book.", 5) == 0 &&
			 strcmp(entry->d_name, "book.old") != 0;
	closedir(folder);
	return found;
}

static void keep(struct buf *kept, const char *name)
{
	buf_clear(kept);
	buf_add(kept, attempt_file(name));
}

static bool same(const struct buf *kept, const char *name)
{
	return str_equal(buf_str(kept), attempt_file(name));
}

static const char *judge(void *about, int code, bool first)
{
	const struct run *run = about;

	if (first) {
		keep(&good_out, ATTEMPT_OUT);
		keep(&good_book, "book");
		keep(&good_pot, "pot");
	}
	if (leaves_files())
		return "leaves a temporary file";
	if (code != run->good)
		return str_equal(attempt_file("book"), STR(OLD_BOOK))
			       ? NULL
			       : "touches the old book";
	if (!same(&good_out, ATTEMPT_OUT))
		return "prints something else";
	if (!same(&good_book, "book") || !same(&good_pot, "pot"))
		return "makes something else";
	return NULL;
}

static void try(const struct run *run, unsigned step)
{
	const struct attempt attempt = {
		.name = run->name,
		.step = step * run->step,
		.good = run->good,
		.scarce = strcmp(run->argv[0], EDITOR) == 0 ? 2 : EX_OSERR,
		.run = run_it,
		.judge = judge,
		.about = (void *)run,
	};

	attempt_all(&attempt);
}

int main(int argc, char **argv)
{
	unsigned step = argc > 1 ? (unsigned)atoi(argv[1]) : 1;

	attempt_begin();
	if (symlink("source/tests/content/good", "good") < 0 ||
	    symlink("source/tests/content/title-long", "bad") < 0)
		abort();
	for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
		try(&runs[i], step);
	attempt_end();
	buf_free(&good_out);
	buf_free(&good_book);
	buf_free(&good_pot);
	return 0;
}
