#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
# Every screen as it was last read by a person. With UPDATE=1 the goldens are
# written anew (make update-goldens): their diff is what is reviewed.
count=0
for lang in sv en; do
	for way in 80x24 40x12 reader line; do
		golden=$srcdir/tests/pages/$lang-$way.txt
		now=pages-$lang-$way.tmp
		count=$((count + 1))
		./tests/view/pages "$lang" "$way" >"$now"
		if [ -n "${UPDATE-}" ]; then
			cp "$now" "$golden"
		fi
		if cmp -s "$golden" "$now"; then
			echo "ok $count - $lang $way"
		else
			echo "not ok $count - $lang $way"
			diff -u "$golden" "$now" | head -n 60 | sed 's/^/# /'
		fi
		rm -f "$now"
	done
done
echo "1..$count"
