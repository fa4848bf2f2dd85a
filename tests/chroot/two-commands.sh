#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir comes from the harness
# The two commands of bootstrap on systems that have nothing: minbase chroots
# of Debian 12 and 13, as root and as a user with sudo, cold, against the
# clock. Run by hand (make check-long): it needs root, debootstrap, unshare
# and the network, and takes about fifteen minutes.
#
#   TEXTKIOSK_CHROOTS=FOLDER   keeps the fresh systems there for the next run
#
# Where Debian's packages come from is what apt of this machine says.
set -u
work=$(mktemp -d)
fresh=${TEXTKIOSK_CHROOTS-$work/fresh}
count=0

# Limits of a cold run and a cold check, and of what nothing is left to do for.
run_seconds=120
check_seconds=300
warm_milliseconds=1000

skip_all() {
	echo "1..0 # SKIP $1"
	rm -rf "$work"
	exit 0
}

[ "$(id -u)" = 0 ] || skip_all 'only root can make a chroot'
for tool in debootstrap unshare script git apt-get; do
	command -v $tool >/dev/null 2>&1 || skip_all "$tool is missing"
done
unshare --mount --pid --fork true 2>/dev/null ||
	skip_all 'unshare is not allowed here'
# shellcheck disable=SC2016 # apt's own variable
mirror=$(apt-get indextargets --format '$(REPO_URI)' 2>/dev/null |
	grep -v security | head -n 1)
[ -n "$mirror" ] || skip_all 'apt has no package lists here'

trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# verdict NAME LOG CONDITION...: one line of TAP; the log's end if it fails.
verdict() {
	name=$1
	shown=$2
	shift 2
	count=$((count + 1))
	if "$@"; then
		echo "ok $count - $name"
	else
		echo "not ok $count - $name"
		tail -n 60 "$shown" | tr -d '\033\r' | sed 's/^/# /'
	fi
}

milliseconds() {
	echo $(($(date +%s%N) / 1000000))
}

