"""What a stage demands before somebody comes to it, and how it is passed by: ``anyway WHY``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.minding.reminders import is_conversation
from careers.hiring.offers.planning import STAGE as OFFER
from careers.hiring.offers.planning import is_accepted
from careers.hiring.outbox.moves import talked
from careers.hiring.record.model import Record
from careers.hiring.record.visits import visits
from careers.hiring.request import Permission, Request
from careers.process import HIRED, spoken

_ANYWAY = re.compile(r"(?:(.*?)\s+)?\banyway\b[\s,:]*(.*)", re.IGNORECASE | re.DOTALL)


_ON = "`/advance anyway WHY` goes on and is recorded."


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing: in words for whoever moved them, and for the history; who may go on."""

    text: str
    words: str
    may: Permission


def read_anyway(text: str) -> tuple[str, str | None]:
    """What stands before ``anyway``, and the reason behind it; None where it is not said."""
    found = _ANYWAY.fullmatch(text.strip())
    return (found[1] or "", found[2].strip()) if found else (text, None)


def lacking(candidate: Candidate, stage: str, request: Request) -> list[Lack]:
    """What is missing before they come to a stage or are hired; nothing on the way back."""
    record = candidate.record
    if stage == HIRED:
        return [*_offer(record), *_openings(candidate, request)]
    if stage not in record.stages:
        return []
    here, there = (record.stages.index(name) for name in (candidate.last_stage, stage))
    ahead = record.stages[here + 1 : there + 1]
    lacks = (_lack(record, candidate.last_stage, name, request) for name in ahead)
    return [lack for some in lacks for lack in some]


def _lack(record: Record, left: str, stage: str, request: Request) -> list[Lack]:
    rules = request.rules.at(stage)
    found = [
        _scorecards(record, left, stage, rules.needs_scorecards),
        _approval(record, stage, rules.approvers),
        _pay(record, stage) if request.pay_untold else None,
    ]
    return [lack for lack in found if lack]


def _offer(record: Record) -> list[Lack]:
    """Where the process has an offer, somebody accepts it before they are hired."""
    if OFFER not in record.stages or is_accepted(record) or record.stage == HIRED:
        return []
    text = "no offer was accepted. `/offer accepted` first, or `/hire anyway WHY`."
    return [Lack(text, "without an accepted offer", Permission.WRITE)]


def _openings(candidate: Candidate, request: Request) -> list[Lack]:
    """No more people are hired than the posting has openings."""
    openings = request.openings
    if openings is None or openings.filled < openings.all or candidate.record.stage == HIRED:
        return []
    full = f"{openings.filled} of {openings.all}"
    posting = f"[the posting]({openings.edit})" if openings.edit else "the posting"
    text = f"{full} openings are filled. Raise `openings:` in {posting}, then again."
    return [Lack(text, f"though {full} openings are filled", Permission.WRITE)]


def _scorecards(record: Record, left: str, stage: str, needed: int) -> Lack | None:
    """Those of the stage that they leave count."""
    cards = [card for card in record.cards if card.stage == left]
    there = sum(bool(card.done) for card in cards)
    if there >= needed:
        return None
    missing = [card.who for card in cards if not card.done]
    count = f"{there or 'none'} {_are(there)} in"
    who = f" ({', '.join(missing)} {_are(len(missing))} missing)" if missing else ""
    wanted = f"{needed} scorecard{'s' if needed > 1 else ''}"
    text = f"*{spoken(stage)}* needs {wanted}, {count}{who}. {_ON}"
    return Lack(text, f"without {needed - there} of {wanted}", Permission.WRITE)


def _approval(record: Record, stage: str, approvers: tuple[str, ...]) -> Lack | None:
    if not approvers or is_approved(record, stage):
        return None
    who = " or ".join(f"@{login}" for login in approvers)
    text = (
        f"*{spoken(stage)}* needs a yes first: {who}, `/approve` gives it. An admin's "
        "`/advance anyway WHY` goes on and is recorded."
    )
    return Lack(text, "without approval", Permission.ADMIN)


def _pay(record: Record, stage: str) -> Lack | None:
    """Who talks with people for the first time has been told what the job pays (EU 2023/970)."""
    if not is_conversation(stage) or talked(record):
        return None
    text = (
        "before the first interview the pay must be told, and this posting names none. Add "
        "`salary:` to the posting; or tell them, and `/advance anyway WHY` goes on, recorded."
    )
    return Lack(text, "without pay in the posting", Permission.WRITE)


def is_approved(record: Record, stage: str) -> bool:
    """Whether somebody said yes to a stage since they came to it last."""
    came = max((visit.start for visit in visits(record) if visit.stage == stage), default="")
    return any(each.stage == stage and each.when > came for each in record.approvals)


def passed(
    candidate: Candidate, stage: str, request: Request, why: str | None
) -> str | Explanation:
    """What the history says of what was passed by, or why it is not."""
    lacks = lacking(candidate, stage, request)
    if not lacks:
        return ""
    # Who may go on past all of it is told all of it; the rest is told what stops them.
    stops = [lack for lack in lacks if why is None or request.permission < lack.may]
    if stops:
        return Explanation("demand", " ".join(lack.text for lack in stops))
    if not why:
        return Explanation("demand", "say why: `/advance anyway WHY`, or `/hire anyway WHY`.")
    return f"anyway, {' and '.join(lack.words for lack in lacks)}"


def _are(count: int) -> str:
    return "are" if count > 1 else "is"
