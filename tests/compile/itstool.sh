#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# content/content.its lets every ITS tool find what our own template holds:
# itstool finds the same texts, contexts and comments, in the real content and
# in a folder with every kind of unit (units/, laid over the folder good).
#
# Four differences, which content.its tells of, are taken out of one side each
# and of no other. itstool leaves letters decomposed, keeps soft hyphens, and
# keeps a prefix of our namespace; and it takes no-break spaces for spaces.
# (itstool 2.0.6 writes a context with a quote as broken PO; units/ has none.)
set -u
. "${srcdir:-.}/tests/compile/begin.sh"
source=$srcdir
rules=$(cd "$source/content" && pwd)/content.its
for program in itstool msgcat; do
	if ! command -v $program >/dev/null; then
		echo "1..0 # SKIP $program is missing" \
			'(Debian: itstool, gettext)'
		exit 0
	fi
done
if ! perl -MUnicode::Normalize -e 1 2>/dev/null; then
	echo '1..0 # SKIP Unicode::Normalize is missing (Debian: perl)'
	exit 0
fi

# Every message of a template on a line of its own: context and text.
messages() { # TEMPLATE
	msgcat --no-wrap --no-location --sort-output "$1" |
		awk '/^msgctxt / { context = $0 }
			/^msgid / { print context "\t" $0; context = "" }'
}

composed() {
	perl -CS -MUnicode::Normalize -pe '
		s/\x{AD}//g; s{(</?)\w+:}{$1}g; $_ = NFC $_'
}

# \s of Python and of Perl are the same characters here.
spaced() {
	perl -CS -pe 's/[^\S\t\n]+/ /g'
}

comments() { # TEMPLATE
	sed -n '/^#\. (itstool)/d; /^#\. /p' "$1" | sort
}

same() { # FOLDER NAME
	(cd "$1" && itstool -i "$rules" -o "$work/its.pot" \
		site.xml today.xml pages/*.xml) &&
		"$compile" --pot="$work/our.pot" "$1" 2>/dev/null
	ok $? "$2: both write a template"
	messages "$work/its.pot" | composed | LC_ALL=C sort >"$work/its"
	messages "$work/our.pot" | spaced | LC_ALL=C sort >"$work/our"
	[ "$(wc -l <"$work/our")" -gt 50 ] && cmp -s "$work/its" "$work/our"
	ok $? "$2: the same $(wc -l <"$work/our") messages"
	diff "$work/its" "$work/our" | sed 's/^/# /'
	comments "$work/its.pot" >"$work/its"
	comments "$work/our.pot" | cmp -s - "$work/its"
	ok $? "$2: the same comments"
}

same "$source/content" 'the real content'

cp -R "$source/tests/content/good" "$work/units"
chmod -R u+w "$work/units"
cp -R "$source/tests/compile/units/." "$work/units"
same "$work/units" 'every kind of unit'

# A new kind of unit must be tried here.
kinds=$(grep -o 'element [a-z]* {\([^{}]\|{ [a-z]* }\)*\<unit }' \
	"$source/content/textkiosk.rnc" | cut -d' ' -f2 | sort -u)
bare=
for kind in $kinds; do
	grep -qr "<${kind}[ >]" "$source/tests/compile/units" ||
		bare="$bare $kind"
done
[ "$(echo "$kinds" | wc -l)" -ge 12 ] && [ -z "$bare" ]
ok $? "no kind of unit is left out:$bare"
echo "1..$count"
