#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
# The tests of the architecture fail when it is broken: a violation is
# planted in a copy, and the test must see it.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
here=$srcdir/tests/architecture
count=0

fresh() {
	rm -rf "$copy/src" "$copy/tests"
	mkdir -p "$copy/tests"
	cp -R "$srcdir/src" "$copy/src"
	cp "$srcdir/tests/FLOORS" "$copy/tests/FLOORS"
	chmod -R u+w "$copy"
}

# sees WHAT TEST: the test must have a failing line now.
sees() {
	count=$((count + 1))
	if sh "$here/$2.sh" "$copy" | grep -q '^not ok'; then
		echo "ok $count - $2 sees $1"
	else
		echo "not ok $count - $2 sees $1"
	fi
}

fresh
sed -i '1a # include "view/screen.h"' "$copy/src/book/book.c"
sees 'a floor that reaches up' includes
fresh
# Five more at once; each has its line.
sed -i '1a #include <ncursesw/curses.h>' "$copy/src/view/frame.c"
sed -i '1a #include <libxml/tree.h>' "$copy/src/compile/check.c"
sed -i '1a #include <unistr.h>' "$copy/src/sheet/flow.c"
mkdir "$copy/src/attic"
echo 'int hidden;' >"$copy/src/attic.c"
said=$(sh "$here/includes.sh" "$copy")
for line in 'view knows only' 'compile knows only' 'sheet knows only' \
	'every folder' 'no file but'; do
	count=$((count + 1))
	if echo "$said" | grep -q "^not ok [0-9]* - $line"; then
		echo "ok $count - includes sees when not: $line"
	else
		echo "not ok $count - includes sees when not: $line"
	fi
done
fresh
echo 'int hidden;' >"$copy/src/view/attic.h"
sees 'a file the map does not name' map
fresh
sed -i 's/^#include "sheet\/making.h"//' "$copy/src/sheet/head.h"
sees 'a header that does not stand alone' headers

# Three at once for purity, which compiles everything: each has its line.
fresh
echo 'int hidden;' >>"$copy/src/view/keys.c"
printf '#include <time.h>\nlong when(void);\nlong when(void)\n{\n\treturn (long)time(0);\n}\n' \
	>>"$copy/src/visit/step.c"
printf 'int tick(void);\nint tick(void)\n{\n\tstatic int n;\n\treturn n++;\n}\n' \
	>>"$copy/src/sheet/sheet.c"
said=$(sh "$here/purity.sh" "$copy")
for line in 'visit calls nothing' 'no variable is visible' \
	'what changes lives in'; do
	count=$((count + 1))
	if echo "$said" | grep -q "^not ok [0-9]* - $line"; then
		echo "ok $count - purity sees when not: $line"
	else
		echo "not ok $count - purity sees when not: $line"
	fi
done
echo "1..$count"
