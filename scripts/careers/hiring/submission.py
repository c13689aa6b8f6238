"""An application to a posting, with all that is pinned as it comes in."""

from __future__ import annotations

from dataclasses import dataclass

from careers.application import Application
from careers.hiring.labels.names import JOB, SOURCE, label_name, stage_label
from careers.process import APPLIED


@dataclass(frozen=True)
class Submission:
    """An application as it comes in; ``person`` and ``digest`` are hashes, ``now`` in ISO 8601."""

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
        return (stage_label(APPLIED), *self.lasting_labels)

    @property
    def lasting_labels(self) -> tuple[str, ...]:
        """The labels that stay whatever the stage."""
        return (
            label_name(JOB, self.application.posting),
            label_name(SOURCE, self.application.source),
        )
