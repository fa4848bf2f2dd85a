# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen reader that is driven by keys and listened to.

A Reader starts the program under a real screen reader on a terminal of its
own, presses keys, and returns what was said since. Only these tests wait for
quiet: a reader says when it has something to say, and never that it is done.
"""
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time

QUIET = 0.25  # seconds without a word: it has said what it had to
PATIENCE = 5.0  # seconds after which it says nothing


def words(text, spelled={}):
    """Letters and digits alone: readers name punctuation as they like."""
    for sign, name in spelled.items():
        text = text.replace(sign, name)
    return re.sub(r"[\W_]+", "", text).lower()


class Reader:
    """What all readers share: a folder of their own, a log of what is said."""

    spelled = {}  # how it says signs that it does not pass over
    resizable = True  # it tells the program of another size
    changes_only = False  # a row that has only moved is no news to it
    window = None  # what its braille display shows; None: it has none

    @classmethod
    def version(cls):
        """Of its Debian package, as its makers count; "" where unknown."""
        package = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}", cls.name.lower()],
            capture_output=True,
            check=False,
        )
        return re.split("[-+~]", package.stdout.decode())[0]

    def __init__(self, command, cols=80, rows=24):
        self.cols, self.rows = cols, rows
        self.folder = tempfile.mkdtemp(prefix="reader-")
        self.log = os.path.join(self.folder, "said")
        open(self.log, "w").close()
        self.read = 0
        self.master, self.child = None, None
        self.start(command)

    def spawn(self, command, environment):
        """Runs a command on a pseudo-terminal of our size."""
        self.master, slave = pty.openpty()
        size = struct.pack("HHHH", self.rows, self.cols, 0, 0)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
        self.child = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env=dict(os.environ, TERM="linux", LC_ALL="C.UTF-8", **environment),
        )
        os.close(slave)

    def drain(self):
        """Takes what the terminal is sent, so that nothing waits for it."""
        while self.master and select.select([self.master], [], [], 0)[0]:
            try:
                if not os.read(self.master, 65536):
                    return
            except OSError:
                return

    def new_bytes(self):
        self.drain()
        with open(self.log, "rb") as log:
            log.seek(self.read)
            return log.read()

    def heard(self, patience=PATIENCE):
        """What was said since the last time, when it has become quiet."""
        begin = last = time.monotonic()
        size = 0
        while True:
            time.sleep(0.02)
            now = time.monotonic()
            said = self.new_bytes()
            if len(said) != size:
                size, last = len(said), now
            if size and now - last > QUIET or now - begin > patience:
                break
        self.read += size
        return self.utterances(said.decode("utf-8", "replace"))

    def press(self, key):
        os.write(self.master, key)

    def resize(self, cols, rows):
        self.cols, self.rows = cols, rows
        size = struct.pack("HHHH", rows, cols, 0, 0)
        fcntl.ioctl(self.terminal(), termios.TIOCSWINSZ, size)

    def terminal(self):
        return self.master

    def stop(self):
        if self.child:
            os.killpg(self.child.pid, signal.SIGKILL)
            self.child.wait()
        if self.master:
            os.close(self.master)
        shutil.rmtree(self.folder, ignore_errors=True)


class Yasr(Reader):
    """yasr, which talks to a speech server; ours writes down what it hears."""

    name = "yasr"
    resizable = False
    spelled = {"*": " star ", "@": " at "}

    @staticmethod
    def lacks():
        return None if shutil.which("yasr") else "yasr is not installed"

    def start(self, command):
        server = os.path.join(self.folder, "server")
        with open(server, "w") as script:
            script.write(f"#!/bin/sh\nstty raw -echo\nexec cat >>{self.log}\n")
        os.chmod(server, 0o755)
        with open("/etc/yasr/yasr.conf") as shipped:
            configuration = shipped.read()
        for option, value in (
            ("synthesizer", "emacspeak server"),
            ("synthesizer port", f"|{server}"),
        ):
            configuration = re.sub(
                f"(?m)^{option}=.*$", f"{option}={value}", configuration
            )
        path = os.path.join(self.folder, "yasr.conf")
        with open(path, "w") as own:
            own.write(configuration)
        self.spawn(["yasr", "-C", path, "--"] + command, {"HOME": self.folder})

    @staticmethod
    def utterances(log):
        said = re.findall(r"\b(?:q|l|tts_say) ?\{(.*?)\}", log, re.S)
        return " ".join(said)


class Fenrir(Reader):
    """Fenrir in its pty mode; what its speech driver is told is written down."""

    name = "Fenrir"
    changes_only = True

    # The debug driver prints what it is told to say; that is the log.
    BODY = """
import builtins
import sys
from fenrirscreenreader.core import fenrirManager
log = open(sys.argv.pop(1), "a", buffering=1)
MARK = "Speech Debug Driver: Speak:"
def write(text="", *rest, **how):
    if str(text).startswith(MARK):
        log.write(text[len(MARK):] + "\\n")
