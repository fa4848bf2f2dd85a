#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A sanitizer that finds something aborts, so that the seed can be told.
ASAN_OPTIONS=abort_on_error=1
UBSAN_OPTIONS=abort_on_error=1:print_stacktrace=1
export ASAN_OPTIONS UBSAN_OPTIONS
exec ./tests/fuzz/mutations "${COUNT-300}"
