/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What screen_show() sends, as a terminal shows it: after every frame the
 * screen of libvterm holds the frame's text, looks and cursor, whatever stood
 * there before; and it is sent in as few bytes as promised.
 */
#include "view/screen.h"

#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "suite.h"
#include "text/chars.h"

#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <pty.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

enum { STEPS = 150, FOCUS_BYTES = 70, READER_FOCUS_BYTES = 16 };

/* Those libvterm can stand for: they wrap as it does (am, xenl). */
static const char *const terms[] = {
	"xterm-256color", "xterm",	   "linux",	 "vt100",
	"vt220",	  "screen",	   "tmux",	 "rxvt",
	"xterm-16color",  "tmux-256color", "xterm-color"
};

enum { TERMS = sizeof terms / sizeof *terms };

/* ------------------------------------------------------------------------
 * A visitor: frames one after the other, as run/loop makes them.
 */

static struct visitor {
	struct sheet_window window;
	struct visit visit;
	struct arena *sheets[2], *frames[2];
	const struct sheet *sheet;
	const struct frame *before, *frame;
	unsigned turn;
	unsigned random;
} visitor;

static void flow(void)
{
	struct sheet_how how = visit_how(real_book(), &visitor.visit);
	struct arena *arena = visitor.sheets[visitor.turn];

	arena_reset(arena);
	visitor.sheet = flow_sheet(arena, real_book(), &visitor.window, &how);
}

static const struct frame *next_frame(void)
{
	struct arena *arena = visitor.frames[visitor.turn];

	flow();
	arena_reset(arena);
	visitor.before = visitor.frame;
	visitor.frame = frame_compose(arena, visitor.sheet, &visitor.window,
				      &visitor.visit, visitor.before);
	visitor.visit.bell = 0;
	visitor.turn = !visitor.turn;
	return visitor.frame;
}

static void begin_visit(uint32_t cols, uint32_t rows, enum sheet_style style)
{
	memset(&visitor, 0, sizeof visitor);
	for (unsigned i = 0; i < 2; i++) {
		visitor.sheets[i] = arena_new();
		visitor.frames[i] = arena_new();
	}
	visitor.window = real_window(cols, rows);
	visitor.visit = visit_new(true, 0, style);
	visitor.random = 1;
}

static void end_visit(void)
{
	for (unsigned i = 0; i < 2; i++) {
		arena_drop(visitor.sheets[i]);
		arena_drop(visitor.frames[i]);
	}
}

static const struct frame *press(struct intent intent)
{
	visitor.visit =
		visit_step(real_book(), visitor.sheet, visitor.visit, intent);
	return next_frame();
}

static const struct frame *press_key(char key)
{
	return press(intent_of_character((unsigned char)key));
}

static unsigned chance(unsigned of)
{
	visitor.random = visitor.random * 1103515245u + 12345u;
	return (visitor.random >> 16) % of;
}

/* Mostly keys that lead somewhere. */
static const struct frame *press_any(void)
{
	static const enum intent_kind kinds[] = {
		INTENT_DOWN,	     INTENT_DOWN,	 INTENT_UP,
		INTENT_NEXT_ITEM,    INTENT_SCREEN_DOWN, INTENT_SCREEN_UP,
		INTENT_LAST,	     INTENT_FIRST,	 INTENT_OPEN,
		INTENT_BACK,	     INTENT_LANGUAGE,	 INTENT_START,
		INTENT_LOOKUP,	     INTENT_STYLE,	 INTENT_HELP,
		INTENT_PREVIOUS_ITEM
	};

	if (chance(3) == 0)
		return press_key((char)('0' + chance(10)));
	if (chance(8) == 0)
		return press_key((char)('a' + chance(26)));
	return press((struct intent){
		.kind = kinds[chance(sizeof kinds / sizeof *kinds)] });
}

/* ------------------------------------------------------------------------
 * A terminal.
 */

static struct {
	VTerm *vterm;
	VTermScreen *screen;
	unsigned bells;
	struct buf bytes; /* of the last frame */
} terminal;

