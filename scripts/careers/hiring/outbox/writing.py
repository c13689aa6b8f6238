"""Writes what became of a letter into its issue: the record and its text in one request."""

from __future__ import annotations

from dataclasses import dataclass

from careers.hiring.actions import Action, Comment, EditIssue, React, RemoveLabel, Unreact
from careers.hiring.explaining import NOTE
from careers.hiring.issue import facts
from careers.hiring.issue.sections import section, with_section
from careers.hiring.issue.writer import IssueWriter, TextIsFullError
from careers.hiring.issues import Issue
from careers.hiring.labels.names import REPLY, has_label
from careers.hiring.outbox import outcomes
from careers.hiring.outbox.composing import Unsendable
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import MOVED, Letter

_DONE, _SEEN, _NOT_DONE = "+1", "eyes", "confused"
Written = tuple[Record, tuple[Action, ...]]
"""The record afterwards, and what writes it; the record comes first, what is said follows it."""


@dataclass(frozen=True)
class LetterWriter:
    """The requests that follow a letter from due to sent."""

    writer: IssueWriter

    def begun(
        self, issue: Issue, record: Record, letter: Letter, message_id: str, now: str
    ) -> Written:
        """Being sent."""
        after = outcomes.begun(record, letter, message_id, now)
        return self._written(issue, after, f"begin to send the letter {letter.kind}")

    def taken(  # noqa: PLR0913, PLR0917 - the letter, and what it said
        self, issue: Issue, record: Record, letter: Letter, promise: str, language: str, now: str
    ) -> Written:
        """Sent: a line among the letters, a line of history, 👍 where a comment waits."""
        after = outcomes.taken(record, letter, promise, now)
        line = self.writer.render(
            "letter_sent",
            name=facts.name(issue.body),
            when=now,
            kind=letter.kind,
            language=language,
            comment=f"{issue.url}#issuecomment-{letter.comment}" if letter.text else "",
        )
        answers = letter.kind == "reply" and has_label(issue.labels, REPLY)
        what = f"the letter {letter.kind} went"
        after, edits = self._written(issue, after, what, line, unanswered=not answers)
        off = (RemoveLabel(issue.number, REPLY),) if answers else ()
        return after, (*edits, *off, *_answered(letter, _DONE))

    def put_off(self, issue: Issue, record: Record, letter: Letter, now: str) -> Written:
        """The server will have it later; after days of it, a person is told."""
        if letter.tries >= outcomes.TRIES:
            return self.stopped(issue, record, letter, Unsendable("put-off"), now)
        after = outcomes.put_off(record, letter, now)
        return self._written(issue, after, f"the letter {letter.kind} was put off")

    def held_up(self, issue: Issue, record: Record, letter: Letter, now: str) -> Written:
        """The server takes none at all: it waits as the others do."""
        after = outcomes.held_up(record, letter, now)
        return self._written(issue, after, f"the letter {letter.kind} waits for the mail server")

    def stopped(
        self, issue: Issue, record: Record, letter: Letter, why: Unsendable, now: str
    ) -> Written:
        """It cannot go: the owner is told what to mend, and of one that is not so any more."""
        after = outcomes.stopped_for(record, letter, why.code, now)
        after, edits = self._written(issue, after, f"the letter {letter.kind} cannot go")
        # That they were told otherwise before a receipt went is no news.
        silent = why.why == MOVED and not letter.comment
        said = () if silent else (self._said(after, letter, why),)
        return after, (*edits, *said, *_answered(letter, _NOT_DONE))

    def uncertain(self, issue: Issue, record: Record, letter: Letter, now: str) -> Written:
        """Nobody knows: a person is asked."""
        after = outcomes.uncertain(record, letter, now)
        what = f"ask whether the letter {letter.kind} went"
        after, edits = self._written(issue, after, what)
        return after, (*edits, self._said(after, letter, Unsendable("uncertain")))

    def doubted(self, issue: Issue, record: Record, letter: Letter, now: str) -> Written:
        """A mail to their address came back, which does not say which: a person is asked."""
        after = outcomes.doubted(record, letter, now)
        what = f"ask whether the letter {letter.kind} came back"
        after, edits = self._written(issue, after, what)
        return after, (*edits, self._said(after, letter, Unsendable(outcomes.PERHAPS_BACK)))

    def _said(self, record: Record, letter: Letter, why: Unsendable) -> Comment:
        text = self.writer.render(
            "letter_stopped",
            record=record,
            letter=letter,
            why=why.why,
            missing=why.missing,
            told=why.told,
        )
        marker = f"{NOTE}letter {letter.id} {why.why} {letter.due} -->"
        return Comment(record.issue, marker, f"{marker}\n{text}")

    def _written(
        self, issue: Issue, record: Record, what: str, line: str = "", *, unanswered: bool = True
    ) -> Written:
        record = record.model_copy(update={"sequence": record.sequence + 1})
        body = issue.body
        wrote = unanswered and has_label(issue.labels, REPLY)
        if line:
            letters = section(body, "letters") or "### Letters"
            body = with_section(body, "letters", f"{letters}\n\n{line}")
        try:
            written = self.writer.updated(body, record, unanswered=wrote)
        except TextIsFullError:
            # What a letter became must be known, whatever else has no room.
            written = self.writer.updated(issue.body, record, unanswered=wrote)
        return record, (*written.more, EditIssue(issue.number, what, body=written.body))


def _answered(letter: Letter, content: str) -> tuple[Action, ...]:
    """What the comment that asked for it is answered with."""
    if not letter.comment:
        return ()
    return (React(letter.comment, content), Unreact(letter.comment, _SEEN))
