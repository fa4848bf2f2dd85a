# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/run/surroundings.sh
EXTRA_DIST += tests/run/surroundings.sh
