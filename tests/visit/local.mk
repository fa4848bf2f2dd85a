# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/visit/walk
tests_visit_walk_LDADD = libreal.a $(FLOORS_VISIT) $(UNISTRING_LIBS)

TESTS += tests/visit/walk-full.sh tests/visit/walk-kiosk.sh
TESTS_SLOW += tests/visit/walk-large.sh
EXTRA_DIST += tests/visit/walk-full.sh tests/visit/walk-kiosk.sh \
	tests/visit/walk-large.sh
