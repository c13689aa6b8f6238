"""Checks the same postings again and again; what stands as it stood is not examined anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from careers.checks import Context, PostingResult, RepositoryFiles, conclude, examine
from careers.checks.support.repository_files import ImageSize
from careers.files.load import as_posting, digest_of, posting_paths, read_bytes
from careers.files.repository_files import find_files
from careers.markdown.includes import SharedText
from careers.posting.posting import Posting
from careers.settings import Settings
from careers.text.diagnostics import CareersError, Finding, Severity, Span

Lookups = dict[tuple[str, str], object]
"""What checks looked up beside their posting, by kind and path, and what was there."""


class _Examined(NamedTuple):
    digest: str
    result: PostingResult
    lookups: Lookups


class Rechecker:
    """Remembers what was found in each posting, for which bytes and which files beside it."""

    def __init__(self) -> None:
        self._examined: dict[Path, _Examined] = {}
        self._conditions: tuple[Settings, date, date | None] | None = None

    def check(
        self, paths: Iterable[str], settings: Settings, today: date, latest: date | None = None
    ) -> list[Finding]:
        """Every finding of the postings below the paths, as ``check_files`` has them.

        ``today`` and ``latest`` are those of `Context`. A file that cannot be read is a finding of
        its own.
        """
        paths = list(paths)
        if self._conditions != (settings, today, latest):
            self._examined.clear()
        self._conditions = (settings, today, latest)
        context = Context(settings, today, files=find_files(paths), latest=latest)
        now = _Snapshot(posting_paths(paths), context)
        before = self._examined
        self._examined = {
            file: before[file] if self._stands(file, now) else now.examine(file)
            for file in now.files
        }
        found = conclude((each.result for each in self._examined.values()), now.context)
        return [*now.unread, *found]

    def _stands(self, file: Path, now: _Snapshot) -> bool:
        old = self._examined.get(file)
        if old is None or old.digest != now.digests[file]:
            return False
        return all(now.answers[kind](path) == was for (kind, path), was in old.lookups.items())


class _Snapshot:
    """The files as they are, each read once."""

    def __init__(self, files: list[Path], context: Context) -> None:
        self.context = context
        self.unread: list[Finding] = []
        self._texts: dict[Path, dict[str, SharedText]] = {}
        self._data = dict(self._read_all(files))
        self.files = list(self._data)
        self.digests = {
            file: digest_of(file, data, self._texts) for file, data in self._data.items()
        }
        self._by_name = {normpath(file.as_posix()): file for file in files}
        self.answers: dict[str, Callable[[str], object]] = {
            "exists": os.path.exists,
            "image": context.files.image_size,
            "posting": lambda path: path in self._by_name and self.digests[self._by_name[path]],
        }
        self._posting = lru_cache(maxsize=64)(self._read)

    def _read_all(self, files: list[Path]) -> Iterator[tuple[Path, bytes]]:
        for file in files:
            try:
                yield file, read_bytes(file)
            except CareersError as error:
                place = file.as_posix(), Span.at(1), "syntax", Severity.ERROR
                self.unread.append(Finding(*place, str(error), error.help or ""))

    def _read(self, file: Path) -> Posting:
        return as_posting(file, self._data[file], self._texts)

    def examine(self, file: Path) -> _Examined:
        """Examine one posting, and note what its checks look up."""
        lookups: Lookups = {}

        def exists(path: str) -> bool:
            lookups["exists", path] = found = self.context.files.exists(path)
            return found

        def image_size(path: str) -> ImageSize | None:
            lookups["image", path] = found = self.context.files.image_size(path)
            return found

        def find(path: str) -> Posting | None:
            lookups["posting", path] = self.answers["posting"](path)
            return self._posting(self._by_name[path]) if path in self._by_name else None

        files: RepositoryFiles = replace(self.context.files, exists=exists, image_size=image_size)
        context = replace(self.context, files=files, find=find)
        result = examine(self._posting(file), context)._replace(texts={})
        return _Examined(self.digests[file], result, lookups)
