/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drives any terminal program through a list of keys on a pseudo-terminal with
 * a libvterm screen, and says what each key cost: bytes sent, the least bytes
 * that could have shown the change, milliseconds to the last byte. A program
 * is done with a key when it has been quiet for a while, so this works for
 * programs that know nothing of it; its times are to be compared, not quoted.
 *
 *   drive [-t TERM] [-q MS] [-n COPIES] [-a] KEY... -- PROGRAM [ARGUMENT]...
 *
 * A KEY is a name (down, up, space, enter, tab, esc, pgdn, pgup, left, right),
 * a text to type, either with *TIMES behind it, or a measure:
 *   @memory      KiB a copy: proportional, private and written, of all copies
 *   @idle=SECS   bytes sent, and times woken up, in so many seconds
 *   @screen      the first copy's screen, on standard error
 *
 * One line a step, tab-separated: KEY, then the figures named above. The last
 * line is "end" and the first copy's exit status. With -n, keys go to all
 * copies and figures are of the first, but for @memory.
 */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

enum { ROWS = 24, COLS = 80, FIRST_BYTE_MS = 60000 };

struct cell {
	uint32_t glyph[VTERM_MAX_CHARS_PER_CELL];
	uint32_t looks; /* attributes and colours, as one number */
};

struct copy {
	pid_t pid;
	int terminal;
	VTerm *vterm;
	struct cell shown[ROWS][COLS];
	size_t bytes;
	double last; /* when the last byte came, in milliseconds */
};

static int quiet_ms = 25;

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static double now(void)
{
	struct timespec at;
	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

/* Starting and listening. */

static void start(struct copy *copy, const char *term, char *const argv[])
{
	struct winsize size = { .ws_row = ROWS, .ws_col = COLS };
	copy->pid = forkpty(&copy->terminal, NULL, NULL, &size);
	if (copy->pid < 0)
		die("forkpty");
	if (copy->pid == 0) {
		setenv("TERM", term, 1);
		execvp(argv[0], argv);
		_exit(127);
	}
	fcntl(copy->terminal, F_SETFD, FD_CLOEXEC);
	copy->vterm = vterm_new(ROWS, COLS);
	vterm_set_utf8(copy->vterm, 1);
	vterm_screen_enable_altscreen(vterm_obtain_screen(copy->vterm), 1);
	vterm_screen_reset(vterm_obtain_screen(copy->vterm), 1);
}

static void answer_queries(struct copy *copy)
{
	char answer[256];
	size_t bytes = vterm_output_read(copy->vterm, answer, sizeof answer);
	if (bytes > 0 && write(copy->terminal, answer, bytes) < 0)
		return; /* it has ended, as the next read will tell */
}

/* Takes what has come within so many milliseconds; false if nothing has. */
static bool listen_once(struct copy *copy, int milliseconds)
{
	struct pollfd poll_in = { .fd = copy->terminal, .events = POLLIN };
	char bytes[65536];

	if (poll(&poll_in, 1, milliseconds) <= 0)
		return false;
	ssize_t got = read(copy->terminal, bytes, sizeof bytes);
	if (got <= 0)
		return false;
	copy->bytes += (size_t)got;
	copy->last = now();
	vterm_input_write(copy->vterm, bytes, (size_t)got);
	answer_queries(copy);
	return true;
}

static void settle(struct copy *copy, int first_byte_ms)
{
	if (listen_once(copy, first_byte_ms))
		while (listen_once(copy, quiet_ms))
			;
}

/* The screen, and the least that turns one into the next. */

static uint32_t colour(VTermColor at)
{
	if (VTERM_COLOR_IS_INDEXED(&at))
		return at.indexed.idx;
	return 256u + at.rgb.red * 65536u + at.rgb.green * 256u + at.rgb.blue;
}

static uint32_t looks(const VTermScreenCell *at)
{
	uint32_t attributes = at->attrs.bold | at->attrs.underline << 1 |
			      at->attrs.italic << 3 | at->attrs.reverse << 4;
	return attributes ^ colour(at->fg) << 5 ^ colour(at->bg) * 2654435761u;
}

static void look(struct copy *copy, struct cell shown[ROWS][COLS])
{
	VTermScreen *screen = vterm_obtain_screen(copy->vterm);

	memset(shown, 0, sizeof(struct cell[ROWS][COLS]));
	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLS; col++) {
			VTermScreenCell at;
			vterm_screen_get_cell(
				screen, (VTermPos){ .row = row, .col = col },
				&at);
			memcpy(shown[row][col].glyph, at.chars,
			       sizeof at.chars);
			if (at.chars[0] == 0)
				shown[row][col].glyph[0] = ' ';
			shown[row][col].looks = looks(&at);
		}
}

