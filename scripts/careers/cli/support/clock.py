"""What day it is for a company."""

from __future__ import annotations

from datetime import UTC, date, datetime

from careers.posting.calendar import day_at, latest_day_at
from careers.settings import Settings


def today(settings: Settings) -> date:
    """The day in the company's time zone; in the last place on earth where it names none."""
    return day_at(datetime.now(UTC), settings.company.timezone)


def latest_today(settings: Settings) -> date:
    """The last day that anybody of the company may call today."""
    return latest_day_at(datetime.now(UTC), settings.company.timezone)


def company_day(settings: Settings) -> date:
    """The day by which the company counts its working days; in UTC where it names no zone."""
    return day_at(datetime.now(UTC), settings.company.timezone or "UTC")
