# SPDX-License-Identifier: GPL-3.0-or-later
TESTS_LONG += tests/chroot/two-commands.sh
EXTRA_DIST += tests/chroot/two-commands.sh tests/chroot/inside.sh
