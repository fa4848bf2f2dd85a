/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * O_NONBLOCK belongs to the open file, which a shell may share with us. So
 * the terminal is opened anew by /proc/self/fd for a description of our own;
 * where that is not possible, ppoll() and short writes must do.
 */
#include "run/output.h"

#include "base/die.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

enum { MOST_COLS = 500, MOST_ROWS = 300, DEFAULT_COLS = 80, DEFAULT_ROWS = 24 };

static struct termios before;
static bool taken;
static int in = STDIN_FILENO;
static int out = STDOUT_FILENO;
static struct str last_words;
static struct buf pending;
static size_t sent;

/* For die() and fatal signals: nothing but write(2) and tcsetattr(3). */
static void restore(void)
{
	ssize_t written;

	if (!taken)
		return;
	tcflush(out, TCOFLUSH);
	written = write(out, last_words.at, last_words.bytes);
	(void)written;
	tcsetattr(in, TCSANOW, &before);
}

static int own_description(int fd, const char *path, int access)
{
	int own = open(path, access | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);

	return own < 0 ? fd : own;
}

bool output_take(void)
{
	struct termios raw;

	if (tcgetattr(STDIN_FILENO, &before) < 0)
		return false;
	in = own_description(STDIN_FILENO, "/proc/self/fd/0", O_RDONLY);
	out = own_description(STDOUT_FILENO, "/proc/self/fd/1", O_WRONLY);
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
	return true;
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

		if (written >= 0)
			sent += (size_t)written;
		else if (errno == EAGAIN || errno == EWOULDBLOCK)
			return true;
		else if (errno != EINTR)
			return false;
	}
	return true;
}

static void push_for(int ms)
{
	struct pollfd ready = { .fd = out, .events = POLLOUT };

	while (output_push() && output_busy())
		if (poll(&ready, 1, ms) <= 0)
			return;
}

void output_give_back(struct str bytes, int ms)
{
	push_for(ms);
	if (!output_busy()) {
		output_send(bytes);
		push_for(ms);
	}
	if (output_busy())
		tcflush(out, TCOFLUSH);
	die_set_restore(NULL);
	tcsetattr(in, TCSANOW, &before);
	taken = false;
	buf_free(&pending);
}
