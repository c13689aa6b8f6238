"""Why an order about an offer changes nothing, and what does. It never repeats a sum."""

from __future__ import annotations

from collections.abc import Iterable

from careers.hiring.issue.days import short_day
from careers.hiring.offers.orders import Effect, last_offer, next_version
from careers.hiring.record.model import Record
from careers.hiring.record.parts import Offer


def why_not(record: Record, effect: Effect, approvers: tuple[str, ...]) -> str:
    """Why an order changes nothing, and what does."""
    if effect is Effect.NONE_OUT:
        return "no offer is out."
    if effect is Effect.NEEDS_YES:
        told = f"no offer is out, and one needs {yes_of(approvers)}."
        return f"{told} `/offer send DATE` asks for it; `/hire anyway WHY` goes on without."
    offer = last_offer(record)
    name = f"offer {offer.version}"
    if effect is Effect.STANDS:
        return f"{name} is {_out(offer)}. `/offer void` takes it back first."
    if effect is Effect.UNAPPROVED:
        return f"{name} has not gone out: it waits for a yes."
    state = "void" if offer.state == "void" else "not approved"
    return f"{name} is {state}. `/offer send DATE` makes offer {next_version(record)}."


def yes_of(logins: tuple[str, ...]) -> str:
    """Whose yes is asked for."""
    return f"{' or '.join(logins)}'s yes"


def _out(offer: Offer) -> str:
    if offer.state == "asked":
        return "not approved yet"
    if offer.state == "accepted":
        return "accepted"
    return f"out, their answer by {short_day(offer.answer_by)}" if offer.answer_by else "out"


def letter_lacks(names: Iterable[str], stage: str) -> str:
    """What the letter of an offer does not go without, and where each is said."""
    said = {
        "start": "their first day (`/offer send DATE start DATE`)",
        "manager": f"who has time for a call (`people` of `[stage.{stage}]` in `candidates.toml`)",
    }
    return f"the letter *offer* must say {' and '.join(said[name] for name in names)}."


def no_file(name: str, number: int) -> str:
    """That an offer's file is missing, and how it comes."""
    return (
        f"there is no file `{name}`. `careers attach {number} offer.pdf` brings it, or upload it "
        "under that name to the draft release *offers* of this repository."
    )
