/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/facts.h"

#include "book/calendar.h"
#include "book/hours.h"

#include <string.h>

enum { DAYS_SHOWN = 7, DAYS_AHEAD = 60, WEEKDAYS = 7 };

/* Widths under this say the state in its short form (design section 8). */
enum { SHORT_STATE_COLS = 50 };

static int32_t today(const struct making *making)
{
	return (int32_t)(calendar_local(making->window->now) / 1440);
}

/* ------------------------------------------------------------------------
 * Contacts.
 */

static void address(struct making *making, const struct format_datum *datum)
{
	making_add_unit(making, datum->label, SHEET_TEXT);
	lines_add(&making->lines, STR(":"), SHEET_TEXT);
	making_end(making);
	for (uint32_t i = 0; i < datum->values && i < 16; i++) {
		making_add_unit(making, datum->value + i, SHEET_TEXT);
		making_end(making);
	}
}

static void labelled(struct making *making, const struct format_datum *datum)
{
	struct str value = book_unit_text(making->book, datum->value,
					  making->how->language);

	making_add_unit(making, datum->label, SHEET_TEXT);
	lines_add(&making->lines, STR(": "), SHEET_TEXT);
	lines_add_whole(&making->lines, value, SHEET_TEXT);
	making_end(making);
}

void facts_contact(struct making *making, uint32_t contact,
		   enum format_part part)
{
	struct format_contact record = book_contact(making->book, contact);

	for (uint32_t i = 0; i < record.data.count; i++) {
		struct format_datum datum =
			book_datum(making->book, record.data.first + i);

		if (part != FORMAT_PART_ALL && datum.part != part)
			continue;
		if (datum.part == FORMAT_PART_ADR)
			address(making, &datum);
		else
			labelled(making, &datum);
	}
}

/* ------------------------------------------------------------------------
 * Opening hours.
 */

/* Adds what has been written, and empties the buffer. */
static void row(struct making *making, struct buf *text, enum sheet_role role)
{
	lines_add(&making->lines, buf_str(text), role);
	making_end(making);
	buf_clear(text);
}

static void add_range(const struct making *making, struct buf *out,
		      struct str from, struct str to)
{
	words_fill_say(out, making->catalog,
		       making->reader ? WORDS_RANGE_SPOKEN : WORDS_RANGE, from,
		       to, STR(""));
}

static struct str weekday(const struct making *making, unsigned day, bool first)
{
	enum words words = first ? WORDS_MONDAY_FIRST : WORDS_MONDAY;

	return words_say(making->catalog, words + day);
}

/* "Måndag–torsdag", "lördag, söndag": runs of days as ranges. */
static void add_days(const struct making *making, struct buf *out,
		     uint32_t days, bool first)
{
	size_t before = out->bytes;

	for (unsigned from = 0; from < WEEKDAYS; from++) {
		unsigned to = from;

		if (!(days & 1u << from))
			continue;
		while (to + 1 < WEEKDAYS && days & 1u << (to + 1))
			to++;
		if (out->bytes > before)
			buf_add(out, STR(", "));
		if (to == from)
			buf_add(out, weekday(making, from, first));
		else
			add_range(making, out, weekday(making, from, first),
				  weekday(making, to, false));
		first = false;
		from = to;
	}
}

/* The intervals of a range that have these days, at most HOURS_INTERVALS. */
static unsigned intervals_of(const struct making *making,
			     struct format_range range, uint32_t days,
			     struct format_interval found[HOURS_INTERVALS])
{
	unsigned count = 0;

	for (uint32_t i = 0; i < range.count; i++) {
		struct format_interval interval =
			book_interval(making->book, range.first + i);

		if (interval.days == days && count < HOURS_INTERVALS)
			found[count++] = interval;
	}
	return count;
}

/* Whether an earlier interval of the range has the same days. */
static bool told(const struct making *making, struct format_range range,
		 uint32_t upto, uint32_t days)
{
	for (uint32_t i = 0; i < upto; i++)
		if (book_interval(making->book, range.first + i).days == days)
			return true;
	return false;
}

/* "Måndag–torsdag 8–17, fredag 8–16" */
static void week_row(struct making *making, struct format_range range)
{
	struct state_how how = making_words(making);
	struct buf text = { 0 };

	if (range.count > 64)
		range.count = 64;
	for (uint32_t i = 0; i < range.count; i++) {
		struct format_interval found[HOURS_INTERVALS];
		uint32_t days =
			book_interval(making->book, range.first + i).days;
		bool first = text.bytes == 0;

		if (told(making, range, i, days))
			continue;
		if (!first)
			buf_add(&text, STR(", "));
		add_days(making, &text, days, first);
		buf_byte(&text, ' ');
		state_intervals(&text, &how, found,
				intervals_of(making, range, days, found));
	}
	row(making, &text, SHEET_TEXT);
	buf_free(&text);
}

