"""Takes in what was sent to a form: one submission after the other, and one stops no other."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from careers.cli.candidate_runs.parts import KEPT, LATER, LEFT, Shares
from careers.cli.candidate_runs.taking import Taking
from careers.cli.support.candidates import with_retries
from careers.forms import delete, fetched, secret
from careers.github.errors import UnansweredError, ails_one
from careers.hiring.applying.attention import digest_of, kept_in
from careers.hiring.applying.submission import Submission
from careers.hiring.filing.keeping import missing
from careers.hiring.forgetting.audit import find_audit
from careers.hiring.record.model import Record
from careers.hiring.settings import FormSettings
from careers.hiring.tending import candidates_in
from careers.intake import Taken, Unwanted, taken
from careers.text.diagnostics import CareersError

FAILURES = 3
"""Applications in a row that GitHub does not answer for, before it is taken for GitHub's fault."""
_STOOD = "stood already"


@dataclass
class Fetching:
    """One run over forms, until ``end`` (a ``time.monotonic``), of what was sent ``since``.

    ``troubles`` are what stopped one application.
    """

    taking: Taking
    since: str
    end: float
    shares: Shares = field(default_factory=Shares)
    dry_run: bool = False
    troubles: list[CareersError] = field(default_factory=list, init=False)
    _standing: Mapping[str, Record] = field(init=False)
    _settled: frozenset[str] = field(init=False)
    _failed: int = field(default=0, init=False)
    _undeleted: list[FormSettings] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Look once what stands, is kept or was erased: that costs no request."""
        listed = self.taking.repository.issues
        issues = listed(self.since) or listed(self.since)  # now and then it comes back empty
        known = candidates_in(issues, self.taking.keys)
        self._standing = {digest: record for _, record in known for digest in record.applications}
        kept = (digest for issue in issues for digest in kept_in(issue))
        self._settled = frozenset((*kept, *find_audit(issues, self.taking.keys)[1].sent))

    def over(self, form: FormSettings) -> Iterator[str]:
        """Take in what was sent to one form; what came of each, for the count."""
        token = _token(form)
        for payload in fetched(form.service, form.form, token, self.since, form.host):
            passed = self.shares.passes(form.service)
            if passed or time.monotonic() > self.end:
                yield passed or LATER
                continue
            what = self._tried(form, token, payload)
            self.shares.count(form.service, what)
            yield what

    def _tried(self, form: FormSettings, token: str, payload: Mapping[str, Any]) -> str:
        """What came of one; where GitHub does not answer for it, the others are gone on with."""
        try:
            what = self._taken(form, token, payload)
        except Unwanted:
            return "no application"
        except UnansweredError as error:
            self._failed += 1
            if self._failed == FAILURES:
                raise
            self.troubles.append(error)
            return LATER
        self._failed = 0 if what != _STOOD else self._failed
        return what

    def _taken(self, form: FormSettings, token: str, payload: Mapping[str, Any]) -> str:
        given, submission = self._read(payload)
        if self._stands(given, submission):
            id_ = submission.application.id if isinstance(submission, Submission) else given.id
            return self._gone(form, token, id_) or _STOOD
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
        return KEPT if written else self._gone(form, token, given.id) or _STOOD

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

    def _stands(self, given: Taken, submission: Submission | str) -> bool:
        """Whether it stands, with each file that can be kept, or stood and was erased."""
        if isinstance(submission, str):
            shown = given.shown(self.taking.people.intake)
            return digest_of(shown, self.taking.writer) in self._settled
        if not self._settled.isdisjoint(submission.digests):
            return True
        found = [self._standing[x] for x in submission.digests if x in self._standing]
        return bool(found) and not missing(submission.application, found[0].files)


def _token(form: FormSettings) -> str:
    token = os.environ.get(secret(form.service), "")
    if not form.is_named or not token:
        why = f"{secret(form.service)} is not set" if form.is_named else "it names no form"
        message = f"the form of {form.service} cannot be asked: {why}"
        raise CareersError(message, "docs/intake.md tells how a form is fetched")
    return token