static int on_bell(void *user)
{
	(void)user;
	terminal.bells++;
	return 1;
}

static void feed(void)
{
	vterm_input_write(terminal.vterm, terminal.bytes.at,
			  terminal.bytes.bytes);
}

static void begin_terminal(const char *name, uint32_t cols, uint32_t rows)
{
	static const VTermScreenCallbacks callbacks = { .bell = on_bell };

	setlocale(LC_CTYPE, "C.UTF-8");
	terminal.vterm = vterm_new((int)rows, (int)cols);
	vterm_set_utf8(terminal.vterm, 1);
	terminal.screen = vterm_obtain_screen(terminal.vterm);
	vterm_screen_set_callbacks(terminal.screen, &callbacks, NULL);
	vterm_screen_enable_altscreen(terminal.screen, 1);
	vterm_screen_reset(terminal.screen, 1);
	buf_clear(&terminal.bytes);
	ck_assert_int_eq(screen_open(name, cols, rows, &terminal.bytes),
			 SCREEN_GOOD);
	feed();
}

static void end_terminal(void)
{
	vterm_free(terminal.vterm);
	buf_free(&terminal.bytes);
}

static void show(const struct frame *frame)
{
	buf_clear(&terminal.bytes);
	screen_show(visitor.before, frame, &terminal.bytes);
	feed();
}

static VTermScreenCell cell_at(uint32_t row, uint32_t col)
{
	VTermPos pos = { .row = (int)row, .col = (int)col };
	VTermScreenCell cell;

	memset(&cell, 0, sizeof cell);
	vterm_screen_get_cell(terminal.screen, pos, &cell);
	return cell;
}

/* The row as the terminal has it, without the blanks at its end. */
static struct str shown_row(uint32_t row, uint32_t cols)
{
	static struct buf text;

	buf_clear(&text);
	for (uint32_t col = 0; col < cols; col++) {
		VTermScreenCell cell = cell_at(row, col);

		for (unsigned i = 0;
		     i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			chars_add(&text, cell.chars[i]);
		if (!cell.chars[0])
			buf_byte(&text, ' ');
	}
	while (text.bytes && text.at[text.bytes - 1] == ' ')
		text.bytes--;
	return buf_str(&text);
}

static struct str wanted_row(const struct frame_row *row)
{
	static struct buf text;

