#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
COUNT=10000 exec sh "$srcdir/tests/fuzz/mutations.sh"
