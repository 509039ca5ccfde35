"""Compares `habeas deadline` with a rule that knows nothing of it: the days of a calendar, struck out one by one.

    python3 tests/oracles/deadlines.py target/debug/habeas --cases 2000

The gateway counts with differences of days; here a period is a set of days, and a pause takes days out of it. Holidays are
those of `tests/vectors/holidays.csv`, which another package made. Every country of that file gets its share of the cases: most
aim at a day off, at the end of a month, or at the moment of midnight, and many pause. Before anything is believed, the rule is
broken on purpose in each of the ways of `MISTAKES`; one that no case shows is a failure too, for then the cases are too tame.
"""

import argparse
import calendar
import concurrent.futures
import datetime as dt
import json
import os
import pathlib
import random
import subprocess
import sys
import zoneinfo

DAY = dt.timedelta(days=1)
UTC = dt.timezone.utc
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2032, 4, 30)
ASKED_WITHIN = 10

ZONES = {
    "AT": "Europe/Vienna", "BE": "Europe/Brussels", "BG": "Europe/Sofia", "CH": "Europe/Zurich", "CY": "Asia/Nicosia",
    "CZ": "Europe/Prague", "DE": "Europe/Berlin", "DK": "Europe/Copenhagen", "EE": "Europe/Tallinn", "ES": "Europe/Madrid",
    "FI": "Europe/Helsinki", "FR": "Europe/Paris", "GB": "Europe/London", "GR": "Europe/Athens", "HR": "Europe/Zagreb",
    "HU": "Europe/Budapest", "IE": "Europe/Dublin", "IS": "Atlantic/Reykjavik", "IT": "Europe/Rome", "LI": "Europe/Vaduz",
    "LT": "Europe/Vilnius", "LU": "Europe/Luxembourg", "LV": "Europe/Riga", "MT": "Europe/Malta", "NL": "Europe/Amsterdam",
    "NO": "Europe/Oslo", "PL": "Europe/Warsaw", "PT": "Europe/Lisbon", "RO": "Europe/Bucharest", "SE": "Europe/Stockholm",
    "SI": "Europe/Ljubljana", "SK": "Europe/Bratislava",
}
# Offices that do not sit in the capital's zone; in the Azores the clocks change at midnight.
ELSEWHERE = {"PT": "Atlantic/Azores", "ES": "Atlantic/Canary", "FR": "Indian/Reunion", "CY": "Asia/Famagusta"}

MISTAKES = (
    "the day of receipt is counted",
    "the day is the one in Greenwich",
    "Saturdays are working days",
    "holidays are working days",
    "a last day off moves back",
    "a short month runs over into the next",
    "the extension is counted from the first due date",
    "Switzerland has a month",
    "a late question about who somebody is stops the clock",
    "a clarification stops the clock in the Union",
    "a clarification stops no clock in the United Kingdom",
    "the day of a British question counts",
    "days that two pauses share are taken off twice",
    "the British month goes on where it stood",
    "a pause may shorten the period",
    "the last day ends at midnight in Greenwich",
)


def holidays():
    path = pathlib.Path(__file__).parent.parent / "vectors" / "holidays.csv"
    found = {}
    for line in path.read_text().splitlines()[1:]:
        country, day = line.split(",")
        found.setdefault(country, set()).add(dt.date.fromisoformat(day))
    return found


HOLIDAYS = holidays()