	buf_clear(&text);
	frame_row_text(row, &text);
	while (text.bytes && text.at[text.bytes - 1] == ' ')
		text.bytes--;
	return buf_str(&text);
}

static bool bold(enum sheet_role role)
{
	return role == SHEET_TITLE || role == SHEET_HEADING ||
	       role == SHEET_STRONG || role == SHEET_MESSAGE;
}

static bool reverse(enum sheet_role role)
{
	return role == SHEET_FOCUS || role == SHEET_ITEM_FOCUS;
}

static void check_looks(const struct frame_row *row, uint32_t at)
{
	for (uint32_t i = 0; i < row->count; i++) {
		const struct frame_run *run = &row->runs[i];

		for (uint32_t col = run->col; col < run->col + run->cols;
		     col++) {
			VTermScreenCell cell = cell_at(at, col);

			/* Bold cannot be seen on a blank; curses spares it. */
			if (cell.chars[0] > ' ')
				ck_assert_int_eq(cell.attrs.bold,
						 bold(run->role));
			ck_assert_int_eq(cell.attrs.reverse,
					 reverse(run->role));
			ck_assert_int_eq(cell.attrs.underline, 0);
		}
	}
}

static void check_frame(const struct frame *frame, const char *where)
{
	VTermPos cursor;

	for (uint32_t row = 0; row < frame->rows; row++) {
		struct str shown = shown_row(row, frame->cols);
		struct str wanted = wanted_row(&frame->row[row]);

		ck_assert_msg(str_equal(shown, wanted),
			      "%s, %s: row %u is \"%.*s\", not \"%.*s\"", where,
			      visitor.visit.at.page, row, (int)shown.bytes,
			      shown.at, (int)wanted.bytes, wanted.at);
		check_looks(&frame->row[row], row);
	}
	vterm_state_get_cursorpos(vterm_obtain_state(terminal.vterm), &cursor);
	ck_assert_uint_eq((unsigned)cursor.row, frame->cursor_row);
	ck_assert_uint_eq((unsigned)cursor.col, frame->cursor_col);
}

static bool sent(struct str part)
{
	return part.bytes == 0 ||
	       memmem(terminal.bytes.at, terminal.bytes.bytes, part.at,
		      part.bytes) != NULL;
}

/* ------------------------------------------------------------------------
 * What stands there is what was composed.
 */

static void walk(const char *term, uint32_t cols, uint32_t rows,
		 enum sheet_style style)
{
	begin_visit(cols, rows, style);
	begin_terminal(term, cols, rows);
	show(next_frame());
	check_frame(visitor.frame, term);
	for (unsigned i = 0; i < STEPS; i++) {
		show(press_any());
		check_frame(visitor.frame, term);
	}
	end_terminal();
	end_visit();
}

START_TEST(every_terminal)
{
	walk(terms[_i], 80, 24, SHEET_SCREEN);
	walk(terms[_i], 40, 12, SHEET_READER);
}
END_TEST

START_TEST(every_size)
{
	walk("xterm-256color", 20, 6, SHEET_SCREEN);
	walk("linux", 64, 24, SHEET_SCREEN);
	walk("xterm-256color", 132, 43, SHEET_SCREEN);
	walk("xterm-256color", 500, 300, SHEET_READER);
}
END_TEST

static void resize(uint32_t cols, uint32_t rows)
{
	visitor.window.cols = cols;
	visitor.window.rows = rows;
	vterm_set_size(terminal.vterm, (int)rows, (int)cols);
	screen_resize(cols, rows);
	show(press((struct intent){ .kind = INTENT_LOOK }));
	check_frame(visitor.frame, "resized");
}

START_TEST(resizes)
{
	begin_visit(80, 24, SHEET_SCREEN);
	begin_terminal("xterm-256color", 80, 24);
	show(next_frame());
	for (unsigned i = 0; i < 150; i++) {
		if (i % 50 == 25)
			show(press((struct intent){ .kind = INTENT_STYLE }));
		resize(1 + chance(140), 1 + chance(50));
		show(press_any());
		check_frame(visitor.frame, "resized");
	}
	end_terminal();
	end_visit();
}
END_TEST

/* Text outside the Latin alphabet takes another way through curses. */
START_TEST(marks_and_other_scripts)
{
	static const struct frame_run runs[] = {
		{ 1, 5, { "a\xCC\x88 b\xCC\x84 c", 9 }, SHEET_TEXT },
		{ 8, 7, { "Ελλάδα!", 13 }, SHEET_TITLE },
		{ 20, 3, { "– ”", 7 }, SHEET_ITEM_FOCUS },
	};
	struct frame_row rows[24] = { [3] = { runs, 3 }, [23] = { runs, 1 } };
	struct frame frame = { .cols = 80, .rows = 24, .row = rows };

	begin_terminal("xterm-256color", 80, 24);
	visitor.before = NULL;
	frame.paint = FRAME_ALL;
	frame.cursor_row = 3;
	frame.cursor_col = 1;
	show(&frame);
	check_frame(&frame, "marks");
	end_terminal();
}
END_TEST

/* ------------------------------------------------------------------------
 * In as few bytes as promised.
 */

START_TEST(a_focus_move_takes_few_bytes)
{
	begin_visit(80, 24, SHEET_SCREEN);
	begin_terminal("xterm-256color", 80, 24);
	show(next_frame());
	for (unsigned i = 0; i < 16; i++) {
		show(press_key('+'));
		ck_assert_uint_le(terminal.bytes.bytes, FOCUS_BYTES);
	}
	end_terminal();
	end_visit();
}
END_TEST

/* Only the looks differ: what is sent is what changes its looks. */
START_TEST(unchanged_rows_are_not_sent)
{
	begin_visit(80, 24, SHEET_SCREEN);
	begin_terminal("xterm-256color", 80, 24);
	show(next_frame());
	show(press_key('+'));
	ck_assert(!sent(STR("kommun")));
	ck_assert(!sent(STR("Telefon")));
	visitor.before = visitor.frame;
	show(visitor.frame);
	ck_assert_uint_eq(terminal.bytes.bytes, 0);
	end_terminal();
	end_visit();
}
END_TEST

/* Reader style, rule 1: an adjacent row moves the cursor and nothing else. */
START_TEST(reader_style_moves_the_cursor_alone)
{
	begin_visit(80, 24, SHEET_READER);
	begin_terminal(terms[_i], 80, 24);
	show(next_frame());
	for (unsigned i = 0; i < 10; i++) {
		show(press_key('+'));
		ck_assert_uint_le(terminal.bytes.bytes, READER_FOCUS_BYTES);
		ck_assert(!sent(STR(" ")));
	}
	end_terminal();
	end_visit();
}
END_TEST

/* … a jump sends its row whole, and a page all of its rows. */
START_TEST(reader_style_sends_whole_rows)
{
	const struct frame *frame;

	begin_visit(80, 24, SHEET_READER);
	begin_terminal(terms[_i], 80, 24);
	show(next_frame());
	frame = press((struct intent){ .kind = INTENT_LAST });
	show(frame);
	ck_assert_int_eq(frame->paint, FRAME_JUMP);
	ck_assert(sent(wanted_row(&frame->row[frame->cursor_row])));
	frame = press_key('9');
	show(frame);
	ck_assert_int_eq(frame->paint, FRAME_ALL);
	for (uint32_t row = 0; row < frame->rows; row++)
		ck_assert(sent(wanted_row(&frame->row[row])));
	frame = press((struct intent){ .kind = INTENT_STYLE });
	show(frame);
	check_frame(frame, "left reader style");
	end_terminal();
	end_visit();
}
END_TEST

START_TEST(bell_rings_once)
{
	begin_visit(80, 24, SHEET_SCREEN);
	begin_terminal("xterm-256color", 80, 24);
	show(next_frame());
	show(press_key('5'));
	terminal.bells = 0;
	show(press_key('8'));
	ck_assert_uint_eq(terminal.bells, 1);
	end_terminal();
	end_visit();
}
END_TEST

/* ------------------------------------------------------------------------
 * The same bytes as on a terminal: the memory file changes nothing.
 */

/* Looks are switched in a shorter way than curses', so there are none. */
static const struct frame *without_looks(const struct frame *frame)
{
	for (uint32_t row = 0; row < frame->rows; row++)
		for (uint32_t i = 0; i < frame->row[row].count; i++)
			((struct frame_run *)frame->row[row].runs)[i].role =
				SHEET_TEXT;
	return frame;
}

static void collect_from(int fd, struct buf *out)
{
	char piece[4096];
	ssize_t got;

	while ((got = read(fd, piece, sizeof piece)) > 0)
		buf_add(out, (struct str){ piece, (size_t)got });
}

static void paint_all(const struct frame *frame)
{
	erase();
	for (uint32_t row = 0; row < frame->rows; row++)
		for (uint32_t i = 0; i < frame->row[row].count; i++) {
			const struct frame_run *run = &frame->row[row].runs[i];

			mvaddnstr((int)row, (int)run->col, run->text.at,
				  (int)run->text.bytes);
		}
	if (frame->paint == FRAME_ALL)
		clearok(curscr, TRUE);
	move((int)frame->cursor_row, (int)frame->cursor_col);
	refresh();
}

START_TEST(same_bytes_as_on_a_terminal)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	struct buf memory[40] = { { 0 } }, tty = { 0 };
	struct termios modes;
	int outer, inner;
	FILE *file;

