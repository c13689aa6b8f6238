"""What the verbs that write candidates share: the plan printed, carried out, taken up again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from careers.cli.support.clock import company_day
from careers.cli.support.letters import composer_of
from careers.files.candidate_templates import load_candidate_templates
from careers.files.git import commit_of
from careers.files.kits import load_kit
from careers.files.load import POSTINGS, load_postings
from careers.github.errors import UnansweredError
from careers.github.repository import Repository
from careers.hiring.actions import Plan
from careers.hiring.applying.submitting import find_posting, is_job
from careers.hiring.interviews.parties import Parties
from careers.hiring.issue.head import View
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.keys import Keys, read_keys
from careers.hiring.labels.definitions import JobStages
from careers.hiring.minding.due import Patience
from careers.hiring.outbox.preview import Preview
from careers.hiring.overview.job import JobFacts, jobs_of
from careers.hiring.record.interviewing import Interview
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter
from careers.hiring.request import Pinned
from careers.hiring.scorecards.kit import Kit, kit_of
from careers.hiring.settings import CandidatesSettings, StageRules
from careers.places.areas import areas
from careers.places.pay_laws import before_talks, rules_in
from careers.posting.posting import Posting, originals
from careers.process import APPLIED, read_process
from careers.settings import Settings
from careers.text.diagnostics import CareersError

ATTEMPTS = 3
T = TypeVar("T")


def now() -> datetime:
    """The time that this run writes down."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """A time as records hold it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Pausing(Protocol):
    """What can wait before another attempt, longer each time."""

    @property
    def pause(self) -> Callable[[int], None]:
        """Wait."""


def with_retries(repository: Pausing, work: Callable[[], T]) -> T:
    """Do the work; where an answer was lost, do it anew from what is there by then."""
    for attempt in range(ATTEMPTS - 1):
        try:
            return work()
        except UnansweredError as error:
            sys.stderr.write(f"{error}: trying again\n")
            repository.pause(attempt)
    return work()


def writer_of(settings: Settings, people: CandidatesSettings, keys: Keys) -> IssueWriter:
    """What writes issues today, as the settings say it."""
    patience = Patience.of(settings, people)
    postings = partial(postings_in, POSTINGS, needed=False)
    composer = composer_of(settings, people, keys, postings, _no_file)

    def preview(body: str, record: Record, letter: Letter) -> Preview | None:
        try:
            return composer(timestamp(now())).preview(body, record, letter)
        except CareersError:  # a broken template stops the letter, and nobody's move
            return None

    view = View(company_day(settings), patience, people.reasons, people.stage, preview)
    return IssueWriter(load_candidate_templates(), keys, view)


def _no_file(_record: Record, _talk: Interview, _parties: Parties) -> bytes:
    """What is shown has no calendar file, and its runs install nothing that makes one."""
    raise AssertionError("a letter that is shown has no files")


def keys_of_environment() -> Keys:
    """The keys of CAREERS_KEY and CAREERS_KEY_OLD."""
    return read_keys(os.environ.get("CAREERS_KEY"), os.environ.get("CAREERS_KEY_OLD"))


def print_plan(repository: Repository, plan: Plan, *, dry_run: bool) -> None:
    """Print a plan in plain words."""
    lines = [f"  note: {note}" for note in plan.notes]
    lines += [f"  {action}" for action in plan.actions] or ["  nothing to do"]
    head = f"{'Would do' if dry_run else 'Doing'} in {repository.name}:"
    sys.stdout.write("\n".join([head, *lines, ""]))
    sys.stdout.flush()


def job_stages(postings: Sequence[Posting], settings: Settings) -> list[JobStages]:
    """The postings that are no drafts, as labels need them."""
    jobs = []
    for posting in originals(postings):
        if posting.meta.status == "draft" or not is_job(posting):
            continue
        process = read_process(posting, settings)
        jobs.append(JobStages(posting.job, posting.title, process.stages))
    return jobs


def find_pinned(name: str, *, settings: Settings) -> Pinned | None:
    """The posting that a person names, as it stands in this folder."""
    posting = find_posting(name, postings_in(POSTINGS, needed=False))
    if posting is None or not posting.readable:
        return None
    return Pinned(
        posting.job,
        posting.title,
        read_process(posting, settings).stages or (APPLIED,),
        *commit_of(posting.path),
        posting.meta.interviewers,
    )


def find_facts(name: str, *, settings: Settings) -> JobFacts | None:
    """What lists and reports need of the posting of a name, as it stands in this folder."""
    every = postings_in(POSTINGS, needed=False)
    posting = find_posting(name, every)
    if posting is None:
        return None
    return jobs_of([p for p in every if p.job == posting.job], settings).get(posting.job)


def wants_pay(name: str, *, today: date) -> bool:
    """Whether the law of a job's place wants pay told before a talk, and its posting names none."""
    posting = find_posting(name, postings_in(POSTINGS, needed=False))
    if posting is None or not posting.readable or posting.meta.salary is not None:
        return False
    meta = posting.meta
    found = [*(location.found for location in meta.locations), *areas(meta.remote_from)]
    return any(before_talks(rule) for place in found for rule in rules_in(place, today))


def find_kit(name: str, stage: str, *, settings: Settings, people: CandidatesSettings) -> Kit:
    """What the interviewers of a posting are given at a stage, by the files of this folder."""
    posting = find_posting(name, postings_in(POSTINGS, needed=False))
    rules = people.stage.get(stage, StageRules())
    return kit_of(stage, rules, load_kit(rules.kit), posting, settings)


def postings_in(folder: str, *, needed: bool = True) -> tuple[Posting, ...]:
    """The postings of a folder; none where it is missing and not needed."""
    return load_postings([folder]) if needed or Path(folder).is_dir() else ()
