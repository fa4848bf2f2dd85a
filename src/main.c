/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * textkiosk: shows one organisation's page in a terminal.
 *
 * The way through the code, floor by floor; a floor knows only those above
 * it in this list.
 *
 *	base/arena.c	memory that dies together
 *	base/str.c	slices of text, growing buffers
 *	base/report.c	faults of content, collected and sorted
 *	base/die.c	last words; the terminal is put back first
 *
 *	text/chars.c	characters: valid, wide, shown, folded
 *	text/breaks.c	where a line may end
 *	text/order.c	the order of A-Ö, and what a query is compared with
 *	text/near.c	whether what was typed is nearly a word
 *	text/catalog.c	reads a message catalogue
 *	text/words.c	every string of the program, once
 *
 *	book/format.h	the book file, record by record
 *	book/book.c	follows a mapped book safely
 *	book/calendar.c	dates, weeks, holidays, Swedish time
 *	book/hours.c	open or not, and until when
 *	book/search.c	finds words in the text of pages
 *	book/lookup.c	finds what was typed: words of A-Ö, then pages
 *	book/rank.c	how well a word of A-Ö answers what was typed
 *
 *	compile/fault.c	everything that can be wrong with content, once
 *	compile/file.c	files of the content folder, taken safely
 *	compile/scan.c	what must be seen before a text is parsed
 *	compile/xml.c	text -> tree of elements
 *	compile/values.c	attribute values: times, dates, numbers
 *	compile/pieces.c	bytes that grow and never move
 *	compile/pool.c	the book's text, each piece once
 *	compile/draft.c	content as it was written
 *	compile/markup.c	inline content -> words with spans
 *	compile/unit.c	text units and their msgids
 *	compile/element.c	tables of what may stand in an element
 *	compile/blocks.c	paragraphs, lists, notes, what the program shows
 *	compile/page.c	a page: sections, terms
 *	compile/opening.c	opening hours and dates
 *	compile/site.c	site.xml: name, languages, contacts
 *	compile/today.c	today.xml: notices, dates
 *	compile/read.c	the content folder -> draft
 *	compile/po.c	PO files, and the template for translators
 *	compile/translate.c	the other languages
 *	compile/refer.c	references, and what was meant by them
 *	compile/check.c	the promises between elements
 *	compile/image.c	a book in the making
 *	compile/index.c	the words of A-Ö, sorted and keyed
 *	compile/sought.c	the text of pages as it is searched
 *	compile/bind.c	draft -> book
 *	compile/verdict.c	what an editor is told of the content
 *	compile/publish.c	puts a book in place, whole
 *	compile/main.c	the program textkiosk-compile
 *
 *	sheet/sheet.c	finished lines: rows, runs, items, places
 *	sheet/spoken.c	what is written as it is said
 *	sheet/lines.c	paragraphs -> rows
 *	sheet/making.c	units, words and items while a sheet is made
 *	sheet/head.c	name, path and number
 *	sheet/dates.c	times, dates and days in words
 *	sheet/state.c	the opening state as a sentence
 *	sheet/facts.c	contacts and the state as rows
 *	sheet/timetable.c	opening hours as rows
 *	sheet/hits.c	the look-up as rows
 *	sheet/notices.c	notices in force, on every screen
 *	sheet/calm.c	a few words while there is no book
 *	sheet/flow.c	a screen of the book -> sheet
 *
 *	visit/intent.c	every wish a visitor can have, once
 *	visit/step.c	the next visit
 *	visit/idle.c	when to ask, when to begin anew
 *
 *	view/keys.c	bytes -> intents
 *	view/message.c	one sentence in answer to a key
 *	view/frame.c	visit + sheet -> rows of the window
 *	view/screen.c	frame -> bytes, by curses
 *	view/line.c	lines -> the next page as lines
 *	view/dump.c	screens as plain text
 *
 *	run/surroundings.c	descriptors, environment, our own files
 *	run/calls.c	the system calls that may still be made
 *	run/confine.c	what is given up: limits, Landlock, seccomp
 *	run/signals.c	signals
 *	run/shelf.c	the book that is shown, and a new one
 *	run/forget.c	what a visitor leaves behind
 *	run/output.c	the terminal's modes, and what is sent to it
 *	run/log.c	a few lines for the operator
 *	run/loop.c	wait, decide, show
 *	run/dialogue.c	the same, line by line
 */
