#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Files that would make a reader wait, follow, grow or read what is not
# content: each is refused in time, in little memory, with its name.
set -u
. "${srcdir:-.}/tests/compile/begin.sh"
good=$srcdir/tests/content/good
page=pages/vision.xml

fresh() {
	rm -rf "$work/content"
	cp -R "$good" "$work/content"
	chmod -R u+w "$work/content"
}

# A sanitizer needs room of its own; then only time is limited.
# shellcheck disable=SC3045 # dash and busybox have it
(ulimit -v 262144 && "$compile" --version) >/dev/null 2>&1 &&
	ulimit -v 262144

# Refused with a message that begins so, no byte that a terminal obeys, at
# most 21 lines, no book.
refused() { # NAME START
	timeout 10 "$compile" --check --lang=en -o "$work/book" \
		"$work/content" >/dev/null 2>"$work/said"
	status=$?
	[ $status -eq 1 ] && [ ! -e "$work/book" ] &&
		[ "$(wc -l <"$work/said")" -le 21 ] &&
		! LC_ALL=C grep -q '[[:cntrl:]]' "$work/said" &&
		head -n 1 "$work/said" | grep -qF "$2"
	ok $? "$1"
}

no_file="error: This is no ordinary file"

fresh && rm "$work/content/$page" && mkfifo "$work/content/$page"
refused "a pipe" "$page: $no_file"
fresh && ln -sf /etc/passwd "$work/content/$page"
refused "a link out of the folder" "$page: $no_file"
fresh && ln -sf help.xml "$work/content/$page"
refused "a link inside of it" "$page: $no_file"
fresh && ln -sf /dev/zero "$work/content/$page"
refused "a device behind a link" "$page: $no_file"
fresh && mv "$work/content/pages" "$work/elsewhere" &&
	ln -s "$work/elsewhere" "$work/content/pages"
refused "a folder behind a link" "pages: error: There are no pages"
fresh && mv "$work/content/po" "$work/po" && ln -s "$work/po" "$work/content/po"
refused "translations behind a link" "po/en.po: $no_file"
fresh && rm "$work/content/po/en.po" && mkfifo "$work/content/po/en.po"
refused "a pipe of translations" "po/en.po: $no_file"
fresh && ln -sf /dev/stdin "$work/content/po/en.po"
refused "translations from standard input" "po/en.po: $no_file"
if [ "$(id -u)" -eq 0 ] && fresh && rm "$work/content/$page" &&
	mknod "$work/content/$page" c 1 5 2>/dev/null; then
	refused "a device" "$page: $no_file"
fi
fresh && dd if=/dev/zero of="$work/content/$page" bs=1 count=0 \
	seek=100000000 2>/dev/null
refused "100 MB of nothing" "$page: error: The file is larger than 1 MiB."
fresh && { cat "$good/$page" && yes '<!-- more -->' | head -c 1048576; } \
	>"$work/content/$page"
refused "one byte too many" "$page: error: The file is larger than 1 MiB."
fresh && yes '<p/>' | head -c 1000000 >"$work/content/$page"
refused "a quarter of a million elements" "$page:2: error: The XML is not well-formed"
fresh && { echo '<page xmlns="urn:textkiosk:1" id="x"><title>X</title>' &&
	yes '<q/>' | head -n 40000 && echo '</page>'; } >"$work/content/$page"
refused "40 000 faults" "$page:2: error: The element <q>"
fresh && { echo '<page xmlns="urn:textkiosk:1" id="x"><title>X</title>' &&
	yes '<q/>' | head -n 200000 && echo '</page>'; } >"$work/content/$page"
refused "200 000 elements" "$page:50000: error: The file has more than"
fresh && { printf '<page xmlns="urn:textkiosk:1" id="x"' &&
	yes ' a="b"' | head -n 100000 && echo '/>'; } >"$work/content/$page"
