"""The stages of a candidate's process as a checklist."""

from __future__ import annotations

from dataclasses import dataclass

from careers.hiring.record.model import Record
from careers.process import APPLIED, TERMINAL


@dataclass(frozen=True, slots=True)
class ChecklistStep:
    """One stage: whether it was reached, and whether the candidate stands there."""

    name: str
    done: bool
    now: bool


def checklist(record: Record) -> list[ChecklistStep]:
    """The process; done are the stages up to where the candidate is, or was when it ended."""
    ended = record.stage in TERMINAL
    last = _last_stage(record)
    names = [*record.stages, *([record.stage] if ended else [])]
    reached = record.stages.index(last) if last in record.stages else 0
    return [
        ChecklistStep(name, n <= reached or name in TERMINAL, name == record.stage)
        for n, name in enumerate(names)
    ]


def _last_stage(record: Record) -> str:
    """The stage in the process where the candidate is, or was before it ended."""
    if record.stage not in TERMINAL:
        return record.stage
    stages = (entry.to for entry in reversed(record.history) if entry.to not in TERMINAL)
    return next(stages, APPLIED)
