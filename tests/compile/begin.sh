# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What tests that run the compiler begin with, and read:
#   $compile   the compiler of this build
#   $work      a folder that is gone at the end
#   ok         one line of TAP; of a failure also what is in $work/said
srcdir=${srcdir:-.}
# shellcheck disable=SC2034 # for those who read this
compile=$(pwd)/textkiosk-compile
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
count=0

ok() { # STATUS NAME
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
		return
	fi
	echo "not ok $count - $2"
	[ ! -f "$work/said" ] || sed 's/^/# /' "$work/said"
}
