"""Decides what becomes of what was given: a candidate's issue, or one that a person must settle."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from careers.application import SentFile
from careers.cli.candidate_runs.attention_run import AttentionRun
from careers.cli.candidate_runs.intake_run import IntakeRun
from careers.cli.candidate_runs.parts import Part
from careers.cli.support.candidates import job_stages, now, timestamp, writer_of
from careers.files.git import commit_of
from careers.github.repository import Repository
from careers.hiring.applying.submission import Submission
from careers.hiring.applying.submitting import (
    find_posting,
    named_in,
    submission_of,
    unknown_posting,
)
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.keys import Keys
from careers.hiring.labels.definitions import JobStages, labels_for
from careers.hiring.settings import CandidatesSettings
from careers.intake import Taken, Unwanted
from careers.posting.posting import Posting
from careers.process import read_process
from careers.settings import Settings
from careers.text.diagnostics import CareersError

_NAME = 200
"""Characters of a posting's name that are looked at for one that is near."""
_EVENT = frozenset({"repository", "sender", "workflow"})
"""What GitHub's own events hold, and no application."""


@dataclass(frozen=True)
class Taking:
    """Where applications are taken in, and by which postings and settings."""

    repository: Repository
    postings: Sequence[Posting]
    settings: Settings
    people: CandidatesSettings
    keys: Keys
    _commits: dict[str, tuple[str, str]] = field(default_factory=dict, init=False)
    _stages: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False)

    @cached_property
    def writer(self) -> IssueWriter:
        """What writes the issues of this run."""
        return writer_of(self.settings, self.people, self.keys)

    @cached_property
    def _jobs(self) -> list[JobStages]:
        return job_stages(self.postings, self.settings)

    def run_of(
        self,
        submission: Submission | str,
        given: Taken,
        *,
        part: Part = Part.BOTH,
        dry_run: bool = False,
    ) -> IntakeRun | AttentionRun:
        """The run that opens the candidate's issue, or the one that keeps what cannot be taken."""
        if isinstance(submission, Submission):
            looks = labels_for(self._jobs, [submission.application.source])
            return IntakeRun(
                self.repository,
                submission,
                looks,
                self.writer,
                part,
                dry_run,
                forms=self.people.intake.form,
            )
        shown, files = given.shown(self.people.intake), given.files(self.people.intake)
        return self.attention(shown, submission, files, part=part, dry_run=dry_run)

    def attention(
        self,
        shown: Mapping[str, Any],
        why: str,
        files: Sequence[SentFile] = (),
        *,
        part: Part = Part.BOTH,
        dry_run: bool = False,
    ) -> AttentionRun:
        """The run that keeps what a person must settle, with its files."""
        nonce, forms, writer = secrets.token_hex(8), self.people.intake.form, self.writer
        return AttentionRun(
            self.repository, shown, why, writer, nonce, dry_run, part=part, sent=files, forms=forms
        )

    def submission(self, given: Taken) -> Submission | str:
        """The submission, or why it cannot be taken.

        Raises Unwanted for what is no application, CareersError for an event that brings none.
        """
        try:
            application = given.application(self.people.intake)
        except Unwanted:
            raise  # it waits for nobody
        except CareersError as error:
            if not given.payload or set(given.payload) & _EVENT:
                raise
            return str(error)
        posting = find_posting(application.posting, self.postings)
        # A mail's subject may hold a title among other words.
        posting = posting or named_in(application.answers.get("Subject", ""), self.postings)
        if posting is None:
            return unknown_posting(application.posting[:_NAME], self.postings)
        if not posting.readable:
            return "its posting cannot be read"
        return submission_of(
            application,
            posting,
            stages=self._stages_of(posting),
            settings=self.settings,
            people=self.people,
            keys=self.keys,
            commit=self._commit(posting.path),
            now=timestamp(now()),
            nonce=secrets.token_hex(8),
        )

    def _stages_of(self, posting: Posting) -> tuple[str, ...]:
        """The stages of a posting: its process is read once a run."""
        if posting.path not in self._stages:
            self._stages[posting.path] = read_process(posting, self.settings).stages
        return self._stages[posting.path]

    def _commit(self, path: str) -> tuple[str, str]:
        """The commit that a posting stands at: git is asked once a run."""
        if path not in self._commits:
            self._commits[path] = commit_of(path)
        return self._commits[path]
