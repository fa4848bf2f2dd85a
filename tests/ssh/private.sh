#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A private sshd with the shipped snippet, in which only the key file and the
# path of the program are exchanged. It has a network, processes, records of
# who logged in and a list of accounts of its own, and in that list the
# account that textkiosk-setup(8) makes. When the test ends, so does all that
# it started. Read by the tests beside it. TAP.
# shellcheck disable=SC2034,SC2154 # alone: see there; UNCONFINED: the harness
skip() {
	echo "1..0 # SKIP $1"
	exit
}
PATH=$PATH:/usr/sbin:/sbin
for program in sshd:server ssh:client; do
	command -v "${program%:*}" >/dev/null ||
		skip "${program%:*} is missing (Debian: openssh-${program#*:})"
done
command -v ip >/dev/null || skip 'ip is missing (Debian: iproute2)'
[ -z "$UNCONFINED" ] || skip 'with sanitizers a session is not what is shipped'
[ "$(id -u)" = 0 ] || skip 'only root can start an sshd that logs in'

if [ -z "$alone" ]; then
	unshare -mnpf --mount-proc true 2>/dev/null ||
		skip 'no namespaces of its own (unshare)'
	exec env alone=yes unshare -mnpf --mount-proc --kill-child \
		sh "$0" "$@"
fi

work=$(mktemp -d)
port=2222
account=textkiosk-ssh
number=0
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

ip link set lo up
mount -t tmpfs none /run
mount -t tmpfs none /var/log
mkdir /run/sshd
: >/var/log/lastlog
shell=$(command -v dash) || shell=/bin/sh
{
	cat /etc/passwd
	echo "$account:*:61234:61234::/:$shell"
} >"$work/passwd"
mount --bind "$work/passwd" /etc/passwd

# What the account runs, where it may look for it.
chmod 755 "$work"
mkdir "$work/catalogs"
cp textkiosk textkiosk.book "$work"
cp catalogs/sv.mo "$work/catalogs"
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
ssh-keygen -q -t ed25519 -N '' -f "$work/visitor"
cp "$work/visitor.pub" "$work/keys"
cat >"$work/client" <<-END
	Host *
	HostName 127.0.0.1
	Port $port
	User $account
	IdentityFile $work/visitor
	IdentitiesOnly yes
	StrictHostKeyChecking no
	UserKnownHostsFile /dev/null
	LogLevel ERROR
	BatchMode yes
END

verdict() { # verdict CODE WHAT
	number=$((number + 1))
	if [ "$1" = 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
		head -c 600 "$work/said" | sed 's/^/# /'
		tail -n 3 "$work/log" | sed 's/^/# /'
	fi
}

# until_is TEST...: asks again until it is so; fails after long minutes.
until_is() {
	tries=0
	until "$@"; do
		tries=$((tries + 1))
		[ "$tries" -lt 1200 ] || return 1
		sleep 0.1
	done
}

listens() {
	grep -q '^Server listening' "$work/log"
}
start_server() { # start_server CHANGES: of the snippet, for sed
	cat - deploy/sshd.conf >"$work/config" <<-END
		Port $port
		ListenAddress 127.0.0.1
		HostKey $work/host
		PidFile none
		UsePAM no
		StrictModes no
		PasswordAuthentication no
		MaxStartups 200
		Subsystem sftp internal-sftp
	END
	sed -i -e "s|/etc/ssh/textkiosk_keys|$work/keys|" \
		-e "s|exec .*/textkiosk |exec $work/textkiosk |" \
		-e "/ForceCommand/s|\$| $work/textkiosk.book|" \
		-e "$1" "$work/config"
	: >"$work/log"
	"$(command -v sshd)" -D -e -f "$work/config" 2>"$work/log" &
	server=$!
	until_is listens || skip "sshd: $(head -n 1 "$work/log")"
}
stop_server() {
	kill "$server"
	wait "$server"
}

# visit ARGUMENT...: one visit with nothing to say; what comes is in "said".
visit() {
	timeout 60 ssh -F "$work/client" "$@" >"$work/said" 2>&1 </dev/null
}

# A visit that goes on, on a terminal. What is written into in.NAME is typed
# (the client has it open both ways: there is no end of it), what comes is in
# said.NAME; $client is its process.
begin() { # begin NAME ARGUMENT...
	name=$1
	shift
	mkfifo "$work/in.$name"
	ssh -F "$work/client" -tt "$@" kiosk \
		0<>"$work/in.$name" >"$work/said.$name" 2>&1 &
	client=$!
}
is_shown() { # is_shown NAME
	grep -aqs Hallsberg "$work/said.$1"
}

# The processes of the program that run now.
sessions() {
	find /proc -maxdepth 2 -path '/proc/[0-9]*/exe' \
		-lname "$work/textkiosk" 2>/dev/null | cut -d / -f 3
}

# Neither a session nor what sshd keeps for one.
all_gone() {
	[ -z "$(sessions)" ] && [ -z "$(cat "/proc/$server/task"/*/children)" ]
}
