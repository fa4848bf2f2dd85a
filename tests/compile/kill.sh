#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# At any moment there is the old book or the new one: the compiler is killed
# at each system call that could change that, then each of them fails once.
set -u
. "${srcdir:-.}/tests/compile/begin.sh"
# A leak checker cannot look at a process that strace holds.
export ASAN_OPTIONS=detect_leaks=0
good=$srcdir/tests/content/good
if ! strace -qq -o /dev/null true 2>/dev/null; then
	echo "1..0 # SKIP strace is missing or may not trace"
	exit 0
fi

cp -R "$good" "$work/content"
chmod -R u+w "$work/content"
"$compile" -o "$work/old" "$work/content" || exit 99
sed -i 's/Kort text/Annan text/' "$work/content/pages/vision.xml" \
	"$work/content/po/en.po"
"$compile" -o "$work/new" "$work/content" || exit 99
cmp -s "$work/old" "$work/new"
[ $? -eq 1 ]
ok $? "another content is another book"

# The book afterwards is one or the other.
whole() {
	cmp -s "$work/out/book" "$work/old" ||
		cmp -s "$work/out/book" "$work/new"
}

attempt() { # CALL INJECTION NUMBER
	rm -rf "$work/out"
	mkdir "$work/out"
	cp "$work/old" "$work/out/book"
	strace -qq -o /dev/null -e "trace=?$1" -e "inject=?$1:$2:when=$3" \
		"$compile" -o "$work/out/book" "$work/content" \
		>"$work/said" 2>&1
}

for call in write fchmod fsync link linkat rename renameat renameat2; do
	n=1
	while [ $n -lt 50 ]; do
		attempt $call signal=KILL $n
		status=$?
		whole
		ok $? "killed at $call $n, the book is whole"
		[ $status -eq 0 ] && break
		n=$((n + 1))
	done
	n=1
	while [ $n -lt 50 ]; do
		attempt $call error=ENOSPC $n
		status=$?
		[ $status -eq 0 ] && break
		whole && [ $status -eq 2 ] && [ -s "$work/said" ] &&
			[ "$(find "$work/out" -name 'book.??????*' | wc -l)" -eq 0 ]
		ok $? "$call $n fails: the book is whole, and it is told"
		n=$((n + 1))
	done
done
[ $count -gt 12 ]
ok $? "the compiler was met at its work"
echo "1..$count"
