"""Days as people read them in an issue: ``Wed 25 Nov 2026``."""

from __future__ import annotations

from datetime import UTC, date, datetime


def full_day(when: str) -> str:
    """The day of a time or a day in ISO 8601, with its year; as it stands where it is neither."""
    found = _day(when)
    return f"{short_day(when)} {found.year}" if found else when


def short_day(when: str) -> str:
    """The same without the year."""
    found = _day(when)
    return f"{found:%a} {found.day} {found:%b}" if found else when


def bare_day(when: str) -> str:
    """Its day and month alone: ``25 Nov``."""
    return short_day(when).partition(" ")[2] if _day(when) else when


def moment(when: str, zone: str = "UTC") -> str:
    """A time in ISO 8601 in UTC, and as clocks in another zone (an IANA name) say it.

    ``Tue 1 Dec, 14:00 UTC (15:00 Berlin)``
    """
    at = datetime.fromisoformat(when).astimezone(UTC)
    told = f"{short_day(at.date().isoformat())}, {at:%H:%M} UTC"
    if zone in {"", "UTC"}:
        return told
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - its data is not loaded without a time zone

    there = at.astimezone(ZoneInfo(zone))
    day = "" if there.date() == at.date() else f"{short_day(there.date().isoformat())}, "
    return f"{told} ({day}{there:%H:%M} {zone.rpartition('/')[2].replace('_', ' ')})"


def length_of_time(minutes: int) -> str:
    """``one hour``, ``45 minutes``."""
    hours, rest = divmod(minutes, 60)
    if rest or not hours:
        return f"{minutes} minutes"
    return "one hour" if hours == 1 else f"{hours} hours"


def _day(when: str) -> date | None:
    try:
        return date.fromisoformat(when[:10])
    except ValueError:
        return None
