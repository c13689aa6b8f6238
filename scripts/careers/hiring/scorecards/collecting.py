"""What a candidate's record becomes of the cards as they stand, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from careers.hiring.actions import Action, Comment, EditIssue
from careers.hiring.explaining import NOTE
from careers.hiring.interviews.planning import is_of_a_talk, with_statuses
from careers.hiring.issue.days import short_day
from careers.hiring.issue.grid import card_groups
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import REPLY, has_label
from careers.hiring.record.interviewing import Place, ScorecardRef, Shown
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.parts import NextStep
from careers.hiring.rules import Rules
from careers.hiring.scorecards.asking import decide_by, is_to_be_shown
from careers.hiring.scorecards.scorecard import Scorecard

WHO = "careers"
DECIDE = "Decide"


@dataclass(frozen=True)
class Collecting:
    """With what it is decided; ``now`` is in ISO 8601."""

    rules: Rules
    writer: IssueWriter
    now: str

    def collected(self, record: Record, cards: Mapping[Place, Scorecard]) -> Record:
        """The record with what its cards (by where they are) say, once it is time.

        What a card says stands in no record before that.
        """
        refs = tuple(_with_state(ref, cards.get(ref.place)) for ref in record.cards)
        record = with_statuses(record.model_copy(update={"cards": refs}), self.rules, self.now)
        for stage in dict.fromkeys(ref.stage for ref in refs):
            if is_to_be_shown(record, stage, self.now):
                record = self._shown(record, stage)
        shown = {each.stage for each in record.shown}
        refs = tuple(
            _with_ratings(ref, cards.get(ref.place)) if ref.stage in shown else ref
            for ref in record.cards
        )
        return with_statuses(record.model_copy(update={"cards": refs}), self.rules, self.now)

    def _shown(self, record: Record, stage: str) -> Record:
        cards = [ref for ref in record.cards if ref.stage == stage]
        count = f"{sum(bool(ref.done) for ref in cards)} of {len(cards)}"
        changes: dict[str, object] = {"shown": (*record.shown, Shown(stage=stage, when=self.now))}
        if record.stage == stage and (not record.next_step or is_of_a_talk(record.next_step)):
            day = decide_by(self.rules, self.rules.days.day_of(self.now))
            changes["next_step"] = NextStep(text=DECIDE, due=day)
        told = self.line(record, f"scorecards of {stage} shown, {count} in")
        return record.model_copy(update=changes).with_entry(told)

    def line(self, record: Record, words: str) -> Entry:
        """A line of history that moves nobody."""
        stage = record.stage
        return Entry(when=self.now, who=WHO, start=stage, to=stage, reason=words)

    def plan(self, issue: Issue, before: Record, after: Record) -> tuple[Action, ...]:
        """The summaries, and the one request that writes the record; none where it is the same."""
        if after == before:
            return ()
        record = after.model_copy(update={"sequence": after.sequence + 1})
        wrote = has_label(issue.labels, REPLY)
        written = self.writer.updated(issue.body, record, unanswered=wrote)
        edit = EditIssue(issue.number, "write down the scorecards", body=written.body)
        return (*self._summaries(issue, before, record), *written.more, edit)

    def _summaries(self, issue: Issue, before: Record, after: Record) -> Iterator[Action]:
        known = {group.stage: group for group in card_groups(before)}
        for group in card_groups(after):
            if not group.shown or known.get(group.stage) == group:
                continue
            marker = f"{NOTE}scorecards {group.stage} -->"
            text = self.writer.render("scorecards", groups=(group,), decide=self._decide(after))
            yield Comment(issue.number, marker, f"{marker}\n{text}", anew=True, pinned=True)

    def _decide(self, record: Record) -> str:
        step = record.next_step
        if not step or step.text != DECIDE:
            return ""
        named = f"@{record.owner}, decide" if record.owner else "Decide"
        return f"{named} by **{short_day(step.due)}**."


def _with_state(ref: ScorecardRef, card: Scorecard | None) -> ScorecardRef:
    if card is None or not card.is_of(ref):
        return ref
    return ref.model_copy(update={"done": card.done})


def _with_ratings(ref: ScorecardRef, card: Scorecard | None) -> ScorecardRef:
    if card is None or not card.is_of(ref) or not card.done:
        return ref
    ratings = {name: str(rating) for name, rating in card.ratings.items()}
    return ref.model_copy(update={"ratings": ratings, "changed": card.changed})
