"""Carries out what is due over all issues, one after the other, within a run's time."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from careers.cli.candidate_runs.apart import apart
from careers.cli.candidate_runs.interviewing.cards_run import OWN_RUN, CardsRun
from careers.cli.candidate_runs.kept_files.attached import attached, tell
from careers.cli.candidate_runs.letters.sending_run import SendingRun
from careers.cli.candidate_runs.letters.waiting_letters import say_what_waits
from careers.cli.candidate_runs.looking_after import LookingAfter
from careers.cli.candidate_runs.many.bulk_run import BulkRun
from careers.cli.candidate_runs.parts import LATER
from careers.cli.candidate_runs.reruns import rerun
from careers.cli.candidate_runs.settling import Settling
from careers.cli.support.candidates import now, print_plan, timestamp
from careers.github.actions import require_private
from careers.github.repository import Repository
from careers.hiring.actions import Action, Plan
from careers.hiring.comments import read_commands
from careers.hiring.flags.doubles import Hint, find_doubles, plan_hint
from careers.hiring.issue.boxes import ticked_boxes
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import DOING, has_label
from careers.hiring.record.block import mentions_record, read_record
from careers.hiring.record.model import Record
from careers.hiring.record.state import GroupState, find_state, open_state, write_state
from careers.hiring.renewing import is_of_older_key, is_version_1, plan_renewing, plan_signing
from careers.hiring.request import TENDED, Permission, Request
from careers.hiring.tending import (
    Missed,
    candidates_in,
    missed_commands,
    plan_joining,
    plan_linking,
)

_WHO = "careers"
TEND_SECONDS = 10 * 60
"""Seconds after which a run ends by itself; the next goes on."""
_LOOKED_BACK = timedelta(days=3)
"""How far comments are read again before what was read last: lists lag."""
_GROUP, _COMMENTS = "tend", "comments"
_NOTHING = ("all is as it should be", "nothing to do")


class TendRun:
    """One run over the repository."""

    def __init__(
        self,
        repository: Repository,
        settling: Settling,
        keys: Keys,
        looking_after: LookingAfter,
        sending: SendingRun,
    ) -> None:
        self._sending = sending
        self._repository = repository
        self._keys = keys
        self._settling = settling
        self._looking_after = looking_after
        self._dry_run = settling.dry_run
        self._end = time.monotonic() + TEND_SECONDS
        self._done: Counter[str] = Counter()

    def sign(self) -> str:
        """Sign what version 1 wrote; what came of it."""
        require_private(self._repository)
        for issue in self._repository.issues():
            if is_version_1(issue, self._keys) and self._is_ours(issue):
                with apart(self._repository, issue.number, self._done):
                    events, _ = self._repository.events(issue.number)
                    fresh = self._repository.issue(issue.number)
                    plan = plan_signing(fresh, events, self._settling.writer)
                    self._renew(fresh, plan, "signed")
        return self._told()

    def once(self, only: int | None = None) -> str:
        """Do all that is due, or all for one issue; what came of it."""
        require_private(self._repository)
        issues = [self._repository.issue(only)] if only else self._repository.issues()
        for issue in issues:
            if is_of_older_key(issue, self._keys):
                with apart(self._repository, issue.number, self._done):
                    fresh = self._repository.issue(issue.number)
                    self._renew(fresh, plan_renewing(fresh, self._settling.writer), "signed anew")
        known = candidates_in(issues, self._keys)
        self._doubles(known, everybody=only is None)
        self._attached(known)
        stands, state = find_state(issues, _GROUP, self._keys)
        read_until = self._commands({issue.number for issue, _ in known}, state)
        for issue in issues:
            if self._late():
                self._done[LATER] += 1
            elif self._may_be_ours(issue):
                self._settle(issue)
        cards = CardsRun(self._repository, self._settling, self._late)
        self._done += cards.over(issues, everybody=only is None)
        if self._done:  # this run has changed them
            issues = [self._repository.issue(only)] if only else self._repository.issues()
        self._done += self._looking_after.over(issues, self._late, everybody=only is None)
        self._go_on(issues)
        self._done += self._sending.over(candidates_in(issues, self._keys), everybody=not only)
        if only is None and not self._dry_run:
            stuck, writer = self._sending.stuck, self._settling.writer
            with apart(self._repository):
                self._done += say_what_waits(self._repository, issues, stuck, writer)
            with apart(self._repository):
                self._done += rerun(self._repository, issues, writer, self._late)
            if issues:
                with apart(self._repository):
                    self._keep(stands, state, read_until)
        return self._told()

    def _go_on(self, issues: Sequence[Issue]) -> None:
        """Carry on with plans for many that were cut off."""
        for issue in issues if not self._dry_run else ():
            if has_label(issue.labels, DOING):
                bulk = BulkRun(self._repository, self._settling, self._late)
                with apart(self._repository, issue.number, self._done):
                    self._done += bulk.go_on(issue)

    def _keep(self, issue: Issue | None, state: GroupState, read_until: str) -> None:
        """Write down how far comments were read: where something was done, and once a day."""
        moment = timestamp(now())
        if not self._done and moment[:10] == state.last_run[:10]:
            return
        key = self._keys.current
        there = issue or self._repository.apply(open_state(state, key))
        cursors = {**state.cursors, _COMMENTS: read_until}
        state = state.model_copy(update={"last_run": moment, "cursors": cursors})
        if there:
            self._repository.apply(write_state(state, there, key))

    def _settle(self, issue: Issue) -> None:
        """Bring one to rest; what ails it stops no other."""
        if ticked_boxes(issue.body) and issue.updated > timestamp(now() - OWN_RUN):
            self._done[LATER] += 1  # its own run may be on its way
            return
        request = Request(_WHO, timestamp(now()), TENDED, rules=self._settling.rules)
        if self._settling.is_at_rest(issue, request):
            return
        with apart(self._repository, issue.number, self._done):
            # The list is minutes old, and what was written since would be written over.
            issue = self._repository.issue(issue.number)
            outcome = self._settling.settle(self._repository, issue, request)
            if not outcome.endswith(_NOTHING):
                self._done["put right"] += 1

    def _doubles(self, known: Sequence[tuple[Issue, Record]], *, everybody: bool) -> None:
        """Join what one submission opened twice, and say who may be one person."""
        for number, _ in plan_joining(known, self._settling.writer):
            with apart(self._repository, number, self._done):
                plans = dict(plan_joining(self._anew(known, number), self._settling.writer))
                self._apply(plans.get(number, ()), "joined")
        for number, _ in plan_linking(known, self._settling.writer):
            with apart(self._repository, number, self._done):
                plans = dict(plan_linking(self._anew(known, number), self._settling.writer))
                self._apply(plans.get(number, ()), "said to be perhaps one person")
        for hint in find_doubles(known) if everybody else ():
            with apart(self._repository, hint.number, self._done):
                self._hint(hint)

    def _anew(
        self, known: Sequence[tuple[Issue, Record]], number: int
    ) -> list[tuple[Issue, Record]]:
        """The candidates, one of them by a fresh read, before it is written."""
        issues = (self._repository.issue(number) if x.number == number else x for x, _ in known)
        return candidates_in(issues, self._keys)

    def _attached(self, known: Sequence[tuple[Issue, Record]]) -> None:
        """Tell of files that people attached by themselves."""
        records = {issue.number: record for issue, record in known}
        for number, assets in attached(self._repository, records).items() if records else ():
            writer, dry_run = self._settling.writer, self._dry_run
            with apart(self._repository, number, self._done):
                if tell(self._repository, number, assets, writer, dry_run=dry_run):
                    self._done["files told"] += len(assets)

    def _hint(self, hint: Hint) -> None:
        """Say, from a fresh read, that two issues may be of one person."""
        issue = self._repository.issue(hint.number)
        record = read_record(issue.body, issue.number, self._keys)
        if record and hint.of not in record.hints:
            self._apply(plan_hint(issue, record, hint, self._settling.writer), "hints given")

    def _commands(self, known: set[int], state: GroupState) -> str:
        """Carry out what a comment asked for, where its event was lost; until when all was read."""
        moment = now()
        known_until = state.cursors.get(_COMMENTS) or timestamp(moment)
        since = timestamp(datetime.fromisoformat(known_until) - _LOOKED_BACK)
        until = timestamp(moment - OWN_RUN)
        said = self._repository.recent_comments(since)
        for missed in missed_commands(said, known, until):
            if self._late():
                return known_until
            with apart(self._repository, missed.number, self._done):
                if not self._repository.answered(missed.said, missed.number):
                    self._carry_out(missed)
        return until

    def _carry_out(self, missed: Missed) -> None:
        said = missed.said
        permission = self._repository.permission(said.who)
        if permission < Permission.READ:
            return
        request = Request(
            said.who,
            timestamp(now()),
            comment=said.id,
            commands=tuple(read_commands(said.text)),
            when=said.when,
            permission=permission,
            rules=self._settling.rules,
        )
        issue = self._repository.issue(missed.number)
        self._settling.settle(self._repository, issue, request)
        self._done["commands carried out"] += 1

    def _renew(self, issue: Issue, plan: tuple[Action, ...] | str, what: str) -> None:
        if isinstance(plan, str):
            sys.stderr.write(f"warning: issue #{issue.number}: {plan}\n")
            self._done["in want of a person"] += 1
        else:
            self._apply(plan, what)

    def _apply(self, actions: tuple[Action, ...], what: str) -> None:
        if not actions:
            return
        print_plan(self._repository, Plan(actions), dry_run=self._dry_run)
        if not self._dry_run:
            for action in actions:
                self._repository.apply(action)
        self._done[what] += 1

    def _is_ours(self, issue: Issue) -> bool:
        return issue.by_bot or self._repository.permission(issue.author) >= Permission.WRITE

    def _may_be_ours(self, issue: Issue) -> bool:
        """Whether a candidate is in it; a record that is no more is looked for where we label."""
        marked = any(name.casefold().startswith("who:") for name in issue.labels)
        return marked or mentions_record(issue.body)

    def _late(self) -> bool:
        return time.monotonic() > self._end

    def _told(self) -> str:
        counts = ", ".join(f"{what}: {count}" for what, count in sorted(self._done.items()))
        would = "would be: " if self._dry_run and counts else ""
        return would + (counts or "all is as it should be")
