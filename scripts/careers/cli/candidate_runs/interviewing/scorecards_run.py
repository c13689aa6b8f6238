"""Asks interviewers for scorecards, takes what they send, and shows it when all are in."""

from __future__ import annotations

from collections.abc import Mapping

from careers.cli.candidate_runs.interviewing.asking_run import AskingRun
from careers.cli.candidate_runs.interviewing.card_desk import CardDesk, Listed
from careers.cli.candidate_runs.interviewing.minding_cards import mend, remind
from careers.cli.candidate_runs.settling import Settling
from careers.cli.support.candidates import now, timestamp
from careers.github.repository import Repository
from careers.hiring.actions import Action, EditIssue
from careers.hiring.issues import Issue
from careers.hiring.record.block import read_record
from careers.hiring.record.interviewing import Place, ScorecardRef
from careers.hiring.record.model import Record
from careers.hiring.scorecards.answering import Answering, ScorecardEvent
from careers.hiring.scorecards.asking import moved, not_asked, not_wanted, still_let_go, talk_values
from careers.hiring.scorecards.collecting import Collecting
from careers.hiring.scorecards.scorecard import Scorecard

_NOTHING = "nothing to do"
_MERGED = 9
"""Issues that were merged one into the next, at most, until the one that stands is found."""


class ScorecardsRun:
    """One run. Each card is an issue of its own; a candidate's record is made of all of them."""

    def __init__(self, repository: Repository, settling: Settling) -> None:
        self._repository = repository
        self._rules = settling.rules
        self._writer = settling.writer
        self._keys = settling.writer.keys
        self._now = timestamp(now())
        self._collecting = Collecting(self._rules, self._writer, self._now)
        apart = self._rules.scorecards.repository
        self.desk = CardDesk(repository, apart, self._writer, dry_run=settling.dry_run)
        self._asking = AskingRun(self.desk, self._rules, settling.jobs.kit)

    @property
    def asks(self) -> bool:
        """Whether the settings ask for scorecards at all."""
        return any(rules.scorecard for rules in self._rules.stages.values())

    def on_card(self, issue: Issue, card: Scorecard, said: ScorecardEvent) -> str:
        """What somebody did on a card's issue; what came of it."""
        record = self._candidate(card)
        if record is None:
            return f"its candidate #{card.candidate} has no record, {_NOTHING}"
        talk = talk_values(record, card.stage)
        answered = Answering(issue, card, talk, self._writer).answer(said)
        self.desk.apply(answered.actions, card.repository)
        if answered.card == card:
            return "answered" if answered.actions else f"it is no *Done* of theirs, {_NOTHING}"
        self._collect(record.issue, {card.place: answered.card})
        return "the scorecard was sent" if not card.done else "the scorecard was changed"

    def bring_up(self, issue: Issue, listed: Listed | None = None) -> bool:
        """Ask who is to be asked, and look what is in among the issues that were listed."""
        record = read_record(issue.body, issue.number, self._keys)
        if record is None or record.duplicate_of:
            return False
        gone = self._reached(not_wanted(record, self._rules))
        lost = tuple(ref for ref in self._deleted(record, listed) if ref not in gone)
        there = tuple(ref for ref in record.cards if ref not in lost)
        asked = not_asked(record.model_copy(update={"cards": there}), self._rules)
        if asked and self.desk.at(self.desk.apart) is None:
            asked = ()
        over = (*gone, *lost)
        set_anew = tuple(ref for ref in self._reached(moved(record)) if ref not in over)
        cards = self._among(record, listed or {})
        late = self._collecting.collected(record, cards) != record
        if not (over or asked or late or set_anew):
            return False
        for ref in gone:
            what, why = "nobody waits for it", "not_planned"
            self.desk.apply((EditIssue(ref.issue, what, closed=True, reason=why),), ref.repository)
        dry_run = self.desk.dry_run
        refs = tuple(self._asking.asked(record, who) for who in asked) if not dry_run else ()
        known = tuple(self._asking.set_anew(record, ref) for ref in set_anew)
        self._collect(issue.number, cards, (*over, *set_anew), (*known, *refs))
        return True

    def _deleted(self, record: Record, listed: Listed | None) -> list[ScorecardRef]:
        """Those that somebody deleted or transferred before they were sent: asked for anew.

        Of another repository an App that may not read says the same as one without the issue.
        """
        if listed is None:
            return []
        missing = (ref for ref in record.cards if not ref.done and not ref.repository)
        unlisted = (ref for ref in missing if ref.place not in listed)
        return [ref for ref in unlisted if self._repository.find(ref.issue) is None]

    def _reached(self, refs: tuple[ScorecardRef, ...]) -> tuple[ScorecardRef, ...]:
        """Those that this run can write to; the others wait until one can."""
        return tuple(ref for ref in refs if self.desk.at(ref.repository))

    def remind(self, record: Record, listed: Listed) -> int:
        """Tell who is late, once, in their card; how many were told."""
        return remind(self.desk, record, listed, self._now)

    def mend(self, record: Record, listed: Listed) -> int:
        """Sign anew the cards out of which people took what was signed; how many."""
        return mend(self.desk, record, listed, self._rules)

    def look_at(self, listed: Issue) -> bool:
        """Put a card right whose event was lost."""
        card = self.desk.read(listed)
        if card is None or card.done or not self._lost(listed, card):
            return False
        # By a fresh read: the list is minutes old, and its writer may be at it.
        found = self.desk.find(("", listed.number))
        actions = self._lost(*found) if found and not found[1].done else ()
        self.desk.apply(actions)
        return bool(actions)

    def _lost(self, issue: Issue, card: Scorecard) -> tuple[Action, ...]:
        """What nobody did about a card."""
        said = ScorecardEvent("", self._now, lost=True)
        record = self._candidate(card)
        talk = talk_values(record, card.stage) if record else {}
        return Answering(issue, card, talk, self._writer).answer(said).actions

    def _candidate(self, card: Scorecard) -> Record | None:
        """The record of whom a card is about: that of the issue into which theirs was merged."""
        number, record = card.candidate, None
        for _ in range(_MERGED):
            issue = self._repository.issue(number)
            record = read_record(issue.body, number, self._keys)
            if record is None or not record.duplicate_of:
                break
            number = record.duplicate_of
        return record

    def _collect(
        self,
        number: int,
        cards: Mapping[Place, Scorecard],
        gone: tuple[ScorecardRef, ...] = (),
        asked: tuple[ScorecardRef, ...] = (),
    ) -> None:
        """Write what is in, from a fresh read of the candidate's issue."""
        issue = self._repository.issue(number)
        before = read_record(issue.body, number, self._keys)
        if before is None:
            return
        record = before
        if gone or asked:
            known = [ref.place for ref in before.cards]
            kept = (ref for ref in before.cards if ref not in gone)
            who = ", ".join(ref.who for ref in asked if ref.place not in known)
            let_go = still_let_go((*before.let_go, *gone), asked)
            record = before.model_copy(update={"cards": (*kept, *asked), "let_go": let_go})
            if who:
                told = self._collecting.line(record, f"scorecards asked of {who}")
                record = record.with_entry(told)
        # What one says is shown beside the others, so those that are not shown are read.
        unread = (c.place for c in record.cards if not c.ratings and c.place not in cards)
        read = {place: found[1] for place in unread if (found := self.desk.find(place))}
        record = self._collecting.collected(record, {**read, **cards})
        self.desk.apply(self._collecting.plan(issue, before, record))

    def _among(self, record: Record, listed: Listed) -> dict[Place, Scorecard]:
        there = {c.place: listed[c.place] for c in record.cards if c.place in listed}
        read = {place: self.desk.read(issue, place[0]) for place, issue in there.items()}
        return {place: card for place, card in read.items() if card}
