# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/visits/visits-core
tests_visits_visits_core_SOURCES = tests/visits/visits.c \
	tests/visits/stage_core.c tests/visits/stage.h
tests_visits_visits_core_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS)
TESTS += tests/visits/core.sh

check_PROGRAMS += tests/visits/visits-line
tests_visits_visits_line_SOURCES = tests/visits/visits.c \
	tests/visits/stage_line.c tests/visits/stage.h
tests_visits_visits_line_LDADD = libreal.a $(FLOORS_VIEW) $(UNISTRING_LIBS)
TESTS += tests/visits/line.sh

if HAVE_VTERM
check_LIBRARIES += libpty.a
libpty_a_SOURCES = tests/pty/pty.c tests/pty/pty.h \
	tests/pty/hand.c tests/pty/hand.h
libpty_a_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)

check_PROGRAMS += tests/visits/visits-pty
tests_visits_visits_pty_SOURCES = tests/visits/visits.c \
	tests/visits/stage_pty.c tests/visits/stage.h
tests_visits_visits_pty_LDADD = libpty.a $(FLOORS_BOOK) $(UNISTRING_LIBS) \
	$(VTERM_LIBS) -lutil
endif
TESTS += tests/visits/pty.sh
TESTS_SLOW += tests/visits/everywhere.sh

EXTRA_DIST += tests/visits/README tests/visits/core.sh \
	tests/visits/line.sh tests/visits/pty.sh tests/visits/everywhere.sh
VISITS = \
	tests/visits/arrows-alone.visit \
	tests/visits/back-returns-to-the-item-left.visit \
	tests/visits/braille-routing-moves-the-focus-alone.visit \
	tests/visits/digits-from-anywhere.visit \
	tests/visits/digits-lead-down.visit \
	tests/visits/easy-text.visit \
	tests/visits/end-rings-and-stays.visit \
	tests/visits/english-from-the-start.visit \
	tests/visits/enter-goes-on-through-a-long-screen.visit \
	tests/visits/help-by-question-mark.visit \
	tests/visits/help-on-one-screen.visit \
	tests/visits/keypad-alone.visit \
	tests/visits/kiosk-cannot-be-left.visit \
	tests/visits/klar-begins-anew.visit \
	tests/visits/language-keeps-the-place.visit \
	tests/visits/left-and-right-do-nothing.visit \
	tests/visits/letters-look-up.visit \
	tests/visits/look-up-by-rows-of-letters.visit \
	tests/visits/look-up-finds-nothing.visit \
	tests/visits/look-up-without-dots.visit \
	tests/visits/notice-in-english.visit \
	tests/visits/notice-in-reader-style.visit \
	tests/visits/notice-leads-to-all-in-full.visit \
	tests/visits/notice-small.visit \
	tests/visits/notices-begin-and-end.visit \
	tests/visits/notices-end-by-themselves.visit \
	tests/visits/q-is-a-letter-in-the-look-up.visit \
	tests/visits/q-quits-a-session.visit \
	tests/visits/query-takes-spaces-and-hyphens.visit \
	tests/visits/reader-style-by-star.visit \
	tests/visits/resize-keeps-the-place.visit \
	tests/visits/start-phone-before-any-key.visit \
	tests/visits/start-small.visit \
	tests/visits/tab-goes-from-item-to-item.visit \
	tests/visits/tasks-by-arrows-in-reader-style.visit \
	tests/visits/too-small-says-so.visit \
	tests/visits/wrong-digit-says-so.visit
LINE_VISITS = \
	tests/visits/line/a-number-is-looked-up.visit \
	tests/visits/line/a-section-alone.visit \
	tests/visits/line/digits-lead-down.visit \
	tests/visits/line/every-task-in-two-entries.visit \
	tests/visits/line/help-names-what-is-typed.visit \
	tests/visits/line/kiosk-cannot-be-left.visit \
	tests/visits/line/language-and-style.visit \
	tests/visits/line/notices.visit \
	tests/visits/line/nothing-goes-back.visit \
	tests/visits/line/phone-before-any-entry.visit \
	tests/visits/line/q-ends-a-session.visit \
	tests/visits/line/quit-by-its-words.visit \
	tests/visits/line/words-are-looked-up.visit \
	tests/visits/line/words-of-a-choice-open-it.visit \
	tests/visits/line/wrong-digit-says-so-and-no-more.visit
EXTRA_DIST += $(VISITS) $(LINE_VISITS)
