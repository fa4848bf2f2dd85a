/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The least that a text viewer with ncurses can be: it sets the locale, maps a
 * text, paints what fits, and reads keys. What textkiosk costs is told beside
 * it. It promises nothing else: no checks, no help, no other sizes.
 *
 *   floor TEXT      Down, Up: the marked line; Esc: the first line; Space: a
 *                   screenful; q: end
 */
#include <curses.h>
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct text {
	const char *at;
	const char *end;
};

static struct text map(const char *name)
{
	int fd = open(name, O_RDONLY);
	struct stat stat;
	if (fd < 0 || fstat(fd, &stat) < 0 || stat.st_size == 0)
		return (struct text){ NULL, NULL };
	size_t bytes = (size_t)stat.st_size;
	const char *at = mmap(NULL, bytes, PROT_READ, MAP_SHARED, fd, 0);
	close(fd);
	if (at == MAP_FAILED)
		return (struct text){ NULL, NULL };
	return (struct text){ at, at + bytes };
}

/* Paints from `at` on; says where the next screenful begins. */
static const char *paint(struct text text, const char *at)
{
	erase();
	for (int row = 0; row < LINES && at < text.end; row++) {
		const char *end = memchr(at, '\n', (size_t)(text.end - at));
		if (end == NULL)
			end = text.end;
		mvaddnstr(row, 1, at, (int)(end - at));
		at = end < text.end ? end + 1 : end;
	}
	return at;
}

static void mark(int row, attr_t attributes)
{
	mvchgat(row, 0, 30, attributes, 0, NULL);
}

int main(int argc, char **argv)
{
	setlocale(LC_CTYPE, "");
	struct text text = map(argc == 2 ? argv[1] : "");
	if (text.at == NULL || newterm(NULL, stdout, stdin) == NULL)
		return 1;
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	int row = 0;
	const char *next = paint(text, text.at);
	mark(row, A_REVERSE);
	for (int key; move(row, 0), key = getch(), key != 'q' && key != ERR;) {
		int to = key == KEY_DOWN ? row + 1
			 : key == KEY_UP ? row - 1
			 : key == 27	 ? 0
					 : row;
		if (key == ' ' && next < text.end) {
			next = paint(text, next);
			to = 0;
			mark(to, A_REVERSE);
		} else if (to != row && to >= 0 && to < LINES) {
			mark(row, A_NORMAL);
			mark(to, A_REVERSE);
		} else {
			to = row;
		}
		row = to;
	}
	endwin();
	return 0;
}
