# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CHECK
base_tests = \
	tests/base/arena \
	tests/base/die \
	tests/base/report \
	tests/base/str
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)

tests_base_arena_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_base_arena_LDADD = $(FLOORS_BASE) $(CHECK_LIBS)
tests_base_die_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_base_die_LDADD = $(FLOORS_BASE) $(CHECK_LIBS) -lutil
tests_base_str_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_base_str_LDADD = $(FLOORS_BASE) $(CHECK_LIBS)
tests_base_report_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_base_report_LDADD = $(FLOORS_BASE) $(CHECK_LIBS)
endif
