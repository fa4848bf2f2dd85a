#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The accessibility statement (screen 081) says of every screen reader what
# proven.tsv does, in both languages. With UPDATE=1 (make update-statement) its
# sentences are written anew.
# shellcheck disable=SC2154 # srcdir comes from the harness
table=$srcdir/tests/readers/proven.tsv
content=$srcdir/content
number=0

sentence() { # sentence LANGUAGE READER
	awk -F '\t' -v language="$1" -v reader="$2" '
	$1 == reader {
		sv = language == "sv"
		keys = $4
		if (keys > 999)
			keys = int(keys / 1000) (sv ? " " : ",") \
				sprintf("%03d", keys % 1000)
		fault = $8 ? $8 : sv ? "inga" : "no"
		print $1 " " $2 ": " keys \
			(sv ? " tangenttryck, " : " key presses, ") fault \
			(sv ? " fel." : $8 == 1 ? " mistake." : " mistakes.")
	}' "$table"
}

# The sentences that begin with this reader and a digit, in content.
update() { # update READER
	sed -i "s/<li>$1 [0-9].*</<li>$(sentence sv "$1")</" \
		"$content/pages/a11y.xml"
	sed -i -e "s/^msgid \"$1 [0-9].*/msgid \"$(sentence sv "$1")\"/" \
		-e "s/^msgstr \"$1 [0-9].*/msgstr \"$(sentence en "$1")\"/" \
		"$content/po/en.po"
}

check() { # check READER LANGUAGE
	number=$((number + 1))
	if ./textkiosk --dump=081 --lang="$2" textkiosk.book |
		grep -qxF -e "- $(sentence "$2" "$1")"; then
		echo "ok $number - $1, $2"
	else
		echo "not ok $number - $1, $2"
		echo "# wanted: $(sentence "$2" "$1")"
	fi
}

while read -r reader _; do
	case $reader in
	reader) continue ;; # the heads of the columns
	esac
	if [ -n "${UPDATE-}" ]; then
		update "$reader"
	else
		check "$reader" sv
		check "$reader" en
	fi
done <"$table"
echo "1..$number"
