#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# --hours and --now as scripts and operators use them.
count=0
tab=$(printf '\t')

# verdict GOOD WHAT: GOOD is 0 for yes, as $? says it.
verdict() {
	count=$((count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
	fi
}

# says TIME FIELD...: what --hours prints of the first table at TIME.
says() {
	time=$1
	shift
	is=$(./textkiosk --hours --now="$time" "$book")
	wanted=$(IFS=$tab && echo "$*")
	[ "$is" = "$wanted" ]
	verdict $? "$time: $*"
	[ "$is" = "$wanted" ] || echo "# $is"
}

book=tests/hours/plain.book
says 2026-11-24T10:00 hus open regular 2026-11-24T17:00+01:00 closed
says 2026-11-24T09:00Z hus open regular 2026-11-24T17:00+01:00 closed
says 2026-11-24T17:00 hus closed regular 2026-11-25T08:00+01:00 open
says 2026-07-01T09:00 hus open season 2026-07-01T16:00+02:00 closed
says 2026-11-28T12:00 hus closed weekend 2026-11-30T08:00+01:00 open
says 2026-04-06T10:00 hus uncertain holiday:easter-monday \
	2026-04-06T17:00+02:00 closed
says 2026-12-24T10:00 hus uncertain eve:christmas-eve \
	2026-12-24T17:00+01:00 closed
says 2026-05-15T07:00 hus closed near:bridge-day \
	2026-05-15T08:00+02:00 uncertain
says 2026-05-13T10:00 hus uncertain near:day-before \
	2026-05-13T17:00+02:00 closed
says 2023-12-31T23:59 hus unknown clock - -

# The clock goes forward on Saturday night: the offset is that of Monday.
says 2026-03-27T16:00 hus closed regular 2026-03-30T08:00+02:00 open
# Half past two comes twice: the first.
says 2026-10-25T02:30 hus closed weekend 2026-10-26T08:00+01:00 open

book=tests/hours/special.book
says 2026-12-24T10:00 hus closed date 2026-12-28T09:00+01:00 open

# wrong TIME: no time that can be meant.
wrong() {
	./textkiosk --hours --now="$1" tests/hours/plain.book >hours.tmp \
		2>hours-error.tmp
	code=$?
	[ $code = 64 ] && [ ! -s hours.tmp ] && [ -s hours-error.tmp ]
	verdict $? "--now=$1 is wrong usage"
	rm -f hours.tmp hours-error.tmp
}

wrong 2026-03-29T02:30 # never comes
wrong 2026-02-29T10:00
wrong 2026-11-24
wrong 2026-11-24T25:00
wrong 'now'
wrong ''

./textkiosk --hours tests/hours/plain.book |
	grep -qx "hus${tab}[a-z]*${tab}.*${tab}.*${tab}[-a-z]*"
verdict $? 'without --now it is now'

# What the machine thinks of time zones does not matter, nor whether it has any.
wanted=$(./textkiosk --hours --now=2026-07-01T12:00 tests/hours/plain.book)
for zone in UTC America/New_York Europe/Stockholm garbage :/nowhere ''; do
	is=$(TZ=$zone TZDIR=/nowhere ./textkiosk --hours \
		--now=2026-07-01T12:00 tests/hours/plain.book)
	[ "$is" = "$wanted" ]
	verdict $? "TZ=$zone without tzdata gives the same"
	is=$(TZ=$zone ./textkiosk --dump=01 --now=2026-07-01T12:00 \
		--lang=en textkiosk.book)
	[ "$is" = "$(./textkiosk --dump=01 --now=2026-07-01T12:00 --lang=en \
		textkiosk.book)" ]
	verdict $? "TZ=$zone shows the same screen"
done

# A clock before the content's date is wrong: no screen says a state, or what
# day it is. screens OPTION...: all of them.
screens() {
	./textkiosk --dump --now=2026-11-23T10:00 "$@" textkiosk.book
}
for option in --lang=sv --lang=en; do
	for width in --width=80 --width=40 --reader; do
		screens $option $width | grep -q -e 'nu\.' -e 'now\.' \
			-e 'tängt i dag' -e 'losed today' -e 'I dag' \
			-e 'I morgon' -e 'Today' -e 'Tomorrow' -e 'ugusti* 20'
		[ $? = 1 ]
		verdict $? "no state without a clock ($option $width)"
	done
done
for screen in 0 01 011 043; do
	[ "$(screens --dump=$screen | grep -c 'vet inte vad klockan')" = 1 ] &&
		[ "$(screens --lang=en --dump=$screen |
			grep -c 'does not know the time')" = 1 ]
	verdict $? "$screen says so, once"
done

echo "1..$count"
