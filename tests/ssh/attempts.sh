#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything a client can ask of the account: it gets the page, or nothing.
# TAP.
# shellcheck source=tests/ssh/private.sh disable=SC2154 # its variables
. "$srcdir/tests/ssh/private.sh"
start_server ''

# What an escape would leave behind, anybody may write there.
mkdir "$work/drop"
chmod 1777 "$work/drop"
nothing_dropped() {
	[ -z "$(ls "$work/drop")" ]
}

page() { # page WHAT ARGUMENT...: the page comes, and nothing is done
	what=$1
	shift
	visit "$@"
	grep -q 'Hallsbergs kommun' "$work/said" &&
		! grep -q 'uid=\|escaped' "$work/said" && nothing_dropped
	verdict $? "$what"
}

page 'without a terminal the page is printed' -T kiosk
page 'a command is none' kiosk id
page 'nor a shell' kiosk sh -c 'echo escaped'
page 'nor one behind a semicolon' kiosk '; id'
page 'nor one in a substitution' kiosk "\$(touch $work/drop/x)\`id\`"
page 'nor one on the next line' kiosk "
id >$work/drop/x"
page 'nor an option' kiosk textkiosk --unconfined --help
page 'nor scp of old' kiosk scp -t "$work/drop"
page 'nor rsync' kiosk rsync --server -e.LsfxCIvu . "$work/drop"
page 'nor git' kiosk git-upload-pack "$work"
page 'nor the subsystem sftp' -s kiosk sftp
page 'nor a command with a terminal' -tt kiosk id

# ---------------------------------------------------------------------------
# Forwards.

refused() { # refused WHAT ARGUMENT...: nothing comes through
	what=$1
	shift
	visit -o ExitOnForwardFailure=yes "$@"
	! grep -aq 'SSH-2\|escaped' "$work/said" && nothing_dropped
	verdict $? "$what"
}
refused 'no forward to a port (-W)' -W "127.0.0.1:$port" kiosk
refused 'no socket is opened for others (-R)' -N \
	-R "$work/drop/socket:127.0.0.1:$port" kiosk

denied() { # denied WHAT ARGUMENT...: the server says no
	what=$1
	shift
	visit -o ExitOnForwardFailure=yes -o LogLevel=INFO "$@"
	grep -qi 'forwarding failed\|administratively prohibited' "$work/said"
	verdict $? "$what"
}
denied 'no port is opened for others (-R)' -N -R 0:127.0.0.1:22 kiosk
denied 'nor for whatever they want (-R)' -N -R 0 kiosk
if [ -c /dev/net/tun ]; then
	denied 'no tunnel (-w)' -N -w any:any kiosk
	denied 'nor one of frames (-w)' -N -o Tunnel=ethernet -w any:any kiosk
fi

# -L and -D listen here; what would come through is an sshd's first line.
through() { # through WHAT ARGUMENT...
	what=$1
	shift
	visit -f -N -o ControlMaster=yes -S "$work/control" "$@" kiosk
	# shellcheck disable=SC2016 # perl has variables, too
	timeout 20 perl -MIO::Socket::INET -e '
		my $s = IO::Socket::INET->new("127.0.0.1:$ARGV[0]") or exit;
		print $s pack("C*", 5, 1, 0), pack("C*", 5, 1, 0, 1, 127, 0, 0,
			1, $ARGV[1] >> 8, $ARGV[1] & 255) if $ARGV[2];
		print scalar <$s>' "$((port + 10000))" "$port" "${socks-}" \
		>"$work/said" 2>&1
	ssh -S "$work/control" -O exit x >/dev/null 2>&1
	! grep -aq 'SSH-2' "$work/said"
	verdict $? "$what"
}
through 'no forward from a port (-L)' -L "$((port + 10000)):127.0.0.1:$port"
# On a socket of this machine somebody says such a line, too.
perl -MIO::Socket::UNIX -e '
	my $s = IO::Socket::UNIX->new(Local => $ARGV[0], Listen => 1) or die;
	chmod 0777, $ARGV[0];
	while (my $to = $s->accept) { print $to "SSH-2\n" }' "$work/socket" &
until_is [ -S "$work/socket" ]
through 'nor to a socket (-L)' -L "$((port + 10000)):$work/socket"
socks=1
through 'no proxy (-D)' -D "$((port + 10000))"

# ---------------------------------------------------------------------------
# Files.

no_file() { # no_file WHAT COMMAND...
	what=$1
	shift
	! timeout 60 "$@" >"$work/said" 2>&1 </dev/null && nothing_dropped
	verdict $? "$what"
}
echo bait >"$work/bait"
echo "put $work/bait $work/drop/x" >"$work/batch"
no_file 'no sftp' sftp -q -F "$work/client" -b "$work/batch" kiosk
no_file 'nor by a path' sftp -q -F "$work/client" -b "$work/batch" \
	-s /usr/lib/openssh/sftp-server kiosk
no_file 'no scp' scp -q -F "$work/client" "$work/bait" "kiosk:$work/drop/x"
no_file 'nor scp of old' scp -O -q -F "$work/client" "$work/bait" \
	"kiosk:$work/drop/x"
