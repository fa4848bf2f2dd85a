#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
# The tests of the architecture fail when it is broken, line by line: in a
# tree as small as the law allows every violation is planted, and exactly its
# lines must fail. The law itself, tests/FLOORS and src/local.mk, is the real
# one.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$srcdir/tests/architecture
top=$work/tree
src=$top/src
count=0

# ---------------------------------------------------------------------------
# The tree: what the tests look for by name, and a file of every floor.
modules='base/die text/order book/book compile/xml compile/check sheet/sheet
	visit/step view/keys view/frame view/dump view/screen run/loop'

module() { # FLOOR/NAME
	floor=${1%/*} name=${1#*/}
	mkdir -p "$src/$floor" "$top/tests/$floor"
	cat >"$src/$1.h" <<-END
		#include <stddef.h>
		int ${floor}_$name(size_t n);
	END
	cat >"$src/$1.c" <<-END
		#include "$1.h"
		int ${floor}_$name(size_t n) { return n != 0; }
	END
	echo "lib${floor}_a_SOURCES = src/$1.c src/$1.h" \
		>>"$src/$floor/local.mk"
	echo "tests_${floor}_x_LDADD = \$(FLOORS_$(echo "$floor" |
		tr a-z A-Z))" >>"$top/tests/$floor/local.mk"
	echo " *	$1.c	its job" >>"$src/main.c"
}

counter() { # FILE...: a variable that changes, in each
	for file; do
		echo 'int tick(void) { static int n; return n++; }' |
			sed "s/tick/$(echo "$file" | tr -d /.)/" >>"$src/$file"
	done
}

clock() { # FILE...: a look at the clock, in each
	for file; do
		echo 'long when(void) { long time(long *); return time(0); }' |
			sed "s/when/$(echo "$file" | tr -d /.)/" >>"$src/$file"
	done
}

include() { # FILE HEADER
	sed -i "1i # include $2" "$src/$1"
}

mkdir -p "$src" "$top/tests"
cp "$srcdir/src/local.mk" "$src"
cp "$srcdir/tests/FLOORS" "$top/tests"
chmod -R u+w "$top"
echo '/*' >"$src/main.c"
for module in $modules; do
	module "$module"
done
echo ' */
int main(void) { return 0; }' >>"$src/main.c"
# Here variables may change.
counter base/die.c view/screen.c run/loop.c
mv "$top" "$work/kept"

fresh() {
	rm -rf "$top"
	cp -R "$work/kept" "$top"
}

# Of all lines of a test these fail now, and no other.
sees() { # WHAT TEST LINE...
	what="$2 sees $1"
	count=$((count + 1))
	said=$(sh "$here/$2.sh" "$top")
	failed=$(echo "$said" | sed -n 's/^not ok [0-9]* - //p')
	shift 2
	if [ "$failed" = "$(printf '%s\n' "$@")" ]; then
		echo "ok $count - $what"
	else
		echo "not ok $count - $what"
		echo "$said" | sed 's/^/# /'
	fi
}

fresh
for test in includes libraries map headers purity; do
	sees 'nothing wrong in a tree that keeps the law' $test
done

# ---------------------------------------------------------------------------
# Includes. Every floor reaches for one that it may not know.
include base/die.c '"text/order.h"'
include text/order.h '"book/book.h"'
include book/book.c '"sheet/sheet.h"'
include compile/check.c '"sheet/sheet.h"'
include sheet/sheet.c '"visit/step.h"'
include visit/step.c '"view/frame.h"'
include view/frame.h '"run/loop.h"'
include run/loop.c '"compile/check.h"'
include main.c '"compile/check.h"'
sees 'floors that reach up' includes \
	'base includes only what it may' 'text includes only what it may' \
	'book includes only what it may' 'compile includes only what it may' \
	'sheet includes only what it may' 'visit includes only what it may' \
	'view includes only what it may' 'run includes only what it may' \
	'main includes only what it may'
fresh
include view/keys.c '"keys.h"'
sees 'a header without its floor' includes 'view includes only what it may'

# Every floor knows a library that is not its own; …
fresh
include base/die.c '<unistr.h>'
include text/order.c '<libintl.h>'
include book/book.c '<unicase.h>'
include compile/check.c '<libxml/tree.h>'
include sheet/sheet.c '<unistr.h>'
include visit/step.h '<uniwidth.h>'
include view/frame.c '<ncursesw/curses.h>'
include run/loop.c '<curses.h>'
include main.c '<libxml/parser.h>'
sees 'libraries out of place' includes \
	'base knows only its own libraries' 'text knows only its own libraries' \
	'book knows only its own libraries' \
	'compile knows only its own libraries' \
	'sheet knows only its own libraries' \
	'visit knows only its own libraries' 'view knows only its own libraries' \
	'run knows only its own libraries' 'main knows only its own libraries'
# … and one of its own in a file that must not.
fresh
include compile/xml.c '<gettext-po.h>'
include view/keys.c '<curses.h>'
sees 'a library in two files' includes \
	'compile knows only its own libraries' 'view knows only its own libraries'

known='every folder of src is a floor, and no file but main.c beside them'
fresh
mkdir "$src/attic"
sees 'a folder that is no floor' includes "$known"
fresh
echo 'int hidden;' >"$src/attic.c"
sees 'a file beside main.c' includes "$known"

# ---------------------------------------------------------------------------
# Libraries.
fresh
echo 'libview_a_SOURCES += src/run/loop.c' >>"$src/view/local.mk"
sed -i 's/^\(FLOORS_VISIT = .*\)/\1 libview.a/' "$src/local.mk"
echo 'tests_book_y_LDADD = libreal.a \
	$(FLOORS_VIEW)' >>"$top/tests/book/local.mk"
sees 'floors and tests that link more' libraries \
	'tests of book link no more' 'visit links what it may use' \
	'libview.a is of src/view alone' 'view links what it may use' \
	'run links what it may use'

# ---------------------------------------------------------------------------
# The map, and headers.
map='the code map in main.c names every file'
fresh
echo 'int hidden;' >"$src/view/attic.c"
sees 'a file the map does not name' map "$map"
fresh
echo 'int hidden;' >"$src/view/attic.h"
sees 'a header the map does not name' map "$map"
fresh
rm "$src/view/dump.c" "$src/view/dump.h"
sees 'a name without a file' map "$map"
fresh
sed -i 1d "$src/sheet/sheet.h"
sees 'a header that does not stand alone' headers sheet/sheet.h

# ---------------------------------------------------------------------------
# Purity.
pure='nothing that reads, writes or looks at a clock'
fresh
clock book/book.c sheet/sheet.c visit/step.c view/frame.c view/keys.c
echo 'int shared = 1;' >>"$src/run/loop.c"
sees 'looks at the clock, and a shared variable' purity \
	"sheet calls $pure" "visit calls $pure" "view/frame calls $pure" \
	"view/keys, line, message and dump call $pure" "book calls $pure" \
	'no variable is visible in two files'
fresh
clock view/dump.c
counter text/order.c book/book.c compile/check.c sheet/sheet.c visit/step.c \
	view/frame.c main.c
sees 'variables that change, and a dump with a clock' purity \
	"view/keys, line, message and dump call $pure" \
	'what changes lives in run, view/screen and base/die'
for object in text_order book_book compile_check sheet_sheet visit_step \
	view_frame main; do
	count=$((count + 1))
	if echo "$said" | grep -q "^# $object.o "; then
		echo "ok $count - … in $object"
	else
		echo "not ok $count - … in $object"
	fi
done
echo "1..$count"
