# SPDX-License-Identifier: GPL-3.0-or-later
"""The opening hours once more, in another language and another way.

Every day is a table of 1440 minutes, painted from a description of the hours
as the municipality would say it; the days of sixteen years, laid end to end
as the Swedish clock runs, are one table of all minutes; and an answer is read
off it. The same description is written as site.xml, compiled, and asked of
the program. Prints TAP. Runs in the build folder.
"""
import bisect
import calendar
import datetime
import os
import random
import re
import subprocess
import sys
import tempfile

DAY = datetime.timedelta(days=1)
FIRST, END = datetime.date(2026, 1, 1), datetime.date(2042, 6, 1)
BASE = calendar.timegm((2025, 12, 31, 23, 0, 0))  # midnight in Sweden
ASKED = (BASE, calendar.timegm((2040, 12, 31, 23, 0, 0)))

# ---------------------------------------------------------------- the calendar


def easter(year):
    """Knuth, The Art of Computer Programming 1.3.2, exercise 14."""
    golden = year % 19 + 1
    century = year // 100 + 1
    x = 3 * century // 4 - 12
    z = (8 * century + 5) // 25 - 5
    d = 5 * year // 4 - x - 10
    epact = (11 * golden + 20 + z - x) % 30
    if (epact == 25 and golden > 11) or epact == 24:
        epact += 1
    n = 44 - epact
    if n < 21:
        n += 30
    n += 7 - (d + n) % 7
    return datetime.date(year, 3, 1) + (n - 1) * DAY


def saturday_in(year, month, day):
    """The Saturday among seven days."""
    days = [datetime.date(year, month, day) + i * DAY for i in range(7)]
    return next(d for d in days if d.weekday() == 5)


def great_days():
    great = {}
    for year in range(FIRST.year - 1, END.year + 2):
        e = easter(year)
        holidays = {
            "new-years-day": datetime.date(year, 1, 1),
            "epiphany": datetime.date(year, 1, 6),
            "good-friday": e - 2 * DAY,
            "easter-day": e,
            "easter-monday": e + DAY,
            "may-day": datetime.date(year, 5, 1),
            "ascension-day": e + 39 * DAY,
            "national-day": datetime.date(year, 6, 6),
            "whit-sunday": e + 49 * DAY,
            "midsummer-day": saturday_in(year, 6, 20),
            "all-saints-day": saturday_in(year, 10, 31),
            "christmas-day": datetime.date(year, 12, 25),
            "boxing-day": datetime.date(year, 12, 26),
        }
        eves = {
            "midsummer-eve": saturday_in(year, 6, 20) - DAY,
            "christmas-eve": datetime.date(year, 12, 24),
            "new-years-eve": datetime.date(year, 12, 31),
        }
        for name, day in eves.items():
            great[day] = ("eve", name)
        for name, day in holidays.items():
            great.setdefault(day, ("holiday", name))
    return great


GREAT = great_days()


def special(day):
    """Class and name of a day, as section 8 of the design has them."""
    if day in GREAT:
        return GREAT[day]
    off = lambda d: d.weekday() > 4 or d in GREAT
    md = (day.month, day.day)
    if day == easter(day.year) - 3 * DAY:
        return "near", "maundy-thursday"
    if md == (4, 30):
        return "near", "walpurgis-night"
    if md == (1, 5):
        return "near", "twelfth-night"
    if day + DAY in GREAT:
        return "near", "day-before"
    if not off(day) and off(day - DAY) and off(day + DAY):
        return "near", "bridge-day"
    if md in [(12, d) for d in range(27, 31)] + [(1, d) for d in range(2, 6)]:
        return "near", "between-days"
    return None, None


# ------------------------------------------------------------ tables of hours