#include "base/str.h"
#include "book/calendar.h"
#include "run/confine.h"
#include "run/dialogue.h"
#include "run/log.h"
#include "run/loop.h"
#include "run/output.h"
#include "run/shelf.h"
#include "run/signals.h"
#include "run/surroundings.h"
#include "text/chars.h"
#include "text/words.h"
#include "view/dump.h"
#include "view/screen.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

enum {
	DUMP_COLS = 80,
	DUMP_ROWS = 24,
	MOST_IDLE = 86400,
	MOST_DEBOUNCE = 10000
};

struct options {
	const char *path; /* NULL: the installed book */
	bool kiosk, reader, line, keypad, dump, hours, now_given;
	bool marks, unconfined;
	const char *language; /* NULL: not said */
	const char *charset;  /* NULL: not said */
	const char *which;    /* of --dump; NULL: all */
	const char *find;     /* NULL: nothing is looked up */
	unsigned long cols, idle, debounce;
	int64_t now;
};

struct program {
	struct options options;
	struct surroundings around;
	struct catalog words; /* of the start language */
	const char *language; /* its code */
};

/* ------------------------------------------------------------------------
 * What is said before there is a screen.
 */

/* A name may hold anything: what would act on a terminal is left out. */
static void add_harmless(struct buf *out, const char *text)
{
	const struct chars_glyphs all = { .repertoire = CHARS_UNICODE };

	if (chars_valid(str_of(text)))
		chars_show(out, str_of(text), &all);
	else
		buf_add(out, STR("?"));
}

static void say(const struct program *program, FILE *to, enum words words,
		const char *one, const char *two)
{
	struct buf out = { 0 }, first = { 0 }, second = { 0 };

	add_harmless(&first, one);
	add_harmless(&second, two);
	words_fill_say(&out, &program->words, words, buf_str(&first),
		       buf_str(&second), STR(""));
	fwrite(out.at, 1, out.bytes, to);
	buf_free(&out);
	buf_free(&first);
	buf_free(&second);
}

static _Noreturn void leave(const struct program *program, int code,
			    enum words words, const char *one, const char *two)
{
	say(program, stderr, words, one, two);
	exit(code);
}

/* --lang, else in a session the environment's, else Swedish. */
static void choose_language(struct program *program)
{
	const char *named = program->around.language;

	program->language = "sv";
	if (program->options.language)
		program->language = program->options.language;
	else if (named[0] && !program->options.kiosk)
		program->language = named;
	program->words = surroundings_catalog(str_of(program->language));
}

/* ------------------------------------------------------------------------
 * Options.
 */

enum option_code {
	OPTION_KIOSK = 256,
	OPTION_READER,
	OPTION_LINE,
	OPTION_LANG,
	OPTION_CHARSET,
	OPTION_KEYPAD,
	OPTION_DEBOUNCE,
	OPTION_IDLE,
	OPTION_NOW,
	OPTION_DUMP,
	OPTION_HOURS,
	OPTION_FIND,
	OPTION_WIDTH,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_MARKS,
	OPTION_UNCONFINED
};

static const struct option long_options[] = {
	{ "kiosk", no_argument, NULL, OPTION_KIOSK },
	{ "reader", no_argument, NULL, OPTION_READER },
	{ "line", no_argument, NULL, OPTION_LINE },
	{ "lang", required_argument, NULL, OPTION_LANG },
	{ "charset", required_argument, NULL, OPTION_CHARSET },
	{ "keypad", no_argument, NULL, OPTION_KEYPAD },
	{ "debounce", required_argument, NULL, OPTION_DEBOUNCE },
	{ "idle", required_argument, NULL, OPTION_IDLE },
	{ "now", required_argument, NULL, OPTION_NOW },
	{ "dump", optional_argument, NULL, OPTION_DUMP },
	{ "hours", no_argument, NULL, OPTION_HOURS },
	{ "find", required_argument, NULL, OPTION_FIND },
	{ "width", required_argument, NULL, OPTION_WIDTH },
	{ "help", no_argument, NULL, OPTION_HELP },
	{ "version", no_argument, NULL, OPTION_VERSION },
	{ "sync-marks", no_argument, NULL, OPTION_MARKS },
	{ "unconfined", no_argument, NULL, OPTION_UNCONFINED },
	{ NULL, 0, NULL, 0 },
};

static bool one_of(const char *value, const char *a, const char *b)
{
	return strcmp(value, a) == 0 || strcmp(value, b) == 0;
}

