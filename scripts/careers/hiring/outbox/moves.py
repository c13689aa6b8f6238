"""The letter that a move asks for, and those that it stops: whoever moved, and by what."""

from __future__ import annotations

from careers.hiring.candidate import Candidate
from careers.hiring.interviews.planning import with_statuses
from careers.hiring.minding.reminders import is_conversation
from careers.hiring.outbox.inviting import asks_to_talk
from careers.hiring.outbox.queueing import changed, queued, stopped
from careers.hiring.outbox.timing import due_at
from careers.hiring.outbox.truth import holds
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import MOVED, LetterState
from careers.hiring.record.visits import visits
from careers.hiring.request import Request
from careers.hiring.rules import Rules
from careers.letters import all_kinds
from careers.letters.support.standing import Standing
from careers.process import APPLIED, HIRED, REJECTED, WITHDRAWN

NO_LETTER = "none"
_CLOSE, _NOT = "close-call", "not-a-match"


def lettered(before: Candidate, after: Candidate, request: Request) -> Candidate:
    """The candidate with the letter that the move from one stage to the other asks for."""
    record, rules = after.record, request.rules
    final = record.before is None
    if record.stage == before.record.stage:
        record = _said_otherwise(still_true(record, request.now), before.record, request)
        if any(entry.undoes and entry.when == request.now for entry in record.history):
            record = _taken_up(record, before, request.now)
        return after.with_record(record)
    record = stopped(record, MOVED, request.now, lambda letter: all_kinds()[letter.kind].moves)
    # What the candidate hears of a talk that is off comes before what ends their process.
    record = with_statuses(still_true(record, request.now), rules, request.now)
    if final and before.record.before is not None:
        record = _taken_up(record, before, request.now)
    kind = "" if final else _kind(record, before.record, rules)
    if kind == NO_LETTER:
        # Who is told nothing is not told either that people will read what they sent.
        record = stopped(record, MOVED, request.now, lambda _letter: True)
    elif rules.letters.sends(kind):
        when = all_kinds()[kind].when
        due = due_at(when, request.now, rules.days, rules.letters, talks(record))
        record = queued(record, kind, asked=request.now, due=due, comment=request.comment or 0)
    return after.with_record(record)


def still_true(record: Record, now: str) -> Record:
    """The record without the letters of what is not so any more."""
    return stopped(record, MOVED, now, lambda letter: not holds(letter, record))


def _said_otherwise(record: Record, before: Record, request: Request) -> Record:
    """After another reason for a no that waits: the letter of that reason goes, or none."""
    if record.stage != REJECTED or record.reason == before.reason:
        return record
    kind = _kind(record, before, request.rules)
    for letter in record.letters:
        if letter.state.pending and all_kinds()[letter.kind].standing is Standing.REJECTED:
            if request.rules.letters.sends(kind):
                record = changed(record, letter.id, kind=kind)
            else:
                record = changed(
                    record, letter.id, state=LetterState.STOPPED, why=MOVED, day=request.now
                )
    return record


def _taken_up(record: Record, before: Candidate, now: str) -> Record:
    """After an undo: due again is what the act that is undone had stopped."""
    offer = before.record.offer
    acts = {before.entered.when, offer.when if offer else ""}
    for letter in record.letters:
        if letter.why != MOVED or letter.day not in acts:
            continue
        asked = now if all_kinds()[letter.kind].moves else letter.asked
        due = letter.model_copy(
            update={"state": LetterState.DUE, "why": "", "day": "", "asked": asked}
        )
        if holds(due, record):
            record = changed(record, letter.id, **due.model_dump())
    return record


def _kind(record: Record, before: Record, rules: Rules) -> str:
    """The letter that a move asks for; empty where it asks for none."""
    if record.stage == REJECTED:
        reason = rules.reasons.get(record.reason)
        kind = reason.letter if reason else _NOT
        return _NOT if kind == _CLOSE and not talked(record) else kind
    if record.stage == WITHDRAWN:
        return "withdrawn"
    if record.stage in {HIRED, APPLIED} or not _went_on(record, before):
        return ""
    asks = asks_to_talk(record.stage, rules.at(record.stage))
    return "invited" if asks else ""


def _went_on(record: Record, before: Record) -> bool:
    """Whether they came nearer to the end of the process; back from an end, a person writes."""
    if before.stage not in record.stages:
        return False
    return record.stages.index(record.stage) > record.stages.index(before.stage)


def letters_due(before: Record, after: Record, now: str) -> bool:
    """Whether a letter was asked for, or is due once more, that goes at once."""
    known = {(letter.id, letter.due, letter.state) for letter in before.letters}
    return any(
        letter.state.pending and letter.due <= now
        for letter in after.letters
        if (letter.id, letter.due, letter.state) not in known
    )


def let_go(before: Record, after: Record) -> tuple[int, ...]:
    """The comments that waited for a letter which does not go any more: they were carried out."""
    due = {x.id for x in before.letters if x.state.pending and not x.waits and x.comment}
    stays = LetterState.STOPPED
    return tuple(x.comment for x in after.letters if x.id in due and x.state is stays)


def talked(record: Record) -> bool:
    """Whether they have been in a stage in which people talk."""
    return any(is_conversation(visit.stage) for visit in visits(record))


def talks(record: Record) -> frozenset[str]:
    """The days in ISO 8601 on which they were told that people talk with them."""
    return frozenset(
        letter.values.get("day", "") for letter in record.letters if letter.kind == "interview"
    )


def gone_with(candidate: Candidate) -> str:
    """When the letter went that the last move asked for (ISO 8601); empty while none has.

    A letter of which nobody knows counts: the candidate may have it.
    """
    came = candidate.entered.when
    moving = (x for x in reversed(candidate.record.letters) if all_kinds()[x.kind].moves)
    last = max(moving, key=lambda letter: letter.asked, default=None)
    return last.day if last and last.asked == came and last.state.gone else ""
