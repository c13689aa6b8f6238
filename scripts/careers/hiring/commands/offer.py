"""Makes an offer, and keeps the answer: `send DATE`, `accepted`, `declined`, `void`."""

from __future__ import annotations

import re

from careers.hiring.asking.dating import dated
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.offers.orders import Order
from careers.hiring.offers.planning import WantedOffer, answered, made
from careers.hiring.request import Request

ORDER = 76
ALIASES = ("offered send",)
ARGUMENTS = "send DATE [start DATE]"
UNDER_WAY = True
_ORDERS: dict[str, Order] = {order.value: order for order in Order}
_ORDERS |= {"accept": Order.ACCEPTED, "decline": Order.DECLINED, "new": Order.VOID}
_START = re.compile(r"start(?:s|ing)?(?:\s+on)?\s+", re.IGNORECASE)


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """An offer with its day of answer, or what became of it."""
    word, _, rest = text.partition(" ")
    order = _ORDERS.get(word.casefold())
    if order is None:
        # What was typed is not repeated: it may be a sum.
        told = "what about the offer? `/offer send DATE`, `accepted`, `declined` or `void`."
        return Explanation("offer", told)
    if order is not Order.SEND:
        return answered(candidate, request, order, rest.strip())
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
