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

START_TEST(nummer_loses_a_vowel)
{
	ck_assert(ending("numret", "nummer"));
	ck_assert(ending("telefonnumren", "telefonnummer"));
	ck_assert(!ending("numr", "nummer") && !ending("numrera", "nummer"));
	ck_str(near_stem(STR("telefonnumret")), "telefonnum");
}
END_TEST

static bool named(const char *typed, const char *term)
{
	return near_named(str_of(typed), str_of(term));
}

START_TEST(a_sentence_names_a_term_whole)
{
	ck_assert(named("är det öppet nu", "öppet"));
	ck_assert(named("öppet i dag", "öppet i dag"));
	ck_assert(named("var är kartorna", "karta"));
	ck_assert(!named("är det öppet nu", "öppet i dag"));
	ck_assert(!named("hur långt är det", "det"));
	ck_assert(!named("", "öppet") && !named("öppet", ""));
}
END_TEST

START_TEST(words_are_put_together)
{
	ck_assert(named("lunchstängt", "stängt"));
	ck_assert(named("budgetförslag", "budget"));
	ck_assert(named("påsköppettider", "påsk, öppettider"));
	ck_assert(!named("parkering", "ring"));	 /* too short a head */
	ck_assert(!named("lagning", "lag"));	 /* too short a beginning */
	ck_assert(!named("simhallen", "imhal")); /* neither */
}
END_TEST

START_TEST(of_several_words_one_is_longest)
{
	ck_str(near_longest(STR("ansöka om bygglov")), "bygglov");
	ck_str(near_longest(STR("öl å ö")), "öl");
	ck_str(near_longest(STR("bygglov")), "");
	ck_str(near_longest(STR("")), "");
}
END_TEST

START_TEST(the_ends_of_words_are_taken_in_turn)
{
	struct str left = STR("är det öppet?"), ends[NEAR_ENDS];

	ck_assert(near_word_ends(&left, ends));
	ck_assert_uint_eq(ends[0].bytes + ends[1].bytes, 0);
	ck_assert(near_word_ends(&left, ends));
	ck_str(ends[0], "det");
	ck_assert_uint_eq(ends[1].bytes, 0);
	ck_assert(near_word_ends(&left, ends));
	ck_str(ends[0], "öpp");
	ck_assert(!near_word_ends(&left, ends));
	left = STR("lunchstängt");
	ck_assert(near_word_ends(&left, ends));
	ck_str(ends[0], "lun");
	ck_str(ends[1], "tängt");
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
      stems_and_parts_stand_in_what_is_near, nummer_loses_a_vowel,
      a_sentence_names_a_term_whole, words_are_put_together,
      of_several_words_one_is_longest, the_ends_of_words_are_taken_in_turn)
