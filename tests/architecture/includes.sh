#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2016 # what stands in '' is awk's
# Who may include whom, by path: tests/FLOORS is the law. Takes the folder to
# look at as an argument, for the test of this test.
top=${1-$srcdir}

# Before the bar a line of FLOORS names floors, behind it other libraries'
# headers, "xml.c:HEADER" where one file alone may include it.
awk -v outside='^([a-z0-9]*/)?(curses.h|ncurses.h|term.h|libxml/|gettext-po.h|libintl.h|uni(ctype|case|gbrk|lbrk|norm|str|width|conv|stdio|wbrk|name).h)' '
	function verdict(name, strays) {
		print (strays ? "not ok " : "ok ") ++count " - " name
		printf "%s", strays
	}
	FILENAME == ARGV[1] && /^[a-z]/ {
		floor = $1
		sub(":", "", floor)
		floors[++floor_count] = floor
		for (i = 2; i <= NF; i++)
			may[floor, $i] = 1
	}
	FILENAME == ARGV[1] { next }
	FNR == 1 {
		parts = split(FILENAME, part, "/")
		file = part[parts]
		floor = part[parts - 1] == "src" ? "main" : part[parts - 1]
	}
	!/^[ \t]*#[ \t]*include/ { next }
	match($0, /"[^"]*"/) {
		header = substr($0, RSTART + 1, RLENGTH - 2)
		above = header
		sub("/.*", "", above)
		if (above == header || !((floor, above) in may))
			own[floor] = own[floor] "# " FILENAME " " header "\n"
	}
	match($0, /<[^>]*>/) {
		header = substr($0, RSTART + 1, RLENGTH - 2)
		if (header ~ outside && !((floor, header) in may) &&
		    !((floor, file ":" header) in may))
			other[floor] = other[floor] "# " FILENAME " " header "\n"
	}
	END {
		for (i = 1; i <= floor_count; i++) {
			floor = floors[i]
			verdict(floor " includes only what it may", own[floor])
			verdict(floor " knows only its own libraries",
				other[floor])
		}
	}
' "$top/tests/FLOORS" "$top"/src/*.[ch] "$top"/src/*/*.[ch]

floors=$(sed -n 's/^\([a-z]*\):.*/\1/p' "$top/tests/FLOORS")
count=$(($(echo "$floors" | wc -l) * 2 + 1))
name='every folder of src is a floor, and no file but main.c beside them'
strays=$(cd "$top/src" && for entry in */ *.[ch]; do
	entry=${entry%/}
	case " $(echo $floors) " in
	*" ${entry%.c} "*) ;;
	*) echo "# src/$entry is in no line" ;;
	esac
done)
if [ -z "$strays" ]; then
	echo "ok $count - $name"
else
	echo "not ok $count - $name"
	echo "$strays"
fi
echo "1..$count"
