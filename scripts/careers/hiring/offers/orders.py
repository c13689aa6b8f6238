"""What each order about an offer comes to, by where the offer stands: the one table of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum

from careers.hiring.record.model import Record
from careers.hiring.record.parts import Offer


class Order(StrEnum):
    """What is said of an offer behind ``/offer``."""

    SEND = "send"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    VOID = "void"


class Place(StrEnum):
    """Where the last offer of a candidate stands, if any was made."""

    NONE = "none was made"
    NO_YES = "none was made, and `[offer]` names who says yes"
    ASKED = "asked"
    REFUSED = "refused"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    VOID = "void"


class Effect(Enum):
    """What an order comes to; what follows ``STANDS`` are explanations, which change nothing."""

    MADE = "the next offer, by its own file"
    KEPT = "the same offer, its file with it"
    HEARD = "an offer of which only the answer is known: it has no file"
    NOTHING = "nothing: it is so already"
    STANDS = "not done: `/offer void` first"
    NONE_OUT = "not done: no offer is out"
    UNAPPROVED = "not done: it waits for a yes"
    NEEDS_YES = "not done: an offer needs a yes first"
    OVER = "not done: it no longer stands"


_COLUMNS = tuple(Order)
_MADE, _KEPT, _NOTHING, _STANDS = Effect.MADE, Effect.KEPT, Effect.NOTHING, Effect.STANDS
_NONE, _OVER, _WAITS = Effect.NONE_OUT, Effect.OVER, Effect.UNAPPROVED
_ROWS: Mapping[Place, tuple[Effect, Effect, Effect, Effect]] = {
    Place.NONE: (_MADE, Effect.HEARD, _NONE, _NONE),
    Place.NO_YES: (_MADE, Effect.NEEDS_YES, _NONE, _NONE),
    Place.ASKED: (_STANDS, _WAITS, _WAITS, _KEPT),
    Place.REFUSED: (_MADE, _OVER, _OVER, _NOTHING),
    Place.SENT: (_STANDS, _KEPT, _KEPT, _KEPT),
    # People change their minds, both ways; what was taken back or refused nobody can accept.
    Place.ACCEPTED: (_STANDS, _NOTHING, _KEPT, _KEPT),
    Place.DECLINED: (_MADE, _KEPT, _NOTHING, _KEPT),
    Place.VOID: (_MADE, _OVER, _OVER, _NOTHING),
}
TABLE: Mapping[tuple[Place, Order], Effect] = {
    (place, order): effect
    for place, effects in _ROWS.items()
    for order, effect in zip(_COLUMNS, effects, strict=True)
}


def place_of(offer: Offer | None, *, needs_yes: bool) -> Place:
    """Where an offer stands."""
    if offer is None:
        return Place.NO_YES if needs_yes else Place.NONE
    return Place(offer.state)


def effect_of(record: Record, order: Order, *, needs_yes: bool) -> Effect:
    """What an order comes to for the candidate of this record."""
    return TABLE[place_of(record.offer, needs_yes=needs_yes), order]


def next_version(record: Record) -> int:
    """The version that an offer would have which is made now."""
    return record.offer.version + 1 if record.offer else 1


def last_offer(record: Record) -> Offer:
    """The last offer of a record that has one."""
    if record.offer is None:
        raise AssertionError("it was looked at before")
    return record.offer


def page() -> str:
    """The table as ``docs/interviews.md`` has it."""
    names = " | ".join(f"`/offer {order}`" for order in _COLUMNS)
    rows = [f"| the last offer | {names} |", f"|---|{'---|' * len(_COLUMNS)}"]
    for place, effects in _ROWS.items():
        rows.append(f"| {place} | {' | '.join(effect.value for effect in effects)} |")
    return "\n".join(rows)
