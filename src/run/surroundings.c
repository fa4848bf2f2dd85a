/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/surroundings.h"

#include <fcntl.h>
#include <limits.h>
#include <linux/kd.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>
#include <wchar.h>

enum { VALUE_BYTES = 48 };

void surroundings_descriptors(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= 2);
	if (fd < 0)
		_exit(EX_OSERR);
	close_range(3, ~0u, 0);
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

/* "sv", "sv_SE.UTF-8", "en@quot"; not "svx", which is another language. */
static bool speak(const char *locale)
{
	return (strncmp(locale, "sv", 2) == 0 ||
		strncmp(locale, "en", 2) == 0) &&
	       (!locale[2] || strchr("_.@:", locale[2]));
}

/* LANGUAGE is a list, the others name one locale each. */
static bool language_in(const char *list, struct surroundings *taken)
{
	for (; *list; list += strcspn(list, ":"), list += *list == ':')
		if (speak(list)) {
			memcpy(taken->language, list, 2);
			return true;
		}
	return false;
}

static void take_language(struct surroundings *taken)
{
	static const char *const names[] = { "LANGUAGE", "LC_ALL",
					     "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (language_in(locale_value(names[i]), taken))
			return;
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

/* libc loads the converter when it is first used, or does without for good. */
static bool converts(void)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = { 0 };

	return wcrtomb(bytes, L'\u00F6', &state) == 2;
}

bool surroundings_set_locale(bool utf8)
{
	if (utf8 && setlocale(LC_CTYPE, "C.UTF-8") && converts())
		return true;
	setlocale(LC_CTYPE, "C");
	return false;
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
	/* Cut off, it would be another's path. */
	return (size_t)snprintf(path, size, "%s/%s", BINDIR, name) < size &&
	       access(path, X_OK) == 0;
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
	if (memory == MAP_FAILED)
		return false;
	if (catalog_open(catalog, memory, (size_t)status.st_size))
		return true;
	munmap(memory, (size_t)status.st_size);
	return false;
}

/* Asked for once: confined, the program may not ask where it stands. */
const char *surroundings_words_folder(void)
{
	static char folder[PATH_MAX];

	if (!folder[0] && (!beside("catalogs", folder, sizeof folder) ||
			   access(folder, X_OK) < 0))
		strcpy(folder, LOCALEDIR);
	return folder;
}

/* In the folder beside the program files are named by language alone. */
static struct catalog find_catalog(const char *code)
{
	const char *folder = surroundings_words_folder();
	struct catalog catalog = { 0 };
	char path[PATH_MAX + 64];

	snprintf(path, sizeof path, "%s/%s.mo", folder, code);
	if (map_catalog(path, &catalog))
		return catalog;
	snprintf(path, sizeof path, "%s/%s/LC_MESSAGES/textkiosk.mo", folder,
		 code);
	map_catalog(path, &catalog);
	return catalog;
}

/* What has been opened, found or not, by language. */
static struct {
	char code[17];
	struct catalog catalog;
	volatile sig_atomic_t lost;
} opened[FORMAT_LANGUAGES];

struct catalog surroundings_catalog(struct str code)
{
	size_t i = 0;

	if (code.bytes == 0 || code.bytes >= sizeof opened->code ||
	    memchr(code.at, '/', code.bytes) || str_equal(code, STR("en")))
		return (struct catalog){ 0 };
	while (i < FORMAT_LANGUAGES && opened[i].code[0] &&
	       !str_equal(code, str_of(opened[i].code)))
		i++;
	if (i == FORMAT_LANGUAGES)
		return (struct catalog){ 0 };
	if (!opened[i].code[0] || opened[i].lost) {
		memcpy(opened[i].code, code.at, code.bytes);
		opened[i].catalog = find_catalog(opened[i].code);
		/* Still being written, it is looked for again. */
		opened[i].lost &= !opened[i].catalog.at;
	}
	return opened[i].catalog;
}

const struct catalog *surroundings_catalogs(const struct book *book)
{
	static struct catalog catalogs[FORMAT_LANGUAGES];

	/* Without a book there is still a master language. */
	catalogs[0] = surroundings_catalog(STR("sv"));
	for (uint32_t i = 0; i < book->languages; i++)
		catalogs[i] = surroundings_catalog(
			book_text(book, book_language(book, i).code));
	return catalogs;
}

bool surroundings_lost(void)
{
	bool lost = false;

	for (size_t i = 0; i < FORMAT_LANGUAGES; i++)
		lost |= opened[i].lost;
	return lost;
}

/* mmap(2) is a bare call, safe in a handler. */
bool surroundings_mend(void *address)
{
	const unsigned char *at = address;

	for (size_t i = 0; i < FORMAT_LANGUAGES; i++) {
		struct catalog *catalog = &opened[i].catalog;

		if (!catalog->at || at < catalog->at ||
		    at >= catalog->at + catalog->bytes)
			continue;
		opened[i].lost = 1;
		return mmap((void *)catalog->at, catalog->bytes, PROT_READ,
			    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
			    0) != MAP_FAILED;
	}
	return false;
}

/* ------------------------------------------------------------------------
 * A console's font.
 */

/* The kernel says ENOMEM when there is no room for all pairs. */
bool surroundings_glyphs(int fd, struct chars_glyphs *glyphs)
{
	static uint8_t listed[CHARS_LISTED_BYTES];
	struct unimapdesc map = { .entry_ct = UINT16_MAX };
	bool known;

	map.entries = malloc(UINT16_MAX * sizeof *map.entries);
	known = map.entries && ioctl(fd, GIO_UNIMAP, &map) == 0;
	for (unsigned i = 0; known && i < map.entry_ct; i++)
		listed[map.entries[i].unicode >> 3] |=
			(uint8_t)(1u << (map.entries[i].unicode & 7));
	free(map.entries);
	if (known)
		*glyphs = (struct chars_glyphs){ .repertoire = CHARS_LISTED,
						 .listed = listed };
	return known;
}