class Hours:
    """Hours as said: week and seasons are lists of (days, from, to)."""

    def __init__(self, week, seasons=(), dates=(), **policies):
        self.week, self.seasons, self.dates = week, seasons, list(dates)
        self.policies = policies  # holiday, eve, near

    def date_of(self, day):
        return next((d for d in self.dates if d[0] <= day <= d[1]), None)

    def season_of(self, day):
        for kind, start, until, week in self.seasons:
            if kind == "weeks":
                at = day.isocalendar()[1]
            else:
                at = (day.month, day.day)
            if start <= until and start <= at <= until:
                return week
            if start > until and (at >= start or at <= until):
                return week
        return None

    def plan(self, day):
        """Intervals, their status, the reason."""
        kind, name = special(day)
        said = self.date_of(day)
        season = self.season_of(day)
        week = self.week if season is None else season
        usual = [(f, t) for days, f, t in week if day.weekday() in days]
        if said:
            if said[2] == "ordinary":
                return usual, "O", "date"
            return [] if said[2] == "closed" else said[2], "O", "date"
        policy = self.policies.get(kind, "uncertain") if kind else "ordinary"
        status = {"uncertain": "U", "closed": "C", "ordinary": "O"}[policy]
        if not usual and day.weekday() > 4:
            reason = "weekend"
        elif kind:
            reason = kind + ":" + name
        else:
            reason = "regular" if season is None else "season"
        return usual, status, reason

    def minutes(self, day):
        table = bytearray(b"C" * 1440)
        intervals, status, _ = self.plan(day)
        for start, end in intervals:
            table[start:end] = status.encode() * (end - start)
        return bytes(table)

    def xml(self):
        out = []
        names = "mon tue wed thu fri sat sun".split()
        clock = lambda m: "%02d:%02d" % divmod(m, 60)

        def opens(week):
            for days, start, end in week:
                for day in days:
                    out.append('<open days="%s" from="%s" to="%s"/>'
                               % (names[day], clock(start), clock(end)))

        out.append('<site xmlns="urn:textkiosk:1" xml:lang="sv" '
                   'updated="2024-01-01"><name translate="no">K</name>'
                   '<language code="en">English</language>'
                   '<contact id="k"><tel label="Telefon" '
                   'href="tel:+46582685000">0582-68 50 00</tel></contact>'
                   '<hours id="h" contact="k"')
        for kind, attribute in (("holiday", "holidays"), ("eve", "eves"),
                                ("near", "near")):
            if kind in self.policies:
                out.append(' %s="%s"' % (attribute, self.policies[kind]))
        out.append("><title>Kommunhuset</title><short>Kommunhuset</short>"
                   "<week>")
        opens(self.week)
        out.append("</week>")
        for kind, start, until, week in self.seasons:
            if kind == "weeks":
                out.append('<season weeks="%d-%d">' % (start, until))
            else:
                out.append('<season from="%02d-%02d" until="%02d-%02d">'
                           % (start + until))
            out.append("<title>Säsong</title>")
            opens(week)
            out.append("</season>")
        for first, last, said, reason in self.dates:
            out.append('<date from="%s" until="%s"' % (first, last))
            if isinstance(said, str):
                out.append(' is="%s"' % said)
                said = []
            out.append(">")
            for start, end in said:
                out.append('<open from="%s" to="%s"/>'
                           % (clock(start), clock(end)))
            if reason:
                out.append("<reason>%s</reason>" % reason)
            out.append("</date>")
        out.append("</hours></site>")
        return "".join(out)


MON_THU, FRI = (0, 1, 2, 3), (4,)
WEEK = [(MON_THU, 480, 1020), (FRI, 480, 960)]
SUMMER = ("weeks", 25, 32, [(MON_THU, 480, 960), (FRI, 480, 900)])
WINTER = ("dates", (12, 15), (1, 10), [((0, 1, 2, 3, 4), 540, 900)])
LUNCH = [(MON_THU, 480, 720), (MON_THU, 780, 1020), (FRI, 510, 960)]
NIGHTS = [((4,), 1200, 1440), ((5,), 0, 150), ((5,), 1320, 1440),
          ((6,), 0, 210), ((0, 1, 2, 3), 600, 720), ((0, 1, 2, 3), 720, 900)]


def random_dates(rng):
    """Something said of about every tenth day."""
    dates, day = [], FIRST
    while day < END:
        day += rng.randint(1, 16) * DAY
        last = day + rng.choice([0, 0, 0, 1, 4]) * DAY
        edges = sorted(rng.sample(range(0, 1441, 15), 4))
        said = rng.choice(["closed", "ordinary",
                           [(edges[0], edges[1])],
                           [(edges[0], edges[1]), (edges[2], edges[3])]])
        dates.append((day, last, said, rng.choice([None, "ombyggnad"])))
        day = last
    return dates


def tables():
    rng = random.Random(20261124)
    return {
        "plain": Hours(WEEK, [SUMMER]),
        "policies": Hours(LUNCH, [SUMMER, WINTER], holiday="closed",
                          eve="closed", near="ordinary"),
        "exceptions": Hours(WEEK, [SUMMER], random_dates(rng)),
        "everything": Hours(LUNCH, [SUMMER, WINTER], random_dates(rng),
                            holiday="ordinary", near="closed"),
        "nights": Hours(NIGHTS, [], random_dates(rng), eve="ordinary"),
    }


