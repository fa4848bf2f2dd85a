/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * O_NONBLOCK belongs to the open file, which a shell may share with us. So
 * the terminal is opened anew by /proc/self/fd for a description of our own.
 * Where it may not be opened (after su it is somebody else's) the flag is set
 * on the shared one and taken back at the end: a shell that waits for us
 * notices nothing, while a blocking write could hang us beyond SIGTERM.
 */
#include "run/output.h"

#include "base/die.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { CTRL_C = 3, CTRL_D = 4 };
enum { MOST_COLS = 500, MOST_ROWS = 300, DEFAULT_COLS = 80, DEFAULT_ROWS = 24 };

static struct termios before;
static bool taken;
static int in = STDIN_FILENO;
static int out = STDOUT_FILENO;
/* File status flags to be put back on descriptors 0 and 1; -1: none. */
static int shared[2] = { -1, -1 };
static struct str last_words;
static struct buf pending;
static size_t sent;

static void put_back_modes(void)
{
	tcsetattr(in, TCSANOW, &before);
	/* Both may be one: then 0 still knows how it was. */
	for (int fd = 1; fd >= 0; fd--)
		if (shared[fd] >= 0)
			fcntl(fd, F_SETFL, shared[fd]);
}

/* For die() and fatal signals: only calls that are safe in a handler. */
static void restore(void)
{
	ssize_t written;

	if (!taken)
		return;
	tcflush(out, TCOFLUSH);
	written = write(out, last_words.at, last_words.bytes);
	(void)written;
	put_back_modes();
}

/* A file opened anew would be written from its beginning: only terminals. */
static int own_description(int fd, const char *path, int access)
{
	int own = isatty(fd) ? open(path, access | O_NOCTTY | O_NONBLOCK |
						  O_CLOEXEC)
			     : -1;

	if (own >= 0)
		return own;
	shared[fd] = fcntl(fd, F_GETFL);
	if (shared[fd] >= 0)
		fcntl(fd, F_SETFL, shared[fd] | O_NONBLOCK);
	return fd;
}

static void take_descriptors(void)
{
	in = own_description(STDIN_FILENO, "/proc/self/fd/0", O_RDONLY);
	out = own_description(STDOUT_FILENO, "/proc/self/fd/1", O_WRONLY);
}

bool output_take(void)
{
	struct termios raw;

	if (tcgetattr(STDIN_FILENO, &before) < 0)
		return false;
	take_descriptors();
	raw = before;
	raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK |
				   ISTRIP | IXON | IXOFF | PARMRK);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
	raw.c_cflag |= CS8;
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	if (tcsetattr(in, TCSANOW, &raw) < 0)
		return false;
	taken = true;
	die_set_restore(restore);
	die_guard(true);
	return true;
}

void output_take_lines(bool endless)
{
	struct termios lines;

	take_descriptors();
	taken = true;
	die_set_restore(restore);
	die_guard(true);
	if (tcgetattr(in, &before) < 0)
		return;
	lines = before;
	lines.c_iflag |= ICRNL;
	lines.c_iflag &= ~(tcflag_t)(INLCR | IGNCR | ISTRIP | IXON | IXOFF);
	lines.c_oflag |= OPOST | ONLCR;
	lines.c_lflag |= ICANON | ECHO | ECHOE | ECHOK | ECHOCTL;
	lines.c_lflag &= ~(tcflag_t)(ISIG | IEXTEN);
	lines.c_cc[VEOL] = CTRL_C;
	lines.c_cc[VEOF] = endless ? _POSIX_VDISABLE : CTRL_D;
	tcsetattr(in, TCSANOW, &lines);
}

void output_forget_typed(void)
{
	tcflush(in, TCIFLUSH);
}

void output_set_last_words(struct str words)
{
	last_words = words;
}

static uint32_t clamp(unsigned short value, uint32_t most, uint32_t none)
{
	if (value == 0)
		return none;
	return value > most ? most : value;
}

/* A client may claim any size; curses would allocate it. */
void output_size(uint32_t *cols, uint32_t *rows)
{
	struct winsize size = { 0 };

	ioctl(out, TIOCGWINSZ, &size);
	*cols = clamp(size.ws_col, MOST_COLS, DEFAULT_COLS);
	*rows = clamp(size.ws_row, MOST_ROWS, DEFAULT_ROWS);
}

int output_in(void)
{
	return in;
}

int output_out(void)
{
	return out;
}

void output_send(struct str bytes)
{
	die_unless(!output_busy());
	buf_clear(&pending);
	buf_add(&pending, bytes);
	sent = 0;
}

bool output_busy(void)
{
	return sent < pending.bytes;
}

bool output_push(void)
{
	while (output_busy()) {
		ssize_t written =
			write(out, pending.at + sent, pending.bytes - sent);

		if (written > 0)
			sent += (size_t)written;
		else if (written == 0 || errno == EAGAIN)
			return true;
		else if (errno != EINTR)
			return false;
	}
	/* What the terminal has taken may hold what a visitor typed. */
	buf_clear(&pending);
	sent = 0;
	return true;
}

static int64_t steady_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* However slowly the terminal takes it, no longer than until `deadline_ms`. */
static void push_until(int64_t deadline_ms)
{
	struct pollfd ready = { .fd = out, .events = POLLOUT };

	while (output_push() && output_busy()) {
		int64_t left = deadline_ms - steady_ms();
		struct timespec time = { left / 1000, left % 1000 * 1000000 };

		if (left <= 0 || ppoll(&ready, 1, &time, NULL) == 0)
			return;
	}
}

void output_give_back(struct str bytes, int ms)
{
	int64_t deadline_ms = steady_ms() + ms;

	push_until(deadline_ms);
	if (!output_busy()) {
		output_send(bytes);
		push_until(deadline_ms);
	}
	/* What it has not taken is dropped, so that the end can be heard. */
	if (output_busy())
		restore();
	else
		put_back_modes();
	die_set_restore(NULL);
	die_guard(false);
	taken = false;
	buf_free(&pending);
}
