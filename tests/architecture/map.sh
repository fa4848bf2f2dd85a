#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The code map at the head of main.c names every file of src, and no other.
top=${1-$srcdir}
map=$(sed -n '/^ \*\/$/q; s/^ \*	\([a-z]*\/[a-z]*\.[ch]\)	.*/\1/p' \
	"$top/src/main.c" | sort)
# A header goes with its source; format.h has none.
files=$(cd "$top/src" && for file in */*.[ch]; do
	case $file in
	*.h) [ -e "${file%.h}.c" ] || echo "$file" ;;
	*) echo "$file" ;;
	esac
done | sort)

echo 1..1
if [ "$map" = "$files" ]; then
	echo 'ok 1 - the code map in main.c names every file'
else
	echo 'not ok 1 - the code map in main.c names every file'
	printf '%s\n' "$map" >map.tmp.$$
	printf '%s\n' "$files" | diff map.tmp.$$ - | sed 's/^/# /'
	rm -f map.tmp.$$
fi
