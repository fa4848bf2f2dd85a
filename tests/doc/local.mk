# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/doc/examples.sh
EXTRA_DIST += tests/doc/examples.sh
