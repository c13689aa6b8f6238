"""What ``tend`` does once every issue is at rest: reminders, and the jobs' issues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC

from careers.cli.candidate_runs.board_run import BoardRun
from careers.cli.candidate_runs.forgetting.forgetting_run import Farewell, ForgettingRun, Goodbye
from careers.cli.candidate_runs.forgetting.mails import ForgettingMails
from careers.cli.candidate_runs.interviewing.card_desk import CardDesk
from careers.cli.candidate_runs.minding_run import MindingRun
from careers.cli.candidate_runs.thanking import thank
from careers.cli.support.candidates import now, postings_in, timestamp
from careers.cli.support.clock import company_day
from careers.files.candidates_settings import load_candidates_settings
from careers.files.load import POSTINGS
from careers.github.repository import Repository
from careers.hiring.board.addresses import Addresses
from careers.hiring.board.job_issue import Boards
from careers.hiring.forgetting.keeping import Keeper
from careers.hiring.forgetting.settings import differences
from careers.hiring.issue.days import full_day
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.minding.due import Patience
from careers.hiring.minding.plan import Minding
from careers.hiring.outbox.limits import waiting
from careers.hiring.overview.job import jobs_of
from careers.hiring.record.model import Record
from careers.hiring.tending import candidates_in
from careers.settings import Settings

Late = Callable[[], bool]


def _none(_issue: Issue, _record: Record) -> None:
    """No letter."""


@dataclass(frozen=True)
class LookingAfter:
    """Where it looks, and with what; ``farewell`` makes the last letter to whom it erases."""

    repository: Repository
    settings: Settings
    writer: IssueWriter
    dry_run: bool
    farewell: Farewell = _none

    def over(self, issues: Sequence[Issue], late: Late, *, everybody: bool) -> Counter[str]:
        """Remind of what is late; where they are all there are, write the jobs' too."""
        moment = now()
        patience = Patience.of(self.settings, load_candidates_settings())
        jobs = jobs_of(postings_in(POSTINGS, needed=False), self.settings)
        today = company_day(self.settings)
        done: Counter[str] = Counter()
        minding = Minding(patience, self.writer, today, timestamp(moment))
        reminding = MindingRun(self.repository, minding, jobs, late, dry_run=self.dry_run)
        done["reminders"] += reminding.over(candidates_in(issues, self.writer.keys))
        known = candidates_in(issues, self.writer.keys)
        done["thanked"] += thank(self.repository, known, self.writer, dry_run=self.dry_run)
        if everybody:
            people = load_candidates_settings()
            keeper = Keeper(people.retention, patience.days, self.writer, today)
            differing = differences(self.settings.privacy.keep, people.retention.place)
            mails = ForgettingMails(self.repository, people.intake, self.writer.keys)
            goodbye = Goodbye(self.farewell, mails.of)
            apart = people.scorecards.repository
            desk = CardDesk(self.repository, apart, self.writer, dry_run=self.dry_run)
            forgetting = ForgettingRun(
                self.repository, keeper, desk, differing, goodbye, late, dry_run=self.dry_run
            )
            done += forgetting.over(issues, jobs)
            issues = [issue for issue in issues if issue.number not in forgetting.erased]
            told = moment.astimezone(UTC)
            as_of = f"{full_day(told.date().isoformat())}, {told:%H:%M} UTC"
            addresses = Addresses(_web(self.repository, issues))
            records = [record for _, record in candidates_in(issues, self.writer.keys)]
            wait = waiting(records, timestamp(moment))
            boards = Boards(self.writer, patience, addresses, today, as_of, wait)
            board_run = BoardRun(self.repository, boards, jobs, late, dry_run=self.dry_run)
            written = board_run.over(issues)
            done["jobs' issues"] += written
        return +done


def _web(repository: Repository, issues: Sequence[Issue]) -> str:
    """The repository's page, on whatever server it is."""
    pages = (issue.url.rpartition("/issues/")[0] for issue in issues)
    return next(filter(None, pages), f"https://github.com/{repository.name}")
