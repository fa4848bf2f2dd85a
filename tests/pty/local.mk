# SPDX-License-Identifier: GPL-3.0-or-later
if HAVE_VTERM
check_PROGRAMS += tests/pty/proofs
tests_pty_proofs_LDADD = libpty.a $(FLOORS_BASE) $(VTERM_LIBS) -lutil
endif
TESTS += tests/pty/proofs.sh
EXTRA_DIST += tests/pty/proofs.sh
CLEANFILES += proofs-*.tmp
