# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_VTERM
check_PROGRAMS += tests/pty/proofs tests/pty/hours textkiosk-clock
tests_pty_proofs_LDADD = libpty.a $(FLOORS_BASE) $(VTERM_LIBS) -lutil
tests_pty_hours_LDADD = libpty.a $(FLOORS_BASE) $(VTERM_LIBS) -lutil

# The program with a clock that can be set; its words are found beside it.
textkiosk_clock_SOURCES = src/main.c tests/pty/clock.c
textkiosk_clock_CPPFLAGS = $(textkiosk_CPPFLAGS)
textkiosk_clock_LDADD = $(textkiosk_LDADD)
endif
TESTS += tests/pty/proofs.sh tests/pty/hours.sh
EXTRA_DIST += tests/pty/proofs.sh tests/pty/hours.sh
CLEANFILES += proofs-*.tmp clock.tmp
check_PROGRAMS += tests/pty/torture
tests_pty_torture_LDADD = libpty.a $(FLOORS_BASE) $(VTERM_LIBS) -lutil
TESTS += tests/pty/proofs.sh
EXTRA_DIST += tests/pty/proofs.sh
CLEANFILES += proofs-*.tmp
TESTS += tests/pty/torture.sh
TESTS_SLOW += tests/pty/torture-slow.sh
TESTS_LONG += tests/pty/torture-long.sh
EXTRA_DIST += tests/pty/torture.sh tests/pty/torture-slow.sh \
	tests/pty/torture-long.sh
