# SPDX-License-Identifier: GPL-3.0-or-later
TESTS += tests/deploy/keymap.sh
TESTS_SLOW += tests/deploy/doctor.sh tests/deploy/started.sh \
	tests/deploy/unit.sh
EXTRA_DIST += tests/deploy/doctor.sh tests/deploy/keymap.sh \
	tests/deploy/started.py tests/deploy/started.sh \
	tests/deploy/unit.sh
