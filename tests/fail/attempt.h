/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A program is run over and over in a folder of its own, and each time memory
 * runs out at another request: at that one alone, or from it on. Each must be
 * survived, or end as documented with one sentence. What is said on standard
 * error is in err.tmp, on standard output in out.tmp.
 */
#ifndef TEXTKIOSK_TESTS_FAIL_ATTEMPT_H
#define TEXTKIOSK_TESTS_FAIL_ATTEMPT_H

#include "base/str.h"

#include <stdbool.h>

#define ATTEMPT_OUT "out.tmp"
#define ATTEMPT_ERR "err.tmp"

/* A program that says nothing for so long is stuck. */
enum { ATTEMPT_SECONDS = 60 };

struct attempt {
	const char *name;
	unsigned step; /* every so many-th request is tried */
	int good;      /* exit code where nothing fails */
	int scarce;    /* exit code of a program without memory */
	/* Runs it once; its exit code, or 128 and the signal that ended it. */
	int (*run)(void *about);
	/*
	 * What is wrong with what an attempt left behind, or NULL. `code` is
	 * as above; `first` is said of the one in which nothing failed.
	 */
	const char *(*judge)(void *about, int code, bool first);
	void *about;
};

/*
 * Makes a new folder under /tmp the current one, or ends the test; the build
 * folder can then be reached as "build", the sources' as "source".
 */
void attempt_begin(void);

/* Takes the folder away and prints the plan of TAP. */
void attempt_end(void);

/* Two tests: of each request failing once, and of all after it too. */
void attempt_all(const struct attempt *attempt);

/* Starts it and waits for its end; `in` is standard input. */
int attempt_start(const char *const argv[], const char *in);

/* The bytes of a small file, or none; valid until the next. */
struct str attempt_file(const char *name);

#endif
