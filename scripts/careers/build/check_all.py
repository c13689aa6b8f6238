"""Checks postings as they are read, in slices, on every core; none is kept once it was checked."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from careers.checks import Context, Seen, conclude, examine
from careers.files.load import load_posting
from careers.markdown.includes import SharedText
from careers.posting.posting import Posting, sources
from careers.text.diagnostics import Finding
from careers.text.source import Source

_FEWEST = 32
"""Files that are worth a second process: to start one takes as long as to check some ten."""
_WARM = 2
_SLICE = 64


def check_files(
    files: list[Path],
    context: Context,
    watched: Callable[[Iterable[Seen]], Iterable[Seen]] = iter,
) -> list[Finding]:
    """Every finding of these files, as ``check_all`` has them of postings.

    What was seen of each file passes through ``watched``, as it comes.
    Raises CareersError where a file cannot be read.
    """
    known: dict[Path, dict[str, SharedText]] = {}
    names = {posixpath.normpath(path.as_posix()): path for path in files}

    @lru_cache(maxsize=64)
    def read(path: str) -> Posting | None:
        return load_posting(names[path], known) if path in names else None

    def examined(part: list[Path]) -> list[Seen]:
        # Its own context: that keeps the process of each posting.
        own = replace(context, read=read, _processes={})
        return [examine(load_posting(path, known), own) for path in part]

    return conclude(watched(_spread(examined, files)), context)


def _spread(examined: Callable[[list[Path]], list[Seen]], files: list[Path]) -> Iterator[Seen]:
    # What one posting makes us load and compile, the others find done, in every process.
    first, rest = (files[:_WARM], files[_WARM:]) if len(files) >= _FEWEST else (files, [])
    yield from examined(first)
    if rest:
        # Loaded where there are files for it.
        from careers.files.workers import cores, share  # noqa: PLC0415

        size = max(1, min(_SLICE, -(-len(rest) // (4 * cores()))))
        parts = [rest[at : at + size] for at in range(0, len(rest), size)]
        for seen in share(examined, parts):
            yield from seen


def texts(
    findings: Iterable[Finding], files: Iterable[Path], shared: Iterable[SharedText]
) -> Mapping[str, Source]:
    """The texts that findings point into, by path, read again."""
    paths = {finding.path for finding in findings}
    asked = (load_posting(path) for path in files if path.as_posix() in paths)
    return {text.path: text.source for text in shared} | sources(asked)
