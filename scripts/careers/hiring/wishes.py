"""What people wished last, and whether a record is older than what was written: by the events.

Events come late, twice and out of order; their ids tell which came last. A record holds the
newest that its decision knew (``seen``), so what is newer was not yet answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careers.hiring.candidate import Candidate
from careers.hiring.issues import Happening, Issue
from careers.hiring.labels.names import has_label, is_stage_label, stage_label

_LABELED, _UNLABELED = "labeled", "unlabeled"
_ASSIGNED, _UNASSIGNED = "assigned", "unassigned"


def newest(events: Sequence[Happening]) -> int:
    """The id of the newest event; 0 where there is none."""
    return max((event.id for event in events), default=0)


def is_ours(event: Happening, candidate: Candidate) -> bool:
    """Whether the bot that wrote the issue did it; a token of a person's cannot be told."""
    return event.by_bot and event.who == candidate.issue.author


def brought_up(issue: Issue, events: Sequence[Happening]) -> Issue:
    """The issue as the events tell it, which were read after it: labels, and whether it is open.

    The last event of each label decides, of those that are no older than what was read.
    """
    labels, is_open = list(issue.labels), issue.is_open
    for event in sorted(events, key=lambda event: event.id):
        if not issue.updated or event.when < issue.updated or is_stage_label(event.label):
            continue
        if event.kind == _LABELED and not has_label(labels, event.label):
            labels.append(event.label)
        elif event.kind == _UNLABELED:
            labels = [name for name in labels if name.casefold() != event.label.casefold()]
        elif event.kind in {"closed", "reopened"}:
            is_open = event.kind == "reopened"
    return replace(issue, labels=tuple(labels), is_open=is_open)


def last_wish(
    candidate: Candidate, events: Sequence[Happening], told: str = ""
) -> Happening | None:
    """The newest stage label that a person set since the last decision and did not take off.

    Where a comment is carried out that was written at ``told``, a label set after it counts
    though it was followed before: the comment's run came late.
    """
    taken_off = set()
    for event in sorted(events, key=lambda event: -event.id):
        if event.id <= candidate.record.seen and not (told and event.when > told):
            return None
        if not is_stage_label(event.label) or is_ours(event, candidate):
            continue
        name = event.label.casefold()
        if event.kind == _UNLABELED:
            taken_off.add(name)
        elif event.kind == _LABELED and name not in taken_off and candidate.find_stage(event.label):
            return event
    return None


def newest_of(
    candidate: Candidate, events: Sequence[Happening], kind: str, label: str = ""
) -> Happening | None:
    """The newest event of a kind, and of a label where it has one, by people since then."""
    found = (
        event
        for event in sorted(events, key=lambda event: -event.id)
        if event.id > candidate.record.seen
        and event.kind == kind
        and event.label.casefold() == label
        and not is_ours(event, candidate)
    )
    return next(found, None)


def last_owner(candidate: Candidate, events: Sequence[Happening]) -> tuple[str, str] | None:
    """Whom people made the owner by assigning since the last decision, and who did it.

    Nobody, where the owner was taken off; None where nothing was done.
    """
    owner, helping = candidate.record.owner, candidate.record.assigned
    there = [login for login in candidate.issue.assignees if not has_label(helping, login)]
    for event in sorted(events, key=lambda event: -event.id):
        if event.id <= candidate.record.seen:
            break
        if is_ours(event, candidate):
            continue
        if event.kind == _ASSIGNED and has_label(there, event.assignee):
            return event.assignee, event.who
        gone = event.kind == _UNASSIGNED and not has_label(there, event.assignee)
        if gone and event.assignee.casefold() == owner.casefold():
            return (there[0] if there else ""), event.who
    return None


def assigned_by_us(candidate: Candidate, events: Sequence[Happening]) -> list[str]:
    """Whom we assigned since the last decision, which that decision did not know."""
    return [
        event.assignee
        for event in events
        if event.id > candidate.record.seen
        and event.kind == _ASSIGNED
        and is_ours(event, candidate)
    ]


def is_stale(candidate: Candidate, events: Sequence[Happening]) -> bool:
    """Whether the bot wrote another stage than the record's after what the record knew.

    It never does in one request, so the record was put back to an older one.
    """
    for event in events:
        if event.id <= candidate.record.seen or not is_ours(event, candidate):
            continue
        # A list may lag: what was written before the record's last line says nothing.
        if event.when < candidate.record.history[-1].when or not is_stage_label(event.label):
            continue
        stage = candidate.record.stage
        if event.kind == _LABELED and candidate.find_stage(event.label) != stage:
            return True
        if event.kind == _UNLABELED and event.label.casefold() == stage_label(stage).casefold():
            return True
    return False


def others_since(
    candidate: Candidate, after: Issue, events: Sequence[Happening], known: int
) -> tuple[list[Happening], bool]:
    """Label events by others newer than ``known``: the last of each label, and if a stage moved.

    ``after`` is the issue as our request's answer had it. Where a person's token writes, the first
    event of each change that the request made is ours.
    """
    own = _changes(candidate.issue, after)
    last: dict[str, Happening] = {}
    moved = False
    for event in sorted(events, key=lambda event: event.id):
        if event.id <= known or is_ours(event, candidate):
            continue
        change = (event.kind, event.label.casefold())
        if event.who == candidate.issue.author and change in own:
            own.remove(change)
        elif event.kind in {_LABELED, _UNLABELED}:
            if is_stage_label(event.label):
                moved = True
            else:
                last[event.label.casefold()] = event
        elif event.kind in {"closed", "reopened"}:
            moved = True
    return list(last.values()), moved


def _changes(before: Issue, after: Issue) -> set[tuple[str, str]]:
    """What tells of a request that made the one of the other: kinds of events, and their labels."""
    had, has = ({label.casefold() for label in issue.labels} for issue in (before, after))
    changes = {(_LABELED, name) for name in has - had} | {(_UNLABELED, x) for x in had - has}
    if before.is_open != after.is_open:
        changes.add(("reopened" if after.is_open else "closed", ""))
    return changes
