/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The hand that sets the clock of a textkiosk-clock (clock.c), so that no test
 * has to be quicker than a minute that passes.
 */
#ifndef TEXTKIOSK_TESTS_PTY_HAND_H
#define TEXTKIOSK_TESTS_PTY_HAND_H

#include "pty/pty.h"

/* Makes the clock; before the program is started, one at a time a process. */
void hand_open(void);

/* Sets it by so many seconds, and waits until the program shows something. */
void hand_move(struct pty *pty, int64_t seconds);

/* … and waits until the program knows, whether it shows something or not. */
void hand_pass(struct pty *pty, int64_t seconds);

/* Waits until the program shows something by itself. */
void hand_wait(struct pty *pty);

/* The clock is gone. */
void hand_close(void);

#endif
