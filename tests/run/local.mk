# SPDX-License-Identifier: GPL-3.0-or-later
run_scripts = \
	tests/run/layers.sh \
	tests/run/line.sh \
	tests/run/start.sh
TESTS += $(run_scripts)
EXTRA_DIST += $(run_scripts)
CLEANFILES += layers-*.tmp

check_PROGRAMS += tests/run/without

if HAVE_CHECK
run_tests = \
	tests/run/confine \
	tests/run/forget \
	tests/run/log \
	tests/run/signals
check_PROGRAMS += $(run_tests)
TESTS += $(run_tests)
tests_run_confine_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_confine_LDADD = $(FLOORS_RUN) $(CHECK_LIBS)
tests_run_forget_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_forget_LDADD = $(FLOORS_RUN) $(CHECK_LIBS) -lpthread
tests_run_log_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_log_LDADD = $(FLOORS_RUN) $(CHECK_LIBS) -lutil
tests_run_signals_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_signals_LDADD = $(FLOORS_RUN) $(UNISTRING_LIBS) $(CHECK_LIBS)
endif