/* "Sommaröppettider vecka 25–32", or the title alone. */
static void season_title(struct making *making,
			 const struct format_season *season)
{
	struct buf from = { 0 }, until = { 0 }, text = { 0 };
	struct str title = book_unit_text(making->book, season->title,
					  making->how->language);

	buf_number(&from, season->from);
	buf_number(&until, season->until);
	if (season->in_weeks)
		words_fill_say(&text, making->catalog,
			       making->reader ? WORDS_SEASON_WEEKS_SPOKEN
					      : WORDS_SEASON_WEEKS,
			       title, buf_str(&from), buf_str(&until));
	else
		buf_add(&text, title);
	row(making, &text, SHEET_HEADING);
	buf_free(&from);
	buf_free(&until);
	buf_free(&text);
}

/* "15 juni–9 augusti 2026": most people do not know the week. */
static void season_dates(struct making *making,
			 const struct format_season *season)
{
	struct state_how how = making_words(making);
	struct buf from = { 0 }, until = { 0 }, text = { 0 };
	int year = calendar_date(today(making)).year;
	struct calendar_date first, last;
	int32_t first_day, last_day;

	if (!hours_season(season, year, &first_day, &last_day))
		return;
	first = calendar_date(first_day);
	last = calendar_date(last_day);
	state_date(&from, &how, first.year == last.year ? 0 : first.year,
		   first.month, first.day);
	state_date(&until, &how, last.year, last.month, last.day);
	add_range(making, &text, buf_str(&from), buf_str(&until));
	row(making, &text, SHEET_TEXT);
	buf_free(&from);
	buf_free(&until);
	buf_free(&text);
}

static void seasons(struct making *making, const struct format_hours *hours)
{
	for (uint32_t i = 0; i < hours->seasons.count; i++) {
		struct format_season season =
			book_season(making->book, hours->seasons.first + i);

		season_title(making, &season);
		season_dates(making, &season);
		week_row(making, season.intervals);
	}
}

static void notes(struct making *making, const struct format_hours *hours)
{
	for (uint32_t i = 0; i < hours->notes.count; i++) {
		uint32_t unit =
			book_block(making->book, hours->notes.first + i).unit;

		making_add_unit(making, unit, SHEET_TEXT);
		making_end(making);
		making_links(making, unit);
	}
}

static void days(struct making *making, uint32_t hours)
{
	struct state_how how = making_words(making);
	struct buf text = { 0 };

	for (int32_t i = 0; i < DAYS_SHOWN; i++) {
		state_day(&text, &how, hours, today(making) + i, today(making));
		row(making, &text, SHEET_TEXT);
	}
	buf_free(&text);
}

/* A day near a holiday matters when there are hours it could shorten. */
static bool worth_naming(const struct making *making, uint32_t hours,
			 int32_t day)
{
	enum calendar_class class_ = calendar_special(day).class_;

	if (class_ == CALENDAR_NEAR)
		return hours_day(making->book, hours, day).intervals > 0;
	return class_ != CALENDAR_PLAIN;
}

/* The coming days that the calendar names, with what is known of them. */
static void holidays(struct making *making, uint32_t hours)
{
	struct state_how how = making_words(making);
	struct buf text = { 0 };

	for (int32_t i = 0; i < DAYS_AHEAD; i++) {
		int32_t day = today(making) + i;

		if (!worth_naming(making, hours, day))
			continue;
		state_day(&text, &how, hours, day, today(making));
		row(making, &text, SHEET_TEXT);
	}
	buf_free(&text);
}

static bool wants(enum format_part asked, enum format_part part)
{
	return asked == FORMAT_PART_ALL || asked == part;
}

void facts_hours(struct making *making, uint32_t hours, enum format_part part)
{
	struct format_hours record = book_hours(making->book, hours);

	/* Days are counted from today, and a season's dates are this year's. */
	making_holds_until(
		making, state_until(making->book, hours, making->window->now));
	if (wants(part, FORMAT_PART_DAYS))
		days(making, hours);
	if (wants(part, FORMAT_PART_WEEK))
		week_row(making, record.week);
	if (wants(part, FORMAT_PART_SEASON))
		seasons(making, &record);
	if (wants(part, FORMAT_PART_HOLIDAYS))
		holidays(making, hours);
	if (wants(part, FORMAT_PART_NOTES))
		notes(making, &record);
}

void facts_state(struct making *making, uint32_t hours)
{
	struct format_hours record = book_hours(making->book, hours);
	struct state_how how = making_words(making);
	bool brief =
		making->lines.tight || making->lines.cols < SHORT_STATE_COLS;
	struct buf text = { 0 };

	making_holds_until(
		making, state_until(making->book, hours, making->window->now));
	if (!brief) {
		making_add_unit(making, record.short_name, SHEET_STRONG);
		lines_add(&making->lines, STR(": "), SHEET_STRONG);
	}
	state_sentence(&text, &how, hours, making->window->now,
		       brief ? STATE_SHORT : STATE_LONG);
	lines_add(&making->lines, buf_str(&text), SHEET_STRONG);
	making_end(making);
	buf_free(&text);
}
