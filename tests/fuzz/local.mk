# SPDX-License-Identifier: GPL-3.0-or-later
TESTS_SLOW += tests/fuzz/keys.sh
EXTRA_DIST += tests/fuzz/keys.sh tests/fuzz/keys.c $(FUZZ_KEYS)
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
