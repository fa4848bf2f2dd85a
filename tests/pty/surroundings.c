/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program under hostile variables, limits and descriptors: it starts and
 * ends well, or says one sentence and leaves with a code of its own. Files
 * that the variables name are baits: none is ever opened.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

static const char *const names[] = { "TERMINFO",
				     "TERMINFO_DIRS",
				     "TERMCAP",
				     "TERMPATH",
				     "HOME",
				     "LOCPATH",
				     "GCONV_PATH",
				     "NLSPATH",
				     "LANGUAGE",
				     "LANG",
				     "LC_ALL",
				     "LC_MESSAGES",
				     "LC_CTYPE",
				     "TEXTDOMAINDIR",
				     "OUTPUT_CHARSET",
				     "TZ",
				     "TZDIR",
				     "TMPDIR",
				     "PATH",
				     "SHELL",
				     "ENV",
				     "BASH_ENV",
				     "EDITOR",
				     "PAGER",
				     "BROWSER",
				     "LESSOPEN",
				     "COLUMNS",
				     "LINES",
				     "ESCDELAY",
				     "NCURSES_TRACE",
				     "MALLOC_TRACE",
				     "RESOLV_HOST_CONF",
				     "HOSTALIASES",
				     "XDG_DATA_DIRS",
				     "NO_COLOR",
				     "TEXTKIOSK_READER",
				     "XML_CATALOG_FILES" };

/* "@" stands for the folder of baits. */
static const char *const values[] = {
	"@",
	"@/x/xterm:@/bait",
	"../../../../@",
	"%n%n%s%1000000d",
	"\033]0;x\007\033c",
	"99999999999999999999",
};

static const char *const terms[] = {
	"dumb",
	"unknown",
	"vt52",
	"hardcopy",
	"/etc/passwd",
	"../x/xterm",
	"x/xterm",
	"%n",
	"\033c",
	"xterm xterm",
	"xterm\n",
	"xterm-",
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
};

static const struct {
	int what;
	const char *name;
	rlim_t most[4];
} limits[] = {
	{ RLIMIT_NOFILE, "NOFILE", { 3, 4, 6, 8 } },
	{ RLIMIT_FSIZE, "FSIZE", { 0, 1, 4096, 65536 } },
	{ RLIMIT_AS, "AS", { 4 << 20, 8 << 20, 16 << 20, 64 << 20 } },
	{ RLIMIT_DATA, "DATA", { 65536, 1 << 20, 4 << 20, 16 << 20 } },
	{ RLIMIT_STACK, "STACK", { 65536, 1 << 18, 1 << 20, 4 << 20 } },
	{ RLIMIT_NPROC, "NPROC", { 0, 1, 2, 3 } },
	{ RLIMIT_CORE, "CORE", { 0, 1, 2, 3 } },
};

#define COUNT(array) (sizeof array / sizeof *array)

static char baits[64];
static int watch;
static unsigned number;

static void say(bool good, const char *what, const char *value)
{
	printf("%s %u - %s", good ? "ok" : "not ok", ++number, what);
	for (; *value; value++)
		putchar(*value > ' ' && *value < 0x7F && *value != '#' ? *value
								       : '?');
	putchar('\n');
}

static void plant(const char *name)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", baits, name);
	file = fopen(path, "w");
	if (!file)
		abort();
	fclose(file);
}

static void plant_all(void)
{
	char path[96];

	strcpy(baits, "/tmp/textkiosk-baits-XXXXXX");
	if (!mkdtemp(baits))
		abort();
	plant("bait");
	snprintf(path, sizeof path, "%s/x", baits);
	mkdir(path, 0755);
	plant("x/xterm");
	watch = inotify_init1(IN_NONBLOCK);
	inotify_add_watch(watch, path, IN_OPEN);
	inotify_add_watch(watch, baits, IN_OPEN);
}

static bool bait_taken(void)
{
	char events[4096];

	return read(watch, events, sizeof events) > 0;
}

static void dig_up(void)
{
	char path[96];

	snprintf(path, sizeof path, "%s/x/xterm", baits);
	unlink(path);
	snprintf(path, sizeof path, "%s/x", baits);
	rmdir(path);
	snprintf(path, sizeof path, "%s/bait", baits);
	unlink(path);
	rmdir(baits);
}

/* ------------------------------------------------------------------------
 * One start.
 */

struct odds {
	const char *name, *value; /* a variable; NULL: none */
	const char *term;
	int limit; /* index into limits; -1: none */
	rlim_t most;
	unsigned closed; /* of descriptors 0 to 2, a bit each */
};

