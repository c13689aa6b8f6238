"""Puts a feed together out of items that lie in other files, without reading them into memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from io import FileIO
from pathlib import Path

from careers.edges.stock import Stock
from careers.site import Feed

_BLOCK = 1 << 18

Range = tuple[str, int, int]
"""A file, where in it an item begins, and how many bytes it has."""

Items = dict[str, Range]
"""Where the items of a job are, by the path of their feed."""


def ranges_in(file: Path, feed: Feed, stock: Stock) -> dict[str, Range]:
    """Where the items of the last build stand in its feed, by their posting's path."""
    if feed.path not in stock.feeds:
        return {}
    at, name, gap = stock.feeds[feed.path].begin, str(file), len(feed.between)
    found = {}
    for path in stock.order:
        size = stock.jobs[path].items[feed.path]
        found[path] = (name, at, size)
        at += size + gap
    return found


def assemble(
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
