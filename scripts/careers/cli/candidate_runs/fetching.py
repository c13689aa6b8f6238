"""Takes in what was sent to a form: one submission after the other, and one stops no other."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from careers.cli.candidate_runs.intake_run import OPENED
from careers.cli.candidate_runs.parts import LATER, LEFT, Shares
from careers.cli.candidate_runs.taking import Taking
from careers.cli.support.candidates import now, timestamp, with_retries
from careers.forms import delete, fetched, secret
from careers.github.errors import ails_one
from careers.hiring.applying.submission import Submission
from careers.hiring.filing.keeping import missing
from careers.hiring.record.model import Record
from careers.hiring.settings import FormSettings
from careers.hiring.tending import candidates_in
from careers.intake import Taken, Unwanted, taken
from careers.text.diagnostics import CareersError


@dataclass
class Fetching:
    """One run over forms, until ``end`` (a ``time.monotonic``); ``days`` are looked back."""

    taking: Taking
    days: int
    end: float
    shares: Shares = field(default_factory=Shares)
    dry_run: bool = False
    _standing: Mapping[str, Record] = field(init=False)
    _undeleted: list[FormSettings] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Look once what stands: what stands already costs no request."""
        issues = self.taking.repository.issues(since=self._since)
        known = candidates_in(issues, self.taking.keys)
        self._standing = {digest: record for _, record in known for digest in record.applications}

    @property
    def _since(self) -> str:
        return timestamp(now() - timedelta(days=self.days))

    def over(self, form: FormSettings) -> Iterator[str]:
        """Take in what was sent to one form; what came of each, for the count."""
        token = _token(form)
        for payload in fetched(form.service, form.form, token, self._since, form.host):
            passed = self.shares.passes(form.service)
            if passed or time.monotonic() > self.end:
                yield passed or LATER
                continue
            try:
                what = self._taken(form, token, payload)
            except Unwanted:
                what = "no application"
            self.shares.opened += what == OPENED
            self.shares.waiting[form.service] += what == LEFT
            yield what

    def _taken(self, form: FormSettings, token: str, payload: Mapping[str, Any]) -> str:
        given, submission = self._read(payload)
        if isinstance(submission, Submission) and self._stands(submission):
            return self._gone(form, token, submission.application.id) or "stood already"
        run = self.taking.run_of(submission, given, part=self.shares.part, dry_run=self.dry_run)
        try:
            written = with_retries(self.taking.repository, run.once)
        except CareersError as error:
            if not ails_one(error):
                raise
            sys.stderr.write(f"warning: {error}\n  help: {error.help}\n")
            return "in want of a person"
        if run.again:
            return LEFT
        run.warn()
        if isinstance(submission, Submission):
            return run.outcome
        gone = "" if written else self._gone(form, token, given.id)
        return gone or "kept for a person"

    def _read(self, payload: Mapping[str, Any]) -> tuple[Taken, Submission | str]:
        """What was sent, and the submission, or why it cannot be taken."""
        try:
            given = taken(json.dumps(payload).encode())
            return given, self.taking.submission(given)
        except Unwanted:
            raise
        except CareersError as error:
            if error.status != 1:
                raise
            return Taken(payload, ()), str(error)

    def _gone(self, form: FormSettings, token: str, id_: str) -> str:
        """Delete at its service what stands here, where that is wanted; what came of it.

        Where the service does not let us, it is said once.
        """
        if self.dry_run or not form.deletes or not id_ or form in self._undeleted:
            return ""
        submission = id_.removeprefix(f"{form.service}:")
        try:
            delete(form.service, form.form, submission, token, form.host)
        except CareersError as error:
            sys.stderr.write(f"warning: nothing is deleted there: {error}\n  help: {error.help}\n")
            self._undeleted.append(form)
            return ""
        return "stood already, and deleted at its service"

    def _stands(self, submission: Submission) -> bool:
        """Whether the application stands, with each file that can be kept."""
        found = [self._standing[x] for x in submission.digests if x in self._standing]
        return bool(found) and not missing(submission.application, found[0].files)


def _token(form: FormSettings) -> str:
    token = os.environ.get(secret(form.service), "")
    if not form.is_named or not token:
        why = f"{secret(form.service)} is not set" if form.is_named else "it names no form"
        message = f"the form of {form.service} cannot be asked: {why}"
        raise CareersError(message, "docs/intake.md tells how a form is fetched")
    return token
