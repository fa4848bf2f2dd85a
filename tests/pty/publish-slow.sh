#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A thousand times under twenty open screens.
if [ ! -x tests/pty/publish ]; then
	echo '1..0 # SKIP libvterm is missing (Debian: libvterm-dev)'
	exit
fi
folder=publish-slow.tmp
rm -rf "$folder"
./tests/pty/publish 20 1000 "$folder"
status=$?
rm -rf "$folder"
exit "$status"
