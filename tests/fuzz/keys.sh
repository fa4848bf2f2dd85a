#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes the key decoder from the kept corpus, for RUNS runs. TAP.
# shellcheck disable=SC2154 # srcdir comes from the harness
work=fuzz-keys-$$.tmp
trap 'rm -rf "$work"' EXIT
mkdir "$work" "$work/new"
if ! clang -std=c11 -D_GNU_SOURCE -g -O1 -w \
	-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
	-iquote "$srcdir/src" "$srcdir/tests/fuzz/keys.c" \
	"$srcdir"/src/view/keys.c "$srcdir"/src/visit/intent.c \
	"$srcdir"/src/text/chars.c "$srcdir"/src/base/*.c -lunistring \
	-o "$work/fuzz" 2>"$work/errors"; then
	echo "1..0 # SKIP no clang with libFuzzer: $(head -n 1 "$work/errors")"
	exit
fi
echo 1..1
# A fixed seed: the same runs every time.
if "$work/fuzz" -seed=20261124 -runs="${RUNS-300000}" -max_len=512 \
	-artifact_prefix="$work/" "$work/new" "$srcdir/tests/fuzz/keys" \
	>"$work/said" 2>&1; then
	echo "ok 1 - no input breaks the decoder"
else
	echo "not ok 1 - no input breaks the decoder"
	tail -n 40 "$work/said" | sed 's/^/# /'
	for crash in "$work"/crash-*; do od -c "$crash" | sed 's/^/# /'; done
fi
