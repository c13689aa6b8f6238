"""Reads postings and settings from disk."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from careers.markdown.includes import SharedText
from careers.posting.front import Front
from careers.posting.posting import Posting
from careers.posting.reading import read_posting, unread_posting
from careers.settings import Settings, read_settings
from careers.text.diagnostics import CareersError
from careers.text.source import Source, decode, unreadable

SETTINGS = "careers.toml"
POSTINGS = "postings"
SHARED = "_shared"
_NO_POSTINGS = "name a posting or a folder of them, or run it in a clone of the careers repository"


def load_settings(folder: Path = Path()) -> Settings:
    """The settings of the repository in ``folder``; the defaults where it has none."""
    path = folder / SETTINGS
    if not path.exists():
        return Settings()
    text = read_text(path)
    settings = read_settings(text, str(path))
    if unknown := settings.checks.keys() - _checks() if settings.checks else None:
        from careers.settings.errors import unknown_checks  # noqa: PLC0415 - sound ones need none

        raise unknown_checks(unknown, _checks(), text, str(path))
    return settings


def _checks() -> set[str]:
    """The codes of the checks, by their files: candidates' runs load none of them."""
    files = (Path(__file__).parents[1] / "checks").glob("[!_]*.py")
    return {file.stem.replace("_", "-") for file in files}


def read_text(path: Path) -> str:
    """The text of a file of settings, a byte order mark left out.

    Raises CareersError where it cannot be read, or is not UTF-8.
    """
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{path}:{line}: byte 0x{data[error.start]:02X} is not UTF-8"
        raise CareersError(message, "save the file as UTF-8") from None


def posting_paths(paths: Iterable[str]) -> list[Path]:
    """The Markdown files that the paths name, folders searched, without shared texts.

    A folder that cannot be searched is one of them, so that whoever reads it says so.
    """
    found: dict[Path, None] = {}
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found |= dict.fromkeys(_below(path))
        elif path.exists():
            found[path] = None
        else:
            message = f"no such file or folder: {name}"
            raise CareersError(message, _NO_POSTINGS)
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            yield _safe(here)
            continue
        for entry in found:
            named = entry.name.lower().endswith(".md") and not entry.name.startswith(".")
            if named and entry.is_file() and not leads_out(folder, entry):
                yield _safe(here / entry.name)
        below = (entry.name for entry in reversed(found) if entry.is_dir(follow_symlinks=False))
        waiting += [here / name for name in below if name[0] != "." and name != SHARED]


def leads_out(folder: Path, entry: os.DirEntry[str] | Path) -> bool:
    """Whether a file is a symbolic link to what is not there, or lies outside the folder.

    What it leads to would be published, or quoted where a pull request is checked.
    """
    if not entry.is_symlink():
        return False
    target = Path(entry).resolve()
    return not target.is_file() or not target.is_relative_to(folder.resolve())


def _safe(path: Path) -> Path:
    """The path. Raises CareersError where it may not stand in a log."""
    # A line break in a name would let a fork's pull request write a log's workflow commands.
    if not str(path).isprintable() and any(unicodedata.category(c) == "Cc" for c in str(path)):
        message = f"the name of a file holds a control character: {str(path)!a}"
        raise CareersError(message, "rename the file")
    return path


def load_postings(paths: Iterable[str]) -> tuple[Posting, ...]:
    """Read every posting below the paths."""
    return tuple(read_postings(posting_paths(paths)))


def read_postings(files: Iterable[Path]) -> Iterator[Posting]:
    """Read one posting after the other."""
    known: dict[Path, dict[str, SharedText]] = {}
    return (load_posting(path, known) for path in files)


def load_posting(path: Path, known: dict[Path, dict[str, SharedText]] | None = None) -> Posting:
    """Read one posting; ``known`` keeps the shared texts of folders that were looked at.

    One that the machine does not hand over is a posting too: what is wrong is in ``syntax``.
    """
    try:
        data = _bytes(path)
    except OSError as error:
        what = "folder" if path.is_dir() else "file"
        return unread_posting(path.as_posix(), unreadable(error, what))
    return as_posting(path, data, {} if known is None else known)


def as_posting(
    path: Path,
    data: bytes,
    known: dict[Path, dict[str, SharedText]],
    front: Front | None = None,
) -> Posting:
    """What a file would be as a posting if it held these bytes.

    ``front`` is its front matter where that was read before.
    """
    if b"shared(" not in data:
        return read_posting(path.as_posix(), data, None, front)
    if path.parent not in known:
        known[path.parent] = shared_texts(path.parent)
    return read_posting(path.as_posix(), data, known[path.parent], front)


def digest_of(path: Path, data: bytes, known: dict[Path, dict[str, SharedText]]) -> str:
    """A name for the bytes of a posting and of the shared texts that it may ask for.

    ``known`` keeps the shared texts of folders that were looked at.
    """
    name = sha256(data)
    if b"shared(" in data:
        if path.parent not in known:
            known[path.parent] = shared_texts(path.parent)
        for text in known[path.parent].values():
            name.update(repr((text.name, text.path, text.source.text)).encode("utf-8", "replace"))
    return name.hexdigest()[:32]


def shared_texts(folder: Path) -> dict[str, SharedText]:
    """The texts that postings of a folder share, by name: of `_shared` beside it or above."""
    above = (up / SHARED for up in (folder, *folder.parents))
    found = next((place for place in above if place.is_dir() and not place.is_symlink()), None)
    files = sorted(found.glob("*.md")) if found else ()
    # A link could lead anywhere; what it leads to would be published.
    return {
        path.stem: SharedText(path.stem, path.as_posix(), _source(path))
        for path in files
        if path.is_file() and not path.is_symlink()
    }


def _source(path: Path) -> Source:
    try:
        return decode(path.read_bytes())
    except OSError as error:
        return unreadable(error)


def read_bytes(path: Path) -> bytes:
    """A file's bytes. Raises CareersError where it cannot be read."""
    try:
        return _bytes(path)
    except OSError as error:
        message = f"cannot read {path}: {error.strerror}"
        raise CareersError(message, "look at its permissions") from None


def _bytes(path: Path) -> bytes:
    """A file's bytes. Raises OSError; of a folder what keeps it from being searched."""
    try:
        with path.open("rb", buffering=0) as file:
            return file.read()
    except IsADirectoryError:
        os.scandir(path).close()
        raise


def write_summary(path: str | None, markdown: str) -> None:
    """Add to the step summary of GitHub Actions; nothing where there is none (``path`` None)."""
    if path:
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(markdown)
