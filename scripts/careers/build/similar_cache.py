"""Makes right what the last build knew of the jobs around each, where few postings changed.

Looking around all jobs of a large site takes longer than all else that an edited title asks for.
"""

from __future__ import annotations

from collections.abc import Mapping

from careers.build.affected import affected
from careers.build.cache import Stock
from careers.build.fingerprints import Ground, around
from careers.build.reading import Facts, shelved
from careers.site import Job, Site
from careers.site.model.selection import as_job
from careers.site.model.similar import numbers

FEW = 50
"""As many changed postings are looked at one by one; where there are more, so are all jobs."""


def renew(old: Stock, site: Site, under: Ground, known: Mapping[str, Facts]) -> None:
    """Let the stock tell what is around each job of its own in the site as it is now.

    ``known`` are the facts of every posting, by path.
    """
    if not old.jobs or old.ground == under.whole:
        return
    jobs = {job.posting.path: job for job in (*site.jobs, *site.closed)}
    changed = _changed(old, jobs, known)
    few = old.own == under.own and len(changed) <= FEW
    slugs = affected(site, _stood(old, site, changed)) if few else {j.slug for j in jobs.values()}
    places = {job.posting.path: at for at, job in enumerate(site.jobs)}
    moved = [places.get(path, -1) for path in old.order]
    for path, job in jobs.items():
        made = old.jobs.get(path)
        if made is None:
            continue
        if job.slug in slugs or path in changed:
            made.around, made.like = around(site, job, under), numbers(site, job)
        else:
            made.like = [moved[at] for at in made.like]


def _changed(old: Stock, jobs: Mapping[str, Job], known: Mapping[str, Facts]) -> set[str]:
    """The paths of the jobs that are new, are gone, opened, closed or say something else."""
    stood = set(old.order)
    was = {path: (old.facts[path]["name"], path in stood) for path in old.jobs}
    now = {path: (known[path]["name"], not job.closed) for path, job in jobs.items()}
    return {path for path, _ in was.items() ^ now.items()}


def _stood(old: Stock, site: Site, changed: set[str]) -> list[Job]:
    """Those that stood open, as they were, and those that stand so now."""
    was = [as_job(site, shelved(path, old.facts[path])) for path in old.order if path in changed]
    return [*was, *(job for job in site.jobs if job.posting.path in changed)]
