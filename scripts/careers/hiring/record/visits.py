"""The stages that a candidate was in, one after the other, as the history tells it."""

from __future__ import annotations

from dataclasses import dataclass, replace

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
    """Every stage they were in, the present one last; of the entries that the record holds.

    What was taken back was none: they are where they were before, since they came there.
    """
    found: list[StageVisit] = []
    for entry in record.history:
        if entry.start == entry.to:
            continue
        places = [n for n, visit in enumerate(found) if visit.stage == entry.to]
        if entry.undoes and places:
            found[places[-1] :] = [replace(found[places[-1]], end=None, to="")]
            continue
        if found:
            found[-1] = replace(found[-1], end=entry.when, to=entry.to)
        found.append(StageVisit(entry.to, entry.when))
    return tuple(found) or (StageVisit(record.stage, record.history[0].when),)


def since(record: Record) -> str:
    """When they came to the stage in which they are (ISO 8601)."""
    return visits(record)[-1].start
