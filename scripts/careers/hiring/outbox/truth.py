"""Whether what a letter says is so: asked of each act, of each merge, and before anything goes."""

from __future__ import annotations

from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter
from careers.hiring.record.visits import since
from careers.letters import all_kinds
from careers.letters.support.standing import Standing
from careers.process import REJECTED, TERMINAL, WITHDRAWN

_FIRST = "received"
_OFFERED = frozenset({"sent", "accepted"})
_ENDS = {Standing.REJECTED: REJECTED, Standing.WITHDRAWN: WITHDRAWN}


def holds(letter: Letter, record: Record) -> bool:
    """Whether a letter that has not gone may go to the candidate of this record, as it is now."""
    where = all_kinds()[letter.kind].standing
    if letter.calendar:
        return _is_of_its_talk(letter, record)
    if where in _ENDS:
        return record.stage == _ENDS[where] and letter.asked >= since(record)
    if where is Standing.ANYWHERE:
        return True
    if record.stage in TERMINAL or (letter.kind == _FIRST and _was_told_since(letter, record)):
        return False
    same_job = letter.posting in {"", record.posting}
    if letter.files and not (same_job and _is_out(letter, record)):
        return False
    same_stage = letter.stage in {"", record.stage}
    return where is Standing.UNDER_WAY or (same_job and same_stage)


def _is_of_its_talk(letter: Letter, record: Record) -> bool:
    """Whether the talk stands as the letter says: off, or to be."""
    off = letter.calls_off
    talks = (talk for talk in record.interviews if str(talk.number) == letter.calendar)
    return any(talk.off == off and (off or record.stage not in TERMINAL) for talk in talks)


def _was_told_since(letter: Letter, record: Record) -> bool:
    return any(x.state.gone and x.id != letter.id and x.day >= letter.asked for x in record.letters)


def _is_out(letter: Letter, record: Record) -> bool:
    """Whether the offer that it brings is the one that is out."""
    offer = record.offer
    return offer is not None and offer.state in _OFFERED and offer.file in letter.files