# ------------------------------------------------------------ minutes of years


def last_sunday(year, month):
    return max(w[6] for w in calendar.monthcalendar(year, month))


class Minutes:
    """All minutes from BASE on, as a clock in Sweden goes through them."""

    def __init__(self, hours):
        self.hours, self.days, self.starts = hours, [], []
        parts, at, day = [], 0, FIRST
        while day < END:
            table = hours.minutes(day)
            if (day.month, day.day) == (3, last_sunday(day.year, 3)):
                table = table[:120] + table[180:]
            elif (day.month, day.day) == (10, last_sunday(day.year, 10)):
                table = table[:180] + table[120:]
            self.days.append(day)
            self.starts.append(at)
            parts.append(table)
            at += len(table)
            day += DAY
        self.table = b"".join(parts)
        self.edges = [m.start() for m in re.finditer(rb"C+|O+|U+", self.table)]

    def local(self, i):
        """Date and minute on the clock of a minute."""
        n = bisect.bisect_right(self.starts, i) - 1
        day, minute = self.days[n], i - self.starts[n]
        if (day.month, day.day) == (3, last_sunday(day.year, 3)):
            minute += 60 if minute >= 120 else 0
        elif (day.month, day.day) == (10, last_sunday(day.year, 10)):
            minute -= 60 if minute >= 180 else 0
        return day, minute

    def next(self, i):
        return self.edges[bisect.bisect_right(self.edges, i)]

    def answer(self, instant):
        i = (instant - BASE) // 60
        n = self.next(i)
        reason = self.hours.plan(self.local(i)[0])[2]
        return "\t".join([chr(self.table[i]), reason, str(BASE + n * 60),
                          chr(self.table[n])])


# ------------------------------------------------------------- what is claimed

# A sentence, and what it claims. {t} is a time; the longer forms come first.
SWEDISH = r"""
on: Öppet nu\.
closes: Öppet nu\. Stänger (?:i dag )?{t}\.
soon: Öppet nu\. Stänger snart, {t}\.
gap: Öppet nu\. Stänger {t}, öppnar igen {t}\.
gap: Öppet till {t}, igen {t}\.
today: Öppet nu\. I dag ([^(]*?)(?: \((.*)\))?\.
opens: Stängt nu\. Öppnar (i dag) {t}\.
closed today: Stängt i dag(?: \((.*?)\))?\.(?: (.*))?
off: Stängt nu\.
more: Stängt nu\. (Öppnar .*|.* är det .*)
opens: Öppnar (i morgon)(?:, (\w+),)? {t}\.
opens: Öppnar (\w+) {t}\.
opens: Öppnar (\w+ \d+ \w+) {t}\.
opens: Stängt till (\w+|\d+ \w+) {t}\.
near: (.*?),? är det (.*): normalt öppet från {t}, men ring först\.
holiday: (.*?),? är det (.*): räkna med stängt\.(?: Normalt öppet igen (\w+ \d+ \w+) {t}(, men ring först)?\.)?
near short: Stängt\. Ring först (.*)\.
holiday short: Stängt\. Räkna med stängt (.*)\.
near now: Normalt öppet till {t}, men i dag är det (.*) och tiderna kan vara begränsade\. Ring 0582-68 50 00\.
near now short: Tiderna är osäkra i dag\. Ring först\.
holiday now: I dag är det (.*)\. Räkna med att det är stängt\.
holiday now short: Räkna med stängt i dag\.
"""
ENGLISH = r"""
on: Open now\.
closes: Open now\. Closes (?:today )?{t}\.
soon: Open now\. Closes soon, {t}\.
gap: Open now\. Closes {t}, opens again {t}\.
gap: Open until {t}, again from {t}\.
today: Open now\. Today ([^(]*?)(?: \((.*)\))?\.
opens: Closed now\. Opens (today) {t}\.
closed today: Closed today(?: \((.*?)\))?\.(?: (.*))?
off: Closed now\.
more: Closed now\. (Opens .*|.* is .*)
opens: Opens (tomorrow)(?:, (\w+),)? {t}\.
opens: Opens (on \w+) {t}\.
opens: Opens (on \w+ \d+ \w+) {t}\.
opens: Closed until (\w+|\d+ \w+) {t}\.
near: (.*?),? is (.*): normally open from {t}, but call first\.
holiday: (.*?),? is (.*): expect it to be closed\.(?: Normally open again on (\w+ \d+ \w+) {t}(, but call first)?\.)?
near short: Closed\. Call first (.*)\.
holiday short: Closed\. Expect closed (.*)\.
near now: Normally open until {t}, but today is (.*) and the hours may be limited\. Call 0582-68 50 00\.
near now short: Hours are uncertain today\. Call first\.
holiday now: Today is (.*)\. Expect it to be closed\.
holiday now short: Expect it to be closed today\.
"""


