"""The fields of an organisation's issues, which a board shows: what they say, what was changed.

The record is the truth, they are a view of it as the labels are. Where there are none, nothing is
missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from careers.hiring.actions import ClearField
from careers.hiring.asking.dating import is_far
from careers.hiring.candidate import Candidate
from careers.hiring.issue.days import full_day
from careers.hiring.issues import Issue
from careers.hiring.labels.names import normalize_stage
from careers.hiring.minding.due import Due
from careers.hiring.record.model import Record
from careers.hiring.record.parts import NextStep
from careers.hiring.record.visits import since
from careers.hiring.request import Request
from careers.hiring.settings import FieldIds
from careers.process import APPLIED

CHANGES = frozenset({"field_added", "field_removed"})
"""The actions of the events that tell of a field."""


def read_fields(values: object) -> tuple[tuple[int, str], ...]:
    """An issue's ``issue_field_values`` by their ids: an option by its name, a day in ISO 8601."""
    found = []
    for held in values if isinstance(values, list) else ():
        if isinstance(held, dict) and isinstance(number := held.get("issue_field_id"), int):
            option = held.get("single_select_option")
            value = option.get("name") if isinstance(option, dict) else held.get("value")
            found.append((number, str(value or "")))
    return tuple(found)


def field_values(record: Record, due: Due | None, ids: FieldIds) -> dict[int, str]:
    """What each field that the settings name is to say, by its id; empty where it says nothing."""
    said = {
        ids.stage: record.stage,
        ids.due: due.day.isoformat() if due else "",
        ids.since: since(record)[:10],
        ids.reason: record.reason,
    }
    said.pop(0, None)
    return said


def opening_fields(now: str, ids: FieldIds) -> tuple[tuple[int, str], ...]:
    """What they say when somebody has applied."""
    said = ((ids.stage, APPLIED), (ids.since, now[:10]))
    return tuple((number, value) for number, value in said if number)


def to_set(issue: Issue, values: Mapping[int, str]) -> tuple[tuple[int, str], ...]:
    """The fields that say something else by now; `Phone screen` says what `phone-screen` does."""
    return tuple(
        (number, value)
        for number, value in values.items()
        if value and normalize_stage(value) != normalize_stage(issue.field(number))
    )


def to_clear(issue: Issue, values: Mapping[int, str]) -> tuple[ClearField, ...]:
    """The fields that are to say nothing, and do: no request that sets others can empty one."""
    return tuple(
        ClearField(issue.number, number)
        for number, value in values.items()
        if not value and issue.field(number)
    )


def are_true(issue: Issue, values: Mapping[int, str]) -> bool:
    """Whether they say what they should; an issue that has none may be where GitHub has none."""
    return not issue.fields or not (to_set(issue, values) or to_clear(issue, values))


def card_moved(candidate: Candidate, request: Request) -> str | None:
    """The stage that a card was moved to; None where none was, or somebody moved them since."""
    if not _is_newest(candidate, request):
        return None
    said = dict(request.fields).get(request.rules.fields.stage, "")
    stage = candidate.find_stage(said)
    return stage if stage != candidate.record.stage else None


def due_changed(candidate: Candidate, request: Request, due: Due | None) -> Candidate:
    """The candidate after somebody wrote another day into the field *Due*."""
    written = dict(request.fields).get(request.rules.fields.due, "")
    known = due.day.isoformat() if due else ""
    if candidate.ended or not written or written == known or not _is_newest(candidate, request):
        return candidate
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return candidate
    step = candidate.record.next_step or NextStep(text=due.what if due else "")
    if day < request.today or is_far(day, request.today):
        return candidate
    changed = candidate.changed(
        f"next by {full_day(written)}", next_step=step.model_copy(update={"due": written})
    )
    return candidate.acted(changed, request.who, request.now)


def _is_newest(candidate: Candidate, request: Request) -> bool:
    return bool(request.fields) and request.when >= candidate.record.history[-1].when
