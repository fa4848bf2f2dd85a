/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/loop.h"

#include "base/arena.h"
#include "run/forget.h"
#include "run/log.h"
#include "run/output.h"
#include "run/shelf.h"
#include "run/signals.h"
#include "run/surroundings.h"
#include "sheet/flow.h"
#include "view/frame.h"
#include "view/screen.h"
#include "visit/idle.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { READ_BYTES = 4096, LAST_FRAME_MS = 500, RETRY_MS = 500 };

/* Two arenas in turn: what was shown last is still there to compare with. */
struct turns {
	struct arena *arena[2];
	unsigned now;
};

struct loop {
	struct visit visit;
	const char *language; /* while there was no book; else NULL */
	struct sheet_window window;
	struct keys keys;
	int64_t ahead;
	bool marks;

	struct turns sheets, frames;
	const struct sheet *sheet;
	const struct frame *frame; /* on the screen; NULL: none yet */
	unsigned flows;		   /* since it was shown */
	struct buf bytes;
	int64_t last_key_ms;
	uint64_t consumed; /* bytes of input */
	unsigned long resets;
	bool due;	  /* something may have to be shown */
	bool anew;	  /* the visitor before is to be forgotten */
	const char *over; /* why it ends; NULL: it goes on */
};

static int timer = -1;

bool loop_open(void)
{
	timer = timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
	return timer >= 0;
}

static struct arena *next_turn(struct turns *turns)
{
	turns->now = !turns->now;
	arena_reset(turns->arena[turns->now]);
	return turns->arena[turns->now];
}

static int64_t steady_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t wall(const struct loop *loop)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec + loop->ahead;
}

/* ------------------------------------------------------------------------
 * Flowing and showing.
 */

/* One absolute timer: it wakes at its very second, and when the clock is set.
 */
static void set_timer(struct loop *loop)
{
	struct itimerspec at = { 0 };

	if (loop->sheet->until != INT64_MAX)
		at.it_value.tv_sec = (time_t)(loop->sheet->until - loop->ahead);
	timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &at,
			NULL);
}

static void flow(struct loop *loop)
{
	struct sheet_how how = visit_how(shelf_book(), &loop->visit);

	if (!shelf_usable())
		how.view = SHEET_CALM;
	loop->flows++;
	loop->window.now = wall(loop);
	loop->sheet = flow_sheet(next_turn(&loop->sheets), shelf_book(),
				 &loop->window, &how);
	set_timer(loop);
	loop->due = true;
}

static void add_mark(struct loop *loop)
{
	buf_add(&loop->bytes, STR("\033_textkiosk;"));
	buf_number(&loop->bytes, loop->consumed);
	buf_add(&loop->bytes, STR("\033\\"));
}

/*
 * The frame on the screen, as far as its text can be read: it lives in the
 * sheet before this one, and is gone when there have been two since.
 */
static const struct frame *readable(const struct loop *loop)
{
	return loop->flows < 2 ? loop->frame : NULL;
}

static void show(struct loop *loop)
{
	const struct frame *frame =
		frame_compose(next_turn(&loop->frames), loop->sheet,
			      &loop->window, &loop->visit, loop->frame);

	if (loop->anew)
		screen_forget_scrolled(&loop->bytes);
	screen_show(readable(loop), frame, &loop->bytes);
	loop->frame = frame;
	loop->flows = 0;
	loop->visit.bell = 0;
	loop->due = false;
	/* Inside a sequence nothing has been decided yet. */
	if (loop->marks && keys_wait_ms(&loop->keys, 0) < 0)
		add_mark(loop);
	output_send(buf_str(&loop->bytes));
	buf_clear(&loop->bytes);
}

/* Nothing of a visitor stays but what is on the screen now. */
static void forget(struct loop *loop)
{
	arena_reset(loop->sheets.arena[!loop->sheets.now]);
	arena_reset(loop->frames.arena[!loop->frames.now]);
	screen_forget();
	forget_stack();
	loop->anew = false;
}

/* ------------------------------------------------------------------------
 * Deciding.
 */

/* Its languages are known only now; what was typed meant nothing. */
static void take_first_book(struct loop *loop)
{
	uint32_t language =
		book_find_language(shelf_book(), str_of(loop->language));

	loop->visit.first_language = language == FORMAT_NONE ? 0 : language;
	loop->visit = visit_reset(loop->visit);
	loop->language = NULL;
}

