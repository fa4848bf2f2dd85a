/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What only the real program on a real terminal can show: it is silent while
 * nobody presses a key, it ends when it is told to or when the line is gone,
 * it puts the terminal back, and a book that is exchanged, cut short or
 * overwritten while it is read hurts nobody.
 */
#include "pty/pty.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static unsigned number;

static void verdict(bool good, const char *what)
{
	printf("%s %u - %s\n", good ? "ok" : "not ok", ++number, what);
}

static struct pty *start(const char *book, const char *term)
{
	const char *const argv[] = {
		"./textkiosk", "--sync-marks", "--now=2026-11-24T10:00",
		"--lang=sv",   (char *)book,   NULL
	};
	struct pty *pty = pty_start(argv, term, 80, 24);

	if (!pty) {
		printf("Bail out! no start with %s\n", term);
		exit(1);
	}
	return pty;
}

static bool row_is(const struct pty *pty, unsigned row, const char *text)
{
	struct buf buf = { 0 };
	bool same;

	pty_row(pty, row, &buf);
	same = str_equal(buf_str(&buf), str_of(text));
	if (!same)
		printf("# row %u is \"%.*s\"\n", row, (int)buf.bytes, buf.at);
	buf_free(&buf);
	return same;
}

static void copy_file(const char *from, const char *to, off_t bytes)
{
	char piece[65536];
	int in = open(from, O_RDONLY), out;
	ssize_t got;

	out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	while (bytes && (got = read(in, piece, sizeof piece)) > 0) {
		if (got > bytes)
			got = (ssize_t)bytes;
		if (write(out, piece, (size_t)got) != got)
			abort();
		bytes -= got;
	}
	close(in);
	close(out);
}

enum { WHOLE = 1 << 30 };

/* What the kernel says of the process, one line of its status. */
static bool status_line(const struct pty *pty, const char *format, void *value)
{
	char path[64], line[128];
	bool found = false;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/status", pty_process(pty));
	file = fopen(path, "r");
	while (file && !found && fgets(line, sizeof line, file))
		found = sscanf(line, format, value) == 1;
	if (file)
		fclose(file);
	return found;
}

/* How often it has given up the CPU: every wake-up ends in one more. */
static long switches(const struct pty *pty)
{
	long count = -1;

	status_line(pty, "voluntary_ctxt_switches: %ld", &count);
	return count;
}

/* What was to be sent has been: it waits for a key, not to run. */
static void wait_until_it_waits(const struct pty *pty)
{
	char state = 'R';

	while (status_line(pty, "State: %c", &state) && state != 'S')
		sched_yield();
}

/*
 * A second stands for ten minutes: nothing in the program counts time. Right
 * does nothing, so with its mark comes what was sent meanwhile.
 */
static void is_silent(struct pty *pty, const char *wakes, const char *sends)
{
	uint64_t sent = pty_bytes(pty);
	long before;

	wait_until_it_waits(pty);
	before = switches(pty);
	nanosleep(&(struct timespec){ .tv_sec = 1 }, NULL);
	verdict(before >= 0 && switches(pty) == before, wakes);
	pty_type(pty, STR("\033[C"));
	verdict(pty_bytes(pty) == sent, sends);
}

/* Other tests put files beside the book, and each is looked at: not here. */
static void idle_is_silent(void)
{
	const char *folder = "proofs-alone.tmp";
	const char *book = "proofs-alone.tmp/textkiosk.book";
	struct pty *pty;

	mkdir(folder, 0700);
	copy_file("textkiosk.book", book, WHOLE);
	pty = start(book, "xterm-256color");

	is_silent(pty, "no wake-up while nobody presses a key",
		  "and no byte is sent");
	pty_type(pty, STR("3"));
	is_silent(pty, "nor on another screen", "nor there");
	pty_stop(pty);
	unlink(book);
	rmdir(folder);
}

static void ends(int signal, const char *what)
{
	struct pty *pty = start("textkiosk.book", "xterm-256color");

	kill(pty_process(pty), signal);
	verdict(pty_end(pty) == 0, what);
	pty_stop(pty);
}

static void ignores(int signal, const char *what)
{
	struct pty *pty = start("textkiosk.book", "xterm-256color");

	kill(pty_process(pty), signal);
	pty_type(pty, STR("4"));
	verdict(!pty_ended(pty) && row_is(pty, 2, " Värdeord"), what);
	pty_stop(pty);
}

static void crash_puts_the_terminal_back(void)
{
	struct pty *pty = start("textkiosk.book", "xterm-256color");
	struct str sent;

	kill(pty_process(pty), SIGSEGV);
	verdict(pty_end(pty) == 70, "a crash ends with 70");
	sent = pty_sent(pty);
	verdict(memmem(sent.at, sent.bytes, "\033[?1049l", 8) != NULL,
		"and leaves the screen as it was");
	pty_stop(pty);
}

