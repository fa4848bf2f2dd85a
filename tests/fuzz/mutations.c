/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * mutations COUNT [SEED]: random mutations of the real content, each read,
 * checked, translated and bound as textkiosk-compile does it. Nothing may
 * crash, hang or leak; a build with sanitizers says so. A seed gives the same
 * mutation on every machine; of what goes wrong the seed is told.
 */
#include "base/arena.h"
#include "base/die.h"
#include "compile/bind.h"
#include "compile/check.h"
#include "compile/read.h"
#include "compile/translate.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TODAY = 20781, MOST_FILES = 64, MOST_CHANGES = 6, HANG_SECONDS = 60 };

/* A file of the content as it is shipped. */
static struct file {
	char name[128];
	struct str bytes;
} files[MOST_FILES];
static size_t file_count;

static char folder[] = "/tmp/textkiosk-mutations-XXXXXX";
static int dir;
static unsigned long seed;

/* ------------------------------------------------------------------------
 * Chance (xorshift64*), the same everywhere.
 */

static uint64_t chance;

static size_t below(size_t limit)
{
	chance ^= chance >> 12;
	chance ^= chance << 25;
	chance ^= chance >> 27;
	return (size_t)(chance * UINT64_C(2685821657736338717) >> 16) % limit;
}

/* ------------------------------------------------------------------------
 * Files.
 */

static struct str read_all(int at, const char *name)
{
	static char piece[1 << 20];
	int fd = openat(at, name, O_RDONLY);
	ssize_t got = read(fd, piece, sizeof piece);
	char *kept = got > 0 ? malloc((size_t)got) : NULL;

	die_unless(kept);
	close(fd);
	memcpy(kept, piece, (size_t)got);
	return (struct str){ kept, (size_t)got };
}

