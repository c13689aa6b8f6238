"""Builds a site: job by job, on all cores, and only what is not as it was in the last build.

Read the facts of every posting, decide what is published, then make what is new beside the old
site and put it in place. Whoever makes a file, and when, the bytes are those of ``site.build``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from careers.edges import stock as stocks
from careers.edges.crew import share
from careers.edges.feeding import Items, assemble, ranges_in
from careers.edges.making import Maker
from careers.edges.stock import Job as Made
from careers.edges.stock import Stamp, Stock
from careers.edges.writing import stamp, write
from careers.site import Feed, Job, Site, claim, feeds, lists
from careers.site._gist import prepare, remember
from careers.site._keys import Seen, Watch, around, digest, ground, of_job, of_lists

PART = 50
"""How many jobs a worker makes before it writes their files."""
SMALL = 64
"""Sites of fewer jobs are made by one process: starting others would take longer."""
ITEMS = ".items"
"""Where items wait for their feeds; whoever builds deletes it."""


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
        stock = Stock(facts=known, ground=self.under.whole)
        made, items = self._job_by_job(stock)
        self._of_all_jobs(stock, items)
        return Built(stock, self._checked(stock, made))

    def _job_by_job(self, stock: Stock) -> tuple[dict[str, Made], dict[str, Items]]:
        """What is new of the jobs, and where its items wait; with the lists that ask no text."""
        jobs = (*self.site.jobs, *self.site.closed)
        kept = {job.posting.path: old for job in jobs if (old := self._kept(job))}
        todo = [job for job in jobs if job.posting.path not in kept]
        parts = [todo[at : at + PART] for at in range(0, len(todo), PART)]
        of_facts, *found = self._each(
            [partial(self._lists, "facts", ""), *(partial(self._make, part) for part in parts)]
        )
        new = [one for part in found for one in part]
        made = {job.posting.path: one for job, (one, _) in zip(todo, new, strict=True)}
        paths = [job.posting.path for job in jobs]
        stock.lists["facts"] = of_facts
        stock.jobs = {path: kept.get(path) or made[path] for path in paths}
        stock.order = paths[: len(self.site.jobs)]
        return made, {job.posting.path: items for job, (_, items) in zip(todo, new, strict=True)}

    def _of_all_jobs(self, stock: Stock, items: dict[str, Items]) -> None:
        """The feeds, and the lists that ask what was kept of the texts."""
        jobs = (*self.site.jobs, *self.site.closed)
        gists = [one.gist for one in stock.jobs.values()]
        remember(self.site, zip(jobs, gists, strict=True))
        todo = self._feeds(stock, items)
        stock.lists["texts"], *stamps = self._each(
            [partial(self._lists, "texts", digest(gists)), *todo.values()]
        )
        for path, told in zip(todo, stamps, strict=True):
            stock.feeds[path].stamp = told

    def _each(self, tasks: list[Callable[[], Any]]) -> list[Any]:
        """What each task gives, by all workers where the site is large."""
        jobs = self.site.jobs or self.site.closed
        workers = self.workers if len(jobs) >= SMALL else 1
        if workers > 1:
            prepare(self.site, jobs[0])
        return share(lambda task: task(), tasks, workers)

    def _kept(self, job: Job) -> Made | None:
        """What the last build made of a job, where it would be made so again."""
        old = self.old.jobs.get(job.posting.path)
        if old is None:
            return None
        beside = old.around if self.under.whole == self.old.ground else self._around(job)
        stands = old.key == self._key(job, beside) and self.watch.holds(old.seen)
        return old if stands else None

    def _around(self, job: Job) -> str:
        return around(self.site, job, self.under)

    def _key(self, job: Job, beside: str) -> str:
        return of_job(self.site, job, self.under, self.texts[job.posting.path], beside)

    def _make(self, part: list[Job]) -> list[tuple[Made, Items]]:
        """Some jobs' own files, and where their items wait for their feeds."""
        found = Maker(self.site, self.watch, self.fresh, self.fresh / ITEMS).make(part)
        for job, (one, _) in zip(part, found, strict=True):
            one.around = self._around(job)
            one.key = self._key(job, one.around)
        return found

    def _feeds(self, stock: Stock, items: dict[str, Items]) -> dict[str, Callable[[], Stamp]]:
        """How each feed that is new is put together; one that is as it was stays where it is."""
        todo: dict[str, Callable[[], Stamp]] = {}
        for feed in feeds():
            ends, old = feed.ends(self.site), self.old.feeds.get(feed.path)
            told = stocks.Feed([0, 0], len(ends[0]), digest(ends[0].hex(), ends[1].hex()))
            same = old and old.ends == told.ends and stock.order == self.old.order
            stock.feeds[feed.path] = old if old and same and not items else told
            if stock.feeds[feed.path] is told:
                todo[feed.path] = partial(self._put, feed, ends, stock.order, items)
        return todo

    def _put(
        self, feed: Feed, ends: tuple[bytes, bytes], order: list[str], items: dict[str, Items]
    ) -> Stamp:
        """Put a feed together out of new items and those of the last build."""
        old = ranges_in(self.target / feed.path, feed, self.old)
        ranges = (items[path][feed.path] if path in items else old[path] for path in order)
        assemble(self.fresh / feed.path, ends, ranges, feed.between)
        return stamp(self.fresh / feed.path)

    def _lists(self, group: str, texts: str) -> Made:
        """The files of all jobs together; ``texts`` names the gists that these look at."""
        key, old = of_lists(self.under, self.site, texts), self.old.lists.get(group)
        if old and key == old.key and self.watch.holds(old.seen):
            return old
        self.watch.seen = seen = Seen()
        owners: dict[str, str] = {}
        files: dict[str, tuple[str, Stamp]] = {}
        for kind, pages in lists(group).items():
            for path, content in pages(self.site):
                claim(owners, kind, path)
                files[path] = (kind, write(self.fresh, path, content))
        return Made(files, {}, seen, {}, key)

    def _checked(self, stock: Stock, made: dict[str, Made]) -> dict[str, Stamp]:
        """The files that are new, none of them written by two kinds of page."""
        owners: dict[str, str] = {feed.path: "feed" for feed in feeds()}
        shared: set[str] = set()
        every = (*stock.jobs.values(), *stock.lists.values())
        for one in every:
            for path, (kind, _) in one.files.items():
                if path in owners:
                    shared.add(path)
                claim(owners, kind, path)
        old, before = self.old.feeds, self.old.lists
        new = {path: told.stamp for path, told in stock.feeds.items() if told is not old.get(path)}
        listed = [one for group, one in stock.lists.items() if one != before.get(group)]
        for one in (*made.values(), *listed):
            new |= {path: told for path, (_, told) in one.files.items()}
        # What several jobs show was written more than once; the last time counts for each.
        new |= {path: stamp(self.fresh / path) for path in shared & new.keys()}
        for one in every:
            for path in shared & new.keys() & one.files.keys():
                one.files[path] = (one.files[path][0], new[path])
        return new