builtins.print = write
fenrirManager.fenrirManager().proceed()
"""

    @staticmethod
    def lacks():
        try:
            import fenrirscreenreader  # noqa: F401
        except ImportError:
            return "Fenrir is not installed"
        return None

    def start(self, command):
        options = {
            "speech#driver": "debugDriver",
            "sound#enabled": "False",
            "remote#enable": "False",
            "general#autoSpellCheck": "False",
            "general#punctuationLevel": "none",
            "general#shell": " ".join(command),
        }
        self.spawn(
            [sys.executable, "-c", self.BODY, self.log]
            + ["-e", "-s", "/etc/fenrirscreenreader/settings/settings.conf"]
            + ["-o", ";".join("=".join(item) for item in options.items())],
            {"HOME": self.folder},
        )

    @staticmethod
    def utterances(log):
        return log


VT_OPENQRY, VT_DISALLOCATE = 0x5600, 0x5608


class Brltty(Reader):
    """BRLTTY on a virtual console of our own, with a log for a voice.

    The console is filled and read by the kernel, keys are put into its queue,
    and nobody has to look at it. BRLTTY gets folders of its own, no API, a
    braille display of 40 cells that is a socket, and says by itself what its
    window comes to (autospeak).
    """

    name = "BRLTTY"
    logs = "notice"

    @staticmethod
    def lacks():
        if not shutil.which("brltty"):
            return "BRLTTY is not installed"
        if os.geteuid():
            return "BRLTTY needs a virtual console, which needs root"
        if not os.access("/dev/tty0", os.W_OK):
            return "there are no virtual consoles here"
        return None

    def start(self, command):
        self.take_console()
        size = struct.pack("HHHH", self.rows, self.cols, 0, 0)
        fcntl.ioctl(self.console, termios.TIOCSWINSZ, size)
        self.child = subprocess.Popen(
            command,
            stdin=self.console,
            stdout=self.console,
            stderr=self.console,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env=dict(os.environ, TERM="linux", LC_ALL="C.UTF-8"),
        )
        time.sleep(0.3)
        display = os.path.join(self.folder, "display")
        server = socket.socket(socket.AF_UNIX)
        server.bind(display)
        server.listen(1)
        server.settimeout(PATIENCE)
        self.speaker = subprocess.Popen(
            ["brltty", "-n", "-N", "-q", "-e", "-f", "/dev/null"]
            + ["-P", os.path.join(self.folder, "pid")]
            + ["-U", self.folder, "-W", self.folder]
            + ["-F", os.path.join(self.folder, "preferences")]
            + ["-o", "autospeak=yes"]
            + ["-x", "lx", "-X", f"vt={self.number}"]
            + ["-b", "vr", "-d", f"client:{display}", "-s", "gs"]
            + ["-S", f"command=cat >>{self.log}"]
            + ["-t", "sv", "-l", self.logs],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=open(os.path.join(self.folder, "log"), "wb"),
            start_new_session=True,
        )

        self.display, _ = server.accept()
        server.close()
        self.display.setblocking(False)
        self.command("cells 40")

    def take_console(self):
        """A free one, locked: another test may look for one just now."""
        while True:
            with open("/dev/tty0", "wb", buffering=0) as any_console:
                free = fcntl.ioctl(any_console, VT_OPENQRY, bytes(4))
            self.number = struct.unpack("i", free)[0]
            path = f"/dev/tty{self.number}"
            self.console = os.open(path, os.O_RDWR | os.O_NOCTTY)
            try:
                fcntl.flock(self.console, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                os.close(self.console)
                time.sleep(0.1)

    def terminal(self):
        return self.console

    def command(self, name):
        """As by a key of the braille display."""
        self.display.sendall(name.encode() + b"\n")

    def drain(self):
        try:
            shown = self.display.recv(65536).decode("utf-8", "replace")
        except BlockingIOError:
            return
        for window in re.findall('Visual "(.*)"', shown):
            self.window = window

    def cursor_row(self):
        """As the kernel knows it: vcsa begins with rows, columns, x, y."""
        with open(f"/dev/vcsa{self.number}", "rb") as console:
            return console.read(4)[3]

    def press(self, key):
        # A console takes a byte at a time. On a busy machine the program may
        # take the ESC of a key for itself: + and - are one byte, and nothing
        # comes between those of the others.
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
        for byte in {b"\x1b[B": b"+", b"\x1b[A": b"-"}.get(key, key):
            fcntl.ioctl(self.console, termios.TIOCSTI, bytes([byte]))
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))

    @staticmethod
    def utterances(log):
        return log

    def stop(self):
        os.killpg(self.speaker.pid, signal.SIGTERM)
        self.speaker.wait()
        super().stop()
        os.close(self.console)
        with open("/dev/tty0", "wb", buffering=0) as any_console:
            try:
                fcntl.ioctl(any_console, VT_DISALLOCATE, self.number)
            except OSError:
                pass  # the kernel has not let go of it yet; it is unused
