"""Makes an offer, and keeps the answer: `send DATE`, `accepted`, `declined`, `void`."""

from __future__ import annotations

import re

from careers.hiring.asking.dating import dated
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.offers.planning import ACCEPTED, DECLINED, VOID, WantedOffer, answered, made
from careers.hiring.record.parts import OfferState
from careers.hiring.request import Request

ORDER = 76
ALIASES = ("offered send",)
ARGUMENTS = "send DATE [start DATE]"
UNDER_WAY = True
_SEND = "send"
_ANSWERS: dict[str, OfferState] = {
    "accepted": ACCEPTED,
    "accept": ACCEPTED,
    "declined": DECLINED,
    "decline": DECLINED,
}
_ANSWERS |= {"void": VOID, "new": VOID}
_START = re.compile(r"start(?:s|ing)?(?:\s+on)?\s+", re.IGNORECASE)


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """An offer with its day of answer, or what became of it."""
    word, _, rest = text.partition(" ")
    if state := _ANSWERS.get(word.casefold()):
        return answered(candidate, request, state, rest.strip())
    if word.casefold() != _SEND:
        # What was typed is not repeated: it may be a sum.
        told = "what about the offer? `/offer send DATE`, `accepted`, `declined` or `void`."
        return Explanation("offer", told)
    day = dated(request, rest.strip(), "/offer send")
    if isinstance(day, Explanation):
        return day
    start = _START.match(day[1])
    if not start:
        return made(candidate, request, WantedOffer(day[0], note=day[1]))
    begins = dated(request, day[1][start.end() :], f"/offer send {day[0]} start")
    if isinstance(begins, Explanation):
        return begins
    return made(candidate, request, WantedOffer(day[0], *begins))
