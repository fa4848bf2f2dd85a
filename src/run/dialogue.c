/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/dialogue.h"

#include "run/forget.h"
#include "run/output.h"
#include "run/shelf.h"
#include "run/signals.h"
#include "run/surroundings.h"
#include "text/chars.h"
#include "view/line.h"
#include "visit/idle.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Of a longer line the rest is not heard. */
enum { READ_BYTES = 4096, LINE_BYTES = 1024, LAST_ANSWER_MS = 500 };

/* Ends a session from any terminal: run/output makes it the end of a line. */
enum { CTRL_C = 3 };

struct dialogue {
	struct line line;
	struct sheet_window window;
	int64_t ahead;
	bool utf8;
	bool terminal; /* whoever types sees it, and ends the line */

	struct buf typed;  /* of the line that has no end yet */
	struct buf said;   /* in answer to it */
	struct buf answer; /* to be sent */
	int64_t last_entry_ms;
	bool over;
};

static int64_t ms_of(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A page is of the book, the width and the minute at which it is asked for. */
static void look(struct dialogue *dialogue)
{
	output_size(&dialogue->window.cols, &dialogue->window.rows);
	dialogue->window.now = ms_of(CLOCK_REALTIME) / 1000 + dialogue->ahead;
}

static void look_again(struct dialogue *dialogue)
{
	shelf_take_new();
	dialogue->window.catalogs = surroundings_catalogs(shelf_book());
	look(dialogue);
	line_look(&dialogue->line, shelf_book(), &dialogue->window);
}

/* ------------------------------------------------------------------------
 * Lines.
 */

/*
 * A kiosk that begins anew shows nothing of the visitor before: no escape
 * byte is sent that could clear the window, so the lines are moved out of it.
 */
static void leave_window(struct dialogue *dialogue)
{
	for (uint32_t row = 0; row < dialogue->window.rows; row++)
		buf_byte(&dialogue->answer, '\n');
}

static void answer(struct dialogue *dialogue)
{
	if (dialogue->line.visit.anew && dialogue->terminal)
		leave_window(dialogue);
	buf_add(&dialogue->answer, buf_str(&dialogue->said));
	buf_clear(&dialogue->said);
	dialogue->over |= dialogue->line.visit.over;
}

static void take_line(struct dialogue *dialogue)
{
	/* A pipe echoes nothing, so the prompt's line is still to be ended. */
	if (!dialogue->terminal)
		buf_byte(&dialogue->answer, '\n');
	dialogue->last_entry_ms = ms_of(CLOCK_MONOTONIC);
	look_again(dialogue);
	line_enter(&dialogue->line, buf_str(&dialogue->typed), &dialogue->said);
	buf_clear(&dialogue->typed);
	answer(dialogue);
}

/* The prompt's line is ended, for whatever the terminal shows next. */
static void leave(struct dialogue *dialogue)
{
	buf_byte(&dialogue->answer, '\n');
	dialogue->over = true;
}

static void take_byte(struct dialogue *dialogue, unsigned char byte)
{
	if (byte == CTRL_C && !dialogue->line.visit.kiosk)
		leave(dialogue);
	else if (byte == '\n')
		take_line(dialogue);
	else if (byte == '\r' || dialogue->typed.bytes >= LINE_BYTES)
		return;
	else if (dialogue->utf8)
		buf_byte(&dialogue->typed, (char)byte);
	else
		chars_add(&dialogue->typed, byte);
}

/* A last line without an end is a line. */
static void take_end(struct dialogue *dialogue)
{
	if (dialogue->typed.bytes)
		take_line(dialogue);
	leave(dialogue);
}

static void take_input(struct dialogue *dialogue)
{
	unsigned char bytes[READ_BYTES];
	ssize_t got = read(output_in(), bytes, sizeof bytes);

	for (ssize_t i = 0; i < got && !dialogue->over; i++)
		take_byte(dialogue, bytes[i]);
	if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
		take_end(dialogue);
	explicit_bzero(bytes, got > 0 ? (size_t)got : 0);
}

/* ------------------------------------------------------------------------
 * Waiting.
 */

static int64_t idle_ms(const struct dialogue *dialogue)
{
	return ms_of(CLOCK_MONOTONIC) - dialogue->last_entry_ms;
}

/* Until somebody is to be asked; -1: never. */
static int64_t left_ms(const struct dialogue *dialogue)
{
	int64_t seconds =
		idle_next_seconds(dialogue->line.sheet, &dialogue->line.visit);
	int64_t left = seconds * 1000 - idle_ms(dialogue);

	if (!seconds)
		return -1;
	return left > 0 ? left : 0;
}

/* What the last visitor has left half typed is nobody's. */
static void take_idle(struct dialogue *dialogue)
{
	if (left_ms(dialogue) != 0)
		return;
	look_again(dialogue);
	line_idle(&dialogue->line, (uint32_t)(idle_ms(dialogue) / 1000),
		  &dialogue->said);
	if (dialogue->line.visit.message == VISIT_SILENT) {
		buf_clear(&dialogue->typed);
		output_forget_typed();
	}
	answer(dialogue);
}

/* An answer is sent whole before the next line is read. */
static void turn(struct dialogue *dialogue)
{
	int64_t ms = left_ms(dialogue);
	struct timespec time = { ms / 1000, ms % 1000 * 1000000 };
	bool busy = output_busy();
	struct pollfd source = { busy ? output_out() : output_in(),
				 busy ? POLLOUT : POLLIN, 0 };
	bool came = ppoll(&source, 1, ms < 0 || busy ? NULL : &time,
			  signals_while_waiting()) > 0;

	if (signals_ended())
		dialogue->over = true;
	else if (came && !busy)
		take_input(dialogue);
	else if (!busy)
		take_idle(dialogue);
	if (!output_busy()) {
		output_send(buf_str(&dialogue->answer));
		buf_clear(&dialogue->answer);
	}
	if (dialogue->line.visit.anew)
		forget_stack();
	if (!output_push())
		dialogue->over = true;
}

void dialogue_run(const struct dialogue_how *how)
{
	struct dialogue dialogue = { .window = how->window,
				     .ahead = how->ahead,
				     .utf8 = how->utf8 };

	dialogue.terminal = isatty(output_in());
	dialogue.last_entry_ms = ms_of(CLOCK_MONOTONIC);
	look(&dialogue);
	line_begin(&dialogue.line, shelf_book(), &dialogue.window, &how->visit,
		   &dialogue.answer);
	output_send(buf_str(&dialogue.answer));
	buf_clear(&dialogue.answer);
	output_push();
	while (!dialogue.over)
		turn(&dialogue);
	output_give_back(buf_str(&dialogue.answer), LAST_ANSWER_MS);
	line_end(&dialogue.line);
	buf_free(&dialogue.typed);
	buf_free(&dialogue.said);
	buf_free(&dialogue.answer);
}
