/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/order.h"

#include "suite.h"
#include "text/chars.h"

#include <stdio.h>
#include <string.h>

static int compared(enum order_alphabet alphabet, const char *a, const char *b)
{
	struct buf left = { 0 }, right = { 0 };
	int order;

	order_key(&left, alphabet, str_of(a));
	order_key(&right, alphabet, str_of(b));
	order = str_compare(buf_str(&left), buf_str(&right));
	buf_free(&left);
	buf_free(&right);
	return order;
}

static void assert_in_order(enum order_alphabet alphabet,
			    const char *const *words)
{
	for (; words[1]; words++)
		ck_assert_msg(compared(alphabet, words[0], words[1]) < 0,
			      "\"%s\" before \"%s\"", words[0], words[1]);
}

static void assert_form(enum order_form form, const char *term,
			const char *wanted)
{
	struct buf found = { 0 };

	order_form(&found, form, str_of(term));
	ck_str(buf_str(&found), wanted);
	buf_free(&found);
}

START_TEST(swedish_letters_come_last_in_their_order)
{
	static const char *const words[] = { "1177", "A",   "ask",   "dal",
					     "vara", "wc",  "xenon", "yr",
					     "zon",  "åka", "ärlig", "öga",
					     NULL };

	assert_in_order(ORDER_SWEDISH, words);
}
END_TEST

START_TEST(other_letters_stand_with_their_like)
{
	ck_assert_int_lt(compared(ORDER_SWEDISH, "ide", "idé"), 0);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "idé", "idea"), 0);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "mysli", "müsli"), 0);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "müsli", "myt"), 0);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "zon", "Ærö"), 0);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "ö", "ø"), 0);
	ck_assert_int_lt(compared(ORDER_ENGLISH, "öl", "om"), 0);
}
END_TEST

START_TEST(words_are_compared_word_by_word)
{
	static const char *const words[] = { "ko",	 "ko mjölk", "ko-mjölk",
					     "kobra",	 "komjölk",  "kommun",
					     "Kommun A", NULL };

	assert_in_order(ORDER_SWEDISH, words);
}
END_TEST

START_TEST(case_decides_last)
{
	static const char *const words[] = { "ö", "Ö", "öa", "Öb", NULL };

	assert_in_order(ORDER_SWEDISH, words);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "Ide", "idé"), 0);
}
END_TEST

START_TEST(the_same_text_has_the_same_key)
{
	ck_assert_int_eq(compared(ORDER_SWEDISH, "Öppet", "O\u0308ppet"), 0);
	ck_assert_int_eq(compared(ORDER_SWEDISH, "kom\u00ADmun", "kommun"), 0);
	ck_assert_int_eq(compared(ORDER_SWEDISH, "", ""), 0);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "", " "), 0);
}
END_TEST

START_TEST(other_scripts_come_last)
{
	ck_assert_int_lt(compared(ORDER_SWEDISH, "öö", "Київ"), 0);
	ck_assert_int_lt(compared(ORDER_ENGLISH, "zz", "Ω"), 0);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "ω", "Київ"), 0);
	ck_assert_int_lt(compared(ORDER_SWEDISH, "☎", "0"), 0);
}
END_TEST

/* The word of a sorted line, behind "=" or "<". */
static char *word_of(char *line)
{
	line[strcspn(line, "\n")] = '\0';
	return line + 1;
}

static unsigned assert_sorted(enum order_alphabet alphabet, FILE *sorted)
{
	char last[1024] = "", line[1024];
	unsigned words = 0;

	while (fgets(line, sizeof line, sorted)) {
		bool same = line[0] == '=';
		const char *word = word_of(line);
		int order = compared(alphabet, last, word);

		if (words++ && (same ? order != 0 : order >= 0))
			ck_abort_msg("%u: \"%s\" %c \"%s\" is not so", words,
				     last, line[0], word);
		memcpy(last, word, strlen(word) + 1);
	}
	return words;
}

/*
 * What Perl's Unicode::Collate::Locale made of the terms of A–Ö, of hard
 * words and of 500 made by chance (order-oracle.pl). The slow group names
 * files of its own, made at that moment.
 */
