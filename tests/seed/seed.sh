#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
if ! perl -e 'use utf8; use open qw(:std :encoding(UTF-8))' 2>/dev/null; then
	echo '1..0 # SKIP perl is missing'
	exit
fi
./textkiosk --dump --lang=sv --width=500 --now=2026-11-24T10:00 \
	textkiosk.book >seed-dump.tmp || exit
perl "$srcdir/tests/seed/fidelity.pl"
rm -f seed-dump.tmp
