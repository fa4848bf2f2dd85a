/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Publishing as visitors see it: content is published again and again under
 * open screens, every second time in some way that must not succeed. No
 * visitor sees an error or two books at once, and with the next key each has
 * the newest good book. A kiosk without a book is calm, and recovers.
 *
 * publish SCREENS TIMES FOLDER: the folder is made, and is the test's own.
 */
#include "pty/hand.h"
#include "pty/pty.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_SCREENS = 64 };

static const char *folder;
static unsigned number;

static void verdict(bool good, const char *what)
{
	printf("%s %u - %s\n", good ? "ok" : "not ok", ++number, what);
}

/* A path in the test's folder. */
static const char *inside(const char *name)
{
	static char paths[4][256];
	static unsigned next;
	char *path = paths[next++ % 4];

	snprintf(path, sizeof paths[0], "%s/%s", folder, name);
	return path;
}

/* ------------------------------------------------------------------------
 * Content.
 */

static void put(const char *name, const char *pattern, ...)
{
	FILE *file = fopen(inside(name), "w");
	va_list arguments;

	if (!file)
		abort();
	va_start(arguments, pattern);
	vfprintf(file, pattern, arguments);
	va_end(arguments);
	fclose(file);
}

static void put_page(const char *id, const char *number_attribute,
		     const char *blocks, unsigned version)
{
	char name[64];

	snprintf(name, sizeof name, "content/pages/%s.xml", id);
	put(name,
	    "<page xmlns='urn:textkiosk:1' xml:lang='sv' id='%s' %s>"
	    "<title translate='no'>%s, Version %u.</title>"
	    "<p translate='no'>Om %s: Version %u.</p>%s</page>",
	    id, number_attribute, id, version, id, version, blocks);
}

/* Everything that is shown says which version it is of. */
static void write_content(unsigned version)
{
	put("content/site.xml",
	    "<site xmlns='urn:textkiosk:1' xml:lang='sv'"
	    " updated='2026-01-01'><name translate='no'>Version %u.</name>"
	    "<language code='en'>English</language></site>",
	    version);
	put("content/today.xml",
	    "<today xmlns='urn:textkiosk:1' xml:lang='sv'><notice>"
	    "<short translate='no'>Version %u.</short></notice></today>",
	    version);
	put_page("start", "", "<children/>", version);
	put_page("index", "number='7'", "<show index='terms'/>", version);
	put_page("help", "number='8'", "", version);
	put_page("language", "number='1'", "<set what='language'/>", version);
}

