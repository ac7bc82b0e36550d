# SPDX-License-Identifier: AGPL-3.0-or-later
"""When things happened: working hours, zones and the dates of a deal, all counted from one reference day."""

from datetime import date, datetime, timedelta, timezone

import dice

REFERENCE = date(2026, 9, 17)  # a Thursday; the newest day of the whole set
FIRST_DAY = date(2025, 9, 18)
NEWEST = datetime(2026, 9, 17, 9, 40)  # local time of the newest message

US_COUNTRIES = {"US"}


def _last_sunday(year, month):
    day = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return day - timedelta(days=(day.weekday() + 1) % 7)


def _nth_sunday(year, month, count):
    day = date(year, month, 1)
    return day + timedelta(days=(6 - day.weekday()) % 7 + 7 * (count - 1))


def zone_of(country, day):
    """Offset of the country's main zone on a day; enough for headers."""
    if country in US_COUNTRIES:
        summer = _nth_sunday(day.year, 3, 2) <= day < _nth_sunday(day.year, 11, 1)
        return timezone(timedelta(hours=-4 if summer else -5))
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    base = {"GB": 0, "IE": 0, "PT": 0, "FI": 2}.get(country, 1)
    return timezone(timedelta(hours=base + (1 if summer else 0)))


def local(day_and_time, country):
    """A local wall time with its offset."""
    return day_and_time.replace(tzinfo=zone_of(country, day_and_time.date()))


def workday(day, step=1):
    while day.weekday() >= 5:
        day += timedelta(days=step)
    return day


def ago(days):
    return REFERENCE - timedelta(days=days)


def spread(first, last, count, *key):
    """`count` working-hour moments between two days, ascending, the first on `first` and the last on `last`."""
    moments = []
    span = (last - first).days
    previous = None
    for i in range(count):
        share = i / (count - 1) if count > 1 else 1.0
        wobble = 0 if i in (0, count - 1) else dice.between(-2, 2, "wobble", i, *key)
        day = first + timedelta(days=round(span * share) + wobble)
        day = workday(min(max(day, first), last), -1 if i == count - 1 else 1)
        if day > last:
            day = workday(last, -1)
        minute = dice.between(7 * 60 + 35, 17 * 60 + 50, "minute", i, *key)
        if day == REFERENCE:
            minute = dice.between(7 * 60 + 10, 9 * 60 + 30, "minute", i, *key)
        moment = datetime(day.year, day.month, day.day, minute // 60, minute % 60, dice.between(0, 59, "second", i, *key))
        if previous and moment <= previous:
            moment = previous + timedelta(minutes=dice.between(12, 55, "gap", i, *key))
            if moment.hour >= 19:
                moment = previous + timedelta(seconds=dice.between(300, 900, "gap", i, *key))
        moments.append(moment)
        previous = moment
    return moments