static bool same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

static unsigned text_bytes(const struct cell *cell)
{
	unsigned bytes = 0;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) {
		uint32_t at = cell->glyph[i];
		if (at == 0 || at == UINT32_MAX)
			break;
		bytes += at < 0x80 ? 1 : at < 0x800 ? 2 : at < 0x10000 ? 3 : 4;
	}
	return bytes;
}

/*
 * Turning one row into another: six bytes to get to a run of changed cells
 * (or the cells between, if these are fewer), its text, four bytes at each
 * change of attributes, three to erase the row's end.
 */
static unsigned row_least(const struct cell *from, const struct cell *to,
			  const struct cell *blank)
{
	int end = COLS;
	while (end > 0 && same(&to[end - 1], blank))
		end--;
	unsigned erased = 0;
	for (int col = end; col < COLS; col++)
		erased += !same(&from[col], blank);
	unsigned least = erased > 0 ? (erased < 3 ? erased : 3) : 0;
	unsigned between = 6;
	uint32_t attributes = blank->looks;

	for (int col = 0; col < end; col++) {
		if (same(&from[col], &to[col])) {
			if (to[col].looks != attributes)
				between = 6;
			between += between < 6 ? text_bytes(&to[col]) : 0;
			continue;
		}
		least += (between < 6 ? between : 6) + text_bytes(&to[col]);
		between = 0;
		if (to[col].looks != attributes)
			least += 4;
		attributes = to[col].looks;
	}
	if (attributes != blank->looks)
		least += 4;
	return least;
}

/* What each row costs from each row of before; from nothing, the last one. */
static void row_costs(const struct cell before[ROWS][COLS],
		      const struct cell after[ROWS][COLS],
		      unsigned cost[ROWS][ROWS + 1])
{
	struct cell nothing[COLS];
	struct cell blank = { .glyph = { ' ' } };

	/* An emulator's own plain colours: those of most blank cells. */
	blank.looks = after[ROWS - 1][COLS - 1].looks;
	for (int col = 0; col < COLS; col++)
		nothing[col] = blank;
	for (int to = 0; to < ROWS; to++) {
		for (int from = 0; from < ROWS; from++)
			cost[to][from] =
				row_least(before[from], after[to], &blank);
		cost[to][ROWS] = row_least(nothing, after[to], &blank);
	}
}

/* One region of the screen scrolled by so many rows, the rest as it is. */
static unsigned scrolled(unsigned cost[ROWS][ROWS + 1], int top, int bottom,
			 int by)
{
	unsigned least = 16 + (unsigned)abs(by);
	for (int row = 0; row < ROWS; row++) {
		bool inside = row >= top && row <= bottom;
		int from = inside ? row + by : row;
		bool lost = inside && (from < top || from > bottom);
		least += cost[row][lost ? ROWS : from];
	}
	return least;
}

