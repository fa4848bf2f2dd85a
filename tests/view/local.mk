# SPDX-License-Identifier: GPL-3.0-or-later
check_LIBRARIES += libreal.a
libreal_a_SOURCES = tests/phrases.c tests/phrases.h tests/real.c tests/real.h

check_PROGRAMS += tests/view/pages
tests_view_pages_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS)

TESTS += tests/pages/goldens.sh
EXTRA_DIST += tests/pages/goldens.sh \
	tests/pages/sv-80x24.txt tests/pages/sv-40x12.txt \
	tests/pages/sv-reader.txt tests/pages/sv-line.txt \
	tests/pages/en-80x24.txt tests/pages/en-40x12.txt \
	tests/pages/en-reader.txt tests/pages/en-line.txt

# The diff of the goldens is what is to be read.
update-goldens: all tests/view/pages
	UPDATE=1 srcdir='$(srcdir)' $(SHELL) $(srcdir)/tests/pages/goldens.sh
.PHONY: update-goldens

check_PROGRAMS += tests/view/sizes
tests_view_sizes_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS)
TESTS += tests/view/sizes tests/view/find.sh
EXTRA_DIST += tests/view/find.sh

check_PROGRAMS += tests/view/pairs
tests_view_pairs_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
tests_view_pairs_LDADD = libreal.a $(FLOORS_VIEW) $(NCURSES_LIBS) \
	$(UNISTRING_LIBS)
TESTS += tests/view/pairs

if HAVE_VTERM
check_PROGRAMS += tests/view/resize
tests_view_resize_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS) $(VTERM_CFLAGS)
tests_view_resize_LDADD = libreal.a $(FLOORS_VIEW) $(NCURSES_LIBS) \
	$(UNISTRING_LIBS) $(VTERM_LIBS)
TESTS += tests/view/resize
endif

check_PROGRAMS += tests/view/same-words
tests_view_same_words_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS)
TESTS += tests/view/same-words

if HAVE_CHECK
view_tests = \
	tests/view/dump \
	tests/view/frame \
	tests/view/keys \
	tests/view/line \
	tests/view/message \
	tests/view/reading
check_PROGRAMS += $(view_tests)
TESTS += $(view_tests)
tests_view_frame_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_view_frame_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_view_dump_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_view_dump_LDADD = libmake.a $(FLOORS_VIEW) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_view_line_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_view_line_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_view_message_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_view_message_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_view_reading_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_view_reading_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS) \
	$(CHECK_LIBS)
tests_view_keys_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS)
tests_view_keys_LDADD = $(FLOORS_VIEW) $(UNISTRING_LIBS) $(CHECK_LIBS)
if HAVE_VTERM
check_PROGRAMS += tests/view/screen
TESTS += tests/view/screen
tests_view_screen_CPPFLAGS = $(AM_CPPFLAGS) $(CHECK_CFLAGS) $(VTERM_CFLAGS) \
	$(NCURSES_CFLAGS)
tests_view_screen_LDADD = libreal.a $(FLOORS_VIEW) $(NCURSES_LIBS) \
	$(UNISTRING_LIBS) $(VTERM_LIBS) $(CHECK_LIBS) -lutil
endif
endif
