"""Where scorecards are read and written: among the candidates, or in a repository of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from careers.cli.support.candidates import print_plan
from careers.github.actions import connect_apart, require_private
from careers.github.errors import RefusedError, UnansweredError
from careers.github.repository import Repository
from careers.hiring.actions import Action, Plan, React
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.record.interviewing import Place
from careers.hiring.scorecards.scorecard import Scorecard, read_card
from careers.text.diagnostics import CareersError

Listed = Mapping[Place, Issue]
"""The issues that a run has listed, by where they are."""


class CardDesk:
    """The candidates' repository, and the one that ``apart`` names for scorecards, if any."""

    def __init__(
        self, repository: Repository, apart: str, writer: IssueWriter, *, dry_run: bool
    ) -> None:
        self.repository = repository
        self.writer = writer
        self.dry_run = dry_run
        self.apart = "" if apart.casefold() == repository.name.casefold() else apart
        self._known: dict[str, Repository | None] = {"": repository}

    def at(self, name: str) -> Repository | None:
        """A repository with scorecards; None, which is said once, where this run has no way in."""
        if name not in self._known:
            try:
                found: Repository | None = connect_apart(name)
                require_private(found)  # type: ignore[arg-type] # it raises where there is none
            except CareersError as error:
                _warn(name, error)
                found = None
            self._known[name] = found
        return self._known[name]

    @contextmanager
    def without_them(self) -> Iterator[None]:
        """Work that goes on without a repository of scorecards which refuses it, or is silent.

        It is said once, and nothing more is asked of that repository by this run.
        """
        try:
            yield
        except (RefusedError, UnansweredError) as error:
            if error.repository not in {name for name in self._known if name}:
                raise
            _warn(error.repository, error)
            self._known[error.repository] = None

    def read(self, issue: Issue, repository: str = "") -> Scorecard | None:
        """The card that an issue is."""
        return read_card(issue.body, issue.number, self.writer.keys, repository)

    def find(self, place: Place) -> tuple[Issue, Scorecard] | None:
        """A card and its issue, as they are now."""
        home = self.at(place[0])
        issue = home.find(place[1]) if home else None
        card = issue and self.read(issue, place[0])
        return (issue, card) if issue and card else None

    def apply(self, actions: tuple[Action, ...], repository: str = "") -> Issue | None:
        """Carry them out there, a reaction last: it says that the rest was done."""
        home, answer = self.at(repository), None
        if not actions or home is None:
            return None
        print_plan(home, Plan(actions), dry_run=self.dry_run)
        for action in () if self.dry_run else sorted(actions, key=_last):
            answer = home.apply(action)
        return answer


def _warn(name: str, error: CareersError) -> None:
    sys.stderr.write(f"warning: no scorecards in {name}: {error}\n  help: {error.help}\n")


def _last(action: Action) -> bool:
    return isinstance(action, React)
