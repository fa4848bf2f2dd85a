/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The worst ends, and what the next visitor finds: after SIGKILL, at any byte
 * of a frame, the service manager's next start shows the start screen whole
 * and takes keys, but none that the last visitor typed; a crash puts the
 * terminal back as it was found.
 */
#include "pty/pty.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

enum { COLS = 80, ROWS = 24, STARTS = 5 };

static unsigned number;

static void verdict(bool good, const char *what, const char *how)
{
	printf("%s %u - %s: %s\n", good ? "ok" : "not ok", ++number, how, what);
	fflush(stdout);
}

static const char *const kiosk[] = { "./textkiosk",
				     "--kiosk",
				     "--sync-marks",
				     "--now=2026-11-24T10:00",
				     "--lang=sv",
				     "textkiosk.book",
				     NULL };

static struct pty *must(struct pty *pty)
{
	if (!pty) {
		printf("Bail out! no start\n");
		exit(1);
	}
	return pty;
}

/* ------------------------------------------------------------------------
 * A terminal that is shown some bytes, and what a visitor sees of it.
 */

struct glass {
	VTerm *vterm;
	VTermScreen *screen;
	bool cursor, alternate;
	int mouse;
};

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct glass *glass = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		glass->cursor = value->boolean;
	if (property == VTERM_PROP_ALTSCREEN)
		glass->alternate = value->boolean;
	if (property == VTERM_PROP_MOUSE)
		glass->mouse = value->number;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

static void glass_open(struct glass *glass)
{
	*glass = (struct glass){ .vterm = vterm_new(ROWS, COLS) };
	vterm_set_utf8(glass->vterm, 1);
	glass->screen = vterm_obtain_screen(glass->vterm);
	vterm_screen_set_callbacks(glass->screen, &callbacks, glass);
	vterm_screen_enable_altscreen(glass->screen, 1);
	vterm_screen_reset(glass->screen, 1);
}

static void glass_show(struct glass *glass, struct str bytes)
{
	vterm_input_write(glass->vterm, bytes.at, bytes.bytes);
}

static void glass_drop(struct glass *glass)
{
	vterm_free(glass->vterm);
}

static VTermScreenCell cell_at(const struct glass *glass, int row, int col)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof cell);
	vterm_screen_get_cell(glass->screen, (VTermPos){ row, col }, &cell);
	return cell;
}

static bool same_cells(VTermScreenCell a, VTermScreenCell b)
{
	return memcmp(a.chars, b.chars, sizeof a.chars) == 0 &&
	       a.attrs.bold == b.attrs.bold &&
	       a.attrs.underline == b.attrs.underline &&
	       a.attrs.reverse == b.attrs.reverse;
}

static bool same_glass(const struct glass *a, const struct glass *b)
{
	VTermPos cursor_a, cursor_b;

	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLS; col++)
			if (!same_cells(cell_at(a, row, col),
					cell_at(b, row, col)))
				return false;
	vterm_state_get_cursorpos(vterm_obtain_state(a->vterm), &cursor_a);
	vterm_state_get_cursorpos(vterm_obtain_state(b->vterm), &cursor_b);
	return cursor_a.row == cursor_b.row && cursor_a.col == cursor_b.col &&
	       a->cursor == b->cursor && a->alternate == b->alternate;
}

/* What was sent, without the marks: a terminal shows them to nobody. */
static struct str shown(struct buf *buf, struct str sent)
{
	static const char mark[] = "\033_textkiosk;";

	buf_clear(buf);
	while (sent.bytes) {
		const char *end = sent.at + 1;

		if (str_starts(sent, str_of(mark)))
			end = (char *)memchr(sent.at, '\\', sent.bytes) + 1;
		else
			buf_byte(buf, sent.at[0]);
		sent = str_from(sent, (size_t)(end - sent.at));
	}
	return buf_str(buf);
}

/* ------------------------------------------------------------------------
 * Killed, again and again.
 */

/* How the line is when the next one starts. */
enum left {
	HUNG_UP, /* as the kernel leaves it: its session is over */
	RAW,	 /* as the program had it */
	RESET	 /* as TTYReset= of systemd.exec(5) makes it */
};

static void leave(const struct pty *pty, enum left left,
		  const struct termios *raw)
{
	int line = pty_line(pty);
	struct termios modes;

	tcgetattr(line, &modes);
	if (left == RAW)
		modes = *raw;
	if (left == RESET) {
		modes.c_iflag &= ~(tcflag_t)(IGNBRK | BRKINT | ISTRIP | INLCR |
					     IGNCR | IUCLC);
		modes.c_iflag |= ICRNL | IMAXBEL | IUTF8;
		modes.c_oflag |= ONLCR | OPOST;
		modes.c_cflag |= CREAD;
		modes.c_lflag = ISIG | ICANON | IEXTEN | ECHO | ECHOE | ECHOK |
				ECHOCTL | ECHOKE;
		modes.c_cc[VMIN] = 1;
	}
	tcsetattr(line, TCSANOW, &modes);
	if (left == RESET)
		tcflush(line, TCIOFLUSH);
	close(line);
}

