/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A visitor who wants out: random keys, chords, pastes, answers nobody asked
 * for, held keys, window sizes and signals, in every situation on every
 * terminal. The program is confined, so starting, connecting or opening
 * anything would be its end; and it must not end, nor stop, nor send a byte
 * that is on no list, nor grow, nor answer later than a second.
 *	torture KEYS [SEED]
 */
#include "pty/pty.h"
#include "view/keys.h"

#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BATCH_KEYS = 200, MOST_KIB = 32 * 1024, MOST_MS = 1000 };

static const char *const terms[] = { "xterm-256color", "linux",	 "vt100",
				     "vt220",	       "screen", "tmux",
				     "rxvt",	       "xterm" };

/* How it is started, and what is typed first. */
static const struct situation {
	const char *name;
	const char *option; /* beside --kiosk; NULL: none */
	unsigned cols, rows;
	const char *first;
} situations[] = {
	{ "start", NULL, 80, 24, "" },
	{ "start, English", "--lang=en", 80, 24, "" },
	{ "start, small", NULL, 40, 12, "" },
	{ "start, huge", NULL, 500, 300, "" },
	{ "too small", NULL, 10, 3, "" },
	{ "one cell", NULL, 1, 1, "" },
	{ "reader style", "--reader", 80, 24, "" },
	{ "reader style, small", "--reader", 40, 12, "" },
	{ "keypad", "--keypad", 80, 25, "" },
	{ "ASCII", "--charset=ascii", 64, 24, "" },
	{ "debounced", "--debounce=50", 80, 24, "" },
	{ "about to begin anew", "--idle=21", 80, 24, "4" },
	{ "a long page", NULL, 80, 24, "03" },
	{ "its end", NULL, 40, 12, "03\033[F" },
	{ "the look-up", NULL, 80, 24, "07" },
	{ "many hits", NULL, 80, 24, "/a" },
	{ "no hit", NULL, 80, 24, "/qqqqqq" },
	{ "a long query", NULL, 40, 12,
	  "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	  "aa" },
	{ "settings", NULL, 132, 43, "081" },
	{ "a deep trail", NULL, 80, 24, "04142043050106107108" },
};

enum {
	TERMS = sizeof terms / sizeof *terms,
	SITUATIONS = sizeof situations / sizeof *situations
};

static uint32_t seed;

static uint32_t chance(uint32_t of)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return (seed >> 4) % of;
}

/* ------------------------------------------------------------------------
 * What is done. Each adds one key, or one thing a terminal sends.
 */

static void plain_key(struct buf *keys)
{
	buf_byte(keys, "0123456789+-*/?.,qQaeo\r\t\177 \003\004\032\034"[chance(
			       sizeof "0123456789+-*/?.,qQaeo\r\t\177 "
				      "\003\004\032\034" -
			       1)]);
}

static void any_byte(struct buf *keys)
{
	buf_byte(keys, (char)chance(256));
}

static void sequence(struct buf *keys)
{
	static const char *const all[] = {
		"\033[A",      "\033[B",     "\033OA",	      "\033OB",
		"\033[Z",      "\033[5~",    "\033[6~",	      "\033[H",
		"\033[F",      "\033[3~",    "\033OP",	      "\033[[A",
		"\033OM",      "\033[C",     "\033[D",	      "\033Op",
		"\033[57399u", "\033[97;5u", "\033[27;5;99~", "\033q",
		"\033\003",    "\033[1;9A",  "\033[99;5u",    "\033\033[B",
	};

	buf_add(keys, str_of(all[chance(sizeof all / sizeof *all)]));
}

static void answer(struct buf *keys)
{
	static const char *const all[] = {
		"\033[?62;1;4c",
		"\033[12;40R",
		"\033P1$r0m\033\\",
		"\033P!|00000000q4\033\\",
		"\033]11;rgb:0/0/0\007",
		"\033]52;c;cTQ=\033\\",
		"\033[<0;10;10M",
		"\033[M 44",
		"\033[I\033[O",
		"\033P1+r544e=78\033\\",
		"\033]0;\033\007",
		"\033[8;24;80t",
		("\033[1111111111111111111111111111111111111111111111111111111"
		 "11111111111111111111111111111111B"),
		"\033P\x18",
		"\033]q4q\x18",
		"\033[4\x1A",
	};

	buf_add(keys, str_of(all[chance(sizeof all / sizeof *all)]));
}

static void text(struct buf *keys)
{
	static const char *const all[] = { "å",	       "Ö",
					   "é",	       "\xC3",
					   "\xE2\x82", "€",
					   "😀",	       "\xE2\x80\xAE",
					   "\xFF",     "a\xCC\x81" };

	buf_add(keys, str_of(all[chance(sizeof all / sizeof *all)]));
}

static void held_key(struct buf *keys)
{
	static const char *const all[] = { "4", "\033[B", "\177",   "a",
					   "9", "*",	  "\033[6~" };
	const char *key = all[chance(sizeof all / sizeof *all)];

	for (int i = 0; i < 40; i++)
		buf_add(keys, str_of(key));
}

