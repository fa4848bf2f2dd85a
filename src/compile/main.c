/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * textkiosk-compile: reads a content folder, checks it, binds a book.
 * read -> translate -> check -> bind -> publish, and a report of all faults.
 */
#include "base/arena.h"
#include "base/report.h"
#include "base/str.h"
#include "book/calendar.h"
#include "compile/bind.h"
#include "compile/check.h"
#include "compile/po.h"
#include "compile/publish.h"
#include "compile/read.h"
#include "compile/translate.h"
#include "text/words.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Exit codes: what was found out about the content. */
enum { GOOD = 0, FAULTS_FOUND = 1, COULD_NOT = 2 };

/* Every sentence of this file; the Swedish comes from the catalogue. */
#define N_(words) words
static const char usage[] =
	N_("Usage: textkiosk-compile [OPTION]... FOLDER\n"
	   "Check a folder of content and bind it into one book.\n"
	   "\n"
	   "  -o FILE        write the book; - is standard output\n"
	   "  --check        check only, and say what there is\n"
	   "  --pot=FILE     write the template for translators\n"
	   "  --lang=sv|en   language of the messages\n"
	   "  --help         this help\n"
	   "  --version      the version\n"
	   "\n"
	   "Exit code: 0 good, 1 faults found, 2 could not check.\n");
static const char try_help[] = N_("Try textkiosk-compile --help.\n");
static const char and_more[] = N_("… and %1$s more.\n");
static const char not_written[] = N_("%1$s was not written: %2$s.\n");
static const char no_folder[] = N_("%1$s cannot be opened: %2$s.\n");
static const char summary_good[] =
	N_("%1$s screens, %2$s texts: no errors, %3$s warnings.\n");
static const char summary_bad[] =
	N_("%1$s errors, %2$s warnings: no book is made.\n");
static const char summary_language[] =
	N_("%1$s: %2$s of %3$s texts translated.\n");
static const char summary_oldest[] =
	N_("The oldest text is from %1$s: %2$s.\n");

/* Why the system refuses, without libc's words, which are English. */
static const struct {
	int error;
	const char *words;
} reasons[] = {
	{ ENOENT, N_("there is no such file or folder") },
	{ ENOTDIR, N_("it is no folder") },
	{ EISDIR, N_("it is a folder") },
	{ EACCES, N_("you may not") },
	{ EPERM, N_("you may not") },
	{ ENOSPC, N_("the disk is full") },
	{ EROFS, N_("the disk can only be read") },
};
static const char other_reason[] = N_("system error %1$s");

struct options {
	const char *folder;
	const char *output; /* NULL: none */
	const char *pot;    /* NULL: none */
	bool check;
	const char *language; /* of messages */
};

struct compiler {
	struct options options;
	struct arena *arena;
	struct faults faults;
	struct draft draft;
	struct pieces book;
};

/* ------------------------------------------------------------------------
 * Words.
 */

static struct str translated(const struct compiler *compiler, const char *words)
{
	struct str said = catalog_find(&compiler->faults.catalog, NULL, words);

	return said.at ? said : str_of(words);
}

static void say(const struct compiler *compiler, FILE *to, const char *pattern,
		struct str one, struct str two, struct str three)
{
	const struct str args[] = { one, two, three };
	struct buf out = { 0 };

	words_fill(&out, translated(compiler, pattern), args, 3);
	fwrite(out.at, 1, out.bytes, to);
	buf_free(&out);
}

static struct str number(const struct compiler *compiler, size_t value)
{
	struct buf digits = { 0 };
	struct str kept;

	buf_number(&digits, value);
	kept = buf_keep(&digits, compiler->arena);
	buf_free(&digits);
	return kept;
}

static struct str reason(const struct compiler *compiler, int error)
{
	struct str digits = number(compiler, (size_t)error);
	struct buf words = { 0 };
	struct str kept;

	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].error == error)
			return translated(compiler, reasons[i].words);
	words_fill(&words, translated(compiler, other_reason), &digits, 1);
	kept = buf_keep(&words, compiler->arena);
	buf_free(&words);
	return kept;
}

/* What the system has just refused to do with a file or folder. */
static void say_refused(const struct compiler *compiler, const char *pattern,
			const char *path)
{
	struct str why = reason(compiler, errno);

	say(compiler, stderr, pattern,
	    fault_quote(compiler->arena, str_of(path)), why, STR(""));
}

