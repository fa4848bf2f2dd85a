#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Listens to one reader by walk.py, or to a braille display by braille.py, with
# a Python that has Debian's pyte, which shows what is on the screen.
# READER_KEYS: so many keys at random; 200 unless said.
# shellcheck disable=SC2154 # srcdir comes from the harness
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
for python in python3 /usr/bin/python3; do
	if $python -c 'import pyte' 2>/dev/null; then
		[ "$1" = braille ] &&
			exec $python "$srcdir/tests/readers/braille.py"
		exec $python "$srcdir/tests/readers/walk.py" "$1" \
			"${READER_KEYS-200}" "${READER_SEED-1}"
	fi
done
echo '1..0 # SKIP pyte is missing (Debian: python3-pyte)'
