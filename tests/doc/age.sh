#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every screen whose text comes from somewhere says from where and when, in
# both languages and styles, and no other screen does.
set -u
srcdir=${srcdir:-.}
now=2026-11-24T10:00
count=0

ok() { # STATUS NAME
	count=$((count + 1))
	[ "$1" -eq 0 ] || printf 'not '
	echo "ok $count - $2"
}

# The screens of these whose row of age is not there as often as it should.
wrong() { # TIMES WORDS OPTIONS FILE...
	times=$1 words=$2 options=$3
	shift 3
	for file; do
		id=$(basename "$file" .xml)
		# shellcheck disable=SC2086 # several options
		found=$(./textkiosk --now=$now $options --dump="$id" \
			textkiosk.book | grep -cx "$words")
		[ "$found" -eq "$times" ] || echo " $id"
	done
}

with=$(grep -l '<source of="hallsberg.se" dated="2014-12"/>' \
	"$srcdir"/content/pages/*.xml)
without=$(grep -L '<source ' "$srcdir"/content/pages/*.xml)
[ -n "$with" ] && [ -n "$without" ]
ok $? 'some screens have a source and some have none'

for style in '' --reader; do
	for lang in sv en; do
		case $lang in
		sv) words='Text från hallsberg.se, december 2014.' ;;
		en) words='Text from hallsberg.se, December 2014.' ;;
		esac
		# shellcheck disable=SC2086 # file names without blanks
		bad=$(wrong 1 "$words" "--lang=$lang $style" $with
			wrong 0 'Text fr.*' "--lang=$lang $style" $without)
		[ -z "$bad" ]
		ok $? "the age of texts, $lang $style$bad"
	done
done
echo "1..$count"
