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

/*
 * From now on a fault puts the terminal back and ends with 70, but for a file
 * that shrank while it was mapped: that is mended. First thing in main().
 */
void signals_take_faults(void);

/* All others: what is ignored, what ends, what the loop waits for. */
void signals_take(void);

/* What ppoll() is to let through while it waits. */
const sigset_t *signals_while_waiting(void);

/* The name of the signal that ends us, "SIGTERM" or "SIGHUP"; NULL: none. */
const char *signals_ended(void);

/* SIGWINCH has come since the last call. */
bool signals_resized(void);

#endif
