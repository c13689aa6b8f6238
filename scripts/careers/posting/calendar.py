"""Which day it is where a posting's days begin and end."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone, tzinfo

ANYWHERE_ON_EARTH = timezone(timedelta(hours=-12), "AoE")
"""Where a day ends last: who has no time zone keeps a day until nobody on earth has it."""
_FIRST_ON_EARTH = timezone(timedelta(hours=14))


def day_at(moment: datetime, zone: str | None) -> date:
    """The day that it is in a time zone (IANA name); None for the last place on earth."""
    return moment.astimezone(_zone(zone)).date()


def end_of(day: date, zone: str | None) -> datetime:
    """The last second of a day in a time zone; None for the last place on earth."""
    return datetime.combine(day, time(23, 59, 59), _zone(zone))


def latest_day_at(moment: datetime, zone: str | None) -> date:
    """The last day that somebody there may call today: without a time zone, the first on earth."""
    return moment.astimezone(_zone(zone) if zone else _FIRST_ON_EARTH).date()


def _zone(name: str | None) -> tzinfo:
    if name is None:
        return ANYWHERE_ON_EARTH
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - its data is not loaded without a time zone

    return ZoneInfo(name)