class Language:
    """How a language says days and times, and what its sentences claim."""

    def __init__(self, claims, time, **words):
        self.claims = []
        for line in claims.strip().splitlines():
            claim, _, pattern = line.partition(": ")
            pattern = "^" + pattern.replace("{t}", time) + "$"
            self.claims.append((re.compile(pattern), claim))
        self.weekdays = words["weekdays"].split()
        self.months = words["months"].split()
        self.names = dict(zip(
            "new-years-day epiphany good-friday easter-day easter-monday "
            "may-day ascension-day national-day whit-sunday midsummer-day "
            "all-saints-day christmas-day boxing-day midsummer-eve "
            "christmas-eve new-years-eve maundy-thursday walpurgis-night "
            "twelfth-night bridge-day between-days".split(),
            words["names"].split(", ")))
        self.alone = words["alone"]  # names that are shorter in brackets
        self.before = words["before"]
        self.today, self.tomorrow, self.on = words["ahead"].split(", ")
        self.between, self.hour = words["between"], words["hour"]

    def clock(self, minute):
        hour, rest = divmod(minute, 60)
        return self.hour % (hour, rest) if rest else self.between % hour

    def intervals(self, intervals, joint):
        return joint.join("–".join(map(self.clock, i)) for i in intervals)

    def phrase(self, day):
        """What a day is, as in "today is …"."""
        name = special(day)[1]
        if name == "day-before":
            return self.before + self.names[GREAT[day + DAY][1]]
        return self.names.get(name)

    def date(self, day):
        return "%d %s" % (day.day, self.months[day.month - 1])

    def full_date(self, day):
        return self.weekdays[day.weekday()] + " " + self.date(day)

    def is_day(self, text, today, day):
        """Whether the words name the day, and no other, as seen today."""
        ahead, text = (day - today).days, text.lower()
        weekday = self.weekdays[day.weekday()].lower()
        if ahead == 0:
            return text == self.today
        if ahead == 1:
            return text in (self.tomorrow, self.tomorrow + ", " + weekday)
        if ahead < 7:
            names = (weekday,)
        else:
            names = (self.date(day).lower(), self.full_date(day).lower())
        return text in names or text in [self.on + " " + n for n in names]


LANGUAGES = [
    Language(
        SWEDISH, r"kl\. (\d+(?:\.\d\d)?)",
        weekdays="måndag tisdag onsdag torsdag fredag lördag söndag",
        months="januari februari mars april maj juni juli augusti september "
        "oktober november december",
        names="nyårsdagen, trettondedag jul, långfredagen, påskdagen, "
        "annandag påsk, första maj, Kristi himmelsfärdsdag, nationaldagen, "
        "pingstdagen, midsommardagen, alla helgons dag, juldagen, "
        "annandag jul, midsommarafton, julafton, nyårsafton, skärtorsdagen, "
        "valborgsmässoafton, trettondagsafton, klämdag, mellandag",
        alone={}, before="dagen före ", ahead="i dag, i morgon, på",
        between="%d", hour="%d.%02d"),
    Language(
        ENGLISH, r"(?:at )?(\d+:\d\d)",
        weekdays="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        months="January February March April May June July August September "
        "October November December",
        names="New Year's Day, Epiphany, Good Friday, Easter Sunday, "
        "Easter Monday, May Day, Ascension Day, the National Day of Sweden, "
        "Whit Sunday, Midsummer Day, All Saints' Day, Christmas Day, "
        "Boxing Day, Midsummer Eve, Christmas Eve, New Year's Eve, "
        "Maundy Thursday, Walpurgis Night, Twelfth Night, a bridge day, "
        "one of the days between the holidays",
        alone={"bridge-day": "bridge day",
               "between-days": "between the holidays"},
        before="the day before ", ahead="today, tomorrow, on",
        between="%d:00", hour="%d:%02d"),
]
AND = (" och ", " and ")


