/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/near.h"

#include "suite.h"

static bool slip(const char *typed, const char *term)
{
	return near_slip(str_of(typed), str_of(term));
}

static bool ending(const char *typed, const char *term)
{
	return near_ending(str_of(typed), str_of(term));
}

START_TEST(one_slip_is_near)
{
	ck_assert(slip("kontajt", "kontakt")); /* changed */
	ck_assert(slip("lontakt", "kontakt"));
	ck_assert(slip("kontaky", "kontakt"));
	ck_assert(slip("kontkt", "kontakt")); /* missing */
	ck_assert(slip("ontakt", "kontakt"));
	ck_assert(slip("kontak", "kontakt"));
	ck_assert(slip("konntakt", "kontakt")); /* twice */
	ck_assert(slip("kkontakt", "kontakt"));
	ck_assert(slip("kontaktt", "kontakt"));
	ck_assert(slip("knotakt", "kontakt")); /* swapped */
	ck_assert(slip("okntakt", "kontakt"));
	ck_assert(slip("kontatk", "kontakt"));
}
END_TEST

START_TEST(letters_count_not_bytes)
{
	ck_assert(slip("öpettider", "öppettider"));
	ck_assert(slip("åppettider", "öppettider"));
	ck_assert(slip("ppettider", "öppettider"));
	ck_assert(slip("ööppettider", "öppettider"));
	ck_assert(slip("pöpettider", "öppettider"));
	ck_assert(slip("mååndag", "måndag"));
	ck_assert(!slip("ål", "öl"));
}
END_TEST

START_TEST(more_than_one_slip_is_far)
{
	ck_assert(!slip("kontakt", "kontakt") && !slip("konta", "kontakt"));
	ck_assert(!slip("komtajt", "kontakt"));
	ck_assert(!slip("kxontakt", "kontakt")); /* no letter twice */
	ck_assert(!slip("kontaktar", "kontakt"));
	ck_assert(!slip("tkonakt", "kontakt"));
	ck_assert(!slip("kal", "kam"));
	ck_assert(!slip("karta", ""));
}
END_TEST

START_TEST(a_slip_shows_before_the_word_is_whole)
{
	ck_assert(slip("komtakt", "kontaktuppgifter"));
	ck_assert(slip("kontatku", "kontaktuppgifter"));
	ck_assert(slip("konttaktup", "kontaktuppgifter"));
	ck_assert(slip("kotaktu", "kontaktuppgifter"));
	ck_assert(slip("styrsyt", "styrsystem, pdf"));
	ck_assert(!slip("komta", "kontaktuppgifter"));
}
END_TEST

START_TEST(a_word_of_a_term_is_enough)
{
	ck_assert(slip("ansvra", "roller och ansvar"));
	ck_assert(slip("mandag", "måndag, öppettider"));
	ck_assert(slip("roler och ansvar", "roller och ansvar"));
	ck_assert(!slip("rollerna", "roller och ansvar"));
	ck_assert(ending("rollers", "roller och ansvar"));
	ck_assert(ending("postens", "e-post"));
}
END_TEST

START_TEST(an_ending_is_one_of_the_list)
{
	ck_assert(ending("kartan", "karta"));
	ck_assert(ending("visionens", "vision"));
	ck_assert(ending("öppettiderna", "öppettider"));
	ck_assert(ending("kartor", "karta"));
	ck_assert(ending("läkarna", "läkare"));
	ck_assert(ending("målet", "mål"));
	ck_assert(ending("maps", "map"));
	ck_assert(!ending("kartbok", "karta"));
	ck_assert(!ending("karta", "karta"));
	ck_assert(!ending("lagt", "la"));
	ck_assert(!ending("malet", "mål"));
}
END_TEST

/* What the scan over all terms looks for stands in every term that is near. */
START_TEST(stems_and_parts_stand_in_what_is_near)
{
	struct str parts[NEAR_PARTS];

	ck_str(near_stem(STR("öppettiderna")), "öppettid");
	ck_str(near_stem(STR("kartans")), "kart");
	ck_str(near_stem(STR("måls")), "mål");
	ck_str(near_stem(STR("ans")), "ans");
	ck_str(near_stem(STR("s")), "s");
	near_parts(STR("öppettider"), parts);
	ck_str(parts[0], "öpp");
	ck_str(parts[1], "ett");
	ck_str(parts[2], "ider");
	near_parts(STR("ett"), parts);
	for (size_t i = 0; i < NEAR_PARTS; i++)
		ck_assert_uint_eq(parts[i].bytes, 0);
}
END_TEST

SUITE("text/near", one_slip_is_near, letters_count_not_bytes,
      more_than_one_slip_is_far, a_slip_shows_before_the_word_is_whole,
      a_word_of_a_term_is_enough, an_ending_is_one_of_the_list,
      stems_and_parts_stand_in_what_is_near)
