#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The same content gives the same bytes: in another folder, time zone, locale
# and umask, with files in another order on the disk, and to a pipe.
set -u
. "${srcdir:-.}/tests/compile/begin.sh"
content=$srcdir/content

# Copies file by file, the last name first.
mkdir -p "$work/another/place/pages" "$work/another/place/po"
find "$content" -name '*.xml' -o -name '*.po' | sort -r |
	while read -r file; do
		cp "$file" "$work/another/place/${file#"$content"/}"
	done
"$compile" -o "$work/one" "$content" 2>"$work/said"
ok $? "the real content is bound"
[ ! -s "$work/said" ]
ok $? "without a word"
(cd "$work/another" && umask 077 &&
	TZ=Pacific/Chatham LC_ALL=tr_TR.UTF-8 LANGUAGE=en HOME=/ \
		"$compile" -o ../two place) && cmp "$work/one" "$work/two"
ok $? "another folder, time zone, locale and umask"
"$compile" --lang=en -o - "$content" | cmp - "$work/one"
ok $? "to standard output"
"$compile" --check --pot="$work/a.pot" -o "$work/one" "$content" >/dev/null &&
	cmp "$work/one" "$work/two"
ok $? "with a check and a template"
(cd "$work/another" && TZ=Asia/Tokyo "$compile" --pot=../b.pot place) &&
	cmp "$work/a.pot" "$work/b.pot"
ok $? "the template too"
echo "1..$count"
