#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Each system call of a check that writes a book fails once, in several ways:
# the compiler says so, does not end with 0, and the book that stood there is
# as it was. What may fail unnoticed is listed, and then all comes out as ever.
set -u
compile=$(pwd)/textkiosk-compile
good=$(cd "${srcdir:-.}/tests/content/good" && pwd)
if [ -n "${UNCONFINED-}" ]; then
	echo '1..0 # SKIP a sanitizer needs system calls of its own'
	exit 0
fi
if ! strace -qq -o /dev/null true 2>/dev/null; then
	echo '1..0 # SKIP strace is missing or may not trace'
	exit 0
fi
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99
echo 'what stood there before' >old
count=0

# What a failed call was about, and why nothing is lost. Whatever was written
# (the book, the template) is not here: its close(2) is told, too.
survivable() { # TRACED-LINE ERROR
	spoken "$1" && return
	case $1 in
	# It is done again.
	read\(* | write\(*) [ "$2" = EINTR ] ;;
	# All of it had been read, to its end.
	close\(*"<$good"* | close\(*'/memfd:template>'*) ;;
	# The folder has been synced; it was open for that alone.
	close\(*'/out>'*) ;;
	# stdio(3) asks how large a buffer may be, and takes 4 KiB. Our own
	# files are asked what they are, and that is told.
	newfstatat\(*'/said>, "", '* | fstat\(*'/said>'*) ;;
	newfstatat\(*'/memfd:template>'*', "", '* | fstat\(*'/memfd:template>'*) ;;
	newfstatat\(*'/en.po>, "", '* | fstat\(*'/en.po>'*) ;;
	# malloc(3) has another place for it, or keeps what it does not need.
	mmap\(*MAP_ANONYMOUS* | munmap\(*) ;;
	# mkstemp(3) makes the name of the time, and tries until it is free.
	getrandom\(*) ;;
	# iconv(3) without its cache: UTF-8 needs no converter.
	*gconv-modules*) ;;
	*) false ;;
	esac
}

# Without the catalogue the summary is in English.
spoken() { # TRACED-LINE
	case $1 in
	*/proc/self/exe* | *catalogs/sv.mo*) ;;
	*) false ;;
	esac
}

# What libgettextpo 0.21 does not look at before it follows the result.
crashes() { # TRACED-LINE
	case $1 in
	dup\(* | fcntl\(*F_GETFL*) ;;
	*) false ;;
	esac
}

attempt() { # CALL ERROR NUMBER
	rm -rf out pot
	mkdir out
	cp old out/book
	timeout 30 strace -qq -y -o traced -e "trace=$1" \
		-e "inject=$1:error=$2:when=$3" "$compile" --lang=sv \
		--check -o out/book --pot=pot "$good" >said 2>told
}

wrong() {
	echo "# $call $number, $error: $1 (exit code $status)"
	grep INJECTED traced | sed 's/^/# /'
	head -n 3 told | sed 's/^/# /'
	wrongs=$((wrongs + 1))
}

# All that may be found afterwards; what stood there may have two names.
left_alone() {
	cmp -s out/book old && [ -z "$(find out -name 'book.??????*')" ]
}

judge() {
	line=$(grep INJECTED traced)
	if [ "$status" -eq 0 ]; then
		cmp -s out/book good.book && cmp -s pot good.pot &&
			{ spoken "$line" || cmp -s said good.said; } ||
			wrong 'makes something else'
		survivable "$line" "$error" || wrong 'nobody is told'
		return
	fi
	left_alone || wrong 'touches the old book'
	crashes "$line" && return
	[ "$status" -lt 124 ] || [ "$status" -eq 127 ] ||
		wrong 'crashes or hangs'
	[ -s told ] || wrong 'nothing is said'
}

mkdir out
cp old out/book
strace -qq -o whole "$compile" --lang=sv --check -o out/book --pot=pot \
	"$good" >good.said 2>told || exit 99
cp out/book good.book
cp pot good.pot
# What the loader does comes before main(). The kernel never says by an error
# that it has no room at the break, nor that there is nobody to wake.
sed '/proc\/self\/exe/,$d' whole >loading
sed -n '/proc\/self\/exe/,$s/(.*//p' whole |
	grep -v '^exit\|^+\|^brk\|^futex' | sort -u >calls

while read -r call; do
	case $call in
	read | openat) errors='EIO EINTR' ;;
	write) errors='EIO EINTR ENOSPC' ;;
	mmap) errors=ENOMEM ;;
	fsync | link | rename | fchmod) errors='EIO ENOSPC EROFS' ;;
	*) errors='EIO EINTR' ;;
	esac
	wrongs=0 tried=0
	for error in $errors; do
		number=$(($(grep -c "^$call(" loading) + 1))
		last=$(grep -c "^$call(" whole)
		while [ "$number" -le "$last" ]; do
			attempt "$call" "$error" "$number"
			status=$?
			judge
			number=$((number + 1)) tried=$((tried + 1))
		done
	done
	count=$((count + 1))
	[ $wrongs -eq 0 ] || printf 'not '
	echo "ok $count - $call fails: $tried times, by ${errors// /, }"
done <calls
echo "1..$count"
