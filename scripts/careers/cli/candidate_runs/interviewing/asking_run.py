"""Asks for scorecards: opens and fills them, takes up those let go, says when the talk is."""

from __future__ import annotations

from collections.abc import Callable

from careers.cli.candidate_runs.interviewing.card_desk import CardDesk
from careers.hiring.actions import EditIssue, PutBelow
from careers.hiring.issues import Issue
from careers.hiring.labels.names import SCORECARD
from careers.hiring.record.interviewing import ScorecardRef
from careers.hiring.record.model import Record
from careers.hiring.rules import Rules
from careers.hiring.scorecards.asking import new_card, talk_key, talk_of, talk_values, term_of
from careers.hiring.scorecards.kit import Kit
from careers.hiring.scorecards.scorecard import (
    Scorecard,
    fill_card,
    head,
    open_card,
    read_stub,
    with_card,
    with_head,
)


class AskingRun:
    """Of one run; ``kit`` is what interviewers of a posting are given at a stage."""

    def __init__(self, desk: CardDesk, rules: Rules, kit: Callable[[str, str], Kit]) -> None:
        self._desk = desk
        self._rules = rules
        self._kit = kit

    def asked(self, record: Record, who: str) -> ScorecardRef:
        """Open and fill a card, or take up one: let go, or opened by a run that was cut off."""
        for ref in record.let_go:
            if (ref.stage, ref.who) == (record.stage, who) and self._desk.find(ref.place):
                what = "it is waited for again"
                edit = EditIssue(ref.issue, what, closed=False, reason="reopened")
                self._desk.apply((edit,), ref.repository)
                return self.set_anew(record, ref)
        card, issue = self._opened(record, who)
        home = card.repository
        if not card.issue:
            card = card.model_copy(update={"issue": issue.number})
            talk, kit = talk_values(record, card.stage), self._kit(record.posting, card.stage)
            of = self._desk.repository.name if home else ""
            self._desk.apply((fill_card(card, kit, talk, self._desk.writer, of),), home)
        if not home:  # an issue of another repository is put below none
            self._desk.apply((PutBelow(record.issue, issue.id),))
        ref = ScorecardRef(stage=card.stage, who=card.who, issue=issue.number, repository=home)
        return ref.model_copy(update=self._term(record, ref))

    def set_anew(self, record: Record, ref: ScorecardRef) -> ScorecardRef:
        """A card whose talk was set, moved or called off says so on top."""
        term = self._term(record, ref)
        if found := self._desk.find(ref.place):
            issue, card = found
            changes = {"due": term["due"], "reminded": False, "sequence": card.sequence + 1}
            card = card.model_copy(update=changes)
            top = head(card, talk_values(record, ref.stage), (), self._desk.writer)
            body = with_card(with_head(issue.body, top), card, self._desk.writer)
            edit = EditIssue(issue.number, "say when the talk is", body=body)
            self._desk.apply((edit,), ref.repository)
        return ref.model_copy(update=term)

    def _term(self, record: Record, ref: ScorecardRef) -> dict[str, str]:
        term = term_of(record, ref.stage, self._rules)
        return {"due": term.due, "until": term.until, "talk": talk_key(record, ref.stage)}

    def _opened(self, record: Record, who: str) -> tuple[Scorecard, Issue]:
        desk, home = self._desk, self._desk.apart
        wanted = new_card(record, who, self._rules).model_copy(update={"repository": home})
        there = desk.at(home)
        for issue in there.open_labelled(SCORECARD) if there else ():
            card = desk.read(issue, home) or read_stub(issue, desk.writer.keys)
            if card and (card.candidate, card.stage, card.who) == (record.issue, wanted.stage, who):
                return card, issue
        talk = talk_of(record, wanted.stage)
        day = self._rules.days.day_of(talk.start).isoformat() if talk else ""
        opened = desk.apply((open_card(wanted, day, desk.writer),), home)
        if opened is None:
            raise AssertionError("GitHub answers with the issue that it opened")
        return wanted, opened
