"""Days as people read them in an issue: ``Wed 25 Nov 2026``."""

from __future__ import annotations

from datetime import date


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


def _day(when: str) -> date | None:
    try:
        return date.fromisoformat(when[:10])
    except ValueError:
        return None
