/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/file.h"

#include "base/arena.h"
#include "base/die.h"
#include "text/chars.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A link is not followed, a device or a pipe never makes us wait. */
enum { OPENING = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY };

static bool read_all(int fd, struct buf *out)
{
	char piece[16384];
	ssize_t got;

	while ((got = read(fd, piece, sizeof piece)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		buf_add(out, (struct str){ piece, (size_t)got });
		if (out->bytes > FILE_BYTES)
			return true;
	}
	return true;
}

static void tell(struct faults *faults, struct str file, enum fault fault)
{
	fault_add(faults, (struct fault_place){ file, 0 }, fault, STR(""),
		  STR(""));
}

void file_tell_errno(struct faults *faults, struct str file)
{
	struct buf number = { 0 };

	/* That says nothing of the content. */
	if (errno == ENOMEM)
		die_out_of_memory();
	buf_number(&number, (unsigned long)errno);
	if (errno == EACCES || errno == EPERM)
		tell(faults, file, FAULT_FILE_FORBIDDEN);
	else
		fault_add(faults, (struct fault_place){ file, 0 },
			  FAULT_FILE_UNREADABLE, buf_str(&number), STR(""));
	buf_free(&number);
}

static bool take_file(struct faults *faults, int fd, struct str file,
		      struct buf *out)
{
	struct stat status;

	if (fstat(fd, &status) < 0) {
		file_tell_errno(faults, file);
		return false;
	}
	if (!S_ISREG(status.st_mode)) {
		tell(faults, file, FAULT_FILE_KIND);
		return false;
	}
	if (status.st_size <= FILE_BYTES && !read_all(fd, out)) {
		file_tell_errno(faults, file);
		return false;
	}
	if (status.st_size > FILE_BYTES || out->bytes > FILE_BYTES) {
		tell(faults, file, FAULT_FILE_LARGE);
		return false;
	}
	return true;
}

/* A folder of the content; it must not lead out of it either. */
static int open_beside(int dir, const char *name, const char *slash)
{
	char folder[64];
	size_t bytes = (size_t)(slash - name);
	int inner, fd;

	die_unless(bytes < sizeof folder);
	memcpy(folder, name, bytes);
	folder[bytes] = '\0';
	inner = openat(dir, folder,
		       O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (inner < 0)
		return -1;
	fd = openat(inner, slash + 1, OPENING);
	close(inner);
	return fd;
}

static void tell_unopened(struct faults *faults, struct str file, bool must)
{
	if (errno == ENOENT && must)
		tell(faults, file, FAULT_FILE_MISSING);
	else if (errno == ELOOP || errno == ENXIO || errno == ENOTDIR)
		tell(faults, file, FAULT_FILE_KIND);
	else if (errno != ENOENT)
		file_tell_errno(faults, file);
}

/* Where the first piece that is no UTF-8 begins. */
static size_t first_invalid(struct str bytes)
{
	size_t at = 0;

	while (at < bytes.bytes) {
		uint32_t c;
		size_t more = chars_first(str_from(bytes, at), &c);

		if (more == 1 && c == 0xFFFD)
			break;
		at += more;
	}
	return at;
}

bool file_is_text(struct faults *faults, struct str file, struct str bytes)
{
	const char *nul = memchr(bytes.at, 0, bytes.bytes);
	struct str text =
		nul ? str_first(bytes, (size_t)(nul - bytes.at)) : bytes;

	if (!chars_valid(text))
		file_tell(faults, file, bytes, first_invalid(text),
			  FAULT_NOT_UTF8, STR(""));
	else if (nul)
		file_tell(faults, file, bytes, text.bytes, FAULT_NUL, STR(""));
	else
		return true;
	return false;
}

int file_open(struct faults *faults, struct arena *arena, int dir,
	      const char *name, bool must, struct str *bytes)
{
	const char *slash = strchr(name, '/');
	struct buf content = { 0 };
	int fd = slash ? open_beside(dir, name, slash)
		       : openat(dir, name, OPENING);

	if (fd < 0) {
		tell_unopened(faults, str_of(name), must);
		return -1;
	}
	if (take_file(faults, fd, str_of(name), &content)) {
		*bytes = buf_keep(&content, arena);
	} else {
		close(fd);
		fd = -1;
	}
	buf_free(&content);
	if (fd >= 0 && !file_is_text(faults, str_of(name), *bytes)) {
		close(fd);
		fd = -1;
	}
	return fd;
}

bool file_read(struct faults *faults, struct arena *arena, int dir,
	       const char *name, bool must, struct str *bytes)
{
	int fd = file_open(faults, arena, dir, name, must, bytes);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

void file_tell(struct faults *faults, struct str file, struct str bytes,
	       size_t offset, enum fault fault, struct str one)
{
	struct fault_place place = { file, 1 };

	for (size_t i = 0; i < offset; i++)
		place.line += bytes.at[i] == '\n';
	fault_add(faults, place, fault, one, STR(""));
}