static struct termios modes_of(const struct pty *pty)
{
	int line = pty_line(pty);
	struct termios modes;

	memset(&modes, 0, sizeof modes);
	tcgetattr(line, &modes);
	close(line);
	return modes;
}

static bool same_rows(const struct pty *a, const struct pty *b)
{
	struct buf row_a = { 0 }, row_b = { 0 };
	bool same;

	for (unsigned row = 0; row < ROWS; row++) {
		pty_row(a, row, &row_a);
		pty_row(b, row, &row_b);
		for (unsigned col = 0; col < COLS; col++) {
			struct pty_looks x = pty_looks(a, row, col);
			struct pty_looks y = pty_looks(b, row, col);

			/* Where they differ the rows are made to. */
			if (x.bold != y.bold || x.reverse != y.reverse)
				buf_byte(&row_a, '!');
		}
		buf_byte(&row_a, '\n');
		buf_byte(&row_b, '\n');
	}
	same = str_equal(buf_str(&row_a), buf_str(&row_b));
	buf_free(&row_a);
	buf_free(&row_b);
	return same;
}

static bool takes_keys(struct pty *pty)
{
	struct buf row = { 0 };
	bool good;

	pty_type(pty, STR("4"));
	pty_row(pty, 2, &row);
	good = str_equal(buf_str(&row), STR(" Värdeord"));
	buf_free(&row);
	return good;
}

/* Far from the start, and in the middle of something. */
static void go_away(struct pty *pty)
{
	pty_type(pty, STR("43"));
	pty_type(pty, STR("9"));
	pty_type(pty, STR("/sko"));
	pty_send(pty, STR("0123412381\033[B\033[6~/a"));
}

static void killed(const char *term, enum left left, const char *how)
{
	struct pty *fresh = must(pty_start(kiosk, term, COLS, ROWS));
	struct pty *pty = must(pty_start(kiosk, term, COLS, ROWS));
	const struct termios raw = modes_of(pty);
	bool whole = true, keys = true;

	for (unsigned i = 0; i < STARTS && whole && keys; i++) {
		go_away(pty);
		pty_kill(pty);
		leave(pty, left, &raw);
		whole = pty_start_again(pty, kiosk, term) &&
			same_rows(pty, fresh);
		keys = whole && takes_keys(pty);
	}
	verdict(whole, "killed five times, each start shows its screen whole",
		how);
	verdict(keys, "and takes keys", how);
	pty_stop(pty);
	pty_stop(fresh);
}

/*
 * Between two characters: half of one is shown by a terminal at once, and
 * cleared, but libvterm holds it back.
 */
static bool may_cut(struct str all, size_t cut)
{
	return cut == all.bytes || ((unsigned char)all.at[cut] & 0xC0) != 0x80;
}

/*
 * The same without the program: all that one has sent is cut at each byte,
 * and what a start sends follows.
 */
static void killed_at_any_byte(const char *term)
{
	struct pty *pty = must(pty_start(kiosk, term, COLS, ROWS));
	struct buf sent_first = { 0 }, sent = { 0 };
	struct str first = shown(&sent_first, pty_sent(pty)), all;
	struct glass fresh, torn;
	bool same = true;

	glass_open(&fresh);
	glass_show(&fresh, first);
	for (const char *key = "4339/8ab\r081"; *key; key++)
		pty_type(pty, (struct str){ key, 1 });
	all = shown(&sent, pty_sent(pty));
	for (size_t cut = 0; cut <= all.bytes && same; cut++) {
		if (!may_cut(all, cut))
			continue;
		glass_open(&torn);
		glass_show(&torn, (struct str){ all.at, cut });
		glass_show(&torn, first);
		same = same_glass(&torn, &fresh);
		if (!same)
			printf("# cut at byte %zu of %zu\n", cut, all.bytes);
		glass_drop(&torn);
	}
	verdict(same, "killed at any byte of a frame, a start is whole", term);
	glass_drop(&fresh);
	buf_free(&sent);
	buf_free(&sent_first);
	pty_stop(pty);
}

/* ------------------------------------------------------------------------
 * Crashed.
 */

/* Such as nobody has by chance. */
static struct termios odd_modes(void)
{
	struct termios modes;

