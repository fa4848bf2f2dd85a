#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every visit on every terminal and in every locale a kiosk or an SSH client
# may have: the same rows everywhere, folded where the locale is not UTF-8's.
# shellcheck disable=SC2154 # srcdir comes from the harness
if [ ! -x tests/visits/visits-pty ]; then
	echo '1..0 # SKIP libvterm is missing (Debian: libvterm-dev)'
	exit
fi
number=0

visit() { # visit WHAT VARIABLE=VALUE...
	number=$((number + 1))
	what=$1
	shift
	wrong=$(env "$@" ./tests/visits/visits-pty \
		"$srcdir"/tests/visits/*.visit | grep -A 1 '^not ok\|^Bail')
	[ -z "$wrong" ] || printf 'not '
	echo "ok $number - every visit with $what"
	[ -z "$wrong" ] || printf '%s\n' "$wrong" | sed 's/^/# /'
}

for term in xterm-256color linux vt100 vt220 screen tmux; do
	visit "TERM=$term" "VISITS_TERM=$term"
done
for locale in C POSIX C.UTF-8 sv_SE.UTF-8 nonsense; do
	visit "LC_ALL=$locale" "PTY_LC_ALL=$locale"
done
visit 'no locale' PTY_LC_ALL=
visit 'LC_ALL=sv_SE.ISO-8859-1' PTY_LC_ALL=sv_SE.ISO-8859-1 VISITS_ASCII=1
echo "1..$number"
