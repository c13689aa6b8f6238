"""Reads a time and a time zone as people type them: ``14:00``, ``2 pm``, ``Europe/Berlin``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

_CLOCK = re.compile(
    r"(?:at\s+)?(\d{1,2})(?:[:.h](\d\d))?\s*(?:(am|pm|a\.m\.|p\.m\.)|h|o'clock)?(?![\w:.])[,;]?\s*",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\(?([A-Za-z][\w+/-]*)\)?[,;]?(?:\s+|$)")
_NOON = 12
_LOCAL = ("Etc/", "posix/", "right/", "SystemV/", "US/", "Brazil/", "Canada/", "Mexico/", "Chile/")


def read_time(text: str) -> tuple[time, str] | None:
    """The time that a text begins with, and what stands behind it."""
    found = _CLOCK.match(text)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()[:1]
    bare = not found[2] and not half and not re.search(r"h|o'clock", found[0], re.IGNORECASE)
    if bare or (half and not 1 <= hour <= _NOON):
        return None  # a number alone is no time: of day or night, nobody knows
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return time(hour, minute), text[found.end() :]
    except ValueError:
        return None


def read_zone(text: str) -> tuple[str, str] | None:
    """The time zone that a text begins with, by its IANA name or its city, and what follows."""
    found = _ZONE.match(text)
    name = _zones().get(found[1].casefold()) if found else None
    return (name, text[found.end() :]) if found and name else None


@cache
def _zones() -> Mapping[str, str]:
    """Every time zone by its name in lower case, and by its city where one alone has it."""
    names = sorted(available_timezones())
    cities: dict[str, set[str]] = {}
    for name in names:
        if "/" in name and not name.startswith(_LOCAL):
            cities.setdefault(name.rpartition("/")[2].casefold(), set()).add(name)
    alone = {city: min(found) for city, found in cities.items() if len(found) == 1}
    return {**alone, **{name.casefold(): name for name in names}, "z": "UTC"}


def moments_of(day: date, at: time, zone: str) -> tuple[datetime, ...]:
    """That time in UTC: none where clocks that go forward leave it out, two as they go back."""
    local = datetime.combine(day, at)
    there = ZoneInfo(zone)
    both = (local.replace(tzinfo=there, fold=fold).astimezone(UTC) for fold in (0, 1))
    shown = (moment for moment in both if moment.astimezone(there).replace(tzinfo=None) == local)
    return tuple(dict.fromkeys(shown))
