#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each floor is a library of its own files, and its tests link that and what
# it may use, so that who reaches further does not link. Takes the folder to
# look at as an argument, for the test of this test.
top=${1-$srcdir}
count=0

verdict() { # NAME WANTED GOT
	count=$((count + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $count - $1"
	else
		echo "not ok $count - $1"
		echo "# wanted $2, got $3" | tr '\n' ' '
		echo
	fi
}

# The libraries that a variable FLOORS_X stands for.
libraries() {
	for word in $(sed -n "s/^FLOORS_$1 = //p" "$top/src/local.mk"); do
		case $word in
		'$(FLOORS_'*)
			word=${word#??FLOORS_}
			libraries "${word%?}"
			;;
		*) echo "$word" ;;
		esac
	done
}

# The variables FLOORS_X that the tests of a floor name.
linked() {
	sed -e ':join' -e '/\\$/{' -e 'N' -e 's|\\\n||' -e 'b join' -e '}' \
		"$top/tests/$1/local.mk" | grep "^tests_$1_\|^[A-Z]" |
		grep -o 'FLOORS_[A-Z]*' | sort -u
}

strangers() {
	grep -o 'src/[a-z/_]*\.[ch]' "$top/src/$1/local.mk" |
		grep -v "^src/$1/"
}

for floor in $(sed -n 's/^\([a-z]*\):.*/\1/p' "$top/tests/FLOORS"); do
	[ -d "$top/src/$floor" ] || continue
	name=$(echo "$floor" | tr a-z A-Z)
	may=$(sed -n "s/^$floor: \([a-z ]*\).*/\1/p" "$top/tests/FLOORS")
	verdict "lib$floor.a is of src/$floor alone" '' "$(strangers "$floor")"
	verdict "$floor links what it may use" \
		"$(for below in $may; do echo "lib$below.a"; done)" \
		"$(libraries "$name")"
	# Those of run are scripts and pseudo-terminals.
	[ "$floor" = run ] || verdict "tests of $floor link no more" \
		"FLOORS_$name" "$(linked "$floor")"
done
echo "1..$count"
