/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/timetable.h"

#include "sheet/state.h"

enum { DAYS_SHOWN = 7, DAYS_AHEAD = 60, WEEKDAYS = 7 };

/* An hours table on its way to rows. */
struct table {
	struct making *making;
	uint32_t index; /* in the book */
	struct format_hours record;
	struct dates_how how;
	int32_t today;
	bool known; /* the kiosk knows that it is today */
};

/* Adds what has been written, and empties the buffer. */
static void row(const struct table *table, struct buf *text,
		enum sheet_role role)
{
	lines_add(&table->making->lines, buf_str(text), role);
	making_end(table->making);
	buf_clear(text);
}

static struct str words(const struct dates_how *how, enum words id)
{
	return words_say(how->catalog, id);
}

static void fill(struct buf *out, const struct dates_how *how, enum words id,
		 struct str one, struct str two)
{
	words_fill_say(out, how->catalog, id, one, two, STR(""));
}

/* ------------------------------------------------------------------------
 * Days in a list.
 */

static bool near_day(const struct hours_day *plan)
{
	return plan->special.class_ == CALENDAR_NEAR;
}

/* What is known of a day. */
static void add_plan(struct buf *out, const struct dates_how *how,
		     const struct hours_day *plan)
{
	bool closed = plan->intervals == 0 || plan->policy == FORMAT_CLOSED;
	/* A closed Saturday is closed because it is one, whatever is near. */
	bool named =
		plan->intervals || plan->date != FORMAT_NONE || !near_day(plan);
	struct str name = named ? dates_reason(how, plan) : STR("");
	struct buf times = { 0 };

	dates_intervals(&times, how, plan->interval, plan->intervals);
	if (closed && name.bytes)
		fill(out, how, WORDS_LINE_CLOSED_NAME, name, STR(""));
	else if (closed)
		buf_add(out, words(how, WORDS_LINE_CLOSED));
	else if (plan->limited)
		fill(out, how,
		     near_day(plan) ? WORDS_LINE_NEAR : WORDS_LINE_HOLIDAY,
		     near_day(plan) ? buf_str(&times) : name, name);
	else if (plan->date != FORMAT_NONE && name.bytes)
		fill(out, how, WORDS_LINE_OPEN_NAME, buf_str(&times), name);
	else
		buf_add(out, buf_str(&times));
	buf_free(&times);
}

void timetable_day(struct buf *out, const struct dates_how *how, uint32_t hours,
		   int32_t day, int32_t today)
{
	struct hours_day plan = hours_day(how->book, hours, day);
	struct buf date = { 0 }, known = { 0 };
	bool named = day - today <= 1;

	dates_weekday_date(&date, how, day, !named);
	add_plan(&known, how, &plan);
	fill(out, how,
	     day == today ? WORDS_LINE_TODAY
	     : named	  ? WORDS_LINE_TOMORROW
			  : WORDS_LINE_DAY,
	     buf_str(&date), buf_str(&known));
	buf_free(&date);
	buf_free(&known);
}

static void day_row(const struct table *table, int32_t day)
{
	struct buf text = { 0 };

	timetable_day(&text, &table->how, table->index, day, table->today);
	row(table, &text, SHEET_TEXT);
	buf_free(&text);
}

/* When it is not known what day it is, the state beside the days says so. */
static void days(const struct table *table)
{
	for (int32_t i = 0; table->known && i < DAYS_SHOWN; i++)
		day_row(table, table->today + i);
}

/* ------------------------------------------------------------------------
 * The week.
 */

/* "Måndag–torsdag", "lördag, söndag": runs of days as ranges. */
static void add_days(struct buf *out, const struct dates_how *how,
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
			buf_add(out, dates_weekday(how, from, first));
		else
			dates_range(out, how, dates_weekday(how, from, first),
				    dates_weekday(how, to, false));
		first = false;
		from = to;
	}
}

/* The intervals of a range that have these days, at most HOURS_INTERVALS. */
static unsigned intervals_of(const struct book *book, struct format_range range,
			     uint32_t days,
			     struct format_interval found[HOURS_INTERVALS])
{
	unsigned count = 0;

	for (uint32_t i = 0; i < range.count; i++) {
		struct format_interval interval =
			book_interval(book, range.first + i);

		if (interval.days == days && count < HOURS_INTERVALS)
			found[count++] = interval;
	}
	return count;
}

