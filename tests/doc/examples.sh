#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the manual and the guides show an editor is what the compiler takes:
# every example is put into the real content and checked. The manual has an
# example of every element, in both languages the same ones.
set -u
. "${srcdir:-.}/tests/compile/begin.sh"

# Examples 1.xml, 2.xml, 1.po … of a file, in a folder of their own.
take_out() { # FILE FOLDER
	mkdir -p "$2"
	awk -v folder="$2" '
	/^\.EX$/ || /^```xml$/ { name = folder "/" ++xml ".xml"; next }
	/^```po$/ { name = folder "/" ++po ".po"; next }
	/^\.EE$/ || /^```$/ { name = ""; next }
	name { print >name }' "$1"
}

# A whole file, or a part that is set where it may stand.
set_in() { # EXAMPLE
	first=$(sed -n '1s/^<\([a-z]*\).*/\1/p' "$1")
	open="xmlns='urn:textkiosk:1' xml:lang='sv'"
	case $first in
	site | today) cp "$1" "$work/content/$first.xml" ;;
	page) cp "$1" "$work/content/pages/example.xml" ;;
	date | notice)
		{ echo "<today $open>" && cat "$1" && echo '</today>'; } \
			>"$work/content/today.xml" ;;
	*)
		{ echo "<page $open id='example'><title>Exempel</title>" &&
			cat "$1" && echo '</page>'; } \
			>"$work/content/pages/example.xml" ;;
	esac
}

compiles() { # EXAMPLE
	rm -rf "$work/content"
	cp -R "$srcdir/content" "$work/content"
	chmod -R u+w "$work/content"
	set_in "$1"
	"$compile" --check --lang=en "$work/content" >"$work/said" 2>&1
}

for file in textkiosk-content.5 sv/textkiosk-content.5 sv/redaktor.md \
	sv/reception.md sv/oversattare.md; do
	folder=$work/$file
	take_out "$srcdir/doc/$file" "$folder"
	for example in "$folder"/*.xml; do
		[ -e "$example" ] || continue
		compiles "$example"
		ok $? "$file, example ${example##*/}"
	done
done

header='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
for example in "$work"/sv/oversattare.md/*.po; do
	{ printf "$header" && cat "$example"; } >"$work/example.po"
	msgfmt --check-format -o /dev/null "$work/example.po" 2>"$work/said"
	ok $? "sv/oversattare.md, example ${example##*/}"
done

missing=
for element in $(grep -o '[^#]element [a-z]*' \
	"$srcdir/content/textkiosk.rnc" | sed 's/.* //' | sort -u); do
	cat "$work"/textkiosk-content.5/*.xml | grep -q "<${element}[ />]" ||
		missing="$missing $element"
done
rm "$work/said"
[ -z "$missing" ]
ok $? "the manual has an example of every element:$missing"

diff -r "$work/textkiosk-content.5" "$work/sv/textkiosk-content.5" >&2
ok $? 'both languages have the same examples'
echo "1..$count"
