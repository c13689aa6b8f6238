"""What ``tend`` does about scorecards: asks, takes those whose event was lost, shows, reminds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from careers.cli.candidate_runs.apart import apart
from careers.cli.candidate_runs.interviewing.apart_run import ApartRun
from careers.cli.candidate_runs.interviewing.scorecards_run import ScorecardsRun
from careers.cli.candidate_runs.settling import Settling
from careers.cli.support.candidates import now, timestamp
from careers.github.repository import Repository
from careers.hiring.issues import Issue
from careers.hiring.labels.names import SCORECARD, has_label
from careers.hiring.tending import candidates_in

OWN_RUN = timedelta(minutes=15)
"""What was changed since is left to the run that its own event starts."""


@dataclass(frozen=True)
class CardsRun:
    """One run. ``late`` tells when it is to end."""

    repository: Repository
    settling: Settling
    late: Callable[[], bool]

    def over(self, issues: Sequence[Issue], *, everybody: bool) -> Counter[str]:
        """Do all that is due; in a repository of their own where all are looked at."""
        done: Counter[str] = Counter()
        run = ScorecardsRun(self.repository, self.settling)
        elsewhere = ApartRun(run.desk, run)
        known = candidates_in(issues, self.settling.writer.keys)
        asked_in = {ref.repository for _, record in known for ref in record.cards}
        done["scorecards taken"] += elsewhere.once(asked_in) if everybody else 0
        listed = {("", issue.number): issue for issue in issues} | elsewhere.listed
        own = timestamp(now() - OWN_RUN)
        for issue in issues:
            if issue.updated < own and has_label(issue.labels, SCORECARD):
                with apart(self.repository, issue.number, done):
                    done["scorecards put right"] += run.look_at(issue)
        for issue, record in known:
            if self.late():
                break
            with run.desk.without_them(), apart(self.repository, issue.number, done):
                done["scorecards put right"] += run.mend(record, listed)
                done["scorecards"] += run.bring_up(issue, listed)
                done["reminders of scorecards"] += run.remind(record, listed)
        return +done
