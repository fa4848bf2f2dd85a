/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window that changes its size under a reader: on every screen, in both
 * languages, whichever row has the focus and from every size to every other,
 * the place is kept, and a screen reader has one thing to say, that row.
 *
 * So the whole screen is painted, the row stands in it once and is sent once,
 * and the cursor, in another row than before (design section 7, rule 3), goes
 * there last.
 */
#include "base/arena.h"
#include "real.h"
#include "sheet/flow.h"
#include "text/chars.h"
#include "view/frame.h"
#include "view/screen.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <vterm.h>

enum { MOST_PAGES = 64, LETTER_ROWS = 8, MOST_SCENES = 2 * (MOST_PAGES + 9) };

/* Columns by which a row of a list is indented, at most. */
enum { INDENT = 2 };

static const struct {
	uint32_t cols, rows;
} sizes[] = {
	{ 80, 24 }, { 20, 6 },	 { 40, 12 },   { 64, 24 },  { 38, 9 },
	{ 80, 25 }, { 132, 43 }, { 500, 300 }, { 21, 100 },
};

enum { SIZES = sizeof sizes / sizeof *sizes };

/* A screen as it is flowed for each of the sizes. */
struct scene {
	struct visit visit;
	const struct sheet *sheets[SIZES];
};

static const struct book *book;
static struct sheet_window windows[SIZES];
static struct scene scenes[MOST_SCENES];
static unsigned scene_count;
static struct arena *kept, *scratch;
static unsigned wrong, resizes, shown;

static void complain(const char *what, const struct scene *scene, unsigned from,
		     unsigned to)
{
	if (wrong++ < 20)
		printf("# %s: %s, view %u, language %u, %ux%u to %ux%u\n", what,
		       scene->visit.at.page, scene->visit.at.view,
		       scene->visit.language, sizes[from].cols,
		       sizes[from].rows, sizes[to].cols, sizes[to].rows);
}

/* ------------------------------------------------------------------------
 * Every screen.
 */

static void add_scene(struct visit visit)
{
	struct scene *scene = &scenes[scene_count++];

	scene->visit = visit;
	for (unsigned i = 0; i < SIZES; i++) {
		struct sheet_how how = visit_how(book, &scene->visit);

		scene->sheets[i] = flow_sheet(kept, book, &windows[i], &how);
	}
}

/* Pages, and the words of the look-up. */
static void make_scenes(uint32_t language)
{
	struct visit visit = visit_new(true, language, SHEET_READER);

	for (uint32_t i = 0; i < book_count(book, FORMAT_PAGE); i++) {
		struct str id = book_text(book, book_page(book, i).id);

		memset(visit.at.page, 0, sizeof visit.at.page);
		memcpy(visit.at.page, id.at, id.bytes);
		add_scene(visit);
	}
	visit.at.view = SHEET_LETTERS;
	for (uint32_t i = 0; i < LETTER_ROWS; i++) {
		visit.at.letters = i;
		add_scene(visit);
	}
	visit.at.view = SHEET_HITS;
	visit.at.letters = 0;
	memcpy(visit.query, "kom", 3);
	visit.query_bytes = 3;
	add_scene(visit);
}

/* ------------------------------------------------------------------------
 * A terminal that knows where its cursor has been.
 */

static struct {
	VTerm *vterm;
	VTermScreen *screen;
	struct buf bytes; /* of the last frame */
	int row;	  /* to be entered … */
	unsigned entered; /* … so often */
} terminal;

static int on_cursor(VTermPos now, VTermPos before, int visible, void *user)
{
	(void)visible;
	(void)user;
	if (now.row == terminal.row && before.row != now.row)
		terminal.entered++;
	return 1;
}

