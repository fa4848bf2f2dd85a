# SPDX-License-Identifier: GPL-3.0-or-later
# The programs with memory that can run out; their words are found beside them.
check_PROGRAMS += \
	tests/fail/runs \
	textkiosk-compile-memory \
	textkiosk-memory
textkiosk_memory_SOURCES = src/main.c tests/fail/memory.c tests/fail/memory.h
textkiosk_memory_CPPFLAGS = $(textkiosk_CPPFLAGS)
textkiosk_memory_LDADD = $(textkiosk_LDADD)
textkiosk_compile_memory_SOURCES = src/compile/main.c tests/fail/memory.c \
	tests/fail/memory.h
textkiosk_compile_memory_CPPFLAGS = $(textkiosk_compile_CPPFLAGS)
textkiosk_compile_memory_LDADD = $(textkiosk_compile_LDADD)

check_LIBRARIES += libfail.a
libfail_a_SOURCES = tests/fail/attempt.c tests/fail/attempt.h
tests_fail_runs_LDADD = libfail.a $(FLOORS_BASE)

if HAVE_VTERM
check_PROGRAMS += tests/fail/screen
tests_fail_screen_LDADD = libfail.a $(PTY_TEST_LIBS)
endif

fail_scripts = tests/fail/runs.sh tests/fail/screen.sh
fail_slow_scripts = tests/fail/calls-slow.sh tests/fail/runs-slow.sh \
	tests/fail/screen-slow.sh
TESTS += $(fail_scripts)
TESTS_SLOW += $(fail_slow_scripts)
EXTRA_DIST += $(fail_scripts) $(fail_slow_scripts)