	memset(&modes, 0, sizeof modes);
	modes.c_iflag = BRKINT | IXON | IXOFF | INLCR | IUTF8;
	modes.c_oflag = OPOST | ONLCR;
	modes.c_cflag = CS8 | CREAD | HUPCL;
	modes.c_lflag = ICANON | ECHO | ECHOK | IEXTEN | ISIG | TOSTOP;
	modes.c_cc[VERASE] = '#';
	modes.c_cc[VKILL] = '@';
	modes.c_cc[VMIN] = 7;
	modes.c_cc[VTIME] = 3;
	cfsetispeed(&modes, B19200);
	cfsetospeed(&modes, B19200);
	return modes;
}

static bool same_modes(struct termios a, struct termios b)
{
	return a.c_iflag == b.c_iflag && a.c_oflag == b.c_oflag &&
	       a.c_cflag == b.c_cflag && a.c_lflag == b.c_lflag &&
	       memcmp(a.c_cc, b.c_cc, sizeof a.c_cc) == 0;
}

/* Where it asks for pastes to be marked, they are no more. */
static bool marks_pastes(struct glass *glass)
{
	char answer[16];

	vterm_keyboard_start_paste(glass->vterm);
	return vterm_output_read(glass->vterm, answer, sizeof answer) > 0;
}

/* What is written next looks as text looks. */
static bool writes_plainly(struct glass *glass)
{
	VTermPos at;
	VTermScreenCell cell;

	glass_show(glass, STR("\rlqx"));
	vterm_state_get_cursorpos(vterm_obtain_state(glass->vterm), &at);
	cell = cell_at(glass, at.row, 0);
	return cell.chars[0] == 'l' && !cell.attrs.bold &&
	       !cell.attrs.reverse && !cell.attrs.underline;
}

/* After these bytes, and then those. */
static bool put_back(struct str sent, struct str then)
{
	struct glass glass;
	bool good;

	glass_open(&glass);
	/* Until the program has said otherwise; and a cursor that nobody has
	   saved is restored as a hidden one by libvterm alone. */
	glass.cursor = true;
	glass_show(&glass, STR("\0337"));
	glass_show(&glass, sent);
	glass_show(&glass, then);
	good = glass.cursor && !glass.alternate && glass.mouse == 0 &&
	       !marks_pastes(&glass) && writes_plainly(&glass);
	glass_drop(&glass);
	return good;
}

/* What the terminal has not taken by then is dropped, from any byte on. */
static bool put_back_at_any_byte(struct str sent, struct str last_words)
{
	for (size_t cut = 0; cut <= sent.bytes; cut++)
		if (may_cut(sent, cut) &&
		    !put_back((struct str){ sent.at, cut }, last_words)) {
			printf("# cut at byte %zu of %zu\n", cut, sent.bytes);
			return false;
		}
	return true;
}

/* How the program ends, from the line's modes to the last byte sent. */
static void crashed(const char *term, int signal,
		    bool is_put_back(struct str sent, struct str last_words))
{
	const struct termios odd = odd_modes();
	struct pty *pty = must(pty_start_below(kiosk, term, &odd));
	const struct termios during = modes_of(pty);
	struct buf sent = { 0 };
	struct str all;
	size_t before;
	char how[64];

	snprintf(how, sizeof how, "%s on %s", sigdescr_np(signal), term);
	pty_type(pty, STR("4\033[B"));
	pty_type(pty, STR("/a"));
	before = shown(&sent, pty_sent(pty)).bytes;
	kill(pty_process(pty), signal);
	verdict(pty_end(pty) == 70, "ends with 70", how);
	verdict(!same_modes(during, odd) && same_modes(modes_of(pty), odd),
		"the line has its modes again", how);
	all = shown(&sent, pty_sent(pty));
	verdict(is_put_back((struct str){ all.at, before },
			    str_from(all, before)),
		"cursor, screen, attributes and pastes are as before", how);
	buf_free(&sent);
	pty_stop(pty);
}

int main(void)
{
	static const char *const terms[] = { "xterm-256color", "linux",
					     "vt100" };
	static const int broken[] = { SIGSEGV, SIGBUS, SIGABRT,
				      SIGFPE,  SIGILL, SIGSYS };

	for (size_t i = 0; i < 3; i++) {
		killed(terms[i], HUNG_UP, "a line that was hung up");
		killed(terms[i], RAW, "a line in raw mode");
		killed(terms[i], RESET, "a line that was reset");
		killed_at_any_byte(terms[i]);
	}
	for (size_t i = 0; i < 3; i++)
		crashed(terms[i], SIGSEGV, put_back_at_any_byte);
	for (size_t i = 1; i < sizeof broken / sizeof *broken; i++)
		crashed("xterm-256color", broken[i], put_back);
	printf("1..%u\n", number);
	return 0;
}