static bool begin_terminal(void)
{
	static const VTermScreenCallbacks callbacks = { .movecursor =
								on_cursor };

	setlocale(LC_CTYPE, "C.UTF-8");
	terminal.vterm = vterm_new((int)sizes[0].rows, (int)sizes[0].cols);
	vterm_set_utf8(terminal.vterm, 1);
	terminal.screen = vterm_obtain_screen(terminal.vterm);
	vterm_screen_set_callbacks(terminal.screen, &callbacks, NULL);
	vterm_screen_reset(terminal.screen, 1);
	return screen_open("linux", sizes[0].cols, sizes[0].rows,
			   &terminal.bytes) == SCREEN_GOOD;
}

static void set_size(unsigned size)
{
	vterm_set_size(terminal.vterm, (int)sizes[size].rows,
		       (int)sizes[size].cols);
	screen_resize(sizes[size].cols, sizes[size].rows);
}

static void show(const struct frame *before, const struct frame *frame)
{
	buf_clear(&terminal.bytes);
	screen_show(before, frame, &terminal.bytes);
	terminal.row = (int)frame->cursor_row;
	terminal.entered = 0;
	vterm_input_write(terminal.vterm, terminal.bytes.at,
			  terminal.bytes.bytes);
}

/* ------------------------------------------------------------------------
 * What is to be said.
 */

/* A row without the blanks at both ends, over which the cursor may jump. */
static struct str row_text(const struct frame *frame, uint32_t row,
			   struct buf *out)
{
	struct str text;

	buf_clear(out);
	frame_row_text(&frame->row[row], out);
	text = buf_str(out);
	while (text.bytes && text.at[0] == ' ')
		text = str_from(text, 1);
	while (text.bytes && text.at[text.bytes - 1] == ' ')
		text.bytes--;
	return text;
}

static unsigned times(struct str text, struct str part)
{
	unsigned count = 0;

	for (size_t i = 0; i + part.bytes <= text.bytes; i++)
		count += memcmp(text.at + i, part.at, part.bytes) == 0;
	return count;
}

/* Bytes of the control sequence, control character or letter at the start. */
static size_t piece(struct str text)
{
	size_t bytes = 2;

	if (text.at[0] != '\033' || text.bytes < 3 || text.at[1] != '[')
		return 1;
	while (bytes + 1 < text.bytes && text.at[bytes] < '@')
		bytes++;
	return bytes + 1;
}

/* What was sent, a newline instead of all that moves the cursor. */
static struct str sent_words(struct buf *out)
{
	struct str rest = buf_str(&terminal.bytes);

	while (rest.bytes) {
		bool control = (unsigned char)rest.at[0] < ' ';

		buf_byte(out, control ? '\n' : rest.at[0]);
		rest = str_from(rest, piece(rest));
	}
	return buf_str(out);
}

/* As often as it is in the frame: it may be part of another row. */
static bool sent_once(const struct frame *frame)
{
	struct buf wanted = { 0 }, other = { 0 }, words = { 0 };
	struct str row = row_text(frame, frame->cursor_row, &wanted);
	unsigned in_frame = 0, sent;

	for (uint32_t i = 0; i < frame->rows; i++)
		in_frame += times(row_text(frame, i, &other), row);
	sent = times(sent_words(&words), row);
	buf_free(&words);
	buf_free(&wanted);
	buf_free(&other);
	return row.bytes && sent == in_frame;
}

/* Painted row after row, and then the cursor is put there. */
static bool cursor_comes_once(const struct frame *frame)
{
	VTermPos cursor;

	vterm_state_get_cursorpos(vterm_obtain_state(terminal.vterm), &cursor);
	return terminal.entered <= 2 && cursor.row == (int)frame->cursor_row &&
	       cursor.col == (int)frame->cursor_col;
}

/*
 * Whether the word with which the row began stands in the row now. In windows
 * of few columns a word may be cut.
 */