static void write_all(const char *name, struct str bytes)
{
	int fd = openat(dir, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	die_unless(fd >= 0 &&
		   write(fd, bytes.at, bytes.bytes) == (ssize_t)bytes.bytes);
	close(fd);
}

static void take_file(int at, const char *name)
{
	struct file *file = &files[file_count++];

	die_unless(file_count < MOST_FILES);
	snprintf(file->name, sizeof file->name, "%s", name);
	file->bytes = read_all(at, name);
	write_all(name, file->bytes);
}

static void take_pages(int content)
{
	struct dirent **entries;
	int count;

	die_unless(fchdir(content) == 0);
	count = scandir("pages", &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		char name[300];

		snprintf(name, sizeof name, "pages/%s", entries[i]->d_name);
		if (entries[i]->d_name[0] != '.')
			take_file(content, name);
		free(entries[i]);
	}
	free(entries);
}

static void take_content(void)
{
	const char *sources = getenv("srcdir");
	char path[1024];
	int content;

	snprintf(path, sizeof path, "%s/content", sources ? sources : ".");
	content = open(path, O_RDONLY | O_DIRECTORY);
	die_unless(content >= 0 && mkdtemp(folder));
	dir = open(folder, O_RDONLY | O_DIRECTORY);
	die_unless(dir >= 0 && mkdirat(dir, "pages", 0700) == 0 &&
		   mkdirat(dir, "po", 0700) == 0);
	take_file(content, "site.xml");
	take_file(content, "today.xml");
	take_file(content, "po/en.po");
	take_pages(content);
	close(content);
}

static void drop_content(void)
{
	for (size_t i = 0; i < file_count; i++) {
		unlinkat(dir, files[i].name, 0);
		free((char *)files[i].bytes.at);
	}
	unlinkat(dir, "pages", AT_REMOVEDIR);
	unlinkat(dir, "po", AT_REMOVEDIR);
	close(dir);
	rmdir(folder);
}

/* ------------------------------------------------------------------------
 * Mutations.
 */

/* What hurts where it stands by chance. */
static const char *const spices[] = {
	"<",
	">",
	"&",
	"&amp;",
	"&#x202E;",
	"\"",
	"'",
	"]]>",
	"<![CDATA[",
	"<!--",
	"-->",
	"<!DOCTYPE a>",
	"<p>",
	"</p>",
	"<a page=\"start\">",
	"</a>",
	"<li/>",
	"<term>Ö</term>",
	"<section id=\"x\">",
	"number=\"1\"",
	"id=\"start\"",
	"24:00",
	"2026-02-30",
	"99",
	"\n",
	"\t",
	"\"\n\"",
	"msgid \"\"\n",
	"msgstr",
	"#, fuzzy\n",
	"\xC3",
	"\xEF\xBB\xBF",
	"\xE2\x80\xAE",
	"\xC2\xAD",
	"e\xCC\x81",
	"\x1B",
	"%1$s",
	"0582-68 50 01",
};

/* A piece of any file of the content. */
static struct str piece(void)
{
	struct str from = files[below(file_count)].bytes;

	return str_first(str_from(from, below(from.bytes)), 1 + below(200));
}

/* Puts `middle` in the place of some bytes of a text. */
static void replace(struct buf *text, size_t at, size_t bytes,
		    struct str middle)
{
	struct buf made = { 0 };
	struct str all = buf_str(text);

	buf_add(&made, str_first(all, at));
	buf_add(&made, middle);
	buf_add(&made, str_from(all, at + bytes));
	buf_free(text);
	*text = made;
}

static void change(struct buf *text)
{
	size_t at = below(text->bytes + 1);
	char byte = (char)below(256);

	switch (below(6)) {
	case 0:
		replace(text, at, 1, (struct str){ &byte, 1 });
		break;
	case 1:
		replace(text, at, 1 + below(100), STR(""));
		break;
	case 2:
		replace(text, at, 0, piece());
		break;
	case 3:
		replace(text, at, below(40), piece());
		break;
	default:
		replace(text, at, below(3),
			str_of(spices[below(sizeof spices / sizeof *spices)]));
	}
}

/* One file gets a few changes; it is put back when it has been tried. */
static void mutate(const struct file *file)
{
	size_t changes = 1 + below(MOST_CHANGES);
	struct buf text = { 0 };

	buf_add(&text, file->bytes);
	while (changes--)
		change(&text);
	write_all(file->name, buf_str(&text));
	buf_free(&text);
}

/* ------------------------------------------------------------------------
 * One mutation.
 */

static bool good(const struct faults *faults)
{
	return report_count(faults->report, REPORT_ERROR) == 0;
}

/* Whether a book came of it. */
static bool compile(void)
{
	struct faults faults = { .arena = arena_new() };
	struct draft draft = { 0 };
	struct pieces book = { 0 };
	struct buf told = { 0 };
	bool bound;

	faults.report = report_new(faults.arena);
	draft_begin(&draft, &faults);
	read_content(&draft, dir);
	check_content(&draft, TODAY);
	if (good(&faults)) {
		translate_content(&draft, dir);
		check_wording(&draft);
	}
	bound = good(&faults) && bind_book(&draft, &book);
	report_write(faults.report, &told);
	buf_free(&told);
	draft_end(&draft);
	arena_drop(faults.arena);
	return bound;
}

static bool attempt(void)
{
	const struct file *file;
	bool bound;

	chance = seed * UINT64_C(0x9E3779B97F4A7C15) | 1;
	file = &files[below(file_count)];
	mutate(file);
	alarm(HANG_SECONDS);
	bound = compile();
	alarm(0);
	write_all(file->name, file->bytes);
	return bound;
}

/* abort() ends the process when this returns. */
static void tell_seed(int signal)
{
	char line[64];
	int bytes = snprintf(line, sizeof line, "# seed %lu, signal %d\n", seed,
			     signal);

	if (write(STDOUT_FILENO, line, (size_t)bytes) < 0 || signal == SIGALRM)
		_exit(1);
}

int main(int argc, char **argv)
{
	unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 300;
	unsigned long books = 0;

	seed = argc > 2 ? strtoul(argv[2], NULL, 10) : 1;
	signal(SIGALRM, tell_seed);
	signal(SIGABRT, tell_seed);
	take_content();
	puts("1..1");
	fflush(stdout);
	for (unsigned long i = 0; i < count; i++, seed++)
		books += attempt();
	drop_content();
	printf("# %lu of them still make a book\n", books);
	printf("ok 1 - %lu mutations of the content\n", count);
	return 0;
}
