# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CHECK
sheet_tests = tests/sheet/state tests/sheet/lines
check_PROGRAMS += $(sheet_tests)
TESTS += $(sheet_tests)

tests_sheet_state_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_state_LDADD = libmake.a libreal.a $(FLOORS_SHEET) \
	$(UNISTRING_LIBS) $(CHECK_LIBS)

tests_sheet_lines_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_lines_LDADD = $(FLOORS_SHEET) $(UNISTRING_LIBS) $(CHECK_LIBS)
endif
