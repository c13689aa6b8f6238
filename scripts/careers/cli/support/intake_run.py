"""Carries an application out: reads, plans, writes, and looks again until nothing is left."""

from __future__ import annotations

from collections.abc import Sequence

from careers.cli.support.candidates import show
from careers.files.candidate_templates import load_letters
from careers.github.actions import require_private
from careers.github.errors import RefusedError
from careers.github.repository import Repository
from careers.hiring.actions import AddLabel, CreateIssue, EditIssue, Issue, Plan
from careers.hiring.duplicates import undo
from careers.hiring.known import Opening, known
from careers.hiring.labels import with_labels
from careers.hiring.names import SOURCE
from careers.hiring.opening import plan_opening
from careers.hiring.page import Pages
from careers.hiring.palette import Job, wanted
from careers.text.diagnostics import CareersError

_ROUNDS = 6
_PUSH = "give the bot's token push access (Issues: read and write, role Write): others lose labels"


class Run:
    """One application's run. ``said`` is what came of it, without personal data."""

    def __init__(
        self, repository: Repository, opening: Opening, jobs: Sequence[Job], *, dry_run: bool
    ) -> None:
        self._repository = repository
        self._opening = opening
        self._wanted = wanted(jobs, [opening.application.source])
        self._pages = Pages(load_letters())
        self._dry_run = dry_run
        self.said = "the application was there already"

    def once(self) -> Issue | None:
        """The candidate's issue, as it stands at the end; None where nothing was to be written.

        After each write all is read again: GitHub may have dropped labels, and another run may
        have opened an issue for the same person at the same time.
        """
        require_private(self._repository)
        labelled: set[str] = set()
        for _ in range(_ROUNDS):
            issues = self._repository.issues()
            plan = plan_opening(self._opening, issues, self._pages)
            if not plan.actions:
                return known(self._opening, issues).here[0][0]
            adding = {action.name for action in plan.actions if isinstance(action, AddLabel)}
            if dropped := adding & labelled:
                self._take_back(dropped, issues)
            plan = with_labels(plan, self._repository.labels(), self._wanted)
            show(self._repository, plan, dry_run=self._dry_run)
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
                self.said = "opened"
            elif isinstance(action, EditIssue) and self.said != "opened":
                self.said = "updated"

    def _take_back(self, dropped: set[str], issues: Sequence[Issue]) -> None:
        """Undo an issue that stays without its labels, and fail loudly."""
        plan = undo(self._opening, issues, self._pages)
        for action in plan.actions:
            self._repository.apply(action)
        done = "; the new issue was taken back" if plan.actions else ""
        names = ", ".join(sorted(n if not n.startswith(SOURCE) else "its source" for n in dropped))
        message = f"{self._repository.name}: GitHub dropped the labels {names}{done}"
        raise CareersError(message, _PUSH)