	begin_visit(80, 24, SHEET_SCREEN);
	begin_terminal(terms[_i], 80, 24);
	for (unsigned i = 0; i < 40; i++) {
		without_looks(i ? press_any() : next_frame());
		show(visitor.frame);
		buf_add(&memory[i], buf_str(&terminal.bytes));
		while (memory[i].bytes &&
		       memory[i].at[memory[i].bytes - 1] == '\a')
			memory[i].bytes--;
	}
	end_terminal();
	end_visit();

	ck_assert_int_eq(openpty(&outer, &inner, NULL, NULL, &size), 0);
	fcntl(outer, F_SETFL, O_NONBLOCK);
	tcgetattr(inner, &modes);
	cfmakeraw(&modes);
	tcsetattr(inner, TCSANOW, &modes);
	file = fdopen(inner, "r+");
	ck_assert_ptr_nonnull(newterm(terms[_i], file, file));
	nonl();
	typeahead(-1);
	collect_from(outer, &tty);
	begin_visit(80, 24, SHEET_SCREEN);
	for (unsigned i = 0; i < 40; i++) {
		paint_all(without_looks(i ? press_any() : next_frame()));
		buf_clear(&tty);
		collect_from(outer, &tty);
		/* Reader style sends rows whole that curses would not. */
		if (visitor.visit.style == SHEET_SCREEN)
			ck_assert_msg(
				str_equal(buf_str(&tty), buf_str(&memory[i])),
				"%s, frame %u: %zu bytes, not %zu", terms[_i],
				i, memory[i].bytes, tty.bytes);
	}
	end_visit();
	for (unsigned i = 0; i < 40; i++)
		buf_free(&memory[i]);
	buf_free(&tty);
}
END_TEST

