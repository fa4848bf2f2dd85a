#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Memory runs out at every request there is.
# shellcheck disable=SC2154 # srcdir comes from the harness
STEP=1 exec sh "$srcdir/tests/fail/runs.sh"