refused "100 000 attributes" "$page:1: error: This element has more than"
fresh && { printf '<page xmlns="urn:textkiosk:1" id="x"><title' &&
	seq 900 | sed "s/.*/ a& = '='/" && echo '/></page>'; } >"$work/content/$page"
refused "900 attributes" "$page:1: error: <title> has no attribute a1."
fresh && { echo '<page xmlns="urn:textkiosk:1" id="vision" number="3"><title>Vision</title>' &&
	yes '<section id="a"><p>Plan</p></section>' | head -n 20000 &&
	echo '</page>'; } >"$work/content/$page"
refused "20 000 sections of one id" "$page:3: error: The id \"a\""
fresh && { echo '<site xmlns="urn:textkiosk:1" updated="2026-01-01"><name>X</name>' &&
	echo '<language code="en">English</language>' &&
	yes '<contact id="a"><orgnr label="X">212000-1926</orgnr></contact>' |
	head -n 15000 && echo '</site>'; } >"$work/content/site.xml"
refused "15 000 contacts of one id" "site.xml:4: error: The id"
fresh && { cat "$good/po/en.po" && yes 'msgid "x"' | head -n 90000; } \
	>"$work/content/po/en.po"
refused "a translation of msgids" "po/en.po:76: error: The translations cannot"
fresh && { printf "\377" && head -c 500000 /dev/urandom; } >"$work/content/$page"
refused "noise" "$page:1: error: The text is not UTF-8"
fresh && { printf "\377" && head -c 500000 /dev/urandom; } >"$work/content/po/en.po"
refused "noise for a translation" "po/en.po:1: error: The text is not UTF-8"
fresh && cp "$work/content/$page" "$work/content/pages/$(printf 'a\nb\033[31m').xml"
refused "a file name with a line end" 'is already in pages/a b?[31m.xml:1.'

# What an editor's folder may hold beside.
fresh && touch "$work/content/pages/.vision.xml.swp" \
	"$work/content/pages/vision.xml~" "$work/content/pages/vision.bak"
"$compile" -o "$work/book" "$work/content" 2>"$work/said"
ok $? "an editor's own files are left alone"
"$compile" --check "$work/nowhere" 2>"$work/said"
[ $? -eq 2 ] && [ -s "$work/said" ]
ok $? "no folder: could not check"
"$compile" --check "$good/site.xml" 2>"$work/said"
[ $? -eq 2 ]
ok $? "a file is no folder"
said() { # LANGUAGE SENTENCE OPTION...
	language=$1 sentence=$2
	shift 2
	"$compile" --lang="$language" "$@" 2>"$work/said"
	[ $? -eq 2 ] && [ "$(cat "$work/said")" = "$sentence" ]
	ok $? "in $language: $sentence"
}
said sv "/dev/full skrevs inte: disken är full." -o /dev/full "$good"
said en "/dev/full was not written: the disk is full." -o /dev/full "$good"
said en "/dev/full was not written: the disk is full." --pot=/dev/full "$good"
# No summary, no book; and none of which a part can be written.
cp "$good/site.xml" "$work/book"
"$compile" --lang=en --check -o "$work/book" "$good" >/dev/full 2>"$work/said"
[ $? -eq 2 ] && cmp -s "$work/book" "$good/site.xml" &&
	[ "$(cat "$work/said")" = "- was not written: the disk is full." ]
ok $? "a summary that cannot be written"
(
	ulimit -f 4
	"$compile" --lang=en -o "$work/book" "$good" 2>"$work/said"
)
[ $? -eq 2 ] && cmp -s "$work/book" "$good/site.xml" &&
	grep -q "book was not written: system error 27.$" "$work/said" &&
	[ "$(find "$work" -name 'book.*' | wc -l)" -eq 0 ]
ok $? "a book larger than a file may be"
said sv "/nowhere kan inte öppnas: det finns ingen sådan fil eller mapp." \
	--check /nowhere
said en "a?[31mb cannot be opened: there is no such file or folder." \
	--check "$(printf 'a\033[31mb')"
echo "1..$count"
