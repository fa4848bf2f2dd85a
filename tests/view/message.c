/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view/message.h"

#include "real.h"
#include "suite.h"

/* What is said in a language: 0 Swedish, 1 English. Good until the next. */
static struct str said(unsigned language, uint32_t message, uint32_t number)
{
	static struct buf out;
	const struct visit visit = { .message = message,
				     .message_number = number };

	/* Kept, so it is no leak. */
	buf_clear(&out);
	message_add(&out, &real_window(80, 24).catalogs[language], &visit);
	return buf_str(&out);
}

START_TEST(silence_is_no_message)
{
	const struct visit silent = visit_new(true, 0, SHEET_SCREEN);

	ck_assert(!message_is(&silent));
	ck_str(said(0, VISIT_SILENT, 0), "");
}
END_TEST

START_TEST(a_wrong_digit_is_named)
{
	ck_str(said(0, VISIT_NO_DIGIT, 7), "Här finns inget val 7.");
	ck_str(said(1, VISIT_NO_DIGIT, 7), "There is no choice 7 here.");
}
END_TEST

START_TEST(settings_and_the_warning_are_told_in_the_language)
{
	ck_str(said(0, VISIT_READER_ON, 0), "Läsarstil är på.");
	ck_str(said(1, VISIT_READER_ON, 0), "Reader style is on.");
	ck_str(said(0, VISIT_READER_OFF, 0), "Läsarstil är av.");
	ck_str(said(1, VISIT_READER_OFF, 0), "Reader style is off.");
	ck_str(said(0, VISIT_STILL_THERE, 0),
	       "Är du kvar? Tryck på en tangent.");
	ck_str(said(1, VISIT_STILL_THERE, 0),
	       "Are you still there? Press any key.");
}
END_TEST

START_TEST(every_message_has_its_own_sentence)
{
	for (uint32_t a = VISIT_SILENT + 1; a < VISIT_MESSAGES; a++) {
		const struct visit visit = { .message = a };
		struct buf first = { 0 };

		ck_assert(message_is(&visit));
		buf_add(&first, said(0, a, 1));
		ck_assert_uint_gt(first.bytes, 0);
		for (uint32_t b = a + 1; b < VISIT_MESSAGES; b++)
			ck_assert(!str_equal(buf_str(&first), said(0, b, 1)));
		buf_free(&first);
	}
}
END_TEST

/* It is read out of its table by number. */
START_TEST(what_is_no_message_says_nothing)
{
	const struct visit beyond = { .message = VISIT_MESSAGES };

	ck_assert(!message_is(&beyond));
	ck_str(said(0, VISIT_MESSAGES, 0), "");
	ck_str(said(0, UINT32_MAX, 0), "");
}
END_TEST

START_TEST(it_stands_behind_what_was_said_before)
{
	const struct visit visit = { .message = VISIT_READER_ON };
	const struct catalog english = { 0 };
	struct buf out = { 0 };

	buf_add(&out, STR("Start. "));
	message_add(&out, &english, &visit);
	ck_str(buf_str(&out), "Start. Reader style is on.");
	buf_free(&out);
}
END_TEST

SUITE("view/message", silence_is_no_message, a_wrong_digit_is_named,
      settings_and_the_warning_are_told_in_the_language,
      every_message_has_its_own_sentence, what_is_no_message_says_nothing,
      it_stands_behind_what_was_said_before)
