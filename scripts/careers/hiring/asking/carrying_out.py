"""Carries the commands of a comment out on a record, and says to their writer what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careers.hiring.actions import Action, Plan, React, TakeBack
from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.deciding import decide
from careers.hiring.explaining import explain, note_of
from careers.hiring.forgetting.asking import question
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.request import Request

_OVERTAKEN = (
    "a comment that was written after this one has moved the candidate already. "
    "If this still holds, write it again."
)
DONE, NOT_DONE, SEEN = "+1", "confused", "eyes"


@dataclass(frozen=True)
class Carried:
    """The candidate afterwards; what is said; notes for the log; who was joined in."""

    candidate: Candidate
    actions: tuple[Action, ...] = ()
    notes: tuple[str, ...] = ()
    merges: int = 0


def carry_out(candidate: Candidate, request: Request, writer: IssueWriter) -> Carried:
    """All commands, or none; a comment is answered by a reaction, a box by nothing."""
    if candidate.record.was_spent(request.comment):
        waits = any(
            letter.comment == request.comment and not letter.state.ended
            for letter in candidate.record.letters
        )
        notes = ("the comment was carried out before",)
        return Carried(candidate, () if waits else _react(request, DONE), notes)
    if candidate.record.was_ticked(request.ticked.keys):
        return Carried(candidate, notes=("the box was carried out before",))
    mended = _mended(candidate, request)
    if not request.commands and not request.missed:
        return Carried(candidate, mended)
    answer = _one_box(request) or decide(candidate, request)
    if not isinstance(answer, Explanation) and _is_overtaken(candidate, answer.candidate, request):
        answer = Explanation("overtaken", _OVERTAKEN)
    if isinstance(answer, Explanation):
        return _not_done(candidate, request, answer, writer)
    box = question(candidate.issue.number, request, writer.keys.current) if answer.asks else ""
    told = tuple(
        explain(candidate, request, Explanation("answer", text + box), writer)
        for text in answer.answers
    )
    done = answer.candidate
    done = replace(done, record=done.record.with_ticks(request.ticked.keys))
    reaction = _react(request, SEEN if answer.asks else DONE)
    return Carried(done, (*mended, *told, *reaction), merges=answer.merges)


def _is_overtaken(before: Candidate, after: Candidate, request: Request) -> bool:
    """Whether a comment that was written later has moved them already: the last wish wins."""
    if not request.comment or request.mends or before.record.stage == after.record.stage:
        return False
    moves = (entry.ref for entry in before.record.history if entry.start != entry.to)
    return any(ref and ref > request.comment for ref in moves)


def not_done(candidate: Candidate, request: Request, why: Explanation, writer: IssueWriter) -> Plan:
    """What is said where nothing can be written."""
    carried = _not_done(candidate, request, why, writer)
    return Plan(carried.actions, ("the text is full, nothing to do",))


def _one_box(request: Request) -> Explanation | None:
    """Of boxes that were ticked in one edit none is chosen."""
    count = len(request.ticked.acts)
    if count < 2:  # noqa: PLR2004 - one is meant
        return None
    return Explanation("boxes", f"{count} boxes were ticked at once, and one is meant. Tick one.")


def _not_done(
    candidate: Candidate, request: Request, why: Explanation, writer: IssueWriter
) -> Carried:
    """What is said in place of an act."""
    if why.why == "already":
        done = (*_mended(candidate, request), *_react(request, DONE))
        return Carried(candidate, done, ("it is so already",))
    if why.why == "not-theirs":
        return Carried(candidate, _mended(candidate, request))
    said = () if why.why == "unknown-word" else (explain(candidate, request, why, writer),)
    notes = ("the command was not carried out",)
    return Carried(candidate, (*said, *_react(request, NOT_DONE)), notes)


def _react(request: Request, content: str) -> tuple[Action, ...]:
    return (React(request.comment, content),) if request.comment else ()


def _mended(candidate: Candidate, request: Request) -> tuple[Action, ...]:
    """Our answer to what the comment said before goes."""
    if not request.mends or not request.comment:
        return ()
    return (TakeBack(candidate.issue.number, request.comment, note_of(request.comment)),)
