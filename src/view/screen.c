/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * curses writes to a descriptor, and here that is a memory file: after each
 * doupdate() what stands in it is the frame's bytes.
 */
#include "view/screen.h"

#include "base/die.h"
#include "text/chars.h"

#include <curses.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* curses is one per process, and so is this. */
enum { CELLS = 500 }; /* as many as the widest window has */

static SCREEN *terminal;
static FILE *memory;
static struct buf last_words;

/* Every role's looks, in the terminal's own colours; never meaning alone. */
static const attr_t looks[SHEET_ROLES] = {
	[SHEET_TEXT] = A_NORMAL,	[SHEET_TITLE] = A_BOLD,
	[SHEET_HEADING] = A_BOLD,	[SHEET_ITEM] = A_NORMAL,
	[SHEET_STRONG] = A_BOLD,	[SHEET_EM] = A_NORMAL,
	[SHEET_NOTE] = A_NORMAL,	[SHEET_NAME] = A_NORMAL,
	[SHEET_PATH] = A_NORMAL,	[SHEET_FOOTER] = A_NORMAL,
	[SHEET_MESSAGE] = A_BOLD,	[SHEET_FOCUS] = A_REVERSE,
	[SHEET_ITEM_FOCUS] = A_REVERSE,
};

/* A string capability; NULL when the terminal has none. */
static const char *capability(const char *name)
{
	const char *string = tigetstr(name);

	return string == (const char *)-1 ? NULL : string;
}

/* Padding, as in "\E[m$<2>", is for curses to read, not to be sent. */
static void add_string(struct buf *out, const char *string)
{
	while (string && *string) {
		const char *end = strncmp(string, "$<", 2) == 0
					  ? strchr(string, '>')
					  : NULL;

		if (!end)
			buf_byte(out, *string);
		string = end ? end + 1 : string + 1;
	}
}

static void add_capability(struct buf *out, const char *name)
{
	add_string(out, capability(name));
}

/* ------------------------------------------------------------------------
 * curses switches a look on by "sgr", which first switches all off. Where all
 * is off already, "bold" or "rev" alone do the same in fewer bytes.
 */

static struct look {
	const char *alone; /* name of the capability */
	bool bold, reverse;
	struct buf by_curses, shorter;
} switched[] = { { .alone = "bold", .bold = true },
		 { .alone = "rev", .reverse = true } };

enum { SWITCHED = sizeof switched / sizeof *switched };

static struct buf switched_off;
static bool all_off;

static void prepare_looks(void)
{
	const char *sgr = capability("sgr");

	buf_clear(&switched_off);
	add_capability(&switched_off, "sgr0");
	for (size_t i = 0; i < SWITCHED; i++) {
		struct look *look = &switched[i];

		buf_clear(&look->shorter);
		buf_clear(&look->by_curses);
		add_capability(&look->shorter, look->alone);
		if (sgr && look->shorter.bytes && switched_off.bytes)
			add_string(&look->by_curses,
				   tiparm(sgr, 0, 0, look->reverse, 0, 0,
					  look->bold, 0, 0, 0));
	}
}

static bool begins(struct str text, const struct buf *with)
{
	return with->bytes && str_starts(text, buf_str(with));
}

/* The look that is switched on here, or NULL. */
static const struct look *look_at(struct str text)
{
	for (size_t i = 0; i < SWITCHED; i++)
		if (begins(text, &switched[i].by_curses))
			return &switched[i];
	return NULL;
}

/* Bytes up to the next control sequence. */
static size_t before_escape(struct str text)
{
	const char *escape =
		text.bytes > 1 ? memchr(text.at + 1, '\033', text.bytes - 1)
			       : NULL;

	return escape ? (size_t)(escape - text.at) : text.bytes;
}

