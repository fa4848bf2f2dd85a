#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Memory runs out in a visit on a screen, at every STEP-th request. TAP.
if [ ! -x tests/fail/screen ]; then
	echo '1..0 # SKIP libvterm is missing (Debian: libvterm-dev)'
	exit
fi
# shellcheck disable=SC2154 # UNCONFINED comes from the harness
if [ -n "$UNCONFINED" ]; then
	echo '1..0 # SKIP a sanitizer has an allocator of its own'
	exit
fi
exec ./tests/fail/screen "${STEP-25}"
