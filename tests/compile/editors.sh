#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The tools translators use write the same translations in other lines, other
# order, with other headers. None of them may change a byte of the book:
# gettext's own, polib, and the Translate Toolkit, with which Weblate reads
# and writes. (Poedit and Weblate themselves have no command line.)
set -u
. "${srcdir:-.}/tests/compile/begin.sh"
source=$srcdir
TEXTKIOSK_COMPILE=$compile
export TEXTKIOSK_COMPILE
if ! command -v msgmerge >/dev/null; then
	echo '1..0 # SKIP msgmerge is missing (Debian: gettext)'
	exit 0
fi
po=$work/content/po/en.po

skip() { # NAME REASON
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

# The python that has a module; python3 may be another than the packages'.
python_with() { # MODULE
	for python in python3 /usr/bin/python3; do
		"$python" -c "import $1" 2>/dev/null && echo "$python" && return
	done
	return 1
}

same_book() { # NAME
	! cmp -s "$po" "$work/en.po" &&
		msgfmt --check -o /dev/null "$po" 2>"$work/said" &&
		"$TEXTKIOSK_COMPILE" -o "$work/book" "$work/content" \
			2>>"$work/said" &&
		[ ! -s "$work/said" ] && cmp "$work/book" "$work/wanted"
	ok $? "$1"
	sed 's/^/# /' "$work/said"
	cp "$work/en.po" "$po"
}

cp -R "$source/content" "$work/content" && chmod -R u+w "$work/content"
cp "$po" "$work/en.po"
"$TEXTKIOSK_COMPILE" -o "$work/wanted" "$work/content"
ok $? 'the book as it is'

echo '# A remark.' >>"$po"
"$work/content/update-po" >"$work/said" 2>&1
same_book 'update-po'
msgcat --width=40 --no-location --sort-output "$work/en.po" -o "$po"
same_book 'narrow, sorted, without places'
msgcat --no-wrap --sort-by-file "$work/en.po" -o "$po"
same_book 'in lines as long as they are'

if python=$(python_with polib); then
	"$python" - "$work/en.po" "$po" <<'END'
import sys, polib
po = polib.pofile(sys.argv[1], wrapwidth=50)
po.metadata["X-Generator"] = "polib"
po.sort()
po.save(sys.argv[2])
END
	same_book 'polib'
else
	skip 'polib' 'it is missing (Debian: python3-polib)'
fi

# As Weblate does: read, look for a text, set it, write.
weblate() { # PYTHON: what becomes of each unit
	"$python" - "$work/en.po" "$po" <<END
import sys
from translate.storage import pypo
store = pypo.pofile.parsefile(sys.argv[1])
store.wrapper.width = -1
store.updateheader(add=True, x_generator="Weblate 5.0", language="en_GB")
for unit in store.units:
    if unit.istranslatable():
        $1
store.savefile(sys.argv[2])
END
}
if python=$(python_with translate.storage.pypo); then
	weblate 'unit.target = str(unit.target)'
	same_book 'the Translate Toolkit'
	weblate 'unit.markfuzzy("Telefon" == unit.source)'
	"$TEXTKIOSK_COMPILE" --check --lang=en "$work/content" 2>&1 |
		grep -q 'warning: The translation (en) is fuzzy: "Telefon"'
	ok $? 'what it marks as in need of a look is not shown'
else
	skip 'the Translate Toolkit' 'it is missing (Debian: translate-toolkit)'
fi
echo "1..$count"
