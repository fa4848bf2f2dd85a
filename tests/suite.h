/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs the tests of one module and prints TAP. A test file is a list of
 * START_TEST functions and one SUITE line that names them.
 */
#ifndef TEXTKIOSK_TESTS_SUITE_H
#define TEXTKIOSK_TESTS_SUITE_H

#include <check.h>
#include <stdlib.h>

/* SUITE("name", test, test, …): the program's main(). */
#define SUITE(name, ...)                                                       \
	int main(void)                                                         \
	{                                                                      \
		const TTest *const tests[] = { __VA_ARGS__ };                  \
		Suite *suite = suite_create(name);                             \
		TCase *tests_case = tcase_create(name);                        \
		SRunner *runner = srunner_create(suite);                       \
		size_t count = sizeof tests / sizeof *tests;                   \
                                                                               \
		/* Slow machines and sanitizers are no failure. */             \
		tcase_set_timeout(tests_case, 300);                            \
		for (size_t i = 0; i < count; i++)                             \
			tcase_add_test(tests_case, tests[i]);                  \
		suite_add_tcase(suite, tests_case);                            \
		srunner_set_tap(runner, "-");                                  \
		srunner_run_all(runner, CK_SILENT);                            \
		srunner_free(runner);                                          \
		return EXIT_SUCCESS;                                           \
	}

/* A slice holds exactly these bytes. */
#define ck_str(slice, text)                                                    \
	do {                                                                   \
		struct str ck_str_is = (slice);                                \
		struct str ck_str_wanted = str_of(text);                       \
                                                                               \
		ck_assert_msg(str_equal(ck_str_is, ck_str_wanted),             \
			      "\"%.*s\" is not \"%s\"", (int)ck_str_is.bytes,  \
			      ck_str_is.bytes ? ck_str_is.at : "", text);      \
	} while (0)

#endif
