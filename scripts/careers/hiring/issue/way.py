"""The way that a candidate goes: the stages of the process, and how each was passed."""

from __future__ import annotations

from dataclasses import dataclass

from careers.hiring.record.model import Record
from careers.process import TERMINAL


@dataclass(frozen=True, slots=True)
class WayStep:
    """One stage. ``state`` is passed, skipped, now or ahead; ``since`` the day they came to it."""

    name: str
    state: str
    since: str = ""


def way(record: Record) -> list[WayStep]:
    """The process up to where the candidate is, and what is ahead; or up to where it ended."""
    moves = (entry for entry in record.history if entry.start != entry.to)
    since = {entry.to: entry.when[:10] for entry in moves}
    ended = record.stage in TERMINAL
    last = _last_stage(record)
    here = record.stages.index(last) if last in record.stages else 0
    steps = []
    for number, name in enumerate(record.stages[: here + 1] if ended else record.stages):
        state = "ahead" if number > here else "passed" if name in since else "skipped"
        if number == here and not ended:
            state = "now"
        steps.append(WayStep(name, state, since.get(name, "")))
    if ended:
        steps.append(WayStep(record.stage, "now", since.get(record.stage, "")))
    return steps


def _last_stage(record: Record) -> str:
    """The stage in the process where the candidate is, or was before it ended."""
    if record.stage not in TERMINAL:
        return record.stage
    passed = (name for entry in reversed(record.history) for name in (entry.to, entry.start))
    return next((name for name in passed if name and name not in TERMINAL), record.stages[0])
