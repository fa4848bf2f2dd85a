#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What is pure is shown by the symbol table of plain objects: sheet, visit and
# view/frame call nothing that reads, writes, or looks at a clock; variables
# that change live only where a comment says why. Takes the folder to look at
# as an argument, for the test of this test.
top=${1-$srcdir}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0

verdict() {
	count=$((count + 1))
	if [ -z "$2" ]; then
		echo "ok $count - $1"
	else
		echo "not ok $count - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

# Plain objects: no sanitizer, no hardening, no optimiser that adds calls.
compile() {
	${CC:-cc} -std=c11 -O0 -fno-stack-protector -U_FORTIFY_SOURCE -c \
		-D_GNU_SOURCE -DLOCALEDIR='""' -DBINDIR='""' \
		-DPKGDATADIR='""' -DVERSION='""' -iquote "$top/src" \
		-I/usr/include/libxml2 "$1" -o "$2"
}

for file in "$top"/src/*/*.c "$top"/src/main.c; do
	name=$(echo "${file#"$top"/src/}" | tr / _)
	compile "$file" "$work/${name%.c}.o" || {
		echo "Bail out! $file does not compile"
		exit 1
	}
done

# Our own functions are judged where they are defined; a static one hides
# nothing from another file.
nm -A --defined-only "$work"/*.o | awk '$(NF-1) ~ /^[TDBRVW]$/ { print $NF }' |
	sort -u >"$work/ours"
allowed='^(memchr|memcmp|memcpy|memmem|memmove|memset|bsearch|qsort|strcmp|strlen|strchr|__stack_chk_fail|_GLOBAL_OFFSET_TABLE_)$'

impure() {
	nm -u "$@" 2>/dev/null | sed -n 's/^ *[Uw] //p' | sort -u |
		comm -23 - "$work/ours" | grep -Ev "$allowed"
}

verdict 'sheet calls nothing that reads, writes or looks at a clock' \
	"$(impure "$work"/sheet_*.o)"
verdict 'visit calls nothing that reads, writes or looks at a clock' \
	"$(impure "$work"/visit_*.o)"
verdict 'view/frame calls nothing that reads, writes or looks at a clock' \
	"$(impure "$work"/view_frame.o)"
verdict 'view/keys, line, message and dump call nothing that reads, writes or looks at a clock' \
	"$(impure "$work"/view_[kdlm]*.o)"
verdict 'book calls nothing that reads, writes or looks at a clock' \
	"$(impure "$work"/book_*.o)"

shared=$(nm -A "$work"/*.o | awk '$(NF-1) ~ /^[BDCGS]$/ { print $1, $NF }')
verdict 'no variable is visible in two files' "$shared"

# By section, not by letter: what is const is not in .data or .bss.
# The library that translate.c calls calls back without a pointer of ours.
changing=$(size -A "$work"/*.o | awk '
	$2 == ":" {
		name = $1
		sub(".*/", "", name)
		free = name ~ /^(run_.*|view_screen|base_die|compile_po)\.o$/
	}
	!free && $2 > 0 && $1 ~ /^\.(data|bss)/ && $1 !~ /^\.data\.rel\.ro/ {
		print name, $1, $2
	}')
verdict 'what changes lives in run, view/screen and base/die' "$changing"
echo "1..$count"