static void paste(struct buf *keys)
{
	buf_add(keys, STR("\033[200~q\003:!sh\r"));
	for (uint32_t i = chance(300); i; i--)
		any_byte(keys);
	buf_add(keys, STR("\033[201~"));
}

static void add_keys(struct buf *keys)
{
	static void (*const kinds[])(struct buf *) = {
		plain_key, plain_key, plain_key, plain_key, sequence,
		sequence,  sequence,  text,	 answer,    any_byte,
	};

	for (int i = 0; i < BATCH_KEYS; i++)
		kinds[chance(sizeof kinds / sizeof *kinds)](keys);
	if (chance(4) == 0)
		held_key(keys);
	if (chance(20) == 0)
		paste(keys);
	/* Whatever was begun is cancelled, or its end would be waited for. */
	buf_add(keys, STR("\x18\x18\x18\x18\033[201~"));
}

static void signal_it(const struct pty *pty)
{
	static const int all[] = { SIGINT,  SIGQUIT, SIGTSTP, SIGTTIN,
				   SIGTTOU, SIGPIPE, SIGUSR1, SIGUSR2,
				   SIGALRM, SIGCONT, SIGWINCH };

	kill(pty_process(pty), all[chance(sizeof all / sizeof *all)]);
}

static void resize_it(struct pty *pty)
{
	static const unsigned all[][2] = { { 0, 0 },	     { 1, 1 },
					   { 65535, 65535 }, { 65535, 1 },
					   { 20, 6 },	     { 40, 12 },
					   { 80, 24 },	     { 132, 43 },
					   { 19, 24 },	     { 500, 300 } };
	const unsigned *size = all[chance(sizeof all / sizeof *all)];

	pty_claim_size(pty, size[0], size[1]);
}

/* ------------------------------------------------------------------------
 * What is looked at.
 */

static bool good = true;

static void complain(const struct situation *situation, const char *term,
		     const char *what)
{
	printf("# %s on %s: %s\n", situation->name, term, what);
	good = false;
}

/* Behind ESC: neither a string nor a question (ECMA-48 5.6, 8.3.24, .35). */
static bool harmless_sequence(struct str sent)
{
	size_t end = 1;

	if (sent.bytes == 0 || strchr("]PX^_", sent.at[0]))
		return false;
	if (sent.at[0] != '[')
		return true;
	while (end < sent.bytes && (unsigned char)sent.at[end] < 0x40)
		end++;
	return end == sent.bytes || sent.at[1] == '?' ||
	       !strchr("cnqxp", sent.at[end]);
}

static const char mark[] = "\033_textkiosk;";

/* Every byte sent is a character, or one of a few controls. */
static bool harmless(struct str sent)
{
	while (sent.bytes) {
		unsigned char byte = (unsigned char)sent.at[0];
		const char *end;

		if (str_starts(sent, str_of(mark))) {
			end = memchr(sent.at, '\\', sent.bytes);
			if (!end)
				return false;
			sent = str_from(sent, (size_t)(end - sent.at) + 1);
			continue;
		}
		if (byte == 0x1B && !harmless_sequence(str_from(sent, 1)))
			return false;
		if (byte == 0x7F ||
		    (byte < 0x20 && !strchr("\a\b\t\n\r\x0E\x0F\x1B", byte)))
			return false;
		/* U+0080 … 9F are controls, too. */
		if (byte == 0xC2 && sent.bytes > 1 &&
		    (unsigned char)sent.at[1] < 0xA0)
			return false;
		sent = str_from(sent, 1);
	}
	return true;
}

/* The most memory it has ever had, in KiB; 0: unknown. */
static long most_memory(const struct pty *pty)
{
	char path[64], line[128];
	long kib = 0;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/status", pty_process(pty));
	file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file))
		sscanf(line, "VmHWM: %ld", &kib);
	if (file)
		fclose(file);
	return kib;
}

/* ------------------------------------------------------------------------
 * How long an answer takes, whatever else the machine is busy with.
 */

/* Of a process, in ns, as the kernel's scheduler counts it. */
struct busy {
	int64_t ran;	/* had a processor */
	int64_t queued; /* waited for one */
};

/* False: this kernel does not tell (Documentation/scheduler/sched-stats). */
static bool busy(int process, struct busy *busy)
{
	char path[64];
	FILE *file;
	bool told;

	snprintf(path, sizeof path, "/proc/%d/schedstat", process);
	file = fopen(path, "r");
	told = file && fscanf(file, "%" SCNd64 " %" SCNd64, &busy->ran,
			      &busy->queued) == 2;
	if (file)
		fclose(file);
	return told;
}

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

/* A moment, as the clock, the program and we ourselves have it. */
struct moment {
	int64_t clock;
	struct busy program, own;
};

