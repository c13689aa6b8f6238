"""The yes or no of whoever may give it to an offer."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision
from careers.hiring.offers.orders import last_offer
from careers.hiring.offers.planning import REFUSED, SENT, sent
from careers.hiring.record.parts import NextStep
from careers.hiring.request import Request


def approved(candidate: Candidate, request: Request) -> Decision:
    """The decision that an offer may go out."""
    offer = last_offer(candidate.record)
    said = offer.model_copy(update={"state": SENT, "by": request.who, "when": request.now})
    return sent(candidate, request, said, f", approved by {request.who}")


def refused(candidate: Candidate, request: Request, why: str) -> Decision:
    """The decision that it may not; the owner goes on."""
    offer = last_offer(candidate.record)
    said = offer.model_copy(update={"state": REFUSED, "by": request.who, "when": request.now})
    step = NextStep(text=f"Offer {offer.version} was not approved")
    words = f"offer {offer.version} not approved: {why}"
    return candidate.changed(words, offer=said, next_step=step)
