# SPDX-License-Identifier: GPL-3.0-or-later
"""What a real screen reader says, key by key: walk.py READER KEYS [SEED].

First every row of every screen by Down, and back by Up, in Swedish; then what
people come for (tasks.py); then windows of other sizes; then, with
READER_PAIRS, every pair of screens that a digit, Backspace, 9 or 0 joins; then
KEYS at random. At a move to the next row the words said are exactly that row's;
at a repaint the row of the cursor is said whole; at another size, once. TAP.

READER_FIGURES names a file to which one line a walk is added: the columns of
proven.tsv, and a digest of all that was said, by which runs are compared.
"""
import hashlib
import os
import random
import re
import subprocess
import sys

import listen
import tasks

READERS = {
    "yasr": listen.Yasr,
    "fenrir": listen.Fenrir,
    "brltty": listen.Brltty,
}
COMMAND = ["./textkiosk", "--reader", "--lang=sv", "--now=2026-11-24T10:00"]
BOOK = "textkiosk.book"
ENGLISH = "9 In English"  # on the start screen, in Swedish
STYLE = "Vanlig skärm|Ordinary screen"  # chosen, reader style is left
SCREEN_STYLE = "  9 (In English|På svenska)$"  # in its first row
QUIT = "Avsluta|Quit"  # chosen, the walk is at its end
DOWN, UP, END, HOME = b"\x1b[B", b"\x1b[A", b"\x1b[F", b"\x1b[H"
BACK = b"\x7f"
# A person does not press the next key before the first word.
RANDOM_KEYS = [DOWN] * 8 + [UP] * 5 + [END, HOME, BACK, b"9", b"\r"]
RANDOM_KEYS += [b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"8"]


# Of a window, from one to the next; the last is the usual one.
SIZES = ((40, 12), (20, 6), (64, 24), (132, 43), (80, 25), (80, 24))
# Screens, and how far down the focus is when the window gets another size.
RESIZED = (("0", 4), ("0", 12), ("03", 8), ("075", 3), ("081", 9))


class Walk:
    def __init__(self, reader, shadow):
        self.reader, self.shadow = reader, shadow
        self.keys = self.moves = self.repaints = self.wrong = 0
        self.resizes = 0
        self.silent = 0  # repaints of a row that is no news to the reader
        self.said = hashlib.sha256()
        self.said_last = ""

    def begin(self):
        """Until the first screen has been said, after whatever greeting."""
        shown, row = self.shadow.look()
        for _ in range(10):
            if listen.words(shown[row]) in listen.words(self.reader.heard()):
                return

    def complain(self, what, key, row, said):
        if self.wrong + self.silent <= 40:
            said = " ".join(said.split())
            print(f"# {what} {key!r}: {row.strip()!r}, said {said!r}")

    def fail(self, what):
        self.wrong += 1
        print(f"# {what}: said {self.said_last!r}")

    def is_right(self, key, before, now, said):
        """Whether what was said is what is to be said."""
        (rows, old), (shown, new) = before, now
        row = listen.words(shown[new], self.reader.spelled)
        heard = listen.words(said)
        if self.reader.window and listen.words(self.reader.window) != row:
            return False
        if rows == shown and old == new:
            return heard in ("", row)  # a bell; Fenrir says the row again
        if rows == shown and abs(new - old) == 1:
            self.moves += 1
            return heard == row
        self.repaints += 1
        # yasr takes a sign drawn for the echo of the key just pressed.
        echo = key.decode("ascii", "replace")
        return row in heard or row.replace(echo, "") in heard

    def is_no_news(self, before, now):
        """A reader of changes alone: the row stood on the screen before."""
        (rows, _), (shown, new) = before, now
        stood = [row.rstrip() for row in rows]
        return (
            self.reader.changes_only
            and rows != shown
            and shown[new].rstrip() in stood
        )

    def judge(self, key, before, now, said):
        row = now[0][now[1]]
        self.said.update(listen.words(said).encode() + b"\n")
        self.said_last = said
        if self.is_right(key, before, now, said):
            return
        if self.is_no_news(before, now):
            self.silent += 1
            self.complain("not again", key, row, said)
        else:
            self.wrong += 1
            self.complain("wrong", key, row, said)

    def press(self, key):
        before = self.shadow.look()
        self.shadow.press(key)
        now = self.shadow.look()
        still = before == now
        self.reader.press(key)
        said = self.reader.heard(0.5 if still else listen.PATIENCE)
        self.keys += 1
        self.judge(key, before, now, said)
        return not still

    def resize(self, size):
        """The row of the cursor is said whole, and not twice."""
        before = self.shadow.look()
        self.shadow.resize(*size)
        now = self.shadow.look()
        self.reader.resize(*size)
        said = self.reader.heard()
        self.resizes += 1
        row = now[0][now[1]]
        shown = listen.words("\n".join(now[0]))
        heard, wanted = listen.words(said), listen.words(row)
        if 1 <= heard.count(wanted) <= shown.count(wanted):
            return
        if wanted not in heard and self.is_no_news(before, now):
            self.silent += 1
            return
        self.wrong += 1
        self.complain("wrong", size, row, said)

    def every_row(self):
        """Down to the last row of a screen, and up again."""
        rows = 0
        while self.press(DOWN):
            rows += 1
        for _ in range(rows):
            self.press(UP)


