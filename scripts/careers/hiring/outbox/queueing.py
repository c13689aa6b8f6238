"""Asks for a letter, and stops one: pure changes of a record, written with the act itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter, LetterState

KEPT = 30
"""Letters that a record keeps; those that ended first give way."""


def queued(  # noqa: PLR0913 - all that a letter is asked for with
    record: Record,
    kind: str,
    *,
    asked: str,
    due: str = "",
    values: Mapping[str, str] | None = None,
    comment: int = 0,
    text: str = "",
    calendar: str = "",
    files: tuple[str, ...] = (),
) -> Record:
    """The record with one more letter that is due; at once where ``due`` says nothing.

    Moments are in ISO 8601, UTC; the rest is as ``Letter`` has it.
    """
    letter = Letter(
        id=max((known.id for known in record.letters), default=0) + 1,
        kind=kind,
        asked=asked,
        due=due or asked,
        values=values or {},
        comment=comment,
        text=text,
        calendar=calendar,
        files=files,
        stage=record.stage,
        posting=record.posting,
        title=record.title,
    )
    return with_letters(record, (*record.letters, letter))


def with_letters(record: Record, letters: tuple[Letter, ...]) -> Record:
    """The record with these letters, the oldest of those that ended left out."""
    over = len(letters) - KEPT
    ended = [x.id for x in letters if x.state in {LetterState.SENT, LetterState.STOPPED}]
    left_out = set(ended[: max(0, over)])
    kept = tuple(letter for letter in letters if letter.id not in left_out)
    return record.model_copy(update={"letters": kept})


def changed(record: Record, number: int, **changes: object) -> Record:
    """The record after the letter of this id changed."""
    letters = tuple(
        letter.model_copy(update=changes) if letter.id == number else letter
        for letter in record.letters
    )
    return record.model_copy(update={"letters": letters})


def stopped(record: Record, why: str, now: str, which: Callable[[Letter], bool]) -> Record:
    """The record after those that have not gone, and that ``which`` says, do not go any more."""
    for letter in record.letters:
        if (letter.state.pending or letter.blocked) and which(letter):
            record = changed(record, letter.id, state=LetterState.STOPPED, why=why, day=now)
    return record
