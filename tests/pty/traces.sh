#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
if [ ! -x tests/pty/traces ]; then
	echo '1..0 # SKIP libvterm is missing (Debian: libvterm-dev)'
	exit
fi
# shellcheck disable=SC2154 # UNCONFINED comes from the harness
if [ -n "$UNCONFINED" ]; then
	echo '1..0 # SKIP a sanitizer keeps what is freed, and terabytes beside'
	exit
fi
exec ./tests/pty/traces
