# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/content/faults.sh
EXTRA_DIST += tests/content
