# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_CHECK
sheet_tests = \
	tests/sheet/calm \
	tests/sheet/dates \
	tests/sheet/facts \
	tests/sheet/flow \
	tests/sheet/head \
	tests/sheet/hits \
	tests/sheet/lines \
	tests/sheet/making \
	tests/sheet/notices \
	tests/sheet/sheet \
	tests/sheet/spoken \
	tests/sheet/state \
	tests/sheet/timetable
check_PROGRAMS += $(sheet_tests)
TESTS += $(sheet_tests)

tests_sheet_dates_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_dates_LDADD = libmake.a libreal.a $(FLOORS_SHEET) \
	$(UNISTRING_LIBS) $(CHECK_LIBS)
tests_sheet_sheet_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_sheet_LDADD = $(FLOORS_SHEET) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_sheet_spoken_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_spoken_LDADD = libreal.a $(FLOORS_SHEET) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_sheet_state_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_state_LDADD = libmake.a libreal.a $(FLOORS_SHEET) \
	$(UNISTRING_LIBS) $(CHECK_LIBS)
tests_sheet_facts_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_facts_LDADD = libmake.a libreal.a $(FLOORS_SHEET) \
	$(UNISTRING_LIBS) $(CHECK_LIBS)
tests_sheet_timetable_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_timetable_LDADD = libmake.a libreal.a $(FLOORS_SHEET) \
	$(UNISTRING_LIBS) $(CHECK_LIBS)

tests_sheet_notices_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_notices_LDADD = libmake.a libreal.a $(FLOORS_SHEET) \
	$(UNISTRING_LIBS) $(CHECK_LIBS)

tests_sheet_lines_SOURCES = tests/sheet/lines.c tests/sheet/rows.c \
	tests/sheet/rows.h
tests_sheet_lines_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_lines_LDADD = $(FLOORS_SHEET) $(UNISTRING_LIBS) $(CHECK_LIBS)

tests_sheet_making_SOURCES = tests/sheet/making.c tests/sheet/rows.c \
	tests/sheet/rows.h
tests_sheet_making_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_making_LDADD = libmake.a $(FLOORS_SHEET) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)

tests_sheet_hits_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_hits_LDADD = libmake.a libreal.a $(FLOORS_SHEET) \
	$(UNISTRING_LIBS) $(CHECK_LIBS)
tests_sheet_head_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_head_LDADD = libmake.a libreal.a $(FLOORS_SHEET) \
	$(UNISTRING_LIBS) $(CHECK_LIBS)

tests_sheet_calm_SOURCES = tests/sheet/calm.c tests/sheet/rows.c \
	tests/sheet/rows.h
tests_sheet_calm_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_calm_LDADD = libreal.a $(FLOORS_SHEET) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)

tests_sheet_flow_SOURCES = tests/sheet/flow.c tests/sheet/rows.c \
	tests/sheet/rows.h
tests_sheet_flow_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_sheet_flow_LDADD = libmake.a $(FLOORS_SHEET) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
endif
EXTRA_DIST += tests/sheet/spoken.tsv
