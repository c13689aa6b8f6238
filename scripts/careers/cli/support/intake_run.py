"""Carries an application out: reads, plans, writes, and looks again until nothing is left."""

from __future__ import annotations

from collections.abc import Sequence

from careers.cli.support.candidates import print_plan
from careers.files.candidate_templates import load_candidate_templates
from careers.github.actions import require_private
from careers.github.errors import RefusedError
from careers.github.repository import Repository
from careers.hiring.actions import AddLabel, CreateIssue, EditIssue, Issue, Plan
from careers.hiring.duplicates import plan_taking_back
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.labels.definitions import JobStages, labels_for
from careers.hiring.labels.names import SOURCE
from careers.hiring.labels.plan import create_missing
from careers.hiring.matching import find_matches
from careers.hiring.opening import plan_opening
from careers.hiring.submission import Submission
from careers.text.diagnostics import CareersError

_ROUNDS = 6
_PUSH = "give the bot's token push access (Issues: read and write, role Write): others lose labels"


class IntakeRun:
    """One application's run. ``outcome`` is what came of it, without personal data."""

    def __init__(
        self,
        repository: Repository,
        submission: Submission,
        jobs: Sequence[JobStages],
        *,
        dry_run: bool,
    ) -> None:
        self._repository = repository
        self._submission = submission
        self._labels = labels_for(jobs, [submission.application.source])
        self._writer = IssueWriter(load_candidate_templates())
        self._dry_run = dry_run
        self.outcome = "the application was there already"

    def once(self) -> Issue | None:
        """The candidate's issue, as it stands at the end; None where nothing was to be written.

        After each write all is read again: GitHub may have dropped labels, and another run may
        have opened an issue for the same person at the same time.
        """
        require_private(self._repository)
        labelled: set[str] = set()
        for _ in range(_ROUNDS):
            issues = self._repository.issues()
            plan = plan_opening(self._submission, issues, self._writer)
            if not plan.actions:
                return find_matches(self._submission, issues).same_job[0][0]
            adding = {action.name for action in plan.actions if isinstance(action, AddLabel)}
            if dropped := adding & labelled:
                self._take_back(dropped, issues)
            plan = create_missing(plan, self._repository.labels(), self._labels)
            print_plan(self._repository, plan, dry_run=self._dry_run)
            if self._dry_run:
                return None
            self._carry_out(plan, adding, issues)
            labelled |= adding
        message = f"{self._repository.name}: the issue does not come to rest"
        raise CareersError(message, "does something else change it? Run it again later")

    def _carry_out(self, plan: Plan, adding: set[str], issues: Sequence[Issue]) -> None:
        for action in plan.actions:
            try:
                self._repository.apply(action)
            except RefusedError:
                if not isinstance(action, AddLabel):
                    raise
                self._take_back(adding, issues)
            if isinstance(action, CreateIssue):
                self.outcome = "opened"
            elif isinstance(action, EditIssue) and self.outcome != "opened":
                self.outcome = "updated"

    def _take_back(self, dropped: set[str], issues: Sequence[Issue]) -> None:
        """Undo an issue that stays without its labels, and fail loudly."""
        plan = plan_taking_back(self._submission, issues, self._writer)
        for action in plan.actions:
            self._repository.apply(action)
        result = "; the new issue was taken back" if plan.actions else ""
        names = ", ".join(sorted(n if not n.startswith(SOURCE) else "its source" for n in dropped))
        message = f"{self._repository.name}: GitHub dropped the labels {names}{result}"
        raise CareersError(message, _PUSH)
