"""What a record becomes by an offer. Sums stand in its file alone: interviewers read issues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.days import short_day
from careers.hiring.labels.names import has_label
from careers.hiring.minding.due import THEIRS
from careers.hiring.outbox.queueing import queued
from careers.hiring.record.model import Record
from careers.hiring.record.parts import NextStep, Offer, OfferState
from careers.hiring.request import Request

ASKED: Final = "asked"
REFUSED: Final = "refused"
SENT: Final = "sent"
ACCEPTED: Final = "accepted"
DECLINED: Final = "declined"
VOID: Final = "void"
OPEN = frozenset({ASKED, SENT})
KIND = STAGE = "offer"
"""The letter that brings it, and the stage that makes a process one with an offer."""


@dataclass(frozen=True, slots=True)
class WantedOffer:
    """An offer as somebody asks for it: until when they answer, their first day, and a note."""

    answer_by: str
    start: str = ""
    note: str = ""


def file_of(number: int, version: int) -> str:
    """The name of an offer's file, an asset of the draft release ``offers``."""
    return f"{number}-offer-{version}.pdf"


def next_version(record: Record) -> int:
    """The version that an offer would have which is made now."""
    return record.offer.version + 1 if record.offer else 1


def made(candidate: Candidate, request: Request, wanted: WantedOffer) -> Decision | Explanation:
    """The decision that makes an offer: it is sent, or waits for somebody's yes."""
    record = candidate.record
    before, version = record.offer, next_version(record)
    if before and before.state in OPEN:
        told = f"offer {before.version} is {_out(before)}. `/offer void` takes it back first."
        return Explanation("offer", told)
    name = file_of(record.issue, version)
    if name not in request.offers:
        return Explanation("offer", _no_file(name, record.issue))
    approvers = request.rules.offer.approvers
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
    step = NextStep(text=f"Offer {version} waits for {_names(approvers)}", who=approvers[0])
    words = f"offer {version} waits for a yes{note}"
    changes = {"offer": offer, "next_step": step, "assigned": _with(record, approvers[:1])}
    return candidate.changed(words, **changes)


def sent(candidate: Candidate, request: Request, offer: Offer, note: str = "") -> Decision:
    """The decision that lets an offer go out; from then on it is the candidate's move."""
    step = NextStep(text="Their answer to the offer", due=offer.answer_by, who=THEIRS)
    words = f"offer {offer.version} sent, their answer by {short_day(offer.answer_by)}{note}"
    approvers = [offer.by] if offer.by else []
    left = tuple(x for x in candidate.record.assigned if not has_label(approvers, x))
    made_ = candidate.changed(words, offer=offer, next_step=step, assigned=left)
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
    candidate: Candidate, request: Request, state: OfferState, note: str
) -> Decision | Explanation:
    """The decision that keeps what the candidate said to it, or that it is void."""
    before = candidate.record.offer
    if before and before.state == state:
        return Decision(candidate.record)
    if before is None or (before.state not in OPEN and state != VOID):
        if state != ACCEPTED:
            return Explanation("offer", "no offer is out.")
        before = Offer(version=next_version(candidate.record), state=SENT, when=request.now)
    if before.state == ASKED and state != VOID:
        return Explanation("offer", f"offer {before.version} has not gone out: it waits for a yes.")
    offer = before.model_copy(update={"state": state, "when": request.now})
    step = {
        ACCEPTED: NextStep(text="Accepted: hire"),
        DECLINED: NextStep(text="Declined: decide"),
    }.get(state)
    words = f"offer {offer.version} {state}" + (f": {note}" if note else "")
    return candidate.changed(words, offer=offer, next_step=step)


def approved(candidate: Candidate, request: Request) -> Decision:
    """The decision that an offer may go out."""
    offer = _waiting(candidate.record)
    said = offer.model_copy(update={"state": SENT, "by": request.who, "when": request.now})
    return sent(candidate, request, said, f", approved by {request.who}")


def refused(candidate: Candidate, request: Request, why: str) -> Decision:
    """The decision that it may not; the owner goes on."""
    offer = _waiting(candidate.record)
    said = offer.model_copy(update={"state": REFUSED, "by": request.who, "when": request.now})
    step = NextStep(text=f"Offer {offer.version} was not approved")
    left = tuple(x for x in candidate.record.assigned if x.casefold() != request.who.casefold())
    words = f"offer {offer.version} not approved: {why}"
    return candidate.changed(words, offer=said, next_step=step, assigned=left)


def is_waiting(record: Record) -> bool:
    """Whether an offer waits for somebody's yes."""
    return record.offer is not None and record.offer.state == ASKED


def is_accepted(record: Record) -> bool:
    """Whether the candidate said yes."""
    return record.offer is not None and record.offer.state == ACCEPTED


def _waiting(record: Record) -> Offer:
    if record.offer is None:
        raise AssertionError("it was looked at before")
    return record.offer


def _with(record: Record, people: tuple[str, ...]) -> tuple[str, ...]:
    """Who is assigned beside the owner, these too."""
    no = (record.owner, *record.assigned)
    return (*record.assigned, *(login for login in people if not has_label(no, login)))


def _names(logins: tuple[str, ...]) -> str:
    return f"{' or '.join(logins)}'s yes"


def _out(offer: Offer) -> str:
    if offer.state == ASKED:
        return "not approved yet"
    return f"out, their answer by {short_day(offer.answer_by)}" if offer.answer_by else "out"


def _no_file(name: str, number: int) -> str:
    return (
        f"there is no file `{name}`. `careers attach {number} offer.pdf` brings it, or upload it "
        "under that name to the draft release *offers* of this repository."
    )
