"""Every order about an offer wherever one stands, and orders one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

import pytest

from careers.hiring.actions import Comment, EditIssue, Plan
from careers.hiring.commands import commands_by_name
from careers.hiring.comments import read_commands
from careers.hiring.issues import Issue
from careers.hiring.moving import plan_move
from careers.hiring.offers.orders import TABLE, Effect, Order, Place, page
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.record.model import Record
from careers.hiring.record.parts import Offer, OfferState
from careers.hiring.request import Permission, Pinned, Request
from careers.hiring.rules import Rules
from careers.hiring.settings import OfferRules
from careers.process import TERMINAL
from hiring.sealing import WHO, WRITER, block, candidate, read

CASES = Path(__file__).parent / "offers"
DOCS = Path(__file__).parents[2] / "docs" / "interviews.md"
FILES = frozenset(f"3-offer-{version}.pdf" for version in (1, 2, 3))
LETTERS = LettersSettings(
    send=("offer",),
    sender="Rita Example",
    role="recruiting",
    address="jobs@example.com",
    server="smtp.example.com",
)
YES = OfferRules(approvers=("ngozi", "ada"))
DESIGNER = Pinned("designer", "Designer", ("applied", "offer"), "c0ffee")
TOLD = {Effect.STANDS, Effect.NONE_OUT, Effect.UNAPPROVED, Effect.NEEDS_YES, Effect.OVER}


def after(record: Record, text: str, **given: object) -> tuple[Record, Plan]:
    """The record after a comment, and all that is to be done."""
    labels = ("job:engineer", WHO, f"stage:{record.stage}")
    people = tuple(filter(None, (record.owner, *record.assigned)))
    issue = Issue(3, "t", block(record), record.stage not in TERMINAL, labels, people)
    request = Request(
        "rita",
        "2026-03-02T10:00:00Z",
        comment=1,
        commands=tuple(read_commands(text)),
        permission=Permission.WRITE,
        offers=FILES,
        jobs={"designer": DESIGNER},
    )
    plan = plan_move(issue, record, replace(request, **given), {}, WRITER)  # type: ignore[arg-type]
    edits = [x for x in plan.actions if isinstance(x, EditIssue) and x.number == 3]
    return (read(edits[0].body or "") if edits else record), plan


@pytest.mark.parametrize(("place", "order"), TABLE, ids=lambda x: x.name.lower())
def test_an_order_comes_to_what_the_table_says(place: Place, order: Order) -> None:
    """The offer afterwards, whether its file is still its own, and whether something is said."""
    offer = None
    if place not in {Place.NONE, Place.NO_YES}:
        state = cast("OfferState", place.value)
        when = "2026-03-01T10:00:00Z"
        offer = Offer(version=1, state=state, when=when, file="3-offer-1.pdf", start="2026-06-01")
    before = candidate("offer").model_copy(update={"offer": offer})
    words = f"/offer {order} 9 Mar" if order is Order.SEND else f"/offer {order}"
    rules = Rules(offer=YES if place is Place.NO_YES else OfferRules())
    now, plan = after(before, words, rules=rules)
    effect = TABLE[place, order]
    assert any(isinstance(action, Comment) for action in plan.actions) == (effect in TOLD)
    if effect in {*TOLD, Effect.NOTHING}:
        assert now.offer == offer
        return
    assert now.offer is not None
    made = 2 if offer else 1
    state, version, file = {
        Effect.MADE: ("asked" if rules.offer.approvers else "sent", made, f"3-offer-{made}.pdf"),
        Effect.KEPT: (order.value, 1, "3-offer-1.pdf"),
        Effect.HEARD: ("accepted", 1, ""),
    }[effect]
    assert (now.offer.state, now.offer.version, now.offer.file) == (state, version, file)


def test_every_order_is_decided_everywhere() -> None:
    """No place and no order is left out, and an offer has no other state."""
    assert set(TABLE) == {(place, order) for place in Place for order in Order}
    assert set(get_args(OfferState)) <= set(Place)


def steps(text: str) -> Iterator[str]:
    """What comes of each line: a comment, by whom it is where another than rita writes.

    First lines: ``rules: yes`` says that an offer needs a yes, ``letters: yes`` that letters go.
    """
    head, _, body = text.partition("\n\n")
    rules = Rules(
        offer=YES if "rules: yes" in head else OfferRules(),
        letters=LETTERS if "letters: yes" in head else LettersSettings(send=()),
    )
    record = candidate("offer").model_copy(update={"owner": "rita"})
    for number, line in enumerate(body.splitlines()):
        who, _, comment = line.rpartition(": ")
        record, plan = after(
            record,
            comment,
            who=who or "rita",
            now=f"2026-03-02T1{number}:00:00Z",
            comment=number + 1,
            rules=rules,
        )
        yield f"{line}\n  {standing(record)}"
        for action in plan.actions:
            if isinstance(action, Comment):
                yield f"  {action.body.removeprefix(action.marker).strip()}"


def standing(record: Record) -> str:
    """Where they stand, the offer, who is assigned, what is next, the letters."""
    offer, step = record.offer, record.next_step
    told = f"{offer.version} {offer.state} {offer.file or 'without a file'}" if offer else "none"
    letters = ", ".join(f"{x.state} with {' '.join(x.files)}" for x in record.letters) or "none"
    who = " ".join((record.owner, *record.assigned))
    day = f" from {record.first_day}" if record.first_day else ""
    return (
        f"{record.stage}{day} · offer {told} · next {step.text if step else 'nothing'} · {who} · "
        f"letters {letters}"
    )


@pytest.mark.parametrize("path", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)
def test_orders_follow_each_other(path: Path, expected: Callable[[Path, str], None]) -> None:
    """What stands after each of several comments, and what is said."""
    expected(path.with_suffix(".txt"), "\n".join(steps(path.read_text("utf-8"))) + "\n")


def test_the_docs_have_the_table(expected: Callable[[Path, str], None]) -> None:
    """Made anew by ``--bless``."""
    start, end = "<!-- offers: made from the code -->\n\n", "\n\n<!-- /offers -->"
    before, _, rest = DOCS.read_text("utf-8").partition(start)
    expected(DOCS, f"{before}{start}{page()}{end}{rest.partition(end)[2]}")


def test_the_words_of_a_box_are_orders() -> None:
    """*Accepted*, *Declined* and *Write offer 2* are read."""
    record = candidate("offer").model_copy(
        update={"offer": Offer(version=1, state="sent", when="2026-03-01T10:00:00Z", file="x")}
    )
    assert "offer" in commands_by_name()
    for word, state in (("accepted", "accepted"), ("declined", "declined"), ("new", "void")):
        assert (after(record, f"/offer {word}")[0].offer or record).state == state  # type: ignore[union-attr]
