# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of several programs as a table for people and as a file."""

import statistics
from dataclasses import dataclass, field
from typing import Optional

OURS = "textkiosk"
FLOOR = "floor"


@dataclass(frozen=True)
class Figure:
    """What was measured; of times, also the middle half of the rounds."""

    value: float
    low: Optional[float] = None
    high: Optional[float] = None


def middle(values):
    """The median of several rounds, and the middle half of them."""
    if len(values) < 4:
        return Figure(statistics.median(values))
    low, median, high = statistics.quantiles(values, n=4)
    return Figure(median, low, high)


@dataclass
class Row:
    """One figure of every program that has it, and the most ours may be."""

    what: str
    unit: str
    figures: dict = field(default_factory=dict)
    goal: Optional[float] = None

    def __post_init__(self):
        self.figures = {
            name: at if isinstance(at, Figure) else Figure(float(at))
            for name, at in self.figures.items() if at is not None}

    def best_peer(self):
        peers = {name: at.value for name, at in self.figures.items()
                 if name not in (OURS, FLOOR)}
        return min(peers, key=peers.get) if peers else None

    def verdict(self):
        ours = self.figures.get(OURS)
        if self.goal is None or ours is None:
            return ""
        limit = f"≤ {number(self.goal)} "
        if ours.value <= self.goal:
            return limit + "met"
        if self.goal == 0:
            return limit + f"missed by {number(ours.value)}"
        return limit + f"missed by {100 * (ours.value / self.goal - 1):.0f} %"

    def cells(self):
        peer = self.best_peer()
        return [self.what, self.unit, self.shown(OURS), self.shown(FLOOR),
                f"{self.shown(peer)} {peer}" if peer else "-",
                ratio(self.figures, FLOOR), ratio(self.figures, peer),
                self.verdict()]

    def shown(self, name):
        at = self.figures.get(name)
        if at is None:
            return "-"
        if at.low is None:
            return number(at.value)
        return f"{number(at.value)} ({number(at.low)}–{number(at.high)})"


def number(value):
    if value >= 1e6:
        return f"{value / 1e6:.2f} M"
    if value >= 1e4:
        return f"{value / 1e3:.0f} k"
    if value >= 100 or value == int(value):
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def ratio(figures, other):
    if OURS not in figures or other not in figures:
        return "-"
    if figures[other].value == 0:
        return "-"
    return part(figures[OURS].value / figures[other].value)


def part(value):
    """A ratio: two places, or one figure where that would say nothing."""
    return f"{value:.2f}" if value >= 0.095 else f"{value:.1g}"


HEAD = ["figure", "unit", "ours", "floor", "best peer", "ours/floor",
        "ours/peer", "goal"]


def table(rows):
    """The rows as text, one line each, under a line of headings."""
    cells = [HEAD] + [row.cells() for row in rows]
    widths = [max(len(at[i]) for at in cells) for i in range(len(HEAD))]
    return "\n".join(
        "  ".join(at.ljust(width) for at, width in zip(line, widths)).rstrip()
        for line in cells)


def write_figures(rows, path):
    """figure, unit, program, value, and of a median its middle half."""
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            for name, at in row.figures.items():
                known = [at.value] if at.low is None else \
                    [at.value, at.low, at.high]
                print(row.what, row.unit, name, *known, sep="\t", file=out)


def read_figures(path):
    """What write_figures() wrote: (figure, unit), program → value."""
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            what, unit, name, value = line.rstrip("\n").split("\t")[:4]
            found.setdefault((what, unit), {})[name] = float(value)
    return found


HEADLINE = [
    ("start, painted, end", "instructions", "instructions to start"),
    ("start to painted", "ms", "time to the first screen"),
    ("memory of 100 side by side", "KiB, private",
     "memory a session, 100 side by side"),
    ("focus move", "bytes", "bytes a focus move"),
    ("page turn", "instructions", "instructions a page turn"),
    ("absent word in 5 000 pages", "ms", "time to look for an absent word"),
]


def headline(figures):
    """The figures for README, as parts of what lynx and w3m need."""
    lines = ["                                        of lynx's  of w3m's"]
    for what, unit, words in HEADLINE:
        at = figures.get((what, unit), {})
        parts = [part(at[OURS] / at[peer])
                 if at.get(OURS) is not None and at.get(peer) else "-"
                 for peer in ("lynx", "w3m")]
        lines.append(f"    {words:<36}{parts[0]:>9}{parts[1]:>10}")
    return "\n".join(lines)
