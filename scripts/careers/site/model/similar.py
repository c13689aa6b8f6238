"""Open jobs like a job: of its team, at its places, with words of its title in common."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from careers.site.model.job import Job

SHOWN = 4
# How many jobs near to one are looked at in each row that it stands in: the work for a site grows
# with its jobs, not with their pairs.
NEAR = 12
_WEIGHTS = {"team": 8, "place": 3, "word": 2, "workplace": 1}
_WORD = re.compile(r"[^\W\d_]{3,}")

Name = tuple[str, str]


class Similarity:
    """Finds what is like a job among the jobs of an edition.

    These stand in rows, one for each team, place, workplace and word of a title, by their numbers
    in the edition's order.
    """

    def __init__(self, jobs: Sequence[Job], keys: Iterable[str]) -> None:
        self._rows: dict[Name, list[int]] = {}
        for number, job in enumerate(jobs):
            for name in _names_of(job):
                self._rows.setdefault(name, []).append(number)
        self._numbers = {key: number for number, key in enumerate(keys)}
        order = sorted(range(len(jobs)), key=lambda number: jobs[number].order)
        # Who comes first among equals, by number; and the jobs in that order.
        self._ranks = sorted(range(len(jobs)), key=order.__getitem__)
        self._ranked = [jobs[number] for number in order]

    def to(self, job: Job) -> list[Job]:
        """The open jobs most like one, open or closed.

        Where fewer are like it, others follow in the order of the first page.
        """
        number = self._numbers.get(job.key)
        scores = defaultdict(int, dict.fromkeys(range(min(SHOWN + 1, len(self._ranked))), 0))
        for name in _names_of(job):
            for other in _near(self._rows.get(name, []), number):
                scores[other] += _WEIGHTS[name[0]]
        if number is not None:
            scores.pop(number, None)
        best = sorted((-score, self._ranks[other]) for other, score in scores.items())
        return [self._ranked[rank] for _, rank in best[:SHOWN]]


def _names_of(job: Job) -> set[Name]:
    """What its rows are called."""
    words = _WORD.findall(job.title.casefold())
    named = ((kind, name) for kind, name, _ in job.values if kind in _WEIGHTS)
    return {*named, *(("word", word) for word in words)}


def _near(row: list[int], number: int | None) -> list[int]:
    """The jobs near to one in a row; the first ones for a job that does not stand in it."""
    place = bisect_left(row, -1 if number is None else number)
    if row[place : place + 1] != [number]:
        place = 0
    begin = max(0, min(place - NEAR // 2, len(row) - NEAR))
    return row[begin : begin + NEAR]
