#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""textkiosk beside a bare ncurses program and every text browser installed.

    bench/run.py [--quick | --budget | --headline] BUILD SOURCE

Prints one table. BUILD gets two files: TABLE holds it, with versions and the
kind of machine, as bench/README shows it; FIGURES.tsv is for programs. --quick
leaves out what takes minutes. --budget only counts what bench/budget names,
and fails when a count is more than 5 % over it. --headline says again what
README says, from the FIGURES.tsv there is. bench/README says more.
"""

import argparse
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import counts
import programs
import rows
import table

BEGUN = time.monotonic()


def say(words):
    """One line of progress, over the last one where that can be."""
    line = f"{time.monotonic() - BEGUN:4.0f} s  {words}"
    over = "\r\033[K" if sys.stderr.isatty() else ""
    print(over + line, end="" if over else "\n", file=sys.stderr, flush=True)


def end_progress():
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


# The machine.

def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"model name\s*:\s*(.*)", line)
            if found:
                return found.group(1)
    return platform.machine()


def memory_gib():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def version(package):
    """Debian's version of a package; empty where that is not known."""
    if not shutil.which("dpkg-query"):
        return ""
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package],
                          capture_output=True, text=True, check=False)
    return f"{package} {done.stdout}" if done.returncode == 0 else ""


def own_version(build):
    done = subprocess.run([os.path.join(build, "textkiosk"), "--version"],
                          capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def surroundings(bench, load):
    names = [at.package for at in bench.others if at.package]
    versions = filter(None, map(version, names + ["libc6", "libncursesw6",
                                                  "libunistring2",
                                                  "libunistring5",
                                                  "libxml2", "valgrind"]))
    return "\n".join([
        f"{own_version(bench.driver.build)}, "
        f"{'quick' if bench.quick else 'full'} run of "
        f"{time.strftime('%Y-%m-%d', time.gmtime())}",
        f"{processor()}, {os.cpu_count()} cores, {memory_gib():.0f} GiB, "
        f"Linux {platform.release()}, load {load:.1f} when it began",
        ", ".join(versions)])


def measure(driver, source, quick):
    """The table and what belongs to it, as text; writes FIGURES.tsv."""
    load = os.getloadavg()[0]
    bench = rows.Bench(driver, source, quick, say)
    found = list(rows.measure_all(bench))
    end_progress()
    figures = os.path.join(driver.build, "FIGURES.tsv")
    table.write_figures(found, figures)
    parts = [surroundings(bench, load), table.table(found)]
    if bench.notes:
        parts.append("\n".join(bench.notes))
    parts.append(table.headline(table.read_figures(figures)))
    return "\n\n".join(parts) + "\n"


def end_when_told(driver):
    """An end from outside, too, leaves nothing behind."""
    def end(number, _):
        driver.stop()
        sys.exit(128 + number)

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)


def options():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n", 2)[1].strip())
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--budget", action="store_true")
    parser.add_argument("--headline", action="store_true")
    parser.add_argument("build", type=os.path.abspath)
    parser.add_argument("source", type=os.path.abspath)
    return parser.parse_args()


def main():
    asked = options()
    if asked.headline:
        print(table.headline(table.read_figures(
            os.path.join(asked.build, "FIGURES.tsv"))))
        return 0
    with tempfile.TemporaryDirectory(prefix="textkiosk-bench-") as work:
        driver = programs.Driver(asked.build, work)
        end_when_told(driver)
        if asked.budget:
            site = programs.Site(work, os.path.join(
                asked.build, "textkiosk.book"), None)
            return 0 if counts.hold_budget(driver, site, asked.source) else 1
        text = measure(driver, asked.source, asked.quick)
    print(text, end="")
    with open(os.path.join(asked.build, "TABLE"), "w",
              encoding="utf-8") as out:
        out.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
