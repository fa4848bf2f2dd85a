/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pty/pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

/* A program that says nothing for so long is stuck; the test fails. */
enum { PATIENCE_MS = 60000 };

#define MARK STR("\033_textkiosk;")

struct pty {
	int fd;
	pid_t process;
	VTerm *vterm;
	VTermScreen *screen;
	unsigned cols, rows;
	unsigned bells;
	uint64_t typed;	 /* bytes */
	uint64_t marked; /* of them, the program has said it took */
	unsigned marks;
	uint64_t mark_bytes;
	struct buf sent;
	size_t looked; /* bytes of `sent` that held no unread mark */
	bool ended;
	int status;
};

static int on_bell(void *user)
{
	struct pty *pty = user;

	pty->bells++;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .bell = on_bell };

static void open_screen(struct pty *pty)
{
	pty->vterm = vterm_new((int)pty->rows, (int)pty->cols);
	vterm_set_utf8(pty->vterm, 1);
	pty->screen = vterm_obtain_screen(pty->vterm);
	vterm_screen_set_callbacks(pty->screen, &callbacks, pty);
	vterm_screen_enable_altscreen(pty->screen, 1);
	vterm_screen_reset(pty->screen, 1);
}

/*
 * Takes every whole mark out of what has come; the rest goes to the screen.
 * Old versions of libvterm would show a mark.
 */
static void read_marks(struct pty *pty)
{
	struct str all = buf_str(&pty->sent);

	while (pty->looked < all.bytes) {
		struct str rest = str_from(all, pty->looked);
		unsigned long taken = 0;
		size_t at = MARK.bytes;

		if (rest.bytes < MARK.bytes && str_starts(MARK, rest))
			return;
		if (!str_starts(rest, MARK)) {
			vterm_input_write(pty->vterm, rest.at, 1);
			pty->looked++;
			continue;
		}
		while (at < rest.bytes && rest.at[at] != '\\') {
			if (rest.at[at] >= '0' && rest.at[at] <= '9')
				taken = taken * 10 +
					(unsigned long)(rest.at[at] - '0');
			at++;
		}
		if (at == rest.bytes)
			return;
		pty->marked = taken;
		pty->marks++;
		pty->mark_bytes += at + 1;
		pty->looked += at + 1;
	}
}

static void take_status(struct pty *pty)
{
	if (!pty->ended) {
		waitpid(pty->process, &pty->status, 0);
		pty->ended = true;
	}
}

/* Reads what comes next; false when the program has closed the terminal. */
static bool read_some(struct pty *pty)
{
	struct pollfd ready = { .fd = pty->fd, .events = POLLIN };
	char bytes[65536];
	ssize_t got;

	if (poll(&ready, 1, PATIENCE_MS) == 0) {
		printf("Bail out! the program says nothing\n");
		kill(pty->process, SIGKILL);
		exit(1);
	}
	got = read(pty->fd, bytes, sizeof bytes);
	if (got <= 0) {
		if (got < 0 && errno == EINTR)
			return true;
		take_status(pty);
		return false;
	}
	buf_add(&pty->sent, (struct str){ bytes, (size_t)got });
	read_marks(pty);
	return true;
}

enum { MOST_ARGUMENTS = 32 };

/* With sanitizers the program runs unconfined: they need more than it may. */
static void add_unconfined(const char *const argv[],
			   const char *all[MOST_ARGUMENTS])
{
	const char *unconfined = getenv("UNCONFINED");
	size_t count = 1;

	all[0] = argv[0];
	if (unconfined && *unconfined)
		all[count++] = unconfined;
	while (*++argv && count + 1 < MOST_ARGUMENTS)
		all[count++] = *argv;
	all[count] = NULL;
}

static _Noreturn void become(const char *const argv[], const char *term)
{
	const char *locale = getenv("PTY_LC_ALL");
	const char *all[MOST_ARGUMENTS];

	if (!locale)
		locale = "C.UTF-8";
	add_unconfined(argv, all);
	clearenv();
	if (term)
		setenv("TERM", term, 1);
	if (*locale)
		setenv("LC_ALL", locale, 1);
	execv(all[0], (char *const *)all);
	_exit(127);
}

/* On this end of a terminal, as a session of its own or in ours. */
static void spawn(struct pty *pty, int line, bool session,
		  const char *const argv[], const char *term)
{
	pty->process = fork();
	if (pty->process < 0)
		abort();
	if (pty->process > 0) {
		close(line);
		return;
	}
	if (session) {
		login_tty(line);
	} else {
		for (int fd = 0; fd < 3; fd++)
			dup2(line, fd);
		close(line);
	}
	become(argv, term);
}

static struct pty *open_pty(unsigned cols, unsigned rows,
			    const struct termios *modes, int *line)
{
	struct winsize size = { .ws_col = (unsigned short)cols,
				.ws_row = (unsigned short)rows };
	struct pty *pty = calloc(1, sizeof *pty);

	pty->cols = cols;
	pty->rows = rows;
	if (openpty(&pty->fd, line, NULL, modes, &size) < 0)
		abort();
	fcntl(pty->fd, F_SETFD, FD_CLOEXEC);
	open_screen(pty);
	return pty;
}

struct pty *pty_begin(const char *const argv[], const char *term, unsigned cols,
		      unsigned rows)
{
	int line;
	struct pty *pty = open_pty(cols, rows, NULL, &line);

	spawn(pty, line, true, argv, term);
	return pty;
}

