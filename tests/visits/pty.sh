#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
if [ ! -x tests/visits/visits-pty ]; then
	echo '1..0 # SKIP libvterm is missing (Debian: libvterm-dev)'
	exit
fi
exec ./tests/visits/visits-pty "$srcdir"/tests/visits/*.visit
