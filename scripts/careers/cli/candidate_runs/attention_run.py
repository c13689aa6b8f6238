"""Keeps what could not be taken in by itself, in an issue for a person to settle."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from careers.cli.support.candidates import print_plan
from careers.files.candidate_templates import load_candidate_templates
from careers.github.actions import require_private
from careers.github.repository import Repository
from careers.hiring.actions import Issue
from careers.hiring.applying.attention import digest_of, plan_filled, plan_keeping, unfilled
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.keys import Keys
from careers.hiring.labels.names import ATTENTION


class AttentionRun:
    """One payload's run. ``outcome`` is what came of it, without personal data."""

    again = False
    """It opens an issue and fills it: nothing is left for another run."""

    def __init__(  # noqa: PLR0913 - all that it is made of
        self,
        repository: Repository,
        payload: Mapping[str, Any],
        why: str,
        keys: Keys,
        nonce: str,
        *,
        dry_run: bool,
    ) -> None:
        self._repository = repository
        self._payload = payload
        self._why = why
        self._nonce = nonce
        self._writer = IssueWriter(load_candidate_templates(), keys)
        self._dry_run = dry_run
        self.outcome = f"needs attention: {why}"

    def once(self) -> Issue | None:
        """The issue that keeps it; None where it was kept already or nothing was to be written."""
        require_private(self._repository)
        issues = self._repository.labelled([ATTENTION])
        digest = digest_of(self._payload, self._writer)
        plan = plan_keeping(digest, self._nonce, issues, self._writer)
        print_plan(self._repository, plan, dry_run=self._dry_run)
        if self._dry_run:
            return None
        issue = unfilled(digest, issues, self._writer)
        for action in plan.actions:
            issue = self._repository.apply(action)
        if issue is None:
            return None
        fill = plan_filled(issue, digest, self._payload, self._why, self._writer)
        return self._repository.apply(fill)

    def warn(self) -> None:
        """Say in the log that a person must look."""
        sys.stderr.write(
            f"warning: {self._repository.name}: {self._why}; a person must settle it\n"
        )
