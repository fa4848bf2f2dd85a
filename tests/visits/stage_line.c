/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line dialogue without a terminal: the rows are the last answer's. */
#include "book/calendar.h"
#include "real.h"
#include "view/line.h"
#include "visits/stage.h"

static const struct book *book;
static struct line line;
static struct buf answer;

void stage_begin(const struct stage_how *how)
{
	struct sheet_window window = real_window(how->cols, how->rows);
	struct visit visit = visit_new(how->kiosk, how->english, SHEET_READER);

	book = real_book_named(how->book);
	calendar_read(str_of(how->now), &window.now);
	window.kiosk = how->kiosk;
	buf_clear(&answer);
	line_begin(&line, book, &window, &visit, &answer);
}

void stage_type(struct str bytes)
{
	buf_clear(&answer);
	line_enter(&line, bytes, &answer);
}

void stage_resize(unsigned cols, unsigned rows)
{
	struct sheet_window window = real_window(cols, rows);

	line_look(&line, book, &window);
}

/* Nothing is said while no line is entered. */
void stage_at(const char *time)
{
	(void)time;
}

void stage_row(unsigned row, struct buf *out)
{
	struct str rest = buf_str(&answer);

	for (; rest.bytes && row; rest = str_from(rest, 1))
		row -= rest.at[0] == '\n';
	for (; rest.bytes && rest.at[0] != '\n'; rest = str_from(rest, 1))
		buf_byte(out, rest.at[0]);
}

/* It stands behind the prompt, on the last line. */
void stage_cursor(unsigned *row, unsigned *col)
{
	*row = *col = 0;
	for (size_t i = 0; i < answer.bytes; i++)
		*row += answer.at[i] == '\n';
}

unsigned stage_bells(void)
{
	unsigned bells = 0;

	for (size_t i = 0; i < answer.bytes; i++)
		bells += answer.at[i] == '\a';
	return bells;
}

bool stage_over(void)
{
	return line.visit.over;
}

void stage_end(void)
{
	line_end(&line);
	buf_free(&answer);
}
