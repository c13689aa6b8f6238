"""The offer of two records that become one: an accepted one stands, then one that is out."""

from __future__ import annotations

from careers.hiring.offers.planning import ACCEPTED, ASKED, SENT
from careers.hiring.record.model import Record
from careers.hiring.record.parts import Offer

_RANK = (ASKED, SENT, ACCEPTED)


def joined_offer(record: Record, other: Record) -> Offer | None:
    """Theirs where it came further, else this one's; counted on from the later version.

    The file of a version that was made here would else be taken for the next offer's.
    """
    offers = [each.offer for each in (record, other) if each.offer]
    if not offers:
        return None
    version = max(offer.version for offer in offers)
    return max(offers, key=_place).model_copy(update={"version": version})


def _place(offer: Offer) -> int:
    return _RANK.index(offer.state) if offer.state in _RANK else -1
