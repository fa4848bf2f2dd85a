# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/visit/walk tests/visit/random
tests_visit_random_LDADD = libreal.a $(FLOORS_VISIT) $(UNISTRING_LIBS)
tests_visit_walk_LDADD = libreal.a $(FLOORS_VISIT) $(UNISTRING_LIBS)

TESTS += tests/visit/walk-full.sh tests/visit/walk-kiosk.sh \
	tests/visit/walk-notices.sh
TESTS_SLOW += tests/visit/walk-large.sh tests/visit/random-slow.sh
TESTS_LONG += tests/visit/random-long.sh
EXTRA_DIST += tests/visit/walk-full.sh tests/visit/walk-kiosk.sh \
	tests/visit/walk-large.sh tests/visit/walk-notices.sh \
	tests/visit/random-slow.sh tests/visit/random-long.sh

if HAVE_CHECK
visit_tests = tests/visit/intent tests/visit/idle tests/visit/step
check_PROGRAMS += $(visit_tests)
TESTS += $(visit_tests)
tests_visit_intent_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_visit_intent_LDADD = $(FLOORS_VISIT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_visit_idle_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_visit_idle_LDADD = $(FLOORS_VISIT) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_visit_step_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_visit_step_LDADD = libreal.a $(FLOORS_VISIT) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
endif