static void add_shortened(struct buf *out, struct str written)
{
	while (written.bytes) {
		const struct look *look = look_at(written);
		size_t bytes =
			look ? look->by_curses.bytes : before_escape(written);

		if (begins(written, &switched_off)) {
			all_off = true;
			bytes = switched_off.bytes;
		}
		buf_add(out, look && all_off ? buf_str(&look->shorter)
					     : str_first(written, bytes));
		if (look)
			all_off = false;
		written = str_from(written, bytes);
	}
}

/* Moves what curses has written to `out`. */
static void collect(struct buf *out)
{
	static struct buf written;
	char piece[4096];
	off_t at = 0;
	ssize_t got;

	buf_clear(&written);
	while ((got = pread(fileno(memory), piece, sizeof piece, at)) > 0) {
		buf_add(&written, (struct str){ piece, (size_t)got });
		at += got;
	}
	die_unless(got == 0 && ftruncate(fileno(memory), 0) == 0 &&
		   lseek(fileno(memory), 0, SEEK_SET) == 0);
	add_shortened(out, buf_str(&written));
}

static bool open_memory(void)
{
	int fd = memfd_create("screen", MFD_CLOEXEC);

	if (fd < 0)
		return false;
	memory = fdopen(fd, "r+");
	return memory != NULL;
}

/* The size comes from us: curses would ask a descriptor or the environment. */
static void set_size(uint32_t cols, uint32_t rows)
{
	char number[16];

	snprintf(number, sizeof number, "%u", cols);
	setenv("COLUMNS", number, 1);
	snprintf(number, sizeof number, "%u", rows);
	setenv("LINES", number, 1);
	use_env(TRUE);
	use_tioctl(FALSE);
}

static void forget_size(void)
{
	unsetenv("COLUMNS");
	unsetenv("LINES");
}

/* What puts the terminal back, for a handler that may call nothing. */
static void prepare_last_words(void)
{
	buf_clear(&last_words);
	add_capability(&last_words, "sgr0");
	add_capability(&last_words, "cnorm");
	add_capability(&last_words, "BD");
	add_capability(&last_words, "rmcup");
	buf_add(&last_words, STR("\r\n"));
}

enum screen_fault screen_open(const char *name, uint32_t cols, uint32_t rows,
			      struct buf *out)
{
	errno = 0;
	if (open_memory()) {
		set_size(cols, rows);
		terminal = newterm(name, memory, memory);
		forget_size();
	}
	/* It is not the terminal that lacks something. */
	if (!terminal && errno == ENOMEM)
		die_out_of_memory();
	if (!terminal)
		return SCREEN_UNKNOWN;
	if (!capability("cup")) {
		endwin();
		delscreen(terminal);
		terminal = NULL;
		return SCREEN_DUMB;
	}
	nonl();
	/* What curses takes for a keyboard is a file: there is no input. */
	typeahead(-1);
	prepare_last_words();
	prepare_looks();
	collect(out);
	add_capability(out, "BE");
	return SCREEN_GOOD;
}

void screen_teach(struct keys *keys)
{
	static const struct {
		const char *name;
		enum intent_kind kind;
	} named[] = {
		{ "kcuu1", INTENT_UP },		  { "kcud1", INTENT_DOWN },
		{ "khome", INTENT_FIRST },	  { "kend", INTENT_LAST },
		{ "kpp", INTENT_SCREEN_UP },	  { "knp", INTENT_SCREEN_DOWN },
		{ "kdch1", INTENT_BACK },	  { "kbs", INTENT_ERASE },
		{ "kcbt", INTENT_PREVIOUS_ITEM }, { "kf1", INTENT_HELP },
		{ "kent", INTENT_OPEN },	  { "ka1", INTENT_FIRST },
		{ "ka3", INTENT_SCREEN_UP },	  { "kc1", INTENT_LAST },
		{ "kc3", INTENT_SCREEN_DOWN },
	};

	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		const char *sequence = capability(named[i].name);

		if (sequence)
			keys_learn(keys, str_of(sequence),
				   (struct intent){ .kind = named[i].kind });
	}
}

