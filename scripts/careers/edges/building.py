"""Builds a site: job by job, on all cores, and only what is not as it was in the last build.

Read the facts of every posting, decide what is published, then make what is new beside the old
site and put it in place. Whoever makes a file, and when, the bytes are those of ``site.build``.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careers.edges import stock as stocks
from careers.edges.splice import Range, splice
from careers.edges.stock import Job as Made
from careers.edges.stock import Stamp, Stock
from careers.edges.workers import spread
from careers.shelved import Shelved
from careers.site import Feed, Job, Site, claim, feeds, files_of, lists
from careers.site._entry import entry_of
from careers.site._gist import forget, gist, prepare, remember
from careers.site._keys import Watch, context, digest, facts, of_job, of_lists, setting

PART = 100
"""How many jobs one worker makes at a time."""
SMALL = 64
"""Sites of fewer jobs are made by one process: starting others would take longer."""
_PARTS = ".parts"


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

    def run(self, known: dict[str, dict[str, Any]]) -> Built:
        """Make what is new. ``known`` are the facts of every posting, by path."""
        watch = Watch(self.site)
        self.watch, self.site = watch, watch.site
        jobs = (*self.site.jobs, *self.site.closed)
        told = (facts(job, known[job.posting.path]["meta"]) for job in jobs)
        ground = context(setting(self.site, stocks.code_digest()), self.site, told)
        keys = {
            job.posting.path: of_job(self.site, job, ground, known[job.posting.path]["digest"])
            for job in jobs
        }
        kept = {path: self.old.jobs[path] for path in keys if self._stands(path, keys[path])}
        todo = [job for job in jobs if job.posting.path not in kept]
        if len(todo) < SMALL:
            self.workers = 1
        elif self.workers > 1:
            prepare(self.site, todo[0])
        made, ranges = self._jobs(todo, keys)
        every = {path: kept.get(path) or made[path] for path in keys}
        stock = Stock(facts=known, jobs=every, order=[job.posting.path for job in self.site.jobs])
        self._feeds(stock, ranges)
        stock.lists = self._lists(jobs, stock, ground)
        return Built(stock, self._checked(stock, made))

    def _stands(self, path: str, key: str) -> bool:
        before = self.old.jobs.get(path)
        return before is not None and before.key == key and self.watch.holds(before.seen)

    def _jobs(
        self, todo: list[Job], keys: dict[str, str]
    ) -> tuple[dict[str, Made], dict[str, dict[str, Range]]]:
        """Every job's own files, and where its items wait for their feeds: by path, by feed."""
        parts = [todo[at : at + PART] for at in range(0, len(todo), PART)]
        made: dict[str, Made] = {}
        ranges: dict[str, dict[str, Range]] = {}
        numbered = list(enumerate(parts))
        for number, found in enumerate(
            spread(lambda part: self._part(*part, keys), numbered, self.workers)
        ):
            at: dict[str, int] = defaultdict(int)
            for job, one in zip(parts[number], found, strict=True):
                made[job.posting.path] = one
                ranges[job.posting.path] = {}
                for index, feed in enumerate(feeds()):
                    if feed.path in one.items:
                        size = one.items[feed.path]
                        file = self._waiting(number, index)
                        ranges[job.posting.path][feed.path] = (file, at[feed.path], size)
                        at[feed.path] += size + len(feed.between)
        return made, ranges

    def _waiting(self, number: int, index: int) -> Path:
        return self.fresh / _PARTS / f"{number}-{index}"

    def _part(self, number: int, jobs: list[Job], keys: dict[str, str]) -> list[Made]:
        """Make some jobs' files. Their items lie in one file a feed, as they do in the feed."""
        made = []
        items: dict[int, list[bytes]] = defaultdict(list)
        for job in jobs:
            self.watch.seen = []
            files = {
                path: (kind, write(self.fresh, path, content))
                for kind, path, content in files_of(self.site, job)
            }
            sizes = {}
            for index, feed in enumerate(feeds()) if not job.closed else ():
                item = feed.item(self.site, entry_of(self.site, job))
                items[index].append(item)
                sizes[feed.path] = len(item)
            kept = gist(self.site, job)
            made.append(Made(keys[job.posting.path], files, sizes, self.watch.seen, kept))
            forget(self.site, job)
            if isinstance(job.posting, Shelved):
                job.posting.shelve()
        for index, found in items.items():
            path = self._waiting(number, index)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(feeds()[index].between.join(found))
        return made

    def _feeds(self, stock: Stock, ranges: dict[str, dict[str, Range]]) -> None:
        for feed in feeds():
            before, after = feed.ends(self.site)
            old = self._old_ranges(feed)
            found = [
                ranges[path][feed.path] if path in ranges else old[path] for path in stock.order
            ]
            target = self.fresh / feed.path
            splice(target, before, found, feed.between, after)
            stock.feeds[feed.path] = (stamp(target), len(before))

    def _old_ranges(self, feed: Feed) -> dict[str, Range]:
        """Where the items of the last build stand in its feed."""
        if feed.path not in self.old.feeds:
            return {}
        at = self.old.feeds[feed.path][1]
        file = self.target / feed.path
        found = {}
        for path in self.old.order:
            size = self.old.jobs[path].items[feed.path]
            found[path] = (file, at, size)
            at += size + len(feed.between)
        return found

    def _lists(self, jobs: Iterable[Job], stock: Stock, ground: str) -> Made:
        gists = [digest(one.gist) for one in stock.jobs.values()]
        key = of_lists(ground, self.site, gists)
        if key == self.old.lists.key and self.watch.holds(self.old.lists.seen):
            return self.old.lists
        for job in jobs:
            remember(self.site, job, stock.jobs[job.posting.path].gist)
        files: dict[str, tuple[str, Stamp]] = {}
        seen: list[list[str | None]] = []
        # In this process alone: each fork would hold all that the lists look at once more.
        for part in map(self._list, lists()):
            for path in part.files:
                claim({p: kind for p, (kind, _) in files.items() if p == path}, part.key, path)
            files |= part.files
            seen += part.seen
        return Made(key, files, {}, seen, {})

    def _list(self, kind: str) -> Made:
        self.watch.seen = []
        pages = lists()[kind](self.site)
        files = {path: (kind, write(self.fresh, path, content)) for path, content in pages}
        return Made(kind, files, {}, self.watch.seen, {})

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
        new = {path: told for path, (told, _) in stock.feeds.items()}
        for one in (*made.values(), *([stock.lists] if stock.lists is not self.old.lists else [])):
            new |= {path: told for path, (_, told) in one.files.items()}
        # What several jobs show was written more than once; the last time counts for each.
        new |= {path: stamp(self.fresh / path) for path in shared & new.keys()}
        for one in every:
            for path in shared & new.keys() & one.files.keys():
                one.files[path] = (one.files[path][0], new[path])
        return new


def write(folder: Path, name: str, content: bytes) -> Stamp:
    """Write a file below a folder, and tell its size and time."""
    path = f"{folder}/{name}"
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    with os.fdopen(file, "wb", buffering=0) as out:
        view = memoryview(content)
        while view:
            view = view[out.write(view) or 0 :]
        told = os.fstat(out.fileno())
    return [told.st_size, told.st_mtime_ns]


def stamp(path: Path) -> Stamp:
    """The size and time of a file."""
    told = path.stat()
    return [told.st_size, told.st_mtime_ns]
