"""Finds a person among the issues: by their records, never by search or labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careers.hiring.actions import Issue
from careers.hiring.record.block import person_in, read_record
from careers.hiring.record.model import Record
from careers.hiring.submission import Submission
from careers.text.diagnostics import CareersError


@dataclass(frozen=True)
class Matches:
    """The person's issues at this posting, oldest first, and their other issues' numbers."""

    same_job: tuple[tuple[Issue, Record], ...]
    other_jobs: tuple[int, ...]
    notes: tuple[str, ...] = ()


def find_matches(submission: Submission, issues: Sequence[Issue]) -> Matches:
    """Look the person up. Raises CareersError where their own record is broken."""
    same_job, other_jobs, notes = [], [], []
    for issue in sorted(issues, key=lambda issue: issue.number):
        try:
            record = read_record(issue.body)
        except CareersError as error:
            if person_in(issue.body) in (submission.person, None):
                message = f"issue #{issue.number}: {error}"
                raise CareersError(message, error.help, status=1) from None
            notes.append(f"issue #{issue.number}: {error}")
            continue
        if record is None or record.person != submission.person:
            continue
        if record.posting == submission.application.posting:
            same_job.append((issue, record))
        else:
            other_jobs.append(issue.number)
    return Matches(tuple(same_job), tuple(other_jobs), tuple(notes))