void screen_resize(uint32_t cols, uint32_t rows)
{
	/* Not resizeterm(), which would queue a key that nobody reads. */
	resize_term((int)rows, (int)cols);
	clearok(curscr, TRUE);
}

/* ------------------------------------------------------------------------
 * Painting.
 */

/*
 * Letters, signs and punctuation of one cell each, without marks. What curses
 * would find out anew for every character is known for these.
 */
static bool plain(uint32_t c)
{
	return c < 0x0300 || (c >= 0x2010 && c < 0x2028);
}

static cchar_t cells[CELLS]; /* of one run, while it is painted */

/* Fills them; false where the run has others than plain characters. */
static bool fill_cells(const struct frame_run *run)
{
	struct str rest = run->text;
	uint32_t count = 0;

	while (rest.bytes && count < CELLS) {
		uint32_t c;

		rest = str_from(rest, chars_first(rest, &c));
		if (!plain(c))
			return false;
		cells[count++] = (cchar_t){ .attr = looks[run->role],
					    .chars = { (wchar_t)c } };
	}
	return count == run->cols;
}

static void paint_run(int y, const struct frame_run *run)
{
	if (fill_cells(run)) {
		mvadd_wchnstr(y, (int)run->col, cells, (int)run->cols);
		return;
	}
	attrset((int)looks[run->role]);
	mvaddnstr(y, (int)run->col, run->text.at, (int)run->text.bytes);
	attrset(A_NORMAL);
}

static void paint_row(uint32_t row, const struct frame_row *from)
{
	move((int)row, 0);
	clrtoeol();
	for (uint32_t i = 0; i < from->count; i++)
		paint_run((int)row, &from->runs[i]);
}

/* The same text in other roles: a twelfth of the cost of writing it anew. */
static void change_looks(uint32_t row, const struct frame_row *before,
			 const struct frame_row *from)
{
	for (uint32_t i = 0; i < from->count; i++) {
		const struct frame_run *run = &from->runs[i];

		if (before->runs[i].role != run->role)
			mvchgat((int)row, (int)run->col, (int)run->cols,
				looks[run->role], 0, NULL);
	}
}

static void show_row(const struct frame *before, const struct frame *frame,
		     uint32_t row)
{
	const struct frame_row *now = &frame->row[row];

	if (before && frame_same(&before->row[row], now))
		return;
	if (before && frame_same_text(&before->row[row], now))
		change_looks(row, &before->row[row], now);
	else
		paint_row(row, now);
	/* A screen reader says what is sent, so it is sent whole. */
	if (before && frame->visit.style == SHEET_READER)
		wredrawln(stdscr, (int)row, 1);
}

void screen_show(const struct frame *before, const struct frame *frame,
		 struct buf *out)
{
	if (before &&
	    (before->rows != frame->rows || before->cols != frame->cols))
		before = NULL;
	for (uint32_t row = 0; row < frame->rows; row++)
		show_row(before, frame, row);
	if (frame->paint == FRAME_ALL)
		clearok(curscr, TRUE);
	else if (frame->paint == FRAME_JUMP)
		wredrawln(stdscr, (int)frame->cursor_row, 1);
	move((int)frame->cursor_row, (int)frame->cursor_col);
	wnoutrefresh(stdscr);
	doupdate();
	collect(out);
	if (frame->bell)
		buf_byte(out, '\a');
}

/*
 * A terminal with a second screen keeps nothing of it, and in what has
 * scrolled off its first one are other people's lines. A Linux console has
 * one only, and empties that, too.
 */
void screen_forget_scrolled(struct buf *out)
{
	if (capability("smcup") || !capability("E3"))
		return;
	add_capability(out, "E3");
	clearok(curscr, TRUE);
}

void screen_forget(void)
{
	explicit_bzero(cells, sizeof cells);
}

void screen_close(struct buf *out)
{
	if (!terminal)
		return;
	add_capability(out, "BD");
	endwin();
	collect(out);
}

struct str screen_last_words(void)
{
	return buf_str(&last_words);
}
