"""Writes the jobs' issues and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from careers.cli.candidate_runs.apart import apart
from careers.cli.support.candidates import print_plan
from careers.github.repository import Repository
from careers.hiring.actions import Action, Plan
from careers.hiring.board.job_issue import Boards
from careers.hiring.board.plan import boards_of, list_of_jobs, plan_board, plan_doubles, plan_list
from careers.hiring.issues import Issue
from careers.hiring.overview.job import JobFacts
from careers.hiring.overview.row import rows_of
from careers.hiring.tending import candidates_in


class BoardRun:
    """One run. ``late`` tells when it is to end."""

    def __init__(
        self,
        repository: Repository,
        boards: Boards,
        jobs: Mapping[str, JobFacts],
        late: Callable[[], bool],
        *,
        dry_run: bool,
    ) -> None:
        self._repository = repository
        self._boards = boards
        self._jobs = jobs
        self._late = late
        self._dry_run = dry_run

    def over(self, issues: Sequence[Issue]) -> int:
        """Write what differs; how many were written."""
        keys = self._boards.writer.keys
        patience, today = self._boards.patience, self._boards.today
        rows = rows_of(candidates_in(issues, keys), patience, today)
        written, known = 0, []
        for double in plan_doubles(issues, keys):
            with apart(self._repository):
                self._apply(double)
                written += 1
        for board in boards_of(issues, rows, self._jobs, keys):
            if self._late():
                return written
            action, made = plan_board(board, self._boards), None
            with apart(self._repository):
                made = self._apply(action)
                written += action is not None
            if there := made or board.issue:
                known.append((board, there.number))
        if not known:
            return written
        action = plan_list(known, list_of_jobs(issues, keys), self._boards)
        with apart(self._repository):
            self._apply(action)
            written += action is not None
        return written

    def _apply(self, action: Action | None) -> Issue | None:
        if action is None:
            return None
        print_plan(self._repository, Plan((action,)), dry_run=self._dry_run)
        return None if self._dry_run else self._repository.apply(action)
