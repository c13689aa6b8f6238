"""Takes back the last act, whoever did it."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.days import short_day
from careers.hiring.outbox.moves import gone_with
from careers.hiring.outbox.timing import local
from careers.hiring.record.parts import Standing
from careers.hiring.request import Request

ORDER = 90
ALIASES = ("revert", "unreject", "unhire")


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """As it stood before; an undo cannot be undone, so that two of them do no harm."""
    record = candidate.record
    if record.before is None:
        return Explanation(
            "nothing", "there is nothing to take back. `/stage NAME` moves the candidate."
        )
    told = gone_with(candidate)
    if told and record.before.stage != record.stage:
        day, _, hour = local(told, request.rules.days).partition(" ")
        return Explanation(
            "told",
            f"the letter went on {short_day(day)}, {hour}. `/stage {record.before.stage}` moves "
            "them back; then write to them.",
        )
    changed = [
        name.replace("_", " ")
        for name in Standing.model_fields
        if getattr(record.before, name) != getattr(record, name)
    ]
    undone = record.stage if "stage" in changed else " and ".join(changed)
    words = f"undo of {undone}" + (f": {text}" if text else "")
    # It leaves nothing to take back: two people who undo would bring the slip back.
    return Decision(record.with_standing(record.before), words, final=True, undoes=True)
