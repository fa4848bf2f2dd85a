#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
exec sh "$srcdir"/tests/readers/listen.sh fenrir
