"""Takes back the last act, whoever did it."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.interviews.planning import upcoming
from careers.hiring.issue.days import short_day
from careers.hiring.offers.planning import SENT
from careers.hiring.outbox.moves import gone_with
from careers.hiring.outbox.timing import local
from careers.hiring.record.model import Record
from careers.hiring.record.parts import Standing
from careers.hiring.request import Request

ORDER = 90
ALIASES = ("revert", "unreject", "unhire")
_MOVE = "`/stage NAME` moves the candidate."


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """As it stood before; an undo cannot be undone, so that two of them do no harm."""
    record = candidate.record
    if record.before is None:
        return Explanation("nothing", f"there is nothing to take back. {_instead(record, request)}")
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


def _instead(record: Record, request: Request) -> str:
    """What takes back in its own way what a letter has told of, or moves them."""
    ways = {
        "`/interview off` calls the talk off.": upcoming(record, request.now) is not None,
        "`/offer void` takes the offer back.": record.offer is not None
        and record.offer.state == SENT,
    }
    return " ".join([*(way for way, is_one in ways.items() if is_one), _MOVE])
