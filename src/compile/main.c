/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * textkiosk-compile: reads a content folder, checks it, binds a book.
 * read -> translate -> check -> bind -> publish, and a report of all faults.
 */
#include "base/arena.h"
#include "base/die.h"
#include "base/report.h"
#include "base/str.h"
#include "book/calendar.h"
#include "compile/bind.h"
#include "compile/check.h"
#include "compile/po.h"
#include "compile/publish.h"
#include "compile/read.h"
#include "compile/translate.h"
#include "compile/verdict.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
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
static const char not_written[] = N_("%1$s was not written: %2$s.\n");
static const char no_folder[] = N_("%1$s cannot be opened: %2$s.\n");

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
	int32_t today; /* day: dates before it are past */
	struct arena *arena;
	struct faults faults;
	struct draft draft;
	struct pieces book;
	FILE *summary; /* standard output, if the book does not go there */
};

/* ------------------------------------------------------------------------
 * Words.
 */

static void say(const struct compiler *compiler, FILE *to, const char *sentence,
		struct str one, struct str two)
{
	const struct str args[] = { one, two };
	struct buf out = { 0 };

	fault_say(&compiler->faults, &out, sentence, args, 2);
	fwrite(out.at, 1, out.bytes, to);
	buf_free(&out);
}

static struct str reason(const struct compiler *compiler, int error)
{
	const char *sentence = other_reason;
	struct buf digits = { 0 }, words = { 0 };
	struct str number, kept;

	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].error == error)
			sentence = reasons[i].words;
	buf_number(&digits, (unsigned long)error);
	number = buf_str(&digits);
	fault_say(&compiler->faults, &words, sentence, &number, 1);
	kept = buf_keep(&words, compiler->arena);
	buf_free(&digits);
	buf_free(&words);
	return kept;
}

/* What the system has just refused to do with a file or folder. */
static void say_refused(const struct compiler *compiler, const char *pattern,
			const char *path)
{
	struct str why = reason(compiler, errno);

	say(compiler, stderr, pattern,
	    fault_quote(compiler->arena, str_of(path)), why);
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
		say(compiler, stdout, usage, STR(""), STR(""));
	else
		say(compiler, stderr, try_help, STR(""), STR(""));
	exit(option == '?' || fflush(stdout) ? COULD_NOT : GOOD);
}

static bool to_output(const struct options *options)
{
	return options->output && strcmp(options->output, "-") == 0;
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
	compiler->summary = to_output(options) ? stderr : stdout;
}

/* ------------------------------------------------------------------------
 * The work.
 */

static bool faulty(const struct compiler *compiler)
{
	return report_count(compiler->faults.report, REPORT_ERROR) > 0;
}

static void build(struct compiler *compiler, int dir)
{
	read_content(&compiler->draft, dir);
	check_content(&compiler->draft, compiler->today);
	if (!faulty(compiler)) {
		translate_content(&compiler->draft, dir);
		check_wording(&compiler->draft);
	}
	if (!faulty(compiler))
		bind_book(&compiler->draft, &compiler->book);
}

static void tell(FILE *to, struct buf *words)
{
	if (words->bytes)
		fwrite(words->at, 1, words->bytes, to);
	buf_free(words);
}

/*
 * All of it is made before any is told, so that a lack of memory is all that
 * is said; and it is told before the book is written, so that without the one
 * there is not the other.
 */
static bool deliver_verdict(struct compiler *compiler)
{
	struct buf faults = { 0 }, summary = { 0 };

	verdict_faults(&compiler->draft, &faults);
	if (compiler->options.check)
		verdict_summary(&compiler->draft, compiler->today, &summary);
	tell(stderr, &faults);
	tell(compiler->summary, &summary);
	if (fflush(compiler->summary) == 0)
		return true;
	say_refused(compiler, not_written, "-");
	return false;
}

static bool deliver(struct compiler *compiler)
{
	const char *path = compiler->options.output;
	const struct pieces *book = &compiler->book;

	if (!path)
		return true;
	if (to_output(&compiler->options) ? publish_to(STDOUT_FILENO, book)
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
	bool told;

	if (dir < 0) {
		say_refused(compiler, no_folder, compiler->options.folder);
		return COULD_NOT;
	}
	build(compiler, dir);
	close(dir);
	told = deliver_verdict(compiler);
	if (faulty(compiler))
		return FAULTS_FOUND;
	return told && deliver_template(compiler) && deliver(compiler)
		       ? GOOD
		       : COULD_NOT;
}

int main(int argc, char **argv)
{
	struct compiler compiler = {
		.today = calendar_today((int64_t)time(NULL)),
	};
	int code;

	die_set_program("textkiosk-compile", COULD_NOT);
	/* Too large a file is refused like a full disk, not the end of us. */
	signal(SIGXFSZ, SIG_IGN);
	compiler.arena = arena_new();
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
