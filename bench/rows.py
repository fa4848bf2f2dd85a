# SPDX-License-Identifier: GPL-3.0-or-later
"""The measures: each yields rows of the table. Goals are those of the design;
they are of counts, but for the few times that a visitor or editor would feel.
"""

import functools
import os
import resource
import shutil
import statistics
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import counts
import peers
import programs
from programs import Hung, Site, Trouble
from table import FLOOR, OURS, Row, middle

KIB_OF_SESSIONS = 560 * 1024  # of a thousand together
QUICK_SIZES = (5000,)
SIZES = (200, 2000, 5000, 20000, 100000)
SLOW = ("links2", "elinks")  # under callgrind, or a hundred of them
WORD = "gatlyktan"  # no page has it; bench/find asks for the same


class Bench:
    """Who is measured, on what, how long; and what went wrong meanwhile."""

    def __init__(self, driver, source, quick, say):
        self.driver = driver
        self.source = source
        self.quick = quick
        self.say = say
        self.hung = set()
        self.ours = programs.ours(driver.build)
        # Whoever is not root may not ask how much a confined program has.
        self.readable = self.ours if os.geteuid() == 0 else \
            programs.ours(driver.build, "--unconfined")
        self.others, self.notes = programs.installed(
            programs.others(driver.build))
        self.real = self.make_site(
            os.path.join(source, "content"),
            os.path.join(driver.build, "textkiosk.book"),
            os.path.join(driver.work, "real"))
        self.made = self.generate(20)

    def all(self):
        return [self.ours] + self.others

    def counted(self):
        """All, as callgrind can run them: it makes calls of its own."""
        return [programs.ours(self.driver.build, "--unconfined")] + \
            self.others

    def quickly(self, among):
        """Without those that a quick run has no time for."""
        return [at for at in among if not self.quick or at.name not in SLOW]

    def make_site(self, content, book, folder):
        """Writes what peers read of a content folder."""
        peers.write(content, folder)
        return Site(folder, book, content)

    def generate(self, pages):
        """A site of so many pages, the same ones on every machine, with all
        that belongs to it in one folder."""
        self.say(f"making a site of {spaced(pages)} pages")
        home = os.path.join(self.driver.work, str(pages))
        os.mkdir(home)
        content, book = os.path.join(home, "content"), home + "/book"
        subprocess.run([os.path.join(self.source, "bench/generate"),
                        str(pages), content], check=True)
        self.compile(content, book)
        return self.make_site(content, book, os.path.join(home, "peers"))

    def compile(self, content, book):
        subprocess.run([os.path.join(self.driver.build, "textkiosk-compile"),
                        "-o", book, content], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def attempt(self, program, what, measure):
        """What it yields, or of a peer that does not, None and a note.

        A program that hung once is not waited for again.
        """
        if program.name in self.hung:
            return None
        try:
            return measure()
        except Trouble as trouble:
            if program.name in (OURS, FLOOR):
                raise
            if isinstance(trouble, Hung):
                self.hung.add(program.name)
            self.notes.append(f"{program.name}, {what}: {trouble}")
            return None

    def each(self, what, measure, among=None):
        """program name → what the measure yields of it."""
        found = {}
        for program in among or self.all():
            self.say(f"{what}: {program.name}")
            found[program.name] = self.attempt(
                program, what, lambda at=program: measure(at))
        return found


# Instructions.

def program_counts(bench, program):
    """Its instructions from start to end, and those of single keys."""
    def count(site, *keys):
        return bench.driver.instructions(
            program.first() + list(keys) + program.quit(),
            program.command(site))

    keys = program.keys
    start = count(bench.real)
    moves = count(bench.real, keys["move"] + "*8")
    linked = count(bench.made)
    opened = [keys["open"]] if "open" in keys else []
    page = count(bench.made, *opened) if opened else linked
    turned = count(bench.made, *opened, keys["page"])
    return {"start, painted, end": start, "focus move": (moves - start) / 8,
            "page turn": turned - page,
            "open a page": page - linked if opened else None}


def measure_counts(bench):
    """All programs, as many at once as there are processors."""
    among = bench.quickly(bench.counted())
    ours = counts.our_counts(bench.driver, bench.real, bench.source)
    if bench.quick:
        del ours["hours-answer"]  # a hundred thousand answers
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        tasks = {at.name: pool.submit(
            bench.attempt, at, "instructions",
            lambda at=at: program_counts(bench, at)) for at in among}
        alone = {name: pool.submit(count) for name, count in ours.items()}
        for name, task in [*tasks.items(), *alone.items()]:
            bench.say(f"counting instructions: {name}")
            task.result()
    found = {name: task.result() for name, task in tasks.items()}
    # A full page turned is to cost no more than it costs the floor.
    for what, goal in (("start, painted, end", 2.5e6), ("focus move", 80e3),
                       ("page turn", found[FLOOR]["page turn"]),
                       ("open a page", None)):
        yield Row(what, "instructions", {
            name: at[what] for name, at in found.items() if at}, goal)
    for name, what, goal in (("page-turn", "page turn, Vision", 0.84e6),
                             ("language-switch", "language switch", None),
                             ("look-up-key", "look-up, a letter", None),
                             ("hours-answer", "open or not", None),
                             ("compile", "compile the real content", None)):
        if name in alone:
            yield Row(what, "instructions",
                      {OURS: alone[name].result()}, goal)
    yield Row("focus move, reader style", "bytes",
              {OURS: alone["focus-move-bytes-reader"].result()}, 16)


# Keys.

def key_figures(steps, which):
    """The steps of one key that were answered."""
    return [at for key, at in steps[1:] if key == which and at[0] > 0]


def move_steps(bench, program):
    steps = bench.driver.steps(
        program.first() + [program.keys["move"] + "*8"] + program.quit(),
        program.command(bench.real))
    return key_figures(steps[len(program.first()):], program.keys["move"])


def visit_steps(bench, program):
    """There and back, then a page turn: figures of these three."""
    keys = program.keys
    times = 3 if bench.quick else 10
    there = [keys["open"], keys["back"]] * times if "open" in keys else []
    last = [keys["open"]] if there else []
    steps = bench.driver.steps(
        program.first() + there + last + [keys["page"]] + program.quit(),
        program.command(bench.made))
    return {"open a page": key_figures(steps, keys.get("open")),
            "back": key_figures(steps, keys.get("back")),
            "page turn": key_figures(steps, keys["page"])}


def rows_of_steps(what, found, goals):
    found = {name: steps for name, steps in found.items() if steps}
    yield Row(what, "bytes", {
        name: statistics.median(at[0] for at in steps)
        for name, steps in found.items()}, goals.get("bytes"))
    yield Row(what, "bytes/least", {
        name: statistics.median(at[0] / at[1] for at in steps if at[1] > 0)
        for name, steps in found.items() if any(at[1] for at in steps)},
        goals.get("bytes/least"))
    yield Row(what, "ms", {name: middle([at[2] for at in steps])
                           for name, steps in found.items()})


def vision_steps(bench):
    """The one long screen of the real content; its second half is short."""
    return key_figures(bench.driver.steps(
        ["3", "space", "q"], bench.ours.command(bench.real)), "space")


def measure_keys(bench):
    moves = bench.each("focus move", lambda at: move_steps(bench, at))
    yield from rows_of_steps("focus move", moves, {"bytes": 70})
    visits = bench.each("pages", lambda at: visit_steps(bench, at))
    for what, goals in (("page turn", {"bytes/least": 1.02}),
                        ("open a page", {}), ("back", {})):
        yield from rows_of_steps(what, {
            name: steps and steps[what] for name, steps in visits.items()},
            goals)
    yield from rows_of_steps("page turn, Vision",
                             {OURS: vision_steps(bench)},
                             {"bytes/least": 1.02})


def measure_escape(bench):
    def milliseconds(program):
        command = program.command(bench.real)
        keys = [*program.keys["escape"].split(), "@kill"]
        rounds = [bench.driver.steps(keys, command)[-2][1] for _ in range(5)]
        answered = [at[2] for at in rounds if at[0] > 0]
        return middle(answered) if answered else None

    among = [at for at in bench.all() if "escape" in at.keys]
    yield Row("lone Esc", "ms", bench.each("lone Esc", milliseconds, among),
              30)


# Starting.

def measure_starts(bench):
    rounds = 9 if bench.quick else 31
    times = {program.name: [] for program in bench.all()}
    sent = {}
    for turn in range(rounds):
        bench.say(f"starts: round {turn + 1} of {rounds}")
        for program in bench.all():
            steps = bench.attempt(program, "start", lambda at=program:
                                  bench.driver.steps(at.quit(), at.command(
                                      bench.real)))
            if steps:
                times[program.name].append(steps[0][1][2])
                sent[program.name] = steps[0][1][0]
    yield Row("start to painted", "bytes", sent)
    yield Row("start to painted", "ms", {
        name: middle(at) for name, at in times.items() if at})


@functools.cache
def busy_ms(bench, program, site):
    """Processor time until it rests after its start."""
    rounds = [dict(bench.driver.steps(["@busy"] + program.quit(),
                                      program.command(site)))["@busy"][0]
              for _ in range(3)]
    return statistics.median(rounds)


def measure_size(bench, pages):
    """A start on a site of that size, against one of 20 pages."""
    site = bench.generate(pages)

    def against_20(program):
        return busy_ms(bench, program, site) / \
            busy_ms(bench, program, bench.made)

    def counted_against_20(program):
        end = program.quit()
        return bench.driver.instructions(end, program.command(site)) / \
            bench.driver.instructions(end, program.command(bench.made))

    what = f"start with {spaced(pages)} pages against 20"
    yield Row(what, "× instructions",
              bench.each(what, counted_against_20, bench.counted()[:2]), 1.1)
    yield Row(what, "× processor time", bench.each(what, against_20))
    yield from measure_compile(bench, site, pages)
    if pages == 5000:
        yield from measure_word(bench, site)
    shutil.rmtree(os.path.dirname(site.folder))


def spaced(number):
    return f"{number:,}".replace(",", " ")


# Compiling.

COMPILE_GOALS = {20: 15, 5000: 1000, 100000: 15000}


def measure_compile(bench, site, pages):
    """Compiling by itself; then with the waits that make it safe on a disk."""
    bench.say(f"compiling {spaced(pages)} pages")
    rounds = 15 if pages < 1000 else \
        1 if bench.quick or pages > 5000 else 3
    size = sum(at.stat().st_size
               for at in os.scandir(os.path.join(site.content, "pages")))
    took, busy = zip(*[timed(lambda: bench.compile(site.content, "-"))
                       for _ in range(rounds)])
    what = f"compile {spaced(pages)} pages"
    yield Row(what, "ms", {OURS: middle(took)},
              COMPILE_GOALS.get(pages))
    yield Row(what, "ms of processor", {OURS: middle(busy)})
    yield Row(what, "MB/s", {
        OURS: size / 1e3 / statistics.median(took)})
    if pages <= 5000:
        placed = [timed(lambda: bench.compile(site.content, site.book))[0]
                  for _ in range(rounds)]
        yield Row(what + " and put in place", "ms",
                  {OURS: middle(placed)})


def timed(action):
    """Milliseconds that passed, and those of processor that children used."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    action()
    took = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1e3 * took, 1e3 * (after.ru_utime - before.ru_utime +
                              after.ru_stime - before.ru_stime)


# Looking for a word.

def search_command(program, site):
    """A program with all pages before it at once."""
    if program.name == "less":
        return ["less", site.path("plain.txt")]
    return [program.name, *program.command(site)[1:-1],
            site.path("all.html")]


def measure_word(bench, site):
    less = programs.Program("less", "less", None, quit="q")
    able = ["lynx", "w3m"] if bench.quick else ["lynx", "w3m", "links2",
                                                "elinks"]
    among, missing = programs.installed(
        [at for at in bench.others if at.name in able] + [less])
    bench.notes.extend(missing)
    peers.write_all(site.content, site.folder)

    def milliseconds(program):
        steps = bench.driver.steps(["/", WORD, "enter"],
                                   search_command(program, site))
        return steps[3][1][2] or None

    bench.say("an absent word: textkiosk")
    ours = bench.driver.named("find", site.book)
    found = bench.each("an absent word", milliseconds, among)
    what = "absent word in 5 000 pages"
    yield Row(what, "ms", {OURS: ours["warm-ms"],
                           FLOOR: ours["memmem-ms"], **found}, 8)
    yield Row(what + ", first", "ms", {OURS: ours["first-ms"]}, 20)


# Memory.

def measure_memory(bench):
    alone = [bench.readable] + bench.others
    for count, among in ((1, alone), (100, bench.quickly(alone))):
        what = "memory alone" if count == 1 else \
            f"memory of {count} side by side"
        found = bench.each(what, lambda program: dict(bench.driver.steps(
            ["@memory"] + program.quit(), program.command(bench.real),
            f"-n{count}", "-q60"))["@memory"], among)
        found = {name: at for name, at in found.items() if at}
        yield Row(what, "KiB, proportional",
                  {name: at[0] for name, at in found.items()})
        yield Row(what, "KiB, private",
                  {name: at[1] for name, at in found.items()},
                  480 if count > 1 else None)


SESSIONS = 1000


def measure_sessions(bench):
    among = [bench.readable] if bench.quick else \
        [bench.readable, bench.others[0]]
    seconds = "5" if bench.quick else "10"

    def figures(program):
        return bench.driver.named(
            "sessions", str(SESSIONS), seconds, *program.keys["visit"].split(),
            "--", *program.command(bench.real))

    found = bench.each(f"{SESSIONS} sessions", figures, among)
    what = f"{spaced(SESSIONS)} sessions"
    for name, words, unit, goal in (
            ("painted-ms", ", all painted", "ms", 3000),
            ("machine-kib", ", whole machine", "KiB each",
             KIB_OF_SESSIONS / SESSIONS),
            ("used-kib", ", whole machine, added up", "KiB each", None),
            ("private-kib", ", private", "KiB each", 480),
            ("core-percent", ", a key a second", "% of a core", 40),
            ("answer-ms", ", answer", "ms", None),
            ("answer-ms-99", ", answer, slowest in 100", "ms", None)):
        yield Row(what + words, unit, {
            program: at.get(name) for program, at in found.items() if at},
            goal)


# Idle: it waits beside all else.

class Idle:
    def __init__(self, bench):
        self.bench = bench
        self.seconds = 10 if bench.quick else 600
        self.pool = ThreadPoolExecutor(len(bench.all()))
        self.tasks = {program.name: self.pool.submit(
            bench.attempt, program, "idle", lambda at=program: self.wait(at))
            for program in bench.all()}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.pool.shutdown()

    def wait(self, program):
        steps = self.bench.driver.steps(
            [f"@idle={self.seconds}"] + program.quit(),
            program.command(self.bench.real),
            deadline=self.seconds + programs.DEADLINE)
        return dict(steps)["@idle"]

    def rows(self):
        self.bench.say(f"idle for {self.seconds} s")
        found = {name: task.result() for name, task in self.tasks.items()}
        found = {name: at for name, at in found.items() if at}
        what = f"idle for {self.seconds} s"
        yield Row(what, "bytes", {name: at[0] for name, at in found.items()},
                  0)
        yield Row(what, "wake-ups",
                  {name: at[1] for name, at in found.items()}, 0)


def measure_all(bench):
    with Idle(bench) as idle:
        yield from measure_counts(bench)
        yield from measure_keys(bench)
        yield from measure_escape(bench)
        yield from measure_starts(bench)
        yield from measure_memory(bench)
        yield from measure_compile(bench, bench.made, 20)
        for pages in QUICK_SIZES if bench.quick else SIZES:
            yield from measure_size(bench, pages)
        yield from idle.rows()
        yield from measure_sessions(bench)
