"""What is done about cards in time: their writers are reminded, and what people broke is mended."""

from __future__ import annotations

from careers.cli.candidate_runs.interviewing.card_desk import CardDesk, Listed
from careers.hiring.actions import Comment, EditIssue
from careers.hiring.explaining import NOTE
from careers.hiring.record.model import Record
from careers.hiring.rules import Rules
from careers.hiring.scorecards.asking import is_to_be_reminded
from careers.hiring.scorecards.scorecard import Scorecard, with_card

_FRESH = "@{}, two minutes while it is fresh: tick one line each, then *Done*."


def remind(desk: CardDesk, record: Record, listed: Listed, now: str) -> int:
    """Tell who is late, once, in their card; how many were told."""
    told = 0
    for ref in record.cards:
        issue = listed.get(ref.place)
        card = issue and desk.read(issue, ref.repository)
        if not (card and is_to_be_reminded(ref, record, now)) or card.reminded or card.done:
            continue
        made = desk.find(ref.place)  # the list is minutes old
        if made is None or made[1].reminded or made[1].done:
            continue
        issue, card = made
        marker = f"{NOTE}late card -->"
        known = card.model_copy(update={"reminded": True, "sequence": card.sequence + 1})
        body = with_card(issue.body, known, desk.writer)
        edit = EditIssue(issue.number, "write down that they were reminded", body=body)
        text = f"{marker}\n{_FRESH.format(card.who)}"
        desk.apply((Comment(issue.number, marker, text), edit), ref.repository)
        told += 1
    return told


def mend(desk: CardDesk, record: Record, listed: Listed, rules: Rules) -> int:
    """Sign anew the cards out of which people took what was signed; how many."""
    mended = 0
    for ref in record.cards:
        issue = listed.get(ref.place)
        if ref.done or issue is None or desk.read(issue, ref.repository):
            continue
        home = desk.at(ref.repository)
        issue = home.find(ref.issue) if home else None  # the list is minutes old
        if issue is None or desk.read(issue, ref.repository):
            continue
        card = Scorecard(
            candidate=record.issue,
            stage=ref.stage,
            who=ref.who,
            criteria=rules.at(ref.stage).scorecard,
            issue=ref.issue,
            due=ref.due,
            repository=ref.repository,
        )
        body = with_card(issue.body, card, desk.writer)
        edit = EditIssue(ref.issue, "sign the scorecard anew", body=body)
        desk.apply((edit,), ref.repository)
        mended += 1
    return mended
