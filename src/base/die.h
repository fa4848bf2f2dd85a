/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Last words. When the program itself is wrong, or memory is out, nothing can
 * be repaired: the terminal is put back, one line goes to standard error, and
 * the process ends. The service manager starts the kiosk again.
 *
 * A visitor's screen never carries program text, so die() runs the restore
 * hook first and writes only where standard error is no terminal.
 */
#ifndef TEXTKIOSK_BASE_DIE_H
#define TEXTKIOSK_BASE_DIE_H

#include <stdbool.h>

/* What puts the terminal back; must be safe in a signal handler. */
typedef void die_restore(void);

/*
 * For a program that has no visitors: its name, and its one exit code for all
 * of this. Its words are for whoever sits at the terminal, too.
 */
void die_set_program(const char *name, int code);

/* Registers the hook that die() runs first; NULL takes it away. */
void die_set_restore(die_restore *hook);

/* Runs the hook, if any. For handlers of fatal signals. Safe in a handler. */
void die_run_restore(void);

/*
 * Ends the process with exit code 70 (EX_SOFTWARE of sysexits(3)).
 * `why` is a short English clause for the operator.
 */
_Noreturn void die(const char *why);

/* As die(), with 71 (EX_OSERR): out of memory. Nothing is allocated. */
_Noreturn void die_out_of_memory(void);

/* Behind die_unless(): says where the broken promise stands. */
_Noreturn void die_at(const char *file, int line, const char *promise);

/*
 * While on, exit(3) is called only by a library that finds no memory, with a
 * code of its own, as ncurses and libgettextpo do. It has said so; the hook
 * is run and the process ends as by die_out_of_memory().
 */
void die_guard(bool on);

/* A promise of our own code; checked in every build. */
#define die_unless(promise)                                                    \
	((promise) ? (void)0 : die_at(__FILE__, __LINE__, #promise))

#endif
