"""Forgets the candidate, once a box has confirmed it; `/erase off` takes that back."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.forgetting.clock import clock
from careers.hiring.labels.names import LEGAL_HOLD, has_label
from careers.hiring.request import Permission, Request

ORDER = 140
ARGUMENTS = "[off]"
PERMISSION = Permission.ADMIN
_OFF = "off"


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """To be erased by the next run of ``tend``, unless law wants it kept."""
    record = candidate.record
    if text == _OFF:
        return candidate.changed("not to be erased", keeping=_asked(candidate, ""))
    kept = clock(record, request.rules.retention, request.rules.days, request.today)
    labelled = has_label(candidate.issue.labels, LEGAL_HOLD)
    if why := kept.why_not(record, request.today, labelled=labelled):
        cure = f"An admin's `careers erase {record.issue} --anyway WHY` goes on, and is recorded."
        return Explanation("kept", f"{why}. {cure}")
    if record.keeping.asked_by:
        return Decision(record)
    if request.confirmed:
        return candidate.changed("to be erased", keeping=_asked(candidate, request.who))
    return Decision(
        record,
        answer="**Erase this application?** Its letters, files, comments and notes go, and nothing "
        "brings them back; what stays is that it was made and when it ended. Tick the box within "
        "a day, and the next run of `tend` erases it. `/erase off` stops it until then.",
        asks=True,
    )


def _asked(candidate: Candidate, who: str) -> object:
    return candidate.record.keeping.model_copy(update={"asked_by": who})
