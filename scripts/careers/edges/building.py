"""Builds a site: job by job, on all cores, and only what is not as it was in the last build.

Read the facts of every posting, decide what is published, then make what is new beside the old
site and put it in place. Whoever makes a file, and when, the bytes are those of ``site.build``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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
        jobs = (*self.site.jobs, *self.site.closed)
        kept = {job.posting.path: old for job in jobs if (old := self._kept(job))}
        made, items = self._jobs([job for job in jobs if job.posting.path not in kept])
        paths = [job.posting.path for job in jobs]
        stock = Stock(
            facts=known,
            jobs={path: kept.get(path) or made[path] for path in paths},
            order=paths[: len(self.site.jobs)],
            ground=self.under.whole,
        )
        self._feeds(stock, items)
        stock.lists = self._lists(jobs, stock)
        return Built(stock, self._checked(stock, made))

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

    def _jobs(self, todo: list[Job]) -> tuple[dict[str, Made], dict[str, Items]]:
        """Every job's own files, and where its items wait for their feeds; by path."""
        workers = self.workers if len(todo) >= SMALL else 1
        if workers > 1:
            prepare(self.site, todo[0])
        maker = Maker(self.site, self.watch, self.fresh, self.fresh / ITEMS)

        def make(part: list[Job]) -> list[tuple[Made, Items]]:
            found = maker.make(part)
            for job, (one, _) in zip(part, found, strict=True):
                one.around = self._around(job)
                one.key = self._key(job, one.around)
            return found

        parts = [todo[at : at + PART] for at in range(0, len(todo), PART)]
        found = [one for part in share(make, parts, workers) for one in part]
        paths = [job.posting.path for job in todo]
        return (
            {path: one for path, (one, _) in zip(paths, found, strict=True)},
            {path: items for path, (_, items) in zip(paths, found, strict=True)},
        )

    def _feeds(self, stock: Stock, items: dict[str, Items]) -> None:
        """Put each feed together; one that is as it was stays where it is."""
        todo: list[tuple[Feed, tuple[bytes, bytes]]] = []
        for feed in feeds():
            ends, old = feed.ends(self.site), self.old.feeds.get(feed.path)
            told = stocks.Feed([0, 0], len(ends[0]), digest(ends[0].hex(), ends[1].hex()))
            same = old and old.ends == told.ends and stock.order == self.old.order
            stock.feeds[feed.path] = old if old and same and not items else told
            if stock.feeds[feed.path] is told:
                todo.append((feed, ends))

        def put(feed: Feed, ends: tuple[bytes, bytes]) -> Stamp:
            standing = ranges_in(self.target / feed.path, feed, self.old)
            ranges = (
                items[path][feed.path] if path in items else standing[path] for path in stock.order
            )
            assemble(self.fresh / feed.path, ends, ranges, feed.between)
            return stamp(self.fresh / feed.path)

        workers = self.workers if len(stock.order) >= SMALL else 1
        stamps = share(lambda one: put(*one), todo, workers)
        for (feed, _), put_there in zip(todo, stamps, strict=True):
            stock.feeds[feed.path].stamp = put_there

    def _lists(self, jobs: Iterable[Job], stock: Stock) -> Made:
        gists = [digest(one.gist) for one in stock.jobs.values()]
        key = of_lists(self.under, self.site, gists)
        if key == self.old.lists.key and self.watch.holds(self.old.lists.seen):
            return self.old.lists
        remember(self.site, ((job, stock.jobs[job.posting.path].gist) for job in jobs))
        seen = self.watch.seen = Seen()
        owners: dict[str, str] = {}
        files: dict[str, tuple[str, Stamp]] = {}
        # In this process alone: each fork would hold all that the lists look at once more.
        for kind, pages in lists().items():
            for path, content in pages(self.site):
                claim(owners, kind, path)
                files[path] = (kind, write(self.fresh, path, content))
        return Made(files, {}, seen, {}, key)

    def _checked(self, stock: Stock, made: dict[str, Made]) -> dict[str, Stamp]:
        """The files that are new, none of them written by two kinds of page."""
        owners: dict[str, str] = {feed.path: "feed" for feed in feeds()}
        shared: set[str] = set()
        every = (*stock.jobs.values(), stock.lists)
        for one in every:
            for path, (kind, _) in one.files.items():
                if path in owners:
                    shared.add(path)
                claim(owners, kind, path)
        old = self.old.feeds
        new = {path: told.stamp for path, told in stock.feeds.items() if told is not old.get(path)}
        for one in (*made.values(), *([stock.lists] if stock.lists is not self.old.lists else [])):
            new |= {path: told for path, (_, told) in one.files.items()}
        # What several jobs show was written more than once; the last time counts for each.
        new |= {path: stamp(self.fresh / path) for path in shared & new.keys()}
        for one in every:
            for path in shared & new.keys() & one.files.keys():
                one.files[path] = (one.files[path][0], new[path])
        return new
