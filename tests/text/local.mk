# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CHECK
text_tests = tests/text/chars tests/text/breaks
check_PROGRAMS += $(text_tests)
TESTS += $(text_tests)

tests_text_chars_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_text_chars_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_text_breaks_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_text_breaks_LDADD = $(FLOORS_TEXT) $(UNISTRING_LIBS) $(CHECK_LIBS)
endif
