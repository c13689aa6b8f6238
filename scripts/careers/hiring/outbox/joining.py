"""The letters of two records that become one: what went stays, what is due must be true of both."""

from __future__ import annotations

from careers.hiring.interviews.numbering import number_here
from careers.hiring.outbox.truth import holds
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import MOVED, Letter, LetterState
from careers.letters import all_kinds
from careers.letters.support.standing import Standing

_NO = "no"


def joined_letters(record: Record, other: Record, merged: Record) -> tuple[Letter, ...]:
    """All that went; of what is due, what is so for ``merged``, and each word once.

    Of two noes that are due one goes, and none where they were told before.
    """
    mine = [_stopped_unless(x, merged, _gone(other)) for x in record.letters]
    here = _gone(record) | {_word(x) for x in mine if _waits(x)}
    theirs = [_stopped_unless(_of_joined_talk(x, record), merged, here) for x in other.letters]
    first = max((letter.id for letter in record.letters), default=0) + 1
    moved = [x.model_copy(update={"id": first + n}) for n, x in enumerate(theirs)]
    return tuple(sorted((*mine, *moved), key=lambda letter: letter.asked))


def _of_joined_talk(letter: Letter, record: Record) -> Letter:
    """A letter of the other's about a talk, by the number that the talk has here."""
    if not letter.calendar:
        return letter
    return letter.model_copy(update={"calendar": str(number_here(record, int(letter.calendar)))})


def _waits(letter: Letter) -> bool:
    return letter.state.pending or letter.blocked


def _gone(record: Record) -> set[str]:
    return {_word(x) for x in record.letters if x.state.gone} - {""}


def _stopped_unless(letter: Letter, merged: Record, told: set[str]) -> Letter:
    """The letter, which does not go where it is not so, or where they were told."""
    return (
        letter if holds(letter, merged) and _word(letter) not in told else _stopped(letter, merged)
    )


def _stopped(letter: Letter, merged: Record) -> Letter:
    if not _waits(letter):
        return letter
    day = merged.history[-1].when
    return letter.model_copy(update={"state": LetterState.STOPPED, "why": MOVED, "day": day})


def _word(letter: Letter) -> str:
    """What a letter tells that is told once; empty for what is each its own."""
    if letter.calendar or letter.text or letter.files:
        return ""
    standing = all_kinds()[letter.kind].standing
    if standing is Standing.REJECTED:
        return _NO
    return f"{letter.kind} {letter.stage}" if standing is Standing.SAME_STAGE else letter.kind
