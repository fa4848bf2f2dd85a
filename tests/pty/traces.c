/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * After a reset nothing a visitor typed is left in the process, in any form:
 * all memory it can write to is searched while it waits at the start screen.
 * The word typed has letters that no screen has side by side; it is looked
 * for as bytes, as the cells of curses, and as numbers of any width: at every
 * distance from letter to letter up to that of the widest. Its beginning is
 * enough: it was on the screen before the word was whole.
 */
#include "pty/pty.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LETTERS = 9, SOUGHT = 5, WIDEST = 64 };

/* No two of them stand side by side anywhere in the content. */
static const char word[LETTERS + 1] = "qzxvjwkqb";

static unsigned number;

static void verdict(bool good, const char *what)
{
	printf("%s %u - %s\n", good ? "ok" : "not ok", ++number, what);
}

/* ------------------------------------------------------------------------
 * Memory.
 */

static bool stands_at(const char *at, size_t distance)
{
	for (size_t i = 1; i < SOUGHT; i++)
		if (at[i * distance] != word[i])
			return false;
	return true;
}

/* How often the word stands in a piece of memory. */
static unsigned count_in(const char *memory, size_t bytes, const char *name,
			 unsigned long address)
{
	unsigned count = 0;

	for (size_t at = 0; at < bytes; at++)
		for (size_t distance = 1;
		     memory[at] == word[0] && distance <= WIDEST &&
		     at + (SOUGHT - 1) * distance < bytes;
		     distance++)
			if (stands_at(memory + at, distance)) {
				count++;
				printf("# %#lx %s, %zu bytes apart\n",
				       address + at, name, distance);
			}
	return count;
}

static unsigned search_range(int memory, unsigned long from, unsigned long to,
			     const char *name)
{
	size_t bytes = to - from;
	char *copy = malloc(bytes);
	unsigned count = 0;
	ssize_t got = pread(memory, copy, bytes, (off_t)from);

	if (got > 0)
		count = count_in(copy, (size_t)got, name, from);
	free(copy);
	return count;
}

/* All that the process can write to; UINT_MAX: it may not be looked at. */
static unsigned count_in_process(int process)
{
	char path[64], line[512];
	unsigned count = 0;
	FILE *maps;
	int memory;

	snprintf(path, sizeof path, "/proc/%d/mem", process);
	memory = open(path, O_RDONLY);
	snprintf(path, sizeof path, "/proc/%d/maps", process);
	maps = fopen(path, "r");
	if (memory < 0 || !maps) {
		puts("1..0 # SKIP the memory of a child may not be read here");
		exit(0);
	}
	while (fgets(line, sizeof line, maps)) {
		unsigned long from, to;
		char rights[8], name[256] = "";

		if (sscanf(line, "%lx-%lx %7s %*s %*s %*s %255s", &from, &to,
			   rights, name) >= 3 &&
		    rights[1] == 'w')
			count += search_range(memory, from, to, name);
	}
	fclose(maps);
	close(memory);
	return count;
}

/* ------------------------------------------------------------------------
 * Files.
 */

static bool open_for_writing(const struct pty *pty, int fd)
{
	char path[64], line[128];
	unsigned flags = O_RDONLY;
	FILE *info;

	snprintf(path, sizeof path, "/proc/%d/fdinfo/%d", pty_process(pty), fd);
	info = fopen(path, "r");
	while (info && fgets(line, sizeof line, info))
		sscanf(line, "flags: %o", &flags);
	if (info)
		fclose(info);
	return (flags & O_ACCMODE) != O_RDONLY;
}

/* What it can write to is a terminal, or memory that is empty. */
static bool writes_to_no_file(const struct pty *pty)
{
	for (int fd = 0; fd < 64; fd++) {
		char path[64];
		struct stat about;

		snprintf(path, sizeof path, "/proc/%d/fd/%d", pty_process(pty),
			 fd);
		if (stat(path, &about) == 0 && S_ISREG(about.st_mode) &&
		    about.st_size > 0 && open_for_writing(pty, fd)) {
			printf("# %s is open for writing\n", path);
			return false;
		}
	}
	return true;
}

/* ------------------------------------------------------------------------
 * Visits.
 */

static struct pty *start_on(const char *term, const char *style,
			    const char *idle)
{
	const char *const argv[] = { "./textkiosk",
				     "--kiosk",
				     "--sync-marks",
				     "--unconfined",
				     "--lang=sv",
				     "--now=2026-11-24T10:00",
				     style,
				     idle,
				     "textkiosk.book",
				     NULL };
	struct pty *pty = pty_start(argv, term, 80, 24);

	if (!pty) {
		puts("Bail out! no start");
		exit(1);
	}
	return pty;
}

