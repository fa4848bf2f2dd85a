#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck disable=SC2154 # srcdir and UNCONFINED come from the harness
# textkiosk@.service as systemd starts it, in a container that is this system
# with nothing on it changed for good: a pseudo-terminal is its console. The
# program is confined by the unit, its screen comes back after SIGKILL and
# after a crash. What only a real console has (font, keymap, the lock of
# textkiosk-console@.service) is not here. TAP.
skip() {
	echo "1..0 # SKIP $1"
	exit
}
[ -z "$UNCONFINED" ] || skip 'with sanitizers it is not what is shipped'
[ "$(id -u)" = 0 ] || skip 'only root can start a container'
command -v systemd-nspawn >/dev/null ||
	skip 'systemd-nspawn is missing (Debian: systemd-container)'
command -v systemd-sysusers >/dev/null || skip 'systemd is missing'
command -v python3 >/dev/null || skip 'python3 is missing'
if [ -z "$alone" ]; then
	unshare -mpf --mount-proc true 2>/dev/null ||
		skip 'no namespaces of its own (unshare)'
	exec env alone=yes unshare -mpf --mount-proc --kill-child \
		sh "$0" "$@"
fi

work=$(mktemp -d)
trap 'cd /; umount -R "$work"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mount -t tmpfs none "$work"
mkdir "$work/upper" "$work/work" "$work/root"
mount -t overlay none -o "lowerdir=/,upperdir=$work/upper,workdir=$work/work" \
	"$work/root" 2>/dev/null || skip 'no overlay of this system'
root=$work/root

# As "make install" and textkiosk-setup(8) leave it.
program=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' 'deploy/textkiosk@.service')
bin=$root${program%/*}
units=$root/etc/systemd/system
published=$root/var/lib/textkiosk
mkdir -p "$bin/catalogs" "$units/textkiosk-console@.service.d" "$published"
cp textkiosk "$bin"
cp catalogs/sv.mo "$bin/catalogs"
cp textkiosk.book "$published"
cp deploy/textkiosk@.service deploy/textkiosk-console@.service "$units"
systemd-sysusers --root="$root" "$(cd "$srcdir" && pwd)/deploy/sysusers/textkiosk.conf" \
	>"$work/said" 2>&1 || skip "systemd-sysusers: $(head -n 1 "$work/said")"

cat >"$units/textkiosk-console@.service.d/no-console.conf" <<-END
	[Service]
	StandardInput=null
	TTYPath=
	ExecStart=
	ExecStart=/bin/true
	ExecStop=
END
# The only things started; the second says that systemd runs at all.
cat >"$units/kiosk.target" <<-END
	[Unit]
	Wants=textkiosk@tty1.service alive.service
	Requires=systemd-journald.service
END
cat >"$units/alive.service" <<-END
	[Service]
	ExecStart=/bin/touch /alive
END
rm -f "$root/etc/machine-id"
echo 0123456789abcdef0123456789abcdef >"$root/etc/machine-id"

./textkiosk --dump=0 --lang=sv textkiosk.book |
	grep '^[1-8] \|^Hallsberg\|^Telefon' >"$work/start"
python3 "$srcdir/tests/deploy/started.py" "$root" "$program" "$work/start"
