/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/opening.h"

#include "base/arena.h"
#include "compile/blocks.h"
#include "compile/values.h"

static void read_open(struct element_reader *reader,
		      const struct xml_node *node, void *into)
{
	struct draft_intervals *intervals = into;
	struct draft_interval interval = {
		.days = 127, .place = element_place(reader, node)
	};
	struct str days = element_value(reader, node, "days");
	struct str from = element_value(reader, node, "from"),
		   to = element_value(reader, node, "to");

	element_want_nothing(reader, node);
	if (!from.at || !to.at)
		return;
	if (days.at && !values_days(days, &interval.days))
		element_tell(reader, node, FAULT_DAYS_FORM, days, STR(""));
	else if (!values_time(from, &interval.from))
		element_tell(reader, node, FAULT_TIME_FORM, from, STR(""));
	else if (!values_time(to, &interval.to))
		element_tell(reader, node, FAULT_TIME_FORM, to, STR(""));
	else if (interval.from >= interval.to)
		element_tell(reader, node, FAULT_TIME_ORDER, from, to);
	else
		*arena_append(reader->draft->arena, intervals) = interval;
}

static void read_week(struct element_reader *reader,
		      const struct xml_node *node, void *into)
{
	static const struct element_row in_week[] = {
		{ "open", read_open, "days! from! to!", ELEMENT_ANY, 0 },
	};

	element_children(reader, node, ELEMENT_ROWS(in_week), into);
}

/* ------------------------------------------------------------------------
 * Seasons.
 */

static const struct element_row in_season[] = {
	{ "title", element_unit, ELEMENT_UNIT, ELEMENT_EXACTLY_ONE,
	  offsetof(struct draft_season, title) },
	{ "open", read_open, "days! from! to!", ELEMENT_ANY,
	  offsetof(struct draft_season, intervals) },
};

static void read_season_span(struct element_reader *reader,
			     const struct xml_node *node,
			     struct draft_season *season)
{
	struct str weeks = element_value(reader, node, "weeks");
	struct str from = element_value(reader, node, "from");
	struct str until = element_value(reader, node, "until");

	season->in_weeks = weeks.at != NULL;
	if ((weeks.at != NULL) == (from.at != NULL) ||
	    (from.at != NULL) != (until.at != NULL))
		element_tell(reader, node, FAULT_SEASON_FORM, STR(""), STR(""));
	else if (weeks.at &&
		 !values_weeks(weeks, &season->from, &season->until))
		element_tell(reader, node, FAULT_WEEK_FORM, weeks, STR(""));
	else if (from.at && !values_month_day(from, &season->from))
		element_tell(reader, node, FAULT_DATE_FORM, from, STR(""));
	else if (from.at && !values_month_day(until, &season->until))
		element_tell(reader, node, FAULT_DATE_FORM, until, STR(""));
}

static void read_season(struct element_reader *reader,
			const struct xml_node *node, void *into)
{
	struct draft_hours *hours = into;
	struct draft_season season = { .place = element_place(reader, node) };

	read_season_span(reader, node, &season);
	element_children(reader, node, ELEMENT_ROWS(in_season), &season);
	*arena_append(reader->draft->arena, &hours->seasons) = season;
}

/* ------------------------------------------------------------------------
 * Dates.
 */

static const struct element_row in_date[] = {
	{ "open", read_open, "from! to!", ELEMENT_ANY,
	  offsetof(struct draft_date, intervals) },
	{ "reason", element_unit, ELEMENT_UNIT, ELEMENT_AT_MOST_ONE,
	  offsetof(struct draft_date, reason) },
};

static void read_date_is(struct element_reader *reader,
			 const struct xml_node *node, struct draft_date *date)
{
	struct str is = element_value(reader, node, "is");

	if (str_equal(is, STR("closed")))
		date->is = FORMAT_DATE_CLOSED;
	else if (str_equal(is, STR("ordinary")))
		date->is = FORMAT_DATE_ORDINARY;
	else if (is.at)
		element_bad_value(reader, node, "is");
}

/* False when an attribute is missing or is no day; it is told. */
static bool read_day(struct element_reader *reader, const struct xml_node *node,
		     const char *name, int32_t *day)
{
	struct str value = element_value(reader, node, name);

	if (!value.at)
		element_tell(reader, node, FAULT_ATTRIBUTE_MISSING,
			     str_of(name), node->name);
	else if (!values_date(value, day))
		element_tell(reader, node, FAULT_DATE_FORM, value, STR(""));
	else
		return true;
	return false;
}