static void assert_perl_agrees(enum order_alphabet alphabet,
			       const char *variable, const char *fixed)
{
	const char *srcdir = getenv("srcdir");
	const char *path = getenv(variable);
	char fixed_path[4096];
	FILE *sorted;

	snprintf(fixed_path, sizeof fixed_path, "%s/tests/text/%s",
		 srcdir ? srcdir : ".", fixed);
	sorted = fopen(path ? path : fixed_path, "r");
	ck_assert_ptr_nonnull(sorted);
	ck_assert_uint_ge(assert_sorted(alphabet, sorted), 500);
	fclose(sorted);
}

START_TEST(swedish_order_is_cldrs)
{
	assert_perl_agrees(ORDER_SWEDISH, "ORDER_SV", "order-sv.txt");
}
END_TEST

START_TEST(english_order_is_cldrs)
{
	assert_perl_agrees(ORDER_ENGLISH, "ORDER_EN", "order-en.txt");
}
END_TEST

START_TEST(a_language_has_an_alphabet)
{
	struct str letters[29];

	ck_assert_int_eq(order_alphabet(STR("sv")), ORDER_SWEDISH);
	ck_assert_int_eq(order_alphabet(STR("sv-FI")), ORDER_SWEDISH);
	ck_assert_int_eq(order_alphabet(STR("en")), ORDER_ENGLISH);
	ck_assert_int_eq(order_alphabet(STR("")), ORDER_ENGLISH);
	ck_assert_uint_eq(order_letters(ORDER_SWEDISH, letters), 29);
	ck_str(letters[22], "W");
	ck_str(letters[28], "Ö");
	ck_assert_uint_eq(order_letters(ORDER_ENGLISH, letters), 26);
}
END_TEST

static size_t letter_of(enum order_alphabet alphabet, struct str word)
{
	struct buf key = { 0 };
	size_t letter;

	order_key(&key, alphabet, word);
	letter = order_letter(alphabet, buf_str(&key));
	buf_free(&key);
	return letter;
}

START_TEST(a_word_is_filed_under_its_letter)
{
	struct str letters[29];
	size_t count = order_letters(ORDER_SWEDISH, letters);

	for (size_t i = 0; i < count; i++)
		ck_assert_uint_eq(letter_of(ORDER_SWEDISH, letters[i]), i);
	ck_assert_uint_eq(letter_of(ORDER_SWEDISH, STR("Älgar")), 27);
	ck_assert_uint_eq(letter_of(ORDER_SWEDISH, STR("ålar")), 26);
	ck_assert_uint_eq(letter_of(ORDER_SWEDISH, STR("Øre")), 28);
	ck_assert_uint_eq(letter_of(ORDER_SWEDISH, STR("éclair")), 4);
	ck_assert_uint_eq(letter_of(ORDER_SWEDISH, STR("Üb")), 24);
	ck_assert_uint_eq(letter_of(ORDER_ENGLISH, STR("Älgar")), 0);
	ck_assert_uint_eq(letter_of(ORDER_ENGLISH, STR("zoo")), 25);
	ck_assert_uint_eq(letter_of(ORDER_SWEDISH, STR("112")), SIZE_MAX);
	ck_assert_uint_eq(letter_of(ORDER_SWEDISH, STR("Київ")), SIZE_MAX);
	ck_assert_uint_eq(letter_of(ORDER_SWEDISH, STR("")), SIZE_MAX);
}
END_TEST

