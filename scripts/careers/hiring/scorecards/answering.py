"""Decides what becomes of a scorecard after somebody ticked in it or wrote below it.

*Done* counts from whoever it was asked of, by the event's sender. Before it nothing is written: a
write of ours would undo a click that was made meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from careers.hiring.actions import Action, Comment, EditIssue, React, TakeBack
from careers.hiring.explaining import note_of
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.scorecards.marking import with_done, with_ratings
from careers.hiring.scorecards.reading import Reading, read_card, read_comment
from careers.hiring.scorecards.scorecard import Scorecard, head, with_card, with_head
from careers.hiring.scorecards.words import Rating

_THEIRS = "*Done* counts from {} alone"
_LOST = "*Done* was ticked and its event got lost, so nobody can be named for it"
_EDIT = "Edit your comment."
DONE, NOT_DONE = "+1", "confused"


@dataclass(frozen=True)
class ScorecardEvent:
    """What happened on a card's issue: its text before and after an edit, or a comment.

    ``mends`` says that the comment was answered with 😕 before it was edited; ``lost`` that what
    is there is looked at, and nobody's event tells of it.
    """

    who: str
    now: str
    before: str = ""
    after: str = ""
    comment: int = 0
    text: str = field(default="", repr=False)
    mends: bool = False
    lost: bool = False


@dataclass(frozen=True)
class Answered:
    """The card afterwards, and what is written, in order."""

    card: Scorecard
    actions: tuple[Action, ...] = ()


class Answering:
    """One card's issue as it stands, and what is known of the talk."""

    def __init__(
        self, issue: Issue, card: Scorecard, talk: Mapping[str, object], writer: IssueWriter
    ) -> None:
        self._issue = issue
        self._card = card
        self._talk = talk
        self._writer = writer

    def answer(self, said: ScorecardEvent) -> Answered:
        """What becomes of it."""
        theirs = said.who.casefold() == self._card.who.casefold()
        if said.comment:
            return self._commented(said) if theirs else Answered(self._card)
        body = self._issue.body
        read = read_card(body, self._card.criteria)
        if theirs and self._card.done:
            return self._sent_again(read, said.now)
        if not self._is_ticked(said, read):
            return self._kept(body)
        whose = _LOST if said.lost else _THEIRS.format(self._card.who)
        missing = read.lacking if theirs else (whose,)
        return self._not_sent(missing, body) if missing else self._sent(read, body, said.now)

    def _is_ticked(self, said: ScorecardEvent, read: Reading) -> bool:
        """Whether *Done* was ticked now: by the event, since a write of ours may undo it."""
        if self._card.done or said.lost:
            return read.done and not self._card.done
        before, after = (read_card(x, self._card.criteria).done for x in (said.before, said.after))
        return after and not before

    def _commented(self, said: ScorecardEvent) -> Answered:
        """Their words below the card are ticks in it."""
        told = read_comment(said.text, self._card.criteria)
        marker = note_of(said.comment)
        mended = (TakeBack(self._issue.number, said.comment, marker),) if said.mends else ()
        if not told.ratings and not told.problems and not told.done:
            return Answered(self._card, mended)
        body = with_ratings(self._issue.body, told.ratings, self._card.criteria)
        read = read_card(body, self._card.criteria)
        wrong = told.problems or (read.lacking if told.done else ())
        if wrong:
            # Who edited a comment nobody tells of where no event does.
            cure = "Say it anew, in another comment." if self._card.repository else _EDIT
            text = f"Not sent: {'; '.join(wrong)}. {cure}"
            note = Comment(self._issue.number, marker, f"{marker}\n{text}", said.mends)
            return Answered(self._card, (note, React(said.comment, NOT_DONE)))
        if self._card.done:
            made = self._sent_again(read, said.now, body)
        elif told.done:
            made = self._sent(read, with_done(body, ticked=True), said.now)
        else:
            made = self._kept(body)
        return replace(made, actions=(*mended, *made.actions, React(said.comment, DONE)))

    def _sent(self, read: Reading, body: str, now: str) -> Answered:
        card = self._next(done=now, ratings=dict(read.ratings))
        return self._written(card, body, "take the scorecard", closed=True)

    def _sent_again(self, read: Reading, now: str, body: str = "") -> Answered:
        """What is changed after it was sent is kept, and said to be so."""
        body = body or self._issue.body
        ratings: dict[str, Rating] = dict(read.ratings)
        if read.lacking or ratings == dict(self._card.ratings):
            return self._kept(body)
        card = self._next(changed=now, ratings=ratings)
        return self._written(card, body, "take the changed scorecard")

    def _not_sent(self, missing: tuple[str, ...], body: str) -> Answered:
        told = with_head(body, head(self._card, self._talk, missing, self._writer))
        return self._edit(self._card, with_done(told, ticked=False), "say what is missing")

    def _kept(self, body: str) -> Answered:
        """As it is; what is signed is put back where it was taken out."""
        if body == self._issue.body and self._card.block(self._writer) in body:
            return Answered(self._card)
        return self._edit(self._card, body, "keep what is signed")

    def _written(self, card: Scorecard, body: str, what: str, *, closed: bool = False) -> Answered:
        body = with_head(body, head(card, self._talk, (), self._writer))
        return self._edit(card, body, what, closed=closed and self._issue.is_open)

    def _edit(self, card: Scorecard, body: str, what: str, *, closed: bool = False) -> Answered:
        edit = EditIssue(
            self._issue.number,
            what,
            body=with_card(body, card, self._writer),
            closed=True if closed else None,
            reason="completed" if closed else None,
        )
        return Answered(card, (edit,))

    def _next(self, **changes: object) -> Scorecard:
        return self._card.model_copy(update={"sequence": self._card.sequence + 1, **changes})