static bool read_file(const char *path, struct buf *out)
{
	char piece[4096];
	ssize_t got;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	while ((got = read(fd, piece, sizeof piece)) > 0)
		buf_add(out, (struct str){ piece, (size_t)got });
	close(fd);
	return got == 0;
}

/* "catalogs/sv.mo" beside this program, else where make install puts it. */
static void load_catalog(struct compiler *compiler, const char *language)
{
	char path[4096];
	struct buf file = { 0 };
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 64);
	char *slash;

	path[length > 0 ? length : 0] = '\0';
	slash = strrchr(path, '/');
	if (slash)
		snprintf(slash + 1, 64, "catalogs/%.8s.mo", language);
	if (!slash || !read_file(path, &file)) {
		buf_clear(&file);
		snprintf(path, sizeof path, "%s/%.8s/LC_MESSAGES/textkiosk.mo",
			 LOCALEDIR, language);
		read_file(path, &file);
	}
	if (file.bytes)
		catalog_open(&compiler->faults.catalog,
			     arena_copy(compiler->arena, file.at, file.bytes),
			     file.bytes);
	buf_free(&file);
}

/* --lang, else the first variable that names a language we speak. */
static const char *message_language(const struct options *options)
{
	static const char *const names[] = { "LANGUAGE", "LC_ALL",
					     "LC_MESSAGES", "LANG" };

	if (options->language)
		return options->language;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);

		if (value && strncmp(value, "en", 2) == 0)
			return "en";
		if (value && strncmp(value, "sv", 2) == 0)
			return "sv";
	}
	return "sv";
}

/* ------------------------------------------------------------------------
 * Options.
 */

enum {
	OPTION_CHECK = 256,
	OPTION_POT,
	OPTION_LANG,
	OPTION_HELP,
	OPTION_VERSION
};

static const struct option long_options[] = {
	{ "check", no_argument, NULL, OPTION_CHECK },
	{ "pot", required_argument, NULL, OPTION_POT },
	{ "lang", required_argument, NULL, OPTION_LANG },
	{ "help", no_argument, NULL, OPTION_HELP },
	{ "version", no_argument, NULL, OPTION_VERSION },
	{ NULL, 0, NULL, 0 },
};

static bool known_language(const char *code)
{
	return strcmp(code, "sv") == 0 || strcmp(code, "en") == 0;
}

/* What --help and --version print, and wrong words. */
static _Noreturn void leave(struct compiler *compiler, int option)
{
	load_catalog(compiler, message_language(&compiler->options));
	if (option == OPTION_VERSION)
		printf("textkiosk-compile %s\n", VERSION);
	else if (option == OPTION_HELP)
		say(compiler, stdout, usage, STR(""), STR(""), STR(""));
	else
		say(compiler, stderr, try_help, STR(""), STR(""), STR(""));
	exit(option == '?' || fflush(stdout) ? COULD_NOT : GOOD);
}

static void take_options(struct compiler *compiler, int argc, char **argv)
{
	struct options *options = &compiler->options;
	int option;

	opterr = 0;
	while ((option = getopt_long(argc, argv, "o:", long_options, NULL)) !=
	       -1) {
		if (option == 'o')
			options->output = optarg;
		else if (option == OPTION_CHECK)
			options->check = true;
		else if (option == OPTION_POT)
			options->pot = optarg;
		else if (option == OPTION_LANG && known_language(optarg))
			options->language = optarg;
		else
			leave(compiler, option == OPTION_LANG ? '?' : option);
	}
	if (optind + 1 != argc ||
	    (!options->output && !options->check && !options->pot))
		leave(compiler, '?');
	options->folder = argv[optind];
}

/* ------------------------------------------------------------------------
 * The work.
 */

static int32_t today(void)
{
	return (int32_t)(calendar_local((int64_t)time(NULL)) / 1440);
}

static bool faulty(const struct compiler *compiler)
{
	return report_count(compiler->faults.report, REPORT_ERROR) > 0;
}

