"""Open jobs like a job: of its team, at its places, with words of its title in common."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from careers.site.model.editions import Edition, edition_of, groups, key_of
from careers.site.model.site import Job, Site

SHOWN = 4
# How many neighbours of a job are looked at in each row that it stands in: the work for a site
# grows with its jobs, not with their pairs.
NEAR = 12
_WEIGHTS = {"team": 8, "place": 3, "word": 2, "workplace": 1}
_WORD = re.compile(r"[^\W\d_]{3,}")

Name = tuple[str, str]
Row = tuple[int, list[int]]


@dataclass(frozen=True, slots=True)
class _Rows:
    """An edition's jobs in rows, by their numbers in its order; a row has a weight.

    ``stands`` are a job's rows by its slug, ``numbers`` finds it by its key. ``ranks`` tells by
    number who comes first among equals, and ``ranked`` are the jobs in that order.
    """

    rows: dict[Name, Row]
    stands: dict[str, tuple[Row, ...]]
    numbers: dict[str, int]
    ranks: list[int]
    ranked: list[Job]


def similar(site: Site, job: Job) -> list[Job]:
    """The open jobs most like one, open or closed, in the language of its page.

    Where fewer are like it, others follow in the order of the first page. They are looked for once.
    """
    known: dict[str, list[Job]] = site.shared.setdefault("similar", {})
    if job.slug not in known:
        known[job.slug] = _similar(site, job)
    return known[job.slug]


def numbers(site: Site, job: Job) -> list[int]:
    """The same as places in the site's open jobs, which a cache can hold."""
    if "numbers of jobs" not in site.shared:
        site.shared["numbers of jobs"] = {one.slug: at for at, one in enumerate(site.jobs)}
    known: dict[str, int] = site.shared["numbers of jobs"]
    return [known[other.slug] for other in similar(site, job)]


def recall(site: Site, job: Job, found: list[int]) -> None:
    """Take what ``numbers`` told of the same jobs for what looking would find."""
    site.shared.setdefault("similar", {})[job.slug] = [site.jobs[at] for at in found]


def _similar(site: Site, job: Job) -> list[Job]:
    every = rows_of(site, edition_of(site, job))
    number = every.numbers.get(key_of(job))
    scores = defaultdict(int, dict.fromkeys(range(min(SHOWN + 1, len(every.ranked))), 0))
    rows = every.stands.get(job.slug)
    if rows is None:
        rows = tuple(every.rows[name] for name in names_of(job) if name in every.rows)
    for weight, row in rows:
        for other in _near(row, number):
            scores[other] += weight
    if number is not None:
        scores.pop(number, None)
    # A score and a rank below it are one number.
    size = len(every.ranked)
    best = sorted([every.ranks[other] - size * score for other, score in scores.items()])
    return [every.ranked[place % size] for place in best[:SHOWN]]


def names_of(job: Job) -> set[Name]:
    """What its rows are called."""
    words = _WORD.findall(job.title.casefold())
    named = ((kind, name) for kind, name, _ in job.values if kind in _WEIGHTS)
    return {*named, *(("word", word) for word in words)}


def rows_of(site: Site, edition: Edition) -> _Rows:
    """An edition's jobs in rows, which are made once."""
    made: dict[str, _Rows] = site.shared.setdefault("rows", {})
    if edition.prefix not in made:
        jobs = edition.jobs
        rows: dict[Name, Row] = {}
        stands: dict[str, tuple[Row, ...]] = {}
        for number, job in enumerate(jobs):
            found = [rows.setdefault(name, (_WEIGHTS[name[0]], [])) for name in names_of(job)]
            for _, row in found:
                row.append(number)
            stands[job.slug] = tuple(found)
        order = sorted(range(len(jobs)), key=lambda at: jobs[at].order)
        ranks = sorted(range(len(jobs)), key=order.__getitem__)
        numbers = {key: number for number, key in enumerate(groups(site))}
        made[edition.prefix] = _Rows(rows, stands, numbers, ranks, [jobs[at] for at in order])
    return made[edition.prefix]


def _near(row: list[int], number: int | None) -> list[int]:
    """The neighbours of a job in a row; the first ones for a job that does not stand in it."""
    place = bisect_left(row, -1 if number is None else number)
    if row[place : place + 1] != [number]:
        place = 0
    begin = max(0, min(place - NEAR // 2, len(row) - NEAR))
    return row[begin : begin + NEAR]
