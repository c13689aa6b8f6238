"""Finds all scorecards about a candidate, however often somebody was asked and let go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from careers.cli.candidate_runs.interviewing.card_desk import CardDesk
from careers.hiring.issues import Issue
from careers.hiring.record.interviewing import Place
from careers.hiring.record.model import Record


class CardsAbout:
    """Of one run; ``issues`` are those of the candidates' repository."""

    def __init__(self, desk: CardDesk, issues: Sequence[Issue]) -> None:
        self._desk = desk
        self._issues = issues
        self._known: dict[str, Mapping[int, Sequence[int]]] = {}

    def places(self, record: Record, names: Iterable[str] = ()) -> list[Place]:
        """Those that the record names, and whichever say themselves whom they are about.

        A record names the newest alone. Looked through are the repositories of those and ``names``.
        """
        refs = (*record.cards, *record.let_go)
        where = {"", self._desk.apart, *names, *(ref.repository for ref in refs)}
        said = {(name, each) for name in where for each in self._in(name).get(record.issue, ())}
        return sorted(said | {ref.place for ref in refs})

    def _in(self, name: str) -> Mapping[int, Sequence[int]]:
        """The cards of a repository by their candidate; it is listed once."""
        if name not in self._known:
            home = self._desk.at(name)
            issues = self._issues if not name else home.issues() if home else ()
            found: dict[int, list[int]] = {}
            for issue in issues:
                if card := self._desk.read(issue, name):
                    found.setdefault(card.candidate, []).append(issue.number)
            self._known[name] = found
        return self._known[name]
