"""Decides where a candidate stands after somebody set a label, wrote a command or closed.

The decision is made from the live issue, its record and its events, and is one request: labels,
text and state together. There is no candidate that is half moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from careers.hiring.actions import Action, Plan, React, StartTending, Unreact
from careers.hiring.asking.by_hand import by_hand, is_held_as_labelled, owned
from careers.hiring.asking.carrying_out import DONE, SEEN, carry_out, not_done
from careers.hiring.asking.demands import lacking
from careers.hiring.asking.writing import (
    fields_of,
    is_waiting_as_labelled,
    with_fields,
    written,
)
from careers.hiring.board.fields import are_true, card_moved, due_changed
from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.explaining import explain
from careers.hiring.forgetting.holding import is_legally_held_as_labelled
from careers.hiring.issue.boxes import ticked_boxes
from careers.hiring.issue.head import due_of
from careers.hiring.issue.writer import IssueWriter, TextIsFullError
from careers.hiring.issues import Happening, Issue
from careers.hiring.labels.names import REPLY, has_label, is_stage_label, stage_label
from careers.hiring.merging import plan_merging
from careers.hiring.opening import lasting_labels
from careers.hiring.outbox.correcting import with_correction
from careers.hiring.outbox.moves import gone_with, let_go, lettered, letters_due
from careers.hiring.record.model import Record
from careers.hiring.request import TENDED, Request
from careers.hiring.staffing import assignments, is_staffed, staffed
from careers.hiring.wishes import last_wish, newest, newest_of
from careers.process import TERMINAL

FULL = Explanation(
    "full",
    "the issue's text is full. Move what the team wrote there into comments, then ask again.",
)


def is_settled(candidate: Candidate, request: Request, writer: IssueWriter) -> bool:
    """Whether nothing is to be decided, so that the issue's events need not be read."""
    stage, live = candidate.record.stage, candidate.issue.labels
    stages = [name for name in live if is_stage_label(name)]
    told = request.label if request.action == "labeled" else None
    return (
        [name.casefold() for name in stages] == [stage_label(stage).casefold()]
        and (not told or not is_stage_label(told) or candidate.find_stage(told) == stage)
        and all(has_label(live, name) for name in lasting_labels(candidate.record))
        and candidate.issue.is_open == (stage not in TERMINAL)
        and is_held_as_labelled(candidate)
        and is_legally_held_as_labelled(candidate)
        and is_waiting_as_labelled(candidate, writer.view)
        and is_staffed(candidate)
        and are_true(candidate.issue, fields_of(candidate, live, writer, request.rules.fields))
        and request.action not in {"assigned", "unassigned"}
        and not request.commands
        and not request.missed
        and not request.mends
        and not request.address
        and not ticked_boxes(candidate.issue.body)
    )


def plan_move(  # noqa: PLR0913, PLR0917 - what is there, what happened, and how it is written
    issue: Issue,
    record: Record,
    request: Request,
    renamed: Mapping[str, str],
    writer: IssueWriter,
    events: Sequence[Happening] = (),
) -> Plan:
    """What is to be done on a candidate's issue; no actions where all is as it should be."""
    candidate = Candidate.of(issue, record, renamed)
    try:
        return _plan(candidate, request, writer, events)
    except TextIsFullError:
        return not_done(candidate, request, FULL, writer)


def _plan(
    candidate: Candidate, request: Request, writer: IssueWriter, events: Sequence[Happening]
) -> Plan:
    issue, record = candidate.issue, candidate.record
    counted = [event for event in events if event.label.casefold() not in request.barred]
    wish = last_wish(candidate, counted, request.when if request.commands else "")
    if wish and card_moved(candidate, request) and wish.when <= request.when:
        wish = None
    with_owner = first = owned(with_correction(candidate, request, writer.keys), request, events)
    comments: list[Action] = []
    if not wish or not request.commands or wish.when <= request.when:
        first, explained = _settled(first, request, wish, events, writer)
        comments += [explain(candidate, request, text, writer) for text in explained]
        wish = None
    if request.action == TENDED and set(ticked_boxes(issue.body)) & set(record.offered):
        comments.append(explain(candidate, request, Explanation("unnamed"), writer))
    carried = carry_out(first, request, writer)
    then = carried.candidate
    if wish:
        then, _ = _settled(then, request, wish, events, writer)
    then = staffed(candidate, then, request)
    if not carried.merges:
        then = lettered(candidate, then, request)
    seen = max(newest(events), record.seen)
    if carried.merges:
        other = request.others[carried.merges]
        record = then.record.model_copy(update={"seen": seen})
        merged = replace(then, record=record)
        edits = with_fields(
            plan_merging(issue, other[0], record, other[1], writer),
            merged,
            writer,
            request.rules.fields,
        )
    else:
        edits = written(candidate, then, seen, writer, request.rules.fields)
    # What is said comes first: once the state is right, a run that was cut off has nothing to say.
    people = assignments(with_owner, then)
    due = letters_due(record, then.record, request.now)
    answered = (_waiting(action) if due else action for action in carried.actions)
    starts = (StartTending(issue.number),) if due and edits else ()
    done = [act for n in let_go(record, then.record) for act in (React(n, DONE), Unreact(n, SEEN))]
    return Plan((*comments, *people, *answered, *edits, *done, *starts), carried.notes)


