"""Reads the postings and the settings as they stood at another commit, by git."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from careers.files.git import blobs_of, contents, merge_base
from careers.files.load import POSTINGS, SETTINGS, SHARED
from careers.markdown.includes import SharedText
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.settings import Settings, read_settings
from careers.text.diagnostics import CareersError
from careers.text.source import decode


@dataclass(frozen=True)
class Base:
    """A commit: its settings, its postings, and every path of it, relative to where we are.

    ``files`` holds the postings' bytes by path, ``shared`` the texts that they may share, ``blobs``
    git's name for the content of each regular file.
    """

    commit: str
    settings: Settings
    files: dict[str, bytes]
    paths: frozenset[str]
    shared: tuple[SharedText, ...] = ()
    blobs: Mapping[str, str] = field(default_factory=dict)

    def posting(self, posting: Posting) -> Posting | None:
        """The same file then; None where there was none."""
        data = self.files.get(_inside(posting.path))
        return None if data is None else self._read(posting.path, data)

    def postings(self) -> tuple[Posting, ...]:
        """All postings then, read once."""
        return self._postings

    @cached_property
    def _postings(self) -> tuple[Posting, ...]:
        return tuple(self._read(path, data) for path, data in self.files.items())

    def content(self, path: str) -> bytes | None:
        """A regular file's bytes then; None where there was none."""
        blob = self.blobs.get(path)
        return contents([blob])[blob] if blob else None

    def below(self, folder: str) -> dict[str, bytes]:
        """The regular files of a folder by their names, without those of folders in it."""
        found = {
            path: blob
            for path, blob in self.blobs.items()
            if PurePosixPath(path).parent == PurePosixPath(folder)
        }
        texts = contents(list(found.values()))
        return {PurePosixPath(path).name: texts[blob] for path, blob in found.items()}

    def _read(self, path: str, data: bytes) -> Posting:
        texts: dict[str, SharedText] = {}
        for folder in PurePosixPath(_inside(path)).parents if b"shared(" in data else ():
            place = folder / SHARED
            texts = {t.name: t for t in self.shared if PurePosixPath(t.path).parent == place}
            if texts:
                break
        return read_posting(path, data, texts)

    def changed(self, posting: Posting) -> bool:
        """Whether a posting's text differs from the commit's, shared texts included.

        Line ends do not count.
        """
        before = self.posting(posting)
        return before is None or before.source.text.rstrip() != posting.source.text.rstrip()

    def exists(self, path: str) -> bool:
        """Whether a path was a file or a folder."""
        return _inside(path) in self.paths


def _inside(path: str) -> str:
    return os.path.normpath(path).replace(os.sep, "/")


def read_base(revision: str) -> Base:
    """The commit where the work at hand left ``revision``.

    Raises CareersError that says what to type where git cannot tell.
    """
    commit = merge_base(revision)
    blobs = blobs_of(commit)
    wanted = {path: blob for path, blob in blobs.items() if _is_posting(path)}
    parts = {path: blob for path, blob in blobs.items() if _is_shared(path)}
    settings = filter(None, [blobs.get(SETTINGS)])
    texts = contents([*wanted.values(), *parts.values(), *settings])
    files = {path: texts[blob] for path, blob in wanted.items()}
    shared = [
        SharedText(PurePosixPath(path).stem, path, decode(texts[blob]))
        for path, blob in parts.items()
    ]
    folders = {str(parent) for path in blobs for parent in PurePosixPath(path).parents}
    known = frozenset(blobs) | folders
    return Base(commit, _settings(texts, blobs), files, known, tuple(shared), blobs)


def _is_posting(path: str) -> bool:
    """The files that ``load_postings`` would find."""
    folder, *names = PurePosixPath(path).parts
    hidden = any(name.startswith(".") for name in names) or SHARED in names[:-1]
    return folder == POSTINGS and bool(names) and not hidden and names[-1].lower().endswith(".md")


def _is_shared(path: str) -> bool:
    """The files that ``shared_texts`` would find."""
    file = PurePosixPath(path)
    return file.suffix == ".md" and file.parent.name == SHARED


def _settings(texts: dict[str, bytes], blobs: dict[str, str]) -> Settings:
    """The settings then; the defaults where they could not be read even then."""
    data = texts.get(blobs.get(SETTINGS, ""))
    try:
        return read_settings(data.decode("utf-8-sig", "replace")) if data else Settings()
    except CareersError:
        return Settings()
