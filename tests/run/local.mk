# SPDX-License-Identifier: GPL-3.0-or-later
run_scripts = \
	tests/run/layers.sh \
	tests/run/line.sh \
	tests/run/start.sh \
	tests/run/syslog.sh
TESTS += $(run_scripts)
EXTRA_DIST += $(run_scripts)
CLEANFILES += layers-*.tmp

check_PROGRAMS += tests/run/without

if HAVE_CHECK
PUBLISHED = tests/run/published.c tests/run/published.h
run_tests = \
	tests/run/calls \
	tests/run/confine \
	tests/run/dialogue \
	tests/run/forget \
	tests/run/log \
	tests/run/loop \
	tests/run/output \
	tests/run/shelf \
	tests/run/signals \
	tests/run/surroundings
check_PROGRAMS += $(run_tests)
TESTS += $(run_tests)
tests_run_calls_SOURCES = tests/run/calls.c tests/run/calls-aarch64.c
tests_run_calls_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_calls_LDADD = $(FLOORS_RUN) $(CHECK_LIBS)
tests_run_confine_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_confine_LDADD = $(FLOORS_RUN) $(CHECK_LIBS)
tests_run_dialogue_SOURCES = tests/run/dialogue.c $(PUBLISHED)
tests_run_dialogue_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_dialogue_LDADD = libmake.a $(FLOORS_RUN) $(UNISTRING_LIBS) \
	$(CHECK_LIBS) -lutil
tests_run_forget_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_forget_LDADD = $(FLOORS_RUN) $(CHECK_LIBS) -lpthread
tests_run_log_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_log_LDADD = $(FLOORS_RUN) $(CHECK_LIBS) -lutil
tests_run_loop_SOURCES = tests/run/loop.c $(PUBLISHED)
tests_run_loop_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_loop_LDADD = libmake.a $(FLOORS_RUN) $(NCURSES_LIBS) \
	$(UNISTRING_LIBS) $(CHECK_LIBS) -lutil
tests_run_output_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_output_LDADD = $(FLOORS_RUN) $(CHECK_LIBS) -lutil
tests_run_shelf_SOURCES = tests/run/shelf.c $(PUBLISHED)
tests_run_shelf_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_shelf_LDADD = libmake.a $(FLOORS_RUN) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_run_signals_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_signals_LDADD = $(FLOORS_RUN) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_run_surroundings_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_run_surroundings_LDADD = libmake.a $(FLOORS_RUN) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)

# What the program finds beside itself, beside these.
check_DATA += tests/run/textkiosk-compile tests/run/catalogs/sv.mo
CLEANFILES += tests/run/textkiosk-compile tests/run/catalogs/sv.mo
tests/run/textkiosk-compile: textkiosk-compile$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) $(@D) && ln -sf ../../textkiosk-compile$(EXEEXT) $@
tests/run/catalogs/sv.mo: catalogs/sv.mo
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cp catalogs/sv.mo $@
endif