class Rule:
    """The law as one reads it, or with one mistake in it."""

    def __init__(self, case, mistake=None):
        self.case, self.mistake = case, mistake
        self.country, self.zone = case["country"], zoneinfo.ZoneInfo(case["zone"])
        self.law = {"GB": "uk", "CH": "ch"}.get(case["country"], "eu") if case["regime"] is None else case["regime"]

    def wrong(self, mistake):
        assert mistake in MISTAKES, mistake
        return self.mistake == mistake

    def local(self, moment):
        zone = UTC if self.wrong("the day is the one in Greenwich") else self.zone
        return moment.astimezone(zone).date()

    def is_off(self, day):
        if day.weekday() == 6 or (day.weekday() == 5 and not self.wrong("Saturdays are working days")):
            return True
        return day in HOLIDAYS[self.country] and not self.wrong("holidays are working days")

    def working(self, day):
        """Reg. 1182/71 Art. 3(4)."""
        step = -DAY if self.wrong("a last day off moves back") else DAY
        while self.is_off(day):
            day += step
        return day

    def months_later(self, day, months):
        """Art. 3(2)(c): the day with the same number, or the last of a month that is too short."""
        whole = day.year * 12 + day.month - 1 + months
        year, month = whole // 12, whole % 12 + 1
        length = calendar.monthrange(year, month)[1]
        if day.day > length and self.wrong("a short month runs over into the next"):
            return dt.date(year, month, length) + DAY
        return dt.date(year, month, min(day.day, length))

    def later(self, day, periods):
        """One period is a month, or thirty days in Switzerland; an extension is two more."""
        if self.law == "ch" and not self.wrong("Switzerland has a month"):
            return day + periods * 30 * DAY
        return self.months_later(day, periods)

    def pauses(self, received):
        """In local days; the British identity is settled before what is excluded after it."""
        days = [(kind, self.local(start), self.local(end)) for kind, start, end in self.case["pauses"]]
        assert all(received <= start <= end for _, start, end in days)
        return sorted(days, key=lambda p: (self.law == "uk" and p[0] == "clarification", p[1], p[2]))

    def stops(self, kind):
        if kind == "identity":
            return True
        if self.law == "uk":
            return not self.wrong("a clarification stops no clock in the United Kingdom")
        return self.wrong("a clarification stops the clock in the Union")

    def struck_out(self, kind, start, end):
        """The days that a pause takes out of the period: the day after a day is over is the first that runs."""
        days = {start + n * DAY for n in range((end - start).days)}
        if self.law == "uk" and kind == "clarification":
            # DPA 2018 s. 54(3C): from the question to the answer, both days included.
            days.add(end)
            if self.wrong("the day of a British question counts"):
                days.discard(start)
        else:
            # What stands still between two moments of two days is the later day and those between.
            days = {day + DAY for day in days}
        return days

    def count(self, received, periods):
        """The last day before it is moved, and all days that pauses took out."""
        begins, resumed, out, all_out, twice = received, received, set(), set(), 0
        if self.wrong("the day of receipt is counted"):
            begins = begins - DAY
        base = begins

        def last():
            if self.law == "uk":
                return self.later(begins, periods) + (len(out) + twice) * DAY
            plain = self.later(begins, periods)
            if not out:
                return plain
            # IMY-2022-9442: a new period from the day on which the clock resumed, less the days that it had run.
            ran = sum(1 for n in range((resumed - base).days) if base + (n + 1) * DAY not in out)
            rest = self.later(resumed, periods) - (ran - twice) * DAY
            return rest if self.wrong("a pause may shorten the period") else max(rest, plain)

        for kind, start, end in self.pauses(received):
            if not self.stops(kind) or start == end or end <= resumed:
                continue
            ran = sum(1 for n in range((start - begins).days) if begins + (n + 1) * DAY not in out)
            if kind == "identity" and ran > ASKED_WITHIN:
                if not self.wrong("a late question about who somebody is stops the clock"):
                    continue
            if start > self.working(last()):
                continue
            days = {day for day in self.struck_out(kind, start, end) if day > begins}
            if self.wrong("days that two pauses share are taken off twice"):
                twice += len(days & out)
            if self.law == "uk" and kind == "identity":
                # UK GDPR Art. 12A: the month begins when it is known who asks.
                all_out |= days
                if not self.wrong("the British month goes on where it stood"):
                    begins, out, resumed = end, set(), end
                    continue
            out |= days
            all_out |= days
            resumed = end
        return last(), all_out

    def dates(self):
        received = self.local(self.case["received"])
        nominal, out = self.count(received, 1)
        longer, longer_out = self.count(received, 3)
        due = self.working(nominal)
        if self.wrong("the extension is counted from the first due date"):
            longer = self.later(due, 2)
        # R-T-9, reading B: what was taken out is put behind; the earlier day is the one to work towards.
        target = min(nominal, self.later(received, 1) + len(out) * DAY) if out else nominal
        far = min(longer, self.later(received, 3) + len(longer_out) * DAY) if longer_out else longer
        return {
            "due": due, "due_expires": self.midnight(due),
            "extended_due": self.working(longer), "extended_due_expires": self.midnight(self.working(longer)),
            "target": target, "extended_target": min(far, self.later(target, 2)),
        }

    def midnight(self, day):
        """24:00 at the place; a day that begins at one o'clock ends the one before it at that moment."""
        zone = UTC if self.wrong("the last day ends at midnight in Greenwich") else self.zone
        start = dt.datetime.combine(day + DAY, dt.time(), zone)
        return start.astimezone(UTC)


def aimed(dice, country, zone):
    """A moment of receipt that leads somewhere interesting, mostly."""
    kind = dice.random()
    if kind < 0.45:
        # The nominal end, or the one after an extension, is near a holiday.
        end = dice.choice(sorted(HOLIDAYS[country])) + dice.choice([-2, -1, 0, 0, 0, 1]) * DAY
        back = dice.choice([1, 1, 3])
        if country == "CH":
            day = end - back * 30 * DAY
        else:
            whole = end.year * 12 + end.month - 1 - back
            year, month = whole // 12, whole % 12 + 1
            day = dt.date(year, month, min(end.day, calendar.monthrange(year, month)[1]))
    elif kind < 0.65:
        year, month = dice.randint(2024, 2031), dice.choice([1, 1, 3, 5, 8, 10, 11, 12])
        day = dt.date(year, month, calendar.monthrange(year, month)[1]) - dice.choice([0, 0, 1, 2]) * DAY
    else:
        day = FIRST + dice.randrange((LAST - FIRST).days) * DAY
    day = min(max(day, FIRST), LAST)
    hour = dice.choice([(0, 0, 0), (23, 59, 59), (0, 30, 0), (23, 30, 0), (dice.randrange(24), dice.randrange(60), 7)])
    return dt.datetime.combine(day, dt.time(*hour), zone).astimezone(UTC)


