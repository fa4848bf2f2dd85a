#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What our reader of catalogues says is what libc's gettext says: every message
# of the program's catalogue, and plurals by the rules of many languages. libc
# translates under a real locale only, so one is made here.
folder=$PWD/catalog-slow.tmp
rm -rf "$folder"
mkdir -p "$folder/locales" "$folder/sv/LC_MESSAGES"
if ! localedef -i sv_SE -f UTF-8 "$folder/locales/sv_SE.UTF-8" \
	2>"$folder/log"; then
	echo "1..0 # SKIP no locale sv_SE.UTF-8 can be made here"
	rm -rf "$folder"
	exit 0
fi
count=0

compare() { # domain description
	count=$((count + 1))
	LC_ALL=sv_SE.UTF-8 LANGUAGE=sv LOCPATH=$folder/locales \
		./tests/text/catalog-libc "$folder" "$1"
	case $? in
	0) echo "ok $count - $2" ;;
	77) echo "ok $count - $2 # SKIP libc does not translate" ;;
	*) echo "not ok $count - $2" ;;
	esac
}

cp catalogs/sv.mo "$folder/sv/LC_MESSAGES/program.mo"
compare program "the program's messages"

while IFS= read -r rule; do
	domain=rule$count
	{
		printf 'msgid ""\nmsgstr ""\n'
		printf '"Content-Type: text/plain; charset=UTF-8\\n"\n'
		printf '"Plural-Forms: %s\\n"\n\n' "$rule"
		printf 'msgid "one"\nmsgid_plural "many"\n'
		for form in 0 1 2 3 4 5; do
			printf 'msgstr[%s] "form %s"\n' $form $form
		done
	} >"$folder/$domain.po"
	msgfmt -o "$folder/sv/LC_MESSAGES/$domain.mo" "$folder/$domain.po"
	compare "$domain" "$rule"
done <<'RULES'
nplurals=1; plural=0;
nplurals=2; plural=n != 1;
nplurals=2; plural=n>1;
nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2;
nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;
nplurals=3; plural=n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2;
nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2;
nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;
nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;
nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;
nplurals=4; plural=n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3;
nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;
nplurals=5; plural=n==1 ? 0 : n==2 ? 1 : n<7 ? 2 : n<11 ? 3 : 4;
nplurals=4; plural=(n==1 || n==11) ? 0 : (n==2 || n==12) ? 1 : (n > 2 && n < 20) ? 2 : 3;
nplurals=6; plural=n%6;
nplurals=6; plural=n*3/2%6;
nplurals=6; plural=n-1;
nplurals=4; plural=!n+!!n+(n<5)-(n>=9)*0;
nplurals=2; plural=n==2==0;
nplurals=6; plural=10-4-3;
nplurals=3; plural=n;
nplurals=9; plural=n;
nplurals=2; plural=n ? 1
nplurals=2; plural=(n
nplurals=2; plural=;
nplurals=2; plural=n ! 1;
nplurals=x; plural=0;
nothing at all
RULES
echo "1..$count"
rm -rf "$folder"
