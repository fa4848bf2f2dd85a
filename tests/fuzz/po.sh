#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes the reader of translations. TAP.
# shellcheck disable=SC2154 # srcdir comes from the harness
exec sh "$srcdir/tests/fuzz/target.sh" po
