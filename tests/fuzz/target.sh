#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# target.sh NAME [CORPUS]...: fuzzes NAME.c from its kept corpus and others
# for SECONDS_EACH seconds; KEEP is a folder for what breaks it. TAP.
# shellcheck disable=SC2154,SC2046 # srcdir comes from the harness; lists
name=$1
shift
top=$srcdir/src
case $name in
book | keys) set -- "$@" -- "$top"/sheet/*.c "$top"/visit/*.c \
	"$top"/view/[dfklm]*.c ;;
po | xml) set -- "$@" -- "$top"/compile/[!m]*.c "$top"/compile/markup.c \
	"$srcdir"/tests/compile/folder.c $(pkg-config --cflags --libs libxml-2.0) \
	-lgettextpo ;;
esac
corpora=$srcdir/tests/fuzz/$name
while [ "$1" != -- ]; do
	corpora="$corpora $1"
	shift
done
shift
work=fuzz-$name-$$.tmp
trap 'rm -rf "$work"' EXIT
mkdir "$work" "$work/new"
if ! clang -std=c11 -D_GNU_SOURCE -g -O1 -w \
	-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
	-iquote "$top" -iquote "$srcdir/tests" "$srcdir/tests/fuzz/$name.c" \
	"$top"/base/*.c "$top"/text/*.c "$top"/book/*.c "$@" -lunistring \
	-o "$work/fuzz" 2>"$work/errors"; then
	echo "1..0 # SKIP no clang with libFuzzer: $(head -n 1 "$work/errors")"
	exit
fi
echo 1..1
# A fixed seed: as far as the machine comes, the same runs every time.
# shellcheck disable=SC2086
if "$work/fuzz" -seed=20261124 -max_total_time="${SECONDS_EACH-60}" \
	-timeout=20 -rss_limit_mb=1024 -max_len=8192 -print_final_stats=1 \
	-artifact_prefix="$work/" "$work/new" $corpora >"$work/said" 2>&1; then
	sed -n 's/^stat::number_of_executed_units: */# inputs: /p' "$work/said"
	echo "ok 1 - no input breaks $name"
	exit
fi
echo "not ok 1 - no input breaks $name"
tail -n 60 "$work/said" | sed 's/^/# /'
for input in "$work"/*-????????????????????????????????????????; do
	od -An -v -tx1 "$input" | sed 's/^/# /'
	[ -z "${KEEP-}" ] || cp "$input" "$KEEP"
done
