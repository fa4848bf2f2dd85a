#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A private sshd on the loopback with the shipped snippet, in which only the
# account, the key file and the path of the program are exchanged. Whoever
# runs the test is the account. TAP.
# shellcheck disable=SC2154 # UNCONFINED comes from the harness
skip() {
	echo "1..0 # SKIP $1"
	exit
}
PATH=$PATH:/usr/sbin
command -v sshd >/dev/null || skip 'sshd is missing (Debian: openssh-server)'
command -v ssh >/dev/null || skip 'ssh is missing (Debian: openssh-client)'
[ "$(id -u)" = 0 ] || skip 'only root can start an sshd that logs in'
[ -z "$UNCONFINED" ] || skip 'with sanitizers a session is not what is shipped'

here=$PWD
work=$(mktemp -d)
server=
number=0
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
account=$(id -un)

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

mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
ssh-keygen -q -t ed25519 -N '' -f "$work/visitor"
cp "$work/visitor.pub" "$work/keys"
# A port that nobody listens at: sshd says when it is taken.
try_port() {
	port=$1
	cat - deploy/sshd.conf >"$work/config" <<-END
		Port $port
		ListenAddress 127.0.0.1
		HostKey $work/host
		PidFile none
		UsePAM no
		StrictModes no
		PermitRootLogin prohibit-password
		PasswordAuthentication no
		MaxStartups 200
		Subsystem sftp internal-sftp
	END
	sed -i -e "s|^Match User .*|Match User $account|" \
		-e "s|/etc/ssh/textkiosk_keys|$work/keys|" \
		-e "s|exec .*/textkiosk |exec $here/textkiosk |" \
		-e "/ForceCommand/s|\$| $here/textkiosk.book|" "$work/config"
	: >"$work/log"
	"$(command -v sshd)" -D -e -f "$work/config" 2>"$work/log" &
	server=$!
	while kill -0 "$server" 2>/dev/null; do
		grep -q '^Server listening' "$work/log" && return 0
	done
	server=
	grep -q 'in use' "$work/log"
}

port=$((20000 + $$ % 20000))
while [ -z "$server" ]; do
	try_port "$port" || skip "sshd: $(head -n 1 "$work/log")"
	[ -n "$server" ] || port=$((port + 1))
done

# visit ARGUMENT...: what comes is kept in "said"; ends by itself.
visit() {
	timeout 60 ssh -p "$port" -F none -i "$work/visitor" \
		-o StrictHostKeyChecking=no -o LogLevel=ERROR \
		-o UserKnownHostsFile=/dev/null -o ExitOnForwardFailure=yes \
		-o BatchMode=yes "$@" "$account@127.0.0.1" \
		>"$work/said" 2>&1 </dev/null
}

command_is() { # command_is WHAT COMMAND...: the page comes, not the command
	what=$1
	shift
	timeout 60 ssh -p "$port" -F none -i "$work/visitor" -o LogLevel=ERROR \
		-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
		-o BatchMode=yes "$account@127.0.0.1" "$@" \
		>"$work/said" 2>&1 </dev/null
	grep -q 'Hallsbergs kommun' "$work/said" &&
		! grep -q 'uid=\|escaped' "$work/said"
	verdict $? "$what"
}

command_is 'without a terminal the page is printed'
command_is 'a command is none' id
command_is 'nor a shell' sh -c 'echo escaped'
command_is 'nor one behind a semicolon' '; id'
command_is 'nor an option' textkiosk --unconfined --help
command_is 'nor scp of old' scp -t /tmp

# A forward that is refused: nothing comes of it.
refused() { # refused WHAT ARGUMENT...
	what=$1
	shift
	visit "$@"
	! grep -q 'SSH-2\|escaped' "$work/said"
	verdict $? "$what"
}
refused 'no forward to a port (-W)' -W "127.0.0.1:$port"
refused 'no forward to a socket (-W)' -W "$work/socket"
visit -R 0:127.0.0.1:22
grep -qi 'forwarding failed' "$work/said"
verdict $? 'no port is opened for others (-R)'
visit -R "$work/socket:127.0.0.1:22"
[ ! -e "$work/socket" ]
verdict $? 'no socket is opened for others (-R)'

# -L and -D listen here; what would come through is an sshd's first line.
through() { # through WHAT ARGUMENT...
	local_port=$((port + 10000))
	what=$1
	shift
	ssh -p "$port" -F none -i "$work/visitor" -o LogLevel=ERROR -f \
		-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
		-o BatchMode=yes -o ControlMaster=yes -S "$work/control" -N \
		"$@" "$account@127.0.0.1" >"$work/said" 2>&1 </dev/null
	timeout 20 perl -MIO::Socket::INET -e '
		my $s = IO::Socket::INET->new("127.0.0.1:$ARGV[0]") or exit;
		print $s pack("C*", 5, 1, 0), pack("C*", 5, 1, 0, 1, 127, 0, 0,
			1, $ARGV[1] >> 8, $ARGV[1] & 255) if $ARGV[2];
		print scalar <$s>' "$local_port" "$port" "${socks-}" \
		>"$work/said" 2>&1
	ssh -S "$work/control" -O exit x >/dev/null 2>&1
	! grep -aq 'SSH-2' "$work/said"
	verdict $? "$what"
}
through 'no forward from a port (-L)' -L "$((port + 10000)):127.0.0.1:$port"
socks=1
through 'no proxy (-D)' -D "$((port + 10000))"

echo 'ls' | timeout 60 sftp -P "$port" -F none -i "$work/visitor" -q \
	-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
	-b - "$account@127.0.0.1" >"$work/said" 2>&1
[ $? != 0 ]
verdict $? 'no sftp'
echo bait >"$work/bait"
timeout 60 scp -P "$port" -F none -i "$work/visitor" -q -o BatchMode=yes \
	-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
	"$work/bait" "$account@127.0.0.1:$work/copy" >"$work/said" 2>&1 </dev/null
[ ! -e "$work/copy" ]
verdict $? 'no scp'

sshd -T -f "$work/config" -C "user=$account,host=x,addr=127.0.0.1" \
	>"$work/said" 2>&1
grep -Fqx 'disableforwarding yes' "$work/said" &&
	grep -Fqx 'maxsessions 1' "$work/said" &&
	! grep '^acceptenv' "$work/said" | grep -Evq \
		'LANG|LC_ALL|LC_MESSAGES|LANGUAGE|NO_COLOR|TEXTKIOSK_READER'
verdict $? 'sshd reads the snippet as it is meant'

# On a terminal of no size it starts whatever TERM is, and q ends it.
for term in xterm-256color vt100 dumb nonsense ../../etc/passwd; do
	printf 'q\n' | TERM=$term timeout 60 ssh -tt -p "$port" -F none \
		-i "$work/visitor" -o LogLevel=ERROR -o BatchMode=yes \
		-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null \
		"$account@127.0.0.1" >"$work/said" 2>&1
	code=$?
	grep -aq 'Hallsberg\|textkiosk' "$work/said" &&
		{ [ "$code" = 0 ] || [ "$code" = 69 ]; }
	verdict $? "a session with TERM=$term ($code)"
done

echo "1..$number"
