#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
# The opening hours against another program's: the npm package opening_hours.
# It is not fetched here. To have it compared, install it in a folder of your
# own, "npm install opening_hours", and name that folder's node_modules:
#
#	make check-slow NODE_PATH=/folder/node_modules
export NODE_PATH
if ! python3 -c '' 2>/dev/null; then
	echo '1..0 # SKIP python3 is not here'
	exit 0
fi
if ! node -e 'require("opening_hours")' 2>/dev/null; then
	echo '1..0 # SKIP node with the package opening_hours is not here' \
		'(NODE_PATH may name it)'
	exit 0
fi
PYTHONDONTWRITEBYTECODE=1 exec python3 "$srcdir/tests/hours/opening-hours.py"
