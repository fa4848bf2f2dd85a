# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/questions/questions
tests_questions_questions_LDADD = libreal.a $(FLOORS_VISIT) $(UNISTRING_LIBS)
TESTS += tests/questions/questions.sh
EXTRA_DIST += tests/questions/questions.sh tests/questions/questions.tsv \
	tests/questions/ways.tsv
