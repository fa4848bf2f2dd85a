#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a kernel without one of the layers makes of the program, and what the
# operator's log says. TAP.
# shellcheck disable=SC2154 # UNCONFINED comes from the harness
if [ -n "$UNCONFINED" ]; then
	echo '1..0 # SKIP with sanitizers the program runs unconfined'
	exit
fi
if ! ./tests/run/without landlock ./textkiosk --version >/dev/null 2>&1; then
	echo '1..0 # SKIP this kernel has no seccomp'
	exit
fi
number=0
log=layers-$$.tmp
trap 'rm -f "$log" "$log.said" "$log.typed"' EXIT
mkfifo "$log.said" "$log.typed"
exec 3<>"$log.typed" # nothing is typed, and there is no end of it

verdict() { # verdict CODE WHAT
	number=$((number + 1))
	if [ "$1" = 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
	fi
}

says() { # says PATTERN COMMAND...
	pattern=$1
	shift
	"$@" 2>&1 | grep -Eqx "$pattern"
	verdict $? "$* says $pattern"
}

# On a terminal. The last line before the first frame says how it is
# confined: then it is told to end.
ends() { # ends CODE COMMAND
	TERM=xterm script -qec "$2 2>$log.said" /dev/null <&3 >/dev/null &
	while read -r line; do
		echo "$line"
		process=${line#*[}
		case $line in
		*': confined: '*) kill -TERM "${process%%]*}" 2>/dev/null ;;
		esac
	done <"$log.said" >"$log"
	wait $!
	code=$?
	[ "$code" = "$1" ]
	verdict $? "$2: $1 ($code)"
}

logged() { # logged PATTERN
	grep -Eq "^textkiosk\[[0-9]+\]: $1\$" "$log"
	verdict $? "logged: $1"
	grep -Eq "^textkiosk\[[0-9]+\]: $1\$" "$log" || sed 's/^/# /' "$log"
}

says 'seccomp yes, Landlock ([0-9]+|no)' ./textkiosk --version
says 'seccomp yes, Landlock no' ./tests/run/without landlock ./textkiosk --version
says 'seccomp no, Landlock ([0-9]+|no)' ./tests/run/without seccomp ./textkiosk --version

ends 0 './textkiosk textkiosk.book'
logged 'start: [0-9.]+, session'
logged 'book taken: textkiosk.book'
logged 'confined: seccomp yes, Landlock ([0-9]+|no)'
logged 'end: SIGTERM; began anew 0 times'

ends 0 './tests/run/without landlock ./textkiosk --kiosk textkiosk.book'
logged 'start: [0-9.]+, kiosk'
logged 'confined: seccomp yes, Landlock no'
ends 0 './tests/run/without seccomp ./textkiosk textkiosk.book'
logged 'confined: seccomp no, Landlock ([0-9]+|no)'
ends 78 './tests/run/without seccomp ./textkiosk --kiosk textkiosk.book'
ends 64 './textkiosk --kiosk --unconfined textkiosk.book'
ends 0 './textkiosk --kiosk --unconfined --sync-marks textkiosk.book'
logged 'start: [0-9.]+, kiosk, test run'
logged 'confined: seccomp no, Landlock no'

echo "1..$number"
