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
sed -i '1a #include "view/screen.h"' "$copy/src/book/book.c"
sees 'a floor that reaches up' includes
fresh
sed -i '1a #include <curses.h>' "$copy/src/view/frame.c"
sees 'curses in another file' includes
fresh
sed -i '1a #include <libxml/tree.h>' "$copy/src/compile/check.c"
sees 'libxml2 in another file' includes
fresh
sed -i '1a #include <unistr.h>' "$copy/src/sheet/flow.c"
sees 'libunistring on another floor' includes
fresh
mkdir "$copy/src/attic"
sees 'a folder that is no floor' includes
fresh
echo 'int hidden;' >"$copy/src/view/attic.c"
sees 'a file the map does not name' map
sees 'a variable that two files can see' purity
fresh
sed -i '1a struct nowhere_declared field_of(struct x y);' \
	"$copy/src/sheet/head.h"
sed -i 's/^#include "sheet\/making.h"//' "$copy/src/sheet/head.h"
sees 'a header that does not stand alone' headers
fresh
printf '#include <time.h>\nlong when(void);\nlong when(void)\n{\n\treturn (long)time(0);\n}\n' \
	>>"$copy/src/visit/step.c"
sees 'a clock in the heart' purity
fresh
printf 'int count(void);\nint count(void)\n{\n\tstatic int n;\n\treturn n++;\n}\n' \
	>>"$copy/src/sheet/sheet.c"
sees 'a variable that changes' purity
echo "1..$count"
