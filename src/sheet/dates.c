/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet/dates.h"

#include "text/words.h"

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
 * Times.
 */

void dates_time(struct buf *out, const struct dates_how *how, uint32_t minute)
{
	struct buf hour = { 0 }, minutes = { 0 };

	buf_number(&hour, minute / 60);
	if (minute % 60 < 10)
		buf_byte(&minutes, '0');
	buf_number(&minutes, minute % 60);
	fill(out, how, minute % 60 ? WORDS_TIME_MINUTES : WORDS_TIME_HOUR,
	     buf_str(&hour), buf_str(&minutes));
	buf_free(&hour);
	buf_free(&minutes);
}

void dates_range(struct buf *out, const struct dates_how *how, struct str from,
		 struct str to)
{
	fill(out, how, WORDS_RANGE, from, to);
}

static void add_interval(struct buf *out, const struct dates_how *how,
			 const struct format_interval *interval)
{
	struct buf from = { 0 }, to = { 0 };

	dates_time(&from, how, interval->from);
	dates_time(&to, how, interval->to);
	dates_range(out, how, buf_str(&from), buf_str(&to));
	buf_free(&from);
	buf_free(&to);
}

void dates_intervals(struct buf *out, const struct dates_how *how,
		     const struct format_interval *interval, unsigned count)
{
	struct buf so_far = { 0 }, range = { 0 }, both = { 0 };

	if (count == 0)
		buf_add(out, words(how, WORDS_LINE_CLOSED));
	for (unsigned i = 0; i < count; i++) {
		buf_clear(&range);
		add_interval(&range, how, &interval[i]);
		buf_clear(&both);
		if (i)
			fill(&both, how, WORDS_AND, buf_str(&so_far),
			     buf_str(&range));
		else
			buf_add(&both, buf_str(&range));
		buf_clear(&so_far);
		buf_add(&so_far, buf_str(&both));
	}
	buf_add(out, buf_str(&so_far));
	buf_free(&so_far);
	buf_free(&range);
	buf_free(&both);
}

/* ------------------------------------------------------------------------
 * Dates.
 */

void dates_date(struct buf *out, const struct dates_how *how, int year,
		int month, int day)
{
	struct buf number = { 0 }, year_number = { 0 };
	struct str name = words(how, WORDS_JANUARY + (month - 1));

	buf_number(&number, (unsigned long)day);
	buf_number(&year_number, (unsigned long)year);
	words_fill_say(out, how->catalog,
		       year ? WORDS_DAY_MONTH_YEAR : WORDS_DAY_MONTH,
		       buf_str(&number), name, buf_str(&year_number));
	buf_free(&number);
	buf_free(&year_number);
}

struct str dates_weekday(const struct dates_how *how,
			 enum calendar_weekday weekday, bool first)
{
	return words(how, (first ? WORDS_MONDAY_FIRST : WORDS_MONDAY) +
				  (unsigned)weekday);
}

void dates_weekday_date(struct buf *out, const struct dates_how *how,
			int32_t day, bool first)
{
	struct calendar_date date = calendar_date(day);
	struct buf text = { 0 };

	dates_date(&text, how, 0, date.month, date.day);
	fill(out, how, WORDS_WEEKDAY_DATE,
	     dates_weekday(how, calendar_weekday(day), first), buf_str(&text));
	buf_free(&text);
}

/* ------------------------------------------------------------------------
 * Names.
 */

/* The words of each name; of the day before, those of what it is before. */
static enum words name_words(struct calendar_special special, bool alone)
{
	switch (special.name) {
	case CALENDAR_DAY_BEFORE:
		return WORDS_BEFORE_NEW_YEARS_DAY +
		       (special.of - CALENDAR_NEW_YEARS_DAY);
	case CALENDAR_MAUNDY_THURSDAY:
		return WORDS_MAUNDY_THURSDAY;
	case CALENDAR_WALPURGIS_NIGHT:
		return WORDS_WALPURGIS_NIGHT;
	case CALENDAR_TWELFTH_NIGHT:
		return WORDS_TWELFTH_NIGHT;
	case CALENDAR_BRIDGE_DAY:
		return alone ? WORDS_BRIDGE_DAY_ALONE : WORDS_BRIDGE_DAY;
	case CALENDAR_BETWEEN_DAYS:
		return alone ? WORDS_BETWEEN_DAYS_ALONE : WORDS_BETWEEN_DAYS;
	default:
		return WORDS_NEW_YEARS_DAY +
		       (special.name - CALENDAR_NEW_YEARS_DAY);
	}
}

struct str dates_name(const struct dates_how *how,
		      struct calendar_special special, bool alone)
{
	if (special.name == CALENDAR_NO_NAME)
		return STR("");
	return words(how, name_words(special, alone));
}

struct str dates_reason(const struct dates_how *how,
			const struct hours_day *plan)
{
	struct format_unit_text unit;

	if (plan->date == FORMAT_NONE)
		return dates_name(how, plan->special, true);
	unit = book_unit(how->book, book_date(how->book, plan->date).reason,
			 how->language);
	return unit.language == how->language ? book_text(how->book, unit.text)
					      : STR("");
}
