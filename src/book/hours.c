/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book/hours.h"

enum {
	DAY_MINUTES = 1440,
	DAYS_SEARCHED = 400, /* for the next change: no table rests longer */
	RECORDS_FOLLOWED = 64
};

/* ------------------------------------------------------------------------
 * Which intervals a day has.
 */

/* Adds an interval of the day by its beginning; too many are left out. */
static void add_interval(struct hours_day *plan,
			 const struct format_interval *interval)
{
	unsigned at = plan->intervals;

	if (at == HOURS_INTERVALS || interval->from >= interval->to ||
	    interval->to > DAY_MINUTES)
		return;
	while (at > 0 && plan->interval[at - 1].from > interval->from) {
		plan->interval[at] = plan->interval[at - 1];
		at--;
	}
	plan->interval[at] = *interval;
	plan->intervals++;
}

static void add_intervals(const struct book *book, struct hours_day *plan,
			  struct format_range range, int32_t day)
{
	uint32_t weekday = 1u << calendar_weekday(day);

	for (uint32_t i = 0; i < range.count && i < RECORDS_FOLLOWED; i++) {
		struct format_interval interval =
			book_interval(book, range.first + i);

		if (interval.days & weekday)
			add_interval(plan, &interval);
	}
}

/* Most years have no week 53: theirs is none, not the next one's first. */
static bool weeks_in(const struct format_season *season, int year,
		     int32_t *first, int32_t *last)
{
	int from = (int)season->from, until = (int)season->until;
	int end = year + (until < from);

	if (from < 1 || from > 53 || until < 1 || until > 53)
		return false;
	if (until > calendar_weeks(end))
		until = calendar_weeks(end);
	*first = calendar_monday((struct calendar_week){ year, from });
	*last = calendar_monday((struct calendar_week){ end, until }) + 6;
	return *first <= *last;
}

/* 29 February ends on the 28th of other years, and begins on 1 March. */
static bool dates_in(const struct format_season *season, int year,
		     int32_t *first, int32_t *last)
{
	struct calendar_date from = { year, (int)season->from / 100,
				      (int)season->from % 100 };
	struct calendar_date until = { year + (season->until < season->from),
				       (int)season->until / 100,
				       (int)season->until % 100 };

	if (until.month == 2 && until.day == 29 && !calendar_exists(until))
		until.day = 28;
	if (from.month == 2 && from.day == 29 && !calendar_exists(from))
		from = (struct calendar_date){ year, 3, 1 };
	if (!calendar_exists(from) || !calendar_exists(until))
		return false;
	*first = calendar_day(from);
	*last = calendar_day(until);
	return true;
}

bool hours_season(const struct format_season *season, int year, int32_t *first,
		  int32_t *last)
{
	return season->in_weeks ? weeks_in(season, year, first, last)
				: dates_in(season, year, first, last);
}

static bool in_season(const struct format_season *season, int32_t day)
{
	int year = season->in_weeks ? calendar_week(day).year
				    : calendar_date(day).year;
	int32_t first, last;

	/* A season that crosses New Year began in the year before. */
	for (int begun = year - 1; begun <= year; begun++)
		if (hours_season(season, begun, &first, &last) &&
		    day >= first && day <= last)
			return true;
	return false;
}

static uint32_t season_of(const struct book *book,
			  const struct format_hours *hours, int32_t day)
{
	for (uint32_t i = 0; i < hours->seasons.count && i < RECORDS_FOLLOWED;
	     i++) {
		struct format_season season =
			book_season(book, hours->seasons.first + i);

		if (in_season(&season, day))
			return hours->seasons.first + i;
	}
	return FORMAT_NONE;
}

/* Dates are sorted and do not overlap. */
static uint32_t date_of(const struct book *book,
			const struct format_hours *hours, int32_t day)
{
	uint32_t from = hours->dates.first;
	uint32_t to = from + hours->dates.count;

	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		struct format_date date = book_date(book, middle);

		if (day < (int32_t)date.from)
			to = middle;
		else if (day > (int32_t)date.until)
			from = middle + 1;
		else
			return middle;
	}
	return FORMAT_NONE;
}

