"""Somebody who comes from another system: an application, and where they stood there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from careers.application import SentFile
from careers.hiring.actions import Action, Continue, CreateIssue, EditIssue
from careers.hiring.applying.matching import Matches
from careers.hiring.applying.submission import Submission
from careers.hiring.exchange.references import Place
from careers.hiring.exchange.standing import Stood
from careers.hiring.filing.keeping import keyed
from careers.hiring.issue.quoting import quote
from careers.hiring.issue.writer import MORE, IssueWriter, issue_title
from careers.hiring.issues import Issue
from careers.hiring.labels.names import with_stage
from careers.hiring.opening import CANDIDATE, new_record
from careers.hiring.record.files import KeptFile
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.stub import Stub
from careers.process import APPLIED, HIRED, TERMINAL

_WHO = "import"
Key = tuple[str, str]


def _nothing(_name: str) -> bytes:
    return b""


@dataclass(frozen=True)
class Joining:
    """One row of a table; ``notes`` are the team's of there.

    ``papers`` are the names of their files, which ``read`` reads.
    """

    submission: Submission
    stood: Stood
    notes: str = ""
    papers: tuple[str, ...] = ()
    read: Callable[[str], bytes] = _nothing
    number: int = 0

    @property
    def person(self) -> str:
        """The hash of the person."""
        return self.submission.person

    @property
    def application(self) -> str:
        """The digest of the application."""
        return self.submission.digest

    @property
    def known_as(self) -> tuple[Key, ...]:
        """By which it is known that they stand: the application, or person, job and name."""
        made = self.submission
        sent = ((person, digest) for person in made.people for digest in made.digests)
        named = (
            (person, f"{posting} {name}")
            for person in made.people
            for posting in made.postings
            for name in made.names
        )
        return (*sent, *named)

    def files(self) -> dict[str, SentFile]:
        """What the files hold, by what stands for each."""
        sent = tuple(SentFile(name=name, content=self.read(name)) for name in self.papers)
        return keyed(self.submission.application.model_copy(update={"files": sent}))

    def opening(self, nonce: str, writer: IssueWriter) -> CreateIssue:
        """The request that opens it, without a word of the person."""
        made = self.submission
        stub = Stub(nonce, made.person, made.digest)
        return CreateIssue(
            issue_title(CANDIDATE, made.title),
            writer.stub(stub, made.title),
            with_stage(made.labels, self.stood.stage),
            with_stage(made.essential_labels, self.stood.stage),
            (self.stood.owner,) if self.stood.owner else (),
        )

    def filling(
        self, issue: Issue, place: Place, kept: Sequence[KeptFile], writer: IssueWriter
    ) -> tuple[Action, ...]:
        """The team's notes, then text, title and state in one request."""
        made = self.submission
        record = self._record(issue, place.seen, kept)
        written = writer.new_body(record, made.application, self.stood.applied)
        who = f"{CANDIDATE} {issue.number}" if made.numbered else made.application.name
        ended = record.stage in TERMINAL
        reason = "completed" if record.stage == HIRED else "not_planned"
        edit = EditIssue(
            issue.number,
            "write the application",
            title=issue_title(who, made.title),
            body=written.body,
            closed=True if ended else None,
            reason=reason if ended else None,
        )
        return (*self._noted(issue.number), *written.more, edit)

    def _record(self, issue: Issue, seen: int, kept: Sequence[KeptFile]) -> Record:
        # They were told there, or not: no letter of ours says that their application arrived.
        submission = replace(self.submission, answered=False)
        stood, record = self.stood, new_record(issue, submission, Matches(), kept)
        first = record.history[0].model_copy(update={"when": stood.applied})
        history: tuple[Entry, ...] = (first,)
        if stood.stage != APPLIED:
            words = stood.reason or stood.words or "brought over"
            moved = Entry(
                when=stood.since, who=_WHO, start=APPLIED, to=stood.stage, reason=words[:500]
            )
            history = (first, moved)
        changes = {
            "history": history,
            "stage": stood.stage,
            "reason": stood.reason,
            "owner": stood.owner or record.owner,
            "late": False,
            "letters": (),
            "seen": seen,
        }
        return record.model_copy(update=changes)

    def _noted(self, number: int) -> tuple[Continue, ...]:
        if not self.notes:
            return ()
        marker = f"{MORE}notes -->"
        body = f"{marker}\n**Notes from where they came from**\n\n{quote(self.notes)}"
        return (Continue(number, marker, body),)
