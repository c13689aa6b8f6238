"""Working days, as ``[company]`` of careers.toml says when the company works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from careers.posting.calendar import day_at
from careers.settings import CompanySettings, Weekday

_DAY = timedelta(days=1)
_WEEK = tuple(Weekday)


@dataclass(frozen=True)
class WorkingDays:
    """The company's calendar. Where it names no time zone, its days are those of UTC."""

    company: CompanySettings

    @property
    def clock(self) -> str:
        """Whose clock it is, as people say it: Berlin, UTC."""
        return (self.company.timezone or "UTC").rpartition("/")[2].replace("_", " ")

    def works_on(self, day: date) -> bool:
        """Whether it is a working day."""
        weekday = _WEEK[day.weekday()]
        return weekday in self.company.workdays and day not in self.company.holidays

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after a day."""
        while count > 0:
            day += _DAY
            count -= self.works_on(day)
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days there are after ``start``, ``end`` among them."""
        days = (start + _DAY * n for n in range(1, (end - start).days + 1))
        return sum(map(self.works_on, days))

    def day_of(self, moment: str) -> date:
        """The company's day of a time in ISO 8601, or the day that was written."""
        read = datetime.fromisoformat(moment)
        if len(moment) == len("2026-12-02"):
            return read.date()
        return day_at(read, self.company.timezone or "UTC")