/* ------------------------------------------------------------------------
 * Beginning and end.
 */

START_TEST(no_screen_where_there_can_be_none)
{
	struct buf out = { 0 };

	ck_assert_int_eq(screen_open("no-such-terminal", 80, 24, &out),
			 SCREEN_UNKNOWN);
	ck_assert_int_eq(screen_open("dumb", 80, 24, &out), SCREEN_DUMB);
	ck_assert_uint_eq(out.bytes, 0);
	ck_assert_int_eq(screen_open("xterm", 80, 24, &out), SCREEN_GOOD);
	ck_assert_uint_gt(out.bytes, 0);
	buf_free(&out);
}
END_TEST

START_TEST(last_words_are_clean)
{
	struct str words;

	begin_terminal(terms[_i], 80, 24);
	words = screen_last_words();
	ck_assert_uint_gt(words.bytes, 0);
	ck_assert_ptr_null(memmem(words.at, words.bytes, "$<", 2));
	vterm_input_write(terminal.vterm, "\033[1;7m", 6);
	vterm_input_write(terminal.vterm, words.at, words.bytes);
	vterm_input_write(terminal.vterm, "x", 1);
	for (uint32_t row = 0; row < 24; row++) {
		VTermScreenCell cell = cell_at(row, 0);

		if (cell.chars[0] == 'x')
			ck_assert(!cell.attrs.bold && !cell.attrs.reverse);
	}
	end_terminal();
}
END_TEST

/* Bracketed paste is asked for where the description has it, and ended. */
START_TEST(paste_mode_is_given_back)
{
	begin_terminal("xterm-256color", 80, 24);
	ck_assert(sent(STR("\033[?2004h")));
	buf_clear(&terminal.bytes);
	screen_close(&terminal.bytes);
	ck_assert(sent(STR("\033[?2004l")));
	ck_assert(sent(STR("\033[?1049l")));
	end_terminal();
}
END_TEST

START_TEST(never_asks_never_names)
{
	begin_visit(80, 24, SHEET_SCREEN);
	begin_terminal(terms[_i], 80, 24);
	/* No OSC, no DCS, no device attributes or status report. */
	for (unsigned i = 0; i < 100; i++) {
		show(i ? press_any() : next_frame());
		ck_assert(!sent(STR("\033]")));
		ck_assert(!sent(STR("\033P")));
		ck_assert(!sent(STR("\033[c")));
		ck_assert(!sent(STR("\033[6n")));
		ck_assert(!sent(STR("$<")));
	}
	end_terminal();
	end_visit();
}
END_TEST

/* ------------------------------------------------------------------------
 * Keys, as the terminals that Debian knows describe them.
 */