/* Exact, stripped, digraph; then the same without punctuation. */
static const char *const forms[][1 + ORDER_FORMS] = {
	{ "Öppettider", "öppettider", "oppettider", "oeppettider", "öppettider",
	  "oppettider", "oeppettider" },
	{ "E-post", "e-post", "e-post", "e-post", "epost", "epost", "epost" },
	{ "Åkerby Kök", "åkerby kök", "akerby kok", "aakerby koek",
	  "åkerby kök", "akerby kok", "aakerby koek" },
	{ "mål", "mål", "mal", "maal", "mål", "mal", "maal" },
	{ "Idé", "idé", "ide", "ide", "idé", "ide", "ide" },
	{ "Müsli", "müsli", "musli", "muesli", "müsli", "musli", "muesli" },
	{ "Ærø", "ærø", "aro", "aeroe", "ærø", "aro", "aeroe" },
	{ "STRASSE ß", "strasse ss", "strasse ss", "strasse ss", "strasse ss",
	  "strasse ss", "strasse ss" },
	{ "µ Ł ŠŠ", "μ ł šš", "μ l ss", "μ l ss", "μ ł šš", "μ l ss",
	  "μ l ss" },
	{ "A\u030Ar  O\u0308l", "år öl", "ar ol", "aar oel", "år öl", "ar ol",
	  "aar oel" },
	{ "kom\u00ADmun", "kommun", "kommun", "kommun", "kommun", "kommun",
	  "kommun" },
	{ " A–Ö \t ", "a–ö", "a–o", "a–oe", "aö", "ao", "aoe" },
	{ "113\u00A0"
	  "13 (polisen)",
	  "113 13 (polisen)", "113 13 (polisen)", "113 13 (polisen)",
	  "113 13 polisen", "113 13 polisen", "113 13 polisen" },
	{ "x\u0323\u0302y", "x\u0323\u0302y", "xy", "xy", "x\u0323\u0302y",
	  "xy", "xy" },
	{ "", "", "", "", "", "", "" },
	{ "–", "–", "–", "–", "", "", "" },
};

START_TEST(a_term_has_six_forms)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		for (unsigned form = 0; form < ORDER_FORMS; form++)
			assert_form(form, forms[i][0], forms[i][1 + form]);
}
END_TEST

static struct buf form_of(enum order_form form, struct str text)
{
	struct buf out = { 0 };

	order_form(&out, form, text);
	return out;
}

/* An ŋ makes any text one that is folded the long way. */
static void assert_both_ways(enum order_form form, uint32_t c)
{
	struct buf text = { 0 }, quick, slow;

	buf_add(&text, STR(" A "));
	chars_add(&text, c);
	buf_add(&text, STR("b"));
	quick = form_of(form, buf_str(&text));
	buf_add(&quick, STR("ŋ"));
	buf_add(&text, STR("ŋ"));
	slow = form_of(form, buf_str(&text));
	ck_assert_msg(str_equal(buf_str(&quick), buf_str(&slow)),
		      "U+%04X, form %d", (unsigned)c, form);
	buf_free(&text);
	buf_free(&quick);
	buf_free(&slow);
}

START_TEST(usual_text_is_folded_as_any_text)
{
	for (enum order_form form = 0; form < ORDER_FORMS; form++) {
		for (uint32_t c = 0x20; c < 0x250; c++)
			assert_both_ways(form, c);
		for (uint32_t c = 0x2000; c < 0x2060; c++)
			assert_both_ways(form, c);
	}
}
END_TEST

START_TEST(exact_text_can_be_stripped_later)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct buf out = { 0 };

		order_strip(&out, str_of(forms[i][1 + ORDER_EXACT]));
		ck_str(buf_str(&out), forms[i][1 + ORDER_STRIPPED]);
		buf_clear(&out);
		order_strip(&out, STR("å\nä\n"));
		ck_str(buf_str(&out), "a\na\n");
		buf_free(&out);
	}
}
END_TEST

START_TEST(a_form_is_appended)
{
	struct buf out = { 0 };

	buf_add(&out, STR("x"));
	order_form(&out, ORDER_EXACT, STR(" A"));
	ck_str(buf_str(&out), "xa");
	buf_free(&out);
}
END_TEST

SUITE("text/order", swedish_letters_come_last_in_their_order,
      other_letters_stand_with_their_like, words_are_compared_word_by_word,
      case_decides_last, the_same_text_has_the_same_key,
      other_scripts_come_last, swedish_order_is_cldrs, english_order_is_cldrs,
      a_language_has_an_alphabet, a_word_is_filed_under_its_letter,
      a_term_has_six_forms, usual_text_is_folded_as_any_text,
      exact_text_can_be_stripped_later, a_form_is_appended)
