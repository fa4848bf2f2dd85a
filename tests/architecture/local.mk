# SPDX-License-Identifier: GPL-3.0-or-later
architecture_tests = \
	tests/architecture/includes.sh \
	tests/architecture/libraries.sh \
	tests/architecture/map.sh \
	tests/architecture/headers.sh \
	tests/architecture/purity.sh \
	tests/architecture/planted.sh
TESTS += $(architecture_tests)
EXTRA_DIST += $(architecture_tests) tests/FLOORS
