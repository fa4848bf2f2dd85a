#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# inside.sh FOLDER USER COMMAND: runs COMMAND in a chroot, among the sources,
# in its own process and mount space, with an environment as after login and
# no locale. USER is root or visitor (two-commands.sh makes it).
case $2 in
root) become='' ;;
*) become='setpriv --reuid=1000 --regid=1000 --clear-groups' ;;
esac

# Where the terminal is ours, the command must stay in its foreground.
# shellcheck disable=SC2016 # expanded by the shell inside
exec timeout --foreground -k 5 900 \
	unshare --mount --pid --fork --kill-child sh -c '
	mount -t proc proc "$1/proc" &&
	mount -t devpts -o newinstance,ptmxmode=0666 devpts "$1/dev/pts" &&
	ln -sf pts/ptmx "$1/dev/ptmx" &&
	exec chroot "$1" $2 env -i TERM=xterm HOME=/home/textkiosk USER="$4" \
		PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		sh -c "cd /home/textkiosk && $3"' \
	sh "$1" "$become" "$3" "$2"