/* ------------------------------------------------------------------------
 * The plan of a day.
 */

static enum format_policy policy_of(const struct format_hours *hours,
				    enum calendar_class class_)
{
	switch (class_) {
	case CALENDAR_HOLIDAY:
		return hours->holidays;
	case CALENDAR_EVE:
		return hours->eves;
	case CALENDAR_NEAR:
		return hours->near;
	case CALENDAR_PLAIN:
		break;
	}
	return FORMAT_ORDINARY;
}

static enum hours_reason reason_of(const struct hours_day *plan, int32_t day)
{
	static const enum hours_reason by_class[] = {
		[CALENDAR_HOLIDAY] = HOURS_BY_HOLIDAY,
		[CALENDAR_EVE] = HOURS_BY_EVE,
		[CALENDAR_NEAR] = HOURS_BY_NEAR,
	};

	if (plan->date != FORMAT_NONE)
		return HOURS_BY_DATE;
	if (plan->intervals == 0 && calendar_weekday(day) >= CALENDAR_SATURDAY)
		return HOURS_BY_WEEKEND;
	if (plan->special.class_ != CALENDAR_PLAIN)
		return by_class[plan->special.class_];
	return plan->season != FORMAT_NONE ? HOURS_BY_SEASON : HOURS_BY_WEEK;
}

/* The ordinary plan: the season's week, or the week. */
static void plan_ordinary(const struct book *book,
			  const struct format_hours *hours,
			  struct hours_day *plan, int32_t day)
{
	plan->season = season_of(book, hours, day);
	add_intervals(book, plan,
		      plan->season == FORMAT_NONE
			      ? hours->week
			      : book_season(book, plan->season).intervals,
		      day);
}

/* What the municipality has said of the day; certain. */
static void plan_date(const struct book *book, const struct format_hours *hours,
		      struct hours_day *plan, int32_t day)
{
	struct format_date date = book_date(book, plan->date);

	if (date.is == FORMAT_DATE_ORDINARY)
		plan_ordinary(book, hours, plan, day);
	else if (date.is == FORMAT_DATE_INTERVALS)
		add_intervals(book, plan, date.intervals, day);
}

/* The intervals of a day, and the record they are from. */
static struct hours_day intervals_of(const struct book *book,
				     const struct format_hours *hours,
				     int32_t day)
{
	struct hours_day plan = { .policy = FORMAT_ORDINARY,
				  .date = date_of(book, hours, day),
				  .season = FORMAT_NONE };

	if (plan.date != FORMAT_NONE)
		plan_date(book, hours, &plan, day);
	else
		plan_ordinary(book, hours, &plan, day);
	return plan;
}

/* What the calendar makes of it. */
static void judge(const struct format_hours *hours, struct hours_day *plan,
		  int32_t day)
{
	plan->special = calendar_special(day);
	if (plan->date == FORMAT_NONE) {
		plan->policy = policy_of(hours, plan->special.class_);
		plan->limited = plan->policy != FORMAT_ORDINARY;
	}
	plan->reason = reason_of(plan, day);
}

struct hours_day hours_day(const struct book *book, uint32_t hours, int32_t day)
{
	struct format_hours table = book_hours(book, hours);
	struct hours_day plan = intervals_of(book, &table, day);

	judge(&table, &plan, day);
	return plan;
}

/* ------------------------------------------------------------------------
 * The answer.
 */

static enum hours_status inside(const struct hours_day *plan)
{
	if (plan->policy == FORMAT_ORDINARY)
		return HOURS_OPEN;
	return plan->policy == FORMAT_CLOSED ? HOURS_CLOSED : HOURS_UNCERTAIN;
}

static enum hours_status status_at(const struct hours_day *plan,
				   uint32_t minute)
{
	for (unsigned i = 0; i < plan->intervals; i++)
		if (minute >= plan->interval[i].from &&
		    minute < plan->interval[i].to)
			return inside(plan);
	return HOURS_CLOSED;
}

/* Looking through a day for the first change of the status after now. */
struct search {
	const struct hours_day *plan;
	int32_t day;
	int64_t now;
	enum hours_status status;
	int64_t first; /* found so far; INT64_MAX: none */
};

