/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every forbidden act is tried by a child that has confined itself, and must
 * be its end; every act the program needs must go well.
 */
#include "run/confine.h"

#include "suite.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static char folder[] = "confine-XXXXXX";
static char inside[sizeof folder + 8];

/* An act, and whether it went well. */
struct act {
	const char *name;
	bool (*done)(void);
};

static bool execute(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return true;
}

static bool split(void)
{
	return syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) >= 0;
}

static bool connect_out(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0;
}

static bool connect_here(void)
{
	return socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static bool open_to_write(void)
{
	return open(inside, O_WRONLY) >= 0;
}

static bool open_both_ways(void)
{
	return open(inside, O_RDWR) >= 0;
}

static bool open_to_cut(void)
{
	return open(inside, O_RDONLY | O_TRUNC) >= 0;
}

static bool create(void)
{
	return open("new", O_RDONLY | O_CREAT, 0600) >= 0;
}

static bool open_nameless(void)
{
	return open(folder, O_TMPFILE | O_RDWR, 0600) >= 0;
}

static bool remove_it(void)
{
	return unlink(inside) == 0;
}

static bool rename_it(void)
{
	return rename(inside, "elsewhere") == 0;
}

static bool change_mode(void)
{
	return chmod(inside, 0777) == 0;
}

static bool map_to_run(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC,
		    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static bool make_runnable(void)
{
	static char page[8192];
	char *at = page + 4096 - (uintptr_t)page % 4096;

	return mprotect(at, 4096, PROT_READ | PROT_EXEC) == 0;
}

static bool type_for_the_terminal(void)
{
	return ioctl(0, TIOCSTI, "x") == 0;
}

static bool paste_on_the_console(void)
{
	return ioctl(0, TIOCLINUX, "\003") == 0;
}

static bool take_the_terminal(void)
{
	return ioctl(0, TIOCSCTTY, 1) == 0;
}

static bool signal_others(void)
{
	return kill(getppid(), 0) == 0;
}

static bool trace_others(void)
{
	return syscall(SYS_ptrace, 16, 1, 0, 0) == 0;
}

static bool write_others(void)
{
	return syscall(SYS_process_vm_writev, 1, NULL, 0, NULL, 0, 0) == 0;
}

static bool make_memory_file(void)
{
	return memfd_create("x", 0) >= 0;
}

static bool ring(void)
{
	return syscall(425, 1, NULL) >= 0; /* io_uring_setup */
}

static bool load_program(void)
{
	return syscall(SYS_bpf, 0, NULL, 0) >= 0;
}

static bool dump_again(void)
{
	return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0;
}

static bool raise_limits(void)
{
	const struct rlimit limit = { 1024, 1024 };

	return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

static bool handle_again(void)
{
	return signal(SIGSYS, SIG_IGN) != SIG_ERR;
}

static bool duplicate(void)
{
	return fcntl(1, F_DUPFD, 10) >= 0;
}

static bool move_root(void)
{
	return chdir("/") == 0;
}

static const struct act forbidden[] = {
	{ "execve", execute },
	{ "clone", split },
	{ "an internet socket", connect_out },
	{ "a local socket", connect_here },
	{ "opening to write", open_to_write },
	{ "opening to read and write", open_both_ways },
	{ "opening to cut", open_to_cut },
	{ "creating a file", create },
	{ "a file without a name", open_nameless },
	{ "unlink", remove_it },
	{ "rename", rename_it },
	{ "chmod", change_mode },
	{ "memory to be run", map_to_run },
	{ "making memory runnable", make_runnable },
	{ "TIOCSTI", type_for_the_terminal },
	{ "TIOCLINUX", paste_on_the_console },
	{ "TIOCSCTTY", take_the_terminal },
	{ "kill", signal_others },
	{ "ptrace", trace_others },
	{ "process_vm_writev", write_others },
	{ "memfd_create", make_memory_file },
	{ "io_uring", ring },
	{ "bpf", load_program },
	{ "being dumpable again", dump_again },
	{ "higher limits", raise_limits },
	{ "another handler", handle_again },
	{ "dup", duplicate },
	{ "chdir", move_root },
};

static bool read_a_new_book(void)
{
	int fd = open(inside, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat status;
	void *at;

	if (fd < 0 || fstat(fd, &status) < 0 || stat(inside, &status) < 0)
		return false;
	at = mmap(NULL, 4, PROT_READ, MAP_SHARED, fd, 0);
	return at != MAP_FAILED && memcmp(at, "book", 4) == 0 &&
	       munmap(at, 4) == 0 && close(fd) == 0;
}

static bool read_elsewhere(void)
{
	return open("/etc/passwd", O_RDONLY) < 0 && errno == EACCES;
}

static bool wait_for_keys(void)
{
	struct pollfd none = { .fd = -1 };
	struct timespec soon = { .tv_nsec = 1 };
	sigset_t all;

	sigemptyset(&all);
	return ppoll(&none, 1, &soon, &all) == 0;
}

static bool use_memory(void)
{
	char *at = malloc(1 << 20);

	at = at ? realloc(at, 8 << 20) : NULL;
	if (!at)
		return false;
	memset(at, 1, 8 << 20);
	free(at);
	return true;
}

static bool ask_the_terminal(void)
{
	struct winsize size;
	struct termios modes;

	/* On whatever descriptor 0 is: refused by it, not by the filter. */
	ioctl(0, TIOCGWINSZ, &size);
	tcgetattr(0, &modes);
	tcflush(0, TCOFLUSH);
	fcntl(0, F_SETFL, fcntl(0, F_GETFL));
	return true;
}

static bool tell_time(void)
{
	struct timespec now;

	return syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now) == 0;
}

static const struct act allowed[] = {
	{ "reading a new book", read_a_new_book },
	{ "being refused elsewhere", read_elsewhere },
	{ "waiting", wait_for_keys },
	{ "memory", use_memory },
	{ "the terminal's size and modes", ask_the_terminal },
	{ "the time", tell_time },
};

/* The child's end: its exit code, or minus the signal. */
static int confined(bool (*done)(void))
{
	pid_t child = fork();
	int status;

	ck_assert_int_ge(child, 0);
	if (child == 0) {
		struct confine_layers layers;

		/* Of Check: it would be run in the child. */
		signal(SIGSYS, SIG_DFL);
		confine_limits();
		layers = confine(folder, NULL);
		_exit(!layers.seccomp ? 99 : done() ? 0 : 1);
	}
	waitpid(child, &status, 0);
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static void set_up(void)
{
	FILE *file;

	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(inside, sizeof inside, "%s/book", folder);
	file = fopen(inside, "w");
	ck_assert_ptr_nonnull(file);
	fputs("book", file);
	fclose(file);
}

static void tear_down(void)
{
	remove(inside);
	remove(folder);
}

START_TEST(what_is_forbidden_is_the_end)
{
	if (SANITIZED)
		return;
	set_up();
	for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
		int end = confined(forbidden[i].done);

		ck_assert_msg(end == -SIGSYS, "%s: %d", forbidden[i].name, end);
	}
	tear_down();
}
END_TEST

START_TEST(what_is_needed_is_allowed)
{
	if (SANITIZED)
		return;
	set_up();
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
		int end = confined(allowed[i].done);

		/* Without Landlock there is no refusal. */
		if (allowed[i].done == read_elsewhere &&
		    !confine_offered().landlock)
			continue;
		ck_assert_msg(end == 0, "%s: %d", allowed[i].name, end);
	}
	tear_down();
}
END_TEST

static bool try_call(void)
{
	return syscall(SYS_personality, 0xffffffff) >= 0;
}

START_TEST(what_nobody_thought_of_is_the_end)
{
	if (SANITIZED)
		return;
	ck_assert_int_eq(confined(try_call), -SIGSYS);
}
END_TEST

static bool limits_hold(void)
{
	static const int zero[] = { RLIMIT_CORE, RLIMIT_NPROC };
	struct rlimit limit;

	for (size_t i = 0; i < 2; i++)
		if (getrlimit(zero[i], &limit) < 0 || limit.rlim_max != 0)
			return false;
	return getrlimit(RLIMIT_DATA, &limit) == 0 &&
	       limit.rlim_max <= 64 << 20;
}

START_TEST(limits_are_for_good)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		confine_limits();
		_exit(limits_hold() ? 0 : 1);
	}
	waitpid(child, &status, 0);
	ck_assert_int_eq(status, 0);
}
END_TEST

SUITE("run/confine", what_is_forbidden_is_the_end, what_is_needed_is_allowed,
      what_nobody_thought_of_is_the_end, limits_are_for_good)
