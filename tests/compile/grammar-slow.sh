#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
for program in python3 xmllint; do
	if ! command -v "$program" >/dev/null; then
		echo "1..0 # SKIP $program is missing" \
			'(Debian: python3, libxml2-utils)'
		exit 0
	fi
done
exec python3 "$srcdir/tests/compile/grammar.py" ./textkiosk-compile \
	"$srcdir/content" "$srcdir/content/textkiosk.rng" 1000