/* False: the value is none. */
static bool take_option(struct options *options, int option, const char *value)
{
	switch (option) {
	case OPTION_KIOSK:
		return options->kiosk = true;
	case OPTION_READER:
		return options->reader = true;
	case OPTION_LINE:
		return options->line = true;
	case OPTION_KEYPAD:
		return options->keypad = true;
	case OPTION_MARKS:
		return options->marks = true;
	case OPTION_UNCONFINED:
		return options->unconfined = true;
	case OPTION_LANG:
		if (one_of(value, "sv", "en"))
			options->language = value;
		return options->language == value;
	case OPTION_CHARSET:
		options->charset = value;
		return one_of(value, "utf-8", "ascii");
	case OPTION_DEBOUNCE:
		return str_number(str_of(value), MOST_DEBOUNCE,
				  &options->debounce);
	case OPTION_IDLE:
		return str_number(str_of(value), MOST_IDLE, &options->idle) &&
		       options->idle;
	case OPTION_NOW:
		return options->now_given =
			       calendar_read(str_of(value), &options->now);
	case OPTION_DUMP:
		options->dump = true;
		options->which = value;
		return true;
	case OPTION_HOURS:
		return options->dump = options->hours = true;
	case OPTION_FIND:
		options->dump = true;
		options->find = value;
		return chars_clean(str_of(value));
	case OPTION_WIDTH:
		return str_number(str_of(value), 500, &options->cols) &&
		       options->cols >= SHEET_LEAST_COLS;
	default:
		return false;
	}
}

/* As it stands in the operator's log and behind --version. */
static void add_layers(struct buf *out, const struct confine_layers *layers)
{
	buf_add(out, STR("seccomp "));
	buf_add(out, layers->seccomp ? STR("yes") : STR("no"));
	buf_add(out, STR(", Landlock "));
	if (layers->landlock)
		buf_number(out, (unsigned long)layers->landlock);
	else
		buf_add(out, STR("no"));
}

static void print_version(void)
{
	const struct confine_layers layers = confine_offered();
	struct buf out = { 0 };

	add_layers(&out, &layers);
	printf("textkiosk %s\n%.*s\n", VERSION, (int)out.bytes, out.at);
	buf_free(&out);
}

static void print_and_leave(struct program *program, int option)
{
	choose_language(program);
	if (option == OPTION_HELP)
		say(program, stdout, WORDS_USAGE, NULL, NULL);
	else
		print_version();
	exit(fflush(stdout) ? EX_OSERR : EX_OK);
}

/* --kiosk refuses what a visitor could be deceived with, but for tests. */
static bool allowed(const struct options *options)
{
	return !options->kiosk || options->marks ||
	       (!options->now_given && !options->unconfined);
}

/* The first thing that is wrong with the command line. */
struct complaint {
	bool made;
	enum words words;
	const char *text; /* as it was typed */
};

static void complain(struct complaint *complaint, enum words words,
		     const char *text)
{
	if (!complaint->made)
		*complaint = (struct complaint){ true, words, text };
}

static void take_options(struct program *program, int argc, char **argv)
{
	struct options *options = &program->options;
	struct complaint complaint = { 0 };
	int option;

	options->cols = DUMP_COLS;
	opterr = 0;
	while ((option = getopt_long(argc, argv, "", long_options, NULL)) !=
	       -1) {
		if (option == OPTION_HELP || option == OPTION_VERSION)
			print_and_leave(program, option);
		if (!take_option(options, option, optarg))
			complain(&complaint,
				 option == '?' ? WORDS_NO_OPTION
					       : WORDS_WRONG_VALUE,
				 argv[optind - 1]);
	}
	if (optind < argc)
		options->path = argv[optind++];
	if (optind < argc)
		complain(&complaint, WORDS_ONE_BOOK, argv[optind]);
	if (!allowed(options))
		complain(&complaint, WORDS_NOT_FOR_KIOSK, NULL);
	choose_language(program);
	if (complaint.made) {
		say(program, stderr, complaint.words, complaint.text, NULL);
		leave(program, EX_USAGE, WORDS_TRY_HELP, NULL, NULL);
	}
}

/* ------------------------------------------------------------------------
 * The book.
 */