static unsigned least_bytes(const struct cell before[ROWS][COLS],
			    const struct cell after[ROWS][COLS])
{
	static unsigned cost[ROWS][ROWS + 1];
	row_costs(before, after, cost);
	unsigned still = 0;
	unsigned cleared = 7;
	for (int row = 0; row < ROWS; row++) {
		still += cost[row][row];
		cleared += cost[row][ROWS];
	}
	unsigned least = still < cleared ? still : cleared;
	for (int top = 0; top < ROWS; top++)
		for (int bottom = top + 1; bottom < ROWS; bottom++)
			for (int by = top - bottom; by <= bottom - top; by++) {
				unsigned here = scrolled(cost, top, bottom, by);
				least = here < least ? here : least;
			}
	return least;
}

/* Keys. */

static const struct {
	const char *name;
	const char *bytes;
	const char *application; /* as a terminal sends it after smkx */
} key_names[] = {
	{ "down", "\033[B", "\033OB" },
	{ "up", "\033[A", "\033OA" },
	{ "left", "\033[D", "\033OD" },
	{ "right", "\033[C", "\033OC" },
	{ "space", " ", " " },
	{ "enter", "\r", "\r" },
	{ "tab", "\t", "\t" },
	{ "esc", "\033", "\033" },
	{ "pgdn", "\033[6~", "\033[6~" },
	{ "pgup", "\033[5~", "\033[5~" },
};

/* Sent to every program the way its own terminfo entry says keys come. */
static bool application_keys;

static const char *key_bytes(const char *key)
{
	for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
		if (strcmp(key, key_names[i].name) == 0)
			return application_keys ? key_names[i].application
						: key_names[i].bytes;
	return key;
}

static void press(struct copy *copies, int count, const char *key)
{
	static struct cell after[ROWS][COLS];
	const char *bytes = key_bytes(key);
	struct copy *first = &copies[0];
	size_t before = first->bytes;

	look(first, first->shown);
	double begun = now();
	first->last = begun;
	for (int i = 0; i < count; i++)
		if (write(copies[i].terminal, bytes, strlen(bytes)) < 0)
			return; /* it has ended; "end" says how */
	settle(first, quiet_ms * 40);
	for (int i = 1; i < count; i++)
		settle(&copies[i], quiet_ms);
	look(first, after);
	printf("%s\t%zu\t%u\t%.3f\n", key, first->bytes - before,
	       least_bytes((const struct cell(*)[COLS])first->shown,
			   (const struct cell(*)[COLS])after),
	       first->last - begun);
}

/* Measures. */

/* The figure behind a name in one of the kernel's files on a process. */
static long kernel_says(pid_t pid, const char *file, const char *name)
{
	char path[64];
	char line[256];
	long value = 0;
	snprintf(path, sizeof path, "/proc/%ld/%s", (long)pid, file);
	FILE *from = fopen(path, "r");
	if (from == NULL)
		return 0;
	while (fgets(line, sizeof line, from) != NULL)
		if (strncmp(line, name, strlen(name)) == 0)
			value += atol(line + strlen(name));
	fclose(from);
	return value;
}

/* The same of a process and of all that it has started. */
static long family_says(pid_t pid, const char *file, const char *name)
{
	char path[64];
	long value = kernel_says(pid, file, name);
	long child;
	snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)pid,
		 (long)pid);
	FILE *children = fopen(path, "r");
	if (children == NULL)
		return value;
	while (fscanf(children, "%ld", &child) == 1)
		value += family_says((pid_t)child, file, name);
	fclose(children);
	return value;
}

static void say_memory(struct copy *copies, int count)
{
	long shared = 0;
	long written = 0;
	for (int i = 0; i < count; i++) {
		shared += family_says(copies[i].pid, "smaps_rollup", "Pss:");
		written += family_says(copies[i].pid, "smaps_rollup",
				       "Private_Dirty:");
	}
	printf("@memory\t%ld\t%ld\n", shared / count, written / count);
}

static long times_woken(pid_t pid)
{
	return family_says(pid, "status", "voluntary_ctxt_switches:") +
	       family_says(pid, "status", "nonvoluntary_ctxt_switches:");
}

