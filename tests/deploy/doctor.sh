#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# textkiosk-doctor on a host that lacks nothing, then with one thing broken at
# a time: it must say that, only that, and how to mend it. TAP.
here=$PWD
work=doctor-$$.tmp
root=$here/$work/root
number=0
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
program=$(sed -n 's/^program=//p' deploy/textkiosk-doctor)

verdict() { # verdict CODE WHAT
	number=$((number + 1))
	if [ "$1" = 0 ]; then
		echo "ok $number - $2"
	else
		echo "not ok $number - $2"
		sed 's/^/# /' "$work/said"
	fi
}

put() { # put FILE LINE...
	mkdir -p "$(dirname "$root$1")"
	file=$root$1
	shift
	printf '%s\n' "$@" >"$file"
}

pretend() { # pretend COMMAND SCRIPT
	printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
	chmod 755 "$work/bin/$1"
}

# A host as textkiosk-setup(8) makes it.
good_host() {
	rm -rf "$work"
	mkdir -p "$root/var/lib/textkiosk" "$work/bin" \
		"$root/etc/systemd/system/multi-user.target.wants" \
		"$root/etc/systemd/logind.conf.d"
	chmod 755 "$root" "$root/var/lib/textkiosk"
	put "$program" '#!/bin/sh' 'echo textkiosk 0.1' \
		'echo seccomp yes, Landlock 7'
	chmod 755 "$root$program"
	put /var/lib/textkiosk/textkiosk.book book
	put /etc/passwd 'textkiosk:x:999:999::/:/usr/sbin/nologin' \
		'textkiosk-ssh:x:998:998::/:/bin/dash'
	put /etc/shadow 'textkiosk:!*:1::::::' 'textkiosk-ssh:!:1::::::'
	put /etc/systemd/logind.conf '#NAutoVTs=6'
	put /etc/systemd/logind.conf.d/textkiosk.conf \
		'[Login]' NAutoVTs=0 ReserveVT=0
	system=$root/etc/systemd/system
	ln -s /x "$system/multi-user.target.wants/textkiosk@tty1.service"
	ln -s /dev/null "$system/getty@tty1.service"
	ln -s /dev/null "$system/ctrl-alt-del.target"
	put /proc/sys/kernel/sysrq 0
	put /proc/sys/kernel/ctrl-alt-del 0
	put /proc/sys/kernel/printk '3	3	3	3'
	put /proc/sys/dev/tty/legacy_tiocsti 0
	put /sys/module/kernel/parameters/consoleblank 0
	pretend dumpkeys 'echo "keycode 59 = F1"'
	put /sshd "forcecommand exec $program --idle=900" \
		'disableforwarding yes' 'allowagentforwarding no' \
		'allowstreamlocalforwarding no' 'allowtcpforwarding no' \
		'gatewayports no' 'permitlisten none' 'permitopen none' \
		'permittunnel no' 'x11forwarding no' 'permituserrc no' \
		'maxsessions 1' 'permituserenvironment no' \
		'clientaliveinterval 15' 'clientalivecountmax 2' \
		'authorizedkeysfile /etc/ssh/textkiosk_keys' \
		'acceptenv LANG' 'acceptenv TEXTKIOSK_READER'
	pretend sshd "cat '$root/sshd'"
}

doctor() { # doctor ARGUMENT...
	PATH="$here/$work/bin:$PATH" sh deploy/textkiosk-doctor \
		--root="$root" "$@" >"$work/said" 2>&1
}

# broken WHAT COMMAND...: what the one bad line of this part must hold.
broken() {
	what=$1
	shift
	good_host
	"$@"
	doctor --lang=en $part
	[ $? = 1 ] && [ "$(grep -c '^  BAD' "$work/said")" = 1 ] &&
		grep '^  BAD' "$work/said" | grep -Fq -- "$what" &&
		grep -A 1 '^  BAD' "$work/said" | grep -q '^        do:  .'
	verdict $? "broken: $what ($*)"
}

change() { # change FILE SED-SCRIPT
	sed -i "$2" "$root$1"
}

