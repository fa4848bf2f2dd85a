/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/shelf.h"

#include "run/surroundings.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where a municipality publishes its book. */
#define PUBLISHED "/var/lib/textkiosk/textkiosk.book"

/* A mapped file. */
struct mapping {
	unsigned char *at; /* NULL: none */
	size_t bytes;
};

static struct mapping now, old;
static struct book book;
static volatile sig_atomic_t lost;
static int watch = -1;
static char file[PATH_MAX]; /* empty: made from a folder, never new */
static struct stat taken;   /* the file as it was taken */

const struct book *shelf_book(void)
{
	return &book;
}

int shelf_watch(void)
{
	return watch;
}

bool shelf_lost(void)
{
	return lost;
}

static bool inside(const struct mapping *mapping, const unsigned char *address)
{
	return mapping->at && address >= mapping->at &&
	       address < mapping->at + mapping->bytes;
}

/* Zeros take the place of what is no longer there; mmap(2) is a bare call. */
static bool mend(const struct mapping *mapping, unsigned char *address)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t offset = (size_t)(address - mapping->at) / page * page;

	return mmap(mapping->at + offset, mapping->bytes - offset, PROT_READ,
		    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
		    0) != MAP_FAILED;
}

bool shelf_mend(void *address)
{
	if (inside(&now, address)) {
		lost = 1;
		return mend(&now, address);
	}
	return inside(&old, address) && mend(&old, address);
}

/* ------------------------------------------------------------------------
 * Files.
 */

static enum shelf_fault map_file(int fd, struct mapping *mapping,
				 struct book *into)
{
	struct stat status;
	void *at;

	if (fstat(fd, &status) < 0)
		return SHELF_SYSTEM;
	if (!S_ISREG(status.st_mode) || status.st_size <= 0 ||
	    status.st_size > UINT32_MAX)
		return SHELF_BAD;
	at = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, fd, 0);
	if (at == MAP_FAILED)
		return SHELF_SYSTEM;
	*mapping = (struct mapping){ at, (size_t)status.st_size };
	if (book_open(into, at, mapping->bytes) != BOOK_GOOD) {
		munmap(at, mapping->bytes);
		mapping->at = NULL;
		return SHELF_BAD;
	}
	taken = status;
	return SHELF_GOOD;
}

/* A new book is a rename inside the folder: that is what is watched. */
static void watch_folder(void)
{
	char folder[PATH_MAX];
	char *slash;

	strcpy(folder, file);
	slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch >= 0 &&
	    inotify_add_watch(watch, slash ? folder : ".", IN_MOVED_TO) < 0) {
		close(watch);
		watch = -1;
	}
}

static enum shelf_fault open_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	enum shelf_fault fault;

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ? SHELF_MISSING
							   : SHELF_SYSTEM;
	fault = map_file(fd, &now, &book);
	close(fd);
	if (fault == SHELF_GOOD && strlen(path) < sizeof file) {
		strcpy(file, path);
		watch_folder();
	}
	return fault;
}

/* ------------------------------------------------------------------------
 * Folders.
 */

static _Noreturn void become_compiler(const char *program, const char *folder,
				      const char *language, int to)
{
	if (dup2(to, STDOUT_FILENO) >= 0)
		execl(program, program, "-o", "-", "--lang", language, "--",
		      folder, (char *)NULL);
	_exit(127);
}

/* The compiler's exit code, or -1. */
static int compile(const char *program, const char *folder,
		   const char *language, int to)
{
	int status;
	pid_t child;

	/* Ignored by whoever started us, it would leave nothing to wait for. */
	signal(SIGCHLD, SIG_DFL);
	child = fork();
	if (child < 0)
		return -1;
	if (child == 0)
		become_compiler(program, folder, language, to);
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* A sealed memory file cannot shrink: it never becomes lost. */
static enum shelf_fault take_memory(int memory)
{
	if (fcntl(memory, F_ADD_SEALS,
		  F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) < 0)
		return SHELF_SYSTEM;
	return map_file(memory, &now, &book);
}

static enum shelf_fault open_folder(const char *folder, const char *language)
{
	char program[PATH_MAX];
	int memory = memfd_create("book", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	enum shelf_fault fault = SHELF_SYSTEM;
	int code;

	if (memory < 0)
		return SHELF_SYSTEM;
	if (surroundings_program("textkiosk-compile", program,
				 sizeof program)) {
		code = compile(program, folder, language, memory);
		if (code == 0)
			fault = take_memory(memory);
		else if (code == 1)
			fault = SHELF_BAD;
	}
	close(memory);
	return fault;
}

static bool is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

enum shelf_fault shelf_open(const char *path, const char *language)
{
	enum shelf_fault fault;

	if (path)
		return is_folder(path) ? open_folder(path, language)
				       : open_file(path);
	fault = open_file(PUBLISHED);
	return fault == SHELF_MISSING ? open_file(PKGDATADIR "/textkiosk.book")
				      : fault;
}

/* ------------------------------------------------------------------------
 * A new book.
 */

static void drain_watch(void)
{
	char events[1024];

	while (watch >= 0 && read(watch, events, sizeof events) > 0)
		;
}

static bool changed(void)
{
	struct stat status;

	if (!file[0] || stat(file, &status) < 0)
		return false;
	return lost || status.st_ino != taken.st_ino ||
	       status.st_dev != taken.st_dev ||
	       status.st_size != taken.st_size ||
	       status.st_mtim.tv_sec != taken.st_mtim.tv_sec ||
	       status.st_mtim.tv_nsec != taken.st_mtim.tv_nsec;
}

bool shelf_take_new(void)
{
	struct mapping fresh = { 0 };
	struct book found;
	enum shelf_fault fault;
	int fd;

	drain_watch();
	if (!changed())
		return false;
	fd = open(file, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return false;
	fault = map_file(fd, &fresh, &found);
	close(fd);
	if (fault != SHELF_GOOD)
		return false;
	if (old.at)
		munmap(old.at, old.bytes);
	old = now;
	now = fresh;
	book = found;
	lost = 0;
	return true;
}
