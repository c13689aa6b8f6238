"""Which jobs may have others around them once a few jobs of a site changed.

A job is like its neighbours in the rows that it stands in (``_similar``). One that comes, goes or
moves is seen, or missed, by those near to its place in a row, and by those that look at the first
ones of the row because they do not stand in it. Between a job and the nearest that changed all
are as they were: nobody's view is shifted by more than one sees.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from careers.site.model.editions import edition_of, editions, groups, key_of
from careers.site.model.similar import NEAR, SHOWN, Name, names_of, rows_of
from careers.site.model.site import Job, Site


@dataclass
class _Part:
    """The texts of one job, those that changed as they were and as they are.

    Whichever of them is the first or is shown by an edition, before or now: the job's places are
    among these, and its rows among those of these names.
    """

    jobs: list[Job]
    places: set[int]
    names: set[Name]


def affected(site: Site, changed: Sequence[Job]) -> set[str]:
    """The slugs of the jobs whose similar jobs or translations may be others than before.

    ``changed`` are the open jobs that are new, are gone, or say something else: those as they
    were and as they are. All others, and the site's languages, are as they were. All jobs are
    told where one changed that stood or stands among the first, which may be like any job.
    """
    if not changed:
        return set()
    parts = _parts(site, changed)
    if any(min(part.places) <= SHOWN for part in parts.values()):
        return {job.slug for job in (*site.jobs, *site.closed)}
    found = {job.slug for part in parts.values() for job in part.jobs}
    first: set[Name] = set()
    for part in parts.values():
        for name, place, edition in product(part.names, part.places, editions(site)):
            _, row = rows_of(site, edition).rows.get(name, (0, []))
            at = bisect_left(row, place)
            near = row[max(0, at - NEAR) : at + NEAR]
            found.update(edition.jobs[number].slug for number in near)
            if at < NEAR:
                first.add(name)
    return found | _aside(site, parts, first)


def _parts(site: Site, changed: Sequence[Job]) -> dict[str, _Part]:
    """What changed, by the key that a job's texts share."""
    texts: dict[str, list[Job]] = {}
    for job in changed:
        texts.setdefault(key_of(job), []).append(job)
    every = groups(site)
    order = list(every.values())
    made = {}
    for key, mine in texts.items():
        jobs = [*mine, *every.get(key, ())]
        places = {bisect_left(order, job.order, key=_first) for job in jobs}
        made[key] = _Part(jobs, places, {name for job in jobs for name in names_of(job)})
    return made


def _first(group: tuple[Job, ...]) -> tuple[str, str]:
    """By what the groups are in order."""
    return min(job.order for job in group)


def _aside(site: Site, parts: dict[str, _Part], first: set[Name]) -> set[str]:
    """Those affected of the jobs that stand in no row: they are closed, or not their edition's.

    ``first`` names the rows whose first jobs are not what they were.
    """
    seen = {name for part in parts.values() for name in part.names}
    several = (group for group in groups(site).values() if len(group) > 1)
    found = set()
    for job in (*site.closed, *(job for group in several for job in group)):
        rows, key = rows_of(site, edition_of(site, job)), key_of(job)
        if job.slug in rows.stands:
            continue
        names = seen if key in rows.numbers else first  # it looks where its translation stands
        if key in parts or not names_of(job).isdisjoint(names):
            found.add(job.slug)
    return found
