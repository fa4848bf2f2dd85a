#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every header compiles alone, so it can be read alone.
top=${1-$srcdir}
count=0
for header in "$top"/src/*/*.h; do
	count=$((count + 1))
	name=${header#"$top"/src/}
	if errors=$(${CC:-cc} -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -iquote "$top/src" \
		-fsyntax-only -x c - 2>&1 <<-END
		#include "$name"
		typedef int not_empty;
		END
	); then
		echo "ok $count - $name"
	else
		echo "not ok $count - $name"
		printf '%s\n' "$errors" | sed 's/^/# /'
	fi
done
echo "1..$count"
