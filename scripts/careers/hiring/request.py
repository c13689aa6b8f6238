"""What somebody asks for: by a label, by closing, by commands in a comment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from careers.hiring.issues import Issue
from careers.hiring.record.model import Record
from careers.hiring.rules import Rules


class Permission(IntEnum):
    """What somebody may do in the candidates' repository; each includes those before it."""

    NONE = 0
    READ = 1
    WRITE = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True)
class Invocation:
    """One command as it was written; ``text`` is what stands behind it on its line.

    Of a command that takes the lines below it, they follow behind a line break.
    """

    verb: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What was nearly a command: as it was written, and what it is near to, if to anything.

    ``alone`` says that the command is right and stands in the wrong place.
    """

    text: str
    near: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Ticked:
    """The boxes that somebody ticked in one edit, of those that the record ``sequence`` offered."""

    acts: tuple[str, ...] = ()
    sequence: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """By which a record knows that they were carried out."""
        return tuple(f"{self.sequence} {act}" for act in self.acts)


TENDED = "tended"
"""The action of a request that nobody's event brought."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A posting as it stands: what a record that is sent to it holds from then on."""

    posting: str
    title: str
    stages: tuple[str, ...]
    commit: str = ""
    url: str = ""
    interviewers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Openings:
    """How many of a posting's openings are filled; ``edit`` is where it is edited, if known."""

    filled: int
    all: int
    edit: str = ""


@dataclass(frozen=True)
class Request:
    """What happened: a label set (``label``), commands by a ``comment`` (its id) or by a box.

    ``now`` and ``when`` (the comment was written, the box ``ticked``) are in ISO 8601. ``missed``
    says why what looks like a command in the comment is none. ``barred`` are stage labels, in lower
    case, of those who may not move anybody. ``permission`` is looked up for commands alone.
    ``mends`` says that the comment was answered with 😕 before it was edited; ``unassignable`` are
    logins that GitHub did not take when it was asked to; ``others`` are the candidates' issues that
    the commands name, ``jobs`` the postings, by what was typed. ``confirmed`` says that the command
    was asked back and a box said yes; ``powers`` what those may do, by login in lower case, who set
    the label ``legal-hold`` or took it off. ``fields`` are those of the issue, by their ids, as
    somebody who may has just left them. ``address`` is what an edit put in the place of the address
    among the facts, ``offers`` are the names of the files of offers that there are,
    ``offer_needs`` the placeholders that whoever makes one must give for its letter to go,
    ``pay_untold`` says that the law of the job's place wants pay told and its posting names none,
    ``openings`` those of the job, where somebody is to be hired and the posting says how many,
    ``teams`` whether whoever asks is in each team that manages the posting, None where nobody could
    tell.
    """

    who: str
    now: str
    action: str = ""
    label: str | None = None
    comment: int | None = None
    barred: frozenset[str] = frozenset()
    commands: tuple[Invocation, ...] = ()
    missed: NearMiss | None = None
    when: str = ""
    permission: Permission = Permission.NONE
    rules: Rules = field(default_factory=Rules)
    mends: bool = False
    unassignable: frozenset[str] = frozenset()
    others: Mapping[int, tuple[Issue, Record]] = field(default_factory=dict)
    jobs: Mapping[str, Pinned] = field(default_factory=dict)
    confirmed: bool = False
    powers: Mapping[str, Permission] = field(default_factory=dict)
    ticked: Ticked = Ticked()
    offers: frozenset[str] = frozenset()
    offer_needs: frozenset[str] = frozenset()
    pay_untold: bool = False
    openings: Openings | None = None
    address: str = field(default="", repr=False)
    fields: tuple[tuple[int, str], ...] = ()
    teams: Mapping[str, bool | None] = field(default_factory=dict)

    def manages(self, posting: str) -> bool:
        """Whether whoever asks is a hiring manager of a posting, by login or by a team."""
        return self.rules.manages(self.who, posting) or any(
            self.teams.get(team) for team in self.rules.managing_teams(posting)
        )

    @property
    def today(self) -> date:
        """The company's day."""
        return self.rules.days.day_of(self.now)
