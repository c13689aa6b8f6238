"""A candidate as a decision sees them, and what a decision comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careers.hiring.actions import Issue
from careers.hiring.labels.names import find_stage
from careers.hiring.record.model import Record
from careers.process import current_name


@dataclass(frozen=True)
class Decision:
    """What the record is to become, and why. Checklist, labels and state follow it."""

    record: Record
    reason: str = ""


@dataclass(frozen=True)
class Explanation:
    """A comment in place of a decision.

    ``why`` is a word for the template ``comment``, which says it in its own words with ``values``,
    or else shows ``text``: Markdown in which what people typed is harmless already.
    """

    why: str
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Candidate:
    """The issue and its record, in today's names of stages; ``renamed`` leads to them."""

    issue: Issue
    record: Record
    renamed: Mapping[str, str]

    @classmethod
    def of(cls, issue: Issue, record: Record, renamed: Mapping[str, str]) -> Candidate:
        """The candidate of an issue: a stage that was renamed is the same stage."""
        stages = tuple(dict.fromkeys(current_name(stage, renamed) for stage in record.stages))
        today = {"stages": stages, "stage": current_name(record.stage, renamed)}
        return cls(issue, record.model_copy(update=today), renamed)

    def find_stage(self, text: str) -> str | None:
        """The stage of this candidate's process that a label or a typed name means."""
        return find_stage(self.record.stages, text, self.renamed)

    def moved_to(self, stage: str, reason: str = "") -> Decision:
        """The decision that puts them into a stage."""
        return Decision(self.record.model_copy(update={"stage": stage}), reason)