static void quit_puts_the_terminal_back(void)
{
	struct pty *pty = start("textkiosk.book", "xterm-256color");
	struct str sent;

	pty_send(pty, STR("q"));
	verdict(pty_end(pty) == 0, "q ends a session with 0");
	sent = pty_sent(pty);
	verdict(memmem(sent.at, sent.bytes, "\033[?2004l", 8) &&
			memmem(sent.at, sent.bytes, "\033[?1049l", 8),
		"paste mode and screen are given back");
	pty_stop(pty);
}

static void shrunken_book_is_survived(void)
{
	const char *book = "proofs-shrunken.tmp";
	struct pty *pty;

	unlink(book);
	copy_file("textkiosk.book", book, WHOLE);
	pty = start(book, "xterm-256color");
	if (truncate(book, 4096) < 0)
		abort();
	pty_type(pty, STR("4"));
	pty_type(pty, STR("0"));
	pty_type(pty, STR("1"));
	verdict(!pty_ended(pty), "a book cut short while shown is survived");
	/* A good one comes: the next key finds it. */
	copy_file("textkiosk.book", "proofs-new.tmp", WHOLE);
	rename("proofs-new.tmp", book);
	pty_type(pty, STR("0"));
	pty_type(pty, STR("4"));
	verdict(row_is(pty, 2, " Värdeord"), "and a good one taken up");
	pty_stop(pty);
	unlink(book);
}

static void overwritten_book_is_survived(void)
{
	const char *book = "proofs-over.tmp";
	struct pty *pty;
	int fd;

	unlink(book);
	copy_file("textkiosk.book", book, WHOLE);
	pty = start(book, "xterm-256color");
	fd = open(book, O_WRONLY);
	for (int i = 0; i < 300; i++)
		if (pwrite(fd, "\xFF\xFF\xFF\x7F", 4, 1000 + 211 * i) != 4)
			abort();
	close(fd);
	for (const char *key = "12345678"; *key; key++) {
		pty_type(pty, (struct str){ key, 1 });
		pty_type(pty, STR("9"));
		pty_type(pty, STR("0"));
	}
	verdict(!pty_ended(pty), "a book overwritten while shown is survived");
	pty_stop(pty);
	unlink(book);
}

/* A program with words of its own, which can be cut short. */
static void shrunken_words_are_survived(void)
{
	const char *program = "proofs-words.tmp/textkiosk";
	const char *words = "proofs-words.tmp/catalogs/sv.mo";
	const char *book = "proofs-words.tmp/textkiosk.book";
	const char *const argv[] = { program,	   "--sync-marks",
				     "--lang=sv",  "--now=2026-11-24T10:00",
				     (char *)book, NULL };
	struct pty *pty;

	mkdir("proofs-words.tmp", 0700);
	mkdir("proofs-words.tmp/catalogs", 0700);
	copy_file("textkiosk", program, WHOLE);
	chmod(program, 0700);
	copy_file("catalogs/sv.mo", words, WHOLE);
	copy_file("textkiosk.book", book, WHOLE);
	pty = pty_start(argv, "xterm-256color", 80, 24);
	if (!pty || truncate(words, 0) < 0)
		abort();
	pty_type(pty, STR("4"));
	copy_file("textkiosk.book", "proofs-next.tmp", WHOLE);
	rename("proofs-next.tmp", book);
	pty_type(pty, STR("0"));
	verdict(!pty_ended(pty) && row_is(pty, 6, " Press a number:"),
		"words cut short while shown are survived");
	copy_file("catalogs/sv.mo", words, WHOLE);
	pty_type(pty, STR("4"));
	pty_type(pty, STR("0"));
	verdict(row_is(pty, 6, " Tryck en siffra:"), "and whole again, read");
	pty_stop(pty);
	unlink(program);
	unlink(words);
	unlink(book);
	rmdir("proofs-words.tmp/catalogs");
	rmdir("proofs-words.tmp");
}

static void new_book_keeps_the_place(void)
{
	const char *book = "proofs-book.tmp";
	struct pty *pty;

	unlink(book);
	copy_file("textkiosk.book", book, WHOLE);
	pty = start(book, "xterm-256color");
	pty_type(pty, STR("43"));
	pty_type(pty, STR("9"));
	copy_file("textkiosk.book", "proofs-next.tmp", WHOLE);
	rename("proofs-next.tmp", book);
	pty_type(pty, STR("\033[C"));
	verdict(row_is(pty, 2, " Openness"),
		"a new book keeps page and language");
	pty_stop(pty);
	unlink(book);
}

