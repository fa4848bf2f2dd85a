#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every fault of compile/fault.h has a folder here, named after it: the files
# that differ from the folder good. textkiosk-compile --check must say exactly
# what expected.sv and expected.en hold, and nothing that only follows. Where
# there are summary.sv and summary.en, that is the summary it ends with.
#
# A file `removed` names what the folder lacks. UPDATE=1 writes the expected
# files anew; the diff of them is then the review.
set -u
. "${srcdir:-.}/tests/compile/begin.sh"
here=$(cd "$srcdir/tests/content" && pwd) || exit 99
faults=$(sed -n 's/^	FAULT(\([A-Z_0-9]*\),.*/\1/p' \
	"$srcdir/src/compile/fault.h")

# All folders once, writable whatever the source is; then all is links.
cp -R "$here" "$work/all" && chmod -R u+w "$work/all" || exit 99
cd "$work" || exit 99

# The folder good with what this one changes.
lay_out() { # NAME
	rm -rf content
	cp -Rl all/good content
	if [ -f "all/$1/removed" ]; then
		while read -r gone; do
			rm -rf "content/$gone"
		done <"all/$1/removed"
	fi
	cp -Rl --remove-destination "all/$1/." content
}

check() { # LANGUAGE
	"$compile" --check --lang="$1" content >"summary.$1" 2>"said.$1"
	echo "exit $?" >>"said.$1"
}

same() { # FILE EXPECTED
	if [ "${UPDATE:-}" ]; then
		cp "$1" "$here/$2"
	fi
	cmp -s "$1" "$here/$2" && return 0
	diff "$here/$2" "$1" | sed 's/^/# /'
	return 1
}

for folder in all/*/; do
	folder=${folder%/}
	name=${folder##*/}
	lay_out "$name"
	for language in sv en; do
		check "$language"
		same "said.$language" "$name/expected.$language"
		ok $? "$name in $language"
		[ -f "$folder/summary.$language" ] || continue
		same "summary.$language" "$name/summary.$language"
		ok $? "$name in $language: summary"
	done
done

# No fault without a folder, but those that need a book of 4 GiB and such.
bare=
for fault in $faults; do
	case $fault in
	# What the system refuses: see file.c.
	FILE_FORBIDDEN | FILE_UNREADABLE | PO_PROC) continue ;;
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
