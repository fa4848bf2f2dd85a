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

static bool write_all(int fd, struct str bytes)
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

bool publish_to(int fd, struct str bytes)
{
	return write_all(fd, bytes);
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

static bool write_new(const char *path, struct str bytes)
{
	int fd = open(path,
		      O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
		      0644);

	if (fd < 0)
		return false;
	return close_well(fd, write_all(fd, bytes) && fsync(fd) == 0);
}

/* The book that stands there gets a second name; it never lacks its own. */
static bool keep_old(const char *path, const char *old, const char *spare)
{
	if (unlink(spare) < 0 && errno != ENOENT)
		return false;
	if (link(path, spare) < 0)
		return errno == ENOENT;
	return rename(spare, old) == 0;
}

static bool replace(const char *path, const char *fresh, const char *old,
		    const char *spare, struct str bytes)
{
	int folder;
	bool good;

	if (!write_new(fresh, bytes))
		return false;
	if (!keep_old(path, old, spare) || rename(fresh, path) < 0)
		return false;
	folder = open_folder(path);
	if (folder < 0)
		return false;
	good = fsync(folder) == 0;
	return close_well(folder, good);
}

bool publish_file(const char *path, struct str bytes)
{
	char *fresh = with_end(path, ".new");
	char *old = with_end(path, ".old");
	char *spare = with_end(path, ".old.new");
	bool good = false;
	int kept;

	if (fresh && old && spare)
		good = replace(path, fresh, old, spare, bytes);
	kept = errno;
	if (!good && fresh)
		unlink(fresh);
	free(fresh);
	free(old);
	free(spare);
	errno = kept;
	return good;
}
