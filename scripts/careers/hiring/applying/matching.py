"""Finds a person among the issues of their bucket: by signed records, never by text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careers.hiring.applying.submission import Submission
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.stub import Stub, read_stub


@dataclass(frozen=True)
class Matches:
    """What is there of a person, oldest first.

    ``same`` is their issue at this posting (whatever it was called then), ``other_names`` those at
    it under another name, ``other_jobs`` the rest; ``stub`` was opened for this application and not
    filled.
    """

    same: tuple[Issue, Record] | None = None
    stub: Issue | None = None
    other_names: tuple[int, ...] = ()
    other_jobs: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def find_matches(submission: Submission, issues: Sequence[Issue], keys: Keys) -> Matches:
    """Look the person up among issues; what we did not sign is not seen."""
    known: list[tuple[Issue, Record]] = []
    stubs: list[Issue] = []
    for issue in sorted(issues, key=lambda issue: issue.number):
        record = read_record(issue.body, issue.number, keys)
        if record is not None:
            if _is_of(record, submission.people) and not record.duplicate_of:
                known.append((issue, record))
        elif (stub := read_stub(issue.body, keys)) and _is_for(stub, submission) and issue.is_open:
            stubs.append(issue)
    here = [pair for pair in known if pair[1].posting in submission.postings]
    same = [pair for pair in here if _is_same(pair[1], submission)]
    return Matches(
        same=same[0] if same else None,
        stub=stubs[0] if stubs else None,  # a copy of a stub is younger than the stub
        other_names=tuple(issue.number for issue, record in here if (issue, record) not in same),
        other_jobs=tuple(issue.number for issue, record in known if (issue, record) not in here),
    )


def _is_for(stub: Stub, submission: Submission) -> bool:
    return stub.person in submission.people and stub.application in submission.digests


def _is_same(record: Record, submission: Submission) -> bool:
    """The same person: a name equal but for capitals, accents and order, or this application."""
    sent = set(record.applications) & set(submission.digests)
    known = ("", *submission.names)
    return bool(sent) or record.name in known or bool(set(record.also) & set(known))


def _is_of(record: Record, people: Sequence[str]) -> bool:
    return bool({record.person, *record.also} & set(people))
