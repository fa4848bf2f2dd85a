/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/die.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

static die_restore *restore;
static bool guarded; /* exit(3) is none of ours */

/* Whose last words they are; a visitor's program unless it says otherwise. */
static struct {
	const char *name;
	int code; /* 0: those of sysexits(3) */
} program = { .name = "textkiosk" };

void die_set_program(const char *name, int code)
{
	program.name = name;
	program.code = code;
}

void die_set_restore(die_restore *hook)
{
	restore = hook;
}

void die_run_restore(void)
{
	if (restore)
		restore();
}

/* write(2) may refuse; there is nobody left to tell. */
static void tell(const char *words)
{
	ssize_t written = write(STDERR_FILENO, words, strlen(words));

	(void)written;
}

static _Noreturn void leave(int code)
{
	_exit(program.code ? program.code : code);
}

static _Noreturn void end(int code, const char *const *words)
{
	die_run_restore();
	if (program.code || !isatty(STDERR_FILENO)) {
		for (; *words; words++)
			tell(*words);
		tell("\n");
	}
	leave(code);
}

void die(const char *why)
{
	end(EX_SOFTWARE,
	    (const char *const[]){ program.name, ": ", why, NULL });
}

void die_out_of_memory(void)
{
	end(EX_OSERR,
	    (const char *const[]){ program.name, ": out of memory", NULL });
}

static void on_exit_of_others(void)
{
	if (!guarded)
		return;
	die_run_restore();
	leave(EX_OSERR);
}

void die_guard(bool on)
{
	static bool registered;

	if (!registered && atexit(on_exit_of_others) != 0)
		die_out_of_memory();
	registered = true;
	guarded = on;
}

/* Digits by hand: printf may allocate, and memory may be what is wrong. */
static char *digits(int number, char *end)
{
	unsigned left = number < 0 ? 0 : (unsigned)number;

	*end = '\0';
	do {
		*--end = (char)('0' + left % 10);
		left /= 10;
	} while (left);
	return end;
}

void die_at(const char *file, int line, const char *promise)
{
	char text[12];
	const char *number = digits(line, text + sizeof text - 1);

	end(EX_SOFTWARE,
	    (const char *const[]){ file, ":", number,
				   ": broken promise: ", promise, NULL });
}
