/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/values.h"

#include "suite.h"

START_TEST(times_and_days)
{
	uint32_t value = 0, until = 0;

	ck_assert(values_time(STR("08:30"), &value) && value == 510);
	ck_assert(values_time(STR("24:00"), &value) && value == 1440);
	ck_assert(!values_time(STR("24:01"), &value));
	ck_assert(!values_time(STR("8:30"), &value));
	ck_assert(!values_time(STR("08:60"), &value));
	ck_assert(values_days(STR("mon-thu"), &value) && value == 15);
	ck_assert(values_days(STR("mon wed sun"), &value) && value == 69);
	ck_assert(!values_days(STR("thu-mon"), &value));
	ck_assert(!values_days(STR("mon-thu tue"), &value));
	ck_assert(!values_days(STR("monday"), &value));
	ck_assert(values_weeks(STR("25-32"), &value, &until) && value == 25 &&
		  until == 32);
	ck_assert(values_weeks(STR("5"), &value, &until) && until == 5);
	ck_assert(!values_weeks(STR("0-5"), &value, &until));
	ck_assert(!values_weeks(STR("50-54"), &value, &until));
}
END_TEST

START_TEST(numbers_of_screens_are_the_keys_to_them)
{
	uint32_t number = 0;

	ck_assert(values_number(STR("41"), &number) && number == 41);
	ck_assert(!values_number(STR("40"), &number));
	ck_assert(!values_number(STR("9"), &number));
	ck_assert(!values_number(STR(""), &number));
	ck_assert(!values_number(STR("1234567"), &number));
	ck_assert(values_number(STR("123456"), &number));
}
END_TEST

START_TEST(one_telephone_number_in_two_forms)
{
	ck_assert(
		values_same_tel(STR("0582-68 50 00"), STR("tel:+46582685000")));
	ck_assert(
		values_same_tel(STR("+46 582 68 50 00"), STR("0582-68 50 00")));
	ck_assert(!values_same_tel(STR("0582-68 50 01"),
				   STR("tel:+46582685000")));
	ck_assert(values_same_tel(STR("114 14"),
				  STR("tel:11414;phone-context=+46")));
	ck_assert(values_tel(STR("tel:+46582685000")));
	ck_assert(values_tel(STR("tel:112;phone-context=+46")));
	ck_assert(!values_tel(STR("tel:0582685000")));
	ck_assert(!values_tel(STR("0582-68 50 00")));
}
END_TEST

START_TEST(addresses_and_organisation_numbers)
{
	ck_assert(values_email(STR("kommun@hallsberg.se")));
	ck_assert(!values_email(STR("kommun hallsberg.se")));
	ck_assert(!values_email(STR("a@b@c.se")));
	ck_assert(values_url(STR("https://www.hallsberg.se/")));
	ck_assert(!values_url(STR("www.hallsberg.se")));
	ck_assert(!values_url(STR("javascript:alert(1)")));
	ck_assert(values_orgnr(STR("212000-1926")));
	ck_assert(!values_orgnr(STR("212000-1927")));
	ck_assert(!values_orgnr(STR("2120001926")));
}
END_TEST

SUITE("compile/values", times_and_days, numbers_of_screens_are_the_keys_to_them,
      one_telephone_number_in_two_forms, addresses_and_organisation_numbers)
