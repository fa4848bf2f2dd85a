# SPDX-License-Identifier: GPL-3.0-or-later
TEST_EXTENSIONS = .sh .pl
AM_TESTS_ENVIRONMENT = \
	srcdir='$(srcdir)'; export srcdir; \
	LC_ALL=C.UTF-8; export LC_ALL; \
	UNCONFINED='$(TK_UNCONFINED)'; export UNCONFINED; \
	unset LANGUAGE LANG TZ TEXTKIOSK_READER;
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
PL_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
PL_LOG_COMPILER = perl

include tests/base/local.mk
include tests/text/local.mk
include tests/book/local.mk
include tests/sheet/local.mk
include tests/visit/local.mk
include tests/view/local.mk
include tests/run/local.mk
include tests/readers/local.mk
include tests/visits/local.mk
include tests/questions/local.mk
include tests/pty/local.mk
include tests/seed/local.mk
include tests/compile/local.mk
include tests/content/local.mk
include tests/notices/local.mk
include tests/doc/local.mk
include tests/architecture/local.mk
include tests/chroot/local.mk
include tests/deploy/local.mk
include tests/fail/local.mk
include tests/fuzz/local.mk
include tests/ssh/local.mk

EXTRA_DIST += build-aux/tap-driver.sh tests/suite.h

# What takes longer than make check may, and what is run by hand.
# What waits for quiet (real screen readers) has the machine to itself first,
# all at once: they wait far more than they work.
check-slow: all $(check_PROGRAMS)
	$(MAKE) $(AM_MAKEFLAGS) -j4 check-TESTS TESTS='$(TESTS_QUIET)' \
		TEST_SUITE_LOG=test-suite-quiet.log
	$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS='$(TESTS_SLOW)' \
		TEST_SUITE_LOG=test-suite-slow.log
check-long: all $(check_PROGRAMS)
	$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS='$(TESTS_LONG)' \
		TEST_SUITE_LOG=test-suite-long.log
.PHONY: check-slow check-long
CLEANFILES += test-suite-quiet.log test-suite-slow.log test-suite-long.log
