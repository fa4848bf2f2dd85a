#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
if [ ! -x tests/pty/reader ]; then
	echo '1..0 # SKIP libvterm is missing (Debian: libvterm-dev)'
	exit
fi
exec ./tests/pty/reader
