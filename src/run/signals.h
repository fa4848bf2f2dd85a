/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Signals: blocked but while the loop waits, so that nothing is interrupted
 * half done. Most do nothing at all: a kiosk has no job control. A signal that
 * says the program is broken puts the terminal back and ends it with 70.
 */
#ifndef TEXTKIOSK_RUN_SIGNALS_H
#define TEXTKIOSK_RUN_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* Sets all handlers and blocks what the loop waits for. Once, at start. */
void signals_take(void);

/* What ppoll() is to let through while it waits. */
const sigset_t *signals_while_waiting(void);

/* SIGTERM or SIGHUP has come. */
bool signals_ended(void);

/* SIGWINCH has come since the last call. */
bool signals_resized(void);

#endif
