"""What people ask for without a word: by assigning, by reopening, by the label ``hold``."""

from __future__ import annotations

from collections.abc import Sequence

from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.commands import undo
from careers.hiring.forgetting.holding import legally_held
from careers.hiring.issues import Happening
from careers.hiring.labels.names import HOLD, has_label
from careers.hiring.request import Request
from careers.hiring.staffing import owners
from careers.hiring.wishes import assigned_by_us, last_owner, newest_of
from careers.process import TERMINAL

REOPENED = "reopened"


def is_held_as_labelled(candidate: Candidate) -> bool:
    """Whether the label says whether they are on hold."""
    held = has_label(candidate.issue.labels, HOLD)
    return held == (candidate.record.hold is not None)


def owned(candidate: Candidate, request: Request, events: Sequence[Happening]) -> Candidate:
    """Assigning counts; where there is no owner, whoever is assigned is it."""
    wish = last_owner(candidate, events)
    # Whom a run of ours assigned that was then cut off, the next run decides anew.
    ours, owner = assigned_by_us(candidate, events), candidate.record.owner
    there = [login for login in owners(candidate) if not has_label(ours, login)]
    if wish is None and there and not owner:
        wish = there[0], request.who
    if wish is None or wish[0].casefold() == owner.casefold():
        return candidate
    words = f"assigned to {wish[0]}" if wish[0] else f"{owner} is no longer assigned"
    return candidate.acted(candidate.changed(words, owner=wish[0]), wish[1], request.now)


def by_hand(
    candidate: Candidate, request: Request, events: Sequence[Happening]
) -> tuple[Candidate, list[Explanation]]:
    """The candidate after it, and why something was not done."""
    after, told = _held(_reopened(candidate, request, events), request, events)
    after, more = legally_held(after, request, events)
    return after, [*told, *more]


def _reopened(candidate: Candidate, request: Request, events: Sequence[Happening]) -> Candidate:
    """Reopening takes an end back, where it was the last act."""
    before = candidate.record.before
    if not (candidate.ended and candidate.issue.is_open and before):
        return candidate
    event = newest_of(candidate, events, REOPENED)
    # The list of events may lag: then the event that started this run says it.
    who = event.who if event else request.who if request.action == REOPENED else ""
    if before.stage in TERMINAL or not who or REOPENED in request.barred:
        return candidate
    decision = undo.decide(candidate, request, "")
    if isinstance(decision, Explanation):
        return candidate
    return candidate.acted(decision, who, request.now)


def _held(
    candidate: Candidate, request: Request, events: Sequence[Happening]
) -> tuple[Candidate, list[Explanation]]:
    """The label taken off ends a hold; set, it cannot begin one, since it names no day."""
    labelled, held = has_label(candidate.issue.labels, HOLD), candidate.record.hold is not None
    if labelled and not held and not request.commands:
        told = "a hold needs its day, so the label is off again. `/hold DATE words` sets both."
        set_now = request.action == "labeled" and request.label == HOLD
        said = set_now or newest_of(candidate, events, "labeled", HOLD)
        return candidate, [Explanation("hold", told)] if said else []
    event = newest_of(candidate, events, "unlabeled", HOLD)
    if not labelled and held and event:
        ended = candidate.changed("hold ended", hold=None)
        return candidate.acted(ended, event.who, request.now), []
    return candidate, []
