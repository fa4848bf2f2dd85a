#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What translators get: places, comments, every text once; and what becomes
# of a translation whose Swedish has changed.
set -u
. "${srcdir:-.}/tests/compile/begin.sh"
source=$srcdir
TEXTKIOSK_COMPILE=$compile
export TEXTKIOSK_COMPILE
if ! command -v msgmerge >/dev/null; then
	echo "1..0 # SKIP msgmerge is missing"
	exit 0
fi

cp -R "$source/tests/content/good" "$work/good"
chmod -R u+w "$work/good"
cp "$source/content/update-po" "$work/good"
page=$work/good/pages/vision.xml
sed -i 's|<section id="plan">|&<!-- Översättare: en plan av papper --><p>Plan</p>|
	s|<p>Kort text.</p>|<p its-context="kort">Plan</p><p translate="no">Nej</p>|' \
	"$page"
"$compile" --pot="$work/pot" "$work/good" 2>/dev/null
ok $? "a template is written though translations are wanting"
msgfmt -o /dev/null "$work/pot" 2>"$work/said"
[ ! -s "$work/said" ]
ok $? "gettext has nothing to say against it"
cat >"$work/wanted" <<'END'
#. Översättare: en plan av papper
#: pages/vision.xml:12 pages/vision.xml:13
msgid "Plan"
msgstr ""

END
sed -n '/^#\. /,/^$/p' "$work/pot" | cmp - "$work/wanted"
ok $? "a text has all its places and the comment before it"
grep -A1 '^msgctxt "kort"$' "$work/pot" | grep -qx 'msgid "Plan"'
ok $? "a context makes it another text"
! grep -q 'Nej\|Storgatan\|huset@' "$work/pot"
ok $? "what is not translated is not there"
[ "$(grep -c '^msgid' "$work/pot")" -eq \
	"$(grep '^msgid' "$work/pot" | sort -u | wc -l | awk '{ print $1 + 1 }')" ]
ok $? "every text stands once, but for the one with a context"

cp "$source/tests/content/good/pages/vision.xml" "$page"
(cd "$work" && good/update-po) >"$work/said" 2>&1
ok $? "update-po runs from anywhere"
grep -q '23 translated messages\.$' "$work/said"
ok $? "and finds all translated"
sed -i 's/Fråga i receptionen/Fråga i vår reception/' "$work/good/today.xml"
"$work/good/update-po" >"$work/said" 2>&1
grep -q '22 translated messages, 1 fuzzy translation\.$' "$work/said"
ok $? "a changed text is fuzzy"
grep -q '^#| msgid "Fråga i receptionen\."$' "$work/good/po/en.po"
ok $? "with the old one beside it"
"$compile" --lang=en -o "$work/book" "$work/good" 2>"$work/said"
grep -q '^today.xml:5: warning: The translation (en) is fuzzy' "$work/said" &&
	! grep -q 'Ask at reception' "$work/book"
ok $? "and its old translation is not in the book"
echo "1..$count"
