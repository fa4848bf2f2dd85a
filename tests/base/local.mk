# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CHECK
base_tests = tests/base/arena tests/base/str tests/base/report
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)

tests_base_arena_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_base_arena_LDADD = $(FLOORS_BASE) $(CHECK_LIBS)
tests_base_str_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_base_str_LDADD = $(FLOORS_BASE) $(CHECK_LIBS)
tests_base_report_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_base_report_LDADD = $(FLOORS_BASE) $(CHECK_LIBS)
endif