static void build(struct compiler *compiler, int dir)
{
	read_content(&compiler->draft, dir);
	check_content(&compiler->draft, today());
	if (!faulty(compiler)) {
		translate_content(&compiler->draft, dir);
		check_wording(&compiler->draft);
	}
	if (!faulty(compiler))
		bind_book(&compiler->draft, &compiler->book);
}

static void tell_faults(struct compiler *compiler)
{
	struct buf out = { 0 };
	size_t more = report_write(compiler->faults.report, &out);

	if (out.bytes)
		fwrite(out.at, 1, out.bytes, stderr);
	if (more)
		say(compiler, stderr, and_more, number(compiler, more), STR(""),
		    STR(""));
	buf_free(&out);
}

/* The page whose source is oldest: what an editor should look at first. */
static const struct draft_page *oldest(const struct draft *draft)
{
	const struct draft_page *found = NULL;

	for (size_t i = 0; i < draft->pages.count; i++) {
		const struct draft_page *page = &draft->pages.at[i];

		if (page->source.year &&
		    (!found ||
		     page->source.year * 12 + page->source.month <
			     found->source.year * 12 + found->source.month))
			found = page;
	}
	return found;
}

static void summarise_languages(struct compiler *compiler)
{
	for (size_t i = 1; i < compiler->draft.language_count; i++) {
		struct translate_count count =
			translate_count(&compiler->draft, i);

		say(compiler, stdout, summary_language,
		    compiler->draft.languages[i].name,
		    number(compiler, count.translated),
		    number(compiler, count.units));
	}
}

static void summarise_oldest(struct compiler *compiler)
{
	const struct draft_page *page = oldest(&compiler->draft);
	struct buf month = { 0 };

	if (!page)
		return;
	buf_number(&month, page->source.year);
	buf_add(&month, page->source.month < 10 ? STR("-0") : STR("-"));
	buf_number(&month, page->source.month);
	say(compiler, stdout, summary_oldest, buf_str(&month),
	    fault_quote(compiler->arena, page->place.file), STR(""));
	buf_free(&month);
}

static void summarise(struct compiler *compiler)
{
	struct str errors = number(
		compiler, report_count(compiler->faults.report, REPORT_ERROR));
	struct str warnings =
		number(compiler,
		       report_count(compiler->faults.report, REPORT_WARNING));

	if (faulty(compiler)) {
		say(compiler, stdout, summary_bad, errors, warnings, STR(""));
		return;
	}
	say(compiler, stdout, summary_good,
	    number(compiler, compiler->draft.pages.count),
	    number(compiler, translate_count(&compiler->draft, 0).units),
	    warnings);
	summarise_languages(compiler);
	summarise_oldest(compiler);
}

static bool deliver(struct compiler *compiler)
{
	const char *path = compiler->options.output;
	const struct pieces *book = &compiler->book;

	if (!path)
		return true;
	if (strcmp(path, "-") == 0 ? publish_to(STDOUT_FILENO, book)
				   : publish_file(path, book))
		return true;
	say_refused(compiler, not_written, path);
	return false;
}

static bool deliver_template(struct compiler *compiler)
{
	const char *path = compiler->options.pot;

	if (!path || po_template(&compiler->draft, path))
		return true;
	say_refused(compiler, not_written, path);
	return false;
}

static int run(struct compiler *compiler)
{
	int dir = open(compiler->options.folder,
		       O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool delivered;

	if (dir < 0) {
		say_refused(compiler, no_folder, compiler->options.folder);
		return COULD_NOT;
	}
	build(compiler, dir);
	close(dir);
	tell_faults(compiler);
	if (compiler->options.check)
		summarise(compiler);
	if (faulty(compiler))
		return FAULTS_FOUND;
	delivered = deliver_template(compiler) && deliver(compiler);
	if (fflush(stdout))
		delivered = false;
	return delivered ? GOOD : COULD_NOT;
}

int main(int argc, char **argv)
{
	struct compiler compiler = { .arena = arena_new() };
	int code;

	take_options(&compiler, argc, argv);
	load_catalog(&compiler, message_language(&compiler.options));
	compiler.faults.arena = compiler.arena;
	compiler.faults.report = report_new(compiler.arena);
	draft_begin(&compiler.draft, &compiler.faults);
	code = run(&compiler);
	draft_end(&compiler.draft);
	arena_drop(compiler.arena);
	return code;
}
