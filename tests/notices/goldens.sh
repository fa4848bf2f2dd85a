#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
# What notices do to screens, as it was last read by a person. UPDATE=1 writes
# the golden anew; its diff is then the review.
golden=$srcdir/tests/notices/screens.txt
now=notices-screens.tmp

for time in 07:59 08:00 10:00 11:00 16:00; do
	for how in '--lang=sv --dump=0' '--lang=en --dump=0' \
		'--lang=en --dump=41 --width=40' '--lang=sv --dump=51 --reader'; do
		echo "--- $time $how"
		# shellcheck disable=SC2086 # several options
		./textkiosk --now="2026-11-24T$time" $how notices.book
	done
done >"$now" 2>&1
if [ -n "${UPDATE-}" ]; then
	cp "$now" "$golden"
fi
echo 1..1
if cmp -s "$golden" "$now"; then
	echo 'ok 1 - screens with notices'
else
	echo 'not ok 1 - screens with notices'
	diff -u "$golden" "$now" | sed 's/^/# /'
fi
rm -f "$now"
