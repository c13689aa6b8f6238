"""The label ``legal-hold``: whoever may write sets it, and an admin alone takes it off."""

from __future__ import annotations

from collections.abc import Sequence

from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.issues import Happening
from careers.hiring.labels.names import LEGAL_HOLD, has_label
from careers.hiring.request import Permission, Request
from careers.hiring.wishes import newest_of

_SOMEBODY = "somebody"
_LABELED, _UNLABELED = "labeled", "unlabeled"


def is_legally_held_as_labelled(candidate: Candidate) -> bool:
    """Whether the label says what the record says."""
    labelled = has_label(candidate.issue.labels, LEGAL_HOLD)
    return labelled == bool(candidate.record.keeping.held_by)


def legally_held(
    candidate: Candidate, request: Request, events: Sequence[Happening]
) -> tuple[Candidate, list[Explanation]]:
    """The record follows the label where who set it may; else the label follows the record."""
    if is_legally_held_as_labelled(candidate):
        return candidate, []
    labelled = has_label(candidate.issue.labels, LEGAL_HOLD)
    who = _who(candidate, request, events, _LABELED if labelled else _UNLABELED)
    may = request.powers.get(who.casefold(), Permission.NONE)
    if labelled and who and may < Permission.WRITE:
        return candidate, [Explanation("no-legal-hold", "`legal-hold` needs write access here.")]
    if not labelled and may < Permission.ADMIN:
        told = "an admin alone takes `legal-hold` off, so it is set again."
        return candidate, [Explanation("legal-hold", told)] if who else []
    held = {
        "held_by": (who or _SOMEBODY) if labelled else "",
        "held_since": request.today.isoformat() if labelled else "",
    }
    words = "must not be erased: legal-hold" if labelled else "legal-hold ended"
    keeping = candidate.record.keeping.model_copy(update=held)
    decision = candidate.changed(words, keeping=keeping)
    return candidate.acted(decision, who or _SOMEBODY, request.now), []


def _who(candidate: Candidate, request: Request, events: Sequence[Happening], kind: str) -> str:
    """Who did it: by the list of events, else by the event that started this run."""
    event = newest_of(candidate, events, kind, LEGAL_HOLD)
    told = request.action == kind and (request.label or "").casefold() == LEGAL_HOLD
    return event.who if event else request.who if told else ""


def holders(candidate: Candidate, request: Request, events: Sequence[Happening]) -> set[str]:
    """The logins of whom it must be known what they may."""
    if is_legally_held_as_labelled(candidate):
        return set()
    return {_who(candidate, request, events, kind) for kind in (_LABELED, _UNLABELED)} - {""}
