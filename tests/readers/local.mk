# SPDX-License-Identifier: GPL-3.0-or-later
# Real screen readers; where one is not there its test says so.
READER_TESTS = tests/readers/yasr.sh tests/readers/fenrir.sh \
	tests/readers/brltty.sh tests/readers/braille.sh
TESTS_QUIET += $(READER_TESTS)
EXTRA_DIST += tests/readers/README $(READER_TESTS) tests/readers/listen.sh \
	tests/readers/braille.py tests/readers/listen.py \
	tests/readers/shadow.py tests/readers/walk.py

# By hand: long walks, three times.
check-readers: all
	for seed in 1 2 3; do \
		READER_KEYS=2000 READER_SEED=$$seed \
		$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS='$(READER_TESTS)' \
			TEST_SUITE_LOG=test-suite-readers.log || exit 1; \
	done
.PHONY: check-readers
CLEANFILES += test-suite-readers.log

check_PROGRAMS += tests/readers/characters
tests_readers_characters_LDADD = libreal.a $(FLOORS_SHEET) $(UNISTRING_LIBS)
TESTS += tests/readers/characters
EXTRA_DIST += tests/readers/braille-sv.tsv tests/readers/lat15.txt