/* Whether an earlier interval of the range has the same days. */
static bool told(const struct book *book, struct format_range range,
		 uint32_t upto, uint32_t days)
{
	for (uint32_t i = 0; i < upto; i++)
		if (book_interval(book, range.first + i).days == days)
			return true;
	return false;
}

/* "Måndag–torsdag 8–17, fredag 8–16" */
static void week_row(const struct table *table, struct format_range range)
{
	const struct book *book = table->how.book;
	struct buf text = { 0 };

	if (range.count > 64)
		range.count = 64;
	for (uint32_t i = 0; i < range.count; i++) {
		struct format_interval found[HOURS_INTERVALS];
		uint32_t days = book_interval(book, range.first + i).days;
		bool first = text.bytes == 0;

		if (told(book, range, i, days))
			continue;
		if (!first)
			buf_add(&text, STR(", "));
		add_days(&text, &table->how, days, first);
		buf_byte(&text, ' ');
		dates_intervals(&text, &table->how, found,
				intervals_of(book, range, days, found));
	}
	row(table, &text, SHEET_TEXT);
	buf_free(&text);
}

/* ------------------------------------------------------------------------
 * Seasons.
 */

/* "Sommaröppettider vecka 25–32", or the title alone. */
static void season_title(const struct table *table,
			 const struct format_season *season)
{
	struct buf from = { 0 }, until = { 0 }, text = { 0 };
	struct str title = book_unit_text(table->how.book, season->title,
					  table->how.language);

	buf_number(&from, season->from);
	buf_number(&until, season->until);
	if (season->in_weeks)
		words_fill_say(&text, table->how.catalog, WORDS_SEASON_WEEKS,
			       title, buf_str(&from), buf_str(&until));
	else
		buf_add(&text, title);
	row(table, &text, SHEET_HEADING);
	buf_free(&from);
	buf_free(&until);
	buf_free(&text);
}

/* This year's, unless the last one goes on over New Year. */
static bool season_now(const struct format_season *season, int32_t today,
		       int32_t *first, int32_t *last)
{
	int year = calendar_date(today).year;

	if (hours_season(season, year - 1, first, last) && today <= *last)
		return true;
	return hours_season(season, year, first, last);
}

/* "15 juni–9 augusti 2026": most people do not know the week. */
static void season_dates(const struct table *table,
			 const struct format_season *season)
{
	const struct dates_how *how = &table->how;
	struct buf from = { 0 }, until = { 0 }, text = { 0 };
	struct calendar_date first, last;
	int32_t first_day, last_day;

	if (!table->known ||
	    !season_now(season, table->today, &first_day, &last_day))
		return;
	first = calendar_date(first_day);
	last = calendar_date(last_day);
	dates_date(&from, how, first.year == last.year ? 0 : first.year,
		   first.month, first.day);
	dates_date(&until, how, last.year, last.month, last.day);
	dates_range(&text, how, buf_str(&from), buf_str(&until));
	row(table, &text, SHEET_TEXT);
	buf_free(&from);
	buf_free(&until);
	buf_free(&text);
}

static void seasons(const struct table *table)
{
	for (uint32_t i = 0; i < table->record.seasons.count; i++) {
		struct format_season season = book_season(
			table->how.book, table->record.seasons.first + i);

		season_title(table, &season);
		season_dates(table, &season);
		week_row(table, season.intervals);
	}
}

/* ------------------------------------------------------------------------
 * Days about holidays.
 */

/* A class of days: what it is called, and the names of its days in a row. */
struct class_words {
	enum words title, first_name, last_name;
	enum words uncertain; /* what to expect when nothing has been said */
};

static const struct class_words classes[] = {
	[CALENDAR_HOLIDAY] = { WORDS_HOLIDAYS, WORDS_NEW_YEARS_DAY,
			       WORDS_BOXING_DAY, WORDS_EXPECT_CLOSED },
	[CALENDAR_EVE] = { WORDS_EVES, WORDS_MIDSUMMER_EVE, WORDS_NEW_YEARS_EVE,
			   WORDS_EXPECT_CLOSED },
	[CALENDAR_NEAR] = { WORDS_NEAR_DAYS, WORDS_MAUNDY_THURSDAY,
			    WORDS_DAYS_BETWEEN, WORDS_CALL_FIRST },
};

static enum words treatment(const struct class_words *class_,
			    enum format_policy policy)
{
	if (policy == FORMAT_UNCERTAIN)
		return class_->uncertain;
	return policy == FORMAT_CLOSED ? WORDS_LINE_CLOSED : WORDS_USUAL_HOURS;
}

