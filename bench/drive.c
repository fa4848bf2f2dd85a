/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drives any terminal program through a list of keys on a pseudo-terminal with
 * a libvterm screen, and says what each key cost: bytes sent, the least bytes
 * that could have shown the change, milliseconds to the last byte. A program
 * is done with a key when it has been quiet for a while and is not at work, so
 * this works for programs that know nothing of it; its times are to be
 * compared, not quoted.
 *
 *   drive [-t TERM] [-q MS] [-n COPIES] [-d SECONDS] KEY... --
 *         PROGRAM [ARGUMENT]...
 *
 * A KEY is a name (down, up, space, enter, tab, esc, pgdn, pgup, left, right,
 * backspace), a text to type, either with *TIMES behind it, or a measure:
 *   @memory      KiB a copy: proportional and written, of all copies
 *   @busy        milliseconds of processor that the first copy has used
 *   @idle=SECS   bytes sent, and times woken up, in so many seconds
 *   @screen      the first copy's screen, on standard error
 *   @kill        ends all copies at once
 *
 * One line a step, tab-separated: KEY, then the figures named above. The last
 * line is "end" and the first copy's exit status. With -n, keys go to all
 * copies and figures are of the first, but for @memory. After -d seconds, two
 * minutes if not said, a program that hangs is ended, and drive with status
 * 124.
 */
#include "bench/copies.h"
#include "bench/kernel.h"
#include "bench/least.h"

#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { START_MS = 60000, HANGS = 124 };

/* A key may wait for a second byte, as lynx does after Esc, for a second. */
enum { PATIENCE_MS = 1500 };

static struct copy *copies;
static int count = 1;
static int quiet_ms = 25;

/* Keys. */

static const struct {
	const char *name;
	VTermKey key;
} key_names[] = {
	{ "down", VTERM_KEY_DOWN },   { "up", VTERM_KEY_UP },
	{ "left", VTERM_KEY_LEFT },   { "right", VTERM_KEY_RIGHT },
	{ "enter", VTERM_KEY_ENTER }, { "tab", VTERM_KEY_TAB },
	{ "esc", VTERM_KEY_ESCAPE },  { "pgdn", VTERM_KEY_PAGEDOWN },
	{ "pgup", VTERM_KEY_PAGEUP }, { "backspace", VTERM_KEY_BACKSPACE },
};

/*
 * What a key sends. The terminal is asked: an arrow sends other bytes once the
 * program has switched the keypad on, and those for the other state would be
 * no key to it.
 */
static const char *key_bytes(const char *key)
{
	static char bytes[32];

	if (strcmp(key, "space") == 0)
		return " ";
	for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
		if (strcmp(key, key_names[i].name) == 0) {
			vterm_keyboard_key(copies_screen(), key_names[i].key,
					   VTERM_MOD_NONE);
			bytes[vterm_output_read(copies_screen(), bytes,
						sizeof bytes - 1)] = '\0';
			return bytes;
		}
	return key;
}

static void press(const char *key)
{
	static struct picture before, after;
	const char *bytes = key_bytes(key);
	struct copy *first = &copies[0];
	size_t sent = first->bytes;

	least_look(copies_screen(), &before);
	double begun = copies_now_ms();
	for (int i = 0; i < count; i++)
		copies_type(&copies[i], bytes);
	copies_settle(begun, PATIENCE_MS, quiet_ms);
	least_look(copies_screen(), &after);
	printf("%s\t%zu\t%u\t%.3f\n", key, first->bytes - sent,
	       least_bytes(&before, &after),
	       first->last_ms > begun ? first->last_ms - begun : 0);
}

/* Measures. */

static void say_memory(void)
{
	long shared = 0;
	long written = 0;
	for (int i = 0; i < count; i++) {
		shared += kernel_proportional(copies[i].pid);
		written += kernel_private(copies[i].pid);
	}
	printf("@memory\t%ld\t%ld\n", shared / count, written / count);
}

static void say_busy(void)
{
	printf("@busy\t%.3f\n", kernel_busy_ms(copies[0].pid));
}

static void say_idle(double seconds)
{
	size_t bytes = copies[0].bytes;
	long woken = kernel_woken(copies[0].pid);
	double until = copies_now_ms() + seconds * 1e3;
	for (double left; (left = until - copies_now_ms()) > 0;)
		copies_listen((int)left + 1);
	printf("@idle\t%zu\t%ld\n", copies[0].bytes - bytes,
	       kernel_woken(copies[0].pid) - woken);
}

static void say_screen(void)
{
	static struct picture shown;
	least_look(copies_screen(), &shown);
	for (int row = 0; row < ROWS; row++) {
		for (int col = 0; col < COLS; col++) {
			uint32_t glyph = shown.cell[row][col].glyph[0];
			fputc(glyph < 0x80 ? (int)glyph : '?', stderr);
		}
		fputc('\n', stderr);
	}
}

static void measure(const char *what)
{
	if (strcmp(what, "@memory") == 0)
		say_memory();
	else if (strcmp(what, "@busy") == 0)
		say_busy();
	else if (strncmp(what, "@idle=", 6) == 0)
		say_idle(atof(what + 6));
	else if (strcmp(what, "@screen") == 0)
		say_screen();
	else if (strcmp(what, "@kill") == 0)
		copies_kill();
}

/* A step of the list: a measure, or a key and how often. */
static void step(char *what)
{
	if (what[0] == '@') {
		measure(what);
		return;
	}
	char *star = strrchr(what, '*');
	int times = 1;
	if (star != NULL && star != what && isdigit((unsigned char)star[1])) {
		times = atoi(star + 1);
		*star = '\0';
	}
	while (times-- > 0)
		press(what);
}

static void give_up(int signal)
{
	copies_kill();
	_exit(signal == SIGALRM ? HANGS : 128 + signal);
}

static void usage(void)
{
	fputs("usage: drive [-t TERM] [-q MS] [-n COPIES] [-d SECONDS] KEY... "
	      "-- PROGRAM [ARGUMENT]...\n",
	      stderr);
	exit(64);
}

int main(int argc, char **argv)
{
	const char *term = "xterm-256color";
	unsigned deadline = 120;
	int option;

	while ((option = getopt(argc, argv, "+t:q:n:d:")) != -1) {
		if (option == 't')
			term = optarg;
		else if (option == 'q')
			quiet_ms = atoi(optarg);
		else if (option == 'n')
			count = atoi(optarg);
		else if (option == 'd')
			deadline = (unsigned)atoi(optarg);
		else
			usage();
	}
	int program = optind;
	while (program < argc && strcmp(argv[program], "--") != 0)
		program++;
	if (program + 1 >= argc || count < 1)
		usage();

	signal(SIGPIPE, SIG_IGN);
	signal(SIGALRM, give_up);
	signal(SIGINT, give_up);
	signal(SIGTERM, give_up);
	alarm(deadline);
	double begun = copies_now_ms();
	copies = copies_start(count, term, &argv[program + 1]);
	copies_settle(begun, START_MS, quiet_ms);
	printf("start\t%zu\t0\t%.3f\n", copies[0].bytes,
	       copies[0].last_ms - begun);
	for (int i = optind; i < program; i++)
		step(argv[i]);
	printf("end\t%d\n", copies_end());
	return 0;
}
