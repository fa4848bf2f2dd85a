#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes the reader of books, from those of the fault folders too. TAP.
# shellcheck disable=SC2154 # srcdir comes from the harness
books=fuzz-books-$$.tmp
trap 'rm -rf "$books"' EXIT
mkdir "$books"
for folder in "$srcdir"/tests/content/*/; do
	./textkiosk-compile -o "$books/$(basename "$folder")" "$folder" \
		2>/dev/null
done
sh "$srcdir/tests/fuzz/target.sh" book "$books"
