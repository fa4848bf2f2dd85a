# SPDX-License-Identifier: GPL-3.0-or-later
"""A braille display under BRLTTY: its routing keys move the focus, no more.

A routing key is to bring the cursor to its cell: BRLTTY presses Up and Down
until the row is right, then Left and Right. In the first the program follows;
the others it ignores, so nothing is ever opened or left by them.

Every row of a screen is routed to, in several cells; afterwards every
character of the screen is as it was, and the focus is on that row. A row that
holds nothing cannot have it: then it is on the nearest that does; and below a
screenful that is not the last, Down leads on in the same text. TAP.
"""
import itertools
import os
import re
import time

import listen
import walk

ROUTING = 6.0  # seconds in which BRLTTY comes to a row
TRIES = 3  # on a busy machine BRLTTY gives up on its way, as it may
STILL = 0.1  # … seconds in which it presses Right, and it would be seen

LAST_CELL = 39  # of the display; no row of reader style reaches so far
LANGUAGES = (("sv", ()), ("en", (b"9",)))  # and the key that leads there
# A name, the keys that lead there from start, the size of the window.
SCREENS = (
    ("start", "", (80, 24)),
    ("hours", "1", (80, 24)),
    ("the look-up's letters", "7", (80, 24)),
    ("letters with many words", "75", (80, 24)),
    ("what a word finds", "kom", (80, 24)),
    ("settings", "81", (80, 24)),
    ("start", "", (40, 12)),
    ("a text of some screenfuls", "3", (40, 12)),
)


def keys_of(characters):
    return [character.encode() for character in characters]


def cells_of(text):
    """The first, one in the middle, the last, and one beyond the text."""
    last = max(len(text) - 1, 0)
    return sorted({0, last // 2, last, LAST_CELL})


def rows_of(screen):
    """Of each row that is routed to the row that has the focus then.

    The first row holds nothing when all stands a row lower; of those below
    the text, the next one and the last stand for all.
    """
    held = [row for row, text in enumerate(screen) if text]
    below = range(held[-1] + 1, len(screen))
    rows = {row: row for row in held}
    rows.update({row: held[0] for row in range(held[0])})
    rows.update({row: held[-1] for row in {*below[:1], *below[-1:]}})
    return rows


class Routing(listen.Brltty):
    """BRLTTY with the routing keys of its display, and a log of what it does.

    It reads a key at a time, and of two that come together the second when a
    third comes: so the log is waited for before the next is pressed.
    """

    logs = "debug,csrrtg"

    @classmethod
    def lacks(cls):
        if os.path.exists("/dev/vcsu"):
            return super().lacks()
        return super().lacks() or "the kernel shows no text of its consoles"

    def start(self, command):
        self.shown = None  # the row to which the display was brought last
        super().start(command)
        self.await_log(0, "received: cells 40")

    def log_size(self):
        return os.path.getsize(os.path.join(self.folder, "log"))

    def await_log(self, begin, pattern):
        """What is logged from there on and matches; None: it is not."""
        end = time.monotonic() + listen.PATIENCE
        while time.monotonic() < end:
            with open(os.path.join(self.folder, "log"), "rb") as log:
                log.seek(begin)
                found = re.search(pattern.encode(), log.read())
            if found:
                return found
            self.drain()
            time.sleep(0.01)
        return None

    def obeys(self, key):
        begin = self.log_size()
        self.command(key)
        return self.await_log(begin, f"received: {key}\n")

    def shows(self, row):
        """Brought there last, it follows the focus, which is there as well."""
        return self.shown == self.cursor_row() == row

    def route(self, row, cell):
        """The routing key over a cell, counted from 0; False: not followed.

        The driver knows no routing key 0: as the cursor always is in the first
        cell, it would do what "bring the cursor to this line" does.
        """
        if not self.shows(row):
            if not self.obeys(f"GOTOLINE {row}" if row else "TOP"):
                return False
            self.shown = row
        begin = self.log_size()
        if not self.obeys(f"ROUTE {cell}" if cell else "CSRJMP_VERT"):
            return False
        return self.await_log(begin, rf"routing: to: \[-1,{row}\]")

    def screen(self):
        """The rows, as the kernel has them: four bytes a cell."""
        with open(f"/dev/vcsu{self.number}", "rb") as console:
            text = console.read().decode("utf-32-le")
        cells = range(0, len(text), self.cols)
        return [text[cell : cell + self.cols].rstrip() for cell in cells]


class Display:
    """A visit with a display, screen by screen."""

    def __init__(self, size):
        self.reader = Routing(walk.COMMAND + [walk.BOOK], *size)
        self.reader.heard()
        self.tried = self.wrong = 0

    def open(self, keys):
        for key in keys:
            self.reader.press(key)
            self.reader.heard()

    def focus_comes(self, row):
        """Whether the cursor comes to that row, and stays."""
        end = time.monotonic() + ROUTING
        while self.reader.cursor_row() != row and time.monotonic() < end:
            time.sleep(0.02)
        time.sleep(STILL)
        return self.reader.cursor_row() == row

    def route(self, row, cell, focus, screen):
        self.tried += 1
        for _ in range(TRIES):
            if self.reader.route(row, cell) and self.focus_comes(focus):
                break
        else:
            self.complain(row, cell, f"the focus is not on row {focus}")
        if self.reader.screen() != screen:
            self.complain(row, cell, "the screen has changed")

    def complain(self, row, cell, what):
        self.wrong += 1
        now = self.reader.cursor_row()
        print(f"# row {row}, cell {cell}: {what}; it is on row {now}")

    def text(self, key):
        """What holds something of the screen to which a key leads."""
        self.open([key])
        return [text for text in self.reader.screen() if text]

    def every_row(self):
        """All rows, in an order in which most are not the next one."""
        first = self.text(walk.HOME)
        more = self.text(walk.END) != first
        self.text(walk.HOME)
        screen = self.reader.screen()
        rows = rows_of(screen)
        below = [row for row in rows if row > rows[row]]
        order = [row for row in rows if not (more and row in below)]
        for row in order[::2] + order[1::2][::-1]:
            for cell in cells_of(screen[row]):
                self.route(row, cell, rows[row], screen)
        if more:
            self.reads_on(below[0], first)

    def reads_on(self, row, first):
        """Into the next screenful of the same text, of which nothing opens."""
        self.tried += 1
        self.reader.route(row, LAST_CELL)
        self.reader.heard()
        if self.text(walk.HOME) != first:
            self.complain(row, LAST_CELL, "another screen was opened")


def listen_to(size, screens):
    """One line of TAP for every screen and language."""
    display = Display(size)
    try:
        for (name, keys), (language, switch) in itertools.product(
            screens, LANGUAGES
        ):
            display.open([b"0", *switch, *keys_of(keys)])
            display.tried = display.wrong = 0
            display.every_row()
            print(
                f"{'not ok' if display.wrong else 'ok'} - routing, {name}, "
                f"{language}, {size[0]}x{size[1]}: {display.tried} cells, "
                f"{display.wrong} wrong",
                flush=True,
            )
            display.open([b"0", *switch])
    finally:
        display.reader.stop()


def main():
    lacks = Routing.lacks()
    if lacks:
        print(f"1..0 # SKIP {lacks}")
        return
    for size, group in itertools.groupby(SCREENS, lambda screen: screen[2]):
        listen_to(size, [screen[:2] for screen in group])
    print(f"1..{len(SCREENS) * len(LANGUAGES)}")


if __name__ == "__main__":
    main()
