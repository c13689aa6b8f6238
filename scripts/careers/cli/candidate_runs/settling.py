"""Brings one issue to rest: plans, writes once, looks what others did, and plans anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from careers.cli.candidate_runs.app import close_posting
from careers.cli.candidate_runs.informing import Jobs, informed
from careers.cli.candidate_runs.restoring import restored
from careers.cli.support.candidates import (
    find_facts,
    find_kit,
    find_pinned,
    postings_in,
    print_plan,
    wants_pay,
    writer_of,
)
from careers.cli.support.clock import company_day
from careers.cli.support.letters import offer_needs
from careers.files.candidates_settings import load_candidates_settings
from careers.files.load import POSTINGS
from careers.github.repository import Repository
from careers.hiring.actions import (
    AddLabel,
    Assign,
    EditIssue,
    Plan,
    React,
    RemoveLabel,
    StartTending,
)
from careers.hiring.candidate import Candidate
from careers.hiring.forgetting.erased import read_erased
from careers.hiring.forgetting.holding import holders
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Happening, Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import has_label, is_stage_label
from careers.hiring.moving import is_settled, plan_move
from careers.hiring.record.block import is_intact, read_record
from careers.hiring.record.model import Record
from careers.hiring.request import Permission, Request
from careers.hiring.rules import Rules, rules_of
from careers.hiring.wishes import brought_up, is_ours, is_stale, newest, others_since
from careers.settings import Settings

_ROUNDS = 4


class Settling:
    """How issues are brought to rest; ``renamed`` leads from old names of stages to today's.

    ``triage_moves`` says whether a stage label counts that somebody set who may not write.
    """

    def __init__(  # noqa: PLR0913 - all that it is made of
        self,
        *,
        renamed: Mapping[str, str],
        writer: IssueWriter,
        triage_moves: bool = True,
        rules: Rules | None = None,
        jobs: Jobs | None = None,
        dry_run: bool = False,
        tends: bool = False,
    ) -> None:
        self._renamed = renamed
        self.triage_moves = triage_moves
        self.rules = rules or Rules()
        self.jobs = jobs or Jobs()
        self._keys = writer.keys
        self.dry_run = dry_run
        self._tends = tends
        self.writer = writer

    def settle(
        self, repository: Repository, issue: Issue, request: Request, body_before: str = ""
    ) -> str:
        """Bring one issue to rest; what came of it."""
        outcomes: list[str] = []
        request = informed(repository, issue, request, self.jobs, self._keys)
        for rounds in range(_ROUNDS):
            made = self._current(repository, issue, body_before)
            if isinstance(made, str):
                return made
            if made[0] is not issue:
                outcomes.append("the record was put right")
            candidate = Candidate.of(*made, self._renamed)
            # What was set while we wrote may be gone from the labels, and stands in the events.
            if not rounds and is_settled(candidate, request, self.writer):
                break
            candidate, plan, known, page = self._planned(repository, candidate, request)
            outcomes += [*_edits(plan), *plan.notes]
            if self.dry_run:
                return f"would be: {_joined(outcomes)}"
            after, refused = self._carried_out(repository, plan)
            if refused:
                request = replace(request, unassignable=request.unassignable | refused)
                continue
            if after is None:
                break
            later, _ = repository.events(issue.number, known, page)
            if not _moved_meanwhile(repository, candidate, after, later, known):
                break
            issue, request, body_before = repository.issue(issue.number), _level(request), ""
        return _joined(outcomes)

    def is_at_rest(self, issue: Issue, request: Request) -> bool:
        """Whether an issue needs no closer look, as a list has it."""
        if read_erased(issue, self._keys):
            return True
        record = read_record(issue.body, issue.number, self._keys)
        if record is None or not is_intact(issue.body):
            return False
        candidate = Candidate.of(issue, record, self._renamed)
        return bool(record.duplicate_of) or is_settled(candidate, request, self.writer)

    def _planned(
        self, repository: Repository, candidate: Candidate, request: Request
    ) -> tuple[Candidate, Plan, int, int]:
        """The plan with the candidate it is for, the newest event that it knows, and its page."""
        events, page = repository.events(candidate.issue.number, candidate.record.seen)
        candidate = replace(candidate, issue=brought_up(candidate.issue, events))
        if is_stale(candidate, events):
            candidate = self._newer(repository, candidate)
        if not self.triage_moves:
            request = replace(request, barred=_barred(repository, candidate, events))
        if logins := holders(candidate, request, events):
            powers = {login.casefold(): repository.permission(login) for login in logins}
            request = replace(request, powers=powers)
        plan = plan_move(
            candidate.issue, candidate.record, request, self._renamed, self.writer, events
        )
        print_plan(repository, plan, dry_run=self.dry_run)
        return candidate, plan, newest(events), page

    def _current(
        self, repository: Repository, issue: Issue, body_before: str
    ) -> tuple[Issue, Record] | str:
        """The issue with its record, put right where it was damaged; or why there is none."""
        if read_erased(issue, self._keys):
            return "it is erased, nothing to do"
        record = read_record(issue.body, issue.number, self._keys)
        before = read_record(body_before, issue.number, self._keys)
        older = bool(record and before and before.sequence > record.sequence)
        if record is None or older or not is_intact(issue.body):
            return self._restored(repository, issue, body_before)
        if record.duplicate_of:
            return f"it is a duplicate of #{record.duplicate_of}, nothing to do"
        return issue, record

    def _newer(self, repository: Repository, candidate: Candidate) -> Candidate:
        """The candidate with the newest record that the edit history holds."""
        made = self._restored(repository, candidate.issue, "", stale=True)
        if isinstance(made, str):
            return candidate
        return Candidate.of(*made, self._renamed)

    def _restored(
        self, repository: Repository, issue: Issue, body_before: str, *, stale: bool = False
    ) -> tuple[Issue, Record] | str:
        return restored(
            repository, issue, self.writer, body_before, stale=stale, dry_run=self.dry_run
        )

    def _carried_out(
        self, repository: Repository, plan: Plan
    ) -> tuple[Issue | None, frozenset[str]]:
        """Carry a plan out, the reaction last: the issue as the move's answer has it.

        Else, where GitHub does not let people be assigned, who they are, in lower case; nothing
        that follows is carried out.
        """
        after = None
        actions = [a for a in plan.actions if not (self._tends and isinstance(a, StartTending))]
        for action in sorted(actions, key=lambda action: isinstance(action, React)):
            answer = repository.apply(action)
            if isinstance(action, EditIssue):
                after = answer or after
            elif isinstance(action, Assign) and answer:
                refused = [x for x in action.logins if not has_label(answer.assignees, x)]
                if refused:
                    return None, frozenset(login.casefold() for login in refused)
        return after, frozenset()


def _barred(
    repository: Repository, candidate: Candidate, events: list[Happening]
) -> frozenset[str]:
    """The stage labels that were set, since the last decision, by somebody who may not write."""
    who = {
        event.label.casefold(): event.who
        for event in sorted(events, key=lambda event: event.id)
        if event.id > candidate.record.seen
        and event.kind == "labeled"
        and is_stage_label(event.label)
        and not is_ours(event, candidate)
    }
    may = {login: repository.permission(login) >= Permission.WRITE for login in set(who.values())}
    return frozenset(label for label, login in who.items() if not may[login])


def _moved_meanwhile(
    repository: Repository,
    candidate: Candidate,
    after: Issue,
    events: list[Happening],
    known: int,
) -> bool:
    """Set again what others labelled while we wrote; whether a stage was among it."""
    labels, moved = others_since(candidate, after, events, known)
    for event in labels:
        if event.kind == "labeled" and not has_label(after.labels, event.label):
            repository.apply(AddLabel(after.number, event.label))
        elif event.kind == "unlabeled" and has_label(after.labels, event.label):
            repository.apply(RemoveLabel(after.number, event.label))
    return moved


def _level(request: Request) -> Request:
    """The request once its command was carried out: what is there decides the rest."""
    return Request(request.who, request.now, rules=request.rules)


def _edits(plan: Plan) -> list[str]:
    return [action.what for action in plan.actions if isinstance(action, EditIssue)]


def _joined(outcomes: list[str]) -> str:
    return "; ".join(outcomes) or "all is as it should be"


def settling_of(settings: Settings, keys: Keys, *, dry_run: bool, tends: bool = False) -> Settling:
    """As the settings of the folder say it; ``tends`` says that letters are sent by this run."""
    people = load_candidates_settings()
    postings = partial(postings_in, POSTINGS, needed=False)
    return Settling(
        renamed=settings.labels.renamed,
        writer=writer_of(settings, people, keys),
        triage_moves=people.roles.triage_moves,
        rules=rules_of(settings, people),
        jobs=Jobs(
            partial(find_pinned, settings=settings),
            partial(find_facts, settings=settings),
            partial(wants_pay, today=company_day(settings)),
            partial(find_kit, settings=settings, people=people),
            partial(close_posting, settings=settings),
            partial(offer_needs, settings=settings, postings=postings),
        ),
        dry_run=dry_run,
        tends=tends,
    )