static const char *const described[] = { "xterm-256color",
					 "xterm",
					 "linux",
					 "vt100",
					 "vt220",
					 "screen",
					 "screen-256color",
					 "tmux",
					 "tmux-256color",
					 "rxvt",
					 "rxvt-unicode",
					 "putty",
					 "konsole",
					 "vte",
					 "gnome",
					 "alacritty",
					 "foot",
					 "xterm-kitty",
					 "st",
					 "Eterm",
					 "mlterm",
					 "kterm",
					 "cygwin",
					 "ansi",
					 "iterm2",
					 "mosh",
					 "sun",
					 "scoansi",
					 "wy60",
					 "hurd",
					 "teraterm" };

enum { DESCRIBED = sizeof described / sizeof *described };

/* A keypad's corner may be its digit instead. */
static bool key_means(struct keys *keys, const char *sequence,
		      enum intent_kind wanted, bool keypad)
{
	struct intent intent = { 0 };
	unsigned count = 0;

	for (; *sequence; sequence++)
		count += keys_byte(keys, (unsigned char)*sequence, 1000,
				   &intent);
	return count == 1 &&
	       (intent.kind == wanted || (keypad && intent.typed));
}

START_TEST(every_described_key)
{
	static const struct {
		const char *name;
		enum intent_kind kind;
		bool keypad;
	} wanted[] = {
		{ "kcuu1", INTENT_UP, false },
		{ "kcud1", INTENT_DOWN, false },
		{ "khome", INTENT_FIRST, false },
		{ "kend", INTENT_LAST, false },
		{ "kpp", INTENT_SCREEN_UP, false },
		{ "knp", INTENT_SCREEN_DOWN, false },
		{ "kdch1", INTENT_BACK, false },
		{ "kbs", INTENT_ERASE, false },
		{ "kcbt", INTENT_PREVIOUS_ITEM, false },
		{ "kf1", INTENT_HELP, false },
		{ "kent", INTENT_OPEN, false },
		{ "ka1", INTENT_FIRST, true },
		{ "ka3", INTENT_SCREEN_UP, true },
		{ "kc1", INTENT_LAST, true },
		{ "kc3", INTENT_SCREEN_DOWN, true },
	};
	const char *name = described[_i];
	struct buf out = { 0 };
	struct keys keys = { .utf8 = true };

	/* Without ncurses-term there is less to look at. */
	if (screen_open(name, 80, 24, &out) != SCREEN_GOOD)
		return;
	screen_teach(&keys);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		const char *sequence = tigetstr(wanted[i].name);

		/* One byte alone is what it is on every terminal. */
		if (!sequence || sequence == (const char *)-1 ||
		    sequence[0] != '\033')
			continue;
		ck_assert_msg(key_means(&keys, sequence, wanted[i].kind,
					wanted[i].keypad),
			      "%s: %s", name, wanted[i].name);
	}
	buf_free(&out);
}
END_TEST

#define EACH_TERM(test) tcase_add_loop_test(tests, test, 0, TERMS)

int main(void)
{
	Suite *suite = suite_create("view/screen");
	TCase *tests = tcase_create("view/screen");
	SRunner *runner = srunner_create(suite);

	tcase_set_timeout(tests, 300);
	EACH_TERM(every_terminal);
	tcase_add_test(tests, every_size);
	tcase_add_test(tests, resizes);
	tcase_add_test(tests, marks_and_other_scripts);
	tcase_add_test(tests, a_focus_move_takes_few_bytes);
	tcase_add_test(tests, unchanged_rows_are_not_sent);
	EACH_TERM(reader_style_moves_the_cursor_alone);
	EACH_TERM(reader_style_sends_whole_rows);
	tcase_add_test(tests, bell_rings_once);
	EACH_TERM(same_bytes_as_on_a_terminal);
	tcase_add_test(tests, no_screen_where_there_can_be_none);
	EACH_TERM(last_words_are_clean);
	tcase_add_test(tests, paste_mode_is_given_back);
	EACH_TERM(never_asks_never_names);
	tcase_add_loop_test(tests, every_described_key, 0, DESCRIBED);
	suite_add_tcase(suite, tests);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	srunner_free(runner);
	return EXIT_SUCCESS;
}
