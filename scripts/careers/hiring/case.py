"""What a move is decided from, and what it is to come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from careers.hiring.actions import Comment, Issue
from careers.hiring.commands import Command
from careers.hiring.names import stage_of
from careers.hiring.page import Pages
from careers.hiring.record import Record
from careers.process import TERMINAL


@dataclass(frozen=True)
class Asked:
    """What happened: a label set (``label``), commands in a comment (``comment`` is its id)."""

    who: str
    now: str
    action: str = ""
    label: str | None = None
    comment: int | None = None
    commands: tuple[Command, ...] = ()
    may_write: bool = False


@dataclass(frozen=True)
class Case:
    """All that a decision is made from."""

    issue: Issue
    record: Record
    asked: Asked
    renamed: Mapping[str, str]
    pages: Pages

    def stage(self, text: str) -> str | None:
        """The stage of this candidate's process that a label or a typed name means."""
        return stage_of(self.record.stages, text, self.renamed)

    def explain(self, why: str, **values: Any) -> Comment:
        """A comment that is written once: for this comment, or for this state of the record."""
        cause = self.asked.comment or f"{len(self.record.history)} {self.record.stage}"
        words = f"{self.issue.number} {why} {cause} {values.get('label', '')}"
        marker = f"<!-- careers:note {sha256(words.encode()).hexdigest()[:16]} -->"
        text = self.pages.text(
            "comment",
            why=why,
            stage=self.record.stage,
            stages=self.record.stages,
            ends=TERMINAL,
            **values,
        )
        return Comment(self.issue.number, marker, f"{marker}\n{text}")


@dataclass(frozen=True)
class Goal:
    """Where the candidate is to stand, and why."""

    stage: str
    reason: str = ""
    ref: int | None = None
