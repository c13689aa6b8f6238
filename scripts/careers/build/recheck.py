"""Checks the same postings again and again; what stands as it stood is not looked at anew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from careers.checks import Context, Seen, Surroundings, conclude, examine
from careers.checks.support.surroundings import Picture
from careers.files.load import as_posting, digest_of, posting_paths, read_bytes
from careers.files.surroundings import look_around
from careers.files.workers import cores, share
from careers.markdown.includes import SharedText
from careers.posting.posting import Posting
from careers.settings import Settings
from careers.text.diagnostics import Finding

_FEWEST = 32
"""Files that are worth a second process."""

Asked = dict[tuple[str, str], object]
"""What a check looked up beside its posting, by kind and path, and what was there."""


class _Looked(NamedTuple):
    digest: str
    seen: Seen
    asked: Asked


class Rechecker:
    """Remembers what was found in each posting, and of which bytes and what beside them."""

    def __init__(self) -> None:
        self._known: dict[Path, _Looked] = {}
        self._ground: tuple[Settings, date] | None = None

    def check(self, paths: Iterable[str], settings: Settings, today: date) -> list[Finding]:
        """Every finding of the postings below the paths, as ``check_files`` has them.

        Raises CareersError where a file cannot be read.
        """
        paths = list(paths)
        if self._ground != (settings, today):
            self._known.clear()
        self._ground = (settings, today)
        now = _Now(posting_paths(paths), look_around(paths), settings, today)
        before = self._known
        self._known = {file: before[file] for file in now.files if self._stands(file, now)}
        todo = [file for file in now.files if file not in self._known]
        crew = cores() if len(todo) >= _FEWEST else 1
        for file, looked in zip(todo, share(now.look, todo, crew), strict=True):
            self._known[file] = looked
        return conclude((self._known[file].seen for file in now.files), now.context())

    def _stands(self, file: Path, now: _Now) -> bool:
        old = self._known.get(file)
        if old is None or old.digest != now.digests[file]:
            return False
        return all(now.answers[kind](path) == was for (kind, path), was in old.asked.items())


class _Now:
    """The files as they are, each read once."""

    def __init__(
        self, files: list[Path], around: Surroundings, settings: Settings, today: date
    ) -> None:
        self.files, self._around, self._settings, self._today = files, around, settings, today
        self._texts: dict[Path, dict[str, SharedText]] = {}
        self._data = {file: read_bytes(file) for file in files}
        self.digests = {
            file: digest_of(file, data, self._texts) for file, data in self._data.items()
        }
        self._names = {normpath(file.as_posix()): file for file in files}
        self.answers: dict[str, Callable[[str], object]] = {
            "exists": os.path.exists,
            "picture": around.picture,
            "read": lambda path: path in self._names and self.digests[self._names[path]],
        }
        self._posting = lru_cache(maxsize=64)(self._read)

    def _read(self, file: Path) -> Posting:
        return as_posting(file, self._data[file], self._texts)

    def context(self) -> Context:
        """What checks are told that look at all postings."""
        return Context(self._settings, self._today, around=self._around, exists=os.path.exists)

    def look(self, file: Path) -> _Looked:
        """Examine one posting, and note what its checks look up."""
        asked: Asked = {}

        def exists(path: str) -> bool:
            asked["exists", path] = found = self.answers["exists"](path)
            return bool(found)

        def picture(path: str) -> Picture | None:
            asked["picture", path] = found = self._around.picture(path)
            return found

        def read(path: str) -> Posting | None:
            asked["read", path] = self.answers["read"](path)
            return self._posting(self._names[path]) if path in self._names else None

        around = replace(self._around, picture=picture)
        context = replace(self.context(), exists=exists, around=around, read=read)
        return _Looked(self.digests[file], examine(self._posting(file), context), asked)
