/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fail/attempt.h"

#include "fail/memory.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FILE_BYTES = 1 << 20, TOLD = 5, STICKY = 3 };

static struct memory_plan *plan;
static char folder[] = "/tmp/textkiosk-fail-XXXXXX";
static unsigned tests;
static pid_t child;

static _Noreturn void bail(const char *what)
{
	printf("Bail out! %s\n", what);
	exit(1);
}

/*
 * What no program can help: libraries that follow a pointer they have not
 * got, or show something else. By a function that was asking then, as seen in
 * ncurses 6.4 and libgettextpo 0.21.
 */
static const char *const helpless[] = {
	"_nc_setupterm",       /* the name of the terminal, copied */
	"_nc_tparm_analyze",   /* a format, and how to move the cursor */
	"_nc_tiparm",	       /* the same: it is moved too little */
	"_nc_find_type_entry", /* a table of capabilities */
	"libgettextpo_msgdomain_list_print", /* an open file */
};

static bool known(void)
{
	for (size_t i = 0; i < sizeof helpless / sizeof *helpless; i++)
		if (strstr(plan->by, helpless[i]))
			return true;
	return false;
}

/* ------------------------------------------------------------------------
 * The folder.
 */

static void link_to(const char *target, const char *name)
{
	char path[PATH_MAX];

	if (!realpath(target, path) || symlinkat(path, AT_FDCWD, name) < 0)
		bail(name);
}

static void map_plan(void)
{
	int fd = open(MEMORY_FILE, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0 || ftruncate(fd, sizeof *plan) < 0)
		bail(MEMORY_FILE);
	plan = mmap(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, fd,
		    0);
	if (plan == MAP_FAILED)
		bail(MEMORY_FILE);
	close(fd);
}

void attempt_begin(void)
{
	const char *sources = getenv("srcdir");
	char build[PATH_MAX], source[PATH_MAX];

	if (!realpath(".", build) || !realpath(sources ? sources : ".", source))
		bail("no folder");
	if (!mkdtemp(folder) || chdir(folder) < 0)
		bail(folder);
	link_to(build, "build");
	link_to(source, "source");
	map_plan();
}

void attempt_end(void)
{
	char command[128];

	printf("1..%u\n", tests);
	snprintf(command, sizeof command, "rm -rf %s", folder);
	if (chdir("/") < 0 || system(command) != 0)
		bail(folder);
}

struct str attempt_file(const char *name)
{
	static char bytes[FILE_BYTES];
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? 0 : read(fd, bytes, sizeof bytes);

	if (fd >= 0)
		close(fd);
	return (struct str){ bytes, got > 0 ? (size_t)got : 0 };
}

/* ------------------------------------------------------------------------
 * One attempt.
 */

static void give_up(int signal)
{
	kill(child, SIGKILL);
	(void)signal;
}

static void become(const char *const argv[], const char *in)
{
	int fd = open(in, O_RDONLY);

	dup2(fd, STDIN_FILENO);
	fd = open(ATTEMPT_OUT, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(fd, STDOUT_FILENO);
	fd = open(ATTEMPT_ERR, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(fd, STDERR_FILENO);
	execv(argv[0], (char *const *)argv);
	_exit(127);
}

int attempt_start(const char *const argv[], const char *in)
{
	int status;

	signal(SIGALRM, give_up);
	child = fork();
	if (child < 0)
		bail("fork");
	if (child == 0)
		become(argv, in);
	alarm(ATTEMPT_SECONDS);
	waitpid(child, &status, 0);
	alarm(0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Lines on standard error, without those of the operator's log. */
static unsigned sentences(void)
{
	struct str left = attempt_file(ATTEMPT_ERR);
	unsigned count = 0;

	while (left.bytes) {
		const char *end = memchr(left.at, '\n', left.bytes);

		count += !str_starts(left, STR("textkiosk["));
		left = str_from(left,
				end ? (size_t)(end + 1 - left.at) : left.bytes);
	}
	return count;
}

/* What is wrong with an end, as far as it is the same for all programs. */
static const char *wrong_end(const struct attempt *attempt, int code)
{
	if (code == attempt->good)
		return sentences() && code == 0 ? "goes on, but says something"
						: NULL;
	if (code != attempt->scarce)
		return "ends in an undocumented way";
	return sentences() == 1 ? NULL : "does not say one sentence";
}

static const char *once(const struct attempt *attempt, unsigned from,
			unsigned to)
{
	const char *wrong, *left;
	int code;

	*plan = (struct memory_plan){ .from = from, .to = to };
	code = attempt->run(attempt->about);
	left = attempt->judge(attempt->about, code, from == 0);
	wrong = left ? left : wrong_end(attempt, code);
	/* What is left behind by a crash is judged all the same. */
	if (known() && (!left || code == attempt->good))
		return NULL;
	return wrong;
}

static void tell(unsigned n, const char *wrong)
{
	struct str said = attempt_file(ATTEMPT_ERR);

	printf("# request %u: %s; asked by %s\n# %.*s\n", n, wrong, plan->by,
	       (int)said.bytes, said.at);
}

/* The first request, and every `step`-th after it. */
static void series(const struct attempt *attempt, unsigned count, unsigned step,
		   bool sticky)
{
	unsigned tried = 0, wrongs = 0;

	for (unsigned n = 1; n <= count; n += step, tried++) {
		const char *wrong = once(attempt, n, sticky ? UINT_MAX : n);

		if (wrong && ++wrongs <= TOLD)
			tell(n, wrong);
	}
	printf("%s %u - %s: %u of %u requests for memory fail%s\n",
	       wrongs ? "not ok" : "ok", ++tests, attempt->name, tried, count,
	       sticky ? ", and all after them" : ", each once");
	fflush(stdout);
}

void attempt_all(const struct attempt *attempt)
{
	const char *wrong = once(attempt, 0, 0);
	unsigned count = plan->asked;

	if (wrong || !count) {
		tell(0, wrong ? wrong : "none is counted");
		bail(attempt->name);
	}
	series(attempt, count, attempt->step, false);
	/* Nearly each is the end of the program, as when it fails alone. */
	series(attempt, count, attempt->step * STICKY, true);
}