static bool has_first_word(const struct frame *before,
			   const struct frame *frame)
{
	struct buf old = { 0 }, now = { 0 };
	struct str word = row_text(before, before->cursor_row, &old);
	const char *end = memchr(word.at, ' ', word.bytes);
	bool has;

	word = str_first(word, end ? (size_t)(end - word.at) : word.bytes);
	has = times(row_text(frame, frame->cursor_row, &now), word) ||
	      before->cols < SHEET_READER_COLS ||
	      chars_cols(word) + INDENT > frame->cols;
	buf_free(&old);
	buf_free(&now);
	return has;
}

/* ------------------------------------------------------------------------
 * From one size to another.
 */

static const struct frame *compose(const struct scene *scene, unsigned size,
				   struct sheet_place place,
				   const struct frame *before)
{
	struct visit visit = scene->visit;

	visit.at.place = place;
	visit = visit_step(book, scene->sheets[size], visit,
			   (struct intent){ .kind = INTENT_LOOK });
	return frame_compose(scratch, scene->sheets[size], &windows[size],
			     &visit, before);
}

static const struct frame *resize(const struct scene *scene,
				  const struct frame *before, unsigned from,
				  unsigned to)
{
	const struct frame *frame =
		compose(scene, to, before->visit.at.place, before);

	resizes++;
	if (frame->paint != FRAME_ALL)
		complain("not painted whole", scene, from, to);
	if (frame->cursor_row == before->cursor_row)
		complain("the cursor stays in its row", scene, from, to);
	if (frame->cursor_col)
		complain("the cursor is not in the first cell", scene, from,
			 to);
	return frame;
}

static void check_shown(const struct scene *scene, const struct frame *before,
			const struct frame *frame, unsigned from, unsigned to)
{
	shown++;
	set_size(from);
	show(NULL, before);
	set_size(to);
	show(before, frame);
	if (!sent_once(frame))
		complain("the row is not sent once", scene, from, to);
	if (!cursor_comes_once(frame))
		complain("the cursor does not come once", scene, from, to);
}

/* There and back. A terminal shows a quarter of it, to the next size. */
static void check(const struct scene *scene, uint32_t row, unsigned from,
		  unsigned to)
{
	struct sheet_place place = scene->sheets[from]->rows[row].place;
	const struct frame *before, *frame, *after;

	arena_reset(scratch);
	before = compose(scene, from, place, NULL);
	frame = resize(scene, before, from, to);
	if (!has_first_word(before, frame))
		complain("other words have the focus", scene, from, to);
	after = resize(scene, frame, to, from);
	if (after->cursor_row - after->lower != before->cursor_row)
		complain("back it is another row", scene, from, to);
	if (to == (from + 1) % SIZES && row % 4 == from % 4)
		check_shown(scene, before, frame, from, to);
}

static void check_scene(const struct scene *scene)
{
	for (unsigned from = 0; from < SIZES; from++)
		for (uint32_t row = 0; row < scene->sheets[from]->row_count;
		     row++) {
			if (!sheet_holds(scene->sheets[from], row))
				continue;
			for (unsigned to = 0; to < SIZES; to++)
				if (to != from)
					check(scene, row, from, to);
		}
}

int main(void)
{
	book = real_book();
	kept = arena_new();
	scratch = arena_new();
	for (unsigned i = 0; i < SIZES; i++) {
		windows[i] = real_window(sizes[i].cols, sizes[i].rows);
		windows[i].kiosk = true;
	}
	if (!begin_terminal()) {
		puts("1..0 # SKIP the terminal linux is unknown here");
		return 0;
	}
	for (uint32_t language = 0; language < 2; language++)
		make_scenes(language);
	for (unsigned i = 0; i < scene_count; i++)
		check_scene(&scenes[i]);
	printf("%s 1 - %u screens, %u resizes, %u of them shown\n1..1\n",
	       wrong ? "not ok" : "ok", scene_count, resizes, shown);
	vterm_free(terminal.vterm);
	buf_free(&terminal.bytes);
	arena_drop(kept);
	arena_drop(scratch);
	return 0;
}
