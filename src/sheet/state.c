/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sentence is built from what the hours function answers, never from the
 * tables beside it, so it cannot say what the function does not know.
 */
#include "sheet/state.h"

#include "text/words.h"

enum {
	DAY_MINUTES = 1440,
	SOON_MINUTES = 30, /* before closing: "Stänger snart" */
	WEEK_DAYS = 6,	   /* so far ahead a weekday's name is clear */
	DAYS_SEARCHED = 400
};

/* An instant as day and minute of a Swedish clock. */
struct moment {
	int32_t day;
	uint32_t minute;
};

/* Everything a sentence is made from. */
struct saying {
	struct buf *out;
	const struct dates_how *how;
	uint32_t hours;
	enum state_length length;
	struct moment now;
	struct hours_answer answer;
	struct moment next;	/* of answer.next */
	int64_t left;		/* seconds until then */
	struct hours_day later; /* the plan of next.day */
};

static struct moment moment_of(int64_t instant)
{
	int32_t day = calendar_today(instant);
	int64_t midnight = (int64_t)day * DAY_MINUTES;

	return (struct moment){ day, (uint32_t)(calendar_local(instant) -
						midnight) };
}

/* ------------------------------------------------------------------------
 * Days in a sentence.
 */

static struct str words(const struct dates_how *how, enum words id)
{
	return words_say(how->catalog, id);
}

static void fill(struct buf *out, const struct dates_how *how, enum words id,
		 struct str one, struct str two)
{
	words_fill_say(out, how->catalog, id, one, two, STR(""));
}

static struct str weekday(const struct dates_how *how, int32_t day)
{
	return dates_weekday(how, calendar_weekday(day), false);
}

static void add_date(struct buf *out, const struct dates_how *how, int32_t day)
{
	struct calendar_date date = calendar_date(day);

	dates_date(out, how, 0, date.month, date.day);
}

static bool near_day(const struct hours_day *plan)
{
	return plan->special.class_ == CALENDAR_NEAR;
}

/* ------------------------------------------------------------------------
 * Days in a sentence.
 */

/* "I dag", "I morgon, fredag,", "På måndag", "Måndag 4 januari" */
static void add_day_first(struct buf *out, const struct saying *saying,
			  int32_t day)
{
	const struct dates_how *how = saying->how;
	int32_t ahead = day - saying->now.day;

	if (ahead == 0)
		buf_add(out, words(how, WORDS_DAY_TODAY));
	else if (ahead == 1)
		fill(out, how, WORDS_DAY_TOMORROW, weekday(how, day), STR(""));
	else if (ahead <= WEEK_DAYS)
		fill(out, how, WORDS_DAY_WEEKDAY, weekday(how, day), STR(""));
	else
		dates_weekday_date(out, how, day, true);
}

/* "i dag", "i morgon", "på måndag", "4 januari" */
static void add_day_last(struct buf *out, const struct saying *saying,
			 int32_t day)
{
	const struct dates_how *how = saying->how;
	int32_t ahead = day - saying->now.day;
	struct buf date = { 0 };

	if (ahead <= 1) {
		buf_add(out, words(how, ahead == 0 ? WORDS_ON_TODAY
						   : WORDS_ON_TOMORROW));
	} else if (ahead <= WEEK_DAYS) {
		fill(out, how, WORDS_ON_WEEKDAY, weekday(how, day), STR(""));
	} else {
		add_date(&date, how, day);
		fill(out, how, WORDS_ON_DATE, buf_str(&date), STR(""));
	}
	buf_free(&date);
}

/* ------------------------------------------------------------------------
 * Sentences.
 */

static void say(const struct saying *saying, enum words id)
{
	buf_add(saying->out, words(saying->how, id));
}

static void say_with(const struct saying *saying, enum words id, struct str one,
		     struct str two)
{
	fill(saying->out, saying->how, id, one, two);
}

static void say_with_time(const struct saying *saying, enum words id,
			  uint32_t minute)
{
	struct buf time = { 0 };

	dates_time(&time, saying->how, minute);
	say_with(saying, id, buf_str(&time), STR(""));
	buf_free(&time);
}

