# SPDX-License-Identifier: GPL-3.0-or-later
# What the documentation and the design promise those who write content.
doc_tests = tests/doc/examples.sh tests/doc/age.sh
TESTS += $(doc_tests)
EXTRA_DIST += $(doc_tests)