def minute_of(text):
    hour, _, minute = text.replace(":", ".").partition(".")
    return int(hour) * 60 + int(minute or 0)


class Now:
    """One minute, and what is true of it."""

    def __init__(self, years, i):
        self.years, self.i = years, i
        self.hours = years.hours
        self.status = chr(years.table[i])
        self.today, self.minute = years.local(i)
        self.n = years.next(i)
        self.then = chr(years.table[self.n])
        self.day, self.at = years.local(self.n)
        # When it closes today; midnight is 24 o'clock to those who close.
        self.ends = None
        if self.then == "C" and self.day == self.today:
            self.ends = self.at
        elif self.then == "C" and (self.day, self.at) == (self.today + DAY, 0):
            self.ends = 1440

    def again(self):
        """The first later day that is normally open."""
        day = self.day + DAY
        while True:
            intervals, status, _ = self.hours.plan(day)
            kind = special(day)[0]
            doubt = status == "U" and kind in ("holiday", "eve")
            if intervals and status != "C" and not doubt:
                return day, intervals, status == "U"
            day += DAY

    def reason(self, language):
        """Why today is as it is, as it would stand in brackets."""
        said = self.hours.date_of(self.today)
        if said:  # reasons have no translation here
            return said[3] if language is LANGUAGES[0] else None
        return language.alone.get(special(self.today)[1],
                                  language.phrase(self.today))

    def true(self, text, language):
        for pattern, claim in language.claims:
            match = pattern.match(text)
            if match:
                return self.holds(claim, match.groups(), language)
        return False

    def holds(self, claim, a, language):
        if claim in ("on", "closes", "soon", "gap", "today"):
            return self.status == "O" and self.open_holds(claim, a, language)
        if claim.startswith("near now"):
            return (self.status == "U" and special(self.today)[0] == "near"
                    and (not a or (minute_of(a[0]) == self.ends
                                   and a[1] == language.phrase(self.today))))
        if claim.startswith("holiday now"):
            return (self.status == "U"
                    and special(self.today)[0] in ("holiday", "eve")
                    and (not a or a[0] == language.phrase(self.today)))
        return self.status == "C" and self.closed_holds(claim, a, language)

    def open_holds(self, claim, a, language):
        left = self.n - self.i
        if claim == "on":
            return self.ends is None
        if claim == "today":
            joint = AND[LANGUAGES.index(language)]
            return (a[1] == self.reason(language) and a[0]
                    == language.intervals(self.hours.plan(self.today)[0],
                                          joint))
        if claim == "gap":
            after = self.years.next(self.n)
            return (minute_of(a[0]) == self.ends
                    and chr(self.years.table[after]) == "O"
                    and self.years.local(after)
                    == (self.today, minute_of(a[1])))
        soon = (left <= 30) == (claim == "soon")
        return minute_of(a[0]) == self.ends and soon

    def closed_holds(self, claim, a, language):
        if claim == "off":
            return False  # these tables always open again
        if claim == "more":
            return self.true(a[0], language)
        if claim == "closed today":
            whole = set(self.hours.minutes(self.today)) == {ord("C")}
            return (whole and a[0] in (None, self.reason(language))
                    and (not a[1] or self.true(a[1], language)))
        if claim == "opens":
            return (self.then == "O" and minute_of(a[-1]) == self.at
                    and language.is_day(a[0], self.today, self.day)
                    and (len(a) < 3 or not a[1] or a[1]
                         == language.weekdays[self.day.weekday()]))
        if self.then != "U" or not language.is_day(a[0], self.today,
                                                   self.day):
            return False
        kind = special(self.day)[0]
        if claim.startswith("near"):
            return kind == "near" and (
                len(a) == 1 or (a[1] == language.phrase(self.day)
                                and minute_of(a[2]) == self.at))
        if kind not in ("holiday", "eve"):
            return False
        if len(a) == 1:
            return True
        day, intervals, doubt = self.again()
        return (a[1] == language.phrase(self.day)
                and a[2] == language.full_date(day)
                and minute_of(a[3]) == intervals[0][0]
                and bool(a[4]) == doubt)


# ------------------------------------------------------------------- the tests


