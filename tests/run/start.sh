#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the program makes of the environment, the descriptors and the
# arguments it is started with. TAP.
# shellcheck disable=SC2154 # srcdir comes from the harness
number=0
book=textkiosk.book

verdict() { # verdict CODE WHAT
	number=$((number + 1))
	if [ "$1" = 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
	fi
}

# The language of the title row under these variables.
speaks() { # speaks sv|en VARIABLE=VALUE...
	wanted=$1
	shift
	case $(env -i "$@" ./textkiosk --help | head -n 1) in
	Anv*) got=sv ;;
	*) got=en ;;
	esac
	[ "$got" = "$wanted" ]
	verdict $? "$wanted with $*"
}

leaves() { # leaves CODE WHAT ARGUMENT...: what it says is kept in $said
	wanted=$1
	what=$2
	shift 2
	said=$(./textkiosk "$@" 2>&1 </dev/null)
	[ $? = "$wanted" ]
	verdict $? "$what: $wanted"
}

speaks sv LANG=sv_SE.UTF-8
speaks sv LANG=C.UTF-8
speaks sv LANG=svx
speaks sv LANG=../../sv
speaks en LANG=en_GB.UTF-8
speaks en LC_ALL=en LANG=sv
speaks sv LANGUAGE=fi:sv:en LANG=en_GB.UTF-8
speaks en LANGUAGE=enm:fi LC_MESSAGES=en@quot LANG=sv
speaks sv LANGUAGE="$(printf '%0100d' 0):en"

says() { # says TEXT: the last run did
	case $said in
	*"$1"*) true ;;
	*) false ;;
	esac
	verdict $? "and it says so: $1"
}

leaves 64 'unknown option' --no-such-option
says 'inget val som heter --no-such-option'
leaves 64 'unknown language' --lang=fi "$book"
says 'passar inte här: --lang=fi'
leaves 64 'an hour that does not exist' --now 2026-03-29T02:30 "$book"
says 'passar inte här: 2026-03-29T02:30'
leaves 64 'a kiosk at another time' --kiosk --now=2026-12-01T10:00 "$book"
says 'går inte ihop med --kiosk'
leaves 64 'two books' "$book" no-such-file
says 'inte no-such-file också'
leaves 65 'no book' --dump /dev/null
leaves 66 'no file' --dump no-such-file
leaves 66 'no screen' --dump=99 "$book"

leaves 66 'a name of control bytes' --dump "$(printf 'x\033]0;y\007')"
case $said in
*"$(printf '\033')"* | *"$(printf '\007')"*) false ;;
esac
verdict $? 'and none of them comes back'

# Closed descriptors: the book's file must not take the place of one.
./textkiosk --dump=0 "$book" <&- 2>&- | grep -q Hallsbergs
verdict $? 'standard input and error closed'
./textkiosk --dump=0 "$book" <&- >&- 2>&-
verdict $? 'all of them closed'

# SIGCHLD ignored by whoever starts it must not hide the compiler's end.
if env -i ./textkiosk-compile --check "$srcdir/content" >/dev/null 2>&1; then
	(
		trap '' CHLD
		./textkiosk --dump=0 "$srcdir/content" </dev/null
	) | grep -q Hallsbergs
	verdict $? 'a folder, with SIGCHLD ignored'
else
	number=$((number + 1))
	echo "ok $number # SKIP a leak checker stops the compiler here"
fi

echo "1..$number"