static bool brief(const struct saying *saying)
{
	return saying->length == STATE_SHORT;
}

/*
 * The minute of today at which it closes, 1440 at midnight. It is the
 * answer's, not an interval's: two that touch are one. False when it does not
 * close today.
 */
static bool closes_today(const struct saying *saying, uint32_t *minute)
{
	const struct moment *next = &saying->next;
	bool midnight = next->day == saying->now.day + 1 && next->minute == 0;

	*minute = midnight ? DAY_MINUTES : next->minute;
	return saying->answer.changes && saying->answer.then == HOURS_CLOSED &&
	       (midnight || next->day == saying->now.day);
}

/* When it opens again today after `closes`; false: not today. */
static bool opens_again(const struct saying *saying, uint32_t closes,
			uint32_t *opens)
{
	const struct hours_day *today = &saying->answer.today;

	for (unsigned i = 0; i < today->intervals; i++) {
		*opens = today->interval[i].from;
		if (*opens > closes)
			return true;
	}
	return false;
}

static void say_gap(const struct saying *saying, uint32_t closes,
		    uint32_t opens)
{
	struct buf one = { 0 }, two = { 0 };

	dates_time(&one, saying->how, closes);
	dates_time(&two, saying->how, opens);
	say_with(saying,
		 brief(saying) ? WORDS_STATE_GAP_SHORT : WORDS_STATE_GAP,
		 buf_str(&one), buf_str(&two));
	buf_free(&one);
	buf_free(&two);
}

/* "Öppet nu. I dag 8–12 (dag före påsk)." */
static void say_open_date(const struct saying *saying)
{
	struct str reason = dates_reason(saying->how, &saying->answer.today);
	struct buf times = { 0 };

	dates_intervals(&times, saying->how, saying->answer.today.interval,
			saying->answer.today.intervals);
	say_with(saying,
		 reason.bytes ? WORDS_STATE_OPEN_DATE_REASON
			      : WORDS_STATE_OPEN_DATE,
		 buf_str(&times), reason);
	buf_free(&times);
}

static bool own_intervals(const struct saying *saying)
{
	uint32_t date = saying->answer.today.date;

	return date != FORMAT_NONE &&
	       book_date(saying->how->book, date).is == FORMAT_DATE_INTERVALS;
}

static void say_open(const struct saying *saying)
{
	uint32_t closes, opens;

	if (own_intervals(saying) && !brief(saying))
		say_open_date(saying);
	else if (!closes_today(saying, &closes))
		/* Past midnight is another day's business. */
		say(saying, WORDS_STATE_OPEN);
	else if (opens_again(saying, closes, &opens))
		say_gap(saying, closes, opens);
	else if (saying->left <= SOON_MINUTES * 60)
		say_with_time(saying, WORDS_STATE_CLOSES_SOON, closes);
	else
		say_with_time(saying,
			      brief(saying) ? WORDS_STATE_CLOSES_SHORT
					    : WORDS_STATE_CLOSES,
			      closes);
}

/* The number to call, in the language of the sentence. */
static struct str phone(const struct dates_how *how, uint32_t hours)
{
	uint32_t contact = book_hours(how->book, hours).contact;
	struct format_range data = book_contact(how->book, contact).data;

	for (uint32_t i = 0; i < data.count; i++) {
		struct format_datum datum =
			book_datum(how->book, data.first + i);

		if (datum.part == FORMAT_PART_TEL)
			return book_unit_text(how->book, datum.value,
					      how->language);
	}
	return STR("");
}

static void say_near(const struct saying *saying)
{
	struct str number = phone(saying->how, saying->hours);
	struct buf time = { 0 };
	uint32_t closes;

	if (brief(saying) || !closes_today(saying, &closes)) {
		say(saying, WORDS_STATE_NEAR_SHORT);
		return;
	}
	dates_time(&time, saying->how, closes);
	say_with(saying, WORDS_STATE_NEAR, buf_str(&time),
		 dates_name(saying->how, saying->answer.today.special, false));
	if (number.bytes) {
		buf_byte(saying->out, ' ');
		say_with(saying, WORDS_STATE_NEAR_CALL, number, STR(""));
	}
	buf_free(&time);
}

