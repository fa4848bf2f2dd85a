# SPDX-License-Identifier: GPL-3.0-or-later
"""What is counted, not timed, of textkiosk on the real content: instructions
and bytes, the figures that bench/budget holds."""

import os

import programs

OVER = 1.05
HOURS_ASKED = 100000  # by bench/hours, counting what its sentences ask


def key_count(driver, command, before, keys, end, times=1):
    """Instructions for these keys: a run with them, less one without."""
    with_them = driver.instructions(before + keys + end, command)
    return (with_them - driver.instructions(before + end, command)) / times


def our_counts(driver, site, source):
    """name, and a call that counts it, of everything in the budget."""
    program = programs.ours(driver.build, "--unconfined")
    command = program.command(site)
    content = os.path.join(source, "content")

    def key(before, last, end=()):
        return lambda: key_count(driver, command, before, [last],
                                 [*end, "q"])

    def most_bytes(keys, which, *options):
        return lambda: max(
            at[0] for name, at in driver.steps([*keys, "q"],
                                               command + list(options))
            if name == which)

    return {
        "start": lambda: driver.instructions(["q"], command),
        "focus-move": lambda: key_count(driver, command, [], ["down*8"],
                                        ["q"], 8),
        "page-turn": key(["3", "space", "pgup"], "space"),
        "page-open": key(["1", "0"], "1"),
        "language-switch": key(["9", "9"], "9"),
        # There q is a letter.
        "look-up-key": key(["7", "ö"], "p", ["0"]),
        "compile": lambda: driver.plain_instructions(
            [os.path.join(driver.build, "textkiosk-compile"), "-o",
             os.path.join(driver.work, "counted.book"), content]),
        "hours-answer": lambda: driver.plain_instructions(
            [os.path.join(driver.build, "bench/hours"), site.book],
            "--toggle-collect=hours_at") / HOURS_ASKED,
        "focus-move-bytes": most_bytes(["down*11"], "down"),
        "focus-move-bytes-reader": most_bytes(["down*11"], "down",
                                              "--reader"),
        "page-turn-bytes": most_bytes(["3", "space"], "space"),
    }


def read_budget(path):
    with open(path, encoding="utf-8") as lines:
        rows = (line.split() for line in lines if not line.startswith("#"))
        return {row[0]: float(row[1]) for row in rows if row}


def hold_budget(driver, site, source):
    """Whether no count is more than 5 % over its budget; TAP."""
    budget = read_budget(os.path.join(source, "bench/budget"))
    counts = our_counts(driver, site, source)
    print(f"1..{len(counts)}")
    held = True
    for number, (name, count_it) in enumerate(counts.items(), 1):
        count = count_it()
        fits = count <= budget[name] * OVER
        held = held and fits
        print(f"{'ok' if fits else 'not ok'} {number} - {name}: {count:.0f}"
              f" of {budget[name]:.0f}", flush=True)
    return held
