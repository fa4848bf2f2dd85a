#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Where standard error is the visitor's terminal, as over SSH, the operator's
# log goes to syslog: to a socket that was connected before the program gave
# up connecting. Nothing of it stands on the screen, and a syslog that goes
# away takes nothing with it. TAP.
# shellcheck disable=SC2154 # own and UNCONFINED: see below; from the harness
skip() {
	echo "1..0 # SKIP $1"
	exit
}
if [ -z "$own" ]; then
	how=-m
	[ "$(id -u)" = 0 ] || how=-rm
	unshare "$how" mount -t tmpfs none /dev 2>/dev/null ||
		skip 'no /dev of its own (unshare)'
	exec env own=yes unshare "$how" sh "$0"
fi

work=$(mktemp -d)
number=0
syslog=
trap '[ -z "$syslog" ] || kill "$syslog" 2>/dev/null; rm -rf "$work"' EXIT

verdict() { # verdict CODE WHAT
	number=$((number + 1))
	if [ "$1" = 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
		sed 's/^/# /' "$work/log"
	fi
}

# A /dev with a log in it that is nobody else's.
mkdir "$work/dev"
mount -t tmpfs -o mode=755 none "$work/dev"
mkdir "$work/dev/pts"
mount -t devpts -o newinstance,ptmxmode=0666 none "$work/dev/pts"
ln -s pts/ptmx "$work/dev/ptmx"
for node in null tty; do
	: >"$work/dev/$node"
	mount --bind "/dev/$node" "$work/dev/$node"
done
mount --move "$work/dev" /dev 2>/dev/null

perl -MIO::Socket::UNIX -e '
	my $s = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => "/dev/log")
		or die;
	open my $log, ">", $ARGV[0]; $log->autoflush;
	while (defined $s->recv(my $line, 1024)) { print $log "$line\n" }' \
	"$work/log" &
syslog=$!

# until_is TEST...: asks again until it is so; fails after a long minute.
until_is() {
	tries=0
	until "$@"; do
		tries=$((tries + 1))
		[ "$tries" -lt 900 ] || return 1
		sleep 0.1
	done
}
says() { # says PATTERN
	grep -q "^<30>textkiosk\[[0-9]*\]: $1\$" "$work/log"
}
shows() { # shows WORDS
	grep -aq "$1" "$work/screen"
}
until_is test -S /dev/log
until_is test -e "$work/log"

cp textkiosk.book "$work/book"
mkfifo "$work/keys"
TERM=xterm script -qec \
	"./textkiosk $UNCONFINED --lang=sv --now=2026-11-24T10:00 $work/book" \
	/dev/null 0<>"$work/keys" >"$work/screen" 2>&1 &
session=$!
until_is shows Hallsberg
verdict $? 'it starts'
until_is says 'start: .*, session' && says "book taken: $work/book" &&
	says 'confined: seccomp .*, Landlock .*'
verdict $? 'syslog hears of start, book and confinement'

# Confined, it still writes there.
cp textkiosk.book "$work/next"
lines=$(wc -l <"$work/log")
mv "$work/next" "$work/book"
has_grown() {
	[ "$(wc -l <"$work/log")" -gt "$lines" ]
}
until_is has_grown && tail -n 1 "$work/log" | grep -q 'book taken: '
verdict $? 'and of a new book'

kill "$syslog"
wait "$syslog" 2>/dev/null
cp textkiosk.book "$work/next"
mv "$work/next" "$work/book"
printf 4 >"$work/keys"
until_is shows Glädje
verdict $? 'without syslog it goes on'
printf q >"$work/keys"
wait "$session"
verdict $? 'and ends with 0'
! grep -aq 'textkiosk\[\|book taken' "$work/screen"
verdict $? 'nothing of the log was on the screen'
echo "1..$number"
