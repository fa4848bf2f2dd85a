# SPDX-License-Identifier: GPL-3.0-or-later
# Built and run by make bench alone; bench/README says how to read it.
bench_programs = bench/floor
bench_floor_LDADD = $(NCURSES_LIBS)
bench_programs += bench/hours
bench_hours_LDADD = $(FLOORS_SHEET) $(UNISTRING_LIBS)
bench_programs += bench/find
bench_find_LDADD = $(FLOORS_BOOK) $(UNISTRING_LIBS)

if HAVE_VTERM
bench_on_terminals = bench/copies.c bench/copies.h bench/kernel.c \
	bench/kernel.h
bench_programs += bench/drive
bench_drive_SOURCES = bench/drive.c bench/least.c bench/least.h \
	$(bench_on_terminals)
bench_drive_CPPFLAGS = $(AM_CPPFLAGS) -iquote $(srcdir) $(VTERM_CFLAGS)
bench_drive_LDADD = $(VTERM_LIBS) -lutil
bench_programs += bench/sessions
bench_sessions_SOURCES = bench/sessions.c $(bench_on_terminals)
bench_sessions_CPPFLAGS = $(bench_drive_CPPFLAGS)
bench_sessions_LDADD = $(bench_drive_LDADD)
endif

EXTRA_PROGRAMS = $(bench_programs)
CLEANFILES += $(EXTRA_PROGRAMS) FIGURES.tsv TABLE
EXTRA_DIST += bench/README bench/NOTES bench/budget bench/generate \
	bench/counts.py bench/peers.py bench/programs.py bench/rows.py \
	bench/run.py bench/table.py

# bench-quick takes two minutes, bench a quarter of an hour; bench-budget only
# counts, and fails where a change has made something dearer.
BENCH = PYTHONDONTWRITEBYTECODE=1 python3 $(srcdir)/bench/run.py
bench: all $(bench_programs)
	$(BENCH) . $(srcdir)
bench-quick: all $(bench_programs)
	$(BENCH) --quick . $(srcdir)
bench-budget: all $(bench_programs)
	$(BENCH) --budget . $(srcdir)
.PHONY: bench bench-quick bench-budget
