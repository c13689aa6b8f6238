"""Puts a feed together out of items that lie in other files, without reading them into memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from io import FileIO
from pathlib import Path

from careers.build.cache import Feed as Told
from careers.build.cache import Stock
from careers.build.file_stamps import Stamp, stamp
from careers.site import Feed, Site, feeds
from careers.text.fingerprint import digest

_BLOCK = 1 << 18

Range = tuple[str, int, int]
"""A file, where in it an item begins, and how many bytes it has."""

Items = dict[str, Range]
"""Where the items of a job are, by the path of their feed."""


@dataclass(frozen=True)
class Feeder:
    """Puts the feeds of ``site`` below ``fresh``; ``old`` is the last build, in ``target``."""

    site: Site
    old: Stock
    target: Path
    fresh: Path

    def stale(self, stock: Stock, items: Mapping[str, Items]) -> dict[str, Callable[[], Stamp]]:
        """How each feed that is new is put together; one that is as it was stays where it is.

        ``items`` are the new ones, by their posting's path.
        """
        todo: dict[str, Callable[[], Stamp]] = {}
        for index, feed in enumerate(feeds()):
            ends, old = feed.ends(self.site), self.old.feeds.get(feed.path)
            told = Told("", len(ends[0]), digest(ends[0].hex(), ends[1].hex()))
            same = old and old.ends == told.ends and stock.order == self.old.order
            new = any(feed.path in found for found in items.values())
            stock.feeds[feed.path] = old if old and same and not new else told
            if stock.feeds[feed.path] is told:
                todo[feed.path] = partial(self._put, index, ends, _listed(index, stock), items)
        return todo

    def _put(
        self, index: int, ends: tuple[bytes, bytes], order: list[str], items: Mapping[str, Items]
    ) -> Stamp:
        feed = feeds()[index]
        old = _ranges_in(self.target / feed.path, feed, index, self.old)
        ranges = (items[path][feed.path] if path in items else old[path] for path in order)
        _assemble(self.fresh / feed.path, ends, ranges, feed.between)
        return stamp(self.fresh / feed.path)


def _listed(index: int, stock: Stock) -> list[str]:
    """The postings that have an item in a feed, by path, in its order."""
    return [path for path in stock.order if stock.jobs[path].items[index]]


def _ranges_in(file: Path, feed: Feed, index: int, stock: Stock) -> dict[str, Range]:
    """Where the items of the last build stand in its feed, by their posting's path."""
    if feed.path not in stock.feeds:
        return {}
    at, name, gap = stock.feeds[feed.path].begin, str(file), len(feed.between)
    found = {}
    for path in _listed(index, stock):
        size = stock.jobs[path].items[index]
        found[path] = (name, at, size)
        at += size + gap
    return found


def _assemble(
    target: Path, ends: tuple[bytes, bytes], ranges: Iterable[Range], between: bytes
) -> None:
    """Write what stands before, the ranges with ``between`` between them, and what stands behind.

    Ranges that stand in one file with as much between them as here are copied at once: what is
    between them there must be the same bytes.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opened, target.open("wb", buffering=0) as out:
        files: dict[str, FileIO] = {}
        out.write(ends[0])
        for index, (name, start, size) in enumerate(_merged(ranges, len(between))):
            if name not in files:
                files[name] = opened.enter_context(Path(name).open("rb", buffering=0))
            out.write(between if index else b"")
            _copy(files[name], start, size, out)
        out.write(ends[1])


def _merged(ranges: Iterable[Range], gap: int) -> Iterator[Range]:
    last: Range | None = None
    for name, start, size in ranges:
        if last and name == last[0] and start == last[1] + last[2] + gap:
            last = (name, last[1], last[2] + gap + size)
            continue
        if last:
            yield last
        last = (name, start, size)
    if last:
        yield last


def _copy(source: FileIO, start: int, size: int, target: FileIO) -> None:
    source.seek(start)
    while size > 0:
        block = source.read(min(_BLOCK, size))
        if not block:
            raise OSError(5, "a file became shorter while it was read")
        size -= len(block)
        view = memoryview(block)
        while view:
            view = view[target.write(view) :]