static void leave_without(const struct program *program, enum shelf_fault fault)
{
	const char *path = program->options.path;
	const char *name = path ? path : "textkiosk.book";

	switch (fault) {
	case SHELF_GOOD:
		return;
	case SHELF_MISSING:
		leave(program, EX_NOINPUT, WORDS_NO_BOOK, name, NULL);
	case SHELF_BAD:
		leave(program, EX_DATAERR, WORDS_BAD_BOOK, name, NULL);
	case SHELF_SYSTEM:
		leave(program, EX_OSERR, WORDS_SYSTEM, name, strerror(errno));
	}
}

static uint32_t language_in_book(const struct program *program)
{
	uint32_t language =
		book_find_language(shelf_book(), str_of(program->language));

	return language == FORMAT_NONE ? 0 : language;
}

static bool utf8(const struct program *program)
{
	if (program->options.charset)
		return strcmp(program->options.charset, "utf-8") == 0;
	return !program->around.other_codeset;
}

static struct sheet_window window(const struct program *program)
{
	struct sheet_window window = {
		.cols = (uint32_t)program->options.cols,
		.rows = DUMP_ROWS,
		.glyphs = { .repertoire = utf8(program) ? CHARS_UNICODE
							: CHARS_ASCII },
		.catalogs = surroundings_catalogs(shelf_book()),
		.keys = program->options.keypad ? SHEET_KEYPAD : SHEET_KEYBOARD,
		.kiosk = program->options.kiosk,
		.now = program->options.now_given ? program->options.now
						  : (int64_t)time(NULL),
	};

	return window;
}

static bool reader(const struct program *program)
{
	return program->options.reader ||
	       (program->around.reader && !program->options.kiosk);
}

/* ------------------------------------------------------------------------
 * Printing.
 */

static int dump(const struct program *program)
{
	struct sheet_window how_wide = window(program);
	struct dump_how how = { .book = shelf_book(),
				.window = &how_wide,
				.language = language_in_book(program),
				.style = reader(program) ? SHEET_READER
							 : SHEET_SCREEN };
	const char *which = program->options.which;
	struct buf out = { 0 };
	bool written;

	if (program->options.hours)
		dump_hours(how.book, how_wide.now, &out);
	else if (program->options.find)
		dump_find(&how, str_of(program->options.find), &out);
	else if (!which)
		dump_all(&how, &out);
	else if (!dump_one(&how, str_of(which), &out))
		leave(program, EX_NOINPUT, WORDS_NO_SCREEN, which, NULL);
	written = fwrite(out.at, 1, out.bytes, stdout) == out.bytes &&
		  fflush(stdout) == 0;
	buf_free(&out);
	return written ? EX_OK : EX_OSERR;
}

/* ------------------------------------------------------------------------
 * Showing.
 */

/* Without a terminal to show them on, screens are printed. */
static void look_for_terminal(struct program *program)
{
	if (program->options.line)
		return;
	if (!isatty(STDOUT_FILENO))
		program->options.dump = true;
	if (!program->options.dump && !isatty(STDIN_FILENO))
		leave(program, EX_UNAVAILABLE, WORDS_NO_TERMINAL, NULL, NULL);
}

/* An unknown name that begins as xterm's is tried as xterm. */
static enum screen_fault open_screen(const struct program *program,
				     uint32_t cols, uint32_t rows,
				     struct buf *out)
{
	const char *name = program->around.term;
	enum screen_fault fault =
		name[0] ? screen_open(name, cols, rows, out) : SCREEN_UNKNOWN;

	if (fault == SCREEN_UNKNOWN && strncmp(name, "xterm", 5) == 0)
		fault = screen_open("xterm", cols, rows, out);
	return fault;
}

static struct visit new_visit(const struct program *program,
			      enum sheet_style style)
{
	struct visit visit = visit_new(program->options.kiosk,
				       language_in_book(program), style);

	visit.idle_seconds = (uint32_t)program->options.idle;
	return visit;
}

/* Everything about the visit to come that needs no terminal. */
static struct loop_how visit_to_come(const struct program *program)
{
	const struct options *options = &program->options;
	struct loop_how how = {
		.visit = new_visit(program, reader(program) ? SHEET_READER
							    : SHEET_SCREEN),
		.language = program->language,
		.window = window(program),
		.keys = { .utf8 = utf8(program),
			  .debounce_ms = (unsigned)options->debounce },
		.marks = options->marks,
	};

	if (options->now_given)
		how.ahead = options->now - (int64_t)time(NULL);
	return how;
}

/*
 * What is sent first stands in `first`, and stays there: nothing is shown.
 * False, and a sentence why, where the terminal can show no screen.
 */
