"""Brings a site that stands up to date: what is written is what differs."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path


class Updater:
    """Keeps a folder as the last site that it was given. Nobody else writes there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._digests: dict[str, bytes] = {}

    def update(self, files: Mapping[str, bytes]) -> None:
        """Write the files that are new or differ, and delete those that are no more.

        A file that differs is another file under the same name: who has a link to it keeps what it
        was.
        """
        digests = {path: sha256(content).digest() for path, content in files.items()}
        for path in self._digests.keys() - digests.keys():
            (self._folder / path).unlink()
        for path, content in files.items():
            if digests[path] != self._digests.get(path):
                file = self._folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.unlink(missing_ok=True)
                file.write_bytes(content)
        self._digests = digests
