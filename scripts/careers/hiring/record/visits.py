"""The stages that a candidate was in, one after the other, as the history tells it."""

from __future__ import annotations

from dataclasses import dataclass

from careers.hiring.record.model import Record


@dataclass(frozen=True, slots=True)
class StageVisit:
    """A stage, and the times (ISO 8601) when they came to it and left it; None: still there."""

    stage: str
    start: str
    end: str | None = None
    to: str = ""
    """Where they went."""


def visits(record: Record) -> tuple[StageVisit, ...]:
    """Every stage they were in, the present one last; of the entries that the record holds."""
    moves = [entry for entry in record.history if entry.start != entry.to]
    first = record.history[0]
    if not moves:
        return (StageVisit(record.stage, first.when),)
    ends = [*((entry.when, entry.to) for entry in moves[1:]), (None, "")]
    return tuple(
        StageVisit(entry.to, entry.when, end, to)
        for entry, (end, to) in zip(moves, ends, strict=True)
    )


def since(record: Record) -> str:
    """When they came to the stage in which they are (ISO 8601)."""
    return visits(record)[-1].start