static bool take_terminal(const struct program *program, struct loop_how *how,
			  struct buf *first)
{
	const char *term = program->around.term;
	uint32_t cols, rows;

	if (!output_take())
		leave(program, EX_UNAVAILABLE, WORDS_NO_TERMINAL, NULL, NULL);
	if (strcmp(term, "linux") == 0 && utf8(program))
		surroundings_glyphs(STDOUT_FILENO, &how->window.glyphs);
	if (!surroundings_set_locale(utf8(program)))
		how->window.glyphs.repertoire = CHARS_ASCII;
	output_size(&cols, &rows);
	if (open_screen(program, cols, rows, first) != SCREEN_GOOD) {
		output_give_back(STR(""), 0);
		say(program, stderr, WORDS_DUMB_TERMINAL, term, NULL);
		return false;
	}
	output_set_last_words(screen_last_words());
	screen_teach(&how->keys);
	how->first = buf_str(first);
	return true;
}

/* The same visit, line by line. */
static void converse(const struct program *program, const struct loop_how *how)
{
	const struct dialogue_how lines = {
		.visit = new_visit(program, SHEET_READER),
		.window = how->window,
		.ahead = how->ahead,
		.utf8 = how->keys.utf8,
	};

	dialogue_run(&lines);
}

/* A kiosk is confined, or it is none; a session says how it is. */
static void give_up_rights(const struct program *program)
{
	const struct options *options = &program->options;
	struct confine_layers layers = { 0 };
	struct buf line = { 0 };

	if (!options->unconfined)
		layers = confine(shelf_folder(), surroundings_words_folder());
	add_layers(&line, &layers);
	log_line(STR("confined: "), buf_str(&line));
	buf_free(&line);
	if (!layers.seccomp && options->kiosk && !options->unconfined) {
		output_give_back(STR(""), 0);
		leave(program, EX_CONFIG, WORDS_NO_CONFINEMENT, NULL, NULL);
	}
}

static void log_start(const struct options *options)
{
	log_line(options->kiosk ? STR("start: " VERSION ", kiosk")
				: STR("start: " VERSION ", session"),
		 options->marks ? STR(", test run") : STR(""));
}

/* The order is part of what is promised; each step says what it stops. */
int main(int argc, char **argv)
{
	struct program program = { 0 };
	struct loop_how how;
	struct buf first = { 0 };
	bool on_screen;
	enum shelf_fault fault;

	/* 1. No file of ours becomes standard output, none of who started us
	   is written to. */
	surroundings_descriptors();
	signals_take_faults();

	/* 2. No variable leads libc or curses to somebody's files. */
	program.around = surroundings_take();
	take_options(&program, argc, argv);
	look_for_terminal(&program);

	/* 3. XML is parsed in a process of its own, before any visitor. */
	leave_without(&program,
		      shelf_make(program.options.path, program.language));
	if (program.options.dump) {
		leave_without(&program, shelf_open(program.options.path));
		return dump(&program);
	}

	/* 4. Neither a huge window nor a fault takes the machine's memory; a
	   crash leaves no core with what a visitor typed; no child. */
	if (!program.options.unconfined)
		confine_limits();

	/* 5. What is read later is open: nothing has to be looked for by name
	   once the program is confined. */
	log_open();
	log_start(&program.options);
	fault = shelf_open(program.options.path);
	/* A kiosk's screen waits for a good one, and says so meanwhile. */
	if (!program.options.kiosk)
		leave_without(&program, fault);
	if (!loop_open())
		leave(&program, EX_OSERR, WORDS_SYSTEM, "timerfd",
		      strerror(errno));
	how = visit_to_come(&program);

	/* 6. Signals before the modes: none leaves the terminal raw. Modes
	   before curses, which finds nothing left to change and nobody to
	   ask; and signals before curses, which would take some itself. */
	signals_take();
	on_screen =
		!program.options.line && take_terminal(&program, &how, &first);
	if (!on_screen) {
		leave_without(&program, fault);
		output_take_lines(program.options.kiosk);
	}
	/* What was typed before the first frame is the last visitor's. */
	if (program.options.kiosk)
		output_forget_typed();

	/* 7. From here on no process, socket, file to write, or code that was
	   not there: whatever a visitor finds, it is a dead end. */
	give_up_rights(&program);

	/* 8. Only now is a frame shown and a key read. */
	if (on_screen)
		loop_run(&how);
	else
		converse(&program, &how);
	buf_free(&first);
	return EX_OK;
}