/* Until there is a good one, nothing poorer than a few words is shown. */
static void be_calm(struct loop *loop)
{
	loop->window.edition++;
	flow(loop);
}

static void take_new_book(struct loop *loop)
{
	if (!shelf_take_new()) {
		if (!shelf_usable() && loop->sheet->view != SHEET_CALM)
			be_calm(loop);
		return;
	}
	loop->window.catalogs = surroundings_catalogs(shelf_book());
	loop->visit = visit_settle(shelf_book(), loop->visit);
	loop->window.edition++;
	if (loop->language)
		take_first_book(loop);
	/* The text on the screen may have stood in a book that is gone. */
	loop->flows++;
	flow(loop);
}

/* A catalogue that shrank is whole again: what is shown has poor words. */
static void take_words(struct loop *loop)
{
	loop->window.catalogs = surroundings_catalogs(shelf_book());
	if (surroundings_lost())
		return;
	loop->window.edition++;
	loop->flows++;
	flow(loop);
}

/* Another screen: it is flowed, and start looks for a new book. */
static void turn_page(struct loop *loop)
{
	flow(loop);
	if (loop->sheet->start)
		take_new_book(loop);
}

static void step(struct loop *loop, struct intent intent)
{
	struct visit before = loop->visit;
	uint32_t bell = before.bell;

	loop->visit =
		visit_step(shelf_book(), loop->sheet, loop->visit, intent);
	/* Several keys in one frame ring once. */
	loop->visit.bell |= bell;
	loop->resets += loop->visit.anew;
	loop->anew |= loop->visit.anew;
	if (loop->visit.over)
		loop->over = intent.kind == INTENT_IDLE ? "no key for long"
							: "the visitor quit";
	loop->due = true;
	if (!visit_same_sheet(&before, &loop->visit))
		turn_page(loop);
}

static void key(struct loop *loop, struct intent intent)
{
	loop->last_key_ms = steady_ms();
	step(loop, intent);
}

static void take_bytes(struct loop *loop, const unsigned char *bytes,
		       size_t count)
{
	int64_t now = steady_ms();
	struct intent intent;

	for (size_t i = 0; i < count && !loop->over; i++) {
		loop->consumed++;
		if (keys_byte(&loop->keys, bytes[i], now, &intent))
			key(loop, intent);
	}
	loop->due |= loop->marks;
}

/* All that has come is taken before one repaint. End of input is an end. */
static void take_input(struct loop *loop)
{
	unsigned char bytes[READ_BYTES];
	ssize_t got = read(output_in(), bytes, sizeof bytes);

	if (got > 0)
		take_bytes(loop, bytes, (size_t)got);
	else if (got == 0 || (errno != EAGAIN && errno != EINTR))
		loop->over = "end of input";
	explicit_bzero(bytes, got > 0 ? (size_t)got : 0);
}

static void take_late_keys(struct loop *loop)
{
	struct intent intent;

	if (keys_late(&loop->keys, steady_ms(), &intent))
		key(loop, intent);
	if (keys_wait_ms(&loop->keys, steady_ms()) < 0)
		loop->due |= loop->marks;
}

/* Beyond the clamp a window may change without a change for us. */
static void take_size(struct loop *loop)
{
	uint32_t cols = loop->window.cols, rows = loop->window.rows;

	output_size(&loop->window.cols, &loop->window.rows);
	if (cols == loop->window.cols && rows == loop->window.rows)
		return;
	screen_resize(loop->window.cols, loop->window.rows);
	step(loop, (struct intent){ .kind = INTENT_LOOK });
	flow(loop);
}

static void take_time(struct loop *loop)
{
	uint64_t expired;
	ssize_t got = read(timer, &expired, sizeof expired);

	/* ECANCELED: the clock was set; what was said may be false now. */
	if (got > 0 || errno == ECANCELED)
		flow(loop);
}

/* ------------------------------------------------------------------------
 * Idle.
 */

static int64_t idle_left_ms(const struct loop *loop)
{
	uint32_t seconds = idle_next_seconds(loop->sheet, &loop->visit);
	int64_t left;

	if (!seconds)
		return -1;
	left = loop->last_key_ms + (int64_t)seconds * 1000 - steady_ms();
	return left > 0 ? left : 0;
}

