"""Keeps what could not be taken in by itself, in an issue for a person to settle."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from careers.application import SentFile
from careers.application.files import Unkept
from careers.cli.candidate_runs.kept_files.keeping_files import KeepingFiles
from careers.cli.candidate_runs.parts import Part
from careers.cli.support.candidates import print_plan
from careers.github.repository import Repository
from careers.hiring.applying.attention import digest_of, plan_filled, plan_keeping, unfilled
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import ATTENTION
from careers.hiring.record.files import KeptFile
from careers.hiring.settings import FormSettings


@dataclass
class AttentionRun:
    """One payload's run; ``files`` are what became of those that were ``sent``.

    It opens an issue: a run that writes only to what stands leaves it, and ``again`` says so.
    """

    repository: Repository
    payload: Mapping[str, Any]
    why: str
    writer: IssueWriter
    nonce: str
    dry_run: bool = False
    part: Part = field(default=Part.BOTH, kw_only=True)
    again: bool = field(default=False, init=False)
    sent: Sequence[SentFile] = field(default=(), kw_only=True)
    forms: Sequence[FormSettings] = field(default=(), kw_only=True)
    files: tuple[KeptFile, ...] = field(default=(), init=False)

    @property
    def waits(self) -> bool:
        """Whether a file could not be kept yet."""
        return any(file.why == Unkept.WAITING for file in self.files)

    @property
    def outcome(self) -> str:
        """What came of it, without personal data."""
        return f"needs attention: {self.why}"

    def once(self) -> Issue | None:
        """The issue that keeps it; None where it was kept already or nothing was to be written.

        Whoever calls it has made sure that the repository is private.
        """
        issues = self.repository.labelled([ATTENTION])
        digest = digest_of(self.payload, self.writer)
        plan = plan_keeping(digest, self.nonce, issues, self.writer)
        issue = unfilled(digest, issues, self.writer)
        if self.part is Part.STANDS:
            self.again = bool(plan.actions or issue)
            return None
        print_plan(self.repository, plan, dry_run=self.dry_run)
        if self.dry_run:
            return None
        for action in plan.actions:
            issue = self.repository.apply(action)
        if issue is None:
            return None
        keeping = KeepingFiles(self.repository, self.forms)
        named = {f"{digest} {place}": file for place, file in enumerate(self.sent)}
        self.files = keeping.keep(issue.number, named)
        fill = plan_filled(issue, digest, self.payload, self.why, self.writer, self.files)
        return self.repository.apply(fill)

    def warn(self) -> None:
        """Say in the log that a person must look."""
        sys.stderr.write(f"warning: {self.repository.name}: {self.why}; a person must settle it\n")