static void make_folders(void)
{
	static const char *const names[] = { "", "content", "content/pages",
					     "shown" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (mkdir(inside(names[i]), 0755) < 0) {
			printf("Bail out! %s is there already\n",
			       inside(names[i]));
			exit(1);
		}
}

/* The exit code of publishing what the folder holds. */
static int compile(void)
{
	pid_t child = fork();
	int status, nowhere;

	if (child == 0) {
		nowhere = open("/dev/null", O_WRONLY);
		dup2(nowhere, 2);
		execl("./textkiosk-compile", "textkiosk-compile", "-o",
		      inside("shown/a.book"), inside("content"), (char *)NULL);
		_exit(127);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* A pipe would be written to, and nobody reads it. */
static void take_pipe_away(void)
{
	struct stat status;

	if (lstat(inside("shown/a.book"), &status) == 0 &&
	    S_ISFIFO(status.st_mode))
		unlink(inside("shown/a.book"));
}

static bool publish(unsigned version)
{
	take_pipe_away();
	write_content(version);
	return compile() == 0;
}

/* ------------------------------------------------------------------------
 * What must not succeed.
 */

/* So many bytes of the book that is shown, under another name. */
static void copy_shown(long bytes)
{
	FILE *in = fopen(inside("shown/a.book"), "rb");
	FILE *out = fopen(inside("shown/b.tmp"), "wb");
	int c;

	if (!out)
		abort();
	while (in && bytes-- && (c = getc(in)) != EOF)
		putc(c, out);
	if (in)
		fclose(in);
	fclose(out);
}

static void put_in_place(void)
{
	if (rename(inside("shown/b.tmp"), inside("shown/a.book")) < 0)
		abort();
}

static void content_with_a_fault(void)
{
	take_pipe_away();
	put("content/pages/help.xml", "<page><p>Version 0.</page>");
	if (compile() != 1)
		abort();
}

static void half_a_book(void)
{
	copy_shown(1000);
	put_in_place();
}

static void no_bytes(void)
{
	copy_shown(0);
	put_in_place();
}

static void no_book(void)
{
	put("shown/b.tmp", "Version 0. %4096d\n", 0);
	put_in_place();
}

static void another_version(void)
{
	FILE *file;

	copy_shown(-1);
	file = fopen(inside("shown/b.tmp"), "r+b");
	if (!file)
		abort();
	fseek(file, 16, SEEK_SET);
	putc(0x7F, file);
	fclose(file);
	put_in_place();
}

static void a_pipe(void)
{
	if (mkfifo(inside("shown/b.tmp"), 0644) < 0)
		abort();
	put_in_place();
}

static void nothing_at_all(void)
{
	unlink(inside("shown/a.book"));
}

static void (*const wrong[])(void) = {
	content_with_a_fault, half_a_book, no_bytes,	   no_book,
	another_version,      a_pipe,	   nothing_at_all,
};

static void fail_to_publish(unsigned times)
{
	wrong[times % (sizeof wrong / sizeof *wrong)]();
}

/* ------------------------------------------------------------------------
 * Screens.
 */

static struct pty *screens[MOST_SCREENS];

static struct pty *open_screen(const char *const arguments[3])
{
	const char *argv[] = { "./textkiosk",	       "--sync-marks",
			       arguments[0],	       arguments[1],
			       inside("shown/a.book"), NULL };
	struct pty *pty = pty_start(argv, "xterm-256color", 80, 24);

	if (!pty) {
		printf("Bail out! no start with %s\n", arguments[0]);
		exit(1);
	}
	return pty;
}

static void open_screens(unsigned count)
{
	static const char *const kinds[][3] = {
		{ "--lang=sv", "--kiosk" },  { "--lang=en", "--reader" },
		{ "--lang=sv", "--reader" }, { "--lang=en", "--keypad" },
		{ "--lang=en", "--kiosk" },
	};

	for (unsigned i = 0; i < count; i++)
		screens[i] = open_screen(kinds[i % 5]);
}

/* Every version on the screen is this one, and there is at least one. */
static bool shows_only(const struct pty *pty, unsigned version)
{
	struct buf row = { 0 };
	unsigned found = 0;
	bool same = true;

	for (unsigned i = 0; i < 24 && same; i++) {
		unsigned said;
		const char *at;

		buf_clear(&row);
		pty_row(pty, i, &row);
		buf_byte(&row, '\0');
		for (at = row.at; (at = strstr(at, "Version ")); at++) {
			found++;
			same = same && sscanf(at, "Version %u", &said) == 1 &&
			       said == version;
		}
		if (!same)
			printf("# not version %u: %s\n", version, row.at);
	}
	buf_free(&row);
	if (!found)
		printf("# the screen says no version\n");
	return found && same && !pty_ended(pty);
}

static bool all_show(unsigned count, unsigned version, unsigned times)
{
	static const char *const keys[] = { "8", "\033[A", "9",	     "0",
					    "7", "1",	   "\033[B", "\r",
					    "*", "x",	   "\177" };

	for (unsigned i = 0; i < count; i++) {
		pty_type(screens[i], str_of(keys[(times + i) % 11]));
		if (!shows_only(screens[i], version))
			return false;
	}
	return true;
}

static void publish_many_times(unsigned count, unsigned times)
{
	unsigned version = 1;
	bool good = publish(version);

	open_screens(count);
	for (unsigned i = 0; i < times && good; i++) {
		if (i % 2)
			fail_to_publish(i / 2);
		else
			good = publish(++version);
		good = good && all_show(count, version, i);
	}
	verdict(good, "every screen shows the newest good book, and only it");
	for (unsigned i = 0; i < count; i++)
		pty_stop(screens[i]);
}

/* ------------------------------------------------------------------------
 * No book.
 */

static bool has(const struct pty *pty, const char *text)
{
	struct buf row = { 0 };
	bool found = false;

	for (unsigned i = 0; i < 24 && !found; i++) {
		buf_clear(&row);
		pty_row(pty, i, &row);
		buf_byte(&row, '\0');
		found = strstr(row.at, text) != NULL;
	}
	buf_free(&row);
	return found;
}

static bool calm(const struct pty *pty)
{
	return has(pty, "Kiosken har inget att visa just nu.") &&
	       has(pty, "Vid nödläge: ring 112.") &&
	       has(pty, "The kiosk has nothing to show now.") &&
	       has(pty, "In an emergency call 112.");
}

/* It comes by itself: nobody presses a key. */
static void recovers(void (*how)(void), const char *what)
{
	static const char *const kiosk[3] = { "--lang=en", "--kiosk" };
	struct pty *pty;

	how();
	pty = open_screen(kiosk);
	verdict(calm(pty), what);
	pty_type(pty, STR("4x\r9"));
	verdict(calm(pty), "keys change nothing");
	publish(7);
	hand_wait(pty);
	verdict(shows_only(pty, 7) && has(pty, "På svenska"),
		"and a good book is shown in the language of the start");
	pty_stop(pty);
}

static void no_folder(void)
{
	unlink(inside("shown/a.book"));
	unlink(inside("shown/a.book.old"));
	if (rmdir(inside("shown")) < 0)
		abort();
}

static void recovers_where_there_was_no_folder(void)
{
	static const char *const kiosk[3] = { "--lang=sv", "--kiosk" };
	struct pty *pty;

	no_folder();
	pty = open_screen(kiosk);
	verdict(calm(pty), "without a folder a kiosk is calm");
	mkdir(inside("shown"), 0755);
	publish(8);
	hand_wait(pty);
	verdict(shows_only(pty, 8), "and finds the book that comes");
	pty_stop(pty);
}

/* Someone copies over the book instead of publishing. */
static void written_over(void)
{
	static const char *const session[3] = { "--lang=sv", "--lang=sv" };
	struct pty *pty;

	publish(9);
	pty = open_screen(session);
	put("shown/a.book", "%8192d\n", 0);
	hand_wait(pty);
	verdict(calm(pty), "a book written over is not shown");
	publish(10);
	pty_type(pty, STR("8"));
	verdict(shows_only(pty, 10), "and the next good one is");
	pty_stop(pty);
}

static void session_says_why(void)
{
	const char *const argv[] = { "./textkiosk", "--sync-marks",
				     inside("shown/none.book"), NULL };

	verdict(pty_start(argv, "xterm-256color", 80, 24) == NULL,
		"a session without a book does not begin");
}

int main(int argc, char **argv)
{
	if (argc != 4)
		return 64;
	setvbuf(stdout, NULL, _IOLBF, 0);
	folder = argv[3];
	make_folders();
	publish_many_times((unsigned)atoi(argv[1]), (unsigned)atoi(argv[2]));
	recovers(nothing_at_all, "a kiosk without a book is calm");
	recovers(half_a_book, "a kiosk with half a book is calm");
	recovers(no_book, "a kiosk with a file that is no book is calm");
	recovers_where_there_was_no_folder();
	written_over();
	session_says_why();
	printf("1..%u\n", number);
	return 0;
}
