"""Brings an export back: each issue opened by a stub, then filled with all that it held.

A reference to another issue follows it to its new number. Where another key signs here, hashes are
made anew of the address and the name that stand among the facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from careers.hiring.actions import Action, Continue, CreateIssue, EditIssue, Issue
from careers.hiring.applying.submission import contact_of
from careers.hiring.exchange.dump import Dumped, DumpedComment
from careers.hiring.hashes import name_hash, person_hash
from careers.hiring.issue import facts
from careers.hiring.issue.quoting import inline, quote
from careers.hiring.issue.sections import section, with_section
from careers.hiring.issue.writer import MORE, IssueWriter, issue_title
from careers.hiring.keys import Key
from careers.hiring.labels.names import BUCKET, bucket_label, with_stage
from careers.hiring.opening import CANDIDATE, lasting_labels
from careers.hiring.record.model import Record
from careers.hiring.record.stub import Stub
from careers.process import HIRED, TERMINAL

_IN_FACTS = re.compile(r"(?<=\| )#(\d+)(?= \|$)", re.MULTILINE)
_IN_LETTERS = re.compile(r"(?<=^\*\*From )#(\d+)(?=\*\*$)", re.MULTILINE)
Numbers = Mapping[int, int]


@dataclass(frozen=True)
class Restoring:
    """One candidate of an export; ``same_key`` says that hashes hold here as they are."""

    was: Dumped
    key: Key
    same_key: bool

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
        self, issue: Issue, numbers: Numbers, seen: int, writer: IssueWriter
    ) -> tuple[Action, ...]:
        """What was said there, then text, title and state in one request."""
        record = self._record(issue.number, numbers, seen)
        written = writer.updated(_renumbered(self.was.body, numbers), record)
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
        kept = ((n, c) for n, c in said if not c.by_bot or c.text.startswith(MORE))
        comments = (_brought(issue.number, self.was.number, n, each) for n, each in kept)
        return (*comments, *written.more, edit)

    def _hashed(self) -> Record:
        """The record with this repository's hashes."""
        record, name = self.was.record, facts.name(self.was.body)
        if self.same_key:
            return record
        known = name_hash(self.key.hashing, name) if name else record.name
        return record.model_copy(update={"person": self.person, "name": known})

    def _record(self, number: int, numbers: Numbers, seen: int) -> Record:
        record = self._hashed()
        changes: dict[str, Any] = {
            name: tuple(numbers[n] for n in getattr(record, name) if n in numbers)
            for name in ("linked", "other_names", "hints")
        }
        history = tuple(entry.model_copy(update={"ref": None}) for entry in record.history)
        changes |= {
            "issue": number,
            "duplicate_of": numbers.get(record.duplicate_of, 0),
            "seen": seen,
            "spent": (),
            "history": history,
        }
        return record.model_copy(update=changes)


def _reason(stage: str) -> str:
    return "completed" if stage == HIRED else "not_planned"


def _renumbered(body: str, numbers: Numbers) -> str:
    """The text with the numbers that other issues have here; others stay as code."""
    for name, pattern in (("facts", _IN_FACTS), ("letters", _IN_LETTERS)):
        text = section(body, name)
        made = pattern.sub(lambda m: _number(int(m[1]), numbers), text)
        if made != text:
            body = with_section(body, name, made)
    return body


def _number(number: int, numbers: Numbers) -> str:
    return f"#{numbers[number]}" if number in numbers else f"`{number}`"


def _brought(number: int, was: int, place: int, said: DumpedComment) -> Continue:
    """A comment as it was; what people said is quoted, so that no command in it acts again."""
    if said.by_bot and said.text.startswith(MORE):
        marker = said.text.partition("\n")[0]
        return Continue(number, marker, said.text)
    marker = f"{MORE}brought {was} {place} -->"
    head = f"**{inline(said.who)}, {said.when[:16].replace('T', ' ')} UTC**"
    return Continue(number, marker, f"{marker}\n{head}\n\n{quote(said.text)}")
