#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Many visitors at once, and lines that end in every way a line can end: each
# session is gone within 5 s of the end of its line. When a client vanishes
# without a word its line has not ended until sshd says so, by ClientAlive: see
# textkiosk-setup(8). TAP.
# shellcheck source=tests/ssh/private.sh disable=SC2154 # its variables
. "$srcdir/tests/ssh/private.sh"

SESSIONS=100  # at once
MOST_KIB=1024 # of each: memory that it shares with none
MOST_MS=5000  # between the end of its line and that of a session
TERM=xterm
export TERM

now_ms() {
	echo "$(cut -d ' ' -f 1 /proc/uptime | tr -d .)0"
}
# The second may pass before sshd knows; it is none with nothing given.
gone() { # gone WHAT [MS_UNTIL_IT_IS_KNOWN]
	began=$(now_ms)
	until_is all_gone
	took=$(($(now_ms) - began))
	[ "$took" -le $((MOST_MS + ${2-0})) ]
	verdict $? "$1"
	echo "# gone after $took ms"
}

# ---------------------------------------------------------------------------
# Many.

are_shown() { # are_shown HOW_MANY
	[ "$(grep -al Hallsberg "$work"/said.* | wc -l)" = "$1" ]
}
private_kib() { # of every session, a line each, the smallest first
	for process in $(sessions); do
		awk '/^Private_(Clean|Dirty):/ { kib += $2 } END { print kib }' \
			"/proc/$process/smaps_rollup"
	done | sort -n
}

start_server ''
clients=
i=0
while [ "$i" -lt "$SESSIONS" ]; do
	i=$((i + 1))
	begin "$i"
	clients="$clients $client"
done
until_is are_shown "$SESSIONS"
verdict $? "$SESSIONS sessions at once are shown"
private_kib >"$work/said"
most=$(tail -n 1 "$work/said")
[ "$(wc -l <"$work/said")" = "$SESSIONS" ] && [ "$most" -le "$MOST_KIB" ]
verdict $? "each has at most $MOST_KIB KiB of its own ($most)"
echo "# private memory: $(head -n 1 "$work/said") to $most KiB"

# Every other one quits, the others' clients are killed.
i=0
for client in $clients; do
	i=$((i + 1))
	if [ $((i % 2)) = 0 ]; then
		printf q >"$work/in.$i"
	else
		kill -9 "$client"
	fi
done
gone 'they quit or are killed, and all are gone'

# ---------------------------------------------------------------------------
# One line, ended in every way. What ends a silent one is quicker here than as
# it is shipped (15 s, twice): OpenSSH asks a second after each interval, and
# the last question must have gone unanswered for as long, too.

INTERVAL=1000 # ms
SILENT=$(((INTERVAL + 1000) * (2 + 1)))
stop_server
start_server 's/ClientAliveInterval .*/ClientAliveInterval 1/
	s/UnusedConnectionTimeout .*/UnusedConnectionTimeout 1s/'

line() { # line NAME ARGUMENT...
	begin "$@"
	until_is is_shown "$1" || verdict 1 "the line $1 is shown"
}

line quit
printf q >"$work/in.quit"
gone 'a visitor who quits'

line escaped
printf '\r~.' >"$work/in.escaped"
gone 'a client that closes the connection'

line terminated
kill "$client"
gone 'a client that is told to end'

line killed
kill -9 "$client"
gone 'a client that is killed'

line hung
kill -HUP "$client"
gone 'a client whose window is closed'

line stopped
kill -STOP "$client"
gone 'a client that is stopped' "$SILENT"
kill -9 "$client"

# A relay between client and server; its process is in "relay".
relay() { # relay NAME
	rm -f "$work/relay"
	line "$1" -o "ProxyCommand=$(command -v perl) -MIO::Socket::INET -MIO::Select -e '
	my \$s = IO::Socket::INET->new(q(127.0.0.1:$port)) or die;
	open my \$f, q(>), q($work/relay); print \$f \$\$; close \$f;
	my \$both = IO::Select->new(\$s, \\*STDIN);
	while (1) { for my \$from (\$both->can_read) {
		sysread(\$from, my \$bytes, 65536) or exit;
		syswrite(\$from == \$s ? \\*STDOUT : \$s, \$bytes) } }'"
}

relay dropped
kill -9 "$(cat "$work/relay")"
gone 'a connection that is closed on its way'

# It still takes what comes, and passes nothing on.
relay silent
kill -STOP "$(cat "$work/relay")"
gone 'a line that passes nothing on' "$SILENT"
kill -9 "$(cat "$work/relay")" "$client"

visit -f -N -o ControlMaster=yes -S "$work/control" kiosk
gone 'a line on which nobody wants anything' "$INTERVAL"

line ended
kill "$(sessions)"
gone 'a session that is told to end'

line crashed
kill -SEGV "$(sessions)"
gone 'a session that crashes'

# The cable is pulled: no packet comes or goes, and nobody says so.
line cut
ip link set lo down
gone 'a line that is cut' "$SILENT"

echo "1..$number"
