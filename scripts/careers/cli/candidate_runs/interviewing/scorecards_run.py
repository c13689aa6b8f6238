"""Asks interviewers for scorecards, takes what they send, and shows it when all are in."""

from __future__ import annotations

from collections.abc import Mapping

from careers.cli.candidate_runs.settling import Settling
from careers.cli.support.candidates import now, print_plan, timestamp
from careers.files.kits import load_kit
from careers.github.repository import Repository
from careers.hiring.actions import Action, Comment, EditIssue, Plan, PutBelow, React
from careers.hiring.explaining import NOTE
from careers.hiring.issues import Issue
from careers.hiring.labels.names import SCORECARD
from careers.hiring.record.block import read_record
from careers.hiring.record.interviewing import ScorecardRef
from careers.hiring.record.model import Record
from careers.hiring.scorecards.answering import Answering, ScorecardEvent
from careers.hiring.scorecards.asking import (
    is_to_be_reminded,
    moved,
    new_card,
    not_asked,
    not_wanted,
    still_let_go,
    talk_key,
    talk_of,
    talk_values,
    term_of,
)
from careers.hiring.scorecards.collecting import Collecting
from careers.hiring.scorecards.scorecard import (
    Scorecard,
    fill_card,
    head,
    open_card,
    read_card,
    read_stub,
    with_card,
    with_head,
)

_NOTHING = "nothing to do"
_FRESH = "@{}, two minutes while it is fresh: tick one line each, then *Done*."


