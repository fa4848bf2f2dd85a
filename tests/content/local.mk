# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/content/faults.sh tests/content/hostile.sh
EXTRA_DIST += tests/content
