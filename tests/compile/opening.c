/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/opening.h"

#include "base/arena.h"
#include "book/calendar.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;

/* Reads a table with the elements every one has, and these attributes. */
#define HOURS(attributes, body)                                                \
	"<hours id='huset' " attributes "><title>Öppettider</title>"          \
	"<short>Huset</short>" body "</hours>"

static const struct draft_hours *read(const char *text)
{
	opening_read(&folder.reader, folder_element(&folder, text),
		     &folder.draft);
	folder_forget(&folder);
	return &folder.draft.hours.at[folder.draft.hours.count - 1];
}

static void read_date(const char *text)
{
	opening_date(&folder.reader, folder_element(&folder, text),
		     &folder.draft);
	folder_forget(&folder);
}

static int32_t day(int32_t year, uint32_t month, uint32_t of_month)
{
	return calendar_day((struct calendar_date){ year, month, of_month });
}

START_TEST(a_table_has_its_week)
{
	const struct draft_hours *hours;

	folder_begin(&folder);
	hours = read(HOURS("contact='kommun' holidays='closed' near='ordinary'",
			   "<week><open days='mon-thu' from='08:00' "
			   "to='17:00'/><open days='fri' from='08:00' "
			   "to='24:00'/></week><p>Ring först.</p>"));
	ck_str(folder_told(&folder), "");
	ck_str(hours->id, "huset");
	ck_str(hours->contact, "kommun");
	ck_str(hours->title->msgid, "Öppettider");
	ck_str(hours->short_name->msgid, "Huset");
	ck_assert_int_eq(hours->holidays, FORMAT_CLOSED);
	ck_assert_int_eq(hours->near, FORMAT_ORDINARY);
	/* Nothing has been said of eves. */
	ck_assert_int_eq(hours->eves, FORMAT_UNCERTAIN);
	ck_assert_uint_eq(hours->week.count, 2);
	ck_assert_uint_eq(hours->week.at[0].days, 0xF);
	ck_assert_uint_eq(hours->week.at[0].from, 480);
	ck_assert_uint_eq(hours->week.at[0].to, 1020);
	ck_assert_uint_eq(hours->week.at[1].days, 0x10);
	ck_assert_uint_eq(hours->week.at[1].to, 1440);
	ck_assert_uint_eq(hours->notes.count, 1);
	folder_end(&folder);
}
END_TEST

START_TEST(a_season_is_in_weeks_or_in_days)
{
	const struct draft_hours *hours;

	folder_begin(&folder);
	hours = read(HOURS("", "<week/><season weeks='25-32'><title>S</title>"
			       "<open days='mon' from='08:00' to='15:00'/>"
			       "</season><season from='12-20' until='01-06'>"
			       "<title>V</title></season>"));
	ck_str(folder_told(&folder), "");
	ck_assert_uint_eq(hours->seasons.count, 2);
	ck_assert(hours->seasons.at[0].in_weeks);
	ck_assert_uint_eq(hours->seasons.at[0].from, 25);
	ck_assert_uint_eq(hours->seasons.at[0].until, 32);
	ck_assert_uint_eq(hours->seasons.at[0].intervals.count, 1);
	ck_assert(!hours->seasons.at[1].in_weeks);
	ck_assert_uint_eq(hours->seasons.at[1].from, 1220);
	ck_assert_uint_eq(hours->seasons.at[1].until, 106);
	ck_str(hours->seasons.at[1].title->msgid, "V");
	folder_end(&folder);
}
END_TEST

START_TEST(a_date_belongs_to_a_table)
{
	const struct draft_date *dates;

	folder_begin(&folder);
	read(HOURS("", "<week/><date on='2026-12-24' is='closed'>"
		       "<reason>julafton</reason></date>"));
	read_date("<date hours='annat' from='2026-12-28' until='2026-12-30' "
		  "is='ordinary'/>");
	read_date("<date hours='annat' on='2026-10-30'>"
		  "<open from='08:00' to='12:00'/></date>");
	ck_str(folder_told(&folder), "");
	dates = folder.draft.dates.at;
	ck_assert_uint_eq(folder.draft.dates.count, 3);
	ck_str(dates[0].hours, "huset");
	ck_assert_int_eq(dates[0].is, FORMAT_DATE_CLOSED);
	ck_assert_int_eq(dates[0].from, day(2026, 12, 24));
	ck_assert_int_eq(dates[0].until, day(2026, 12, 24));
	ck_str(dates[0].reason->msgid, "julafton");
	ck_str(dates[1].hours, "annat");
	ck_assert_int_eq(dates[1].is, FORMAT_DATE_ORDINARY);
	ck_assert_int_eq(dates[1].until, day(2026, 12, 30));
	ck_assert_int_eq(dates[2].is, FORMAT_DATE_INTERVALS);
	ck_assert_uint_eq(dates[2].intervals.count, 1);
	ck_assert_uint_eq(dates[2].intervals.at[0].days, 127);
	folder_end(&folder);
}
END_TEST

