"""Carries the commands of a comment out on a record, and says to their writer what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from careers.hiring.actions import Action, Assign, React, TakeBack, Unassign
from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.deciding import decide
from careers.hiring.explaining import explain, note_of
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.labels.names import has_label
from careers.hiring.request import Request

DONE, NOT_DONE = "+1", "confused"


@dataclass(frozen=True)
class Carried:
    """The candidate afterwards; what is said and assigned; notes for the log."""

    candidate: Candidate
    actions: tuple[Action, ...] = ()
    notes: tuple[str, ...] = ()


def carry_out(candidate: Candidate, request: Request, writer: IssueWriter) -> Carried:
    """All commands, or none; a comment is answered by a reaction, a box by nothing."""
    if candidate.record.was_spent(request.comment):
        return Carried(candidate, _react(request, DONE), ("the comment was carried out before",))
    mended = _mended(candidate, request)
    if not request.commands and not request.missed:
        return Carried(candidate, mended)
    answer = decide(candidate, request)
    if isinstance(answer, Explanation):
        return _not_done(candidate, request, answer, writer)
    told = tuple(
        explain(candidate, request, Explanation("answer", text), writer) for text in answer.answers
    )
    changed = _assigned(candidate, answer.candidate)
    return Carried(answer.candidate, (*mended, *told, *changed, *_react(request, DONE)))


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


def _assigned(before: Candidate, after: Candidate) -> tuple[Action, ...]:
    """Who is assigned and who no longer; by adding and removing, so that others stay."""
    old, new = before.record.owner, after.record.owner
    number, there = before.issue.number, before.issue.assignees
    if old == new:
        return ()
    add = (Assign(number, new),) if new and not has_label(there, new) else ()
    remove = (Unassign(number, old),) if old and has_label(there, old) else ()
    return (*add, *remove)