static void take_idle(struct loop *loop)
{
	int64_t idle_ms = steady_ms() - loop->last_key_ms;

	if (idle_left_ms(loop) == 0)
		step(loop,
		     (struct intent){ .kind = INTENT_IDLE,
				      .number = (uint32_t)(idle_ms / 1000) });
}

/* ------------------------------------------------------------------------
 * Waiting.
 */

static int64_t sooner(int64_t a, int64_t b)
{
	if (a < 0)
		return b;
	return b < 0 || a < b ? a : b;
}

enum { TERMINAL_IN, TERMINAL_OUT, TIMER, WATCH, SOURCES };

/* A book may come in a folder that was not there to be watched. */
static int64_t retry_ms(void)
{
	return shelf_usable() ? -1 : RETRY_MS;
}

/* False when nothing came: a time-out or a signal. */
static bool wait(struct loop *loop, struct pollfd sources[SOURCES])
{
	int64_t ms = sooner(keys_wait_ms(&loop->keys, steady_ms()),
			    sooner(idle_left_ms(loop), retry_ms()));
	struct timespec time = { ms / 1000, ms % 1000 * 1000000 };

	sources[TERMINAL_IN] = (struct pollfd){ output_in(), POLLIN, 0 };
	sources[TERMINAL_OUT] =
		(struct pollfd){ output_busy() ? output_out() : -1, POLLOUT,
				 0 };
	sources[TIMER] = (struct pollfd){ timer, POLLIN, 0 };
	sources[WATCH] = (struct pollfd){ shelf_watch(), POLLIN, 0 };
	return ppoll(sources, SOURCES, ms < 0 ? NULL : &time,
		     signals_while_waiting()) > 0;
}

static void turn(struct loop *loop)
{
	struct pollfd sources[SOURCES];
	bool came = wait(loop, sources);

	if (signals_ended())
		loop->over = signals_ended();
	if (signals_resized())
		take_size(loop);
	if (came && sources[TIMER].revents)
		take_time(loop);
	if (!shelf_usable() || (came && sources[WATCH].revents))
		take_new_book(loop);
	if (came && sources[TERMINAL_IN].revents)
		take_input(loop);
	else
		take_late_keys(loop);
	take_idle(loop);
	/* It was lost while it was read: what is shown would stay poor. */
	if (!shelf_usable())
		take_new_book(loop);
	if (surroundings_lost())
		take_words(loop);
	if (!output_push())
		loop->over = "the terminal is gone";
	if (loop->due && !output_busy() && !loop->over) {
		show(loop);
		if (loop->anew)
			forget(loop);
		output_push();
	}
}

static void begin(struct loop *loop)
{
	for (unsigned i = 0; i < 2; i++) {
		loop->sheets.arena[i] = arena_new();
		loop->frames.arena[i] = arena_new();
	}
	loop->last_key_ms = steady_ms();
	output_size(&loop->window.cols, &loop->window.rows);
	flow(loop);
	show(loop);
	output_push();
}

static void log_end(const struct loop *loop)
{
	struct buf line = { 0 };

	buf_add(&line, str_of(loop->over));
	buf_add(&line, STR("; began anew "));
	buf_number(&line, loop->resets);
	buf_add(&line, STR(" times"));
	log_line(STR("end: "), buf_str(&line));
	buf_free(&line);
}

static void finish(struct loop *loop)
{
	struct buf bytes = { 0 };

	log_end(loop);
	screen_close(&bytes);
	output_give_back(buf_str(&bytes), LAST_FRAME_MS);
	buf_free(&bytes);
	buf_free(&loop->bytes);
	for (unsigned i = 0; i < 2; i++) {
		arena_drop(loop->sheets.arena[i]);
		arena_drop(loop->frames.arena[i]);
	}
	close(timer);
}

void loop_run(const struct loop_how *how)
{
	struct loop loop = { .visit = how->visit,
			     .language = shelf_usable() ? NULL : how->language,
			     .window = how->window,
			     .keys = how->keys,
			     .ahead = how->ahead,
			     .marks = how->marks };

	buf_add(&loop.bytes, how->first);
	begin(&loop);
	while (!loop.over)
		turn(&loop);
	finish(&loop);
}