good_host
doctor --lang=en && grep -q 'All is well' "$work/said"
verdict $? 'a good host is well'
LANG=sv_SE.UTF-8 LC_ALL='' doctor && grep -q 'Allt är på plats' "$work/said"
verdict $? 'said in Swedish'
good_host
rm "$root/var/lib/textkiosk/textkiosk.book"
LC_ALL='' doctor console
[ $? = 1 ] && grep -q '^  FEL   boken finns' "$work/said" &&
	grep -q '^        gör: textkiosk-compile' "$work/said"
verdict $? 'what is missing, in Swedish, which is what nobody asked for'
doctor nonsense
[ $? = 64 ]
verdict $? 'wrong usage is 64'

unmask() {
	rm "$root/etc/systemd/system/$1"
}
part=console
broken 'is there' rm "$root/var/lib/textkiosk/textkiosk.book"
broken 'can confine it' change "$program" 's/seccomp yes/seccomp no/'
broken 'only root writes' chmod 777 "$root/var/lib/textkiosk"
broken 'the user textkiosk exists' change /etc/passwd '/^textkiosk:/d'
broken 'the user textkiosk has no password' \
	change /etc/shadow 's/^textkiosk:!./textkiosk:x/'
broken 'the kiosk starts on tty1' \
	unmask multi-user.target.wants/textkiosk@tty1.service
broken 'no login behind it' unmask getty@tty1.service
broken 'NAutoVTs' change /etc/systemd/logind.conf.d/textkiosk.conf '/NAuto/d'
broken 'ReserveVT' change /etc/systemd/logind.conf.d/textkiosk.conf \
	's/ReserveVT=0/ReserveVT=6/'
broken 'SysRq' put /proc/sys/kernel/sysrq 438
broken 'by the kernel' put /proc/sys/kernel/ctrl-alt-del 1
broken 'by systemd' unmask ctrl-alt-del.target
broken 'TIOCSTI' put /proc/sys/dev/tty/legacy_tiocsti 1
broken 'kernel messages' put /proc/sys/kernel/printk '7	4	1	7'
broken 'not blanked' put /sys/module/kernel/parameters/consoleblank 600
broken 'no key leaves' pretend dumpkeys 'echo "alt keycode 60 = Console_2"'
broken 'no key leaves' pretend dumpkeys 'exit 1'
part=ssh
broken 'the user textkiosk-ssh has no password' \
	change /etc/shadow 's/^textkiosk-ssh:!/textkiosk-ssh:x/'
broken 'dash' change /etc/passwd 's/dash/bash/'
broken 'ForceCommand' change /sshd 's/^forcecommand exec /forcecommand /'
broken 'ForceCommand' change /sshd '/^forcecommand/s/$/; sh/'
broken 'AcceptEnv' change /sshd 's/^acceptenv LANG$/acceptenv LC_*/'
for setting in disableforwarding allowagentforwarding gatewayports \
	allowstreamlocalforwarding allowtcpforwarding permitlisten permitopen \
	permittunnel x11forwarding permituserrc maxsessions \
	permituserenvironment clientaliveinterval clientalivecountmax \
	authorizedkeysfile; do
	broken "sshd: $setting" change /sshd "s/^$setting .*/$setting 7/"
done

# Where a thing being absent breaks more than one line.
good_host
rm "$root$program"
doctor --lang=en
[ $? = 1 ] && grep -q '^  BAD   textkiosk is installed' "$work/said"
verdict $? 'broken: the program'
good_host
change /etc/passwd '/textkiosk-ssh/d'
doctor --lang=en
[ $? = 1 ] && grep -q '^  BAD   the user textkiosk-ssh exists' "$work/said"
verdict $? 'broken: the user textkiosk-ssh'
good_host
pretend sshd 'exit 1'
doctor --lang=en
[ $? = 1 ] && grep -q '^  BAD   sshd answers' "$work/said"
verdict $? 'broken: no sshd'
doctor --lang=en console && ! grep -q SSH "$work/said"
verdict $? 'which is nothing to a console'

echo "1..$number"
