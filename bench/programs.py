# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that are measured: how each is started, its keys, and what it
did with them, by bench/drive and by callgrind."""

import os
import re
import shutil
import subprocess
import tempfile

NOW = "2026-11-24T10:00"
DEADLINE = 120  # seconds; then a program hangs
ALONE = "-no-connect"  # or another one that runs would do the work


class Trouble(Exception):
    """A program that does not do what its keys ask."""


class Hung(Trouble):
    """A program that had to be ended."""


class Site:
    """A folder of content, its book, and the same text for the others."""

    def __init__(self, folder, book, content):
        self.folder = folder  # of what the others read
        self.book = book
        self.content = content

    def path(self, name):
        return os.path.join(self.folder, name)


class Program:
    """How a program is started, and its keys.

    move, page, open, back and quit say which keys do that; first, what has to
    be pressed once before open means the first link; escape, a lone Esc where
    it has something to do; visit, what each of many sessions presses in turn,
    a whole screen each.
    """

    def __init__(self, name, package, command, **keys):
        self.name = name
        self.package = package
        self.command = command  # site → command
        self.keys = keys

    def first(self):
        return self.keys.get("first", "").split()

    def quit(self):
        return self.keys["quit"].split()


def ours(build, *options):
    """textkiosk itself; its clock stands still for nobody but begins alike."""
    program = os.path.join(build, "textkiosk")
    return Program(
        "textkiosk", None,
        lambda site: [program, *options, "--lang=sv", "--now=" + NOW,
                      site.book],
        move="down", page="space", open="1", back="backspace", quit="q",
        escape="1 esc", visit="4 0")


def others(build):
    floor = os.path.join(build, "bench/floor")
    start = "start.html"
    return [
        Program("floor", None, lambda site: [floor, site.path("plain.txt")],
                move="down", page="space", quit="q", escape="down esc",
                visit="space"),
        Program("lynx", "lynx",
                lambda site: ["lynx", "-cfg=/dev/null", site.path(start)],
                move="down", page="space", open="enter", back="left",
                quit="Q"),  # to a lone Esc it shows nothing
        Program("w3m", "w3m", lambda site: ["w3m", site.path(start)],
                move="tab", page="space", first="tab", open="enter",
                back="B", quit="Q", escape="esc"),
        Program("links2", "links2",
                lambda site: ["links2", ALONE, site.path(start)],
                move="down", page="space", open="enter", back="left",
                quit="q enter", escape="esc"),
        Program("elinks", "elinks",
                lambda site: ["elinks", ALONE, site.path(start)],
                move="down", page="space", open="enter", back="left",
                quit="q enter", escape="esc"),
        Program("info", "info",
                lambda site: ["info", "-f", site.path("pages.info")],
                move="tab", page="space", first="tab", open="enter",
                back="l", quit="q", escape="esc"),
    ]


def installed(programs):
    """Those that can be started, and a word on each that cannot."""
    there, missing = [], []
    for program in programs:
        if program.package and not shutil.which(program.name):
            missing.append(f"{program.name} is not installed (Debian package "
                           f"{program.package}): left out")
        else:
            there.append(program)
    return there, missing


class Driver:
    """Starts programs, all in the same surroundings."""

    def __init__(self, build, work):
        self.build = build
        self.work = work
        self.environment = self.make_environment()
        self.running = set()
        self.stopped = False

    def make_environment(self):
        """The same for all, and no welcome boxes of browsers."""
        home = os.path.join(self.work, "home")
        for name in (".links2/links.cfg", ".elinks/elinks.conf"):
            os.makedirs(os.path.join(home, os.path.dirname(name)))
            open(os.path.join(home, name), "w", encoding="utf-8").close()
        return {"HOME": home, "PATH": os.environ["PATH"],
                "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def run(self, command, keys=""):
        """What a measuring program of bench/ says, as lists of cells."""
        if self.stopped:
            raise Trouble("was stopped")
        with subprocess.Popen(command, env=self.environment, text=True,
                              stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            self.running.add(process)
            said, complaint = process.communicate()
            self.running.remove(process)
        if process.returncode == 124:
            raise Hung(f"hung and was ended; its keys were {keys}")
        if process.returncode != 0:
            raise Trouble(f"{os.path.basename(command[0])} failed "
                          f"({process.returncode}) {complaint.strip()}")
        return [line.split("\t") for line in said.splitlines()]

    def stop(self):
        """Ends what is running, and starts nothing more."""
        self.stopped = True
        for process in list(self.running):
            process.terminate()

    def steps(self, keys, command, *options, deadline=DEADLINE):
        """Presses keys; (key, its figures) for each, the start first."""
        lines = self.run([os.path.join(self.build, "bench/drive"),
                          f"-d{deadline}", *options, *keys, "--", *command],
                         " ".join(keys))
        return [(line[0], [float(at) for at in line[1:]]) for line in lines]

    def named(self, name, *arguments):
        """The figures of a program of bench/ that prints name and value."""
        return {line[0]: float(line[1]) for line in self.run(
            [os.path.join(self.build, "bench", name), *arguments])}

    def callgrind(self):
        """How callgrind is called, and where it will write its count."""
        handle, out = tempfile.mkstemp(dir=self.work)
        os.close(handle)
        return ["valgrind", "--tool=callgrind", "--quiet",
                "--callgrind-out-file=" + out,
                "--log-file=" + out + ".log"], out

    def instructions(self, keys, command):
        """What a program executes with these keys."""
        valgrind, out = self.callgrind()
        self.steps(keys, valgrind + command)
        return counted(out)

    def plain_instructions(self, command, *options):
        """The same for a program that needs no terminal."""
        valgrind, out = self.callgrind()
        self.run(valgrind + list(options) + command)
        return counted(out)


def counted(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"(?:summary|totals): (\d+)", line)
            if found:
                return int(found.group(1))
    raise Trouble("did not end by its keys, so nothing was counted")
