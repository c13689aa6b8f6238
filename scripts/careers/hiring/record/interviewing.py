"""The parts of a record about interviews: who was asked for a scorecard, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from pydantic import Field

from careers.hiring.record.parts import Day, Part

Place = tuple[str, int]
"""A scorecard's repository (empty for the candidates') and the number of its issue there."""


class ScorecardRef(Part):
    """A scorecard that was asked for: an issue of its own, which alone tells what it says.

    ``until`` is when it is waited for no longer, ``talk`` the interview that it knows, ``done``
    when it was sent, ``changed`` when it was changed after that; times in ISO 8601. ``ratings`` are
    by criterion, once they are shown. ``repository`` is where it is: empty, the candidates'.
    """

    stage: str
    who: str
    issue: int
    due: Day = ""
    until: str = ""
    talk: str = ""
    done: str = ""
    changed: str = ""
    ratings: Mapping[str, str] = Field(default_factory=dict)
    repository: str = ""

    @property
    def place(self) -> Place:
        """Where it is: a repository and a number."""
        return self.repository, self.issue


class Shown(Part):
    """When a stage's scorecards were shown to all."""

    stage: str
    when: str


class Approval(Part):
    """Who said yes to a stage, and when (ISO 8601)."""

    stage: str
    by: str
    when: str


class Interview(Part):
    """A talk that was set. ``start`` is in ISO 8601 in UTC, ``zone`` an IANA name.

    ``number`` counts a candidate's talks, ``sequence`` the changes of one (RFC 5545, 3.8.7.4);
    ``set_at`` is when it was changed last, ``off`` says that it was called off; ``status`` is
    ``scheduled``, ``awaiting feedback``, ``took place``, ``called off``, or ``called off with the
    no`` while somebody who was rejected was not told. ``origin`` is what it was called in calendars
    by the issue that it was set in, where that was merged into this one (``41-1``).
    """

    number: int
    stage: str
    start: str
    zone: str = "UTC"
    minutes: int = 60
    who: tuple[str, ...] = ()
    link: str = ""
    sequence: int = 0
    set_at: str = ""
    off: bool = False
    status: str = "scheduled"
    origin: str = ""

    @property
    def end(self) -> str:
        """When it ends, in ISO 8601."""
        end = datetime.fromisoformat(self.start) + timedelta(minutes=self.minutes)
        return end.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
