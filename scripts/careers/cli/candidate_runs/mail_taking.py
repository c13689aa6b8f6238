"""Decides what a mail is to the candidates: an answer, an application, or nothing of theirs."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.application import Application, SentFile, read_application
from careers.cli.candidate_runs.attention_run import AttentionRun
from careers.cli.candidate_runs.intake_run import IntakeRun
from careers.cli.candidate_runs.letters.came_back import of_address, of_letters
from careers.cli.candidate_runs.parts import KEPT, LEFT, Part
from careers.cli.candidate_runs.taking import Taking
from careers.cli.support.candidates import (
    now,
    print_plan,
    timestamp,
    with_retries,
)
from careers.hiring.actions import Plan
from careers.hiring.applying.submission import hashes_of
from careers.hiring.applying.submitting import answer_of, is_known_to
from careers.hiring.correspondence.settings import MailSettings
from careers.hiring.labels.names import bucket_label
from careers.hiring.outbox.recipient import is_written_to
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.tending import candidates_in
from careers.intake import Answered, CameBack, OwnCopy, Taken, Unwanted, incoming, taken_mail

_JOINED = 3  # issues that were joined one to the next
_NOBODY = "no application"
_OWN = "the team's own"
_LARGE = "its mail is too large to be read; it lies in the mailbox"
_STRANGER = "it answers a letter to candidate {}, from an address that their issue does not know"
_DOUBTFUL = "it answers as candidate {}, and the mail server could not confirm the sender"
_FORGED = "it is from an address of candidate {}, and the mail server could not confirm the sender"
_GONE = "it answers a letter to candidate {}, whose issue is gone"


@dataclass(frozen=True)
class MailTaking:
    """How the mails of one mailbox are taken in."""

    taking: Taking
    settings: MailSettings
    part: Part = Part.BOTH
    dry_run: bool = False

    def taken(self, data: bytes, *, is_whole: bool = True) -> tuple[str, str]:
        """What came of a mail, and the folder that it goes to; it stays where that is empty.

        ``is_whole`` is false where it is too large, and only its head was read. Raises CareersError
        where GitHub could not be written to.
        """
        given = taken_mail(data)
        if not is_whole:
            return self._kept(given, _LARGE, files=())
        try:
            found = incoming(data, self.settings, self.taking.keys)
            if isinstance(found, OwnCopy):
                return _OWN, self.settings.aside
            if isinstance(found, CameBack):
                return self._came_back(found)
            if isinstance(found, Answered):
                return self._answer(found, given)
            return self._letter(given, confirmed=found.confirmed)
        except Unwanted:
            return _NOBODY, self.settings.aside

    def _came_back(self, found: CameBack) -> tuple[str, str]:
        """Letters of ours that could not be delivered: who must know is told, once."""
        repository, writer = self.taking.repository, self.taking.writer
        made = of_letters(repository, found.letters, writer)
        if found.addresses:
            keys, issues_of = self.taking.keys, self._issues_of
            known = ((x, pair) for x in found.addresses for pair in issues_of({"email": x}))
            theirs = [n for address, (n, r) in known if is_written_to(r, address, keys)]
            if not theirs:
                return _NOBODY, self.settings.aside
            made = of_address(repository, theirs, writer)
        for _, actions in made:
            if self.part is Part.OPENS:
                return LEFT, ""
            print_plan(repository, Plan(actions), dry_run=self.dry_run)
            for action in () if self.dry_run else actions:
                repository.apply(action)
        return "a letter that came back", self.settings.aside

    def _answer(self, found: Answered, given: Taken) -> tuple[str, str]:
        """A letter with a mark of ours: the candidate's, or one that a person must look at."""
        candidates = [self._candidate(number) for number in found.numbers]
        address = str(found.fields["email"])
        for pair in filter(None, candidates):
            if is_known_to(pair[1], address, self.taking.keys):
                if not found.confirmed:
                    return self._kept(given, _DOUBTFUL.format(pair[0]))
                return self._into(*pair, found.fields)
        if found.of_team:
            return _OWN, self.settings.aside
        why = _STRANGER if any(candidates) else _GONE
        return self._kept(given, why.format(found.numbers[0]))

    def _candidate(self, number: int) -> tuple[int, Record] | None:
        """The issue of a number, or that it was joined to, with its record."""
        for _ in range(_JOINED):
            issue = self.taking.repository.find(number)
            record = issue and read_record(issue.body, issue.number, self.taking.keys)
            if not record:
                return None
            if not record.duplicate_of:
                return number, record
            number = record.duplicate_of
        return None

    def _letter(self, given: Taken, *, confirmed: bool) -> tuple[str, str]:
        """An application; where its job is not told, a letter of the one candidate it is from."""
        submission = self.taking.submission(given)
        fields = given.shown(self.taking.people.intake)
        theirs = self._issues_of(fields)
        if theirs and not confirmed:
            return self._kept(given, _FORGED.format(theirs[0][0]))
        only = len(theirs) == 1 and not fields.get("answers", {}).get("Forwarded by")
        if isinstance(submission, str) and only:
            files = given.files(self.taking.people.intake)
            return self._into(*theirs[0], {**fields, "files": files})
        run = self.taking.run_of(submission, given, part=self.part, dry_run=self.dry_run)
        return self._carried_out(run)

    def _issues_of(self, fields: Mapping[str, Any]) -> list[tuple[int, Record]]:
        """The issues that know the address that a mail is from."""
        if not fields.get("email"):
            return []
        address, keys = str(fields["email"]), self.taking.keys
        asked = hashes_of(Application(posting="?", name="?", email=address), keys)["people"]
        buckets = dict.fromkeys(bucket_label(person) for person in asked)
        found = candidates_in(self.taking.repository.labelled(buckets), keys)
        theirs = [(i.number, r) for i, r in found if is_known_to(r, address, keys)]
        return [pair for pair in theirs if not pair[1].duplicate_of]

    def _into(self, number: int, record: Record, fields: Mapping[str, Any]) -> tuple[str, str]:
        application = read_application({**fields, "posting": record.posting})
        keys, nonce = self.taking.keys, secrets.token_hex(8)
        answer = answer_of(application, record, keys=keys, now=timestamp(now()), nonce=nonce)
        run = IntakeRun(
            self.taking.repository,
            answer,
            (),
            self.taking.writer,
            self.part,
            self.dry_run,
            into=number,
        )
        return self._carried_out(run)

    def _kept(
        self, given: Taken, why: str, files: Sequence[SentFile] | None = None
    ) -> tuple[str, str]:
        shown = given.shown(self.taking.people.intake)
        found = given.files(self.taking.people.intake) if files is None else files
        run = self.taking.attention(shown, why, found, part=self.part, dry_run=self.dry_run)
        return self._carried_out(run)

    def _carried_out(self, run: IntakeRun | AttentionRun) -> tuple[str, str]:
        with_retries(self.taking.repository, run.once)
        if run.again:
            return LEFT, ""
        run.warn()
        folder = "" if run.waits else self.settings.done  # a file is tried again
        return KEPT if isinstance(run, AttentionRun) else run.outcome, folder
