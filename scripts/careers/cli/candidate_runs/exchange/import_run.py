"""Brings candidates in: opens each by a stub, then fills it; run again, it goes on."""

from __future__ import annotations

import secrets
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from careers.application import SentFile
from careers.application.files import Unkept
from careers.cli.candidate_runs.kept_files.keeping_files import KeepingFiles
from careers.cli.support.candidates import with_retries
from careers.cli.support.progress import Progress
from careers.github.actions import require_private
from careers.github.repository import Repository
from careers.hiring.actions import Action, Continue, CreateIssue
from careers.hiring.exchange.references import Place
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.record.block import read_record
from careers.hiring.record.files import KeptFile
from careers.hiring.record.stub import read_stub
from careers.hiring.request import Permission
from careers.hiring.wishes import newest

Key = tuple[str, str]


class Brought(Protocol):
    """One candidate that is brought in, known by the hashes of person and application."""

    @property
    def person(self) -> str:
        """The hash of the person."""

    @property
    def application(self) -> str:
        """The digest of the application."""

    @property
    def known_as(self) -> tuple[Key, ...]:
        """All by which it is known that they stand."""

    @property
    def number(self) -> int:
        """The number that its issue had elsewhere; 0 where it had none."""

    def opening(self, nonce: str, writer: IssueWriter) -> CreateIssue:
        """The request that opens it, without a word of the person."""

    def files(self) -> Mapping[str, SentFile]:
        """Their files, by what stands for each."""

    def filling(
        self, issue: Issue, place: Place, kept: Sequence[KeptFile], writer: IssueWriter
    ) -> tuple[Action, ...]:
        """What fills it, once its files are kept."""


WAITING = "wait for a file"


class ImportRun:
    """One run; ``pace`` is the least seconds an issue or a comment takes.

    ``warnings`` say which files could not be kept, without personal data.
    """

    def __init__(self, repository: Repository, writer: IssueWriter, pace: float) -> None:
        require_private(repository)
        self._repository = repository
        self._writer = writer
        self._pace = pace
        self._keeping = KeepingFiles(repository)
        self._filled: dict[Key, Issue] = {}
        self._stubs: dict[Key, Issue] = {}
        keys = writer.keys
        for issue in reversed(repository.issues()):
            if record := read_record(issue.body, issue.number, keys):
                names = (*record.applications, f"{record.posting} {record.name}")
                self._filled |= {(record.person, name): issue for name in names}
            elif (stub := read_stub(issue.body, keys)) and self._is_ours(issue):
                self._stubs[stub.person, stub.application] = issue

    def missing(self, brought: Sequence[Brought]) -> list[Brought]:
        """Those who do not stand yet."""
        return [each for each in brought if self._there(each) is None]

    def _there(self, each: Brought) -> Issue | None:
        found = (self._filled.get(key) for key in each.known_as)
        return next(filter(None, found), None)

    def carry_out(self, brought: Sequence[Brought]) -> Counter[str]:
        """Open all, then fill all, so that each knows the others' numbers; how many of each.

        Who has a file that GitHub did not take stays a stub, which the next run fills.
        """
        done: Counter[str] = Counter()
        numbers: dict[int, int] = {}
        missing = self.missing(brought)
        with Progress("Opening", len(brought), "candidates") as progress:
            for each in progress.over(brought):
                key = each.person, each.application
                there = self._there(each) or self._stubs.get(key)
                if there is None:
                    there = self._stubs[key] = self._open(each)
                    done["opened"] += 1
                if each.number:
                    numbers[each.number] = there.number
        with Progress("Filling", len(missing), "candidates") as progress:
            for each in progress.over(missing):
                issue = self._stubs[each.person, each.application]
                work = partial(self._fill, each, issue, numbers)
                done["filled" if with_retries(self._repository, work) else WAITING] += 1
        return done

    @property
    def warnings(self) -> tuple[str, ...]:
        """Why files wait."""
        return tuple(dict.fromkeys(self._keeping.warnings))

    def _open(self, each: Brought) -> Issue:
        start = time.monotonic()
        made = self._repository.apply(each.opening(secrets.token_hex(8), self._writer))
        assert made is not None  # noqa: S101 - opening answers with the issue
        self._wait(start)
        return made

    def _fill(self, each: Brought, issue: Issue, numbers: dict[int, int]) -> bool:
        """Whether it is filled; not where a file could not be kept yet."""
        kept = self._keeping.keep(issue.number, each.files())
        if any(file.why == Unkept.WAITING for file in kept):
            return False
        events, _ = self._repository.events(issue.number)
        place = Place(numbers, newest(events))
        for action in each.filling(issue, place, kept, self._writer):
            start = time.monotonic()
            self._repository.apply(action)
            if isinstance(action, Continue):
                self._wait(start)
        return True

    def _wait(self, start: float) -> None:
        time.sleep(max(0.0, self._pace - (time.monotonic() - start)))

    def _is_ours(self, stub: Issue) -> bool:
        return stub.by_bot or self._repository.permission(stub.author) >= Permission.WRITE
