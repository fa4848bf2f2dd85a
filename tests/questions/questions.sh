#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
exec ./tests/questions/questions "$srcdir/tests/questions/questions.tsv" \
	"$srcdir/tests/questions/ways.tsv"
