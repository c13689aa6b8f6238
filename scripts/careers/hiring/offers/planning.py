"""What a record becomes by an offer. Sums stand in its file alone: interviewers read issues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.days import short_day
from careers.hiring.labels.names import has_label
from careers.hiring.minding.due import THEIRS
from careers.hiring.offers.explaining import letter_lacks, no_file, why_not, yes_of
from careers.hiring.offers.orders import Effect, Order, effect_of, last_offer, next_version
from careers.hiring.outbox.queueing import queued
from careers.hiring.record.model import Record
from careers.hiring.record.parts import NextStep, Offer
from careers.hiring.request import Request

ASKED: Final = "asked"
REFUSED: Final = "refused"
SENT: Final = "sent"
ACCEPTED: Final = "accepted"
DECLINED: Final = "declined"
VOID: Final = "void"
STANDING = frozenset({ASKED, SENT, ACCEPTED})
KIND = STAGE = "offer"
"""The letter that brings it, and the stage that makes a process one with an offer."""


TOLD = frozenset({"start", "manager"})
"""What the letter has from whoever makes the offer, and from the settings of the stage."""


@dataclass(frozen=True, slots=True)
class WantedOffer:
    """An offer as somebody asks for it: until when they answer, their first day, and a note."""

    answer_by: str
    start: str = ""
    note: str = ""


def file_of(number: int, version: int) -> str:
    """The name of an offer's file, an asset of the draft release ``offers``."""
    return f"{number}-offer-{version}.pdf"


def made(candidate: Candidate, request: Request, wanted: WantedOffer) -> Decision | Explanation:
    """The decision that makes an offer: it is sent, or waits for somebody's yes."""
    record, approvers = candidate.record, request.rules.offer.approvers
    effect = effect_of(record, Order.SEND, needs_yes=bool(approvers))
    if effect is not Effect.MADE:
        return Explanation("offer", why_not(record, effect, approvers))
    version = next_version(record)
    name = file_of(record.issue, version)
    if name not in request.offers:
        return Explanation("offer", no_file(name, record.issue))
    if lacks := _lacking(record, request, wanted):
        return Explanation("offer", letter_lacks(lacks, record.stage))
    offer = Offer(
        version=version,
        state=ASKED if approvers else SENT,
        when=request.now,
        file=name,
        answer_by=wanted.answer_by,
        start=wanted.start,
    )
    note = f": {wanted.note}" if wanted.note else ""
    if not approvers:
        return sent(candidate, request, offer, note)
    step = NextStep(text=f"Offer {version} waits for {yes_of(approvers)}", who=approvers[0])
    words = f"offer {version} waits for a yes{note}"
    changes = {"offer": offer, "next_step": step, "assigned": _with(record, approvers[:1])}
    return candidate.changed(words, **changes)


def _lacking(record: Record, request: Request, wanted: WantedOffer) -> list[str]:
    """What the letter does not go without and nobody said, where it goes."""
    if not request.rules.letters.sends(KIND):
        return []
    known = {"start": wanted.start, "manager": request.rules.at(record.stage).people}
    return [name for name, text in known.items() if not text and name in request.offer_needs]


def sent(candidate: Candidate, request: Request, offer: Offer, note: str = "") -> Decision:
    """The decision that lets an offer go out; from then on it is the candidate's move."""
    step = NextStep(text="Their answer to the offer", due=offer.answer_by, who=THEIRS)
    words = f"offer {offer.version} sent, their answer by {short_day(offer.answer_by)}{note}"
    made_ = candidate.changed(words, offer=offer, next_step=step)
    return Decision(_told(made_.record, offer, request), words, final=True)


def _told(record: Record, offer: Offer, request: Request) -> Record:
    """The record with the letter that brings the offer, where the settings send it."""
    if not request.rules.letters.sends(KIND):
        return record
    values = {
        "start": offer.start,
        "answer_by": offer.answer_by,
        "manager": request.rules.at(record.stage).people,
    }
    return queued(
        record,
        KIND,
        asked=request.now,
        values={name: text for name, text in values.items() if text},
        comment=request.comment or 0,
        files=(offer.file,),
    )


def answered(
    candidate: Candidate, request: Request, order: Order, note: str
) -> Decision | Explanation:
    """The decision that keeps what the candidate said to it, or that it is void."""
    record = candidate.record
    approvers = request.rules.offer.approvers
    effect = effect_of(record, order, needs_yes=bool(approvers))
    if effect is Effect.NOTHING:
        return Decision(record)
    if effect is Effect.HEARD:
        offer = Offer(version=next_version(record), state=ACCEPTED, when=request.now)
    elif effect is Effect.KEPT:
        changes = {"state": order.value, "when": request.now}
        offer = last_offer(record).model_copy(update=changes)
    else:
        return Explanation("offer", why_not(record, effect, approvers))
    step = {
        ACCEPTED: NextStep(text="Accepted: hire"),
        DECLINED: NextStep(text="Declined: decide"),
    }.get(offer.state)
    words = f"offer {offer.version} {offer.state}" + (f": {note}" if note else "")
    return candidate.changed(words, offer=offer, next_step=step)


def voided(record: Record, now: str) -> Offer | None:
    """The last offer, which stands no longer: it was for another job."""
    if record.offer is None or record.offer.state not in STANDING:
        return record.offer
    return record.offer.model_copy(update={"state": VOID, "when": now})


def is_waiting(record: Record) -> bool:
    """Whether an offer waits for somebody's yes."""
    return record.offer is not None and record.offer.state == ASKED


def is_accepted(record: Record) -> bool:
    """Whether the candidate said yes."""
    return record.offer is not None and record.offer.state == ACCEPTED


def _with(record: Record, people: tuple[str, ...]) -> tuple[str, ...]:
    """Who is assigned beside the owner, these too."""
    no = (record.owner, *record.assigned)
    return (*record.assigned, *(login for login in people if not has_label(no, login)))
