#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The kiosk's keymap can be loaded and has no way out. TAP.
# shellcheck disable=SC2154 # srcdir comes from the harness
map=$srcdir/deploy/textkiosk.map
echo 1..2
if grep -E 'Console|Boot|KeyboardSignal|SAK|Show_|SysRq|Spawn' "$map" |
	grep -v '^#' >/dev/null; then
	echo 'not ok 1 - no key leaves the console'
else
	echo 'ok 1 - no key leaves the console'
fi
if ! command -v loadkeys >/dev/null; then
	echo 'ok 2 # SKIP loadkeys is missing (Debian: kbd)'
elif said=$(loadkeys --parse "$map" 2>&1); then
	echo 'ok 2 - loadkeys reads it'
elif echo "$said" | grep -q 'referring to the console'; then
	echo 'ok 2 # SKIP loadkeys needs a console, even to read a map'
else
	echo 'not ok 2 - loadkeys reads it'
	echo "$said" | sed 's/^/# /'
fi
