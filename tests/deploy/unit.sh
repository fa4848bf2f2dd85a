#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The unit of the kiosk, judged by systemd: at most 0.5 of 10. TAP.
if ! command -v systemd-analyze >/dev/null; then
	echo '1..0 # SKIP systemd-analyze is missing (Debian: systemd)'
	exit
fi
# An old one does not know the option.
if ! said=$(systemd-analyze security --offline=true --no-pager \
	--threshold=5 'deploy/textkiosk@.service' 2>&1) &&
	! echo "$said" | grep -q 'Overall exposure'; then
	echo "1..0 # SKIP $(echo "$said" | head -n 1)"
	exit
fi
echo 1..1
if echo "$said" | grep -Eq 'Overall exposure.*: 0\.[0-5] '; then
	echo 'ok 1 - the unit is exposed at most by 0.5'
else
	echo 'not ok 1 - the unit is exposed at most by 0.5'
	echo "$said" | sed 's/^/# /'
fi
