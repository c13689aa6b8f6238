"""Open jobs like a job: of its team, at its places, with words of its title in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname

from careers.site._editions import Edition, edition_of
from careers.site._filters import values
from careers.site._site import Job, Site
from careers.site._words import ENGLISH

SHOWN = 4
# How many neighbours of a job are looked at in each row that it stands in: the work for a site
# grows with its jobs, not with their pairs.
_NEAR = 12
_WEIGHTS = {"team": 8, "place": 3, "word": 2, "workplace": 1}
_WORD = re.compile(r"[^\W\d_]{3,}")

Row = tuple[str, str]
Rows = tuple[dict[Row, list[Job]], dict[tuple[Row, str], int]]


def similar(site: Site, job: Job) -> list[Job]:
    """The open jobs most like one, open or closed, in the language of its page.

    Where fewer are like it, others follow in the order of the first page.
    """
    edition = edition_of(site, job)
    rows, places = _rows(site, edition)
    scores: dict[str, int] = defaultdict(int)
    jobs = {other.slug: other for other in edition.jobs[: SHOWN + 1]}
    for row in _stands_in(job):
        for other in _near(rows.get(row, []), places.get((row, _key(job)))):
            scores[other.slug] += _WEIGHTS[row[0]]
            jobs[other.slug] = other
    others = (other for other in jobs.values() if _key(other) != _key(job))
    return sorted(
        others, key=lambda other: (-scores[other.slug], other.title.casefold(), other.slug)
    )[:SHOWN]


@lru_cache(maxsize=1 << 16)
def _joined(path: str, name: str) -> str:
    return f"{dirname(path)}/{name}"


def _key(job: Job) -> str:
    """What a job shares with its translations."""
    return _joined(job.posting.path, job.posting.job)


def _stands_in(job: Job) -> Iterator[Row]:
    for kind, name, _ in values(job.posting.meta, ENGLISH):
        if kind in _WEIGHTS:
            yield kind, name
    yield from (("word", word) for word in sorted(set(_WORD.findall(job.title.casefold()))))


def _rows(site: Site, edition: Edition) -> Rows:
    """An edition's jobs in rows, and the place of each in its rows."""
    made: dict[str, Rows] = site.shared.setdefault("rows", {})
    if edition.prefix not in made:
        rows: dict[Row, list[Job]] = defaultdict(list)
        places: dict[tuple[Row, str], int] = {}
        for job in edition.jobs:
            for row in _stands_in(job):
                places[row, _key(job)] = len(rows[row])
                rows[row].append(job)
        made[edition.prefix] = (rows, places)
    return made[edition.prefix]


def _near(row: list[Job], place: int | None) -> list[Job]:
    """The neighbours of a place in a row; the first ones for a job that has no place in it."""
    begin = max(0, min((place or 0) - _NEAR // 2, len(row) - _NEAR))
    return row[begin : begin + _NEAR]
