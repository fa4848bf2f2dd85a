#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
if ! command -v python3 >/dev/null; then
	echo '1..0 # SKIP python3 is missing (Debian: python3)'
	exit 0
fi
exec python3 "$srcdir/tests/compile/hostile.py" ./textkiosk-compile \
	"$srcdir/tests/content/good"
