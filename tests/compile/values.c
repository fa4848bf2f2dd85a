/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/values.h"

#include "suite.h"

/* Each list ends with NULL: what is one, and what is none. */
#define ck_all(is, ...)                                                        \
	do {                                                                   \
		const char *const texts[] = { __VA_ARGS__, NULL };             \
                                                                               \
		for (size_t at = 0; texts[at]; at++)                           \
			ck_assert_msg(is(texts[at]), "%s", texts[at]);         \
	} while (0)

static bool is_time(const char *text)
{
	uint32_t minute;

	return values_time(str_of(text), &minute);
}

static bool no_time(const char *text)
{
	return !is_time(text);
}

START_TEST(times)
{
	uint32_t minute = 7;

	ck_all(is_time, "00:00", "08:30", "23:59", "24:00");
	ck_all(no_time, "", "8:00", "08.00", "08:60", "24:01", "25:00", "08:0",
	       "08:000", " 08:00", "-8:00", "08:00 ");
	ck_assert(values_time(STR("08:30"), &minute));
	ck_assert_uint_eq(minute, 510);
	ck_assert(!values_time(STR("09:99"), &minute));
	ck_assert_uint_eq(minute, 510);
}
END_TEST

static bool is_date(const char *text)
{
	int32_t day;

	return values_date(str_of(text), &day);
}

static bool no_date(const char *text)
{
	return !is_date(text);
}

START_TEST(dates_exist)
{
	int32_t day;
	uint32_t minutes, year, month;

	ck_all(is_date, "2026-12-24", "2024-02-29", "2000-02-29");
	ck_all(no_date, "", "2026-02-29", "2100-02-29", "2026-13-01",
	       "2026-00-10", "2026-1-1", "26-01-01", "2026-04-31",
	       "2026-12-24 ", "1889-01-01", "9999-01-01");
	ck_assert(values_date(STR("2026-11-24"), &day));
	ck_assert_int_eq(day, 20781);
	ck_assert(values_instant(STR("2026-11-24T10:30"), &minutes));
	ck_assert_uint_eq(minutes, 20781u * 1440 + 630);
	ck_assert(!values_instant(STR("2026-11-24 10:30"), &minutes));
	ck_assert(!values_instant(STR("2026-11-24T10:3"), &minutes));
	ck_assert(!values_instant(STR("2026-11-24"), &minutes));
	ck_assert(values_month(STR("2014-12"), &year, &month));
	ck_assert_uint_eq(year * 100 + month, 201412);
	ck_assert(!values_month(STR("2014-13"), &year, &month));
	ck_assert(!values_month(STR("2014"), &year, &month));
	ck_assert(!values_month(STR("2014-12-01"), &year, &month));
}
END_TEST

START_TEST(parts_of_a_year)
{
	uint32_t at, from, until;

	ck_assert(values_month_day(STR("06-15"), &at));
	ck_assert_uint_eq(at, 615);
	ck_assert(values_month_day(STR("02-29"), &at));
	ck_assert(!values_month_day(STR("02-30"), &at));
	ck_assert(!values_month_day(STR("6-15"), &at));
	ck_assert(values_weeks(STR("25-32"), &from, &until));
	ck_assert_uint_eq(from * 100 + until, 2532);
	ck_assert(values_weeks(STR("9"), &from, &until));
	ck_assert_uint_eq(from * 100 + until, 909);
	/* Over New Year. */
	ck_assert(values_weeks(STR("51-2"), &from, &until));
	ck_assert(!values_weeks(STR("0"), &from, &until));
	ck_assert(!values_weeks(STR("54"), &from, &until));
	ck_assert(!values_weeks(STR("25-"), &from, &until));
	ck_assert(!values_weeks(STR("25-32-40"), &from, &until));
	ck_assert(!values_weeks(STR("v. 25"), &from, &until));
}
END_TEST

START_TEST(days_of_a_week)
{
	uint32_t days = 99;

	ck_assert(values_days(STR("mon-thu"), &days));
	ck_assert_uint_eq(days, 0x0F);
	ck_assert(values_days(STR("fri"), &days));
	ck_assert_uint_eq(days, 0x10);
	ck_assert(values_days(STR("mon wed sun"), &days));
	ck_assert_uint_eq(days, 0x45);
	ck_assert(!values_days(STR("mon mon"), &days));
	ck_assert(!values_days(STR("mon-wed tue"), &days));
	ck_assert(!values_days(STR("sat-mon"), &days));
	ck_assert(!values_days(STR("Mon"), &days));
	ck_assert(!values_days(STR("mon,tue"), &days));
	ck_assert(!values_days(STR("mon "), &days));
	ck_assert(!values_days(STR(""), &days));
	ck_assert_uint_eq(days, 0x45);
}
END_TEST

static bool is_id(const char *text)
{
	return values_id(str_of(text));
}

static bool no_id(const char *text)
{
	return !is_id(text);
}

static bool is_language(const char *text)
{
	return values_language(str_of(text));
}

static bool no_language(const char *text)
{
	return !is_language(text);
}

