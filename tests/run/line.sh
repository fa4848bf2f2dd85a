#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The line dialogue of the real program, through pipes and on a terminal
# without a screen: it ends with the input, and sends text and newlines only.
# TAP.
# shellcheck disable=SC2154,SC2086 # UNCONFINED comes from the harness: a word
number=0
out=dialogue-$$.out
trap 'rm -f "$out"' EXIT

verdict() { # verdict CODE WHAT
	number=$((number + 1))
	if [ "$1" = 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
		head -n 20 "$out" | cat -v | sed 's/^/# /'
	fi
}

converse() { # converse ENTRIES ARGUMENT...
	entries=$1
	shift
	# shellcheck disable=SC2059 # the entries are the format
	printf "$entries" | ./textkiosk $UNCONFINED --line \
		--now=2026-11-24T10:00 "$@" textkiosk.book >"$out"
}

# Nothing but text: printable bytes, UTF-8 and newlines.
plain() {
	! LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" "$out"
}

converse ''
verdict $? 'it ends at once without input'
grep -q '^Telefon: 0582 68 50 00$' "$out"
verdict $? 'the telephone number stands before any entry'

entries=
for digit in 1 2 3 4 5 6 7 8; do
	for below in '' 1 2 3 4 5 6 7 8; do
		entries="${entries}0$digit$below\\n?\\n"
	done
done
converse "${entries}9\\n${entries}"
verdict $? 'a walk over every number, in two languages'
plain
verdict $? 'sends no byte below a space but newlines'

converse '4\n1' --lang=en
[ "$(tail -n 1 "$out")" = 'Choice: ' ] && grep -q '^Joy$' "$out"
verdict $? 'a last line without its end is a line'

converse 'q\n04\n'
! grep -q '^Kommunen har' "$out"
verdict $? 'q ends a session; what follows is not read'
converse 'q\n04\n' --kiosk --sync-marks
grep -q '^Kommunen har' "$out"
verdict $? '... and is a word in the kiosk'

converse '3\n' --charset=ascii
LC_ALL=C grep -q "$(printf '[\200-\377]')" "$out"
[ $? = 1 ]
verdict $? '--charset=ascii sends ASCII alone'
printf '\326ppenhet\n' | LC_ALL=sv_SE.ISO-8859-1 ./textkiosk $UNCONFINED --line \
	--now=2026-11-24T10:00 textkiosk.book >"$out"
grep -q '^I dialog med invanare' "$out"
verdict $? 'Latin-1 is read where the locale names it'

: >"$out"
{ echo before; ./textkiosk $UNCONFINED --line --now=2026-11-24T10:00 textkiosk.book \
	</dev/null; } >"$out"
[ "$(head -n 1 "$out")" = before ]
verdict $? 'a file is written on, not over'

# On a terminal that can show no screen; it ends lines with \r\n itself.
on_terminal() { # on_terminal TERM
	printf '3\nq\n' | TERM=$1 script -qec './textkiosk $UNCONFINED \
		--now=2026-11-24T10:00 textkiosk.book' /dev/null 2>&1 |
		tr -d '\r' >"$out"
}

if command -v script >/dev/null; then
	for term in dumb unknown-to-all ''; do
		on_terminal "$term"
		grep -q 'rad för rad' "$out" && grep -q '^Val: ' "$out" &&
			grep -q '^Det öppna Hallsberg' "$out" && plain
		verdict $? "TERM=$term goes line by line, and says why"
	done
else
	for term in dumb unknown-to-all ''; do
		number=$((number + 1))
		echo "ok $number - TERM=$term # SKIP script is missing (bsdutils)"
	done
fi

echo "1..$number"
