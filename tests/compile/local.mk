# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CHECK
compile_tests = tests/compile/publish tests/compile/values
check_PROGRAMS += $(compile_tests)
TESTS += $(compile_tests)

tests_compile_values_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_values_LDADD = $(FLOORS_COMPILE) $(CHECK_LIBS) $(XML_LIBS) \
	$(GETTEXTPO_LIBS) $(UNISTRING_LIBS)
tests_compile_publish_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_compile_publish_LDADD = $(FLOORS_COMPILE) $(CHECK_LIBS) $(XML_LIBS) \
	$(GETTEXTPO_LIBS) $(UNISTRING_LIBS)
endif
