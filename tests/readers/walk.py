# SPDX-License-Identifier: GPL-3.0-or-later
"""What a real screen reader says, key by key: walk.py READER KEYS [SEED].

First every row of every screen by Down, and back by Up, in Swedish; then KEYS
at random. At a move to the next row the words said are exactly that row's; at
a repaint the row of the cursor is said whole. TAP.
"""
import random
import sys

import listen

READERS = {
    "yasr": listen.Yasr,
    "fenrir": listen.Fenrir,
    "brltty": listen.Brltty,
}
COMMAND = ["./textkiosk", "--reader", "--lang=sv", "--now=2026-11-24T10:00"]
BOOK = "textkiosk.book"
QUIT = "Avsluta"  # chosen, it would end the walk
DOWN, UP, END, HOME = b"\x1b[B", b"\x1b[A", b"\x1b[F", b"\x1b[H"
# A person does not press the next key before the first word.
RANDOM_KEYS = [DOWN] * 8 + [UP] * 5 + [END, HOME, b"\x7f", b"9", b"\r"]
RANDOM_KEYS += [b"0", b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"8"]


class Walk:
    def __init__(self, reader, shadow):
        self.reader, self.shadow = reader, shadow
        self.keys = self.moves = self.repaints = self.wrong = 0

    def begin(self):
        """Until the first screen has been said, after whatever greeting."""
        shown, row = self.shadow.look()
        for _ in range(10):
            if listen.words(shown[row]) in listen.words(self.reader.heard()):
                return

    def complain(self, key, row, said):
        self.wrong += 1
        if self.wrong <= 20:
            print(f"# {key!r}: {row.strip()!r}, said {said.strip()!r}")

    def judge(self, key, before, now, said):
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
        if self.reader.changes_only and shown[new] in rows:
            return True
        # yasr takes a sign drawn for the echo of the key just pressed.
        echo = key.decode("ascii", "replace")
        return row in heard or row.replace(echo, "") in heard

    def press(self, key):
        before = self.shadow.look()
        self.shadow.press(key)
        now = self.shadow.look()
        still = before == now
        self.reader.press(key)
        said = self.reader.heard(0.5 if still else listen.PATIENCE)
        self.keys += 1
        if not self.judge(key, before, now, said):
            self.complain(key, now[0][now[1]], said)
        return not still

    def every_row(self):
        """Down to the last row of a screen, and up again."""
        rows = 0
        while self.press(DOWN):
            rows += 1
        for _ in range(rows):
            self.press(UP)


def screens():
    """The numbers of all screens, as they stand in the dump."""
    import subprocess

    dump = subprocess.run(
        COMMAND + ["--dump", BOOK], capture_output=True, check=True
    ).stdout.decode()
    heads = [block.split("\n")[0] for block in ("\n" + dump).split("\n\n")]
    numbers = [head.strip().split(" ")[0] for head in heads]
    return [n for n in numbers if n.isdigit() and n[0] == "0"]


def walk_rows(walk):
    for number in screens():
        for digit in number:
            walk.press(digit.encode())
        walk.every_row()


def walk_random(walk, keys, seed):
    chance = random.Random(seed)
    for _ in range(keys):
        key = chance.choice(RANDOM_KEYS)
        shown, row = walk.shadow.look()
        if key == b"\r" and shown[row].startswith(QUIT):
            key = UP
        walk.press(key)


def report(number, what, walk):
    verdict = "not ok" if walk.wrong else "ok"
    print(
        f"{verdict} {number} - {what}: {walk.keys} keys, {walk.moves} moves, "
        f"{walk.repaints} repaints, {walk.wrong} wrong",
        flush=True,
    )


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
    rows, chance = Walk(reader, screen), Walk(reader, screen)
    print("1..2")
    try:
        rows.begin()
        walk_rows(rows)
        report(1, f"{reader.name}, every row of every screen", rows)
        walk_random(chance, int(keys), int(seed))
        report(2, f"{reader.name}, keys at random", chance)
    finally:
        reader.stop()
        screen.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
