# SPDX-License-Identifier: GPL-3.0-or-later
TESTS_SLOW += tests/ssh/sshd.sh
EXTRA_DIST += tests/ssh/sshd.sh
