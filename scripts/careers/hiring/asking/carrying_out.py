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
    """All commands of the comment, or none."""
    comment = request.comment
    if comment is None:
        return Carried(candidate)
    if candidate.record.was_spent(comment):
        done = React(comment, DONE)
        return Carried(candidate, (done,), ("the comment was carried out before",))
    mended = (TakeBack(candidate.issue.number, comment, note_of(comment)),) if request.mends else ()
    if not request.commands and not request.missed:
        return Carried(candidate, mended)
    answer = decide(candidate, request)
    if isinstance(answer, Explanation):
        return _not_done(candidate, request, answer, writer, mended)
    told = tuple(
        explain(candidate, request, Explanation("answer", text), writer) for text in answer.answers
    )
    changed = _assigned(candidate, answer.candidate)
    done = React(comment, DONE)
    return Carried(answer.candidate, (*mended, *told, *changed, done))


def _not_done(
    candidate: Candidate,
    request: Request,
    why: Explanation,
    writer: IssueWriter,
    mended: tuple[Action, ...],
) -> Carried:
    """What is said in place of an act."""
    comment = request.comment or 0
    if why.why == "already":
        return Carried(candidate, (*mended, React(comment, DONE)), ("it is so already",))
    if why.why == "not-theirs":
        return Carried(candidate, mended)
    said = () if why.why == "unknown-word" else (explain(candidate, request, why, writer),)
    notes = ("the command was not carried out",)
    return Carried(candidate, (*said, React(comment, NOT_DONE)), notes)


def _assigned(before: Candidate, after: Candidate) -> tuple[Action, ...]:
    """Who is assigned and who no longer; by adding and removing, so that others stay."""
    old, new = before.record.owner, after.record.owner
    number, there = before.issue.number, before.issue.assignees
    if old == new:
        return ()
    add = (Assign(number, new),) if new and not has_label(there, new) else ()
    remove = (Unassign(number, old),) if old and has_label(there, old) else ()
    return (*add, *remove)
