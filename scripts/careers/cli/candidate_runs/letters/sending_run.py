"""Sends what is due, one letter at a time: at most once, whatever breaks where.

A letter is written down as being sent before the mail server hears of it, and as sent behind its
answer. A run that dies between leaves a question to a person.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from careers.cli.candidate_runs.apart import apart
from careers.cli.candidate_runs.interviewing.offer_files import attached_offers
from careers.cli.candidate_runs.letters.other_runs import left_to_others
from careers.cli.candidate_runs.restoring import restored
from careers.cli.support.candidates import now, print_plan, timestamp
from careers.github.errors import UnansweredError
from careers.github.repository import Repository
from careers.hiring.actions import EditIssue, Plan
from careers.hiring.comments import words_below
from careers.hiring.issues import Issue
from careers.hiring.outbox.composing import Composer, Mail, Unsendable
from careers.hiring.outbox.limits import RECEIVED, Limits
from careers.hiring.outbox.promises import STILL_DECIDING, with_kept_promise
from careers.hiring.outbox.writing import LetterWriter, Written
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter, LetterState
from careers.mail.smtp import MailServer, Outcome
from careers.text.diagnostics import CareersError

ERASED = "erased"
_LONG = timedelta(hours=1)
_Key = tuple[int, int]
_BARRED = (
    "warning: the mail server takes no letter from [letters] address\n"
    "  help: may its user send from that address, and has its login not ended? docs/letters.md\n"
)
_TOLD = {
    Outcome.TAKEN: "letters sent",
    Outcome.PUT_OFF: "letters put off",
    Outcome.REFUSED: "letters that cannot go",
    Outcome.BARRED: "mail servers that take nothing",
    Outcome.UNKNOWN: "letters of which nobody knows whether they went",
}


@dataclass
class SendingRun:
    """One run. ``begun`` are the letters that it began, with what the server said, if it did.

    ``stuck`` counts those that were due an hour ago and that the mail server does not take.
    """

    repository: Repository
    composer: Callable[[str], Composer]
    sends: Callable[[str], bool]
    writer: LetterWriter
    server: MailServer
    late: Callable[[], bool]
    dry_run: bool
    begun: dict[_Key, Outcome | None] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    stuck: int = 0
    _closed: bool = False

    def over(self, candidates: Iterable[tuple[Issue, Record]], *, everybody: bool) -> Counter[str]:
        """Send what is due to these; who waits longest first. What came of it, in numbers."""
        self.done = Counter()
        known = [pair for pair in candidates if not pair[1].duplicate_of]
        limits = Limits.of(record for _, record in known)
        moment = timestamp(now())
        kept = [(issue.number, self._promised(r, moment)) for issue, r in known]
        due = [(letter.due, number) for number, r in kept for letter in _open(r, moment)]
        for number in dict.fromkeys(number for _, number in sorted(due)):
            if self.late() or self._closed:
                self.done["letters left for the next run"] += 1
                continue
            with apart(_Lone(self, number), number, self.done):
                self._send_to(number, limits, everybody=everybody)
        long = timestamp(now() - _LONG)
        self.stuck = sum(since <= long for since, _ in due) if self._closed else 0
        return +self.done

    def farewell(self, issue: Issue, record: Record) -> Callable[[], bool] | None:
        """What sends the last letter once they are erased, from memory; None where none is to go.

        Nothing is left then that could know of it: where the run dies before, it does not go.
        """
        if self.dry_run or not self.sends(ERASED):
            return None
        moment = timestamp(now())
        letter = Letter(id=0, kind=ERASED, asked=moment, due=moment, values={"day": moment[:10]})
        mail = self.composer(moment).compose(issue, record, letter)
        if isinstance(mail, Unsendable):
            sys.stderr.write(f"warning: the letter {ERASED} cannot go: {mail.code}\n")
            return lambda: False

        def send() -> bool:
            taken = Outcome.TAKEN
            return self._connected() and (
                self.server.send(mail.content, mail.sender, mail.to) is taken
            )

        return send

    def _send_to(self, number: int, limits: Limits, *, everybody: bool) -> None:
        made = self._read(number)
        if made is None:
            return
        issue, record = made
        record = self._promised(record, timestamp(now()))
        for letter in _open(record, timestamp(now())):
            if letter.state is LetterState.SENDING:
                issue, record = self._taken_up(issue, record, letter)
            elif letter.kind == RECEIVED and not everybody:
                continue  # its hourly limit is seen by a run that reads all
            elif limits.waits(record, letter, timestamp(now())):
                self.done["letters that wait for their turn"] += 1
            elif self._closed:
                return
            else:
                issue, record = self._send(issue, record, letter, limits)

    def _read(self, number: int) -> tuple[Issue, Record] | None:
        """The issue with its newest record: an older text that was put back sends nothing twice."""
        issue, keys = self.repository.issue(number), self.writer.writer.keys
        record = read_record(issue.body, number, keys)
        if record is None or record.duplicate_of:
            return None
        if self.dry_run:
            return issue, record
        edits = (read_record(body, number, keys) for body in self.repository.edits(number))
        if any(known and known.sequence > record.sequence for known in edits):
            made = restored(
                self.repository, issue, self.writer.writer, "", stale=True, dry_run=False
            )
            return None if isinstance(made, str) else made
        return issue, record

    def _promised(self, record: Record, moment: str) -> Record:
        """With the letter that says that it takes longer, where one was promised for today."""
        if not self.sends(STILL_DECIDING):
            return record
        sources = self.composer(moment).sources
        return with_kept_promise(record, sources.answer_by(record), sources.patience.days, moment)

    def _taken_up(self, issue: Issue, record: Record, letter: Letter) -> tuple[Issue, Record]:
        """A letter that a run began: this one, which lost GitHub's answer, or one that died."""
        key = (record.issue, letter.id)
        if key not in self.begun:
            return self._become(issue, record, letter, Outcome.UNKNOWN)
        return self._become(issue, record, letter, self.begun[key] or Outcome.PUT_OFF)

    def _send(
        self, issue: Issue, record: Record, letter: Letter, limits: Limits
    ) -> tuple[Issue, Record]:
        moment = timestamp(now())
        mail = self._composed(issue, record, letter, moment)
        if isinstance(mail, Unsendable):
            self.done["letters that cannot go"] += 1
            return self._apply(issue, self.writer.stopped(issue, record, letter, mail, moment))
        if self.dry_run:
            sys.stdout.write(f"  would send: {letter.kind} of issue #{record.issue}\n")
            self.done["letters due"] += 1
            return issue, record
        if not self._connected():
            return issue, record
        key = (record.issue, letter.id)
        self.begun[key] = None
        sent = mail.content["Message-ID"]
        issue, record = self._apply(issue, self.writer.begun(issue, record, letter, sent, moment))
        if theirs := left_to_others(self.repository, issue, record, self.writer.writer):
            del self.begun[key]
            self.done["letters left to another run"] += 1
            return theirs
        outcome = self.begun[key] = self.server.send(mail.content, mail.sender, mail.to)
        if outcome in {Outcome.TAKEN, Outcome.UNKNOWN}:
            limits.count(record, letter.kind, moment)
        return self._become(issue, record, letter, outcome)

    def _composed(
        self, issue: Issue, record: Record, letter: Letter, moment: str
    ) -> Mail | Unsendable:
        files = attached_offers(self.repository, record.issue, letter.files)
        if files is None:
            return Unsendable("file", letter.files)
        words = self._words(letter)
        return self.composer(moment).compose(issue, record, letter, words, files)

    def _become(
        self, issue: Issue, record: Record, letter: Letter, outcome: Outcome
    ) -> tuple[Issue, Record]:
        """Write down what became of a letter, and tell who must know."""
        moment = timestamp(now())
        composer = self.composer(moment)
        letter = next(known for known in record.letters if known.id == letter.id)
        self.done[_TOLD[outcome]] += 1
        if outcome is Outcome.TAKEN:
            language = composer.language(record, letter)
            promise = composer.promise(letter, record)
            made = self.writer.taken(issue, record, letter, promise, language, moment)
        elif outcome is Outcome.PUT_OFF:
            made = self.writer.put_off(issue, record, letter, moment)
        elif outcome is Outcome.BARRED:
            made = self.writer.held_up(issue, record, letter, moment)
        elif outcome is Outcome.REFUSED:
            made = self.writer.stopped(issue, record, letter, Unsendable("refused"), moment)
        else:
            made = self.writer.uncertain(issue, record, letter, moment)
        applied = self._apply(issue, made)
        if outcome is Outcome.BARRED:
            sys.stderr.write(_BARRED)
            self._closed = True
        self.begun.pop((record.issue, letter.id), None)
        return applied

    def _words(self, letter: Letter) -> str:
        """The lines below `/reply`, as the comment has them now."""
        said = self.repository.comment(letter.comment) if letter.text else None
        return words_below(said.text) if said else ""

    def _connected(self) -> bool:
        """Whether the mail server takes letters; where it does not, all of them wait."""
        try:
            self.server.connect()
        except CareersError as error:
            sys.stderr.write(f"warning: {error}\n  help: {error.help}\n")
            self.done["mail servers that take nothing"] += 1
            self._closed = True
        return not self._closed

    def _apply(self, issue: Issue, made: Written) -> tuple[Issue, Record]:
        """Carry it out; the issue as the answer has it."""
        record, actions = made
        print_plan(self.repository, Plan(actions), dry_run=self.dry_run)
        for action in () if self.dry_run else actions:
            answer = self.repository.apply(action)
            if isinstance(action, EditIssue) and answer:
                issue = answer
        return issue, record


@dataclass(frozen=True)
class _Lone:
    """One candidate's letters: while one is on its way, this run must learn what became of it."""

    run: SendingRun
    number: int

    def goes_on(self, error: CareersError) -> bool:
        """Whether what is wrong is wrong with this candidate alone."""
        is_begun = any(number == self.number for number, _ in self.run.begun)
        if is_begun and isinstance(error, UnansweredError):
            return False
        return self.run.repository.goes_on(error)


def _open(record: Record, moment: str) -> list[Letter]:
    """The letters that are due, and those that a run began."""
    return [
        letter
        for letter in record.letters
        if letter.state is LetterState.SENDING
        or (letter.state is LetterState.DUE and letter.due <= moment)
    ]