/* Waits for the first frame. */
static bool is_shown(struct pty *pty)
{
	unsigned marks = pty->marks;

	pty_wait(pty);
	return pty->marks > marks;
}

static struct pty *unless_ended(struct pty *pty)
{
	if (is_shown(pty))
		return pty;
	pty_stop(pty);
	return NULL;
}

struct pty *pty_start(const char *const argv[], const char *term, unsigned cols,
		      unsigned rows)
{
	return unless_ended(pty_begin(argv, term, cols, rows));
}

struct pty *pty_start_below(const char *const argv[], const char *term,
			    const struct termios *modes)
{
	int line;
	struct pty *pty = open_pty(80, 24, modes, &line);

	spawn(pty, line, false, argv, term);
	return unless_ended(pty);
}

void pty_kill(struct pty *pty)
{
	kill(pty->process, SIGKILL);
	while (!pty->ended)
		read_some(pty);
}

bool pty_start_again(struct pty *pty, const char *const argv[],
		     const char *term)
{
	pty->ended = false;
	pty->typed = pty->marked = 0;
	spawn(pty, pty_line(pty), true, argv, term);
	return is_shown(pty);
}

void pty_send(struct pty *pty, struct str bytes)
{
	while (bytes.bytes) {
		ssize_t written = write(pty->fd, bytes.at, bytes.bytes);

		if (written <= 0)
			return;
		pty->typed += (uint64_t)written;
		bytes = str_from(bytes, (size_t)written);
	}
}

void pty_type(struct pty *pty, struct str bytes)
{
	pty_send(pty, bytes);
	while (!pty->ended && pty->marked < pty->typed)
		read_some(pty);
}

void pty_claim_size(struct pty *pty, unsigned cols, unsigned rows)
{
	struct winsize size = { .ws_col = (unsigned short)cols,
				.ws_row = (unsigned short)rows };

	/* Our own screen has one at least, and need not have 65 535. */
	pty->cols = cols < 1 ? 1 : cols > 500 ? 500 : cols;
	pty->rows = rows < 1 ? 1 : rows > 300 ? 300 : rows;
	vterm_set_size(pty->vterm, (int)pty->rows, (int)pty->cols);
	ioctl(pty->fd, TIOCSWINSZ, &size);
}

void pty_resize(struct pty *pty, unsigned cols, unsigned rows)
{
	unsigned marks = pty->marks;

	pty_claim_size(pty, cols, rows);
	while (!pty->ended && pty->marks == marks)
		read_some(pty);
}

void pty_wait(struct pty *pty)
{
	unsigned marks = pty->marks;

	while (!pty->ended && pty->marks == marks)
		read_some(pty);
}

static void cell_at(const struct pty *pty, unsigned row, unsigned col,
		    VTermScreenCell *cell)
{
	VTermPos pos = { .row = (int)row, .col = (int)col };

	memset(cell, 0, sizeof *cell);
	vterm_screen_get_cell(pty->screen, pos, cell);
}

static void add_utf8(struct buf *out, uint32_t c)
{
	if (c < 0x80) {
		buf_byte(out, (char)c);
	} else if (c < 0x800) {
		buf_byte(out, (char)(0xC0 | c >> 6));
		buf_byte(out, (char)(0x80 | (c & 0x3F)));
	} else {
		buf_byte(out, (char)(0xE0 | c >> 12));
		buf_byte(out, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_byte(out, (char)(0x80 | (c & 0x3F)));
	}
}

void pty_row(const struct pty *pty, unsigned row, struct buf *out)
{
	size_t begin = out->bytes;

	for (unsigned col = 0; col < pty->cols; col++) {
		VTermScreenCell cell;

		cell_at(pty, row, col, &cell);
		if (cell.chars[0] == (uint32_t)-1)
			continue; /* the right half of a wide character */
		for (unsigned i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++)
			if (cell.chars[i])
				add_utf8(out, cell.chars[i]);
		if (!cell.chars[0])
			buf_byte(out, ' ');
	}
	while (out->bytes > begin && out->at[out->bytes - 1] == ' ')
		out->bytes--;
}

struct pty_looks pty_looks(const struct pty *pty, unsigned row, unsigned col)
{
	VTermScreenCell cell;

	cell_at(pty, row, col, &cell);
	return (struct pty_looks){ cell.attrs.bold, cell.attrs.reverse };
}

void pty_cursor(const struct pty *pty, unsigned *row, unsigned *col)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(pty->vterm), &pos);
	*row = (unsigned)pos.row;
	*col = (unsigned)pos.col;
}

unsigned pty_bells(const struct pty *pty)
{
	return pty->bells;
}

uint64_t pty_bytes(const struct pty *pty)
{
	return pty->sent.bytes - pty->mark_bytes;
}

struct str pty_sent(const struct pty *pty)
{
	return buf_str(&pty->sent);
}

bool pty_ended(const struct pty *pty)
{
	return pty->ended;
}

int pty_process(const struct pty *pty)
{
	return pty->process;
}

int pty_line(const struct pty *pty)
{
	return open(ptsname(pty->fd), O_RDWR | O_NOCTTY);
}

int pty_end(struct pty *pty)
{
	while (!pty->ended)
		read_some(pty);
	if (WIFEXITED(pty->status))
		return WEXITSTATUS(pty->status);
	return 128 + WTERMSIG(pty->status);
}

void pty_stop(struct pty *pty)
{
	if (!pty->ended) {
		kill(pty->process, SIGKILL);
		take_status(pty);
	}
	close(pty->fd);
	vterm_free(pty->vterm);
	buf_free(&pty->sent);
	free(pty);
}