static bool moment(const struct pty *pty, struct moment *moment)
{
	moment->clock = now_ns();
	return busy(pty_process(pty), &moment->program) &&
	       busy(getpid(), &moment->own);
}

static int64_t used(struct busy from, struct busy to)
{
	return to.ran - from.ran + to.queued - from.queued;
}

/*
 * What the program itself took: the time it ran, and the time that neither it
 * nor we ran or wanted to, for then it slept although there were keys. Time
 * that other processes took from either of us is not its own.
 */
static long own_ms(const struct moment *from, const struct moment *to)
{
	int64_t ran = to->program.ran - from->program.ran;
	int64_t slept = to->clock - from->clock -
			used(from->program, to->program) -
			used(from->own, to->own);

	return (long)((ran + (slept > 0 ? slept : 0)) / 1000000);
}

static long slowest_ms; /* of this visit's answers */
static long longest_ms, largest_kib;
static bool timed = true;

static void type(struct pty *pty, struct str keys)
{
	struct moment from, to;
	long ms;

	timed = moment(pty, &from) && timed;
	pty_type(pty, keys);
	/* Of a process that has ended nothing is told. */
	if (pty_ended(pty))
		return;
	timed = moment(pty, &to) && timed;
	if (!timed)
		return;
	ms = own_ms(&from, &to);
	if (ms > slowest_ms)
		slowest_ms = ms;
}

static void torture(struct pty *pty, unsigned long count)
{
	struct buf keys = { 0 };

	for (unsigned long i = 0; i < count && !pty_ended(pty);
	     i += BATCH_KEYS) {
		buf_clear(&keys);
		add_keys(&keys);
		if (chance(3) == 0)
			resize_it(pty);
		if (chance(2) == 0)
			signal_it(pty);
		type(pty, buf_str(&keys));
	}
	buf_free(&keys);
}

static bool at_start(struct pty *pty)
{
	struct buf row = { 0 };
	bool start = false;

	/* A size it has not had, so that all is painted anew. A paste that the
	   random keys began goes on until there is a pause: one is made. */
	for (unsigned i = 0; i < 100 && !start && !pty_ended(pty); i++) {
		if (i > 0)
			poll(NULL, 0, KEYS_PAUSE_MS + KEYS_PAUSE_MS / 4);
		pty_claim_size(pty, 80 + i % 2, 24);
		type(pty, STR("0"));
		buf_clear(&row);
		pty_row(pty, 0, &row);
		pty_row(pty, 1, &row);
		buf_byte(&row, '\0');
		start = strstr(row.at, "Hallsberg") != NULL;
	}
	buf_free(&row);
	return start;
}

static void visit(const struct situation *situation, const char *term,
		  unsigned long count)
{
	const char *const argv[] = { "./textkiosk",
				     "--kiosk",
				     "--sync-marks",
				     "--now=2026-11-24T10:00",
				     situation->option ? situation->option
						       : "--lang=sv",
				     "textkiosk.book",
				     NULL };
	struct pty *pty =
		pty_start(argv, term, situation->cols, situation->rows);
	long kib;

	if (!pty) {
		complain(situation, term, "no start");
		return;
	}
	slowest_ms = 0;
	type(pty, str_of(situation->first));
	torture(pty, count);
	if (!pty_ended(pty) && !at_start(pty))
		complain(situation, term, "0 does not lead to the start");
	if (slowest_ms > longest_ms)
		longest_ms = slowest_ms;
	if (slowest_ms > MOST_MS)
		complain(situation, term, "it answers late");
	kib = most_memory(pty);
	if (kib > largest_kib)
		largest_kib = kib;
	if (kib > MOST_KIB && !getenv("UNCONFINED")[0])
		complain(situation, term, "too much memory");
	if (pty_ended(pty))
		complain(situation, term, "it ended");
	else
		kill(pty_process(pty), SIGTERM);
	if (pty_end(pty) != 0)
		complain(situation, term, "its end is not clean");
	if (!harmless(pty_sent(pty)))
		complain(situation, term, "it sent what is on no list");
	pty_stop(pty);
}

int main(int argc, char **argv)
{
	unsigned long count = argc > 1 ? strtoul(argv[1], NULL, 10) : 32000;

	seed = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 20261124;
	if (!getenv("UNCONFINED"))
		setenv("UNCONFINED", "", 1);
	printf("1..%d\n", SITUATIONS);
	for (size_t i = 0; i < SITUATIONS; i++) {
		good = true;
		for (size_t j = 0; j < TERMS; j++)
			visit(&situations[i], terms[j],
			      count / SITUATIONS / TERMS);
		printf("%s %zu - %s\n", good ? "ok" : "not ok", i + 1,
		       situations[i].name);
		fflush(stdout);
	}
	printf("# longest answer %ld ms, largest %ld KiB\n", longest_ms,
	       largest_kib);
	if (!timed)
		puts("# answers are not timed: no /proc/PID/schedstat");
	return 0;
}