static void say_uncertain(const struct saying *saying)
{
	const struct hours_day *today = &saying->answer.today;

	if (near_day(today))
		say_near(saying);
	else if (brief(saying))
		say(saying, WORDS_STATE_HOLIDAY_SHORT);
	else
		say_with(saying, WORDS_STATE_HOLIDAY,
			 dates_name(saying->how, today->special, false),
			 STR(""));
}

/* ------------------------------------------------------------------------
 * Closed, and what comes next.
 */

/* "Öppnar måndag kl. 8.", "Öppnar måndag 4 januari kl. 8." */
static void say_opens_on(const struct saying *saying)
{
	struct buf day = { 0 }, time = { 0 };
	int32_t ahead = saying->next.day - saying->now.day;

	if (ahead <= WEEK_DAYS)
		buf_add(&day, weekday(saying->how, saying->next.day));
	else if (brief(saying))
		add_date(&day, saying->how, saying->next.day);
	else
		dates_weekday_date(&day, saying->how, saying->next.day, false);
	dates_time(&time, saying->how, saying->next.minute);
	say_with(saying,
		 brief(saying) ? WORDS_STATE_CLOSED_UNTIL
			       : WORDS_STATE_OPENS_ON,
		 buf_str(&day), buf_str(&time));
	buf_free(&day);
	buf_free(&time);
}

static void say_opens(const struct saying *saying)
{
	struct buf time = { 0 };
	int32_t ahead = saying->next.day - saying->now.day;

	dates_time(&time, saying->how, saying->next.minute);
	if (ahead == 0)
		say_with(saying, WORDS_STATE_OPENS_TODAY, buf_str(&time),
			 STR(""));
	else if (ahead == 1 && brief(saying))
		say_with(saying, WORDS_STATE_OPENS_TOMORROW_SHORT,
			 buf_str(&time), STR(""));
	else if (ahead == 1)
		say_with(saying, WORDS_STATE_OPENS_TOMORROW,
			 weekday(saying->how, saying->next.day),
			 buf_str(&time));
	else
		say_opens_on(saying);
	buf_free(&time);
}

/* The first later day with hours that is no uncertain holiday or eve. */
static bool find_again(const struct saying *saying, int32_t *day,
		       struct hours_day *plan)
{
	for (int32_t i = 1; i < DAYS_SEARCHED; i++) {
		*day = saying->next.day + i;
		*plan = hours_day(saying->how->book, saying->hours, *day);
		if (plan->intervals && plan->policy != FORMAT_CLOSED &&
		    (!plan->limited || near_day(plan)))
			return true;
	}
	return false;
}

/* "Normalt öppet igen tisdag 7 april kl. 8." */
static void say_again(const struct saying *saying)
{
	struct buf date = { 0 }, time = { 0 };
	struct hours_day plan;
	int32_t day;

	if (!find_again(saying, &day, &plan))
		return;
	dates_weekday_date(&date, saying->how, day, false);
	dates_time(&time, saying->how, plan.interval[0].from);
	buf_byte(saying->out, ' ');
	say_with(saying,
		 plan.limited ? WORDS_STATE_AGAIN_NEAR : WORDS_STATE_AGAIN,
		 buf_str(&date), buf_str(&time));
	buf_free(&date);
	buf_free(&time);
}

/* The next day with hours is uncertain: it is named. */
static void say_next_uncertain(const struct saying *saying)
{
	struct buf day = { 0 }, time = { 0 };
	struct str name = dates_name(saying->how, saying->later.special, false);
	bool near = near_day(&saying->later);

	add_day_first(&day, saying, saying->next.day);
	dates_time(&time, saying->how, saying->next.minute);
	words_fill_say(saying->out, saying->how->catalog,
		       near ? WORDS_STATE_NEXT_NEAR : WORDS_STATE_NEXT_HOLIDAY,
		       buf_str(&day), name, buf_str(&time));
	if (!near)
		say_again(saying);
	buf_free(&day);
	buf_free(&time);
}

