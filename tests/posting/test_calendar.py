"""A day begins and ends where the company is, or where it does last on earth."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from careers.posting.calendar import day_at, end_of, latest_day_at


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2026-12-06T00:30", "America/Los_Angeles", "2026-12-05"),
        ("2026-12-06T07:59", "America/Los_Angeles", "2026-12-05"),
        ("2026-12-06T08:00", "America/Los_Angeles", "2026-12-06"),
        ("2026-12-05T23:30", "Europe/Berlin", "2026-12-06"),
        ("2026-12-06T11:59", None, "2026-12-05"),
        ("2026-12-06T12:00", None, "2026-12-06"),
    ],
)
def test_a_day_holds_until_it_is_over_there(moment: str, zone: str | None, day: str) -> None:
    """Half past four in Los Angeles is still the last day to apply, whatever UTC says."""
    now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert day_at(now, zone) == date.fromisoformat(day)
    assert day_at(end_of(date.fromisoformat(day), zone), zone) == date.fromisoformat(day)


def test_somebody_may_be_a_day_ahead() -> None:
    """Without a time zone, a posting of tomorrow's date may come from Auckland."""
    now = datetime(2026, 12, 5, 12, tzinfo=UTC)
    assert latest_day_at(now, None) == date(2026, 12, 6)
    assert latest_day_at(now, "America/Los_Angeles") == date(2026, 12, 5)