def pauses(dice, received, zone, law):
    if dice.random() < 0.4:
        return []
    found = []
    for _ in range(dice.choice([1, 1, 2, 3])):
        kind = dice.choice(["identity", "clarification"] if law == "uk" else ["identity", "identity", "clarification"])
        start = received + dt.timedelta(days=dice.choice([0, 1, 2, 4, 9, 10, 11, 15, 29, 31, 45]), hours=dice.randrange(23))
        end = start + dt.timedelta(days=dice.choice([0, 1, 3, 7, 20, 31, 60]), hours=dice.randrange(23))
        found.append((kind, start, end))
    return found


def cases(dice, count):
    countries = sorted(HOLIDAYS)
    assert countries == sorted(ZONES), set(countries) ^ set(ZONES)
    for number in range(count):
        # Every fifth case is of one of the two laws that are not the Union's.
        country = dice.choice(["CH", "GB"]) if number % 5 == 4 else countries[number % len(countries)]
        zone = ELSEWHERE.get(country) if dice.random() < 0.3 else None
        regime = dice.choice(["eu", "uk", "ch"]) if dice.random() < 0.1 else None
        law = regime or {"GB": "uk", "CH": "ch"}.get(country, "eu")
        where = zoneinfo.ZoneInfo(zone or ZONES[country])
        received = aimed(dice, country, where)
        yield {
            "country": country, "zone": zone or ZONES[country], "is_named": zone is not None, "regime": regime,
            "received": received, "pauses": pauses(dice, received, where, law),
        }


def written(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def command(habeas, case):
    line = [habeas, "deadline", written(case["received"]), "--country", case["country"], "--json"]
    line += ["--zone", case["zone"]] if case["is_named"] else []
    line += ["--regime", case["regime"]] if case["regime"] else []
    for kind, start, end in case["pauses"]:
        line += ["--pause" if kind == "identity" else "--clarification", f"{written(start)}..{written(end)}"]
    return line


def ask(habeas, case):
    done = subprocess.run(command(habeas, case), capture_output=True, text=True)
    if done.returncode != 0:
        return {"error": done.stderr.strip()}
    return json.loads(done.stdout)


def same(expected, answer):
    for name, value in expected.items():
        told = answer.get(name)
        if isinstance(value, dt.datetime):
            if told is None or dt.datetime.fromisoformat(told.replace("Z", "+00:00")) != value:
                return False
        elif told != value.isoformat():
            return False
    return True


def main():
    args = argparse.ArgumentParser()
    args.add_argument("habeas")
    args.add_argument("--cases", type=int, default=2000)
    args.add_argument("--seed", type=int, default=1)
    args = args.parse_args()
    asked = list(cases(random.Random(args.seed), args.cases))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        answers = list(pool.map(lambda case: ask(args.habeas, case), asked))
    wrong, seen = [], dict.fromkeys(MISTAKES, 0)
    for case, answer in zip(asked, answers):
        expected = Rule(case).dates()
        if not same(expected, answer):
            wrong.append((case, expected, answer))
            continue
        for mistake in MISTAKES:
            seen[mistake] += not same(Rule(case, mistake).dates(), answer)
    laws = [Rule(case).law for case in asked]
    print(f"{len(asked)} cases in {len({case['country'] for case in asked})} countries compared, "
          + ", ".join(f"{laws.count(law)} {law}" for law in ("eu", "uk", "ch"))
          + f"; {sum(bool(case['pauses']) for case in asked)} with pauses")
    for mistake, count in seen.items():
        print(f"{count:6} cases would show that {mistake}")
    for case, expected, answer in wrong[:10]:
        print("DISAGREES:", " ".join(command("habeas", case)))
        print("   expected", {name: str(value) for name, value in expected.items()})
        print("   answered", {name: answer.get(name) for name in [*expected, "error"]})
        for line in answer.get("explanation", []):
            print("      -", line)
    tame = [mistake for mistake, count in seen.items() if count == 0]
    for mistake in tame:
        print("TOO TAME: no case shows that", mistake)
    print(f"{len(wrong)} disagreements")
    sys.exit(1 if wrong or tame else 0)


if __name__ == "__main__":
    main()