/* `on`, or `from` and `until`. */
static bool read_date_days(struct element_reader *reader,
			   const struct xml_node *node, struct draft_date *date)
{
	bool span = element_value(reader, node, "from").at ||
		    element_value(reader, node, "until").at;
	bool good;

	if (span && element_value(reader, node, "on").at) {
		element_tell(reader, node, FAULT_ATTRIBUTE, STR("on"),
			     node->name);
		return false;
	}
	if (!span) {
		good = read_day(reader, node, "on", &date->from);
		date->until = date->from;
		return good;
	}
	good = read_day(reader, node, "from", &date->from) &&
	       read_day(reader, node, "until", &date->until);
	if (good && date->from > date->until)
		element_tell(reader, node, FAULT_DATE_ORDER,
			     element_value(reader, node, "from"),
			     element_value(reader, node, "until"));
	return good && date->from <= date->until;
}

static bool has_open(const struct xml_node *node)
{
	for (const struct xml_node *child = node->first; child;
	     child = child->next)
		if (str_equal(child->name, STR("open")))
			return true;
	return false;
}

/* Reads a date of a table; the id of the table lives as long as the draft. */
static void read_date(struct element_reader *reader,
		      const struct xml_node *node, struct str hours)
{
	struct draft *draft = reader->draft;
	struct draft_date date = { .hours = hours,
				   .place = element_place(reader, node) };
	bool good = read_date_days(reader, node, &date);

	read_date_is(reader, node, &date);
	element_children(reader, node, ELEMENT_ROWS(in_date), &date);
	if ((xml_attribute(node, STR("is")).at != NULL) == has_open(node))
		element_tell(reader, node, FAULT_DATE_EMPTY, STR(""), STR(""));
	if (good)
		*arena_append(draft->arena, &draft->dates) = date;
}

void opening_date(struct element_reader *reader, const struct xml_node *node,
		  void *into)
{
	(void)into;
	read_date(reader, node, element_value(reader, node, "hours"));
}

static void read_own_date(struct element_reader *reader,
			  const struct xml_node *node, void *into)
{
	struct draft_hours *hours = into;

	read_date(reader, node, hours->id);
}

/* ------------------------------------------------------------------------
 * Tables.
 */

#define AT(field) offsetof(struct draft_hours, field)

static const struct element_row in_hours[] = {
	{ "title", element_unit, ELEMENT_UNIT, ELEMENT_EXACTLY_ONE, AT(title) },
	{ "short", element_unit, ELEMENT_UNIT, ELEMENT_EXACTLY_ONE,
	  AT(short_name) },
	{ "week", read_week, "", ELEMENT_EXACTLY_ONE, AT(week) },
	{ "season", read_season, "weeks from until", ELEMENT_ANY, 0 },
	{ "date", read_own_date, "on from until is", ELEMENT_ANY, 0 },
	{ "p", blocks_p, ELEMENT_UNIT, ELEMENT_ANY, AT(notes) },
};

static enum format_policy policy_of(struct element_reader *reader,
				    const struct xml_node *node,
				    const char *name)
{
	static const struct str names[] = {
		[FORMAT_UNCERTAIN] = { "uncertain", 9 },
		[FORMAT_CLOSED] = { "closed", 6 },
		[FORMAT_ORDINARY] = { "ordinary", 8 },
	};
	struct str value = element_value(reader, node, name);

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
		if (str_equal(names[i], value))
			return (enum format_policy)i;
	if (value.at)
		element_bad_value(reader, node, name);
	return FORMAT_UNCERTAIN;
}

void opening_read(struct element_reader *reader, const struct xml_node *node,
		  void *into)
{
	struct draft *draft = into;
	struct draft_hours hours = {
		.id = element_id(reader, node),
		.contact = element_value(reader, node, "contact"),
		.holidays = policy_of(reader, node, "holidays"),
		.eves = policy_of(reader, node, "eves"),
		.near = policy_of(reader, node, "near"),
		.source = element_source(reader, node),
		.place = element_place(reader, node),
	};

	element_children(reader, node, ELEMENT_ROWS(in_hours), &hours);
	blocks_keep(draft, &hours.notes);
	*arena_append(draft->arena, &draft->hours) = hours;
}
