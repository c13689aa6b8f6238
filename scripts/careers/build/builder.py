"""Writes a site: job by job, shared among processes where there are enough jobs.

Whoever makes a file, and when, the bytes are those of ``site.outputs.build``. A process holds the
texts of one job at a time, this one what is kept of each (``Summary``); items of feeds are written
as they come.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

from careers.files.processes import parallel_map
from careers.site.content.summary import Summary
from careers.site.content.texts import Texts
from careers.site.model.site import Site
from careers.site.outputs import (
    File,
    drawings_of,
    feeds_of,
    pages_of_facts,
    pages_of_texts,
    written_of,
)
from careers.site.templating.publication import Publication

Progress = Callable[[int], None]
"""Is called with how many more jobs are done."""

_CHUNK = 25
"""How many jobs a process makes at a time."""
_FEW = 64
"""Sites of fewer jobs are made by one process: starting others would take longer."""


@dataclass(frozen=True)
class _Chunk:
    """What some jobs add to a site beside their own files, in their order.

    The items of a feed are joined, by its path.
    """

    summaries: dict[str, Summary]
    items: dict[str, bytes]


def write_site(
    site: Site, folder: Path, workers: int = 0, progress: Progress = lambda _count: None
) -> None:
    """Write every file of a site below a folder, but for the jobs' drawings.

    ``workers`` is how many processes make the jobs' own; 0 for as many as help.
    """
    summaries: dict[str, Summary] = {}
    with _Feeds(site, folder) as feeds:
        for chunk in _chunks(site, folder, workers):
            summaries |= chunk.summaries
            feeds.add(chunk.items)
            progress(len(chunk.summaries))
    _write(folder, pages_of_texts(Publication(site), Texts(site, summaries)))


def write_drawings(site: Site, folder: Path, workers: int = 0) -> None:
    """Write the jobs' drawings, which no page is made of."""
    publication = Publication(site)
    jobs = (*site.jobs, *site.closed)

    def draw(part: Sequence[int]) -> None:
        for number in part:
            _write(folder, drawings_of(publication, jobs[number]))

    parts = _parts(len(jobs))
    for _ in map(draw, parts) if len(jobs) < _FEW else parallel_map(draw, parts, workers):
        pass


def _parts(count: int) -> list[range]:
    return [range(at, min(at + _CHUNK, count)) for at in range(0, count, _CHUNK)]


def _chunks(site: Site, folder: Path, workers: int) -> Iterator[_Chunk]:
    count = len(site.jobs) + len(site.closed)
    make = _Worker(site, folder).make
    # What needs no text waits for none: one process makes it while others make jobs.
    tasks = [None, *_parts(count)]
    if count < _FEW:
        return map(make, tasks)
    for job in site.jobs[:1]:
        site.similar(job)  # what every job's page asks of the site is then there in every process
    gc.freeze()  # what is here stays shared: a collector that looks at it would write to it
    return parallel_map(make, tasks, workers)


class _Worker:
    """Makes jobs of a site, by their places in it, and writes their files below a folder."""

    def __init__(self, site: Site, folder: Path) -> None:
        self._publication = Publication(site)
        self._jobs = (*site.jobs, *site.closed)
        self._folder = folder

    def make(self, part: Sequence[int] | None) -> _Chunk:
        """Some jobs; for None the pages that need no text."""
        if part is None:
            _write(self._folder, pages_of_facts(self._publication))
        summaries: dict[str, Summary] = {}
        feeds = feeds_of(self._publication.site)
        items: dict[str, list[bytes]] = {feed.path: [] for feed in feeds}
        for job in (self._jobs[number].copy() for number in part or ()):
            output = written_of(self._publication, job)
            _write(self._folder, output.files)
            summaries[job.slug] = output.summary
            for path, item in output.items.items():
                items[path].append(item)
        between = {feed.path: feed.between for feed in feeds}
        joined = {path: between[path].join(every) for path, every in items.items() if every}
        return _Chunk(summaries, joined)


class _Feeds:
    """The files of the feeds, to which items are added in the order of the first page."""

    def __init__(self, site: Site, folder: Path) -> None:
        self._site, self._folder, self._feeds = site, folder, feeds_of(site)
        self._open: dict[str, BinaryIO] = {}
        self._begun: set[str] = set()
        self._files = ExitStack()

    def __enter__(self) -> Self:
        for feed in self._feeds:
            path = self._folder / feed.path
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open[feed.path] = self._files.enter_context(path.open("wb"))
            self._open[feed.path].write(feed.ends(self._site)[0])
        return self

    def add(self, items: dict[str, bytes]) -> None:
        """Add joined items."""
        for feed in self._feeds:
            if feed.path in items:
                between = feed.between if feed.path in self._begun else b""
                self._open[feed.path].write(between + items[feed.path])
                self._begun.add(feed.path)

    def __exit__(self, *_: object) -> None:
        for feed in self._feeds:
            self._open[feed.path].write(feed.ends(self._site)[1])
        self._files.close()


def _write(folder: Path, files: Iterable[File]) -> None:
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