def screens():
    """Of all screens the number, and the digits of the items, by the dump."""
    dump = subprocess.run(
        COMMAND + ["--dump", BOOK], capture_output=True, check=True
    ).stdout.decode()
    found = []
    for block in re.split("\n\n(?=0)", dump):
        digits = re.findall(f"(?m)^([1-8]) (?!(?:{STYLE}))", block)
        found.append((block.split()[0], sorted(set(digits))))
    return found


def go(walk, number):
    """To a screen by its number, in Swedish whatever was chosen before."""
    walk.press(b"0")
    if not any(row.startswith(ENGLISH) for row in walk.shadow.look()[0]):
        walk.press(b"9")
    for digit in number[1:]:
        walk.press(digit.encode())


def walk_rows(walk):
    letters = ["07" + str(row) for row in range(1, 9)]
    for number in [number for number, _ in screens()] + letters:
        go(walk, number)
        walk.every_row()


def title(walk):
    return next(row for row in walk.shadow.look()[0] if row.strip())


def walk_pairs(walk):
    """Every digit of every screen and the way back, 9 and 9 again, 0."""
    for number, digits in screens():
        go(walk, number)
        for digit in digits:
            here = title(walk)
            walk.press(digit.encode())
            # A setting is taken back by the same key.
            same = title(walk) == here
            walk.press(digit.encode() if same else BACK)
        go(walk, number)
        walk.press(b"9")
        walk.press(b"9")


def walk_sizes(walk):
    for number, down in RESIZED:
        go(walk, number)
        for _ in range(down):
            walk.press(DOWN)
        for size in SIZES:
            walk.resize(size)


def report_sizes(walk):
    name = walk.reader.name
    if not walk.reader.resizable:
        print(f"ok - {name}, sizes # SKIP {name} tells of no other size")
        return
    print(
        f"{'not ok' if walk.wrong else 'ok'} - {name}, sizes: "
        f"{walk.resizes} windows, {walk.silent} not said again, "
        f"{walk.wrong} wrong",
        flush=True,
    )


def walk_random(walk, keys, seed):
    chance = random.Random(seed)
    while walk.keys < keys:
        key = chance.choice(RANDOM_KEYS)
        shown, row = walk.shadow.look()
        if re.search(SCREEN_STYLE, shown[0].rstrip()):
            key = b"*"
        elif key == b"\r" and re.match(QUIT, shown[row]):
            key = UP
        walk.press(key)


def report(what, walk):
    """One line of TAP, and one of figures."""
    verdict = "not ok" if walk.wrong else "ok"
    print(
        f"{verdict} - {walk.reader.name}, {what}: "
        f"{walk.keys} keys, {walk.moves} moves, {walk.repaints} repaints, "
        f"{walk.silent} not said again, {walk.wrong} wrong",
        flush=True,
    )
    if os.environ.get("READER_FIGURES"):
        figures = [walk.reader.name, walk.reader.version(), what, walk.keys]
        figures += [walk.moves, walk.repaints, walk.silent, walk.wrong]
        figures.append(walk.said.hexdigest()[:16])
        with open(os.environ["READER_FIGURES"], "a") as table:
            table.write("\t".join(map(str, figures)) + "\n")


def main(name, keys, seed=1):
    kind = READERS[name]
    try:
        import shadow
    except ImportError:
        print("1..0 # SKIP python3-pyte is not installed")
        return
    if kind.lacks():
        print(f"1..0 # SKIP {kind.lacks()}")
        return
    screen = shadow.Shadow(COMMAND + [BOOK])
    reader = kind(COMMAND + [BOOK])
    try:
        rows = Walk(reader, screen)
        rows.begin()
        walk_rows(rows)
        report("every row", rows)
        doing = Walk(reader, screen)
        tasks.walk_tasks(doing, go)
        report("tasks", doing)
        sizes = Walk(reader, screen)
        if reader.resizable:
            walk_sizes(sizes)
        report_sizes(sizes)
        if os.environ.get("READER_PAIRS"):
            pairs = Walk(reader, screen)
            walk_pairs(pairs)
            report("every pair", pairs)
        chance = Walk(reader, screen)
        walk_random(chance, int(keys), int(seed))
        report("at random", chance)
    finally:
        reader.stop()
        screen.stop()
    print("1..5" if os.environ.get("READER_PAIRS") else "1..4")


if __name__ == "__main__":
    main(*sys.argv[1:])
