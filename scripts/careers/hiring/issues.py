"""What was read from GitHub: issues, their events and comments, labels."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as it was read. ``body`` has plain line ends: GitHub's editor writes CRLF."""

    number: int
    title: str = field(repr=False)
    body: str = field(repr=False)
    is_open: bool
    labels: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    author: str = field(default="", repr=False)
    by_bot: bool = False
    url: str = ""
    updated: str = ""
    id: int = 0
    comments: int = 0
    bare: tuple[str, ...] = ()
    """Labels that have no description, as those that GitHub made for this issue."""
    fields: tuple[tuple[int, str], ...] = ()

    def field(self, number: int) -> str:
        """What a field of the organisation's says, by its id; empty where it says nothing."""
        return dict(self.fields).get(number, "")


@dataclass(frozen=True, slots=True)
class Happening:
    """One of an issue's events: what (``labeled``, ``closed``), who, when; which label, whom."""

    id: int
    kind: str
    who: str
    by_bot: bool = False
    when: str = ""
    label: str = ""
    assignee: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as it was read; ``reactions`` counts anybody's that say done, not done or asked."""

    id: int
    who: str
    by_bot: bool
    when: str
    text: str = field(repr=False)
    edited: bool
    reactions: int


@dataclass(frozen=True, slots=True)
class Label:
    """A label as it was read."""

    name: str
    color: str = ""
    description: str = ""
