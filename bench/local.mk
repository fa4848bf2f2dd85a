# SPDX-License-Identifier: GPL-3.0-or-later
# Built and run by make bench alone; bench/README says how to read it.
bench_programs = bench/floor
bench_floor_LDADD = $(NCURSES_LIBS)

if HAVE_VTERM
bench_programs += bench/drive
bench_drive_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
bench_drive_LDADD = $(VTERM_LIBS) -lutil
endif

EXTRA_PROGRAMS = $(bench_programs)
EXTRA_DIST += bench/generate
