/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terminal as a line: its modes, and what is sent to it. Only here are
 * termios touched. A frame is handed over whole and sent as the terminal
 * takes it; no next frame is made before the last is gone, so a terminal
 * that stops reading neither hangs the program nor sees half a frame.
 */
#ifndef TEXTKIOSK_RUN_OUTPUT_H
#define TEXTKIOSK_RUN_OUTPUT_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Takes the terminal at descriptors 0 and 1: no echo, no signals, no flow
 * control, every byte as it comes. False and errno when it is none.
 */
bool output_take(void);

/*
 * Takes descriptors 0 and 1 for the line dialogue, terminals or not. A
 * terminal goes on to edit lines and to echo them; where `endless`, no key of
 * it is an end of input. Ctrl-C ends a line and is its last byte.
 */
void output_take_lines(bool endless);

/* Forgets what was typed and has not been read. */
void output_forget_typed(void);

/* From now on a crash puts the terminal back with these bytes. */
void output_set_last_words(struct str words);

/* The window, clamped to 1 … 500 columns and 1 … 300 rows. */
void output_size(uint32_t *cols, uint32_t *rows);

/* The descriptors to read from and write to. */
int output_in(void);
int output_out(void);

/* Hands a frame over; the last one must be gone. Bytes are copied. */
void output_send(struct str bytes);

/* Sends what the terminal takes now. False when the terminal is gone. */
bool output_push(void);

/* Whether something is still to be sent. */
bool output_busy(void);

/*
 * Sends what is left and then `bytes`, for at most `ms` in all, and puts the
 * modes back. A terminal that has not taken it by then gets the last words.
 */
void output_give_back(struct str bytes, int ms);

#endif