def _waiting(action: Action) -> Action:
    """Done is said once the letter went."""
    return replace(action, content=SEEN) if isinstance(action, React) else action


def _settled(
    candidate: Candidate,
    request: Request,
    wish: Happening | None,
    events: Sequence[Happening],
    writer: IssueWriter,
) -> tuple[Candidate, list[Explanation]]:
    """One stage label stays: the one that a person set last, else what is there."""
    record = candidate.record
    names = [name for name in candidate.issue.labels if is_stage_label(name)]
    barred = [name for name in names if name.casefold() in request.barred]
    live = {name: candidate.find_stage(name) for name in names if name not in barred}
    explanations = [Explanation("barred", values={"label": name}) for name in barred]
    explanations += [
        Explanation("foreign", values={"label": name})
        for name, stage in live.items()
        if not stage and _was_set(candidate, request, name, events)
    ]
    stage, words = _chosen(candidate, request, live, wish)
    counted = [event for event in events if event.label.casefold() not in request.barred]
    while stage != record.stage and (lacks := lacking(candidate, stage, request)):
        demands, label = " ".join(lack.text for lack in lacks), stage_label(stage)
        by_card = not wish and card_moved(candidate, request) == stage
        explanations.append(Explanation("demand", demands, {"label": label, "card": by_card}))
        # What was wished before it counts, as if it had never been set.
        counted = [event for event in counted if candidate.find_stage(event.label) != stage]
        wish = wish and last_wish(candidate, counted, request.when if request.commands else "")
        stage, words = (candidate.find_stage(wish.label) if wish else "") or record.stage, ""
    moved = candidate
    if stage != record.stage:
        who = wish.who if wish else request.who
        moved = candidate.acted(candidate.moved_to(stage, words), who, request.now)
    due = due_of(moved.record, writer.view, unanswered=has_label(moved.issue.labels, REPLY))
    moved = due_changed(moved, request, due)
    after, told = by_hand(moved, request, events)
    explanations += told
    if after.record.stage == record.stage and not request.commands:
        explanations += _state_explained(after)
    return after, explanations


def _was_set(
    candidate: Candidate, request: Request, label: str, events: Sequence[Happening]
) -> bool:
    """Whether somebody set a label here: one that was renamed stands on many, and nobody did."""
    told = request.action == "labeled" and request.label == label
    return told or newest_of(candidate, events, "labeled", label.casefold()) is not None


def _chosen(
    candidate: Candidate,
    request: Request,
    live: Mapping[str, str | None],
    wish: Happening | None,
) -> tuple[str, str]:
    """The stage that is wished, and what is said of it in the history."""
    if wish and (stage := candidate.find_stage(wish.label)):
        return stage, ""
    if stage := card_moved(candidate, request):
        return stage, ""
    record = candidate.record
    # The list of events may lag: then the event that started this run says it, else what is there.
    told = request.label if request.action == "labeled" else None
    stages = list(dict.fromkeys(stage for stage in live.values() if stage))
    if told and is_stage_label(told) and has_label(live, told):
        return candidate.find_stage(told) or record.stage, ""
    others = [stage for stage in stages if stage != record.stage]
    if len(others) < 2:  # noqa: PLR2004 - between one there is no choice
        return (others[0] if others else record.stage), ""
    order = [*record.stages, *reversed(TERMINAL)]
    return max(others, key=order.index), "several stage labels were set"


def _state_explained(candidate: Candidate) -> Sequence[Explanation]:
    """Why an issue that was closed or reopened by hand does not stay so."""
    ended = candidate.record.stage in TERMINAL
    if candidate.issue.is_open == ended:
        told = gone_with(candidate) if ended else ""
        why = "reopened" if ended else "closed"
        return [Explanation(why, values={"told": told} if told else {})]
    return []
