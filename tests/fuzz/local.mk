# SPDX-License-Identifier: GPL-3.0-or-later
# What libFuzzer calls, a minute each, and its kept corpus without it.
fuzz_scripts = \
	tests/fuzz/book.sh \
	tests/fuzz/keys.sh \
	tests/fuzz/po.sh \
	tests/fuzz/xml.sh
TESTS_SLOW += $(fuzz_scripts)
EXTRA_DIST += $(fuzz_scripts) tests/fuzz/target.sh $(FUZZ_BOOK) $(FUZZ_KEYS) \
	$(FUZZ_PO) $(FUZZ_XML)

fuzz_replays = tests/fuzz/replay-book tests/fuzz/replay-keys
if HAVE_CHECK
fuzz_replays += tests/fuzz/replay-po tests/fuzz/replay-xml
endif
check_PROGRAMS += $(fuzz_replays)
TESTS += $(fuzz_replays)
FUZZ_REPLAY = tests/fuzz/replay.c tests/fuzz/target.h
tests_fuzz_replay_book_SOURCES = tests/fuzz/book.c $(FUZZ_REPLAY)
tests_fuzz_replay_book_CPPFLAGS = $(AM_CPPFLAGS) -DCORPUS='"book"'
tests_fuzz_replay_book_LDADD = $(FLOORS_VIEW) $(UNISTRING_LIBS)
tests_fuzz_replay_keys_SOURCES = tests/fuzz/keys.c $(FUZZ_REPLAY)
tests_fuzz_replay_keys_CPPFLAGS = $(AM_CPPFLAGS) -DCORPUS='"keys"'
tests_fuzz_replay_keys_LDADD = $(FLOORS_VIEW) $(UNISTRING_LIBS)
tests_fuzz_replay_po_SOURCES = tests/fuzz/po.c $(FUZZ_REPLAY)
tests_fuzz_replay_po_CPPFLAGS = $(AM_CPPFLAGS) -DCORPUS='"po"'
tests_fuzz_replay_po_LDADD = $(COMPILE_TEST_LIBS)
tests_fuzz_replay_xml_SOURCES = tests/fuzz/xml.c $(FUZZ_REPLAY)
tests_fuzz_replay_xml_CPPFLAGS = $(AM_CPPFLAGS) -DCORPUS='"xml"'
tests_fuzz_replay_xml_LDADD = $(COMPILE_TEST_LIBS)

# The real content, mutated: some in every build, many by hand.
check_PROGRAMS += tests/fuzz/mutations
tests_fuzz_mutations_LDADD = $(FLOORS_COMPILE) $(XML_LIBS) $(GETTEXTPO_LIBS) \
	$(UNISTRING_LIBS)
TESTS += tests/fuzz/mutations.sh
TESTS_LONG += tests/fuzz/mutations-long.sh
EXTRA_DIST += tests/fuzz/mutations.sh tests/fuzz/mutations-long.sh

FUZZ_BOOK = tests/fuzz/book/good
FUZZ_PO = tests/fuzz/po/good tests/fuzz/po/small
FUZZ_XML = tests/fuzz/xml/page tests/fuzz/xml/site tests/fuzz/xml/today
FUZZ_KEYS = \
	tests/fuzz/keys/answers \
	tests/fuzz/keys/arrows \
	tests/fuzz/keys/broken-utf8 \
	tests/fuzz/keys/c1 \
	tests/fuzz/keys/cancelled \
	tests/fuzz/keys/kitty \
	tests/fuzz/keys/late-tail \
	tests/fuzz/keys/learned \
	tests/fuzz/keys/linux \
	tests/fuzz/keys/lone-esc \
	tests/fuzz/keys/long \
	tests/fuzz/keys/modify \
	tests/fuzz/keys/mouse \
	tests/fuzz/keys/nul \
	tests/fuzz/keys/paste \
	tests/fuzz/keys/rxvt \
	tests/fuzz/keys/strings \
	tests/fuzz/keys/unfinished