class ScorecardsRun:
    """One run. Each card is an issue of its own; a candidate's record is made of all of them."""

    def __init__(self, repository: Repository, settling: Settling) -> None:
        self._repository = repository
        self._rules = settling.rules
        self._writer = settling.writer
        self._keys = settling.writer.keys
        self._dry_run = settling.dry_run
        self._now = timestamp(now())
        self._collecting = Collecting(self._rules, self._writer, self._now)

    @property
    def asks(self) -> bool:
        """Whether the settings ask for scorecards at all."""
        return any(rules.scorecard for rules in self._rules.stages.values())

    def on_card(self, issue: Issue, card: Scorecard, said: ScorecardEvent) -> str:
        """What somebody did on a card's issue; what came of it."""
        parent = self._repository.issue(card.candidate)
        record = read_record(parent.body, parent.number, self._keys)
        if record is None:
            return f"its candidate #{card.candidate} has no record, {_NOTHING}"
        talk = talk_values(record, card.stage)
        answered = Answering(issue, card, talk, self._writer).answer(said)
        self._apply(answered.actions)
        if answered.card == card:
            return "answered" if answered.actions else f"it is no *Done* of theirs, {_NOTHING}"
        self._collect(parent.number, {card.issue: answered.card})
        return "the scorecard was sent" if not card.done else "the scorecard was changed"

    def bring_up(self, issue: Issue, listed: Mapping[int, Issue] | None = None) -> bool:
        """Ask who is to be asked, and look what is in among the issues that were listed."""
        record = read_record(issue.body, issue.number, self._keys)
        if record is None or record.duplicate_of:
            return False
        gone, asked = not_wanted(record, self._rules), not_asked(record, self._rules)
        set_anew = tuple(ref for ref in moved(record) if ref not in gone)
        cards = {number: card for number, card in self._among(record, listed or {}) if card}
        late = self._collecting.collected(record, cards) != record
        if not (gone or asked or late or set_anew):
            return False
        for ref in gone:
            self._apply((_let_go(ref),))
        refs = tuple(self._asked(record, who) for who in asked) if not self._dry_run else ()
        known = tuple(self._set_anew(record, ref) for ref in set_anew)
        self._collect(issue.number, cards, (*gone, *set_anew), (*known, *refs))
        return True

    def remind(self, record: Record, listed: Mapping[int, Issue]) -> int:
        """Tell who is late, once, in their card; how many were told."""
        told = 0
        for ref in record.cards:
            card = listed.get(ref.issue) and self._unreminded(listed[ref.issue])
            if not (card and is_to_be_reminded(ref, record, self._now)):
                continue
            issue = self._repository.issue(ref.issue)
            if not (card := self._unreminded(issue)):
                continue
            marker = f"{NOTE}late card -->"
            known = card.model_copy(update={"reminded": True, "sequence": card.sequence + 1})
            body = with_card(issue.body, known, self._writer)
            edit = EditIssue(issue.number, "write down that they were reminded", body=body)
            text = f"{marker}\n{_FRESH.format(card.who)}"
            self._apply((Comment(issue.number, marker, text), edit))
            told += 1
        return told

    def _unreminded(self, issue: Issue) -> Scorecard | None:
        """The card of an issue whose interviewer was not reminded, and has not sent it."""
        card = read_card(issue.body, issue.number, self._keys)
        return None if card is None or card.reminded or card.done else card

    def mend(self, record: Record, listed: Mapping[int, Issue]) -> int:
        """Sign anew the cards out of which people took what was signed; how many."""
        mended = 0
        for ref in record.cards:
            issue = listed.get(ref.issue)
            if ref.done or issue is None or read_card(issue.body, ref.issue, self._keys):
                continue
            issue = self._repository.issue(ref.issue)
            if read_card(issue.body, ref.issue, self._keys):
                continue
            criteria = self._rules.at(ref.stage).scorecard
            card = Scorecard(
                candidate=record.issue,
                stage=ref.stage,
                who=ref.who,
                criteria=criteria,
                issue=ref.issue,
                due=ref.due,
            )
            body = with_card(issue.body, card, self._writer)
            self._apply((EditIssue(ref.issue, "sign the scorecard anew", body=body),))
            mended += 1
        return mended

    def look_at(self, listed: Issue) -> bool:
        """Put a card right whose event was lost."""
        return self._lost(listed) and self._lost(self._repository.issue(listed.number), put=True)

    def _lost(self, issue: Issue, *, put: bool = False) -> bool:
        """Whether there is anything to put right; it is, where that is asked for."""
        card = read_card(issue.body, issue.number, self._keys)
        if card is None or card.done:
            return False
        said = ScorecardEvent("", self._now, lost=True)
        parent = self._repository.issue(card.candidate)
        record = read_record(parent.body, parent.number, self._keys)
        talk = talk_values(record, card.stage) if record else {}
        answered = Answering(issue, card, talk, self._writer).answer(said)
        self._apply(answered.actions if put else ())
        return bool(answered.actions)

    def _collect(
        self,
        number: int,
        cards: Mapping[int, Scorecard],
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
            known = [ref.issue for ref in before.cards]
            kept = (ref for ref in before.cards if ref not in gone)
            who = ", ".join(ref.who for ref in asked if ref.issue not in known)
            let_go = still_let_go((*before.let_go, *gone), asked)
            record = before.model_copy(update={"cards": (*kept, *asked), "let_go": let_go})
            if who:
                told = self._collecting.line(record, f"scorecards asked of {who}")
                record = record.with_entry(told)
        # What one says is shown beside the others, so those that are not shown are read.
        unread = (c.issue for c in record.cards if not c.ratings and c.issue not in cards)
        read = {number: card for number in unread if (card := self._card(number))}
        record = self._collecting.collected(record, {**read, **cards})
        self._apply(self._collecting.plan(issue, before, record))

    def _asked(self, record: Record, who: str) -> ScorecardRef:
        """Open and fill a card, or take up one: let go, or opened by a run that was cut off."""
        for ref in record.let_go:
            if (ref.stage, ref.who) == (record.stage, who) and self._card(ref.issue):
                what = "it is waited for again"
                self._apply((EditIssue(ref.issue, what, closed=False, reason="reopened"),))
                return self._set_anew(record, ref)
        card, issue = self._opened(record, who)
        rules = self._rules.at(card.stage)
        if not card.issue:
            card = card.model_copy(update={"issue": issue.number})
            talk = talk_values(record, card.stage)
            self._apply((fill_card(card, rules, load_kit(rules.kit), talk, self._writer),))
        self._apply((PutBelow(record.issue, issue.id),))
        ref = ScorecardRef(stage=card.stage, who=card.who, issue=issue.number)
        return ref.model_copy(update=self._term(record, ref))

    def _set_anew(self, record: Record, ref: ScorecardRef) -> ScorecardRef:
        """A card whose talk was set, moved or called off says so on top."""
        term = self._term(record, ref)
        issue = self._repository.find(ref.issue)
        card = issue and read_card(issue.body, issue.number, self._keys)
        if issue and card:
            changes = {"due": term["due"], "reminded": False, "sequence": card.sequence + 1}
            card = card.model_copy(update=changes)
            top = head(card, talk_values(record, ref.stage), (), self._writer)
            body = with_card(with_head(issue.body, top), card, self._writer)
            self._apply((EditIssue(issue.number, "say when the talk is", body=body),))
        return ref.model_copy(update=term)

    def _term(self, record: Record, ref: ScorecardRef) -> dict[str, str]:
        term = term_of(record, ref.stage, self._rules)
        return {"due": term.due, "until": term.until, "talk": talk_key(record, ref.stage)}

    def _opened(self, record: Record, who: str) -> tuple[Scorecard, Issue]:
        wanted = new_card(record, who, self._rules)
        for issue in self._repository.open_labelled(SCORECARD):
            card = read_card(issue.body, issue.number, self._keys) or read_stub(issue, self._keys)
            if card and (card.candidate, card.stage, card.who) == (record.issue, wanted.stage, who):
                return card, issue
        talk = talk_of(record, wanted.stage)
        day = self._rules.days.day_of(talk.start).isoformat() if talk else ""
        opened = self._repository.apply(open_card(wanted, day, self._writer))
        if opened is None:
            raise AssertionError("GitHub answers with the issue that it opened")
        return wanted, opened

    def _card(self, number: int) -> Scorecard | None:
        issue = self._repository.find(number)
        return read_card(issue.body, number, self._keys) if issue else None

    def _among(
        self, record: Record, listed: Mapping[int, Issue]
    ) -> list[tuple[int, Scorecard | None]]:
        there = (listed[ref.issue] for ref in record.cards if ref.issue in listed)
        return [(x.number, read_card(x.body, x.number, self._keys)) for x in there]

    def _apply(self, actions: tuple[Action, ...]) -> None:
        if not actions:
            return
        print_plan(self._repository, Plan(actions), dry_run=self._dry_run)
        for action in () if self._dry_run else sorted(actions, key=_last):
            self._repository.apply(action)


def _last(action: Action) -> bool:
    """A reaction says that the rest was done."""
    return isinstance(action, React)


def _let_go(ref: ScorecardRef) -> EditIssue:
    return EditIssue(ref.issue, "nobody waits for it", closed=True, reason="not_planned")
