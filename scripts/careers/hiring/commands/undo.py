"""Takes back the last act, whoever did it."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.record.parts import Standing
from careers.hiring.request import Request

ORDER = 90
ALIASES = ("revert", "unreject", "unhire")


def decide(candidate: Candidate, _request: Request, text: str) -> Decision | Explanation:
    """As it stood before; an undo cannot be undone, so that two of them do no harm."""
    record = candidate.record
    if record.before is None:
        return Explanation(
            "nothing", "there is nothing to take back. `/stage NAME` moves the candidate."
        )
    changed = [
        name.replace("_", " ")
        for name in Standing.model_fields
        if getattr(record.before, name) != getattr(record, name)
    ]
    undone = record.stage if "stage" in changed else " and ".join(changed)
    words = f"undo of {undone}" + (f": {text}" if text else "")
    # It leaves nothing to take back: two people who undo would bring the slip back.
    return Decision(record.with_standing(record.before), words, final=True)