static void take(struct search *search, int64_t instant)
{
	if (instant > search->now && instant < search->first)
		search->first = instant;
}

/* A minute of the day comes once, twice in October, or never in March. */
static void try_minute(struct search *search, uint32_t minute)
{
	int64_t local = (int64_t)search->day * DAY_MINUTES + minute;
	int64_t instant;

	if (minute >= DAY_MINUTES ||
	    status_at(search->plan, minute) == search->status ||
	    !calendar_instant(local, &instant))
		return;
	take(search, instant);
	if (calendar_local(instant + 3600) == local)
		take(search, instant + 3600);
}

static int64_t change_in(const struct hours_day *plan, int32_t day, int64_t now,
			 enum hours_status status)
{
	struct search search = { plan, day, now, status, INT64_MAX };

	try_minute(&search, 0);
	/* The clock jumps from 2 to 3, or from 3 to 2. */
	try_minute(&search, 120);
	try_minute(&search, 180);
	for (unsigned i = 0; i < plan->intervals; i++) {
		try_minute(&search, plan->interval[i].from);
		try_minute(&search, plan->interval[i].to);
	}
	return search.first;
}

/* The plan of a later day; one without hours is closed, whatever it is. */
static struct hours_day later_day(const struct book *book,
				  const struct format_hours *hours, int32_t day)
{
	struct hours_day plan = intervals_of(book, hours, day);

	if (plan.intervals)
		judge(hours, &plan, day);
	return plan;
}

static void find_change(const struct book *book, uint32_t hours, int64_t now,
			struct hours_answer *answer)
{
	struct format_hours table = book_hours(book, hours);
	int32_t today = calendar_today(now);

	for (int32_t day = today; day < today + DAYS_SEARCHED; day++) {
		struct hours_day plan = day == today
						? answer->today
						: later_day(book, &table, day);
		int64_t at = change_in(&plan, day, now, answer->status);

		if (at < INT64_MAX) {
			answer->changes = true;
			answer->next = at;
			answer->then =
				status_at(&plan, (uint32_t)(calendar_local(at) %
							    DAY_MINUTES));
			return;
		}
	}
}

bool hours_known(const struct book *book, int64_t instant)
{
	int32_t today = calendar_today(instant);

	return today >= 0 && today >= (int32_t)book_site(book).updated;
}

struct hours_answer hours_at(const struct book *book, uint32_t hours,
			     int64_t instant)
{
	int32_t today = calendar_today(instant);
	struct hours_answer answer = { .status = HOURS_UNKNOWN };

	answer.today = hours_day(book, hours, today < 0 ? 0 : today);
	if (!hours_known(book, instant)) {
		answer.today.reason = HOURS_BY_CLOCK;
		return answer;
	}
	answer.status =
		status_at(&answer.today,
			  (uint32_t)(calendar_local(instant) % DAY_MINUTES));
	find_change(book, hours, instant, &answer);
	return answer;
}

/* ------------------------------------------------------------------------
 * The answer in ASCII.
 */

const char *hours_slug(enum hours_status status)
{
	static const char *const slugs[] = {
		[HOURS_CLOSED] = "closed",
		[HOURS_OPEN] = "open",
		[HOURS_UNCERTAIN] = "uncertain",
		[HOURS_UNKNOWN] = "unknown",
	};

	return slugs[status];
}

/* Those that end in a colon are followed by the name of the day. */
static const char *const reasons[] = {
	[HOURS_BY_CLOCK] = "clock",	[HOURS_BY_DATE] = "date",
	[HOURS_BY_WEEKEND] = "weekend", [HOURS_BY_HOLIDAY] = "holiday:",
	[HOURS_BY_EVE] = "eve:",	[HOURS_BY_NEAR] = "near:",
	[HOURS_BY_SEASON] = "season",	[HOURS_BY_WEEK] = "regular",
};

void hours_add_reason(struct buf *out, const struct hours_day *day)
{
	struct str reason = str_of(reasons[day->reason]);

	buf_add(out, reason);
	if (reason.at[reason.bytes - 1] == ':')
		buf_add(out, str_of(calendar_slug(day->special.name)));
}
