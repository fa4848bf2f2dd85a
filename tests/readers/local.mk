# SPDX-License-Identifier: GPL-3.0-or-later
# Real screen readers; where one is not there its test says so.
READER_TESTS = tests/readers/yasr.sh tests/readers/fenrir.sh \
	tests/readers/brltty.sh tests/readers/braille.sh
TESTS_QUIET += $(READER_TESTS)
EXTRA_DIST += tests/readers/README $(READER_TESTS) tests/readers/listen.sh \
	tests/readers/braille.py tests/readers/listen.py \
	tests/readers/shadow.py tests/readers/tasks.py \
	tests/readers/walk.py

# By hand: every pair of screens, and long walks, three times the same. The
# figures it ends with are those of proven.tsv.
READER_FIGURES = tests/readers/figures.tsv
check-readers: all
	rm -f $(READER_FIGURES)
	for run in 1 2 3; do \
		READER_KEYS=2000 READER_PAIRS=yes \
		READER_FIGURES=$(READER_FIGURES) \
		$(MAKE) $(AM_MAKEFLAGS) -j4 check-TESTS \
			TESTS='$(READER_TESTS)' \
			TEST_SUITE_LOG=test-suite-readers.log || exit 1; \
	done
	$(AWK) -f $(srcdir)/tests/readers/proven.awk $(READER_FIGURES)
.PHONY: check-readers
CLEANFILES += test-suite-readers.log $(READER_FIGURES)

# What the accessibility statement says was heard.
TESTS += tests/readers/statement.sh
EXTRA_DIST += tests/readers/statement.sh tests/readers/proven.tsv \
	tests/readers/proven.awk
update-statement: all
	UPDATE=1 srcdir='$(srcdir)' $(SHELL) \
		$(srcdir)/tests/readers/statement.sh
	$(MAKE) $(AM_MAKEFLAGS) all
.PHONY: update-statement

check_PROGRAMS += tests/readers/characters
tests_readers_characters_LDADD = libreal.a $(FLOORS_SHEET) $(UNISTRING_LIBS)
TESTS += tests/readers/characters
EXTRA_DIST += tests/readers/braille-sv.tsv tests/readers/lat15.txt