static struct pty *start(const char *style, const char *idle)
{
	return start_on("xterm-256color", style, idle);
}

/* Letter by letter; the last is å as a base letter and a mark. */
static void type_word(struct pty *pty)
{
	for (size_t i = 0; i < LETTERS; i++)
		pty_type(pty, (struct str){ word + i, 1 });
	pty_type(pty, STR("a"));
	pty_type(pty, STR("\u030A"));
}

/* From a hit's page too, and with the query in the way back. */
static void klar_leaves_nothing(const char *style, const char *to_klar)
{
	struct pty *pty = start(style, "--idle=600");

	type_word(pty);
	verdict(count_in_process(pty_process(pty)) > 0,
		"what is typed is there");
	pty_type(pty, STR("4"));
	pty_type(pty, STR("0"));
	pty_type(pty, str_of(to_klar));
	pty_type(pty, STR("\r"));
	verdict(count_in_process(pty_process(pty)) == 0,
		"after Klar it is not");
	verdict(writes_to_no_file(pty), "and no file was written");
	pty_stop(pty);
}

static bool at_start(const struct pty *pty)
{
	struct buf row = { 0 };
	bool slogan;

	pty_row(pty, 1, &row);
	slogan = str_starts(buf_str(&row), STR(" Hallsberg..."));
	buf_free(&row);
	return slogan;
}

static void idle_leaves_nothing(void)
{
	struct pty *pty = start("--lang=sv", "--idle=2");

	type_word(pty);
	while (!at_start(pty))
		pty_wait(pty);
	verdict(count_in_process(pty_process(pty)) == 0,
		"nor after nobody came any more");
	pty_stop(pty);
}

/* Until the prompt has come so many times. */
static void read_prompts(int from, unsigned times)
{
	char last[5] = "";

	while (times) {
		memmove(last, last + 1, 4);
		if (read(from, last + 4, 1) != 1) {
			puts("Bail out! the dialogue has ended");
			exit(1);
		}
		times -= memcmp(last, "Val: ", 5) == 0;
	}
}

static pid_t start_dialogue(int *to, int *from)
{
	int in[2], out[2];
	pid_t process;

	if (pipe(in) < 0 || pipe(out) < 0)
		abort();
	process = fork();
	if (process == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		execl("./textkiosk", "./textkiosk", "--kiosk", "--line",
		      "--sync-marks", "--unconfined", "--lang=sv",
		      "--now=2026-11-24T10:00", "textkiosk.book", (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	*to = in[1];
	*from = out[0];
	return process;
}

static void dialogue_leaves_nothing(void)
{
	static const char lines[] = "qzxvjwkqb\n0\nklar börja om från början\n";
	int to, from;
	pid_t process = start_dialogue(&to, &from);

	read_prompts(from, 1);
	if (write(to, lines, sizeof lines - 1) < 0)
		abort();
	read_prompts(from, 3);
	/* What it has sent last is gone when it has sent the next. */
	if (write(to, "0\n", 2) < 0)
		abort();
	read_prompts(from, 1);
	verdict(count_in_process(process) == 0, "nor after a line dialogue");
	kill(process, SIGTERM);
	waitpid(process, NULL, 0);
	close(to);
	close(from);
}

/* Sent from `from` on, and the whole start screen behind it. */
static bool empties_the_console(const struct pty *pty, size_t from)
{
	struct str sent = str_from(pty_sent(pty), from);
	const char *emptied = memmem(sent.at, sent.bytes, "\033[3J", 4);

	if (!emptied)
		return false;
	sent = str_from(sent, (size_t)(emptied - sent.at));
	return memmem(sent.at, sent.bytes, "Hallsbergs kommun", 17) &&
	       memmem(sent.at, sent.bytes, "Telefon: ", 9);
}

/* A console empties its screen with the lines above it; others have two. */
static void console_keeps_no_lines(const char *term, bool emptied)
{
	struct pty *pty = start_on(term, "--lang=sv", "--idle=600");
	size_t before;

	pty_type(pty, STR("40"));
	verdict(!empties_the_console(pty, 0), "nothing is emptied by keys");
	before = pty_sent(pty).bytes;
	pty_type(pty, STR("\033[F\r"));
	printf("# %s\n", term);
	verdict(empties_the_console(pty, before) == emptied,
		"Klar empties what a console has scrolled, and only that");
	pty_stop(pty);
}

int main(void)
{
	console_keeps_no_lines("linux", true);
	console_keeps_no_lines("xterm-256color", false);
	console_keeps_no_lines("vt100", false);
	klar_leaves_nothing("--lang=sv", "\033[F");
	klar_leaves_nothing("--reader", "\033[F\033[A");
	idle_leaves_nothing();
	dialogue_leaves_nothing();
	printf("1..%u\n", number);
	return 0;
}