START_TEST(names)
{
	ck_all(is_id, "start", "values.joy", "a-1",
	       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	       "a");
	ck_all(no_id, "", "Start", "å", "a b", "a/b",
	       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	       "aa");
	ck_all(is_language, "sv", "en", "fit", "pt-br", "zh-hant-tw",
	       "ca-valencia");
	ck_all(no_language, "", "s", "SV", "swed", "sv-", "-sv", "sv-f", "../x",
	       "s1", "sv_SE", "en-toolongpart");
}
END_TEST

START_TEST(numbers_are_keys)
{
	uint32_t number = 7;

	ck_assert(values_number(STR("41"), &number));
	ck_assert_uint_eq(number, 41);
	ck_assert(values_number(STR("888888"), &number));
	ck_assert(!values_number(STR("0"), &number));
	ck_assert(!values_number(STR("9"), &number));
	ck_assert(!values_number(STR("041"), &number));
	ck_assert(!values_number(STR("1111111"), &number));
	ck_assert(!values_number(STR(""), &number));
	ck_assert_uint_eq(number, 888888);
}
END_TEST

static bool is_tel(const char *text)
{
	return values_tel(str_of(text));
}

static bool no_tel(const char *text)
{
	return !is_tel(text);
}

START_TEST(telephone_numbers)
{
	ck_all(is_tel, "tel:+46582685000", "tel:112;phone-context=+46",
	       "tel:11414;phone-context=+46", "tel:1177;phone-context=+46");
	ck_all(no_tel, "", "+46582685000", "tel:0582685000", "tel:+46582",
	       "tel:+46 582 68 50 00", "tel:112",
	       "tel:112;phone-context=", "tel:+4658268500012345",
	       "tel:+46582685000;ext=1", "tel:112;phone-context=+46x",
	       "javascript:1");
	ck_assert(
		values_same_tel(STR("0582-68 50 00"), STR("tel:+46582685000")));
	ck_assert(values_same_tel(STR("+46 582 68 50 00"),
				  STR("tel:+46582685000")));
	ck_assert(values_same_tel(STR("114 14"),
				  STR("tel:11414;phone-context=+46")));
	ck_assert(
		values_same_tel(STR("0582-68 50 00"), STR("+46 582 68 50 00")));
	ck_assert(!values_same_tel(STR("0582-68 50 01"),
				   STR("tel:+46582685000")));
	ck_assert(!values_same_tel(STR("112"), STR("113 13")));
}
END_TEST

static bool is_email(const char *text)
{
	return values_email(str_of(text));
}

static bool no_email(const char *text)
{
	return !is_email(text);
}

static bool is_url(const char *text)
{
	return values_url(str_of(text));
}

static bool no_url(const char *text)
{
	return !is_url(text);
}

START_TEST(addresses)
{
	ck_all(is_email, "kommun@hallsberg.se", "a.b+c@x.y.se");
	ck_all(no_email, "", "@hallsberg.se", "kommun@", "kommun@hallsberg",
	       "kommun(at)hallsberg.se", "a@b@c.se", "a b@c.se", "a@c..se",
	       "a@.se", "a@c.se.", "å@c.se", "a@c.s\xC3\xA9");
	ck_all(is_url, "https://www.hallsberg.se/", "http://x.se",
	       "https://x.se/a?b=c#d", "https://x.se:8080/", "https://x.se?a");
	ck_all(no_url, "", "www.hallsberg.se", "https://", "https://localhost",
	       "ftp://x.se", "https://x.se/a b", "https://.se", "https://a..se",
	       "javascript:alert(1)", "https://x.se/\"", "HTTPS://x.se",
	       "https://user@x.se/", "https://x.se/\n");
}
END_TEST

static bool is_orgnr(const char *text)
{
	return values_orgnr(str_of(text));
}

static bool no_orgnr(const char *text)
{
	return !is_orgnr(text);
}

START_TEST(organisation_numbers)
{
	ck_all(is_orgnr, "212000-1926", "202100-5489");
	ck_all(no_orgnr, "", "212000-1927", "2120001926", "212000-192",
	       "212000 1926", "21200x-1926", "212000-19260");
}
END_TEST

START_TEST(a_name_may_miss_by_a_letter)
{
	ck_assert(values_nearly(STR("help"), STR("help")));
	ck_assert(values_nearly(STR("help"), STR("hepl")));
	ck_assert(values_nearly(STR("help"), STR("hel")));
	ck_assert(values_nearly(STR("help"), STR("shelp")));
	ck_assert(values_nearly(STR("help"), STR("hemp")));
	ck_assert(values_nearly(STR("Ål"), STR("Al")));
	ck_assert(values_nearly(STR("Ål"), STR("Äl")));
	ck_assert(!values_nearly(STR("help"), STR("hjälp")));
	ck_assert(!values_nearly(STR("help"), STR("lehp")));
	ck_assert(!values_nearly(STR("help"), STR("")));
}
END_TEST

SUITE("compile/values", times, dates_exist, parts_of_a_year, days_of_a_week,
      names, numbers_are_keys, telephone_numbers, addresses,
      organisation_numbers, a_name_may_miss_by_a_letter)
