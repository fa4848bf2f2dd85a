# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the days that answers.c lists with python3-holidays."""
import datetime
import sys

import holidays

YEARS = range(2006, 2101)


def ours():
    found = {}
    for line in sys.stdin:
        date, kind, name = line.rstrip("\n").split("\t")
        day = datetime.date(*map(int, date.split("-")))
        if day.year in YEARS and kind in ("holiday", "eve"):
            found[day] = (kind, name)
    return found


def theirs():
    try:
        table = holidays.Sweden(include_sundays=False, years=YEARS)
    except TypeError:
        table = holidays.Sweden(years=YEARS)
    return {day: name for day, name in table.items() if day.year in YEARS
            and name != "Söndag"}


def main():
    mine, other = ours(), theirs()
    number = 0
    print("1..%d" % len(YEARS))
    for year in YEARS:
        a = {d for d, (kind, _) in mine.items()
             if d.year == year and kind == "holiday"}
        eves = {d for d, (kind, _) in mine.items()
                if d.year == year and kind == "eve"}
        b = {d for d in other if d.year == year}
        number += 1
        good = a <= b and b - a <= eves
        print("%s %d - %d: %d public holidays"
              % ("ok" if good else "not ok", number, year, len(a)))
        for day in sorted((a - b) | (b - a - eves)):
            print("# %s %s %s" % (day, mine.get(day), other.get(day)))


main()
