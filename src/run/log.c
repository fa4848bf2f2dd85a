/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/log.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static int to = -1;
static bool syslog;   /* else a stream of lines */
static pid_t process; /* asked while it may be */

/* The socket that syslog daemons and journald listen at. */
static int connect_syslog(void)
{
	const struct sockaddr_un address = { .sun_family = AF_UNIX,
					     .sun_path = "/dev/log" };
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (fd >= 0 && connect(fd, (const struct sockaddr *)&address,
			       sizeof address) < 0) {
		close(fd);
		return -1;
	}
	return fd;
}

void log_open(void)
{
	process = getpid();
	syslog = isatty(STDERR_FILENO);
	to = syslog ? connect_syslog() : STDERR_FILENO;
}

/* A file name may hold anything; a log is read on terminals. */
static void add_printable(struct buf *line, struct str text)
{
	for (size_t i = 0; i < text.bytes; i++) {
		unsigned char byte = (unsigned char)text.at[i];

		buf_byte(line, byte < 0x20 || byte >= 0x7F ? '?' : (char)byte);
	}
}

/* A pipe may be full, and a kiosk must not wait for who reads its log. */
static bool takes_more(void)
{
	const struct timespec now = { 0 };
	struct pollfd ready = { .fd = to, .events = POLLOUT };

	return ppoll(&ready, 1, &now, NULL) == 1 && ready.revents == POLLOUT;
}

void log_line(struct str what, struct str about)
{
	struct buf line = { 0 };
	ssize_t written;

	if (to < 0 || !takes_more())
		return;
	/* RFC 3164 4.1: facility daemon (3), severity informational (6). */
	if (syslog)
		buf_add(&line, STR("<30>"));
	buf_add(&line, STR("textkiosk["));
	buf_number(&line, (unsigned long)process);
	buf_add(&line, STR("]: "));
	buf_add(&line, what);
	add_printable(&line, about);
	if (!syslog)
		buf_byte(&line, '\n');
	written = write(to, line.at, line.bytes);
	(void)written;
	buf_free(&line);
}
