#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""
Boots the container and is the visitor at its console; see started.sh.
	started.py ROOT PROGRAM START
START has the rows that a whole start screen shows. TAP.
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

PATIENCE = 120  # seconds; nothing here takes more than a few
CLEAR = b"\033[H\033[J"  # of terminfo's "linux"
KILLS = 5

root, program, start = sys.argv[1:]
with open(start, encoding="utf-8") as file:
    rows = [line.strip() for line in file]
console, line = pty.openpty()
fcntl.ioctl(line, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 80, 0, 0))
sent = b""
count = 0


def verdict(good, what):
    global count
    count += 1
    print("ok" if good else "not ok", count, "-", what, flush=True)


def boot():
    return subprocess.Popen(
        ["systemd-nspawn", "--quiet", "--directory=" + root, "--register=no",
         "--keep-unit", "--private-network", "--console=pipe",
         "--bind=" + os.ttyname(line) + ":/dev/tty1",
         "--boot", "systemd.unit=kiosk.target"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)


def until(promise):
    """Reads on until it holds; False when it never does."""
    global sent
    deadline = time.monotonic() + PATIENCE
    while not promise():
        if time.monotonic() > deadline:
            return False
        if select.select([console], [], [], 0.1)[0]:
            try:
                sent += os.read(console, 65536)
            except OSError:
                # Nobody has it open just now.
                time.sleep(0.1)
    return True


def is_whole():
    """The start screen has been painted since the last look."""
    last = sent.rfind(CLEAR)
    text = re.sub(rb"\033\[[0-9;?]*[A-Za-z]|\033[()].|\x0f", b"",
                  sent[last:]).decode("utf-8", "replace")
    return last >= 0 and all(row in text for row in rows)


def kiosk():
    """Its process; None: there is none."""
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{process}/cmdline", "rb") as arguments:
                if arguments.read().startswith(program.encode() + b"\0"):
                    return int(process)
        except OSError:
            pass
    return None


def status(process, field):
    with open(f"/proc/{process}/status", encoding="ascii") as lines:
        return re.search(rf"^{field}:\s*(\S+)", lines.read(), re.M)[1]


def takes_keys():
    global sent
    sent = b""
    os.write(console, b"4")
    return until(lambda: "Värdeord".encode() in sent)


def comes_back(kind, what):
    """Ended in the middle of a visit, it shows its start screen again."""
    global sent
    os.write(console, b"/ab")
    ended = kiosk()
    sent = b""
    begun = time.monotonic()
    os.kill(ended, kind)
    back = until(lambda: is_whole() and kiosk() not in (None, ended))
    verdict(back, f"after {what} the start screen is shown")
    print(f"# after {time.monotonic() - begun:.1f} s")
    verdict(takes_keys(), "and takes keys")


container = boot()
shown = until(is_whole)
if not shown and not os.path.exists(root + "/alive"):
    container.kill()
    said = container.communicate()[0].decode("utf-8", "replace").split("\n")
    print("1..0 # SKIP systemd does not start here:", said[0])
    sys.exit()
verdict(shown, "systemd starts the kiosk, and it shows its start screen")
if shown:
    process = kiosk()
    verdict(status(process, "Uid") != "0", "it is not root")
    verdict(status(process, "CapBnd").strip("0") == "", "nor can become it")
    verdict(status(process, "NoNewPrivs") == "1" and
            status(process, "Seccomp") == "2", "it is confined")
    verdict(takes_keys(), "and takes keys")
    for _ in range(KILLS):
        comes_back(signal.SIGKILL, "SIGKILL")
    comes_back(signal.SIGSEGV, "a crash")
print(f"1..{count}")
container.kill()
