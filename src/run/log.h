/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A few lines for the operator: that it starts, how it is confined, what
 * happened to the book, how often it began anew, why it ends. Never a word
 * of what a visitor typed or saw, and never to a terminal: that one is a
 * visitor's. Goes to standard error, which a service manager reads, and where
 * that is a terminal (over SSH) to syslog. Where neither is, nothing is kept.
 */
#ifndef TEXTKIOSK_RUN_LOG_H
#define TEXTKIOSK_RUN_LOG_H

#include "base/str.h"

/*
 * Finds out where to; before confinement, which forbids sockets. Without it
 * log_line() says nothing.
 */
void log_open(void);

/*
 * One line, in English: `what`, and behind it `about`, where control bytes
 * become "?". A line that is not taken at once is lost.
 */
void log_line(struct str what, struct str about);

#endif