# system SUITE: the fresh system, made once; says where it is.
system() {
	if ! [ -e "$fresh/$1/etc/debian_version" ]; then
		mkdir -p "$fresh"
		rm -rf "$fresh/$1.part"
		debootstrap --variant=minbase "$1" "$fresh/$1.part" "$mirror" \
			>"$work/debootstrap" 2>&1 </dev/null ||
			{
				tail -n 20 "$work/debootstrap" >&2
				return 1
			}
		rm -rf "$fresh/$1.part/var/cache/apt/archives"/*.deb
		mv "$fresh/$1.part" "$fresh/$1"
	fi
}

# cold SUITE FOLDER: a copy of the fresh system with the sources in it, its
# apt told what ours is told about proxies and dates.
cold() {
	rm -rf "$2"
	cp -a "$fresh/$1" "$2" &&
		apt-config dump Acquire | grep -E '^Acquire::(Check-|https?::)' \
			>"$2/etc/apt/apt.conf.d/99host"
	cp /etc/resolv.conf /etc/hosts "$2/etc/"
	mkdir "$2/home/textkiosk" &&
		(cd "$srcdir" && git ls-files -z | tar -c --null -T -) |
		tar -x -C "$2/home/textkiosk" --no-same-owner
}

# visitor FOLDER: an ordinary user there, who owns the sources.
visitor() {
	chroot "$1" useradd -m -u 1000 -s /bin/sh visitor &&
		chroot "$1" chown -R visitor:visitor /home/textkiosk
}

# sudoer FOLDER: that user may use sudo, without a password.
sudoer() {
	chroot "$1" sh -c 'apt-get -q update && apt-get -q -y install \
		--no-install-recommends sudo && apt-get clean &&
		rm -rf /var/lib/apt/lists/* &&
		echo "visitor ALL=(ALL) NOPASSWD: ALL" >/etc/sudoers.d/visitor' \
		>"$work/sudo" 2>&1 </dev/null
}

# inside FOLDER USER COMMAND: there, among the sources.
inside() {
	sh "$srcdir/tests/chroot/inside.sh" "$@"
}

# paints FOLDER USER: bootstrap run on a terminal until the start screen is
# there, then q; milliseconds to the painted screen in $spent.
paints() {
	rm -f "$work/keys" "$work/screen"
	mkfifo "$work/keys"
	script -qefc "sh '$srcdir/tests/chroot/inside.sh' '$1' '$2' \
		'stty rows 24 cols 80 && ./bootstrap run'" "$work/screen" \
		<"$work/keys" >/dev/null 2>&1 &
	exec 3>"$work/keys"
	begun=$(milliseconds)
	spent=0
	while ! grep -q '0582-68' "$work/screen" 2>/dev/null; do
		kill -0 $! 2>/dev/null || break
		spent=$(($(milliseconds) - begun))
		[ $spent -lt $((3 * run_seconds * 1000)) ] || break
		sleep 0.2
	done
	printf q >&3
	wait $!
	code=$?
	exec 3>&-
}

seconds() {
	echo "$(($1 / 1000)).$(($1 % 1000 / 100)) s"
}

# What all commands so far took of the processors, in $worked, milliseconds:
# on a machine that does other things too, it says more than the clock.
processor() {
	times >"$work/times"
	worked=$(awk 'NR == 2 { gsub(/[ms]/, " "); $0 = $0
		printf "%d", ($1 + $3) * 60000 + ($2 + $4) * 1000 }' \
		"$work/times")
}

# commands SUITE USER: both commands, each on a system without anything.
commands() {
	where="$1, $2"
	there=$work/there

	cold "$1" "$there"
	[ "$2" = root ] || { visitor "$there" && sudoer "$there"; }
	processor
	before=$worked
	paints "$there" "$2"
	processor
	echo "# $where: run used $(seconds $((worked - before))) of processors"
	verdict "$where: run opens the kiosk ($(seconds $spent))" \
		"$work/screen" grep -q '0582-68' "$work/screen"
	verdict "$where: q ends it" "$work/screen" [ $code = 0 ]
	verdict "$where: run takes under $run_seconds s" "$work/screen" \
		[ $spent -lt $((run_seconds * 1000)) ]

	inside "$there" "$2" './bootstrap run' \
		>"$work/out" 2>"$work/err" <&-
	verdict "$where: run without a terminal exits 69" "$work/err" [ $? = 69 ]
	verdict "$where: and says so in one sentence" "$work/err" \
		[ "$(wc -l <"$work/err") $(wc -c <"$work/out")" = '1 0' ]

	begun=$(milliseconds)
	inside "$there" "$2" './bootstrap run --dump' 2>"$work/err" <&- |
		cat >"$work/out"
	spent=$(($(milliseconds) - begun))
	verdict "$where: run --dump works in a pipe" "$work/err" \
		grep -q '0582-68' "$work/out"
	verdict "$where: a second run takes under 1 s ($(seconds $spent))" \
		"$work/err" [ $spent -lt $warm_milliseconds ]

	cold "$1" "$there"
	[ "$2" = root ] || { visitor "$there" && sudoer "$there"; }
	processor
	before=$worked
	begun=$(milliseconds)
	inside "$there" "$2" './bootstrap check' >"$work/out" 2>&1 <&-
	code=$?
	spent=$(($(milliseconds) - begun))
	processor
	echo "# $where: check used $(seconds $((worked - before))) of processors"
	grep '^# [A-Z]*: *[0-9]' "$work/out" | sed "s/^#/# $where:/"
	verdict "$where: check passes ($(seconds $spent))" "$work/out" \
		[ $code = 0 ]
	verdict "$where: check takes under $check_seconds s" "$work/out" \
		[ $spent -lt $((check_seconds * 1000)) ]
	rm -rf "$there"
}

# without_sudo SUITE: who may not install is told what to ask for; it is
# enough for the long form.
without_sudo() {
	where="$1, a user without sudo"
	there=$work/there

	cold "$1" "$there"
	visitor "$there"
	inside "$there" visitor './bootstrap run --dump' \
		>"$work/out" 2>"$work/err" <&-
	verdict "$where: exits 69" "$work/err" [ $? = 69 ]
	command=$(grep '^apt-get ' "$work/err")
	inside "$there" root "export DEBIAN_FRONTEND=noninteractive
		$(echo "$command" | sed 's/apt-get /apt-get -y /g')" \
		>"$work/out" 2>&1 <&-
	verdict "$where: the command it prints works" "$work/out" [ $? = 0 ]
	# shellcheck disable=SC2016 # expanded by the shell inside
	inside "$there" visitor './bootstrap && ./configure && make &&
		make install DESTDIR=$PWD/root' >"$work/out" 2>&1 <&-
	verdict "$where: the long form then works" "$work/out" [ $? = 0 ]
	inside "$there" visitor 'root/usr/local/bin/textkiosk --dump \
		root/usr/local/share/textkiosk/textkiosk.book' \
		>"$work/out" 2>&1 <&-
	verdict "$where: and what it installs" "$work/out" \
		grep -q '0582-68' "$work/out"
	rm -rf "$there"
}

echo "# load $(cut -d' ' -f1 /proc/loadavg) on $(getconf _NPROCESSORS_ONLN) processors"
for suite in bookworm trixie; do
	system $suite || {
		echo "Bail out! debootstrap cannot make $suite"
		exit 1
	}
done
commands bookworm root
commands bookworm visitor
commands trixie root
without_sudo bookworm
echo "1..$count"