/* "julafton, nyårsafton och …" */
static void add_names(struct buf *out, const struct dates_how *how,
		      const struct class_words *class_)
{
	struct buf so_far = { 0 };

	for (enum words name = class_->first_name; name < class_->last_name;
	     name++) {
		if (so_far.bytes)
			buf_add(&so_far, STR(", "));
		buf_add(&so_far, words(how, name));
	}
	fill(out, how, WORDS_AND, buf_str(&so_far),
	     words(how, class_->last_name));
	buf_free(&so_far);
}

/* "Aftnar: räkna med stängt", and which days these are. */
static void class_rows(const struct table *table, enum calendar_class class_,
		       enum format_policy policy)
{
	const struct class_words *said = &classes[class_];
	struct buf text = { 0 }, names = { 0 };

	fill(&text, &table->how, WORDS_LINE_DAY,
	     words(&table->how, said->title),
	     words(&table->how, treatment(said, policy)));
	row(table, &text, SHEET_HEADING);
	add_names(&names, &table->how, said);
	fill(&text, &table->how, WORDS_APPLIES_TO, buf_str(&names), STR(""));
	row(table, &text, SHEET_TEXT);
	buf_free(&text);
	buf_free(&names);
}

/*
 * Days that the calendar names or the municipality has spoken of. A day near
 * a holiday matters when there are hours it could shorten.
 */
static bool worth_naming(const struct table *table, int32_t day)
{
	struct hours_day plan = hours_day(table->how.book, table->index, day);

	if (plan.date != FORMAT_NONE)
		return true;
	if (near_day(&plan))
		return plan.intervals > 0;
	return plan.special.class_ != CALENDAR_PLAIN;
}

static void coming_title(const struct table *table)
{
	struct buf text = { 0 }, number = { 0 };

	lines_gap(&table->making->lines);
	buf_number(&number, DAYS_AHEAD);
	fill(&text, &table->how, WORDS_COMING, buf_str(&number), STR(""));
	row(table, &text, SHEET_HEADING);
	buf_free(&text);
	buf_free(&number);
}

static void coming(const struct table *table)
{
	bool any = false;

	coming_title(table);
	for (int32_t i = 0; table->known && i < DAYS_AHEAD; i++) {
		if (!worth_naming(table, table->today + i))
			continue;
		day_row(table, table->today + i);
		any = true;
	}
	if (any)
		return;
	making_add_words(table->making,
			 table->known ? WORDS_COMING_NONE : WORDS_STATE_UNKNOWN,
			 SHEET_TEXT);
	making_end(table->making);
}

static void holidays(const struct table *table)
{
	class_rows(table, CALENDAR_HOLIDAY, table->record.holidays);
	class_rows(table, CALENDAR_EVE, table->record.eves);
	class_rows(table, CALENDAR_NEAR, table->record.near);
	coming(table);
}

/* ------------------------------------------------------------------------
 * The parts of a table.
 */

static void notes(const struct table *table)
{
	for (uint32_t i = 0; i < table->record.notes.count; i++) {
		uint32_t unit = book_block(table->how.book,
					   table->record.notes.first + i)
					.unit;

		making_add_unit(table->making, unit, SHEET_TEXT);
		making_end(table->making);
		making_links(table->making, unit);
	}
}

static bool wants(enum format_part asked, enum format_part part)
{
	return asked == FORMAT_PART_ALL || asked == part;
}

void timetable_rows(struct making *making, uint32_t hours,
		    enum format_part part)
{
	int64_t now = making->window->now;
	struct table table = {
		.making = making,
		.index = hours,
		.record = book_hours(making->book, hours),
		.how = making_words(making),
		.today = calendar_today(now),
		.known = hours_at(making->book, hours, now).status !=
			 HOURS_UNKNOWN,
	};

	/* Days are counted from today, and a season's dates are this year's. */
	making_holds_until(making, state_until(making->book, hours, now));
	if (wants(part, FORMAT_PART_DAYS))
		days(&table);
	if (wants(part, FORMAT_PART_WEEK))
		week_row(&table, table.record.week);
	if (wants(part, FORMAT_PART_SEASON))
		seasons(&table);
	if (wants(part, FORMAT_PART_HOLIDAYS))
		holidays(&table);
	if (wants(part, FORMAT_PART_NOTES))
		notes(&table);
}
