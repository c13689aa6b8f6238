"""Carries out a plan of acts on many that was confirmed, at GitHub's pace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from careers.cli.candidate_runs.apart import apart
from careers.cli.candidate_runs.parts import LATER
from careers.cli.candidate_runs.settling import Settling
from careers.github.repository import Repository
from careers.hiring.actions import AddLabel, EditComment, RemoveLabel
from careers.hiring.board.job_issue import JOB_MARK
from careers.hiring.board.marker import marked
from careers.hiring.bulk.acts import ACTS, is_done, takes
from careers.hiring.bulk.plan import FINISHED, GOING, BulkPlan, read_plan
from careers.hiring.issues import Issue
from careers.hiring.labels.names import BOARD, DOING, has_label
from careers.hiring.minding.due import Patience
from careers.hiring.overview.row import CandidateRow, rows_of
from careers.hiring.request import Permission, Request
from careers.hiring.tending import candidates_in

PLANNED = "<!-- careers:planned "
_REFUSED = "not carried out"


class PlanCarrying:
    """Confirmed plans on jobs' issues; ``late`` says when it is to end, and the next run goes on.

    ``now`` is in ISO 8601.
    """

    def __init__(
        self, repository: Repository, settling: Settling, late: Callable[[], bool], now: str
    ) -> None:
        self._repository = repository
        self._settling = settling
        self._late = late
        self._now = now

    def start(self, issue: Issue, comment: int, text: str, plan: BulkPlan) -> str:
        """Carry out the plan of a comment, whose text is given; what came of it."""
        plan = replace(plan, state=GOING)
        self._write(comment, text, plan)
        self._repository.apply(AddLabel(issue.number, DOING))
        return self._carry_out(issue, comment, text, plan)

    def go_on(self, issue: Issue) -> Counter[str]:
        """Carry on with what a run began that was cut off, on a job's issue of ours."""
        done: Counter[str] = Counter()
        if not marked(issue, JOB_MARK, BOARD, self._settling.writer.keys):
            return done
        for said in self._repository.own_comments(issue.number, PLANNED):
            plan = read_plan(said.text, self._settling.writer.keys)
            if plan and plan.goes_on(issue.number, said.id, self._now):
                self._carry_out(issue, said.id, said.text, plan)
                done["plans carried on"] += 1
        if not done and has_label(issue.labels, DOING):
            self._repository.apply(RemoveLabel(issue.number, DOING))
        return done

    def _carry_out(self, issue: Issue, comment: int, text: str, plan: BulkPlan) -> str:
        """One after the other, each from a fresh read; who changed meanwhile stays as they are."""
        done, skipped = list(plan.done), list(plan.skipped)
        for number in plan.numbers:
            if number in {*done, *skipped}:
                continue
            if self._late():
                self._write(comment, text, replace(plan, done=(*done,), skipped=(*skipped,)))
                return f"plan {plan.id}: {len(done)} done, the next run goes on"
            carried, told = False, Counter[str]()
            with apart(self._repository, number, told):
                carried = self._one(number, plan)
            if not told[LATER]:
                (done if carried else skipped).append(number)
        if len({*done, *skipped}) < len({*plan.numbers}):
            self._write(comment, text, replace(plan, done=(*done,), skipped=(*skipped,)))
            return f"plan {plan.id}: {len(done)} done, the next run goes on"
        plan = replace(plan, state=FINISHED, done=tuple(done), skipped=tuple(skipped))
        self._write(comment, text, plan)
        self._repository.apply(RemoveLabel(issue.number, DOING))
        return f"plan {plan.id}: {len(done)} done, {len(skipped)} left as they are"

    def _one(self, number: int, plan: BulkPlan) -> bool:
        issue = self._repository.issue(number)
        rows = listed([issue], self._settling, self._now)
        if rows and is_done(plan, rows[0]):
            return True  # a run that was cut off did it
        if not rows or not takes(plan, rows[0]):
            return False
        request = Request(
            plan.by,
            self._now,
            commands=ACTS[plan.verb].commands(plan.text),
            when=self._now,
            permission=Permission.WRITE,
            rules=self._settling.rules,
        )
        return _REFUSED not in self._settling.settle(self._repository, issue, request)

    def _write(self, comment: int, text: str, plan: BulkPlan) -> None:
        marker = text.partition("\n")[0].rstrip()
        body = plan.written(self._settling.writer)
        self._repository.apply(EditComment(comment, f"{marker}\n{body}"))


def listed(issues: Iterable[Issue], settling: Settling, now: str) -> list[CandidateRow]:
    """The candidates of issues, as lists and plans see them. ``now`` is in ISO 8601."""
    patience = settling.writer.view.patience or Patience.default()
    today = patience.days.day_of(now)
    return rows_of(candidates_in(issues, settling.writer.keys), patience, today)
