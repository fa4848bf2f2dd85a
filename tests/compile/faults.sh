#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every fault of compile/fault.h has a folder here, named after it: the files
# that differ from the folder good. textkiosk-compile --check must say exactly
# what expected.sv and expected.en hold, and nothing that only follows.
#
# A file `removed` names what the folder lacks. UPDATE=1 writes the expected
# files anew; the diff of them is then the review.
set -u
here=${srcdir:-.}/tests/content
compile=$(pwd)/textkiosk-compile
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
count=0

ok() { # STATUS NAME
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
	fi
}

# The folder good with what this one changes.
lay_out() { # FOLDER
	rm -rf "$work/content"
	mkdir "$work/content"
	cp -R "$here/good/." "$work/content"
	chmod -R u+w "$work/content"
	if [ -f "$1/removed" ]; then
		while read -r name; do
			rm -rf "$work/content/$name"
		done <"$1/removed"
	fi
	cp -R "$1/." "$work/content"
	chmod -R u+w "$work/content"
	rm -f "$work/content/removed" "$work"/content/expected.*
}

check() { # LANGUAGE
	(cd "$work" && "$compile" --check --lang="$1" content) \
		>"$work/summary" 2>"$work/said.$1"
	echo "exit $?" >>"$work/said.$1"
}

same() { # FOLDER LANGUAGE
	if [ "${UPDATE:-}" ]; then
		cp "$work/said.$2" "$1/expected.$2"
	fi
	cmp -s "$work/said.$2" "$1/expected.$2" && return 0
	diff "$1/expected.$2" "$work/said.$2" | sed 's/^/# /'
	return 1
}

for folder in "$here"/*/; do
	folder=${folder%/}
	lay_out "$folder"
	for language in sv en; do
		check "$language"
		same "$folder" "$language"
		ok $? "${folder##*/} in $language"
	done
done

# No fault without a folder, but those that need a book of 4 GiB and such.
bare=
# shellcheck disable=SC2013 # names without blanks
for fault in $(sed -n 's/^	FAULT(\([A-Z_0-9]*\),.*/\1/p' \
	"${srcdir:-.}/src/compile/fault.h"); do
	case $fault in
	# Large ones: see hostile.sh.
	FILE_LARGE | MANY_ELEMENTS | MANY_ATTRIBUTES) continue ;;
	MANY_PAGES | LARGE_BOOK) continue ;;
	esac
	slug=$(echo "$fault" | tr 'A-Z_' 'a-z-')
	[ -d "$here/$slug" ] || bare="$bare $slug"
done
[ -z "$bare" ]
ok $? "every fault has its folder:$bare"
echo "1..$count"
