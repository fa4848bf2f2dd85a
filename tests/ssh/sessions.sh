#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Many visitors at once, and lines that end in every way a line can end: each
# session ends with its line. TAP.
# shellcheck source=tests/ssh/private.sh disable=SC2154 # its variables
. "$srcdir/tests/ssh/private.sh"

SESSIONS=100  # at once
MOST_KIB=1024 # of each: memory that it shares with none
TERM=xterm
export TERM

now_ms() {
	echo "$(cut -d ' ' -f 1 /proc/uptime | tr -d .)0"
}
gone() { # gone WHAT: how long it took is told, not judged
	began=$(now_ms)
	until_is all_gone
	verdict $? "$1"
	echo "# gone after $(($(now_ms) - began)) ms"
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
# it is shipped (15 s, twice).

stop_server
start_server 's/ClientAliveInterval .*/ClientAliveInterval 1/
	s/UnusedConnectionTimeout .*/UnusedConnectionTimeout 1s/'

line() { # line NAME ARGUMENT...
	begin "$@"
	until_is is_shown "$1"
}

line killed
kill -9 "$client"
gone 'a client that is killed'

line hung
kill -HUP "$client"
gone 'a client whose window is closed'

line stopped
kill -STOP "$client"
gone 'a client that is stopped'
kill -9 "$client"

# A relay that still takes what comes and passes nothing on.
line relayed -o "ProxyCommand=$(command -v perl) -MIO::Socket::INET -MIO::Select -e '
	my \$s = IO::Socket::INET->new(q(127.0.0.1:$port)) or die;
	open my \$f, q(>), q($work/relay); print \$f \$\$; close \$f;
	my \$both = IO::Select->new(\$s, \\*STDIN);
	while (1) { for my \$from (\$both->can_read) {
		sysread(\$from, my \$bytes, 65536) or exit;
		syswrite(\$from == \$s ? \\*STDOUT : \$s, \$bytes) } }'"
kill -STOP "$(cat "$work/relay")"
gone 'a line that passes nothing on'
kill -9 "$(cat "$work/relay")" "$client"

visit -f -N -o ControlMaster=yes -S "$work/control" kiosk
gone 'a line on which nobody wants anything'

line ended
kill "$(sessions)"
gone 'a session that is told to end'

line crashed
kill -SEGV "$(sessions)"
gone 'a session that crashes'

# The cable is pulled: no packet comes or goes, and nobody says so.
line cut
ip link set lo down
gone 'a line that is cut'

echo "1..$number"
