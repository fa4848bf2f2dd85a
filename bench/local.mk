# SPDX-License-Identifier: GPL-3.0-or-later
# Built and run by make bench alone; bench/README says how to read it.
bench_programs = bench/floor
EXTRA_PROGRAMS = $(bench_programs)
bench_floor_LDADD = $(NCURSES_LIBS)
