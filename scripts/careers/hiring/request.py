"""What somebody asks for: by a label, by closing, by commands in a comment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Permission(IntEnum):
    """What somebody may do in the candidates' repository; each includes those before it."""

    NONE = 0
    READ = 1
    WRITE = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True)
class Invocation:
    """One command as it was written; ``text`` is what stands behind it on its line."""

    verb: str
    text: str = ""


@dataclass(frozen=True)
class Request:
    """What happened: a label set (``label``), commands in a comment (``comment`` is its id).

    ``now`` is in ISO 8601. ``permission`` is looked up for commands alone.
    """

    who: str
    now: str
    action: str = ""
    label: str | None = None
    comment: int | None = None
    commands: tuple[Invocation, ...] = ()
    permission: Permission = Permission.NONE
