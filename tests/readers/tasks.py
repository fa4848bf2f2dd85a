# SPDX-License-Identifier: GPL-3.0-or-later
"""Five tasks from the start screen, as somebody who only hears does them.

By arrows, End and Enter: at the end the cursor, and with it the braille
display, is on the answer. By digits: how many words are said until it has
been said, of the screens on the way their titles alone, for the next key cuts
the rest short. The answers are those of an ordinary day.
"""
import collections

import listen

DOWN, UP, END, ENTER = b"\x1b[B", b"\x1b[A", b"\x1b[F", b"\r"
# Most keys and most words: as in the project's promises. None: not counted.
Task = collections.namedtuple("Task", "what arrows digits words answer")
TASKS = (
    Task("phone", [DOWN] * 2, b"2", 8, "Telefon: 0582 68 50 00"),
    Task(
        "today's hours",
        [DOWN] * 3 + [ENTER, DOWN],
        b"1",
        10,
        "Öppet nu. Stänger kl. 17.",
    ),
    Task(
        "the text under Öppenhet",
        [DOWN] * 6 + [ENTER, END, UP, ENTER, DOWN],
        b"43",
        14,
        "I dialog med invånare och näringsliv",
    ),
    Task("English", [END, UP, UP, UP, ENTER], b"9", None, "9 På svenska"),
    Task(
        "the look-up's Ö",
        [END] + [UP] * 5 + [ENTER, END, UP, UP, UP, ENTER],
        b"78",
        None,
        "V W X Y Z Å Ä Ö,",
    ),
)


def count(text):
    return sum(any(c.isalnum() for c in word) for word in text.split())


def words_until(answer, said):
    """As many as are said up to the answer's last; None: it is not said."""
    wanted = listen.words(answer)
    spoken = said.split()
    for number in range(1, len(spoken) + 1):
        if wanted in listen.words(" ".join(spoken[:number])):
            return count(" ".join(spoken[:number]))
    return None


def by_arrows(walk, task):
    """Whether at its end there is the answer, for the eye, the finger and the ear."""
    for key in task.arrows:
        walk.press(key)
    shown, row = walk.shadow.look()
    window = walk.reader.window
    return shown[row].startswith(task.answer) and (
        window is None or window.startswith(task.answer)
    )


def by_digits(walk, task):
    """Whether it takes as few words as promised.

    BRLTTY says the title, and Fenrir nothing that start has said already:
    then the answer is one Down away.
    """
    titles = []
    for digit in task.digits:
        walk.press(bytes([digit]))
        shown, row = walk.shadow.look()
        titles.append(shown[row])
    last = titles.pop()
    until = words_until(task.answer, walk.said_last)
    if until is None:
        titles.append(last)
        walk.press(DOWN)
        until = words_until(task.answer, walk.said_last)
    return until is not None and count(" ".join(titles)) + until <= task.words


def walk_tasks(walk, go):
    """All of them; `go` leads to the start screen, in Swedish."""
    for task in TASKS:
        go(walk, "0")
        if not by_arrows(walk, task):
            walk.fail(f"{task.what} by arrows")
        go(walk, "0")
        if task.words and not by_digits(walk, task):
            walk.fail(f"{task.what} by digits")