static void terminals(void)
{
	static const char *const terms[] = {
		"xterm-256color", "xterm", "linux",
		"vt100",	  "vt220", "screen",
		"tmux",		  "rxvt",  "xterm-unknown-to-all"
	};

	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
		struct pty *pty = start("textkiosk.book", terms[i]);
		bool good;

		pty_type(pty, STR("4"));
		pty_type(pty, STR("\033[B\033OB\033[B"));
		good = row_is(pty, 2, " Värdeord");
		printf("# %s\n", terms[i]);
		verdict(good, "the terminal shows the same words");
		pty_stop(pty);
	}
}

static void crowd_of_keys_is_taken(void)
{
	struct pty *pty = start("textkiosk.book", "xterm-256color");
	struct buf keys = { 0 };

	for (int i = 0; i < 2000; i++)
		buf_add(&keys, STR("\033[B\033[6~4\177"));
	pty_type(pty, buf_str(&keys));
	pty_type(pty, STR("04"));
	verdict(row_is(pty, 2, " Värdeord"), "8 000 keys at once are taken");
	buf_free(&keys);
	pty_stop(pty);
}

static bool same_screens(const struct pty *a, const struct pty *b)
{
	struct buf row = { 0 };
	bool same = true;

	for (unsigned i = 0; i < 24 && same; i++) {
		pty_row(b, i, &row);
		buf_byte(&row, '\0');
		same = row_is(a, i, row.at);
		buf_clear(&row);
	}
	buf_free(&row);
	return same;
}

/*
 * Several screens between two frames leave nothing of those never shown. 8
 * leads to reader style, whose rows depend on the frame before.
 */
static void batches_show_what_single_keys_show(void)
{
	struct pty *once = start("textkiosk.book", "xterm-256color");
	struct pty *singly = start("textkiosk.book", "xterm-256color");
	bool good = true;

	for (unsigned i = 0; i < 300 && good; i++) {
		char batch[6];
		unsigned bytes = 1 + i % sizeof batch;

		for (unsigned k = 0; k < bytes; k++)
			batch[k] = "01234567\1779"[rand() % 10];
		pty_type(once, (struct str){ batch, bytes });
		for (unsigned k = 0; k < bytes; k++)
			pty_type(singly, (struct str){ batch + k, 1 });
		good = same_screens(once, singly);
	}
	verdict(good, "a batch of keys shows what they show one by one");
	pty_stop(once);
	pty_stop(singly);
}

static long ms_until_end(struct pty *pty, int signal)
{
	struct timespec begin, end;
	siginfo_t info;

	clock_gettime(CLOCK_MONOTONIC, &begin);
	kill(pty_process(pty), signal);
	waitid(P_PID, (id_t)pty_process(pty), &info, WEXITED | WNOWAIT);
	clock_gettime(CLOCK_MONOTONIC, &end);
	return (end.tv_sec - begin.tv_sec) * 1000 +
	       (end.tv_nsec - begin.tv_nsec) / 1000000;
}

/* The terminal is stopped, as by Ctrl-S at its other end. */
static bool ends_deaf(int signal, bool *clean)
{
	struct pty *pty = start("textkiosk.book", "xterm-256color");
	int line = pty_line(pty);
	long ms;

	tcflow(line, TCOOFF);
	pty_send(pty, STR("4"));
	ms = ms_until_end(pty, signal);
	tcflow(line, TCOON);
	close(line);
	*clean = pty_end(pty) == 0;
	pty_stop(pty);
	return ms < 1000;
}

/* A machine may stand still for a second once; a program that hangs always. */
static void deaf_terminal(int signal, const char *what)
{
	bool clean, soon = false;

	for (unsigned i = 0; i < 5 && !soon; i++)
		soon = ends_deaf(signal, &clean);
	verdict(soon, what);
	verdict(clean, "and with 0");
}

int main(void)
{
	idle_is_silent();
	ends(SIGTERM, "SIGTERM ends it");
	ends(SIGHUP, "SIGHUP ends it");
	ignores(SIGINT, "SIGINT does nothing");
	ignores(SIGTSTP, "SIGTSTP does nothing");
	ignores(SIGUSR1, "SIGUSR1 does nothing");
	ignores(SIGPIPE, "SIGPIPE does nothing");
	crash_puts_the_terminal_back();
	quit_puts_the_terminal_back();
	shrunken_book_is_survived();
	shrunken_words_are_survived();
	overwritten_book_is_survived();
	new_book_keeps_the_place();
	terminals();
	crowd_of_keys_is_taken();
	batches_show_what_single_keys_show();
	deaf_terminal(SIGTERM, "SIGTERM ends it within 1 s, read or not");
	deaf_terminal(SIGHUP, "SIGHUP ends it within 1 s, read or not");
	printf("1..%u\n", number);
	return 0;
}
