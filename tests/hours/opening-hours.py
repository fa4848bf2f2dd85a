# SPDX-License-Identifier: GPL-3.0-or-later
"""The opening hours against the package opening_hours of the npm registry.

The tables of the oracle are written in that package's syntax, which is
OpenStreetMap's: week and seasons as rules, and each day that is limited or of
which something was said as a rule of its own, "2026 Dec 24 08:00-17:00
unknown", because the syntax knows public holidays (PH) but no eves, bridge
days or policies. So its weeks, dates, order of rules and Swedish time are
compared on 100 000 instants, and its public holidays one by one; which days
are limited beside them is compared elsewhere. The table "nights" is left out:
hours past midnight in the nights of a change of the clock are not defined
there. Prints TAP. Runs in the build folder.
"""
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

import oracle

NAMES = "Mo Tu We Th Fr Sa Su".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
YEARS = range(2026, 2041)
INSTANTS = 100000
TABLES = ("plain", "policies", "exceptions", "everything")


def clock(minute):
    return "%02d:%02d" % divmod(minute, 60)


def spans(intervals):
    return ",".join(clock(a) + "-" + clock(b) for a, b in intervals) or "off"


def week_rules(when, week):
    for weekday, name in enumerate(NAMES):
        intervals = sorted((f, t) for days, f, t in week if weekday in days)
        yield "%s%s %s" % (when, name, spans(intervals))


def season_rules(season):
    kind, start, until, week = season
    if kind == "weeks":
        return week_rules("week %02d-%02d " % (start, until), week)
    date = lambda md: "%s %02d" % (MONTHS[md[0] - 1], md[1])
    return week_rules("%s-%s " % (date(start), date(until)), week)


def day_rule(hours, day):
    intervals, status, _ = hours.plan(day)
    if status == "C":
        intervals = []
    doubt = " unknown" if intervals and status == "U" else ""
    return "%d %s %02d %s%s" % (day.year, MONTHS[day.month - 1], day.day,
                                spans(intervals), doubt)


def rules(hours, year):
    """Later rules win; of our seasons the first."""
    found = list(week_rules("", hours.week))
    for season in reversed(hours.seasons):
        found += season_rules(season)
    day = datetime.date(year, 1, 1)
    while day < datetime.date(year + 1, 3, 1):
        if oracle.special(day)[0] or hours.date_of(day):
            found.append(day_rule(hours, day))
        day += oracle.DAY
    return "; ".join(found)


def node(lines):
    script = os.path.join(os.path.dirname(__file__), "opening-hours.js")
    done = subprocess.run(["node", script], input="\n".join(lines).encode(),
                          stdout=subprocess.PIPE, check=True,
                          env=dict(os.environ, TZ="Europe/Stockholm"))
    return done.stdout.decode("utf-8").splitlines()


def begins(year):
    return int(datetime.datetime(
        year, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=1))
    ).timestamp())


def instants():
    rng = random.Random(7)
    many = INSTANTS // len(TABLES) // len(YEARS) + 1
    return {year: [rng.randrange(begins(year), begins(year + 1))
                   for _ in range(many)] for year in YEARS}


def differences(name, hours, folder):
    book = oracle.compile_book(hours, folder + "/" + name)
    asked = instants()
    theirs = node(json.dumps({"rules": rules(hours, year), "at": at})
                  for year, at in asked.items())
    every = [at for year in asked for at in asked[year]]
    ours = oracle.ask(book, every)
    if len(theirs) != len(every):
        yield "%d answers to %d questions" % (len(theirs), len(every))
    for at, mine, their in zip(every, ours, theirs):
        status, _, change, then = mine.split("\t")
        if [status, change, then] != their.split("\t"):
            yield "%d is %r, there %r" % (at, mine, their)


def holidays():
    lines = node([json.dumps({"holidays": list(YEARS)})])
    for line in lines:
        year, days = line.split("\t")
        mine = sorted(day for day in oracle.GREAT if day.year == int(year)
                      and oracle.GREAT[day][0] == "holiday")
        if days != " ".join("%d-%d" % (d.month, d.day) for d in mine):
            yield line
    if len(lines) != len(YEARS):
        yield "%d years" % len(lines)


def main():
    print("1..%d" % (len(TABLES) + 1))
    oracle.tell(1, "the same public holidays in %d years" % len(YEARS),
                holidays())
    tables = oracle.tables()
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(TABLES, 2):
            oracle.tell(number, "%s: the same answers" % name,
                        differences(name, tables[name], folder))
    sys.stdout.flush()


main()
