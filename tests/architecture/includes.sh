#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Who may include whom, by path: tests/FLOORS is the law. Takes the folder to
# look at as an argument, for the test of this test.
top=${1-$srcdir}
floors=$top/tests/FLOORS
count=0

ok() {
	count=$((count + 1))
	echo "ok $count - $1"
}

not_ok() {
	count=$((count + 1))
	echo "not ok $count - $1"
	printf '%s\n' "$2" | sed 's/^/# /'
}

verdict() {
	if [ -z "$2" ]; then ok "$1"; else not_ok "$1" "$2"; fi
}

# The part of a floor's line before or behind the bar.
line_of() {
	sed -n "s/^$1: //p" "$floors"
}

# Includes of our own that the floor's line does not name.
strays() {
	may=$(line_of "$1" | sed 's/|.*//')
	for file in "$top"/src/"$1"/*.[ch]; do
		sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"\([a-z]*\)\/.*/\1/p' \
			"$file" |
			while read -r floor; do
				case " $may " in
				*" $floor "*) ;;
				*) echo "$file includes $floor" ;;
				esac
			done
	done
	# An include of ours without a floor in its path.
	grep -n '#include "[^/"]*"' "$top"/src/"$1"/*.[ch]
}

# Headers that only certain files may include.
outside='curses.h|ncurses.h|term.h|libxml/|gettext-po.h|libintl.h|uni(ctype|case|gbrk|lbrk|norm|str|width|conv|stdio|wbrk|name).h'

library_strays() {
	may=$(line_of "$1" | sed -n 's/.*|//p')
	for file in "$top"/src/"$1"/*.[ch]; do
		sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*<\(.*\)>.*/\1/p' \
			"$file" | grep -E "^([a-z0-9]*/)?($outside)" |
			while read -r header; do
				case " $may " in
				*" $header "* | *" $(basename "$file"):$header "*) ;;
				*) echo "$file includes <$header>" ;;
				esac
			done
	done
}

names=$(sed -n 's/^\([a-z]*\):.*/\1/p' "$floors")
for floor in $names; do
	verdict "$floor includes only what it may" "$(strays "$floor")"
	verdict "$floor knows only its own libraries" \
		"$(library_strays "$floor")"
done

all=$(for folder in "$top"/src/*/; do basename "$folder"; done)
unknown=$(for floor in $all; do
	echo "$names" | grep -qx "$floor" || echo "src/$floor is in no line"
done)
verdict 'every folder of src is a floor' "$unknown"
stray=$(cd "$top/src" && for file in *.[ch]; do
	[ "$file" = main.c ] || echo "$file"
done)
verdict 'no file but main.c stands beside the floors' "$stray"
echo "1..$count"
