"""Makes the files of some jobs, and their items of the feeds."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from careers.build.cache import Job as Made
from careers.build.feeds import Items
from careers.build.fingerprints import Watch
from careers.build.writing import append, write
from careers.posting.lazy_posting import Shelved
from careers.site import Job, Site, feeds, makers
from careers.site.content.render import rendered
from careers.site.feeds.entry import entry_of
from careers.site.feeds.summaries import forget, gist


@dataclass
class Maker:
    """Makes jobs of ``site`` into ``fresh``; their items wait in files below ``items``."""

    site: Site
    watch: Watch
    fresh: Path
    items: Path

    def make(self, jobs: Sequence[Job]) -> list[tuple[Made, Items]]:
        """The files of some jobs, and where their items are; the key is left to who knows it.

        Step by step for all of them, files last: what a step needs stays in the processor's
        caches, and so does the kernel's part. It takes half the time of job by job.
        """
        made = [(Made(), Items()) for _ in jobs]
        for job in jobs:
            _ = job.posting.source
        for job in jobs:
            _ = job.posting.body
        for job, (one, _) in zip(jobs, made, strict=True):
            self.watch.seen = one.seen
            self.watch.follow(job.posting.path, rendered(self.site, job).links)
        contents = [list(self._files(jobs, made))]
        self._feed(jobs, made)
        for job, (one, _) in zip(jobs, made, strict=True):
            one.gist = gist(self.site, job)
            forget(self.site, job)
            if isinstance(job.posting, Shelved):
                job.posting.shelve()
        for one, kind, path, content in contents.pop():
            one.kinds += f" {kind}" if path not in one.files else ""
            one.files[path] = write(self.fresh, path, content)
        return made

    def _files(
        self, jobs: Sequence[Job], made: list[tuple[Made, Items]]
    ) -> Iterator[tuple[Made, str, str, bytes]]:
        for kind, of in makers().items():
            for job, (one, _) in zip(jobs, made, strict=True):
                self.watch.seen = one.seen
                for path, content in of(self.site, job):
                    yield one, kind, path, content

    def _feed(self, jobs: Sequence[Job], made: list[tuple[Made, Items]]) -> None:
        """Add the items to files of this process, one a feed, as they lie in the feed."""
        entries = [
            (entry_of(self.site, job), one, items)
            for job, (one, items) in zip(jobs, made, strict=True)
            if not job.closed
        ]
        self.items.mkdir(exist_ok=True)
        for index, feed in enumerate(feeds()):
            mine = [one for one in entries if feed.lists(one[0])]
            found = [feed.item(self.site, entry) for entry, *_ in mine]
            name = f"{self.items}/{os.getpid()}-{index}"
            at = append(name, b"".join(item + feed.between for item in found))
            for _, one, _ in entries:
                one.items.append(0)
            for item, (_, one, items) in zip(found, mine, strict=True):
                one.items[index] = len(item)
                items[feed.path] = (name, at, len(item))
                at += len(item) + len(feed.between)
