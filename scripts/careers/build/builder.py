"""Builds a site: job by job, on all cores, and only what is not as it was in the last build.

Read the facts of every posting, decide what is published, then make what is new beside the old
site and put it in place. Whoever makes a file, and when, the bytes are those of ``site.build``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from careers.build import cache as stocks
from careers.build.cache import Job as Made
from careers.build.cache import Stock
from careers.build.conflicts import claimed
from careers.build.feeds import Feeder, Items
from careers.build.file_stamps import Stamp
from careers.build.fingerprints import Watch, around, ground, of_job, of_lists
from careers.build.jobs import Maker
from careers.build.lists import Lister
from careers.build.similar_cache import renew
from careers.files.workers import beside, share
from careers.site import Job, Site, lists
from careers.site.feeds.summaries import prepare, remember
from careers.site.model.similar import numbers, recall
from careers.text.fingerprint import digest

PART = 50
"""How many jobs a worker makes before it writes their files."""
SMALL = 64
"""Sites of fewer jobs are made by one process: starting others would take longer."""
ITEMS = ".items"
"""Where items wait for their feeds; whoever builds deletes it."""

Task = Callable[[], Any]


@dataclass(frozen=True)
class Built:
    """What is new, below the folder that it was written to, and what the whole site is."""

    stock: Stock
    new: dict[str, Stamp]


@dataclass
class Build:
    """One build of a site into ``fresh``, with what ``old`` has of the site in ``target``."""

    site: Site
    old: Stock
    target: Path
    fresh: Path
    workers: int

    def run(self, known: dict[str, dict[str, str]]) -> Built:
        """Make what is new. ``known`` are the facts of every posting, by path."""
        self.watch = Watch(self.site)
        self.site = self.watch.site
        facts = {path: told["name"] for path, told in known.items()}
        self.under = ground(self.site, stocks.code_digest(), facts)
        self.texts = {path: told["digest"] for path, told in known.items()}
        stock = Stock(facts=known, ground=self.under.whole, own=self.under.own)
        # The lists that ask no text wait for nothing.
        stale = self._stale_lists(stock, "facts", "")
        with beside(partial(_all_of, stale), self._crew if stale else 1) as listed:
            renew(self.old, self.site, self.under, known)
            made, items = self._job_by_job(stock)
            self._of_all_jobs(stock, items)
            stock.lists |= listed()
        return Built(stock, claimed(stock, self.old, made.values(), self.fresh))

    def _job_by_job(self, stock: Stock) -> tuple[dict[str, Made], dict[str, Items]]:
        """What is new of the jobs, and where its items wait."""
        jobs = (*self.site.jobs, *self.site.closed)
        kept = {job.posting.path: old for job in jobs if (old := self._kept(job))}
        todo = [job for job in jobs if job.posting.path not in kept]
        parts = [todo[at : at + PART] for at in range(0, len(todo), PART)]
        if len(parts) > 1:
            prepare(self.site, todo[0])
        new = [one for part in share(self._make, parts, self._crew) for one in part]
        made = {job.posting.path: one for job, (one, _) in zip(todo, new, strict=True)}
        paths = [job.posting.path for job in jobs]
        stock.jobs = {path: kept.get(path) or made[path] for path in paths}
        stock.order = paths[: len(self.site.jobs)]
        return made, {job.posting.path: items for job, (_, items) in zip(todo, new, strict=True)}

    def _of_all_jobs(self, stock: Stock, items: dict[str, Items]) -> None:
        """The feeds, and the lists that ask what was kept of the texts."""
        jobs = (*self.site.jobs, *self.site.closed)
        gists = [one.gist for one in stock.jobs.values()]
        remember(self.site, zip(jobs, gists, strict=True))
        stale = self._stale_lists(stock, "texts", digest(gists))
        todo = Feeder(self.site, self.old, self.target, self.fresh).stale(stock, items)
        found = share(lambda task: task(), [*stale.values(), *todo.values()], self._crew)
        stock.lists |= zip(stale, found, strict=False)
        for path, told in zip(todo, found[len(stale) :], strict=True):
            stock.feeds[path].stamp = told

    @property
    def _crew(self) -> int:
        return self.workers if len(self.site.jobs or self.site.closed) >= SMALL else 1

    def _kept(self, job: Job) -> Made | None:
        """What the last build made of a job, where it would be made so again."""
        old = self.old.jobs.get(job.posting.path)
        if old is None:
            return None
        if old.key == self._key(job, old.around) and self.watch.holds(old.seen):
            return old
        recall(self.site, job, old.like)
        return None

    def _around(self, job: Job) -> str:
        return around(self.site, job, self.under)

    def _key(self, job: Job, neighbours: str) -> str:
        return of_job(self.site, job, self.under, self.texts[job.posting.path], neighbours)

    def _make(self, part: list[Job]) -> list[tuple[Made, Items]]:
        """Some jobs' own files, and where their items wait for their feeds."""
        found = Maker(self.site, self.watch, self.fresh, self.fresh / ITEMS).make(part)
        for job, (one, _) in zip(part, found, strict=True):
            one.around = self._around(job)
            one.key = self._key(job, one.around)
            one.like = numbers(self.site, job)
        return found

    def _stale_lists(self, stock: Stock, group: str, texts: str) -> dict[str, Task]:
        """How each kind of list of a group is made that is not as it was; by its name.

        ``texts`` names the gists that they look at.
        """
        key = of_lists(self.under, self.site, texts)
        kept = stocks.place(self.target)
        lister = Lister(self.site, self.watch, self.under, self.fresh, kept)
        tasks: dict[str, Task] = {}
        for kind, pages in lists(group).items():
            old = self.old.lists.get(kind)
            if old and key == old.key and self.watch.holds(old.seen):
                stock.lists[kind] = old
            else:
                tasks[kind] = partial(lister.make, kind, pages, key)
        return tasks


def _all_of(tasks: Mapping[str, Task]) -> dict[str, Any]:
    return {name: task() for name, task in tasks.items()}
