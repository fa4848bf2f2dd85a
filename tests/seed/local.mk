# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/seed/seed.sh
EXTRA_DIST += tests/seed/seed.sh tests/seed/fidelity.pl tests/seed/page.txt \
	tests/seed/errata.tsv
