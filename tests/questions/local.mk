# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/questions/questions
tests_questions_questions_LDADD = libreal.a $(FLOORS_VISIT) $(UNISTRING_LIBS)
TESTS += tests/questions/questions.sh
EXTRA_DIST += tests/questions/questions.sh tests/questions/questions.tsv \
	tests/questions/ways.tsv

check_PROGRAMS += tests/questions/queries
tests_questions_queries_LDADD = libreal.a $(FLOORS_BOOK) $(UNISTRING_LIBS)
TESTS += tests/questions/queries.sh
EXTRA_DIST += tests/questions/queries.sh tests/questions/queries.tsv
