/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/publish.h"

#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_piece(int fd, struct str bytes)
{
	while (bytes.bytes) {
		ssize_t written = write(fd, bytes.at, bytes.bytes);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		bytes = str_from(bytes, (size_t)written);
	}
	return true;
}

bool publish_to(int fd, const struct pieces *book)
{
	for (size_t i = 0; i < book->count; i++)
		if (!write_piece(fd, (struct str){ book->at[i].at,
						   book->at[i].bytes }))
			return false;
	return true;
}

/* The path with something behind it; to be freed. */
static char *with_end(const char *path, const char *end)
{
	size_t length = strlen(path), more = strlen(end) + 1;
	char *name = malloc(length + more);

	if (name) {
		memcpy(name, path, length);
		memcpy(name + length, end, more);
	}
	return name;
}

/* The folder a path lies in, as a descriptor; -1 and errno. */
static int open_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? with_end(path, "") : with_end(".", "");
	int fd;

	if (!folder)
		return -1;
	if (slash)
		folder[slash == path ? 1 : slash - path] = '\0';
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	return fd;
}

/* Closes; on an earlier failure keeps its errno. */
static bool close_well(int fd, bool good)
{
	int kept = errno;

	if (close(fd) < 0 && good)
		return false;
	errno = kept;
	return good;
}

/* A new file beside the book, under a name that only we have. */
static bool write_new(char *name, const struct pieces *book)
{
	int fd = mkstemp(name);

	if (fd < 0) {
		name[0] = '\0';
		return false;
	}
	/* A book is no secret: every kiosk may read it. */
	return close_well(fd, fchmod(fd, 0644) == 0 && publish_to(fd, book) &&
				      fsync(fd) == 0);
}

/*
 * The book that stands there, if any, gets a second name; it never lacks its
 * own.
 */
static bool keep_old(const char *path, const char *old, const char *spare,
		     bool *stood)
{
	*stood = link(path, spare) == 0;
	if (!*stood)
		return errno == ENOENT;
	if (rename(spare, old) == 0)
		return true;
	unlink(spare);
	return false;
}

/* What cannot be made to last is not left there as if it could. */
static bool make_last(int folder, const char *path, const char *old, bool stood)
{
	int kept;

	/* Some file systems cannot, and say EINVAL. */
	if (fsync(folder) == 0 || errno == EINVAL)
		return true;
	kept = errno;
	if (stood)
		rename(old, path);
	else
		unlink(path);
	errno = kept;
	return false;
}

static bool put_in_place(int folder, const char *path, const char *fresh)
{
	char *old = with_end(path, ".old");
	char *spare = with_end(fresh, ".old");
	bool stood;
	bool good = old && spare && keep_old(path, old, spare, &stood) &&
		    rename(fresh, path) == 0 &&
		    make_last(folder, path, old, stood);

	free(old);
	free(spare);
	return good;
}

/* The folder is open before anything in it changes. */
static bool replace(const char *path, char *fresh, const struct pieces *book)
{
	int folder = open_folder(path);
	bool good;
	int kept;

	if (folder < 0) {
		fresh[0] = '\0';
		return false;
	}
	good = write_new(fresh, book) && put_in_place(folder, path, fresh);
	kept = errno;
	close(folder);
	errno = kept;
	return good;
}

/* A device or a pipe is written to; a rename would put a file there. */
static bool is_special(const struct stat *status)
{
	return !S_ISREG(status->st_mode) && !S_ISDIR(status->st_mode);
}

static bool write_special(const char *path, const struct pieces *book)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

	return fd >= 0 && close_well(fd, publish_to(fd, book));
}

bool publish_file(const char *path, const struct pieces *book)
{
	struct stat status = { .st_mode = S_IFREG };
	char *fresh;
	bool good;
	int kept;

	if (stat(path, &status) < 0 && errno != ENOENT)
		return false;
	if (is_special(&status))
		return write_special(path, book);
	fresh = with_end(path, ".XXXXXX");
	if (!fresh)
		return false;
	good = replace(path, fresh, book);
	kept = errno;
	if (!good && fresh[0])
		unlink(fresh);
	free(fresh);
	errno = kept;
	return good;
}
