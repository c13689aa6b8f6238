"""Looks up what somebody's request names besides: candidates, jobs, files, openings, teams."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from careers.cli.candidate_runs.app import teams_of
from careers.cli.candidate_runs.interviewing.offer_files import offer_files
from careers.github.repository import Repository
from careers.hiring.commands import commands_by_name
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import JOB, is_stage_label, label_name, stage_label
from careers.hiring.outbox.moves import talked
from careers.hiring.overview.job import JobFacts
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.request import Openings, Pinned, Request
from careers.hiring.scorecards.kit import Kit
from careers.process import HIRED, TERMINAL

_OFFER, _HIRE = "offer", "hire"
_ONWARD = frozenset({"advance", "stage"})


@dataclass(frozen=True)
class Jobs:
    """The postings of this folder, each by a name of its own; None where there is none.

    ``kit`` is what the interviewers of one are given at a stage, ``close`` the address of a pull
    request that closes one, empty where none can be made, ``offer_needs`` what the letter of an
    offer does not go without.
    """

    pinned: Callable[[str], Pinned | None] = lambda _name: None
    facts: Callable[[str], JobFacts | None] = lambda _name: None
    wants_pay: Callable[[str], bool] = lambda _name: False
    kit: Callable[[str, str], Kit] = lambda _name, _stage: Kit()
    close: Callable[[JobFacts], str] = lambda _job: ""
    offer_needs: Callable[[str], frozenset[str]] = lambda _name: frozenset()


def informed(
    repository: Repository, issue: Issue, request: Request, jobs: Jobs, keys: Keys
) -> Request:
    """The request with it."""
    verbs = {said.verb for said in request.commands}
    names = {commands_by_name()[said.verb].job(said.text) for said in request.commands}
    openings = None
    offers, needs = frozenset[str](), frozenset[str]()
    if _OFFER in verbs:
        record = read_record(issue.body, issue.number, keys)
        offers = offer_files(repository, issue.number)
        needs = jobs.offer_needs(record.posting) if record else needs
    if _HIRE in verbs or request.label == stage_label(HIRED):
        openings = _openings(repository, issue, jobs, keys)
    return replace(
        request,
        others=_others(repository, request, keys),
        jobs={name: job for name in names if name and (job := jobs.pinned(name))},
        offers=offers,
        offer_needs=needs,
        openings=openings,
        pay_untold=_leads_on(issue, verbs, keys, jobs),
        teams=teams_of(read_record(issue.body, issue.number, keys), request),
    )


def _leads_on(issue: Issue, verbs: set[str], keys: Keys, jobs: Jobs) -> bool:
    """Whether it may lead to a first talk, at a job whose law wants pay told that is not."""
    record = read_record(issue.body, issue.number, keys)
    if record is None or record.stage in TERMINAL or talked(record):
        return False
    here = stage_label(record.stage).casefold()
    moved = any(is_stage_label(x) and x.casefold() != here for x in issue.labels)
    return bool(moved or verbs & _ONWARD) and jobs.wants_pay(record.posting)


def _others(
    repository: Repository, request: Request, keys: Keys
) -> dict[int, tuple[Issue, Record]]:
    others = {}
    for said in request.commands:
        number = commands_by_name()[said.verb].other(said.text)
        issue = repository.find(number) if number else None
        record = issue and read_record(issue.body, issue.number, keys)
        if issue and record:
            others[issue.number] = issue, record
    return others


def _openings(repository: Repository, issue: Issue, jobs: Jobs, keys: Keys) -> Openings | None:
    """How many of the posting's openings others fill; None where it does not say how many."""
    record = read_record(issue.body, issue.number, keys)
    job = jobs.facts(record.posting) if record else None
    if record is None or job is None or job.openings is None:
        return None
    both = f"{label_name(JOB, record.posting)},{stage_label(HIRED)}"
    found = (read_record(x.body, x.number, keys) for x in repository.labelled([both]))
    hired = [x for x in found if x and x.stage == HIRED and not x.duplicate_of]
    filled = sum(x.issue != issue.number and x.posting == record.posting for x in hired)
    return Openings(filled, job.openings, job.edit)