/* A date that is told, and whether it is kept. */
static void ck_date(const char *text, bool kept, const char *told)
{
	folder_begin(&folder);
	read_date(text);
	ck_str(folder_told(&folder), told);
	ck_assert_uint_eq(folder.draft.dates.count, kept);
	folder_end(&folder);
}

START_TEST(a_date_that_says_nothing_sure_is_told)
{
	ck_date("<date hours='a' on='2026-02-30' is='closed'/>", false,
		"f:1: error: \"2026-02-30\" is no date that exists.\n");
	ck_date("<date hours='a' is='closed'/>", false,
		"f:1: error: <date> needs the attribute on.\n");
	ck_date("<date hours='a' from='2026-02-03' is='closed'/>", false,
		"f:1: error: <date> needs the attribute until.\n");
	ck_date("<date hours='a' from='2026-02-03' until='2026-02-02' "
		"is='closed'/>",
		false, "f:1: error: 2026-02-03 is after 2026-02-02.\n");
	ck_date("<date hours='a' on='2026-02-03' until='2026-02-03' "
		"is='closed'/>",
		false, "f:1: error: <date> has no attribute on.\n");
	ck_date("<date hours='a' on='2026-02-03'/>", true,
		"f:1: error: Say either is=\"closed\" or when it is open.\n");
	ck_date("<date hours='a' on='2026-02-03' is='closed'>"
		"<open from='08:00' to='12:00'/></date>",
		true,
		"f:1: error: Say either is=\"closed\" or when it is open.\n");
}
END_TEST

START_TEST(an_interval_with_a_fault_is_left_out)
{
	const struct draft_hours *hours;

	folder_begin(&folder);
	hours = read(HOURS("eves='ibland'",
			   "<week>\n<open days='må' from='08:00' to='12:00'/>"
			   "\n<open days='mon' from='8' to='12:00'/>"
			   "\n<open days='mon' from='12:00' to='12:00'/>"
			   "</week>"));
	ck_assert_uint_eq(hours->week.count, 0);
	ck_str(folder_told(&folder),
	       "f:1: error: \"ibland\" is no value for eves.\n"
	       "f:2: error: \"må\" are no days: write mon-thu, fri or mon "
	       "wed.\n"
	       "f:3: error: \"8\" is no time: write 08:00.\n"
	       "f:4: error: 12:00 is not before 12:00.\n");
	folder_end(&folder);
}
END_TEST

START_TEST(a_season_says_once_when_it_is)
{
	folder_begin(&folder);
	read(HOURS("", "<week/>\n<season><title>A</title></season>\n"
		       "<season weeks='1-2' from='01-01' until='01-02'>"
		       "<title>B</title></season>\n"
		       "<season from='01-01'><title>C</title></season>\n"
		       "<season weeks='54-60'><title>D</title></season>\n"
		       "<season from='02-30' until='03-01'><title>E</title>"
		       "</season>"));
	ck_str(folder_told(&folder),
	       "f:2: error: A season needs weeks, or from and until.\n"
	       "f:3: error: A season needs weeks, or from and until.\n"
	       "f:4: error: A season needs weeks, or from and until.\n"
	       "f:5: error: \"54-60\" are no weeks: write 25-32.\n"
	       "f:6: error: \"02-30\" is no date that exists.\n");
	folder_end(&folder);
}
END_TEST

SUITE("compile/opening", a_table_has_its_week, a_season_is_in_weeks_or_in_days,
      a_date_belongs_to_a_table, a_date_that_says_nothing_sure_is_told,
      an_interval_with_a_fault_is_left_out, a_season_says_once_when_it_is)
