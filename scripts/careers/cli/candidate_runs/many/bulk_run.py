"""Answers comments and boxes on a job's issue: plans acts on many, and begins a confirmed plan."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from careers.cli.candidate_runs.many.plan_carrying import PLANNED, PlanCarrying, listed
from careers.cli.candidate_runs.settling import Settling
from careers.cli.support.candidates import now, timestamp
from careers.github.repository import Repository
from careers.hiring.actions import (
    Comment,
    EditIssue,
    React,
    TakeBack,
)
from careers.hiring.board.job_issue import JOB_MARK
from careers.hiring.board.marker import marked
from careers.hiring.bulk.acts import chosen
from careers.hiring.bulk.asking import Asking, BulkAnswer, Reminding
from careers.hiring.bulk.boxes import CLOSE, newly_ticked, unticked
from careers.hiring.bulk.plan import FINISHED, BulkPlan, confirmed, read_plan
from careers.hiring.bulk.reminding import reminder
from careers.hiring.bulk.telling import told
from careers.hiring.event import Event
from careers.hiring.explaining import NOTE
from careers.hiring.issues import Issue
from careers.hiring.labels.names import BOARD, JOB, label_name
from careers.hiring.minding.due import Patience
from careers.hiring.overview.figures import ended_as, stage_figures
from careers.hiring.overview.row import CandidateRow
from careers.hiring.request import Permission
from careers.process import HIRED
from careers.text.counted import counted

_NO_RIGHT = "Not done: this needs write access here."
SEEN, DONE, NOT_DONE = "eyes", "+1", "confused"
_TEN_MINUTES = 10 * 60


class BulkRun:
    """One run on one job's issue; ``late`` says when it is to end, and the next goes on."""

    def __init__(
        self,
        repository: Repository,
        settling: Settling,
        late: Callable[[], bool] | None = None,
    ) -> None:
        end = time.monotonic() + _TEN_MINUTES
        self._repository = repository
        self._settling = settling
        self._patience = settling.writer.view.patience or Patience.default()
        self._now = timestamp(now())
        late = late or (lambda: time.monotonic() > end)
        self._carrying = PlanCarrying(repository, settling, late, self._now)

    def once(self, issue: Issue, event: Event) -> str:
        """Answer a comment or a box, or carry out the plan whose box was ticked; what came of it.

        ``event`` tells whose it is.
        """
        job = marked(issue, JOB_MARK, BOARD, self._settling.writer.keys)
        if not job:
            return "it is no job's issue of ours, nothing to do"
        if self._settling.dry_run:
            return "would be: answered"
        if event.comment is None:
            return self._ticked(issue, job, event)
        comment, text = event.comment.id, event.comment.body or ""
        plan = read_plan(text, self._settling.writer.keys)
        if plan and plan.job == job:
            return self._confirm(issue, comment, text, plan, event.sender.login)
        source = f"{comment} {event.comment.updated_at if event.action == 'edited' else ''}".strip()
        rows = self._rows(job)
        asked = self._asking(job, source, rows).read(text)
        if self._repository.permission(event.sender.login) < Permission.WRITE and asked:
            asked = BulkAnswer(_NO_RIGHT)
        if event.mends and not (isinstance(asked, BulkAnswer) and not asked.done):
            self._repository.apply(TakeBack(issue.number, comment, _note(comment)))
        if asked is None:
            return "the comment holds no command, nothing to do"
        return self._answered(issue, comment, source, asked, rows)

    def _asking(self, job: str, source: str, rows: list[CandidateRow]) -> Asking:
        stages = tuple(f.stage for f in stage_figures(rows, self._patience.days))
        return Asking(job, source, stages, self._settling.rules, self._now)

    def _ticked(self, issue: Issue, job: str, event: Event) -> str:
        """A plan for each box that was ticked, which is unticked: it can be asked for again."""
        acts = newly_ticked(event.body_before, event.body_after)
        if not acts:
            return "no box was ticked, nothing to do"
        if (body := unticked(issue.body)) != issue.body:
            self._repository.apply(EditIssue(issue.number, "untick its boxes", body=body))
        if self._repository.permission(event.sender.login) < Permission.WRITE:
            return "whoever ticked it may not write here, nothing to do"
        rows = self._rows(job)
        facts = self._settling.jobs.facts(job)
        hired = ended_as(rows, HIRED)
        filled = bool(facts and facts.openings is not None and hired >= facts.openings)
        plans = []
        for act in acts:
            source = f"box {act} {event.issue.updated_at or self._now}"
            closes = act == CLOSE and facts and facts.is_open
            pull = self._settling.jobs.close(facts) if facts and closes else ""
            plan = self._asking(job, source, rows).ticked(act, facts, pull, filled=filled)
            plans.append(self._planned(issue, f"box {act} ", source, plan, rows)[0])
        return "; ".join(plans)

    def _planned(
        self, issue: Issue, cause: str, source: str, asked: BulkPlan, rows: list[CandidateRow]
    ) -> tuple[str, bool]:
        """The plan as a comment; none where one of that cause that is still good says the same.

        What came of it, and whether somebody is to confirm it.
        """
        made = told(chosen(asked, rows), self._settling.rules, self._now)
        known = self._repository.own_comments(issue.number, f"{PLANNED}{cause}")
        plans = (read_plan(said.text, self._settling.writer.keys) for said in known)
        if any(plan.is_good(self._now) and plan.is_as(made) for plan in plans if plan):
            return "that plan waits for its box already", bool(made.numbers)
        marker = f"{PLANNED}{source} -->"
        body = made.written(self._settling.writer)
        self._repository.apply(Comment(issue.number, marker, f"{marker}\n{body}"))
        return f"plan {made.id}: {counted(len(made.numbers), 'candidate')}", bool(made.numbers)

    def _answered(
        self,
        issue: Issue,
        comment: int,
        source: str,
        asked: BulkPlan | Reminding | BulkAnswer,
        rows: list[CandidateRow],
    ) -> str:
        if isinstance(asked, BulkAnswer):
            return self._said(issue, comment, asked.text, DONE if asked.done else NOT_DONE)
        if isinstance(asked, Reminding):
            return self._said(issue, comment, reminder(rows), DONE)
        planned, asks = self._planned(issue, f"{comment} ", source, asked, rows)
        self._repository.apply(React(comment, SEEN if asks else DONE))
        return planned

    def _confirm(self, issue: Issue, comment: int, text: str, plan: BulkPlan, who: str) -> str:
        if not confirmed(text, plan) or not plan.numbers:
            return "no box was ticked, nothing to do"
        live = self._repository.comment(comment)
        if live is None:
            return "its comment was deleted, nothing to do"
        plan = read_plan(live.text, self._settling.writer.keys) or plan
        if plan.state == FINISHED or plan.goes_on(issue.number, comment, self._now):
            return "it was confirmed before, nothing to do"
        if self._repository.permission(who) < Permission.WRITE:
            return self._said(issue, comment, _NO_RIGHT, NOT_DONE)
        if not plan.is_good(self._now):
            said = f"Not done: plan {plan.id} is over. Ask for it again."
            return self._said(issue, comment, said, NOT_DONE)
        plan = replace(plan, by=who, issue=issue.number, comment=comment)
        return self._carrying.start(issue, comment, text, plan)

    def go_on(self, issue: Issue) -> Counter[str]:
        """Carry on with what a run began that was cut off, on a job's issue of ours."""
        return self._carrying.go_on(issue)

    def _rows(self, job: str) -> list[CandidateRow]:
        issues = self._repository.labelled([label_name(JOB, job)])
        return listed(issues, self._settling, self._now)

    def _said(self, issue: Issue, comment: int, text: str, reaction: str) -> str:
        marker = _note(comment)
        self._repository.apply(Comment(issue.number, marker, f"{marker}\n{text}", anew=True))
        self._repository.apply(React(comment, reaction))
        return "answered"


def _note(comment: int) -> str:
    """The marker of what is said to a comment."""
    return f"{NOTE}job {comment} -->"
