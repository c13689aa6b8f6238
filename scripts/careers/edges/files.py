"""Reads postings and settings from disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from careers.posting import Posting, read_posting
from careers.problem import CareersError
from careers.settings import Settings, read_settings

SETTINGS = "careers.toml"
POSTINGS = "postings"
SHARED = "_shared"


def load_settings(folder: Path = Path()) -> Settings:
    """The settings of the repository in ``folder``; the defaults where it has none."""
    path = folder / SETTINGS
    return (
        read_settings(read_bytes(path).decode("utf-8", "replace"), str(path))
        if path.exists()
        else Settings()
    )


def posting_paths(paths: Iterable[str]) -> list[Path]:
    """The Markdown files that the paths name, folders searched, without shared texts."""
    found: dict[Path, None] = {}
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found |= dict.fromkeys(_below(path))
        elif path.exists():
            found[path] = None
        else:
            message = f"no such file or folder: {name}"
            raise CareersError(message, "name a posting or a folder of postings")
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f != SHARED)
        yield from (Path(root, name) for name in sorted(names) if name.lower().endswith(".md"))


def load_postings(paths: Iterable[str]) -> tuple[Posting, ...]:
    """Read every posting below the paths."""
    return tuple(load_posting(path) for path in posting_paths(paths))


def load_posting(path: Path) -> Posting:
    """Read one posting."""
    return read_posting(path.as_posix(), read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises CareersError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"cannot read {path}: {error.strerror}"
        raise CareersError(message, "look at its permissions") from None


def write_summary(path: str | None, markdown: str) -> None:
    """Add to the step summary of GitHub Actions; nothing where there is none (``path`` None)."""
    if path:
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(markdown)
