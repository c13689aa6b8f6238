"""Brings an export back: each issue opened by a stub, then filled with all that it held.

A reference to another issue follows it to its new number. Where another key signs here, hashes are
made anew of the address and the name that stand among the facts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from careers.application import SentFile
from careers.hiring.actions import Action, CreateIssue, EditIssue
from careers.hiring.applying.submission import contact_of
from careers.hiring.exchange.dump import Dumped
from careers.hiring.exchange.references import Place, brought, renumbered
from careers.hiring.filing.keeping import together
from careers.hiring.hashes import name_hash, person_hash
from careers.hiring.issue import facts
from careers.hiring.issue.writer import MORE, IssueWriter, issue_title
from careers.hiring.issues import Issue
from careers.hiring.keys import Key
from careers.hiring.labels.names import BUCKET, bucket_label, with_stage
from careers.hiring.opening import CANDIDATE, lasting_labels
from careers.hiring.record.files import KeptFile
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter, LetterState
from careers.hiring.record.stub import Stub
from careers.process import HIRED, TERMINAL


@dataclass(frozen=True)
class Restoring:
    """One candidate of an export; ``same_key`` says that hashes hold here as they are.

    ``read`` reads a file of the export by its name.
    """

    was: Dumped
    key: Key
    same_key: bool
    read: Callable[[str], bytes]

    @property
    def number(self) -> int:
        """The number that its issue had."""
        return self.was.number

    @property
    def person(self) -> str:
        """The hash of the person, as this repository's key makes it."""
        body, record = self.was.body, self.was.record
        contact = contact_of(facts.email(body), facts.phone(body))
        if self.same_key or not contact:
            return record.person
        return person_hash(self.key.hashing, contact)

    @property
    def application(self) -> str:
        """The digest of the first application, by which it is known that it stands already."""
        return self.was.record.applications[0]

    @property
    def known_as(self) -> tuple[tuple[str, str], ...]:
        """By which it is known that it stands."""
        return ((self.person, self.application),)

    @property
    def labels(self) -> tuple[str, ...]:
        """Its labels, under the bucket of this key."""
        kept = [x for x in self.was.labels if not x.casefold().startswith(BUCKET)]
        return (*kept, bucket_label(self.person))

    def files(self) -> dict[str, SentFile]:
        """What the files hold, by their keys."""
        names = self.was.files
        return {
            file.key: SentFile(name=file.name, content=self.read(names[file.key]))
            for file in self.was.record.files
            if file.key in names
        }

    def opening(self, nonce: str, writer: IssueWriter) -> CreateIssue:
        """The request that opens it, without a word of the person."""
        title = self.was.record.title
        stub = Stub(nonce, self.person, self.application)
        essential = with_stage((), self.was.record.stage, *lasting_labels(self._hashed()))
        return CreateIssue(
            issue_title(CANDIDATE, title),
            writer.stub(stub, title),
            self.labels,
            essential,
            self.was.assignees,
        )

    def filling(
        self, issue: Issue, place: Place, kept: Sequence[KeptFile], writer: IssueWriter
    ) -> tuple[Action, ...]:
        """What was said there, then text, title and state in one request."""
        files = together(self.was.record.files, kept)
        record = self._record(issue.number, place).model_copy(update={"files": files})
        body = renumbered(self.was.body, place.numbers)
        for was, now in zip(self.was.record.files, files, strict=True):
            body = body.replace(was.url, now.url) if was.url else body
        written = writer.updated(body, record)
        ended = record.stage in TERMINAL
        closed = not self.was.is_open
        reason = "duplicate" if record.duplicate_of else _reason(record.stage)
        edit = EditIssue(
            issue.number,
            "write what it held",
            title=self.was.title,
            body=written.body,
            closed=True if closed else None,
            reason=reason if closed and (ended or record.duplicate_of) else None,
        )
        said = enumerate(self.was.comments, 1)
        # What the bot only answered is not said again.
        comments = (
            brought(issue.number, self.was.number, nth, each)
            for nth, each in said
            if not each.by_bot or each.text.startswith(MORE)
        )
        return (*comments, *written.more, edit)

    def _hashed(self) -> Record:
        """The record with this repository's hashes."""
        record, name = self.was.record, facts.name(self.was.body)
        if self.same_key:
            return record
        known = name_hash(self.key.hashing, name) if name else record.name
        return record.model_copy(update={"person": self.person, "name": known})

    def _record(self, number: int, place: Place) -> Record:
        record, numbers = self._hashed(), place.numbers
        changes: dict[str, Any] = {
            name: tuple(numbers[n] for n in getattr(record, name) if n in numbers)
            for name in ("linked", "other_names", "hints")
        }
        history = tuple(entry.model_copy(update={"ref": None}) for entry in record.history)
        changes |= {
            "issue": number,
            "duplicate_of": numbers.get(record.duplicate_of, 0),
            "seen": place.seen,
            "spent": (),
            "history": history,
            "letters": tuple(map(_letter, record.letters)),
        }
        return record.model_copy(update=changes)


def _letter(letter: Letter) -> Letter:
    """A letter that had not gone there, and may go there yet: a person says whether it did."""
    waits = letter.state in {LetterState.DUE, LetterState.SENDING}
    state = LetterState.UNCERTAIN if waits else letter.state
    return letter.model_copy(update={"state": state, "comment": 0})


def _reason(stage: str) -> str:
    return "completed" if stage == HIRED else "not_planned"
