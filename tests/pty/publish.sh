#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Few screens and few books; many are in publish-slow.sh.
if [ ! -x tests/pty/publish ]; then
	echo '1..0 # SKIP libvterm is missing (Debian: libvterm-dev)'
	exit
fi
folder=publish-quick.tmp
rm -rf "$folder"
./tests/pty/publish 4 44 "$folder"
status=$?
rm -rf "$folder"
exit "$status"
