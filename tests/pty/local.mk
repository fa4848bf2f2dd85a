# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_VTERM
check_PROGRAMS += \
	tests/pty/again \
	tests/pty/hours \
	tests/pty/proofs \
	tests/pty/publish \
	tests/pty/reach \
	tests/pty/reader \
	tests/pty/torture \
	tests/pty/traces \
	textkiosk-clock
PTY_TEST_LIBS = libpty.a $(FLOORS_BASE) $(VTERM_LIBS) -lutil
tests_pty_again_LDADD = $(PTY_TEST_LIBS)
tests_pty_proofs_LDADD = $(PTY_TEST_LIBS)
tests_pty_publish_LDADD = $(PTY_TEST_LIBS)
tests_pty_hours_LDADD = $(PTY_TEST_LIBS)
tests_pty_reach_LDADD = libreal.a $(FLOORS_SHEET) $(UNISTRING_LIBS) \
	$(PTY_TEST_LIBS)
tests_pty_reader_LDADD = $(PTY_TEST_LIBS)
tests_pty_torture_LDADD = $(PTY_TEST_LIBS)
tests_pty_traces_LDADD = $(PTY_TEST_LIBS)

# The program with a clock that can be set; its words are found beside it.
textkiosk_clock_SOURCES = src/main.c tests/pty/clock.c
textkiosk_clock_CPPFLAGS = $(textkiosk_CPPFLAGS)
textkiosk_clock_LDADD = $(textkiosk_LDADD)
endif

check_PROGRAMS += tests/pty/surroundings
tests_pty_surroundings_LDADD = -lutil
TESTS += tests/pty/surroundings

pty_scripts = \
	tests/pty/again.sh \
	tests/pty/hours.sh \
	tests/pty/proofs.sh \
	tests/pty/publish.sh \
	tests/pty/reach.sh \
	tests/pty/reader.sh \
	tests/pty/torture.sh \
	tests/pty/traces.sh
pty_slow_scripts = tests/pty/publish-slow.sh tests/pty/torture-slow.sh
pty_long_scripts = tests/pty/torture-long.sh
TESTS += $(pty_scripts)
TESTS_SLOW += $(pty_slow_scripts)
TESTS_LONG += $(pty_long_scripts)
EXTRA_DIST += $(pty_scripts) $(pty_slow_scripts) $(pty_long_scripts)
CLEANFILES += proofs-*.tmp clock-*.tmp
