#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes the reader of content, from the shipped pages too. TAP.
# shellcheck disable=SC2154 # srcdir comes from the harness
exec sh "$srcdir/tests/fuzz/target.sh" xml "$srcdir/content/pages"
