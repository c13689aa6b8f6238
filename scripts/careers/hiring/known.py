"""Looks a person up among the issues: by their records, never by search or labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careers.application import Application
from careers.hiring.actions import Issue
from careers.hiring.names import JOB, SOURCE, label, stage_label
from careers.hiring.record import Record, person_in, read_record
from careers.process import APPLIED
from careers.text.diagnostics import CareersError


@dataclass(frozen=True)
class Opening:
    """An application to a posting, as it stands when it comes in; ``now`` in ISO 8601."""

    application: Application
    person: str
    digest: str
    title: str
    commit: str
    url: str
    stages: tuple[str, ...]
    now: str

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of a new candidate."""
        return (stage_label(APPLIED), *self.tags)

    @property
    def tags(self) -> tuple[str, ...]:
        """The labels that stay whatever the stage."""
        return (
            label(JOB, self.application.posting),
            label(SOURCE, self.application.source),
        )


@dataclass(frozen=True)
class Known:
    """The person's issues at this posting, oldest first, and their other issues' numbers."""

    here: tuple[tuple[Issue, Record], ...]
    elsewhere: tuple[int, ...]
    notes: tuple[str, ...] = ()


def known(opening: Opening, issues: Sequence[Issue]) -> Known:
    """Look the person up. Raises CareersError where their own record is broken."""
    here, elsewhere, notes = [], [], []
    for issue in sorted(issues, key=lambda issue: issue.number):
        try:
            record = read_record(issue.body)
        except CareersError as error:
            if person_in(issue.body) in (opening.person, None):
                message = f"issue #{issue.number}: {error}"
                raise CareersError(message, error.help, status=1) from None
            notes.append(f"issue #{issue.number}: {error}")
            continue
        if record is None or record.person != opening.person:
            continue
        if record.posting == opening.application.posting:
            here.append((issue, record))
        else:
            elsewhere.append(issue.number)
    return Known(tuple(here), tuple(elsewhere), tuple(notes))
