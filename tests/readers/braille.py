# SPDX-License-Identifier: GPL-3.0-or-later
"""A braille display under BRLTTY: its routing keys move the focus, no more.

A routing key is to bring the cursor to its cell: BRLTTY presses Up and Down
until the row is right, then Left and Right. In the first the program follows;
the others it ignores, so nothing is ever opened or left by them. TAP.
"""
import time

import listen
import walk

CELLS = (1, 8, 39)  # counted from 1
ROUTING = 6.0  # seconds in which BRLTTY comes to a row
TRIES = 3  # on a busy machine BRLTTY gives up on its way, as it may
GIVING_UP = 1.5  # … and in which it stops to press Right


def reaches(reader, row):
    """Whether the cursor comes to that row, and stays."""
    end = time.monotonic() + ROUTING
    while reader.cursor_row() != row and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(GIVING_UP)
    return reader.cursor_row() == row


def shows(reader, good):
    """Whether the display comes to show a window that is good."""
    end = time.monotonic() + listen.PATIENCE
    while not (reader.window and good(reader.window)):
        if time.monotonic() > end:
            return False
        reader.heard(0.1)
    return True


def route(reader, row, cell):
    """From the first row of start; True when that row, unopened, has focus."""
    for key in (b"4", b"0"):
        reader.press(key)
        reader.heard()
    # On a busy machine the display comes to the title when all is said.
    if not shows(reader, lambda window: window.startswith("Hallsbergs kommun")):
        return False
    first = reader.cursor_row()
    for _ in range(row):
        before = reader.window
        reader.command("LNDN")
        if not shows(reader, lambda window: window != before):
            return False
    window = reader.window
    reader.command(f"ROUTE {cell}")
    return reaches(reader, first + row) and reader.window == window


def main():
    lacks = listen.Brltty.lacks()
    if lacks:
        print(f"1..0 # SKIP {lacks}")
        return
    reader = listen.Brltty(walk.COMMAND + [walk.BOOK])
    number = 0
    try:
        reader.heard()
        for row in (1, 3, 6, 14):
            for cell in CELLS:
                number += 1
                good = any(route(reader, row, cell) for _ in range(TRIES))
                print(
                    f"{'ok' if good else 'not ok'} {number} - "
                    f"routing to row {row}, cell {cell}: {reader.window}",
                    flush=True,
                )
    finally:
        reader.stop()
    print(f"1..{number}")


if __name__ == "__main__":
    main()