static _Noreturn void become(const struct odds *odds)
{
	const struct rlimit limit = { odds->most, odds->most };

	clearenv();
	setenv("TERM", odds->term, 1);
	if (odds->name)
		setenv(odds->name, odds->value, 1);
	if (odds->limit >= 0)
		setrlimit((__rlimit_resource_t)limits[odds->limit].what,
			  &limit);
	for (int fd = 0; fd < 3; fd++)
		if (odds->closed >> fd & 1)
			close(fd);
	execl("./textkiosk", "./textkiosk", "--sync-marks", "--width=80",
	      "textkiosk.book", (char *)NULL);
	_exit(126);
}

enum { PATIENCE_MS = 60000 };

/* What comes next; a program that says nothing is stuck, and is ended. */
static ssize_t read_some(int fd, pid_t process, char *to, size_t room)
{
	struct pollfd ready = { .fd = fd, .events = POLLIN };

	if (poll(&ready, 1, PATIENCE_MS) == 0)
		kill(process, SIGKILL);
	return read(fd, to, room);
}

/* Reads until the first frame or prompt, then says that it is to end. */
static int watch_it(int fd, pid_t process, bool *clean)
{
	static char said[1 << 20];
	size_t bytes = 0;
	bool marked = false, told = false;
	int status;
	ssize_t got;

	while (bytes < sizeof said - 1 &&
	       (got = read_some(fd, process, said + bytes,
				sizeof said - 1 - bytes)) > 0) {
		bytes += (size_t)got;
		said[bytes] = '\0';
		marked |= strstr(said, "_textkiosk;") != NULL;
		/* The line dialogue has no marks, but a prompt. */
		if (!told && (marked || strstr(said, "Val: "))) {
			told = true;
			kill(process, SIGTERM);
		}
	}
	close(fd);
	waitpid(process, &status, 0);
	said[bytes] = '\0';
	*clean = marked || !strchr(said, '\033');
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Under a limit the loader may fail before us, and the stack be too small. */
static bool documented(int code, const struct odds *odds)
{
	static const int codes[] = { EX_OK, EX_UNAVAILABLE, EX_OSERR,
				     EX_NOINPUT };
	static const int limited[] = { EX_SOFTWARE, 126, 127, 128 + SIGKILL,
				       128 + SIGSEGV };

	for (size_t i = 0; i < COUNT(codes); i++)
		if (code == codes[i])
			return true;
	for (size_t i = 0; i < COUNT(limited); i++)
		if (odds->limit >= 0 && code == limited[i])
			return true;
	/* With nobody left on the line it is hung up. */
	return odds->closed == 7 && code == 128 + SIGHUP;
}

static void start(const struct odds *odds, const char *what, const char *value)
{
	struct winsize size = { .ws_col = 80, .ws_row = 24 };
	bool clean;
	int fd, code;
	pid_t process;

	fflush(stdout);
	process = forkpty(&fd, NULL, NULL, &size);
	if (process < 0)
		abort();
	if (process == 0)
		become(odds);
	code = watch_it(fd, process, &clean);
	if (!documented(code, odds) || !clean)
		printf("# code %d%s\n", code, clean ? "" : ", not clean");
	say(documented(code, odds) && clean && !bait_taken(), what, value);
}

int main(void)
{
	const char *unconfined = getenv("UNCONFINED");
	char value[256], what[64];

	if (unconfined && *unconfined) {
		puts("1..0 # SKIP sanitizers need more than is allowed here");
		return 0;
	}
	plant_all();
	for (size_t i = 0; i < COUNT(names); i++)
		for (size_t j = 0; j < COUNT(values); j++) {
			const char *at = strchr(values[j], '@');

			snprintf(value, sizeof value, "%.*s%s%s",
				 at ? (int)(at - values[j]) : 255, values[j],
				 at ? baits : "", at ? at + 1 : "");
			snprintf(what, sizeof what, "%s=", names[i]);
			start(&(struct odds){ names[i], value, "xterm", -1, 0,
					      0 },
			      what, values[j]);
		}
	for (size_t i = 0; i < COUNT(terms); i++)
		start(&(struct odds){ NULL, NULL, terms[i], -1, 0, 0 },
		      "TERM=", terms[i]);
	for (size_t i = 0; i < COUNT(limits); i++)
		for (size_t j = 0; j < 4; j++) {
			snprintf(value, sizeof value, "%lu",
				 (unsigned long)limits[i].most[j]);
			snprintf(what, sizeof what, "limit %s ",
				 limits[i].name);
			start(&(struct odds){ NULL, NULL, "xterm", (int)i,
					      limits[i].most[j], 0 },
			      what, value);
		}
	for (unsigned closed = 1; closed < 8; closed++) {
		snprintf(value, sizeof value, "%u", closed);
		start(&(struct odds){ NULL, NULL, "xterm", -1, 0, closed },
		      "descriptors closed ", value);
	}
	dig_up();
	printf("1..%u\n", number);
	return 0;
}
