#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
# The tests of text/order over 100 000 words in Swedish and in English order,
# and over the terms of the content, sorted by Perl at this moment.
if ! perl -MUnicode::Collate::Locale -e 1 2>/dev/null; then
	echo "1..0 # SKIP this perl has no Unicode::Collate::Locale"
	exit 0
fi
oracle=$srcdir/tests/text/order-oracle.pl
{
	cut -c2- "$srcdir/tests/text/order-sv.txt"
	sed -n 's/.*<term[^>]*>\([^<]*\)<\/term>.*/\1/p' \
		"$srcdir"/content/pages/*.xml
} | LC_ALL=C sort -u >order-words.tmp
if ! { perl "$oracle" sv__reformed 100000 2 <order-words.tmp >order-sv.tmp &&
	perl "$oracle" default 100000 3 <order-words.tmp >order-en.tmp; }; then
	echo "Bail out! perl cannot sort"
	exit 1
fi
ORDER_SV=order-sv.tmp ORDER_EN=order-en.tmp ./tests/text/order
rm -f order-words.tmp order-sv.tmp order-en.tmp
