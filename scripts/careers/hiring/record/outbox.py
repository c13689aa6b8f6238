"""The letters of a candidate: what is due, what is being sent, what went."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from careers.hiring.record.parts import Part

MOVED, KEPT_BACK = "moved", "kept back"
"""Why a letter was stopped that nobody misses: they were moved on, or told in another way."""
CANCELLED = "cancelled"
"""What the first line of a letter says of a talk that is off."""


class LetterState(StrEnum):
    """Where a letter is. Only a run of ``tend`` takes it from ``due`` to ``sending`` and on."""

    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    STOPPED = "stopped"
    UNCERTAIN = "uncertain"

    @property
    def pending(self) -> bool:
        """Whether it may still be stopped."""
        return self is LetterState.DUE

    @property
    def ended(self) -> bool:
        """Whether nothing more becomes of it by itself."""
        return self in {LetterState.SENT, LetterState.STOPPED}

    @property
    def gone(self) -> bool:
        """Whether the candidate has it, or may have it."""
        return self in {LetterState.SENDING, LetterState.SENT, LetterState.UNCERTAIN}


class Letter(Part):
    """One letter. ``id`` counts those of the record, ``kind`` is a letter of ``careers.letters``.

    Moments are in ISO 8601, UTC: ``asked`` when it was asked for, ``due`` from when on it goes,
    ``day`` when it came to its state. ``values`` say what its placeholders stand for, days in ISO
    8601, beside what the sources say. ``comment`` is the one that waits for an answer. ``text`` is
    the digest of the words below `/reply` in that comment. ``calendar`` is the number of the
    interview whose calendar file goes with it, ``files`` are names of files of the candidate.
    ``why`` says why it was stopped, ``tries`` how often the mail server put it off. ``stage``,
    ``posting`` and ``title`` are those of the candidate when it was asked for, of which it speaks.
    """

    id: int
    kind: str
    asked: str
    due: str
    state: LetterState = LetterState.DUE
    day: str = ""
    message_id: str = ""
    tries: int = 0
    why: str = ""
    comment: int = 0
    text: str = ""
    values: Mapping[str, str] = Field(default_factory=dict)
    calendar: str = ""
    files: tuple[str, ...] = ()
    stage: str = ""
    posting: str = ""
    title: str = ""

    @property
    def calls_off(self) -> bool:
        """Whether it says that a talk does not take place."""
        return self.values.get("first_line") == CANCELLED

    @property
    def blocked(self) -> bool:
        """Whether it cannot go until a person has mended something."""
        return self.state is LetterState.STOPPED and self.why not in {MOVED, KEPT_BACK}

    @property
    def waits(self) -> bool:
        """Whether it goes later than it was asked for, so that there is time to stop it."""
        return self.state.pending and self.due > self.asked and not self.tries
