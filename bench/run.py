#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""textkiosk beside a bare ncurses program and every text browser installed.

    bench/run.py [--quick | --budget] BUILD SOURCE

Prints one table; FIGURES.tsv in BUILD holds the same for programs. --quick
leaves out what takes minutes. --budget only counts what bench/budget names,
and fails when a count is more than 5 % over it. bench/README says more.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import peers

MOVES = 20
ROUNDS = 15
FULL_ROUNDS = 31
NOW = "2026-11-24T10:00"
OVER = 1.05


class Program:
    """How a program is started on a site, and its keys."""

    def __init__(self, name, package, command, **keys):
        self.name = name
        self.package = package
        self.command = command
        self.keys = keys


def programs(build, site, book):
    """All that are measured; {all} is one long page, {start} a list of links."""
    ours = [os.path.join(build, "textkiosk"), "--unconfined", "--lang=sv",
            "--now=" + NOW]
    return [
        Program("textkiosk", None, ours + [book], move="down", page="space",
                long="3", open="1", back="esc", quit="q"),
        Program("floor", None,
                [os.path.join(build, "bench/floor"), site + "/plain.txt"],
                move="down", page="space", quit="q"),
        Program("lynx", "lynx",
                ["lynx", "-cfg=/dev/null", site + "/start.html"],
                move="down", page="space", long="enter", open="enter",
                back="left", quit="Q"),
        Program("w3m", "w3m", ["w3m", site + "/start.html"], move="tab",
                page="space", first="tab", long="enter", open="enter",
                back="B", quit="Q"),
        Program("links2", "links2", ["links2", site + "/start.html"],
                move="down", page="space", long="enter", open="enter",
                back="left", quit="q enter"),
        Program("elinks", "elinks", ["elinks", site + "/start.html"],
                move="down", page="space", long="enter", open="enter",
                back="left", quit="q enter"),
        Program("info", "info", ["info", "-f", site + "/pages.info"],
                move="tab", page="space", first="tab", long="enter",
                open="enter", back="l", quit="q"),
    ]


