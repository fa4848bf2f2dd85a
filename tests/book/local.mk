# SPDX-License-Identifier: GPL-3.0-or-later
# Makes small books in memory, for the tests of every floor above.
check_LIBRARIES += libmake.a
libmake_a_SOURCES = tests/book/make.c tests/book/make.h

if HAVE_CHECK
book_tests = tests/book/book tests/book/calendar tests/book/hours \
	tests/book/lookup tests/book/rank tests/book/search
check_PROGRAMS += $(book_tests)
TESTS += $(book_tests)

tests_book_book_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_book_book_LDADD = libreal.a $(FLOORS_BOOK) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_book_search_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_book_search_LDADD = libreal.a $(FLOORS_BOOK) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_book_lookup_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_book_lookup_LDADD = $(FLOORS_BOOK) $(UNISTRING_LIBS) $(CHECK_LIBS)
tests_book_rank_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_book_rank_LDADD = libreal.a $(FLOORS_BOOK) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_book_calendar_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_book_calendar_LDADD = libreal.a $(FLOORS_BOOK) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_book_hours_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_book_hours_LDADD = libmake.a libreal.a $(FLOORS_BOOK) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
endif

# The hours asked from another language, and what Debian knows of holidays.
check_PROGRAMS += tests/hours/answers
tests_hours_answers_LDADD = libreal.a $(FLOORS_SHEET) $(UNISTRING_LIBS)
TESTS += tests/hours/command.sh
TESTS_SLOW += tests/hours/oracle.sh tests/hours/public-holidays.sh \
	tests/hours/opening-hours.sh
EXTRA_DIST += tests/hours/command.sh \
	tests/hours/oracle.sh tests/hours/oracle.py \
	tests/hours/opening-hours.sh tests/hours/opening-hours.py \
	tests/hours/opening-hours.js \
	tests/hours/public-holidays.sh tests/hours/public-holidays.py

# Small books whose hours are known: plain as the municipality's, and special
# with gaps, policies, exceptions and a season over New Year.
check_DATA = tests/hours/plain.book tests/hours/special.book
CLEANFILES += tests/hours/plain.book tests/hours/special.book
tests/hours/plain.book tests/hours/special.book: textkiosk-compile$(EXEEXT) \
	$(srcdir)/tests/hours/plain/site.xml \
	$(srcdir)/tests/hours/special/site.xml
	$(AM_V_GEN)$(MKDIR_P) tests/hours && ./textkiosk-compile -o - \
		$(srcdir)/$(@:.book=) >$@ 2>/dev/null

EXTRA_DIST += tests/hours/holidays-se.tsv \
	tests/hours/opening-hours-cases.tsv \
	tests/hours/plain/site.xml tests/hours/plain/po/en.po \
	tests/hours/plain/pages/start.xml tests/hours/plain/pages/index.xml \
	tests/hours/plain/pages/help.xml tests/hours/plain/pages/language.xml \
	tests/hours/special/site.xml tests/hours/special/po/en.po \
	tests/hours/special/pages/start.xml \
	tests/hours/special/pages/index.xml \
	tests/hours/special/pages/help.xml \
	tests/hours/special/pages/language.xml
