"""What a record becomes when an interview is set, moved or called off, and once it is over."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision
from careers.hiring.interviews.ending import is_to_be_called_off
from careers.hiring.interviews.numbering import number_here
from careers.hiring.interviews.telling import told_of
from careers.hiring.issue.days import moment
from careers.hiring.labels.names import has_label
from careers.hiring.record.interviewing import Interview
from careers.hiring.record.model import Record
from careers.hiring.record.parts import NextStep
from careers.hiring.request import Request
from careers.hiring.rules import Rules
from careers.process import TERMINAL

DECIDE_AFTER = 3
"""Working days after a talk by which somebody decides."""
_THEN = ", then decide"
ENDING = "called off with the no"


def upcoming(record: Record, now: str) -> Interview | None:
    """The interview that is to come in the stage where they stand."""
    talks = (talk for talk in reversed(record.interviews) if talk.stage == record.stage)
    return next((talk for talk in talks if not talk.off and talk.end > now), None)


def to_come(record: Record, now: str) -> Interview | None:
    """The interview that is to come: in the stage where they stand, else one set before."""
    others = (talk for talk in reversed(record.interviews) if not talk.off and talk.end > now)
    return upcoming(record, now) or next(others, None)


def planned(candidate: Candidate, request: Request, talk: Interview, words: str) -> Decision:
    """The decision that sets an interview, or moves the one that is set."""
    record = candidate.record
    before = upcoming(record, request.now)
    talk = _following(before, talk) if before else _numbered(record, talk)
    if before and _same(before, talk):
        return Decision(record)
    kept = tuple(each for each in record.interviews if each.number != talk.number)
    step = NextStep(
        text=f"Interview {moment(talk.start, talk.zone)}{_THEN}", due=_day(talk, request)
    )
    changes = {"interviews": (*kept, talk), "next_step": step, "hold": None}
    moved = before and (before.start, before.zone) != (talk.start, talk.zone)
    told = f"interview {'moved to ' if moved else ''}{moment(talk.start, talk.zone)}"
    told += f" with {', '.join(talk.who)}" + (f": {words}" if words else "")
    made = record.model_copy(update={**changes, **_assigned(record, talk, request)})
    if not before or talk.sequence != before.sequence:
        made = told_of(made, talk, request.rules, request.now, request.comment or 0)
    return Decision(made, told, final=True)


def _numbered(record: Record, talk: Interview) -> Interview:
    return talk.model_copy(update={"number": number_here(record, 1)})


def _following(before: Interview, talk: Interview) -> Interview:
    """What a talk that is set already becomes: who comes is nothing new in their calendar."""
    own = {"number": before.number, "sequence": before.sequence, "origin": before.origin}
    after = talk.model_copy(update=own)
    if _same(before, after.model_copy(update={"who": before.who})):
        return after.model_copy(update={"set_at": before.set_at})
    return after.model_copy(update={"sequence": before.sequence + 1})


def called_off(candidate: Candidate, request: Request, talk: Interview, words: str) -> Decision:
    """The decision that calls an interview off."""
    record = without_talk(candidate.record, talk, request.rules, request.now, request.comment or 0)
    told = f"interview of {moment(talk.start, talk.zone)} called off"
    return Decision(record, told + (f": {words}" if words else ""), final=True)


def without_talk(
    record: Record, talk: Interview, rules: Rules, now: str, comment: int = 0
) -> Record:
    """The record after a talk that will not be."""
    changes = {"off": True, "sequence": talk.sequence + 1, "set_at": now, "status": "called off"}
    off = talk.model_copy(update=changes)
    talks = tuple(off if each.number == talk.number else each for each in record.interviews)
    step = None if is_of_a_talk(record.next_step) else record.next_step
    made = record.model_copy(update={"interviews": talks, "next_step": step})
    return told_of(made, off, rules, now, comment)


def with_statuses(record: Record, rules: Rules, now: str) -> Record:
    """The record with what became of its talks by now: they took place, feedback is awaited.

    A talk of a candidate who has ended meanwhile is called off, and not before they are told.
    """
    for talk in record.interviews:
        if is_to_be_called_off(record, talk, rules, now):
            record = without_talk(record, talk, rules, now)
    talks = tuple(_with_status(talk, record, now) for talk in record.interviews)
    return record.model_copy(update={"interviews": talks})


def is_of_a_talk(step: NextStep | None) -> bool:
    """Whether a next step is that of an interview."""
    return step is not None and step.text.endswith(_THEN)


def _with_status(talk: Interview, record: Record, now: str) -> Interview:
    if talk.off:
        return talk
    if talk.end > now:
        over = record.stage in TERMINAL
        return talk.model_copy(update={"status": ENDING if over else "scheduled"})
    waits = any(c.stage == talk.stage and not c.done for c in record.cards)
    shown = any(each.stage == talk.stage for each in record.shown)
    status = "awaiting feedback" if waits and not shown else "took place"
    return talk.model_copy(update={"status": status})


def _day(talk: Interview, request: Request) -> str:
    days = request.rules.days
    return days.after(days.day_of(talk.end), DECIDE_AFTER).isoformat()


def _same(one: Interview, other: Interview) -> bool:
    """Whether nothing of a talk differs but when it was set."""
    ignored = {"sequence", "set_at"}
    return one.model_dump(exclude=ignored) == other.model_dump(exclude=ignored)


def _assigned(record: Record, talk: Interview, request: Request) -> dict[str, tuple[str, ...]]:
    """Who is assigned beside the owner: those who interview, where no card is their mail."""
    rules: Rules = request.rules
    if rules.at(record.stage).scorecard:
        return {}
    no = {record.owner, *request.unassignable}
    return {"assigned": tuple(login for login in talk.who if not has_label(no, login))}
