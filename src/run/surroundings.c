/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/surroundings.h"

#include <fcntl.h>
#include <limits.h>
#include <linux/kd.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { VALUE_BYTES = 48, GLYPHS = 4096 };

void surroundings_descriptors(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= 2);
	if (fd > 2)
		close(fd);
}

/* ------------------------------------------------------------------------
 * Environment.
 */

/* TERM becomes a file name of the terminfo database. */
static bool valid_term(const char *value)
{
	size_t length = strlen(value);

	return length > 0 && length <= 64 &&
	       strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrst"
			     "uvwxyz0123456789+._-") == length;
}

/* The value of a locale variable, or "" where it is none to be believed. */
static const char *locale_value(const char *name)
{
	const char *value = getenv(name);

	if (!value || strlen(value) > VALUE_BYTES || strchr(value, '/'))
		return "";
	return value;
}

static void take_language(struct surroundings *taken)
{
	static const char *const names[] = { "LANGUAGE", "LC_ALL",
					     "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = locale_value(names[i]);

		if (strncmp(value, "sv", 2) && strncmp(value, "en", 2))
			continue;
		memcpy(taken->languages, value, 2);
		return;
	}
}

/* The first of these that is set says the codeset. */
static void take_codeset(struct surroundings *taken)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *dot = NULL;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = locale_value(names[i]);

		if (!*value)
			continue;
		dot = strchr(value, '.');
		break;
	}
	taken->other_codeset = dot && strncasecmp(dot, ".utf-8", 6) &&
			       strncasecmp(dot, ".utf8", 5);
}

struct surroundings surroundings_take(void)
{
	struct surroundings taken = { 0 };
	const char *term = getenv("TERM");
	const char *reader = getenv("TEXTKIOSK_READER");

	if (term && valid_term(term))
		memcpy(taken.term, term, strlen(term));
	taken.reader = reader && *reader && strcmp(reader, "0");
	take_language(&taken);
	take_codeset(&taken);
	/* ncurses would look for TERMINFO and HOME, libc for LOCPATH, … */
	clearenv();
	return taken;
}

void surroundings_set_locale(bool utf8)
{
	if (!utf8 || !setlocale(LC_CTYPE, "C.UTF-8"))
		setlocale(LC_CTYPE, "C");
}

/* ------------------------------------------------------------------------
 * Files of our own.
 */

/* "FOLDER/NAME" for the folder this program is in. */
static bool beside(const char *name, char *path, size_t size)
{
	ssize_t length = readlink("/proc/self/exe", path, size);
	char *slash;

	if (length <= 0 || (size_t)length >= size)
		return false;
	path[length] = '\0';
	slash = strrchr(path, '/');
	if (!slash || (size_t)(slash + 1 - path) + strlen(name) >= size)
		return false;
	strcpy(slash + 1, name);
	return true;
}

bool surroundings_program(const char *name, char *path, size_t size)
{
	if (beside(name, path, size) && access(path, X_OK) == 0)
		return true;
	snprintf(path, size, "%s/%s", BINDIR, name);
	return access(path, X_OK) == 0;
}

static bool map_catalog(const char *path, struct catalog *catalog)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat status;
	void *memory;

	if (fd < 0)
		return false;
	if (fstat(fd, &status) < 0 || !S_ISREG(status.st_mode) ||
	    status.st_size <= 0) {
		close(fd);
		return false;
	}
	memory = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, fd,
		      0);
	close(fd);
	return memory != MAP_FAILED &&
	       catalog_open(catalog, memory, (size_t)status.st_size);
}

struct catalog surroundings_catalog(struct str code)
{
	struct catalog catalog = { 0 };
	char path[PATH_MAX];
	char name[64];

	if (code.bytes == 0 || code.bytes > 16 ||
	    memchr(code.at, '/', code.bytes) || str_equal(code, STR("en")))
		return catalog;
	snprintf(name, sizeof name, "catalogs/%.*s.mo", (int)code.bytes,
		 code.at);
	if (beside(name, path, sizeof path) && map_catalog(path, &catalog))
		return catalog;
	snprintf(path, sizeof path, "%s/%.*s/LC_MESSAGES/textkiosk.mo",
		 LOCALEDIR, (int)code.bytes, code.at);
	map_catalog(path, &catalog);
	return catalog;
}

const struct catalog *surroundings_catalogs(const struct book *book)
{
	static struct catalog catalogs[FORMAT_LANGUAGES];

	for (uint32_t i = 0; i < book->languages; i++)
		if (!catalogs[i].at)
			catalogs[i] = surroundings_catalog(
				book_text(book, book_language(book, i).code));
	return catalogs;
}

/* ------------------------------------------------------------------------
 * A console's font.
 */

bool surroundings_glyphs(int fd, struct chars_glyphs *glyphs)
{
	static uint8_t listed[CHARS_LISTED_BYTES];
	static struct unipair pairs[GLYPHS];
	struct unimapdesc map = { GLYPHS, pairs };

	if (ioctl(fd, GIO_UNIMAP, &map) < 0)
		return false;
	for (unsigned i = 0; i < map.entry_ct; i++)
		listed[pairs[i].unicode >> 3] |=
			(uint8_t)(1u << (pairs[i].unicode & 7));
	*glyphs = (struct chars_glyphs){ .repertoire = CHARS_LISTED,
					 .listed = listed };
	return true;
}
