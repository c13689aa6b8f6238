"""Puts a large file together out of ranges of others, without reading them into memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from io import FileIO
from pathlib import Path

_BLOCK = 1 << 20

Range = tuple[Path, int, int]
"""A file, where in it a range begins, and how many bytes it has."""


def splice(
    target: Path, before: bytes, ranges: Iterable[Range], between: bytes, after: bytes
) -> None:
    """Write ``before``, the ranges with ``between`` between them, and ``after``.

    Ranges that stand in one file with as much between them as here are copied at once: what is
    between them there must be the same bytes.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opened, target.open("wb", buffering=0) as out:
        files: dict[Path, FileIO] = {}
        out.write(before)
        for index, (path, start, size) in enumerate(_merged(ranges, len(between))):
            if path not in files:
                files[path] = opened.enter_context(path.open("rb", buffering=0))
            out.write(between if index else b"")
            _copy(files[path], start, size, out)
        out.write(after)


def _merged(ranges: Iterable[Range], gap: int) -> Iterator[Range]:
    last: Range | None = None
    for path, start, size in ranges:
        if last and path == last[0] and start == last[1] + last[2] + gap:
            last = (path, last[1], last[2] + gap + size)
            continue
        if last:
            yield last
        last = (path, start, size)
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