if command -v rsync >/dev/null; then
	no_file 'no rsync' rsync -e "ssh -F $work/client" "$work/bait" \
		"kiosk:$work/drop/x"
fi

# ---------------------------------------------------------------------------
# Variables, the agent, the display.

eval "$(ssh-agent)" >/dev/null
hostile="GCONV_PATH=$work TERMINFO=$work ENV=$work BASH_ENV=$work IFS=/ TZ=x
	LESSOPEN=x LC_CTYPE=x LC_EVIL=x LD_LIBRARY_PATH=$work LD_PRELOAD=$work
	SSH_AUTH_SOCK=$work HOME=$work SHELL=$work"
ours='LANG=sv_SE.UTF-8 LC_ALL=C.UTF-8 LC_MESSAGES=sv LANGUAGE=sv NO_COLOR=1
	TEXTKIOSK_READER=0'
# shellcheck disable=SC2086,SC2116 # one line, a word a variable
TERM=xterm DISPLAY=127.0.0.1:99 begin sent -A -X -o "SetEnv=$(echo $ours $hostile)"
until_is is_shown sent
tr '\0' '\n' <"/proc/$(sessions)/environ" >"$work/said"
passed=0
for variable in $ours; do
	grep -Fqx "$variable" "$work/said" || passed=1
done
verdict "$passed" 'the six variables that are ours reach the program'
! grep -v '^\(PWD\|OLDPWD\|USER\|LOGNAME\|PATH\|MAIL\|TERM\|SSH_[CT].*\)=' \
	"$work/said" | grep -v '^\(HOME\|SHELL\)=/\(bin/.*\|usr/bin/.*\|\)$' |
	grep -v '^\(LANG\|LC_ALL\|LC_MESSAGES\|LANGUAGE\)=' |
	grep -vq '^\(NO_COLOR\|TEXTKIOSK_READER\|_\)='
verdict $? 'and of all others, the agent and the display none'

# ---------------------------------------------------------------------------
# Terminals.

printf q >"$work/in.sent"
wait "$client"
verdict $? 'q ends a session with 0'

# On a terminal of no size it starts whatever TERM is, and q ends it.
for term in xterm-256color vt100 linux dumb nonsense ../../etc/passwd \
	"$(printf '\033]0;x\007')" '%n%s' "$(printf '%0999d' 0)"; do
	printf 'q\n' | TERM=$term timeout 60 ssh -F "$work/client" -tt kiosk \
		>"$work/said" 2>&1
	code=$?
	grep -aq 'Hallsberg\|textkiosk' "$work/said" &&
		{ [ "$code" = 0 ] || [ "$code" = 69 ]; }
	verdict $? "TERM=$(printf %.20s "$term" | tr -c '[:print:]' '?') ($code)"
done

memory() { # memory PROCESS: the most it has had, in KiB
	sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$1/status"
}
has_begun() { # has_begun NAME
	[ -s "$work/said.$1" ] && [ -n "$(sessions)" ]
}
for size in '0 0' '1 1' '20 6' '65535 65535' '65535 1' '1 65535'; do
	name=$(echo "$size" | tr ' ' x)
	mkfifo "$work/in.$name"
	TERM=xterm script -qec "stty cols ${size% *} rows ${size#* } &&
		exec ssh -F '$work/client' kiosk" /dev/null \
		0<>"$work/in.$name" >"$work/said.$name" 2>&1 &
	client=$!
	until_is has_begun "$name"
	kib=$(memory "$(sessions)")
	printf q >"$work/in.$name"
	wait "$client" && [ "$kib" -le 32768 ]
	verdict $? "a window that claims $name cells ($kib KiB)"
	until_is all_gone
done

# One line, one session: a second one in it is none.
TERM=xterm begin first -o ControlMaster=yes -S "$work/control"
until_is is_shown first
visit -S "$work/control" -o ProxyCommand=false kiosk
[ "$(sessions | wc -l)" = 1 ] && ! grep -q Hallsberg "$work/said"
verdict $? 'no second session in a line (MaxSessions)'
printf q >"$work/in.first"
wait "$client"
until_is all_gone
verdict $? 'nothing is left of it all'

# ---------------------------------------------------------------------------
# What sshd says itself.

sshd -T -f "$work/config" -C "user=$account,host=x,addr=127.0.0.1" \
	>"$work/said" 2>&1
grep -Fqx 'disableforwarding yes' "$work/said" &&
	grep -Fqx 'maxsessions 1' "$work/said" &&
	grep -Fqx 'permituserrc no' "$work/said" &&
	grep -Fqx 'permittunnel no' "$work/said" &&
	grep -Fqx 'clientaliveinterval 15' "$work/said" &&
	grep -Fqx 'clientalivecountmax 2' "$work/said" &&
	grep -Fqx 'unusedconnectiontimeout 30' "$work/said" &&
	! grep '^acceptenv' "$work/said" | grep -Evq \
		'LANG|LC_ALL|LC_MESSAGES|LANGUAGE|NO_COLOR|TEXTKIOSK_READER'
verdict $? 'sshd reads the snippet as it is meant'

echo "1..$number"