static void say_idle(struct copy *copy, double seconds)
{
	size_t bytes = copy->bytes;
	long woken = times_woken(copy->pid);
	double until = now() + seconds * 1e3;
	for (double left; (left = until - now()) > 0;)
		listen_once(copy, (int)left + 1);
	printf("@idle\t%zu\t%ld\n", copy->bytes - bytes,
	       times_woken(copy->pid) - woken);
}

static void say_screen(struct copy *copy)
{
	static struct cell shown[ROWS][COLS];
	look(copy, shown);
	for (int row = 0; row < ROWS; row++) {
		for (int col = 0; col < COLS; col++)
			fputc(shown[row][col].glyph[0] < 0x80
				      ? (int)shown[row][col].glyph[0]
				      : '?',
			      stderr);
		fputc('\n', stderr);
	}
}

static void measure(struct copy *copies, int count, const char *what)
{
	if (strcmp(what, "@memory") == 0)
		say_memory(copies, count);
	else if (strncmp(what, "@idle=", 6) == 0)
		say_idle(&copies[0], atof(what + 6));
	else if (strcmp(what, "@screen") == 0)
		say_screen(&copies[0]);
}

/* A step of the list: a measure, or a key and how often. */
static void step(struct copy *copies, int count, char *what)
{
	if (what[0] == '@') {
		measure(copies, count, what);
		return;
	}
	char *star = strrchr(what, '*');
	int times = 1;
	if (star != NULL && star != what && isdigit((unsigned char)star[1])) {
		times = atoi(star + 1);
		*star = '\0';
	}
	while (times-- > 0)
		press(copies, count, what);
}

/* Waits for its end, which the last key should have brought; else brings it. */
static int end(struct copy *copy)
{
	int status = 0;
	for (int i = 0; i < 3000; i++) {
		listen_once(copy, 10);
		if (waitpid(copy->pid, &status, WNOHANG) == copy->pid)
			return WIFEXITED(status) ? WEXITSTATUS(status)
						 : 128 + WTERMSIG(status);
	}
	kill(copy->pid, SIGKILL);
	waitpid(copy->pid, &status, 0);
	return 137;
}

static void usage(void)
{
	fputs("usage: drive [-t TERM] [-q MS] [-n COPIES] [-a] KEY... "
	      "-- PROGRAM [ARGUMENT]...\n",
	      stderr);
	exit(64);
}

int main(int argc, char **argv)
{
	const char *term = "xterm-256color";
	int count = 1;
	int option;

	signal(SIGPIPE, SIG_IGN);
	while ((option = getopt(argc, argv, "+t:q:n:a")) != -1) {
		if (option == 't')
			term = optarg;
		else if (option == 'q')
			quiet_ms = atoi(optarg);
		else if (option == 'n')
			count = atoi(optarg);
		else if (option == 'a')
			application_keys = true;
		else
			usage();
	}
	int program = optind;
	while (program < argc && strcmp(argv[program], "--") != 0)
		program++;
	if (program + 1 >= argc || count < 1)
		usage();

	struct copy *copies = calloc((size_t)count, sizeof *copies);
	if (copies == NULL)
		die("drive");
	double begun = now();
	for (int i = 0; i < count; i++)
		start(&copies[i], term, &argv[program + 1]);
	for (int i = 0; i < count; i++)
		settle(&copies[i], FIRST_BYTE_MS);
	printf("start\t%zu\t0\t%.3f\n", copies[0].bytes,
	       copies[count > 1 ? count - 1 : 0].last - begun);
	for (int i = optind; i < program; i++)
		step(copies, count, argv[i]);
	int code = 0;
	for (int i = 0; i < count; i++) {
		int ended = end(&copies[i]);
		code = i == 0 ? ended : code;
	}
	printf("end\t%d\n", code);
	return 0;
}
