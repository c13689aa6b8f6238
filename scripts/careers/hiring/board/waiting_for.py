"""What a candidate's next day is for, in our words alone: what people write may name somebody."""

from __future__ import annotations

from careers.hiring.interviews.planning import is_of_a_talk
from careers.hiring.issue.days import short_day
from careers.hiring.minding.due import Cause
from careers.hiring.offers.planning import ASKED, SENT
from careers.hiring.overview.row import CandidateRow
from careers.hiring.record.model import Record


def waits_for(row: CandidateRow) -> str:
    """The words, Markdown; empty where nothing is due."""
    due, record = row.due, row.record
    if due is None:
        return ""
    told = due.what
    if due.why is Cause.NEXT:
        told = _next(record) or ("next step" if due.ours else "their move")
    elif due.why is Cause.STAGE:
        told = "go on"
    return ", ".join(filter(None, (_scorecards(record), told)))


def _next(record: Record) -> str:
    """An offer's answer, or a talk with its day."""
    if record.offer and record.offer.state == SENT:
        return "their answer"
    if record.offer and record.offer.state == ASKED:
        return "the offer's approval"
    talks = [x for x in record.interviews if x.stage == record.stage and not x.off]
    if not talks or not is_of_a_talk(record.next_step):
        return ""
    return f"interview **{short_day(talks[-1].start[:10])}**, decide"


def _scorecards(record: Record) -> str:
    """How many of those that were asked for are in, until all are."""
    cards = [card for card in record.cards if card.stage == record.stage]
    there = sum(bool(card.done) for card in cards)
    return f"scorecards {there} of {len(cards)}" if there < len(cards) else ""