static void say_next_uncertain_short(const struct saying *saying)
{
	struct buf day = { 0 };

	add_day_last(&day, saying, saying->next.day);
	say_with(saying,
		 near_day(&saying->later) ? WORDS_STATE_NEXT_NEAR_SHORT
					  : WORDS_STATE_NEXT_HOLIDAY_SHORT,
		 buf_str(&day), STR(""));
	buf_free(&day);
}

/* The whole day is closed because somebody said so. */
static bool closed_all_day(const struct saying *saying)
{
	const struct hours_day *today = &saying->answer.today;

	if (today->date != FORMAT_NONE)
		return book_date(saying->how->book, today->date).is ==
		       FORMAT_DATE_CLOSED;
	return today->limited && today->policy == FORMAT_CLOSED &&
	       today->intervals;
}

static void say_closed_now(const struct saying *saying)
{
	struct str reason = dates_reason(saying->how, &saying->answer.today);

	if (!closed_all_day(saying))
		say(saying, WORDS_STATE_CLOSED);
	else if (reason.bytes && !brief(saying))
		say_with(saying, WORDS_STATE_CLOSED_DATE_REASON, reason,
			 STR(""));
	else
		say(saying, WORDS_STATE_CLOSED_DATE);
}

static void say_closed_long(const struct saying *saying)
{
	say_closed_now(saying);
	if (!saying->answer.changes)
		return;
	buf_byte(saying->out, ' ');
	if (saying->answer.then == HOURS_UNCERTAIN)
		say_next_uncertain(saying);
	else
		say_opens(saying);
}

static void say_closed_short(const struct saying *saying)
{
	int32_t ahead = saying->next.day - saying->now.day;

	if (!saying->answer.changes || closed_all_day(saying)) {
		say_closed_now(saying);
	} else if (saying->answer.then == HOURS_UNCERTAIN) {
		say_next_uncertain_short(saying);
	} else {
		if (ahead <= 1) {
			say(saying, WORDS_STATE_CLOSED);
			buf_byte(saying->out, ' ');
		}
		say_opens(saying);
	}
}

static void say_closed(const struct saying *saying)
{
	if (brief(saying))
		say_closed_short(saying);
	else
		say_closed_long(saying);
}

static void say_unknown(const struct saying *saying)
{
	say(saying, WORDS_STATE_UNKNOWN);
}

void state_sentence(struct buf *out, const struct dates_how *how,
		    uint32_t hours, int64_t now, enum state_length length)
{
	static void (*const sentences[])(const struct saying *saying) = {
		[HOURS_CLOSED] = say_closed,
		[HOURS_OPEN] = say_open,
		[HOURS_UNCERTAIN] = say_uncertain,
		[HOURS_UNKNOWN] = say_unknown,
	};
	struct saying saying = { .out = out,
				 .how = how,
				 .hours = hours,
				 .length = length,
				 .now = moment_of(now),
				 .answer = hours_at(how->book, hours, now) };

	if (saying.answer.changes) {
		saying.next = moment_of(saying.answer.next);
		saying.left = saying.answer.next - now;
		saying.later = hours_day(how->book, hours, saying.next.day);
	}
	sentences[saying.answer.status](&saying);
}

int64_t state_until(const struct book *book, uint32_t hours, int64_t now)
{
	struct hours_answer answer = hours_at(book, hours, now);
	struct moment moment = moment_of(now);
	int64_t until, soon;

	calendar_instant((int64_t)(moment.day + 1) * DAY_MINUTES, &until);
	if (!answer.changes)
		return until;
	if (answer.next < until)
		until = answer.next;
	soon = answer.next - SOON_MINUTES * 60;
	if (answer.status == HOURS_OPEN && soon > now && soon < until)
		until = soon;
	return until;
}