def compile_book(hours, folder):
    os.makedirs(folder + "/pages")
    with open(folder + "/site.xml", "w", encoding="utf-8") as file:
        file.write(hours.xml())
    for page in ("start", "index", "help", "language"):
        number = "" if page == "start" else ' number="%d"' % (
            ("index", "help", "language").index(page) + 1)
        with open(folder + "/pages/%s.xml" % page, "w",
                  encoding="utf-8") as file:
            file.write('<page xmlns="urn:textkiosk:1" id="%s"%s '
                       'xml:lang="sv"><title>%s</title></page>'
                       % (page, number, page))
    done = subprocess.run(["./textkiosk-compile", "-o", folder + "/book",
                           folder], stderr=subprocess.PIPE, check=False)
    if done.returncode:
        print("Bail out! " + done.stderr.decode("utf-8", "replace"))
        sys.exit(1)
    return folder + "/book"


def ask(book, instants, *say):
    done = subprocess.run(["./tests/hours/answers", book, *say],
                          input="\n".join(map(str, instants)).encode(),
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8").splitlines()


def notable_days():
    """Days of which every minute is asked, and the days beside them."""
    years = range(2026, 2041)
    for year in years:
        yield datetime.date(year, 1, 1)
        yield datetime.date(year, 6, 6)  # may be a weekend, a bridge's end
        if calendar.isleap(year):
            yield datetime.date(year, 2, 29)
        if datetime.date(year, 12, 28).isocalendar()[1] == 53:
            yield from (datetime.date.fromisocalendar(year, 53, d)
                        for d in range(1, 8))
    for year in years[:10]:
        for month in (3, 10):
            yield datetime.date(year, month, last_sunday(year, month))
    easters = sorted((easter(year).replace(year=2000), year)
                     for year in years)
    for _, year in (easters[0], easters[-1]):  # 2038: the latest there is
        yield from (easter(year) + d * DAY for d in (-2, 0, 1))
    yield datetime.date(2032, 6, 25)  # Midsummer Eve in week 26


def notable_minutes(years):
    days = {day + d * DAY for day in notable_days() for d in (-1, 0, 1)}
    for day in sorted(days & set(years.days)):
        i = (day - FIRST).days
        for minute in range(years.starts[i], years.starts[i + 1]):
            yield BASE + 60 * minute


def differences(years, book, instants):
    for instant, line in zip(instants, ask(book, instants)):
        wanted = years.answer(instant)
        if line != wanted:
            yield "%d is %r, not %r" % (instant, line, wanted)


def lies(years, book, first, days):
    """What stands on a screen and is not true, minute by minute.

    The program's screen says a sentence until the instant it has set its
    timer for, so that is what is asked: the words at every minute, of which
    an empty line says that they still stand. The truth of words changes
    where the status does, half an hour before, and at midnight; in between it
    is enough that the words stay.
    """
    i = (first - FIRST).days
    instants = range(years.starts[i], years.starts[i + days])
    turns = {e - before for e in years.edges for before in (0, 30)}
    turns.update(years.starts)
    lines = ask(book, [BASE + 60 * i for i in instants], "shown")
    texts = None
    for i, line in zip(instants, lines):
        if not line and i not in turns:
            continue
        texts = line.split("\t") if line else texts
        now = Now(years, i)
        for text, language in zip(texts, LANGUAGES * 2):
            if not now.true(text, language):
                yield "%s %d:%02d: %s" % (now.today, *divmod(now.minute, 60),
                                          text)


def tell(number, name, found):
    faults = [fault for _, fault in zip(range(5), found)]
    print("%s %d - %s" % ("not ok" if faults else "ok", number, name))
    for fault in faults:
        print("# " + fault)
    sys.stdout.flush()


def main():
    rng = random.Random(1)
    number = 0
    print("1..10")
    with tempfile.TemporaryDirectory() as folder:
        for name, hours in tables().items():
            book = compile_book(hours, folder + "/" + name)
            years = Minutes(hours)
            instants = [rng.randrange(*ASKED) for _ in range(100000)]
            # And the seconds about every change of the status.
            instants += [BASE + e * 60 + s for e in years.edges[1:-200]
                         for s in (-1, 0)]
            instants += notable_minutes(years)
            number += 1
            tell(number, "%s: %d answers" % (name, len(instants)),
                 differences(years, book, instants))
            number += 1
            tell(number, "%s: every sentence of two years is true" % name,
                 lies(years, book, datetime.date(2026, 1, 1), 731))


if __name__ == "__main__":
    main()