class Bench:
    def __init__(self, build, source):
        self.build = os.path.abspath(build)
        self.source = os.path.abspath(source)
        self.work = tempfile.mkdtemp(prefix="textkiosk-bench-")
        self.book = os.path.join(self.build, "textkiosk.book")
        self.drive = os.path.join(self.build, "bench/drive")
        self.rows = []
        self.environment = self.make_environment()
        self.site = os.path.join(self.work, "site")
        self.make_site()
        self.programs = []
        for program in programs(self.build, self.site, self.book):
            if program.package and not shutil.which(program.name):
                say(f"{program.name} is missing (Debian package "
                    f"{program.package}); it is left out")
            else:
                self.programs.append(program)

    def make_environment(self):
        """The same for all, and no welcome boxes of browsers."""
        home = os.path.join(self.work, "home")
        for name in (".links2/links.cfg", ".elinks/elinks.conf"):
            os.makedirs(os.path.join(home, os.path.dirname(name)))
            open(os.path.join(home, name), "w", encoding="utf-8").close()
        return {"HOME": home, "PATH": os.environ["PATH"],
                "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def make_site(self):
        pages = peers.read(os.path.join(self.source, "content"))
        peers.html(pages, self.site)
        peers.write_info(pages, self.site + "/pages.info")
        peers.write_plain(pages, self.site + "/plain.txt")

    def steps(self, keys, command, *options):
        """Drives a program; a list of (key, figures) for each step."""
        done = subprocess.run(
            [self.drive, *options, *keys, "--", *command],
            env=self.environment, capture_output=True, text=True, check=True)
        lines = [line.split("\t") for line in done.stdout.splitlines()]
        return [(line[0], [float(at) for at in line[1:]]) for line in lines]

    def instructions(self, keys, command):
        """What a program executes with these keys, by callgrind's count."""
        out = os.path.join(self.work, "callgrind")
        log = os.path.join(self.work, "log")
        self.steps(keys, ["valgrind", "--tool=callgrind", "--quiet",
                          "--callgrind-out-file=" + out,
                          "--log-file=" + log, *command], "-q", "250")
        return counted(out)

    def plainly(self, command, *options):
        """The same for a program that needs no terminal."""
        out = os.path.join(self.work, "callgrind")
        subprocess.run(["valgrind", "--tool=callgrind", "--quiet",
                        "--callgrind-out-file=" + out, *options, *command],
                       check=True, env=self.environment,
                       stdout=subprocess.DEVNULL)
        return counted(out)

    # Instruction counts.

    def start_count(self, program):
        return self.instructions(quit_keys(program), program.command)

    def key_count(self, program, keys, times=1):
        """A key's share: with it, less without it."""
        first = program.keys.get("first", "").split()
        without = self.instructions(first + quit_keys(program),
                                    program.command)
        with_it = self.instructions(first + keys + quit_keys(program),
                                    program.command)
        return (with_it - without) / times

    def last_key_count(self, program, keys):
        """The last key's share; in the look-up, q is a letter."""
        end = (["0"] if "7" in keys else []) + quit_keys(program)
        return self.instructions(keys + end, program.command) - \
            self.instructions(keys[:-1] + end, program.command)

    def close(self):
        shutil.rmtree(self.work)


def say(words):
    print(words, file=sys.stderr, flush=True)


def quit_keys(program):
    return program.keys["quit"].split()


def counted(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"(?:summary|totals): (\d+)", line)
            if found:
                return int(found.group(1))
    raise RuntimeError("callgrind counted nothing")


# The figures that are counted, not timed: those of the budget.

HOURS_ASKED = 100000  # by bench/hours, counting what its sentences ask


def our_counts(bench):
    """name, count: the counts of textkiosk that a budget holds."""
    ours = bench.programs[0]
    yield "start", bench.start_count(ours)
    yield "focus-move", bench.key_count(ours, ["down*8"], 8)
    yield "page-turn", bench.last_key_count(ours, ["3", "space", "pgup",
                                                   "space"])
    yield "page-open", bench.last_key_count(ours, ["1", "0", "1"])
    yield "language-switch", bench.last_key_count(ours, ["9", "9", "9"])
    yield "look-up-key", bench.last_key_count(ours, ["7", "ö", "p"])
    yield "compile", bench.plainly(
        [os.path.join(bench.build, "textkiosk-compile"), "-o",
         os.path.join(bench.work, "book"),
         os.path.join(bench.source, "content")])
    yield "hours-answer", bench.plainly(
        [os.path.join(bench.build, "bench", "hours"),
         os.path.join(bench.build, "textkiosk.book")],
        "--toggle-collect=hours_at") / HOURS_ASKED
    yield "focus-move-bytes", most_bytes(bench, ours, ["down*11"], "down")
    yield "focus-move-bytes-reader", most_bytes(
        bench, ours, ["down*11"], "down", "--reader")
    yield "page-turn-bytes", most_bytes(bench, ours, ["3", "space"], "space")


def most_bytes(bench, program, keys, which, *options):
    steps = bench.steps(keys + quit_keys(program),
                        program.command + list(options))
    return max(at[0] for key, at in steps if key == which)


def read_budget(path):
    with open(path, encoding="utf-8") as lines:
        rows = (line.split() for line in lines if not line.startswith("#"))
        return {row[0]: float(row[1]) for row in rows if row}


def hold_budget(bench):
    """Whether no count is more than 5 % over its budget; TAP."""
    budget = read_budget(os.path.join(bench.source, "bench/budget"))
    print(f"1..{len(budget)}")
    held = True
    for number, (name, count) in enumerate(our_counts(bench), 1):
        fits = count <= budget[name] * OVER
        held = held and fits
        print(f"{'ok' if fits else 'not ok'} {number} - {name}: {count:.0f}"
              f" of {budget[name]:.0f}", flush=True)
    return held


# The table.

class Row:
    """A figure of every program that has it."""

    def __init__(self, what, unit, values, goal=""):
        self.what = what
        self.unit = unit
        self.values = values
        self.goal = goal

    def cells(self):
        ours = self.values.get("textkiosk")
        floor = self.values.get("floor")
        others = {name: at for name, at in self.values.items()
                  if name not in ("textkiosk", "floor") and at is not None}
        best = min(others, key=others.get) if others else None
        return [self.what, self.unit, number(ours), number(floor),
                f"{number(others[best])} {best}" if best else "-",
                ratio(ours, floor), ratio(ours, best and others[best]),
                self.goal]


def number(value):
    if value is None:
        return "-"
    if value >= 1e6:
        return f"{value / 1e6:.2f} M"
    if value >= 1e4:
        return f"{value / 1e3:.0f} k"
    return f"{value:.0f}" if value >= 10 else f"{value:.2f}"


def ratio(ours, other):
    return f"{ours / other:.2f}" if ours is not None and other else "-"


HEAD = ["figure", "unit", "ours", "floor", "best peer", "ours/floor",
        "ours/peer", "goal"]


def table(rows):
    cells = [HEAD] + [row.cells() for row in rows]
    widths = [max(len(at[i]) for at in cells) for i in range(len(HEAD))]
    for line in cells:
        print("  ".join(at.ljust(width)
                        for at, width in zip(line, widths)).rstrip())


def write_figures(rows, path):
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            for name, value in row.values.items():
                if value is not None:
                    out.write(f"{row.what}\t{row.unit}\t{name}\t{value}\n")


def step_figures(bench, program, quick):
    """Medians of bytes, of bytes against the least, and of milliseconds."""
    first = program.keys.get("first", "").split()
    keys = first + [program.keys["move"] + "*6"]
    if "open" in program.keys:
        there_and_back = [program.keys["open"], program.keys["back"]]
        keys += there_and_back * (2 if quick else 5)
        keys = first + there_and_back * (2 if quick else 5) + \
            [program.keys["move"] + "*6"]
    steps = bench.steps(keys + quit_keys(program), program.command)
    found = {}
    for name, key in (("move", "move"), ("open", "open"), ("back", "back")):
        mine = [at for k, at in steps[1 + len(first):]
                if k == program.keys.get(key) and at[1] > 0]
        found[name] = medians(mine)
    page = [program.keys["long"]] if "long" in program.keys else []
    steps = bench.steps(first + page + [program.keys["page"]] +
                        quit_keys(program), program.command)
    found["page"] = medians(
        [at for k, at in steps if k == program.keys["page"] and at[1] > 0])
    return found


def medians(steps):
    if not steps:
        return None
    return (statistics.median(at[0] for at in steps),
            statistics.median(at[0] / at[1] for at in steps),
            statistics.median(at[2] for at in steps))


def measure_keys(bench, quick):
    figures = {}
    for program in bench.programs:
        say(f"keys of {program.name}")
        figures[program.name] = step_figures(bench, program, quick)
    names = {"move": ("focus move", "≤ 70"), "page": ("page turn", ""),
             "open": ("open a page", ""), "back": ("back", "")}
    for key, (what, goal) in names.items():
        for index, unit, aim in ((0, "bytes", goal),
                                 (1, "bytes/least", "≤ 1.02"
                                  if key == "page" else ""),
                                 (2, "ms", "")):
            yield Row(what, unit, {
                name: at[key][index] if at[key] else None
                for name, at in figures.items()}, aim)


def measure_counts(bench, quick):
    chosen = [program for program in bench.programs
              if not quick or program.name in ("textkiosk", "floor", "w3m")]
    starts, moves, pages = {}, {}, {}
    for program in chosen:
        say(f"instructions of {program.name}")
        starts[program.name] = bench.start_count(program)
        moves[program.name] = bench.key_count(
            program, [program.keys["move"] + "*8"], 8)
        long = [program.keys["long"]] if "long" in program.keys else []
        turned = bench.key_count(program, long + [program.keys["page"]])
        opened = bench.key_count(program, long) if long else 0
        pages[program.name] = turned - opened
    yield Row("start, painted, end", "instructions", starts, "≤ 2.5 M")
    yield Row("focus move", "instructions", moves, "≤ 80 k")
    yield Row("page turn", "instructions", pages, "≤ 0.84 M")


def measure_ours(bench):
    say("instructions and bytes of textkiosk alone")
    for name, count in our_counts(bench):
        if name in ("page-open", "language-switch", "look-up-key", "compile",
                    "hours-answer", "focus-move-bytes-reader"):
            unit = "bytes" if "bytes" in name else "instructions"
            yield Row(name.replace("-", " "), unit, {"textkiosk": count})


def measure_starts(bench, quick):
    rounds = ROUNDS if quick else FULL_ROUNDS
    times = {program.name: [] for program in bench.programs}
    for turn in range(rounds):
        say(f"starts, round {turn + 1} of {rounds}")
        for program in bench.programs:
            steps = bench.steps(quit_keys(program), program.command)
            times[program.name].append(steps[0][1][2])
    yield Row("start to painted", "ms, median",
              {name: statistics.median(at) for name, at in times.items()})
    yield Row("start to painted", "ms, least",
              {name: min(at) for name, at in times.items()})


def measure_memory(bench, quick):
    for count in (1, 100):
        written, shared = {}, {}
        for program in bench.programs:
            say(f"memory of {count} × {program.name}")
            steps = bench.steps(["@memory"] + quit_keys(program),
                                program.command, "-n", str(count), "-q", "60")
            figures = dict(steps)["@memory"]
            shared[program.name], written[program.name] = figures
        side = "alone" if count == 1 else f"of {count} side by side"
        yield Row(f"memory {side}", "KiB, proportional", shared,
                  "≤ 480" if count > 1 else "")
        yield Row(f"memory {side}", "KiB, private", written)


def measure_idle(bench, quick):
    seconds = 10 if quick else 600
    say(f"idle for {seconds} s")
    sent, woken = {}, {}
    for program in bench.programs if quick else bench.programs[:2]:
        steps = dict(bench.steps([f"@idle={seconds}"] + quit_keys(program),
                                 program.command))
        sent[program.name], woken[program.name] = steps["@idle"]
    yield Row(f"idle for {seconds} s", "bytes", sent, "0")
    yield Row(f"idle for {seconds} s", "wake-ups", woken, "0")


def measure_escape(bench):
    say("a lone Esc")
    steps = bench.steps(["1", "esc"] * 7 + ["q"], bench.programs[0].command)
    yield Row("lone Esc", "ms, median", {"textkiosk": statistics.median(
        at[2] for key, at in steps if key == "esc")}, "≤ 30")


def measure_sizes(bench, quick):
    """Compiling, and starting on what came of it, whatever its size."""
    compile_ = os.path.join(bench.build, "textkiosk-compile")
    counts = {}
    for pages in (20, 5000) if quick else (20, 5000, 100000):
        say(f"a site of {pages} pages")
        folder = os.path.join(bench.work, f"pages-{pages}")
        book = folder + ".book"
        subprocess.run([os.path.join(bench.source, "bench/generate"),
                        str(pages), folder], check=True)
        took, peak = timed([compile_, "-o", book, folder])
        yield Row(f"compile {pages} pages", "s", {"textkiosk": took},
                  {20: "< 0.015", 5000: "< 1", 100000: "< 15"}[pages])
        allowed = 2 * os.path.getsize(book) / 1048576 + 16
        yield Row(f"compile {pages} pages", "MiB, peak",
                  {"textkiosk": peak}, f"≤ {allowed:.0f}")
        command = bench.programs[0].command[:-1] + [book]
        counts[pages] = bench.instructions(["q"], command)
        shutil.rmtree(folder)
    for pages, count in counts.items():
        yield Row(f"start on {pages} pages against 20", "ratio",
                  {"textkiosk": count / counts[20]}, "≤ 1.1")


def timed(command):
    """Seconds and peak memory in MiB; a warning is no failure."""
    done = subprocess.run(
        ["/usr/bin/env", "python3", "-c", TIMED, *command],
        capture_output=True, text=True, check=True)
    seconds, kibibytes = done.stdout.split()
    return float(seconds), float(kibibytes) / 1024


TIMED = """
import resource, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
took = time.perf_counter() - begun
print(took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


def measure_all(bench, quick):
    yield from measure_counts(bench, quick)
    yield from measure_ours(bench)
    yield from measure_keys(bench, quick)
    yield from measure_escape(bench)
    yield from measure_starts(bench, quick)
    yield from measure_memory(bench, quick)
    yield from measure_idle(bench, quick)
    yield from measure_sizes(bench, quick)


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n", 2)[1].strip())
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--budget", action="store_true")
    parser.add_argument("build")
    parser.add_argument("source")
    options = parser.parse_args()
    bench = Bench(options.build, options.source)
    try:
        if options.budget:
            return 0 if hold_budget(bench) else 1
        rows = list(measure_all(bench, options.quick))
    finally:
        bench.close()
    table(rows)
    write_figures(rows, os.path.join(bench.build, "FIGURES.tsv"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
