/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/shelf.h"

#include "run/log.h"
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

/* What is shown, what was before it, and what is just being looked at. */
static struct mapping now, old, fresh;
static struct book book;
static volatile sig_atomic_t lost;
static int made = -1; /* a memory file with the book of a folder */
static int watch = -1;
static char file[PATH_MAX];   /* empty: made from a folder, never new */
static char folder[PATH_MAX]; /* that of the file */
static struct stat seen;      /* the file when it was last looked at */
static struct stat taken;     /* the file that is mapped as `now` */

const struct book *shelf_book(void)
{
	return &book;
}

int shelf_watch(void)
{
	return watch;
}

const char *shelf_folder(void)
{
	return folder[0] ? folder : NULL;
}

bool shelf_usable(void)
{
	return now.at && !lost;
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
		/* Whatever stands there now is to be looked at. */
		seen.st_ino = 0;
		return mend(&now, address);
	}
	if (inside(&fresh, address))
		return mend(&fresh, address);
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
	seen = status;
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
	return SHELF_GOOD;
}

/* "a/b" becomes "a", "a" becomes ".", "/a" becomes "/". */
static void cut_last_name(char *path)
{
	char *slash = strrchr(path, '/');

	if (!slash)
		strcpy(path, ".");
	else
		slash[slash == path] = '\0';
}

/* That of the file, or the nearest one in which it may be made. */
static void find_folder(void)
{
	strcpy(folder, file);
	do
		cut_last_name(folder);
	while (access(folder, F_OK) < 0);
}

/*
 * A new book is a rename inside the folder: that is what is watched. Someone
 * who writes into the file itself is noticed when it is closed.
 */
static void watch_folder(void)
{
	find_folder();
	watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch >= 0 && inotify_add_watch(watch, folder,
					    IN_MOVED_TO | IN_CLOSE_WRITE) < 0) {
		close(watch);
		watch = -1;
	}
}

/* From now on it is looked at for a new book, good or not there yet. */
static void remember(const char *path)
{
	if (strlen(path) >= sizeof file)
		return;
	strcpy(file, path);
	watch_folder();
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
	taken = seen;
	if (fault == SHELF_GOOD)
		log_line(STR("book taken: "), str_of(path));
	return fault;
}

/* ------------------------------------------------------------------------
 * Folders.
 */

static _Noreturn void become_compiler(const char *program, const char *content,
				      const char *language, int to)
{
	if (dup2(to, STDOUT_FILENO) >= 0)
		execl(program, program, "-o", "-", "--lang", language, "--",
		      content, (char *)NULL);
	_exit(127);
}

/* The compiler's exit code, or -1. */
static int compile(const char *program, const char *content,
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
		become_compiler(program, content, language, to);
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* A sealed memory file cannot shrink: it never becomes lost. */
static bool seal(int memory)
{
	return fcntl(memory, F_ADD_SEALS,
		     F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE |
			     F_SEAL_SEAL) == 0;
}

enum shelf_fault shelf_make(const char *path, const char *language)
{
	char program[PATH_MAX];
	int code;

	if (!path || !is_folder(path))
		return SHELF_GOOD;
	made = memfd_create("book", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (made < 0 ||
	    !surroundings_program("textkiosk-compile", program, sizeof program))
		return SHELF_SYSTEM;
	code = compile(program, path, language, made);
	if (code == 1)
		return SHELF_BAD;
	return code == 0 && seal(made) ? SHELF_GOOD : SHELF_SYSTEM;
}

static enum shelf_fault open_made(void)
{
	enum shelf_fault fault = map_file(made, &now, &book);

	close(made);
	made = -1;
	return fault;
}

enum shelf_fault shelf_open(const char *path)
{
	enum shelf_fault fault;

	if (made >= 0)
		return open_made();
	remember(path ? path : PUBLISHED);
	if (path)
		return open_file(path);
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

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_dev == b->st_dev;
}

static bool changed(void)
{
	struct stat status;

	if (!file[0] || stat(file, &status) < 0)
		return false;
	return !same_file(&status, &seen) || status.st_size != seen.st_size ||
	       status.st_mtim.tv_sec != seen.st_mtim.tv_sec ||
	       status.st_mtim.tv_nsec != seen.st_mtim.tv_nsec;
}

bool shelf_take_new(void)
{
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
	log_line(fault == SHELF_GOOD ? STR("book taken: ")
				     : STR("book refused: "),
		 str_of(file));
	/* Written over in place: it is the very file that is mapped. */
	if (fault == SHELF_BAD && now.at && same_file(&seen, &taken))
		lost = 1;
	if (fault != SHELF_GOOD)
		return false;
	if (old.at)
		munmap(old.at, old.bytes);
	old = now;
	now = fresh;
	fresh.at = NULL;
	taken = seen;
	book = found;
	lost = 0;
	return true;
}
