#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# --find as scripts use it: number, tab, text.
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

find_() {
	./textkiosk --now=2026-11-24T10:00 "$@" textkiosk.book
}

# prints LINE OPTION...: the first line of what is found.
prints() {
	wanted=$1
	shift
	is=$(find_ "$@" | head -n 1)
	[ "$is" = "$wanted" ]
	verdict $? "$*"
	[ "$is" = "$wanted" ] || echo "# $is"
}

prints "01${tab}Öppettider" --find=öppettider
prints "01${tab}Opening hours" --find='OPENING hours' --lang=en
prints "01${tab}Tider, se Öppettider" --find=tider
prints "01${tab}Tider" --find=tider --reader
prints "0${tab}Startsidan" --find=startsidan
prints "${tab}Telefon: 0582-68 50 00" --find=zzz
prints "${tab}Telephone: +46 582 68 50 00" --find=zzz --lang=en

# A sentence is one line, whatever the width.
lines=$(find_ --find='xyz zyx' | grep -c 112)
[ "$lines" = 1 ]
verdict $? 'without a hit there is 112'
[ "$(find_ --find='dygnet runt' --width=40)" = \
	"$(find_ --find='dygnet runt' --width=200)" ]
verdict $? 'the width makes no other words'
find_ --find=kommun | awk -F "$tab" 'NF != 2 { exit 1 }'
verdict $? 'every line has a number and a text'

find_ --find="$(printf '\377\033')" >find.tmp 2>find-error.tmp
[ $? = 64 ] && [ ! -s find.tmp ] && [ -s find-error.tmp ]
verdict $? 'what is no text is wrong usage'
rm -f find.tmp find-error.tmp
echo "1..$count"
